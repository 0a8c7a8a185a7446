import type { SourceEntry } from './entry.ts';

/** At most this share of neighbours may stand against their dates in a list that is taken to be in order. */
const OUT_OF_PLACE = 0.2;

/**
 * Entries as a document lists them, put oldest first. The document's own order is kept, turned round when its times fall
 * (most pages list the newest first): an entry with a date from this morning stays where the newsroom put it. Only a list
 * that is in no order at all is sorted by time.
 */
export function oldestFirst(listed: readonly SourceEntry[]): SourceEntry[] {
  const times = listed.flatMap(({ publishedAt }) => (publishedAt === undefined ? [] : [publishedAt]));
  const { rising, falling } = steps(times);
  const entries = rising > falling ? [...listed] : listed.toReversed();
  if (times.length < entries.length || Math.min(rising, falling) <= (times.length - 1) * OUT_OF_PLACE) return entries;
  return entries.sort((a, b) => (a.publishedAt ?? 0) - (b.publishedAt ?? 0));
}

function steps(times: readonly number[]): { rising: number; falling: number } {
  let rising = 0;
  let falling = 0;
  for (let index = 1; index < times.length; index += 1) {
    const step = (times[index] ?? 0) - (times[index - 1] ?? 0);
    if (step > 0) rising += 1;
    if (step < 0) falling += 1;
  }
  return { rising, falling };
}
