import type { Snapshot, SourceEntry } from '../entry.ts';
import { idOn } from '../identity.ts';
import { ownCopy } from '../own-copy.ts';
import { fingerprint, revisionOf } from '../revision.ts';
import type { EntryRecord, SeenFacts, SeenSet } from '../seen-set.ts';
import { changedRecord, newRecord, sameFlags } from './change.ts';
import type { Detection, DetectOptions } from './detection.ts';
import { type LastLook, layOn } from './last-look.ts';

/**
 * What the last looks at a blog came to: what each listed entry object was found to be, and the `seq` of every id ever
 * seen. Sources hand out the same object while an entry stays the same, so most of a long page is known by one look-up
 * each; once the source lets go of an entry, nothing here holds it. Both are shared by the looks that follow: a look that
 * was never saved leaves an id there whose record is missing, which sends the next one the thorough way.
 */
type Sight = {
  readonly sightings: WeakMap<SourceEntry, Sighting>;
  readonly ids: Map<string, number>;
  last: LastLook | undefined;
};
type Sighting = Pick<EntryRecord, 'seq' | 'revision'> & Pick<SourceEntry, 'flags'>;

/** By the facts that the look produced: a look at anything else finds nothing here. */
const sights = new WeakMap<SeenFacts, Sight>();

/** More new and changed entries than this are worth the thorough way. */
const FEW = 20;

/** Remembers a look, where every listed entry is one record; a page that lists entries twice is always read thoroughly. */
export function rememberSight(
  facts: SeenFacts,
  entries: readonly SourceEntry[],
  listed: readonly EntryRecord[],
  before: readonly EntryRecord[],
): void {
  if (entries.length !== listed.length) return;
  const sight: Sight = {
    sightings: new WeakMap(),
    ids: new Map(before.map((record) => [record.entry.id, record.seq])),
    last: undefined,
  };
  for (const [place, entry] of entries.entries()) {
    const record = listed[place];
    // Equal items without a name may be one object.
    if (record === undefined || sight.sightings.has(entry)) return;
    note(sight, entry, record.entry.id, record.seq);
  }
  const run = listed.filter((_, place) => entries[place]?.aside !== true);
  sight.last = lastLook(
    entries,
    run.map(({ seq }) => seq),
    [],
  );
  sights.set(facts, sight);
}

/**
 * The same as `detect` for the everyday poll: a page as before, some entries edited, some new ones on top, some old ones
 * slid out. undefined where anything else happened or may have, which the thorough way sorts out.
 */
export function detectQuickly(
  seen: SeenSet,
  snapshot: Snapshot,
  now: number,
  options: DetectOptions,
): Detection | undefined {
  const sight = sights.get(seen.facts);
  if (sight === undefined || !isEveryday(seen.facts, snapshot, options)) return undefined;
  const look = compare(seen, sight, snapshot);
  if (look === undefined) return undefined;
  const detection = apply(seen, look, now, options);
  if (detection === undefined) return undefined;
  for (const { entry, id, seq } of look.different) note(sight, entry, id, seq);
  sight.last = lastLook(snapshot.entries, look.run, look.different);
  sights.set(detection.facts, sight);
  return detection;
}

/** Nothing where some entries stand aside of the run, which only few pages have. */
function lastLook(
  entries: readonly SourceEntry[],
  seqs: readonly number[],
  different: readonly Different[],
): LastLook | undefined {
  if (seqs.length !== entries.length) return undefined;
  return { entries: new WeakRef(entries), seqs, unsure: new Set(different.map(({ seq }) => seq)) };
}

function isEveryday(facts: SeenFacts, snapshot: Snapshot, options: DetectOptions): boolean {
  if (options.firstSight || options.isElsewhere === true) return false;
  if (facts.quarantine !== undefined || facts.standIn !== undefined || snapshot.deleted.length > 0) return false;
  if (snapshot.coverage !== 'window' || (facts.rung !== 'source' && facts.rung !== 'permalink')) return false;
  return Object.keys(facts.missing).length === 0 && Object.keys(facts.aliases).length === 0;
}

/** `run`: the page's own run, −1 where `different` has the entry. `slid`: records that left at the old end. */
type Look = { readonly run: number[]; readonly different: Different[]; readonly slid: readonly number[] };
type Different = { readonly place: number; readonly entry: SourceEntry; readonly id: string; seq: number };

function compare({ facts, records }: SeenSet, sight: Sight, snapshot: Snapshot): Look | undefined {
  const run: number[] = [];
  const different: Different[] = [];
  const seqAt = layOn(sight.last, snapshot.entries);
  for (const [place, entry] of snapshot.entries.entries()) {
    const seq = seqAt(place);
    if (seq !== undefined) {
      run.push(seq);
      continue;
    }
    const sighting = sight.sightings.get(entry);
    if (sighting !== undefined && isAsRecorded(sighting, records[sighting.seq])) {
      if (entry.aside !== true) run.push(sighting.seq);
      continue;
    }
    const id = facts.rung === undefined ? undefined : idOn(entry, facts.rung, facts.url);
    if (id === undefined || entry.aside === true || different.length >= FEW) return undefined;
    different.push({ place: run.length, entry, id, seq: sight.ids.get(id) ?? -1 });
    run.push(sight.ids.get(id) ?? -1);
  }
  const slid = slidOut(facts.window, run);
  return slid === undefined || new Set(different.map(({ id }) => id)).size < different.length
    ? undefined
    : { run, different, slid };
}

/** The entry may have changed since and back again: what counts is what its record says now. */
function isAsRecorded(sighting: Sighting, record: EntryRecord | undefined): boolean {
  if (record?.revision !== sighting.revision || record.removedAt !== undefined) return false;
  return sameFlags(record.entry, sighting);
}

/**
 * What left the window at its old end; undefined when the rest of it is not exactly the beginning of the new run, or when
 * so much left that the page may be broken.
 */
function slidOut(window: readonly number[], run: readonly number[]): readonly number[] | undefined {
  const start = run[0] === undefined ? -1 : window.indexOf(run[0]);
  const kept = window.length - start;
  if (start < 0 || kept < window.length / 2 || run.length < window.length / 2 || kept > run.length) return undefined;
  for (let place = 0; place < kept; place++) if (window[start + place] !== run[place]) return undefined;
  for (let place = kept; place < run.length; place++) if (run[place] !== -1) return undefined;
  return window.slice(0, start);
}

function apply(seen: SeenSet, look: Look, now: number, options: DetectOptions): Detection | undefined {
  const records: EntryRecord[] = [];
  let count = seen.facts.count;
  let restored = 0;
  let edited = 0;
  for (const item of look.different) {
    const known = item.seq === -1 ? undefined : seen.records[item.seq];
    if (known === undefined) {
      if (item.seq !== -1 || isSlidOne(seen, look.slid, item.entry)) return undefined;
      item.seq = count;
      records.push(newOne(item, count++, now, options));
      continue;
    }
    const changed = changedRecord(known, item.entry, now);
    if (changed === undefined) continue;
    if (known.removedAt !== undefined) restored++;
    else if (changed.revision !== known.revision) edited++;
    records.push(changed);
  }
  for (const { place, seq } of look.different) look.run[place] = seq;
  const moved = look.slid.length > 0 || count > seen.facts.count;
  const facts = moved ? { ...seen.facts, count, window: look.run } : seen.facts;
  const added = count - seen.facts.count;
  return { facts, records, added, edited, removed: 0, restored, quarantined: false };
}

function newOne(item: Different, seq: number, now: number, options: DetectOptions): EntryRecord {
  const { id, entry } = item;
  return newRecord({ id, entry, seq, now, baseline: false, repostOf: options.repostOf?.(entry, id) });
}

/** A new id with the address or the words of an entry that just left: perhaps the same entry under another id. */
function isSlidOne(seen: SeenSet, slid: readonly number[], entry: SourceEntry): boolean {
  return slid.some((seq) => {
    const gone = seen.records[seq]?.entry;
    if (gone === undefined) return true;
    return (gone.url !== undefined && gone.url === entry.url) || fingerprint(gone) === fingerprint(entry);
  });
}

function note({ sightings, ids }: Sight, entry: SourceEntry, id: string, seq: number): void {
  if (ids.get(id) !== seq) ids.set(ownCopy(id), seq);
  sightings.set(entry, { seq, revision: revisionOf(entry), flags: entry.flags });
}
