import type { Snapshot } from '../entry.ts';
import type { SeenSet } from '../seen-set.ts';
import type { Listed } from './listed.ts';

/**
 * Says which unknown entries are older than all that we knew, so that they are history and not news: a feed that fills
 * up with old items when one vanishes, an older key event the page now mentions. What stands among known entries is news,
 * whatever its date says – unless they are read in another way than before, which may show what the other did not; and so is
 * what has no date, unless the page merely filled up to its former length.
 */
export function historyBefore(
  seen: SeenSet,
  snapshot: Snapshot,
  listed: readonly Listed[],
  isOtherWay: boolean,
): (place: number) => boolean {
  const firstKnown = listed.findIndex((item) => item.record !== undefined && item.entry.aside !== true);
  const run = listed.filter((item) => item.entry.aside !== true).length;
  if (!seen.facts.window.some((seq) => seen.records[seq] !== undefined)) return () => false;
  const isSwitch = isOtherWay || snapshot.coverage === 'stand-in';
  return (place) => {
    const item = listed[place];
    if (item === undefined) return false;
    const dated = item.entry.publishedAt;
    if (isSwitch && dated !== undefined && dated < seen.facts.followedAt) return true;
    if (item.entry.aside === true || snapshot.coverage === 'increment') {
      return dated !== undefined && dated < oldestKnown(seen);
    }
    if (place >= firstKnown) return false;
    return dated === undefined ? run <= seen.facts.window.length : dated < (listed[firstKnown]?.record?.order ?? 0);
  };
}

function oldestKnown(seen: SeenSet): number {
  let oldest = Number.POSITIVE_INFINITY;
  for (const seq of seen.facts.window) oldest = Math.min(oldest, seen.records[seq]?.order ?? oldest);
  return oldest;
}
