import type { SourceEntry } from '../entry.ts';
import type { EntryRecord, SeenFacts } from '../seen-set.ts';

/** What one poll changed. `records` are to be saved first, `facts` after them. */
export type Detection = {
  readonly facts: SeenFacts;
  /** Every record that is new or different. */
  readonly records: readonly EntryRecord[];
  readonly added: number;
  readonly edited: number;
  readonly removed: number;
  readonly restored: number;
  /** Set when the snapshot was not believed; then nothing else changed. */
  readonly quarantined: boolean;
};

export type DetectOptions = {
  /** True at the first poll of a blog: everything on the page was there before us. */
  readonly firstSight: boolean;
  /** The blog is read from another address than at the last look. */
  readonly isElsewhere?: boolean;
  /** Names the earlier entry that a new one repeats. */
  readonly repostOf?: (entry: SourceEntry, id: string) => string | undefined;
};
