import type { Snapshot, SourceEntry } from '../entry.ts';
import { revisionOf } from '../revision.ts';
import type { EntryRecord, SeenFacts, SeenSet, StandIn } from '../seen-set.ts';
import type { DetectOptions } from './detection.ts';
import type { Listed } from './listed.ts';

/*
 * A blog's page that stands in for the address of its entries may be older than what was known from there, and says the
 * same in its own way. So it is compared with itself alone: what it adds is new, what it changes of its own words is a
 * correction, and everything else about known entries waits for their own address.
 */

/** True where the last run of entries came another way, so that nothing follows from what it had and this one lacks. */
export function isOtherWay(facts: SeenFacts, snapshot: Snapshot, options: DetectOptions): boolean {
  if (snapshot.coverage === 'increment' || snapshot.coverage === 'stand-in') return false;
  return options.isElsewhere === true || facts.standIn?.isWindowOfPage === true;
}

/** The entries to be believed: of a page that shows none we know, only those newer than all we know are the blog's news. */
export function believed(seen: SeenSet, { coverage }: Snapshot, listed: readonly Listed[]): readonly Listed[] {
  if (coverage !== 'stand-in' || seen.records.length === 0) return listed;
  if (listed.some(({ record }) => record !== undefined)) return listed;
  const newest = seen.records.reduce((latest, { order }) => Math.max(latest, order), 0);
  return listed.filter(({ entry }) => entry.publishedAt !== undefined && entry.publishedAt > newest);
}

/** True where a page that stands in says something else of an entry than it said before. */
export function saysAnew(facts: SeenFacts, { seq, removedAt }: EntryRecord, entry: SourceEntry): boolean {
  const said = facts.standIn?.said[seq];
  return said !== undefined && removedAt === undefined && said !== revisionOf(entry);
}

/** `records` are those of the snapshot's entries, place by place. */
export function standInAfter(
  { standIn, window }: SeenFacts,
  { coverage }: Snapshot,
  listed: readonly Listed[],
  records: readonly EntryRecord[],
): StandIn | undefined {
  if (coverage === 'increment') return standIn;
  if (coverage !== 'stand-in') return undefined;
  const said = listed.flatMap(({ entry }, place) => {
    const seq = records[place]?.seq;
    return seq === undefined ? [] : [[seq, revisionOf(entry)] as const];
  });
  return { said: Object.fromEntries(said), isWindowOfPage: standIn?.isWindowOfPage ?? window.length === 0 };
}
