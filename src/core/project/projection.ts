import type { Pause, Route } from '../route.ts';
import type { BlogFace, EntryRecord, SeenSet } from '../seen-set.ts';
import type { Sizes } from './views.ts';

/** One blog as it is to be shown in one channel. */
export type Projection = {
  readonly name: string;
  readonly face: BlogFace;
  /** The blog cannot be read at present. */
  readonly failing: boolean;
  readonly seen: SeenSet;
  readonly route: Route;
  readonly pauses: readonly Pause[];
  readonly sizes: Sizes;
  /** Only these entries are projected; all when absent. The state card is always of the whole blog. */
  readonly among?: (record: EntryRecord) => boolean;
};
