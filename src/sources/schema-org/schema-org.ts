import type { Snapshot, SourceEntry } from '../../core/entry.ts';
import { oldestFirst } from '../../core/relay-order.ts';
import { parseDate } from '../../core/time/dates.ts';
import { type Document, type ReadContext, type Recognition, type Source, SourceError } from '../../ports/source.ts';
import { plainLine } from '../body/plain-line.ts';
import { cleanUrl } from '../body/urls.ts';
import { isLive } from '../ending.ts';
import { baseOf } from '../page.ts';
import { saysEnded } from '../page-end.ts';
import { pageTitle } from '../page-title.ts';
import { successorOf } from '../successor.ts';
import { canonicalOf, choosePosting } from './choose-posting.ts';
import { findPostings, MARK, type RawPosting } from './find-posting.ts';
import { keepUpdates, knownUpdates, NOTHING_KNOWN } from './known-updates.ts';
import { findMicrodata } from './microdata.ts';
import { readUpdates } from './read-updates.ts';
import { Posting } from './wire.ts';

/**
 * Live blogs that declare themselves by schema.org's `LiveBlogPosting`, in JSON-LD or microdata
 * (https://schema.org/LiveBlogPosting).
 */
export const schemaOrg: Source = { kind: 'schema.org', recognise, request: ({ url }) => ({ url }), read };

/**
 * A declared live blog without updates has perhaps not begun, or keeps them elsewhere on the page; one that is broken may be
 * read better from how the page looks: only `likely`.
 */
function recognise(document: Document): Recognition {
  if (!document.text.includes(MARK)) return 'no';
  const found = choose(document);
  if (found === undefined) return 'no';
  return found.updates.length > 0 && found.salvaged !== true ? 'sure' : 'likely';
}

function choose(document: Document, known = NOTHING_KNOWN): RawPosting | undefined {
  const { postings, rest } = findPostings(document, known);
  const hasUpdates = postings.some(({ updates }) => updates.length > 0);
  return choosePosting(hasUpdates ? postings : [...postings, ...findMicrodata(document)], document, rest);
}

function read(document: Document, context: ReadContext): Snapshot {
  const known = knownUpdates(context);
  const found = choose(document, known);
  if (found === undefined) throw notReadable(document);
  const parsed = Posting.safeParse(found.posting);
  if (!parsed.success) throw notReadable(document);
  const posting = parsed.data;
  const url = blogUrl(posting, document) ?? document.url;
  const headline = plainLine(posting.headline ?? '');
  const {
    entries: listed,
    keyPoints,
    warnings,
  } = readUpdates(found, posting, { document, context, known, url, headline });
  keepUpdates(context, found.updates);
  const entries = oldestFirst(listed);
  const live = liveOf(posting, headline, entries, document);
  const successor = live === true ? undefined : successorOf(entries, url);
  const title = headline === '' ? pageTitle(findPostings(document).rest) : headline;
  const publisher = posting.publisher[0] === undefined ? '' : plainLine(posting.publisher[0]);
  return {
    kind: 'schema.org',
    url,
    ...(title !== undefined && { title }),
    ...(publisher !== '' && { publisher }),
    live,
    // What is missing from broken JSON proves nothing.
    coverage: found.salvaged === true ? 'increment' : 'window',
    entries,
    deleted: [],
    keyPoints,
    warnings: found.salvaged === true ? [brokenWarning(entries.length), ...warnings] : warnings,
    ...(successor !== undefined && { successor }),
  };
}

function liveOf(
  posting: Posting,
  headline: string,
  entries: readonly SourceEntry[],
  document: Document,
): boolean | null {
  const start = posting.coverageStart === undefined ? undefined : parseDate(posting.coverageStart);
  const end = posting.coverageEnd === undefined ? undefined : endOf(posting.coverageEnd);
  const live = isLive({
    now: document.fetchedAt,
    entries,
    texts: [headline],
    ...(start !== undefined && { coverageStart: start }),
    ...(end !== undefined && { coverageEnd: end }),
  });
  // A page that is still written on is not asked: it may speak of other blogs.
  return live === null && saysEnded(findPostings(document).rest) ? false : live;
}

const DAY = 86_400_000;

/** A day that is named without a time ends with itself. */
function endOf(coverageEnd: string): number | undefined {
  const end = parseDate(coverageEnd);
  return end !== undefined && /^\s*\d{4}-\d\d-\d\d\s*$/u.test(coverageEnd) ? end + DAY - 1 : end;
}

function blogUrl(posting: Posting, document: Document): string | undefined {
  const base = baseOf(document);
  for (const written of [posting.url, posting.mainEntityOfPage, posting.id]) {
    const url = written === undefined ? undefined : cleanUrl(written, base);
    if (url !== undefined) return url;
  }
  return cleanUrl(canonicalOf(findPostings(document).rest), base) ?? (base === '' ? undefined : base);
}

function brokenWarning(count: number): string {
  return `The page’s JSON-LD is broken or cut off: the ${count} updates in it that are whole were read, others may be missing until it is mended.`;
}

function notReadable(document: Document): SourceError {
  const broken = findPostings(document).broken > 0;
  return new SourceError(
    'malformed',
    broken
      ? 'The page declares a live blog, but its JSON-LD is broken beyond repair. Nothing was changed; it will be read again.'
      : 'The page declares no live blog (no schema.org LiveBlogPosting in it). Check the address, or let the kind be recognised.',
  );
}
