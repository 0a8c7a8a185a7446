import type { SourceEntry } from './entry.ts';

/**
 * Entries as a document lists them, put oldest first. Where all have times, these decide; else the document's own order
 * does, turned round unless the times that there are rise in it (most feeds list the newest first).
 */
export function oldestFirst(listed: readonly SourceEntry[]): SourceEntry[] {
  const times = listed.flatMap(({ publishedAt }) => (publishedAt === undefined ? [] : [publishedAt]));
  const entries = isRising(times) ? [...listed] : listed.toReversed();
  if (times.length < entries.length) return entries;
  return entries.sort((a, b) => (a.publishedAt ?? 0) - (b.publishedAt ?? 0));
}

function isRising(times: readonly number[]): boolean {
  let balance = 0;
  for (let index = 1; index < times.length; index += 1) {
    balance += Math.sign((times[index] ?? 0) - (times[index - 1] ?? 0));
  }
  return balance > 0;
}
