import { editSize } from '../edit-size.ts';
import type { SourceEntry } from '../entry.ts';
import { revisionOf } from '../revision.ts';
import type { EntryRecord, Revision } from '../seen-set.ts';

/** Revisions kept beside the first one. */
const PAST_KEPT = 9;

export function newRecord(of: {
  readonly id: string;
  readonly entry: SourceEntry;
  readonly seq: number;
  readonly now: number;
  readonly baseline: boolean;
  readonly repostOf: string | undefined;
}): EntryRecord {
  const { repostOf, entry, id, seq, now, baseline } = of;
  return {
    entry: { ...entry, id, ...(repostOf === undefined ? {} : { repostOf }) },
    seq,
    order: entry.publishedAt ?? now,
    firstSeenAt: now,
    baseline,
    revision: revisionOf(entry),
    past: [],
    edits: 0,
    changedAt: now,
  };
}

/** The record after this sight of its entry; undefined when nothing a reader sees, and nothing a filter asks for, changed. */
export function changedRecord(record: EntryRecord, entry: SourceEntry, now: number): EntryRecord | undefined {
  const revision = revisionOf(entry);
  const restored = record.removedAt !== undefined;
  if (revision === record.revision && !restored && sameFlags(record.entry, entry)) return undefined;
  const { removedAt: _restored, ...rest } = record;
  const back = restored ? { restoredAt: now } : {};
  const shown = { ...rest, ...back, entry: seenAgain(record, entry), changedAt: now };
  if (revision === record.revision) return shown;
  return { ...shown, revision, past: withPast(record), ...correction(record, entry, now) };
}

export function removedRecord(record: EntryRecord, now: number): EntryRecord {
  return { ...record, removedAt: now, changedAt: now };
}

function correction(record: EntryRecord, entry: SourceEntry, now: number): { edits: number; correctedAt?: number } {
  const before = `${record.entry.title ?? ''}\n${record.entry.body.text}`;
  const after = `${entry.title ?? ''}\n${entry.body.text}`;
  if (editSize(before, after) === 'substantial') return { edits: record.edits + 1, correctedAt: now };
  return { edits: record.edits };
}

/** What never changes stays: the id, what it repeats, and the published time once the source has told one. */
function seenAgain(record: EntryRecord, entry: SourceEntry): EntryRecord['entry'] {
  const { id, repostOf, publishedAt } = record.entry;
  return {
    ...entry,
    id,
    ...(repostOf === undefined ? {} : { repostOf }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
}

function withPast(record: EntryRecord): readonly Revision[] {
  const { entry, revision, past } = record;
  const left: Revision = {
    at: past.length === 0 ? record.firstSeenAt : record.changedAt,
    revision,
    ...(entry.title === undefined ? {} : { title: entry.title }),
    text: entry.body.text,
    authors: entry.authors,
    flags: entry.flags,
  };
  const all = [...past, left];
  return all.length <= PAST_KEPT ? all : [...all.slice(0, 1), ...all.slice(1 - PAST_KEPT)];
}

/** The same marks, in whatever order the page names them. */
export function sameFlags(a: Pick<SourceEntry, 'flags'>, b: Pick<SourceEntry, 'flags'>): boolean {
  if (a.flags === b.flags) return true;
  return a.flags.length === b.flags.length && a.flags.every((flag) => b.flags.includes(flag));
}
