import type { SourceEntry } from '../core/entry.ts';

/**
 * Entries as a page lists them, put oldest first: by time where all have one, and within one minute or without times by
 * the page's own order, turned round unless the times that there are rise in it (most pages show the newest first).
 */
export function oldestFirst(listed: readonly SourceEntry[]): SourceEntry[] {
  const entries = isRising(listed) ? [...listed] : listed.toReversed();
  if (entries.some((entry) => entry.publishedAt === undefined)) return entries;
  return entries.sort((a, b) => (a.publishedAt ?? 0) - (b.publishedAt ?? 0));
}

/** True when more neighbours rise than fall: a pinned entry on top does not turn a page round. */
function isRising(listed: readonly SourceEntry[]): boolean {
  let balance = 0;
  let before: number | undefined;
  for (const { publishedAt } of listed) {
    if (publishedAt === undefined) continue;
    if (before !== undefined) balance += Math.sign(publishedAt - before);
    before = publishedAt;
  }
  return balance > 0;
}
