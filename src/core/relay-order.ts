import type { SourceEntry } from './entry.ts';

/** At most this share of neighbours may stand against their dates in a list that is taken to be in order. */
const OUT_OF_PLACE = 0.2;

/**
 * Entries as a document lists them, put oldest first. The document's own order is kept, turned round when its times fall
 * (most pages list the newest first): an entry with a date from this morning stays where the newsroom put it. Only a list
 * that is in no order at all is sorted by time.
 */
export function oldestFirst(listed: readonly SourceEntry[]): SourceEntry[] {
  const { dated, rising, falling } = steps(listed);
  const entries = rising > falling ? [...listed] : listed.toReversed();
  if (dated < entries.length || Math.min(rising, falling) <= (dated - 1) * OUT_OF_PLACE) return entries;
  return entries.sort((a, b) => (a.publishedAt ?? 0) - (b.publishedAt ?? 0));
}

/** Written as one loop without a list of times: it is done at every poll of every blog. */
function steps(listed: readonly SourceEntry[]): { dated: number; rising: number; falling: number } {
  let dated = 0;
  let rising = 0;
  let falling = 0;
  let before: number | undefined;
  for (const { publishedAt } of listed) {
    if (publishedAt === undefined) continue;
    dated += 1;
    if (before !== undefined && publishedAt > before) rising += 1;
    if (before !== undefined && publishedAt < before) falling += 1;
    before = publishedAt;
  }
  return { dated, rising, falling };
}
