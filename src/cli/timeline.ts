import type { EntryRecord, Revision } from '../core/seen-set.ts';
import type { Records } from '../relay/records.ts';

/** One state of an entry: what it said, and since when. */
export type TimelineRevision = Pick<Revision, 'title' | 'text' | 'authors' | 'flags'> & { readonly seenAt: number };

/** One entry with where it came from. Times are epoch ms. */
export type TimelineEntry = {
  readonly id: string;
  readonly authors: readonly string[];
  readonly publishedAt?: number;
  readonly updatedAt?: number;
  readonly firstSeenAt: number;
  readonly withdrawnAt?: number;
  readonly url?: string;
  readonly repostOf?: string;
  /** Oldest first; the last one is how it stands. */
  readonly revisions: readonly TimelineRevision[];
};

export type Timeline = {
  readonly blog: string;
  readonly title?: string;
  readonly url: string;
  readonly followedAt: number;
  readonly entries: readonly TimelineEntry[];
};

/** Everything kept of a blog in the order it happened; undefined when nothing is known of it. */
export async function readTimeline(records: Records, blog: string): Promise<Timeline | undefined> {
  const known = await records.blog(blog);
  if (known === undefined) return undefined;
  const seqs = Array.from({ length: known.facts.count }, (_, seq) => seq);
  const entries = (await records.entries(blog, seqs)).filter((record) => record !== undefined);
  const { title } = known.face;
  return {
    blog,
    ...(title === undefined ? {} : { title }),
    url: known.facts.url,
    followedAt: known.facts.followedAt,
    entries: entries.toSorted((a, b) => a.order - b.order || a.seq - b.seq).map(timelineEntry),
  };
}

function timelineEntry(record: EntryRecord): TimelineEntry {
  const { id, authors, publishedAt, updatedAt, url, repostOf, title, body, flags } = record.entry;
  const past = record.past.map(({ at, revision: _, ...said }) => ({ ...said, seenAt: at }));
  const seenAt = past.length === 0 ? record.firstSeenAt : record.changedAt;
  const now = { ...(title === undefined ? {} : { title }), text: body.text, authors, flags, seenAt };
  return {
    id,
    authors,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
    firstSeenAt: record.firstSeenAt,
    ...(record.removedAt === undefined ? {} : { withdrawnAt: record.removedAt }),
    ...(url === undefined ? {} : { url }),
    ...(repostOf === undefined ? {} : { repostOf }),
    revisions: [...past, now],
  };
}
