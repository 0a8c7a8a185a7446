import type { Pause, Route, RouteSettings, RouteVersion } from '../route.ts';
import { routeSince, versionAt } from '../route.ts';
import type { EntryRecord } from '../seen-set.ts';
import { type Hold, holdAt } from './hold.ts';
import { firstEntry, isKey, type Unselected, whyUnselected } from './select.ts';

/**
 * Where an entry belongs in a channel, made from facts that never change, so that it is the same at every look.
 * `past`: it was there before the route and `backfill` does not ask for it. `backfill`: it does. `unselected`: a rule kept
 * it out at first sight. `held`: it waits with others. `batch`: it came with the others of its poll.
 */
export type Place =
  | { readonly kind: 'past' }
  | { readonly kind: 'backfill'; readonly version: RouteVersion }
  | { readonly kind: 'unselected'; readonly why: Unselected; readonly version: RouteVersion }
  | { readonly kind: 'held'; readonly hold: Hold; readonly version: RouteVersion }
  | { readonly kind: 'batch'; readonly version: RouteVersion };

/** Gives the place of each entry of a blog in one channel. */
export type Placing = (record: EntryRecord) => Place;

export function createPlacing(
  route: Route,
  pauses: readonly Pause[],
  followedAt: number,
  records: readonly EntryRecord[],
): Placing {
  const since = routeSince(route);
  const start = Math.max(since, followedAt);
  const first = versionAt(route, since);
  const wanted = backfilled(first.settings, records, start, since);
  const holds = new Map<string, Hold | undefined>();

  return (record) => {
    if (record.baseline || record.firstSeenAt < since) {
      return wanted.has(record.seq) ? { kind: 'backfill', version: first } : { kind: 'past' };
    }
    const version = versionAt(route, record.firstSeenAt);
    const entry = firstEntry(record);
    const why = whyUnselected(version.settings, entry);
    if (why !== undefined) return { kind: 'unselected', why, version };
    const hold = held(version.settings, record);
    return hold === undefined ? { kind: 'batch', version } : { kind: 'held', hold, version };
  };

  function held(settings: RouteSettings, record: EntryRecord): Hold | undefined {
    if (pauses.length === 0 && settings.digest === undefined && settings.quiet === undefined) return undefined;
    const flags = firstEntry(record).flags;
    const name = `${record.firstSeenAt} ${flags.join()}`;
    if (!holds.has(name)) holds.set(name, holdAt(settings, pauses, record.firstSeenAt, { flags }));
    return holds.get(name);
  }
}

/** The `seq`s that `backfill` asks for, among what was there when the route was made. */
function backfilled(
  settings: RouteSettings,
  records: readonly EntryRecord[],
  start: number,
  since: number,
): ReadonlySet<number> {
  const { backfill } = settings;
  if (backfill === 'none' || backfill === 'card') return new Set();
  const there = records
    .filter((record) => (record.baseline || record.firstSeenAt < since) && record.firstSeenAt <= start)
    .filter((record) => record.removedAt === undefined || record.removedAt > start)
    .filter((record) => whyUnselected(settings, firstEntry(record)) === undefined)
    .toSorted((a, b) => a.order - b.order || a.seq - b.seq);
  const chosen = backfill === 'key' ? there.filter((record) => isKey(firstEntry(record))) : there;
  const count = backfill === 'latest' ? 1 : typeof backfill === 'number' ? backfill : chosen.length;
  return new Set((count === 0 ? [] : chosen.slice(-count)).map((record) => record.seq));
}
