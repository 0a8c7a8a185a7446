import type { Body, Snapshot, SourceKind } from '../core/entry.ts';

/** One fetched document, decoded to text. */
export type Document = {
  /** Where it finally came from, after redirects. */
  readonly url: string;
  readonly text: string;
  /** Media type without parameters, lower case; '' when the server named none (or for a file). */
  readonly contentType: string;
  /** Epoch milliseconds. */
  readonly fetchedAt: number;
};

export type ReadContext = {
  /** IANA zone for pages that show clock times only; undefined = what the page tells, else UTC. */
  readonly timezone?: string;
  /** The page's day, `YYYY-MM-DD`, when an operator knows better than the page. */
  readonly date?: string;
  /** The source's own cursor from its last snapshot of this blog. */
  readonly cursor?: string;
  /** Read the document for what it shows itself, though it names another address for its entries: that one does not answer. */
  readonly here?: true;
  /**
   * Converts an HTML fragment to a body, remembering the bodies of the last read, so that entries which did not change
   * cost a look-up. `base` resolves relative links.
   */
  readonly body: (html: string, base: string) => Body;
};

/** Where a source wants its next read from. */
export type Request = {
  readonly url: string;
  /** Sent as `Accept`. */
  readonly accept?: string;
};

export type NextRead = {
  /** The address the blog was followed by, or the one a `Elsewhere` led to. */
  readonly url: string;
  readonly cursor?: string;
  /** True when a full reading is due (first read, or now and then, to catch corrections an increment does not show). */
  readonly full: boolean;
  /** Epoch ms, for sources whose addresses name the span of time asked for; without it they are read whole. */
  readonly now?: number;
};

/**
 * The document is a live blog of this kind, but its entries have to be read from another address. What the page says of the
 * blog as a whole goes along: where its entries are, nobody may say.
 */
export type Elsewhere = {
  readonly elsewhere: string;
  readonly kind?: SourceKind;
  readonly why: string;
  readonly title?: string;
  /** True where the page says that the blog has ended. */
  readonly ended?: true;
  /** When coverage was announced to end, epoch ms; publishers set it by guess, and run on. */
  readonly coverageEnd?: number;
};

/** `sure`: a mark only this kind has; `likely`: good enough when nobody is sure; `no`. */
export type Recognition = 'sure' | 'likely' | 'no';

/** The code that reads one kind of live blog. Pure: it gets text and gives a snapshot; fetching is not its business. */
export interface Source {
  readonly kind: SourceKind;
  recognise(document: Document): Recognition;
  /** The address to fetch for the next read. */
  request(next: NextRead): Request;
  /**
   * Throws `SourceError` (`malformed`) when the document is not what `recognise` promised. A page that leads elsewhere and
   * shows entries too gives them, under the ids they have there, where `context.here` asks for them.
   */
  read(document: Document, context: ReadContext): Snapshot | Elsewhere;
}

export type SourceErrorKind =
  | 'unreachable' // no answer, DNS, TLS, cut, timed out, 5xx
  | 'rate-limited' // 429, 503 with Retry-After
  | 'refused' // 401, 403, a challenge page, a private address
  | 'gone' // 404, 410
  | 'malformed' // it came, and is not a live blog we can read
  | 'too-large'; // over the size, decompression or entry cap

/** A blog could not be read. `message` is for a person: what, where, and what to do; it never holds credentials. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly kind: SourceErrorKind;
  /** Milliseconds the server asked us to wait. */
  readonly retryAfter: number | undefined;

  constructor(kind: SourceErrorKind, message: string, options: { retryAfter?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.retryAfter = options.retryAfter;
  }
}
