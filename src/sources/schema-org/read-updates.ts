import type { SourceEntry } from '../../core/entry.ts';
import type { Document, ReadContext } from '../../ports/source.ts';
import { entryOf } from './entry-memo.ts';
import { findPostings, type RawPosting } from './find-posting.ts';
import type { KnownUpdates } from './known-updates.ts';
import { pictureUrls } from './media.ts';
import { keyEventIds, pageSlices, sliceFacts } from './page-slices.ts';
import type { RawUpdate } from './raw-update.ts';
import { type BlogFacts, updateEntry } from './update-entry.ts';
import type { Posting } from './wire.ts';

type Setting = {
  readonly document: Document;
  readonly context: ReadContext;
  readonly known: KnownUpdates;
  readonly url: string;
  readonly headline: string;
};

/** All updates as entries, in the order of the document, with what the page itself knows of them. */
export function readUpdates(
  found: RawPosting,
  posting: Posting,
  { document, context, known, url, headline }: Setting,
): { entries: SourceEntry[]; warnings: string[] } {
  const updates = found.updates.filter((update) => update.isUpdate);
  const blog: BlogFacts = {
    base: url,
    headline: headline === '' ? undefined : headline,
    sharedPictures: sharedPictures(posting, updates, url),
  };
  const page = pageKnowledge(findPostings(document).rest, updates);
  const setting = `${url} ${context.timezone} ${headline}`;
  const odd = new Map<string, SourceEntry[]>();
  const entries: SourceEntry[] = [];
  for (const update of updates) {
    const { fragment } = update;
    const slice = fragment === undefined ? undefined : page.slices.get(fragment);
    const key = fragment !== undefined && page.keyIds.has(fragment);
    const evidence = { setting, slice, key, dropsPicture: dropsPicture(update, blog) };
    const outcome = entryOf(update, evidence, known, () => {
      const facts = slice === undefined ? undefined : sliceFacts(slice, url);
      return updateEntry(update.json(), blog, context, facts && { ...facts, key: facts.key || key });
    });
    if (outcome === undefined) continue;
    entries.push(outcome.entry);
    for (const what of outcome.disagrees) odd.set(what, [...(odd.get(what) ?? []), outcome.entry]);
  }
  return { entries, warnings: warningsOf(found.updates.length - entries.length, odd) };
}

const SHARED_BY = 3;

/** The picture of the blog itself, and one that three updates or more carry, shows nothing of the single update. */
function sharedPictures(posting: Posting, updates: readonly RawUpdate[], base: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { image } of updates) {
    if (image === undefined) continue;
    for (const url of new Set(pictureUrls(image, base))) counts.set(url, (counts.get(url) ?? 0) + 1);
  }
  const shared = [...counts].filter(([, count]) => count >= SHARED_BY).map(([url]) => url);
  return new Set([...pictureUrls(posting.image, base), ...shared]);
}

function dropsPicture({ image }: RawUpdate, blog: BlogFacts): boolean {
  return image !== undefined && pictureUrls(image, blog.base).some((url) => blog.sharedPictures.has(url));
}

function pageKnowledge(rest: string, updates: readonly RawUpdate[]) {
  const fragments = new Set<string>();
  if (rest.length > 500) for (const { fragment } of updates) if (fragment !== undefined) fragments.add(fragment);
  const slices = fragments.size > 0 ? pageSlices(rest, fragments) : new Map<string, string>();
  return { slices, keyIds: slices.size > 0 ? keyEventIds(rest) : new Set<string>() };
}

function warningsOf(left: number, odd: ReadonlyMap<string, readonly SourceEntry[]>): string[] {
  const warnings: string[] = [];
  if (left > 0)
    warnings.push(`${left} of the declared updates hold nothing to read (or are adverts) and were left out.`);
  const times = odd.get('time');
  if (times !== undefined) {
    warnings.push(
      `JSON-LD and page disagree on the time of ${times.length} entries (first: ${named(times[0])}); the page's own time is used.`,
    );
  }
  const authors = odd.get('author');
  if (authors !== undefined) {
    warnings.push(
      `JSON-LD and page disagree on the author of ${authors.length} entries (first: ${named(authors[0])}); JSON-LD's is used.`,
    );
  }
  return warnings;
}

function named(entry: SourceEntry | undefined): string {
  return `“${(entry?.title ?? entry?.body.text ?? '').slice(0, 60)}”`;
}
