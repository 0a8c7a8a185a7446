import type { SourceEntry } from '../core/entry.ts';
import { addToReposts, createRepostIndex, findRepost, type RepostIndex } from '../core/reposts.ts';
import type { EntryRecord } from '../core/seen-set.ts';

/** Finds the earlier entry that a new one repeats. Keeps an index per blog, so that a new entry costs a look-up. */
export type RepostFinder = {
  find(blog: string, records: readonly EntryRecord[], entry: SourceEntry, id: string): string | undefined;
};

/** Blogs whose index is held; the one asked for longest ago goes first. */
const MOST_BLOGS = 50;

export function createRepostFinder(): RepostFinder {
  const indexes = new Map<string, RepostIndex>();

  function indexOf(blog: string, records: readonly EntryRecord[]): RepostIndex {
    const index = indexes.get(blog) ?? createRepostIndex(records.map((record) => record.entry));
    indexes.delete(blog);
    indexes.set(blog, index);
    const [oldest] = indexes.keys();
    if (indexes.size > MOST_BLOGS && oldest !== undefined) indexes.delete(oldest);
    return index;
  }

  return {
    find(blog, records, entry, id) {
      const index = indexOf(blog, records);
      const found = findRepost(index, { ...entry, id });
      if (!index.told.has(id)) addToReposts(index, { ...entry, id });
      return found === id ? undefined : found;
    },
  };
}
