import type { EntryRecord, SeenSet } from '../core/seen-set.ts';
import type { BlogRecord, Records } from './records.ts';

/** A blog's record with its entries. */
export type KnownBlog = { readonly record: BlogRecord; readonly seen: SeenSet };

export type SeenSets = {
  /** undefined = never polled. Reads the blog record each time, the entries only when it moved on without us. */
  load(blog: string): Promise<KnownBlog | undefined>;
  /** Saves the changed entries, then the blog record: the other way round a kill would lose entries for good. */
  save(record: BlogRecord, changed: readonly EntryRecord[]): Promise<KnownBlog>;
  /** Remembers the times of a poll that found nothing, in memory alone. */
  touch(record: BlogRecord): void;
};

/** Entry records held in memory at most, over all blogs; the least recently used blog goes first. */
const MOST_ENTRIES = 60_000;

export function createSeenSets(records: Records): SeenSets {
  const cache = new Map<string, KnownBlog>();

  return {
    async load(blog) {
      const record = await records.blog(blog);
      if (record === undefined) return undefined;
      const cached = cache.get(blog);
      const known = cached?.record.version === record.version ? cached : await read(record);
      keep(known);
      return known;
    },

    async save(unsaved, changed) {
      const record = { ...unsaved, savedAt: unsaved.polledAt };
      const cached = cache.get(record.name);
      const before = cached?.record.version === record.version - 1 ? cached.seen.records : undefined;
      cache.delete(record.name);
      await records.saveEntries(record.name, changed);
      await records.saveBlog(record);
      const known = before === undefined ? await read(record) : { record, seen: withChanges(record, before, changed) };
      keep(known);
      return known;
    },

    touch(record) {
      const cached = cache.get(record.name);
      if (cached?.record.version === record.version) keep({ record, seen: cached.seen });
    },
  };

  async function read(record: BlogRecord): Promise<KnownBlog> {
    const seqs = Array.from({ length: record.facts.count }, (_, seq) => seq);
    const found = await records.entries(record.name, seqs);
    const entries = found.map((entry, seq) => present(entry, record.name, seq));
    return { record, seen: { facts: record.facts, records: entries } };
  }

  function keep(known: KnownBlog): void {
    cache.delete(known.record.name);
    cache.set(known.record.name, known);
    let held = 0;
    for (const other of cache.values()) held += other.seen.records.length;
    for (const [name, other] of cache) {
      if (held <= MOST_ENTRIES || name === known.record.name) break;
      cache.delete(name);
      held -= other.seen.records.length;
    }
  }
}

function withChanges(record: BlogRecord, before: readonly EntryRecord[], changed: readonly EntryRecord[]): SeenSet {
  if (changed.length === 0) return { facts: record.facts, records: before };
  const records = [...before];
  for (const entry of changed) records[entry.seq] = entry;
  return { facts: record.facts, records };
}

function present(entry: EntryRecord | undefined, blog: string, seq: number): EntryRecord {
  if (entry === undefined) {
    throw new Error(`The state is incomplete: entry ${seq} of ${blog} is missing. Restore the state from a backup.`);
  }
  return entry;
}
