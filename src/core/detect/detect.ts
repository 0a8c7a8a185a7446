import type { Snapshot } from '../entry.ts';
import { identify, type LastListed } from '../identity.ts';
import type { EntryRecord, SeenFacts, SeenSet } from '../seen-set.ts';
import { findAliases, keepAliases } from './alias.ts';
import { changedRecord, newRecord, removedRecord } from './change.ts';
import type { Detection, DetectOptions } from './detection.ts';
import { findGaps, type Gaps, gapsAgain } from './gaps.ts';
import { historyBefore } from './history.ts';
import { type Listed, matchListed } from './listed.ts';
import { quarantineAfter, whyQuarantine } from './quarantine.ts';
import { detectQuickly, rememberSight } from './quick.ts';
import { believed, isOtherWay, saysAnew, standInAfter } from './stand-in.ts';
import { nextWindow } from './window.ts';

/**
 * Compares a snapshot with what we know. Absence alone never removes: an entry goes when the source says so, or when two
 * good looks in a row show a gap where it stood. A snapshot that shows far less than the last one changes nothing.
 */
export function detect(seen: SeenSet, snapshot: Snapshot, now: number, options: DetectOptions): Detection {
  return detectQuickly(seen, snapshot, now, options) ?? detectThoroughly(seen, snapshot, now, options);
}

function detectThoroughly(seen: SeenSet, snapshot: Snapshot, now: number, options: DetectOptions): Detection {
  const known = new Map(seen.records.map((record) => [record.entry.id, record]));
  const identity = identify(snapshot.entries, seen.facts.url, seen.facts.rung, lastListed(seen, known));
  const aliases = findAliases(seen, identity, known);
  const listed = believed(seen, snapshot, matchListed(identity.entries, { ...seen.facts.aliases, ...aliases }, known));
  const before = isOtherWay(seen.facts, snapshot, options) ? { ...seen.facts, window: [], missing: {} } : seen.facts;

  const reason = whyQuarantine(before, snapshot, listed);
  if (reason !== undefined) {
    return unchanged(
      { ...seen.facts, quarantine: quarantineAfter(seen.facts.quarantine, snapshot, reason, now) },
      true,
    );
  }
  const changes = apply(seen, snapshot, listed, now, options);
  const gaps = findGaps(before, snapshot.coverage, changes.run, changes.present);
  const standIn = standInAfter(seen.facts, snapshot, listed, changes.listed);
  const facts = {
    url: seen.facts.url,
    followedAt: options.firstSight ? now : seen.facts.followedAt,
    rung: identity.rung,
    count: seen.facts.count + changes.added,
    window:
      snapshot.coverage === 'stand-in' && standIn?.isWindowOfPage !== true
        ? seen.facts.window
        : nextWindow(before.window, changes.run, gaps, snapshot.coverage),
    aliases: keepAliases(seen.facts.aliases, aliases, identity.entries),
    missing: gaps.missing,
    ...(standIn === undefined ? {} : { standIn }),
  };
  rememberSight(facts, snapshot.entries, changes.listed, seen.records);
  return { ...conclude(seen, changes, gaps, now), facts };
}

function lastListed({ facts, records }: SeenSet, known: ReadonlyMap<string, EntryRecord>): LastListed {
  const entries = () =>
    facts.window.flatMap((seq) => {
      const entry = records[seq]?.entry;
      return entry === undefined ? [] : [{ id: entry.id, entry }];
    });
  return { entries, isNamed: (id) => known.has(id) };
}

/**
 * "The same as last time" is a second look at the last page that was believed: what was missing there is still missing, and
 * a page that was not believed in between is over.
 */
export function detectSame(seen: SeenSet, now: number): Detection {
  const { missing, quarantine } = seen.facts;
  // The very same facts where nothing is open: the caller sees at a glance that there is nothing to save.
  if (quarantine === undefined && Object.keys(missing).length === 0) return unchanged(seen.facts, false);
  const gaps = gapsAgain(seen.facts);
  const { quarantine: _over, ...known } = seen.facts;
  const facts = { ...known, missing: gaps.missing, window: nextWindow(seen.facts.window, [], gaps, 'increment') };
  return { ...conclude(seen, noChanges(), gaps, now), facts };
}

function unchanged(facts: SeenFacts, quarantined: boolean): Detection {
  return { facts, records: [], added: 0, edited: 0, removed: 0, restored: 0, quarantined };
}

type Changes = {
  readonly records: Map<number, EntryRecord>;
  /** `seq`s of the page's own run, in page order. */
  readonly run: number[];
  /** `seq`s of everything the snapshot shows. */
  readonly present: Set<number>;
  /** The records of everything the snapshot shows, in its order. */
  readonly listed: EntryRecord[];
  added: number;
  edited: number;
  removed: number;
  restored: number;
};

function noChanges(): Changes {
  return { records: new Map(), run: [], present: new Set(), listed: [], added: 0, edited: 0, removed: 0, restored: 0 };
}

function apply(
  seen: SeenSet,
  snapshot: Snapshot,
  listed: readonly Listed[],
  now: number,
  options: DetectOptions,
): Changes {
  const changes = noChanges();
  const isHistory = historyBefore(seen, snapshot, listed, isOtherWay(seen.facts, snapshot, options));
  for (const [place, item] of listed.entries()) {
    const record = item.record === undefined ? addNew(changes, seen, item, place) : known(item.record, item);
    changes.present.add(record.seq);
    changes.listed.push(record);
    if (item.entry.aside !== true) changes.run.push(record.seq);
  }
  removeDeleted(changes, seen, snapshot.deleted, now);
  return changes;

  function known(record: EntryRecord, item: Listed): EntryRecord {
    const isLeft = snapshot.coverage === 'stand-in' && !saysAnew(seen.facts, record, item.entry);
    return isLeft ? record : update(changes, record, item, now);
  }

  function addNew(into: Changes, of: SeenSet, item: Listed, place: number): EntryRecord {
    const record = newRecord({
      id: item.id,
      entry: item.entry,
      seq: of.facts.count + into.added,
      now,
      baseline: options.firstSight || isHistory(place),
      repostOf: options.repostOf?.(item.entry, item.id),
    });
    into.added++;
    into.records.set(record.seq, record);
    return record;
  }
}

function update(changes: Changes, record: EntryRecord, item: Listed, now: number): EntryRecord {
  const changed = changedRecord(record, item.entry, now);
  if (changed === undefined) return record;
  if (record.removedAt !== undefined) changes.restored++;
  else if (changed.revision !== record.revision) changes.edited++;
  changes.records.set(record.seq, changed);
  return changed;
}

/** Only ids we know: a deletion of something never seen is nothing to us. */
function removeDeleted(changes: Changes, seen: SeenSet, deleted: readonly string[], now: number): void {
  if (deleted.length === 0) return;
  const gone = new Set(deleted.map((id) => seen.facts.aliases[id] ?? id));
  for (const record of seen.records) {
    const current = changes.records.get(record.seq) ?? record;
    if (!gone.has(record.entry.id) || current.removedAt !== undefined) continue;
    changes.records.set(record.seq, removedRecord(current, now));
    changes.removed++;
  }
}

function conclude(seen: SeenSet, changes: Changes, gaps: Gaps, now: number): Omit<Detection, 'facts'> {
  for (const seq of gaps.proven) {
    const record = changes.records.get(seq) ?? seen.records[seq];
    if (record === undefined || record.removedAt !== undefined) continue;
    changes.records.set(seq, removedRecord(record, now));
    changes.removed++;
  }
  const { added, edited, removed, restored } = changes;
  return { records: [...changes.records.values()], added, edited, removed, restored, quarantined: false };
}
