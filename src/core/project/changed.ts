import type { Route } from '../route.ts';
import { routeSince } from '../route.ts';
import type { EntryRecord } from '../seen-set.ts';
import type { Projection } from './projection.ts';

/**
 * When each entry last changed, by `seq`: all that a later look needs to know of this one. The entries themselves would
 * stay in memory for each channel that shows them. Channels that look at the same blog share it.
 */
export function changeTimes(records: readonly EntryRecord[]): readonly number[] {
  const known = times.get(records);
  if (known !== undefined) return known;
  const made = records.map(({ changedAt }) => changedAt);
  times.set(records, made);
  return made;
}

const times = new WeakMap<readonly EntryRecord[], readonly number[]>();

/**
 * The part of a blog that has to be projected anew, when everything was in its place at an earlier sight of it: the
 * entries that changed since (`before`: their times of change then), and those that came in the same poll. undefined where entries share posts over many polls
 * (backfill, digest, quiet hours, pauses): there the whole blog is looked at.
 */
export function changedPart(of: Projection, before: readonly number[]): Projection | undefined {
  const { records } = of.seen;
  if (of.pauses.length > 0 || gathers(of.route)) return undefined;
  const since = routeSince(of.route);
  const polls = new Set<number>();
  for (const [seq, record] of records.entries()) {
    if (record.changedAt === before[seq]) continue;
    if (record.baseline || record.firstSeenAt <= since) return undefined;
    polls.add(record.firstSeenAt);
  }
  return { ...of, among: (record) => polls.has(record.firstSeenAt) };
}

function gathers(route: Route): boolean {
  return route.versions.some(({ settings }) => settings.digest !== undefined || settings.quiet !== undefined);
}
