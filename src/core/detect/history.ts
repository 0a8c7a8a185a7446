import type { Snapshot } from '../entry.ts';
import type { SeenSet } from '../seen-set.ts';
import type { Listed } from './listed.ts';

/**
 * Says which unknown entries are older than all that we knew, so that they are history and not news: a feed that fills
 * up with old items when one vanishes, an older key event the page now mentions. What stands among known entries is news,
 * whatever its date says; and so is what has no date, unless the page merely filled up to its former length.
 */
export function historyBefore(
  seen: SeenSet,
  snapshot: Snapshot,
  listed: readonly Listed[],
): (place: number) => boolean {
  const firstKnown = listed.findIndex((item) => item.record !== undefined && item.entry.aside !== true);
  const run = listed.filter((item) => item.entry.aside !== true).length;
  const oldest = oldestKnown(seen);
  if (oldest === undefined) return () => false;
  return (place) => {
    const item = listed[place];
    if (item === undefined) return false;
    const dated = item.entry.publishedAt;
    if (item.entry.aside === true || snapshot.coverage === 'increment') return dated !== undefined && dated < oldest;
    if (place >= firstKnown) return false;
    return dated === undefined ? run <= seen.facts.window.length : dated < (listed[firstKnown]?.record?.order ?? 0);
  };
}

function oldestKnown(seen: SeenSet): number | undefined {
  let oldest: number | undefined;
  for (const seq of seen.facts.window) {
    const order = seen.records[seq]?.order;
    if (order !== undefined && (oldest === undefined || order < oldest)) oldest = order;
  }
  return oldest;
}
