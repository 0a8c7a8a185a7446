import { keptEntry } from '../core/kept-entry.ts';
import { ownCopy } from '../core/own-copy.ts';
import { packBody } from '../core/packed-body.ts';
import type { EntryRecord, SeenSet } from '../core/seen-set.ts';
import type { BlogRecord, Records } from './records.ts';

/** A blog's record with its entries. */
export type KnownBlog = { readonly record: BlogRecord; readonly seen: SeenSet };

export type SeenSets = {
  /** The blog's record alone. undefined = never polled. Read each time; its last times may be known in memory only. */
  record(blog: string): Promise<BlogRecord | undefined>;
  /** The same with the entries, which are read only when they are not at hand or the record moved on without us. */
  load(blog: string): Promise<KnownBlog | undefined>;
  /** Saves the changed entries, then the blog record: the other way round a kill would lose entries for good. */
  save(record: BlogRecord, changed: readonly EntryRecord[]): Promise<BlogRecord>;
  /** Remembers the times of a poll that found nothing, in memory alone. */
  touch(record: BlogRecord): void;
};

type Held = { readonly version: number; readonly records: readonly EntryRecord[] };

/**
 * Entry records held in memory at most, over all blogs, some 2 KB each; the least recently used blog goes first. The rest
 * is read again when it is asked for, a few milliseconds for a blog of hundreds of entries.
 */
const MOST_ENTRIES = 4000;

/** Entries read and packed at a time: others have their turn in between, and no tree outlives its slice. */
const AT_ONCE = 50;

/** `shared`: other processes poll too, so that a blog's record may move on without us. */
export function createSeenSets(records: Records, options: { readonly shared: boolean }): SeenSets {
  const last = new Map<string, BlogRecord>();
  const held = new Map<string, Held>();

  return {
    record,

    async load(blog) {
      const found = await record(blog);
      return found === undefined
        ? undefined
        : { record: found, seen: { facts: found.facts, records: await of(found) } };
    },

    async save(unsaved, changed) {
      const saved = { ...unsaved, savedAt: unsaved.polledAt };
      const before = held.get(saved.name);
      held.delete(saved.name);
      last.delete(saved.name);
      try {
        await records.saveEntries(saved.name, changed);
        await records.saveBlog(saved);
      } catch (error) {
        // Perhaps written, perhaps not: what was read meanwhile is no longer to be trusted.
        last.delete(saved.name);
        throw error;
      }
      last.set(saved.name, saved);
      if (before?.version === saved.version - 1) hold(saved, withChanges(before.records, changed));
      return saved;
    },

    touch(touched) {
      if (last.get(touched.name)?.version === touched.version) last.set(touched.name, touched);
    },
  };

  async function record(blog: string): Promise<BlogRecord | undefined> {
    const known = last.get(blog);
    if (known !== undefined && !options.shared) return known;
    const found = await records.blog(blog);
    if (found === undefined) return undefined;
    // A save may have been quicker than this reading.
    const meanwhile = last.get(blog);
    if (meanwhile !== undefined && meanwhile.version >= found.version) return meanwhile;
    last.set(blog, found);
    return found;
  }

  async function of(blog: BlogRecord): Promise<readonly EntryRecord[]> {
    const known = held.get(blog.name);
    const entries = known?.version === blog.version ? known.records : await read(blog);
    hold(blog, entries);
    return entries;
  }

  async function read({ name, facts }: BlogRecord): Promise<readonly EntryRecord[]> {
    const entries: EntryRecord[] = [];
    for (let first = 0; first < facts.count; first += AT_ONCE) {
      const seqs = Array.from({ length: Math.min(AT_ONCE, facts.count - first) }, (_, at) => first + at);
      const found = await records.entries(name, seqs);
      for (const [at, entry] of found.entries()) entries.push(packed(present(entry, name, first + at)));
    }
    return entries;
  }

  function hold({ name, version }: BlogRecord, entries: readonly EntryRecord[]): void {
    held.delete(name);
    held.set(name, { version, records: entries });
    let count = 0;
    for (const other of held.values()) count += other.records.length;
    for (const [oldest, other] of held) {
      if (count <= MOST_ENTRIES || oldest === name) break;
      held.delete(oldest);
      count -= other.records.length;
    }
  }
}

function withChanges(before: readonly EntryRecord[], changed: readonly EntryRecord[]): readonly EntryRecord[] {
  if (changed.length === 0) return before;
  const records = [...before];
  for (const entry of changed) records[entry.seq] = kept(entry);
  return records;
}

/** A body that its source keeps too is there once. */
function kept({ entry, ...facts }: EntryRecord): EntryRecord {
  return { ...ownCopy(facts), entry: keptEntry(entry) };
}

function packed(record: EntryRecord): EntryRecord {
  return { ...record, entry: { ...record.entry, body: packBody(record.entry.body) } };
}

function present(entry: EntryRecord | undefined, blog: string, seq: number): EntryRecord {
  if (entry === undefined) {
    throw new Error(`The state is incomplete: entry ${seq} of ${blog} is missing. Restore the state from a backup.`);
  }
  return entry;
}
