import { addWord, type PageWord } from '../core/page-word.ts';
import { SourceError } from '../ports/source.ts';
import { type Asking, fetchStep, type GetDeps, type Got, type Led } from './fetch-step.ts';
import type { Address, BlogRecord, BlogSettings } from './records.ts';
import { type Failing, isHiccup, readStandIn, standInFor } from './stand-in.ts';

/** Redirections from a page to where its entries are: page → API, page → feed. */
const MOST_HOPS = 3;
/** A full reading at least so often where a source reads increments. */
const FULL_READ_EVERY = 5 * 60_000;

/** Fetches a blog and reads it, following the page to where its entries are. Throws `SourceError`. */
export async function getBlog(
  deps: GetDeps,
  blog: BlogSettings,
  record: BlogRecord | undefined,
  signal: AbortSignal,
): Promise<Got> {
  const full = deps.clock.now() - (record?.fullReadAt ?? 0) >= FULL_READ_EVERY;
  const asking = { deps, blog, record, full, signal };
  const shown = await readStandIn(asking);
  if (shown !== undefined) return shown;
  const page = await lookAtPage(asking);
  const start = entriesAddress(blog, record);
  return start.url === blog.url ? follow(asking, start, page) : readEntries(asking, start, page);
}

function entriesAddress(blog: BlogSettings, record: BlogRecord | undefined): Address {
  return record?.readFrom ?? record?.standIn?.entries ?? pageAddress(blog, record);
}

function pageAddress(blog: BlogSettings, record: BlogRecord | undefined): Address {
  return { url: blog.url, kind: blog.as ?? record?.face.kind };
}

/** Asks the address of the entries, and when that gives none the page, which may lead to another or show them itself. */
async function readEntries(asking: Asking, start: Address, page: PageWord | undefined): Promise<Got> {
  const { blog, record, full } = asking;
  const instead = (error: SourceError) =>
    follow(asking, pageAddress(blog, record), page, { address: start, error }).catch((failure: unknown) => {
      if (failure instanceof SourceError) return undefined;
      throw failure;
    });
  try {
    const got = await follow(asking, start, page);
    return full && isBlank(got) ? ((await instead(blank(start))) ?? got) : got;
  } catch (error) {
    if (!(error instanceof SourceError) || isHiccup(record)) throw error;
    const got = await instead(error);
    if (got === undefined) throw error;
    return got;
  }
}

/** From one address to the next until there are entries, or `failing` is met, which is not asked again. */
async function follow(asking: Asking, start: Address, word: PageWord | undefined, failing?: Failing): Promise<Got> {
  const known = failing === undefined ? asking.record?.validators : undefined;
  let from = start;
  let led: Led | undefined;
  let page = word;
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    const step = from.url === failing?.address.url ? failing : await attempt(asking, from, known, led);
    if ('error' in step || (led !== undefined && isBlank(step))) {
      const met = 'error' in step ? step : { address: from, error: blank(from) };
      const shown = led === undefined ? undefined : standInFor(asking, led, met);
      if (shown !== undefined) return withWord(shown, led, page);
      if ('error' in step) throw step.error;
    }
    if (step.status !== 'led') return withWord(step, led, page);
    led = { ...step, to: { ...led?.to, ...step.to } };
    page = addWord(page, step.to, asking.deps.clock.now());
    from = { url: step.to.elsewhere, kind: step.to.kind };
  }
  throw new SourceError(
    'malformed',
    `${asking.blog.url} leads from one address to the next without entries. Follow the last one.`,
  );
}

/** Where a page has led here, a failure is no end: the page may show what this address does not give. */
async function attempt(
  asking: Asking,
  address: Address,
  known: BlogRecord['validators'] | undefined,
  led: Led | undefined,
): Promise<Got | Led | Failing> {
  try {
    return await fetchStep(asking, address, known);
  } catch (error) {
    if (led !== undefined && error instanceof SourceError) return { address, error };
    throw error;
  }
}

function withWord(got: Got, led: Led | undefined, page: PageWord | undefined): Got {
  const title = led?.to.title;
  return { ...got, ...(title !== undefined && { pageTitle: title }), ...(page !== undefined && { page }) };
}

function isBlank(got: Got | Led): boolean {
  if (got.status !== 'read' || got.snapshot.coverage === 'increment') return false;
  return got.snapshot.entries.length === 0 && got.snapshot.deleted.length === 0;
}

function blank({ url }: Address): SourceError {
  return new SourceError('malformed', `${url} answers with a list that is empty; it will be tried again.`);
}

/** The page of a blog that is read from elsewhere is looked at again so often, once the blog has been silent as long. */
const LOOK_EVERY = 60 * 60_000;

/**
 * What the blog's own page says now, when it is time to ask: it may say that the blog has ended, which the address of the
 * entries seldom does. A page that cannot be read says nothing, and does not keep the entries from being read.
 */
async function lookAtPage(asking: Asking): Promise<PageWord | undefined> {
  const { deps, blog, record } = asking;
  const now = deps.clock.now();
  if (record?.readFrom === undefined || record.standIn !== undefined || record.face.live === false) return undefined;
  if (now - Math.max(record.changedAt, record.page?.at ?? 0) < LOOK_EVERY) return undefined;
  try {
    const step = await fetchStep({ ...asking, record: undefined, full: true }, pageAddress(blog, record));
    return step.status === 'led' ? addWord(undefined, step.to, now) : { at: now };
  } catch (error) {
    if (error instanceof SourceError) return { ...record.page, at: now };
    throw error;
  }
}
