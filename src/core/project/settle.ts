import type { Wanted } from '../wanted.ts';
import type { Group } from './group.ts';

/** How often the settle time is granted anew while an entry keeps changing. */
const SETTLE_TIMES = 4;

/**
 * When a group has calmed down enough to be posted: `settle` after its last change, within reason, and not before the
 * rules it is shown by: what a new follower gets of old entries was not due for hours.
 */
export function settledAt(group: Group): number {
  const { settle } = group.version.settings;
  let due = group.version.from;
  for (const record of group.records) {
    const start = group.selected ? record.firstSeenAt : record.changedAt;
    const calm = Math.min(record.changedAt, start + settle * (SETTLE_TIMES - 1));
    due = Math.max(due, Math.max(start, calm) + settle);
  }
  return due;
}

export type Settling = { readonly wanted: Wanted; readonly settles: boolean };

/** Puts posts in order of time; one that has calmed down waits for an earlier one that has not. */
export function settleInOrder(items: readonly Settling[]): Wanted[] {
  const ordered = items.toSorted(
    (a, b) => a.wanted.order[0] - b.wanted.order[0] || a.wanted.order[1] - b.wanted.order[1],
  );
  let latest = 0;
  return ordered.map(({ wanted, settles }) => {
    if (!settles || wanted.dueAt === undefined || wanted.want !== 'show') return wanted;
    latest = Math.max(latest, wanted.dueAt);
    return latest === wanted.dueAt ? wanted : { ...wanted, dueAt: latest };
  });
}
