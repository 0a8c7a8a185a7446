import type { Body } from '../../core/entry.ts';
import type { DateReader } from './elements/dated.ts';

/** What reading an entry needs of the document around it. */
export type FeedReading = {
  /** The address that relative ones start from where the feed sets none: the document's own. */
  readonly base: string;
  readonly dates: DateReader;
  readonly body: (html: string, base: string) => Body;
  /** Who an entry without an author is by (RFC 4287 4.2.1). */
  readonly feedAuthors: readonly string[];
};
