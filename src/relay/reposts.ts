import type { SourceEntry } from '../core/entry.ts';
import { ownCopy } from '../core/own-copy.ts';
import { addToReposts, createRepostIndex, findRepost, type RepostIndex, storyPrint } from '../core/reposts/reposts.ts';
import type { EntryRecord } from '../core/seen-set.ts';

/** Finds the earlier entry that a new one repeats. Keeps an index per blog, so that a new entry costs a look-up. */
export type RepostFinder = {
  find(blog: string, records: readonly EntryRecord[], entry: SourceEntry, id: string): string | undefined;
};

/**
 * Entries held in the indexes at most, over all blogs but the one last asked for, at some 6 KB each; the blog asked for
 * longest ago goes first. Only new entries ask, and making the index of a blog again takes tenths of a second at worst.
 */
const MOST_ENTRIES = 600;

export function createRepostFinder(): RepostFinder {
  const indexes = new Map<string, RepostIndex>();

  function indexOf(blog: string, records: readonly EntryRecord[]): RepostIndex {
    const index = indexes.get(blog) ?? createRepostIndex(records.map((record) => record.entry));
    indexes.delete(blog);
    indexes.set(blog, index);
    let held = -index.told.length;
    for (const other of indexes.values()) held += other.told.length;
    for (const [oldest, other] of indexes) {
      if (held <= MOST_ENTRIES || oldest === blog) break;
      indexes.delete(oldest);
      held -= other.told.length;
    }
    return index;
  }

  return {
    find(blog, records, entry, id) {
      const index = indexOf(blog, records);
      const print = storyPrint(entry);
      const found = findRepost(index, { ...entry, id }, print);
      addToReposts(index, { ...entry, id: ownCopy(id) }, print);
      return found === id ? undefined : found;
    },
  };
}
