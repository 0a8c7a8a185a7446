import type { Flag } from '../core/entry.ts';

/** One entry as a page shows it now. Times are epoch milliseconds. */
export type LiveEntry = {
  /** Its fragment on the page; letters, digits, `-`, `_`, `.` and `:` only. */
  readonly id: string;
  readonly title?: string;
  /** Markup that is already safe: our own, or made from an mdast tree. */
  readonly html: string;
  readonly authors: readonly string[];
  readonly publishedAt?: number;
  readonly updatedAt?: number;
  readonly flags: readonly Flag[];
};

/** A live blog at one moment, as it is put on a page or into a feed. */
export type LivePage = {
  readonly title: string;
  readonly publisher?: string;
  readonly description?: string;
  readonly live: boolean;
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly keyPoints: readonly string[];
  /** Newest first, as live blogs show them. */
  readonly entries: readonly LiveEntry[];
  /** Shown above the others; may be an entry that slid out of `entries`. */
  readonly pinned?: LiveEntry;
};

/** When the page last changed, epoch ms. */
export function changedAt(page: LivePage): number | undefined {
  const times = page.entries.flatMap((entry) => [entry.publishedAt ?? 0, entry.updatedAt ?? 0]);
  const latest = Math.max(0, page.endedAt ?? 0, page.startedAt ?? 0, ...times);
  return latest === 0 ? undefined : latest;
}

/** `2026-11-21T18:04:00.000Z`, or undefined. */
export const iso = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();

const LABELS = { breaking: 'Breaking', summary: 'Summary' } as const;

/**
 * The headline as pages write it: schema.org and feeds have no field for "breaking" and "summary", so publishers put the
 * word before the headline, and readers of live blogs look for it there.
 */
export function labelled(entry: LiveEntry): string | undefined {
  const { title } = entry;
  const flag = (['breaking', 'summary'] as const).find((name) => entry.flags.includes(name));
  if (title === undefined || flag === undefined) return title;
  return title.toLowerCase().startsWith(flag) ? title : `${LABELS[flag]}: ${title}`;
}
