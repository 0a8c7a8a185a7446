import type { Snapshot } from '../core/entry.ts';
import type { PageWord } from '../core/page-word.ts';
import type { Clock } from '../ports/clock.ts';
import type { Fetched, Fetcher, Validators } from '../ports/fetcher.ts';
import type { Reading, SourceReader } from '../ports/reader.ts';
import { type Document, type Elsewhere, type ReadContext, SourceError } from '../ports/source.ts';
import type { Address, BlogRecord, BlogSettings, StandingIn } from './records.ts';

export type GetDeps = {
  readonly fetcher: Fetcher;
  readonly reader: SourceReader;
  /** The body conversion that remembers this blog's last bodies. */
  readonly bodies: (blog: string) => ReadContext['body'];
  readonly clock: Clock;
};

/** A blog that is to be read now, and what is known of it. */
export type Asking = {
  readonly deps: GetDeps;
  readonly blog: BlogSettings;
  readonly record: BlogRecord | undefined;
  /** A full reading is due. */
  readonly full: boolean;
  readonly signal: AbortSignal;
};

/** What fetching a blog gave. `asked` is the address that was fetched, `from` the one the blog is read from. */
type Fetching = {
  readonly from: Address;
  readonly asked: string;
  readonly full: boolean;
  readonly fetched: Fetched;
  /** What the page that led here calls the blog, and says of its end. */
  readonly pageTitle?: string;
  readonly page?: PageWord;
  /** Set where the blog's page is read in place of the address its entries come from. */
  readonly standIn?: StandingIn;
};

export type GotRead = Fetching & {
  readonly status: 'read';
  readonly kind: Reading['kind'];
  readonly snapshot: Snapshot;
  readonly document: Document;
};

export type Got = (Fetching & { readonly status: 'same' }) | GotRead;

/** A page that leads to another address. */
export type Led = Fetching & {
  readonly status: 'led';
  readonly kind: Reading['kind'];
  readonly to: Elsewhere;
  readonly document: Document;
};

/** Fetches one address and reads what comes. Throws `SourceError`. */
export async function fetchStep(
  asking: Asking,
  from: Address,
  known: BlogRecord['validators'] = {},
): Promise<Got | Led> {
  const { deps, blog, record, full, signal } = asking;
  const cursor = record?.cursor === undefined ? {} : { cursor: record.cursor };
  const request = deps.reader.request(from.kind, { url: from.url, full, now: deps.clock.now(), ...cursor });
  const validators: Validators = known[request.url] ?? {};
  const trusted = blog.origin === 'config' && isSameHost(request.url, blog.url);
  const fetched = await deps.fetcher.fetch({ ...request, validators, trusted, signal });
  const base = { from, asked: request.url, full: full || request.url === from.url, fetched };
  if (fetched.status === 'same') return { ...base, status: 'same' };
  const { document } = fetched;
  if (from.url !== blog.url && request.accept === 'application/json') refusePage(document);
  const { kind, result } = deps.reader.read(document, from.kind, { ...readContext(asking), ...cursor });
  if ('elsewhere' in result) return { ...base, status: 'led', kind, to: result, document };
  return { ...base, from: { ...from, kind }, status: 'read', kind, snapshot: result, document };
}

export function readContext({ deps, blog }: Asking): ReadContext {
  return { ...(blog.timezone === undefined ? {} : { timezone: blog.timezone }), body: deps.bodies(blog.name) };
}

/** Firewalls, log-ins and sites that moved answer with a page where data was asked for. */
function refusePage({ url, text }: Document): void {
  if (!/^[\s\uFEFF]*</u.test(text)) return;
  throw new SourceError('malformed', `${url} answers with a page in place of data; it will be tried again.`);
}

/** An operator vouches for the address in the configuration, not for whatever a page there points to. */
function isSameHost(a: string, b: string): boolean {
  return a === b || (URL.canParse(a) && URL.canParse(b) && new URL(a).hostname === new URL(b).hostname);
}
