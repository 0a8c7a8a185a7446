import { hash } from '../hash.ts';
import type { BlogView, CardView } from '../post.ts';
import { type RouteSettings, routeSince } from '../route.ts';
import type { EntryRecord } from '../seen-set.ts';
import type { Wanted } from '../wanted.ts';
import type { Projection } from './projection.ts';
import { hiding } from './views.ts';

/** Least time between two edits of a state card. */
const CARD_GAP = 30_000;
/** A running blog without changes for so long is quiet. */
const QUIET_AFTER = 30 * 60_000;
const KEY_EVENTS_SHOWN = 5;
const KEY_POINTS_SHOWN = 6;

/** The state card on top of a thread, kept up to date at a bounded rate. */
export function threadCard(of: Projection, blog: BlogView, settings: RouteSettings, now: number): Wanted {
  const card = cardView(of, now);
  const key = `${of.name}/card`;
  const revision = hash(JSON.stringify([blog.title, card, ...(settings.spoiler ? ['spoiler'] : [])]));
  return { ...cardWanted(key, blog, card, revision, settings), follow: true, dueAt: routeSince(of.route) };
}

/** Where the blog stands when a channel begins to follow it; posted once. */
export function baselineCard(of: Projection, blog: BlogView, settings: RouteSettings, now: number): Wanted {
  const start = Math.max(routeSince(of.route), of.seen.facts.followedAt);
  return { ...cardWanted(`${of.name}/base`, blog, cardView(of, now), '1', settings), follow: false, dueAt: start };
}

function cardWanted(key: string, blog: BlogView, card: CardView, revision: string, settings: RouteSettings) {
  return {
    key,
    want: 'show' as const,
    revision,
    order: [Number.NEGATIVE_INFINITY, 0] as const,
    edits: {},
    editGap: Math.max(CARD_GAP, settings.editGap),
    breaks: true,
    post: () => ({ kind: 'card' as const, key, revision, blog, card, ...hiding(settings) }),
    note: undefined,
  };
}

function cardView(of: Projection, now: number): CardView {
  const shown = of.seen.records.filter((record) => record.removedAt === undefined);
  const changed = of.seen.records.reduce<number | undefined>(
    (last, { changedAt }) => Math.max(last ?? 0, changedAt),
    undefined,
  );
  return {
    status: statusOf(of, changed, now),
    updatedAt: changed,
    keyPoints: of.face.keyPoints.slice(0, KEY_POINTS_SHOWN),
    keyEvents: keyEvents(shown),
    counts: {
      entries: shown.length,
      corrected: shown.filter((record) => record.edits > 0).length,
      withdrawn: of.seen.records.length - shown.length,
    },
  };
}

function statusOf(of: Projection, changed: number | undefined, now: number): CardView['status'] {
  if (of.face.live === false) return 'ended';
  if (of.failing) return 'unreachable';
  if (changed === undefined) return 'before';
  return now - changed >= QUIET_AFTER ? 'quiet' : 'live';
}

function keyEvents(records: readonly EntryRecord[]): CardView['keyEvents'] {
  return records
    .filter((record) => record.entry.flags.includes('key') || record.entry.flags.includes('breaking'))
    .toSorted((a, b) => b.order - a.order)
    .slice(0, KEY_EVENTS_SHOWN)
    .map(({ entry, order }) => ({
      title: entry.title ?? entry.body.text.split('\n', 1)[0] ?? '',
      ...(entry.url === undefined ? {} : { url: entry.url }),
      at: entry.publishedAt ?? order,
    }));
}
