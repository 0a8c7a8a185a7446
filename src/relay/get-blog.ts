import type { Snapshot, SourceKind } from '../core/entry.ts';
import { addWord, type PageWord } from '../core/page-word.ts';
import type { Clock } from '../ports/clock.ts';
import type { Fetched, Fetcher } from '../ports/fetcher.ts';
import type { SourceReader } from '../ports/reader.ts';
import { type Document, type Elsewhere, type ReadContext, SourceError } from '../ports/source.ts';
import type { BlogRecord, BlogSettings } from './records.ts';

/** Redirections from a page to where its entries are: page → API, page → feed. */
const MOST_HOPS = 3;
/** A full reading at least so often where a source reads increments. */
const FULL_READ_EVERY = 5 * 60_000;

type Address = { readonly url: string; readonly kind: SourceKind | undefined };

/** What fetching a blog gave. `asked` is the address that was fetched, `from` the one the blog is read from. */
type Fetching = {
  readonly from: Address;
  readonly asked: string;
  readonly full: boolean;
  readonly fetched: Fetched;
  /** What the page that led here calls the blog, and says of its end. */
  readonly pageTitle?: string;
  readonly page?: PageWord;
};

export type GotRead = Fetching & {
  readonly status: 'read';
  readonly kind: SourceKind;
  readonly snapshot: Snapshot;
  readonly document: Document;
};

export type Got = (Fetching & { readonly status: 'same' }) | GotRead;

export type GetDeps = {
  readonly fetcher: Fetcher;
  readonly reader: SourceReader;
  /** The body conversion that remembers this blog's last bodies. */
  readonly bodies: (blog: string) => ReadContext['body'];
  readonly clock: Clock;
};

/** Fetches a blog and reads it, following the page to where its entries are. Throws `SourceError`. */
export async function getBlog(
  deps: GetDeps,
  blog: BlogSettings,
  record: BlogRecord | undefined,
  signal: AbortSignal,
): Promise<Got> {
  const full = deps.clock.now() - (record?.fullReadAt ?? 0) >= FULL_READ_EVERY;
  let from: Address = {
    url: record?.readFrom?.url ?? blog.url,
    kind: record?.readFrom?.kind ?? blog.as ?? record?.face.kind,
  };
  let title: string | undefined;
  let page = await lookAtPage(deps, blog, record, signal);
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    const got = await getOnce(deps, blog, record, from, full, signal);
    if (!('elsewhere' in got)) {
      return { ...got, ...(title !== undefined && { pageTitle: title }), ...(page !== undefined && { page }) };
    }
    title = got.title ?? title;
    page = addWord(page, got, deps.clock.now());
    from = { url: got.elsewhere, kind: got.kind };
  }
  throw new SourceError(
    'malformed',
    `${blog.url} leads from one address to the next without entries. Follow the last one.`,
  );
}

/** The page of a blog that is read from elsewhere is looked at again so often, once the blog has been silent as long. */
const LOOK_EVERY = 60 * 60_000;

/**
 * What the blog's own page says now, when it is time to ask: it may say that the blog has ended, which the address of the
 * entries seldom does. A page that cannot be read says nothing, and does not keep the entries from being read.
 */
async function lookAtPage(
  deps: GetDeps,
  blog: BlogSettings,
  record: BlogRecord | undefined,
  signal: AbortSignal,
): Promise<PageWord | undefined> {
  const now = deps.clock.now();
  if (record?.readFrom === undefined || record.face.live === false) return undefined;
  if (now - Math.max(record.changedAt, record.page?.at ?? 0) < LOOK_EVERY) return undefined;
  const from: Address = { url: blog.url, kind: blog.as ?? record.face.kind };
  try {
    const got = await getOnce(deps, blog, undefined, from, true, signal);
    return 'elsewhere' in got ? addWord(undefined, got, now) : { at: now };
  } catch (error) {
    if (error instanceof SourceError) return { ...record.page, at: now };
    throw error;
  }
}

async function getOnce(
  deps: GetDeps,
  blog: BlogSettings,
  record: BlogRecord | undefined,
  from: Address,
  full: boolean,
  signal: AbortSignal,
): Promise<Got | Elsewhere> {
  const cursor = record?.cursor === undefined ? {} : { cursor: record.cursor };
  const request = deps.reader.request(from.kind, { url: from.url, full, now: deps.clock.now(), ...cursor });
  const validators = record?.validators[request.url] ?? {};
  const trusted = blog.origin === 'config' && isSameHost(request.url, blog.url);
  const fetched = await deps.fetcher.fetch({ ...request, validators, trusted, signal });
  const base = { from, asked: request.url, full: full || request.url === from.url, fetched };
  if (fetched.status === 'same') return { ...base, status: 'same' };
  const { kind, result } = deps.reader.read(fetched.document, from.kind, {
    ...(blog.timezone === undefined ? {} : { timezone: blog.timezone }),
    ...cursor,
    body: deps.bodies(blog.name),
  });
  if ('elsewhere' in result) return result;
  return { ...base, from: { ...from, kind }, status: 'read', kind, snapshot: result, document: fetched.document };
}

/** An operator vouches for the address in the configuration, not for whatever a page there points to. */
function isSameHost(a: string, b: string): boolean {
  return a === b || (URL.canParse(a) && URL.canParse(b) && new URL(a).hostname === new URL(b).hostname);
}
