import { hash } from '../hash.ts';
import type { BlogView, Post } from '../post.ts';
import { currentSettings, type Pause, type Route, type RouteSettings } from '../route.ts';
import type { EntryRecord } from '../seen-set.ts';
import type { Wanted } from '../wanted.ts';
import { baselineCard, threadCard } from './card.ts';
import { correctionPost, correctionsWanted } from './correction.ts';
import { type Group, groupRecords } from './group.ts';
import { quietUntil } from './hold.ts';
import { createPlacing } from './place.ts';
import { postOf } from './post-of.ts';
import type { Projection } from './projection.ts';
import { whyUnselected } from './select.ts';
import { type Settling, settledAt, settleInOrder } from './settle.ts';
import { blogView, type Sizes, viewRevision } from './views.ts';

/**
 * What a channel should show of a blog: all rules of the product are here. A function of its arguments; keys and places
 * come from facts that never change, so it may be asked at any time, any number of times. `now` only moves due times
 * and the state of a card.
 */
export function project(of: Projection, now: number): Wanted[] {
  const { route, pauses, seen } = of;
  const blog = blogView(of.name, seen.facts.url, of.face);
  const placing = createPlacing(route, pauses, seen.facts.followedAt, seen.records);
  const records = of.among === undefined ? seen.records : seen.records.filter(of.among);
  const groups = groupRecords(of.name, records, placing);
  const settings = currentSettings(route);
  const hold = holdNow(settings, pauses, now);
  const cards = [
    ...(settings.layout === 'thread' ? [threadCard(of, blog, settings, now)] : []),
    ...(settings.backfill === 'card' && !beganWithThread(route) ? [baselineCard(of, blog, settings, now)] : []),
  ];
  const posts = settleInOrder(groups.map((group) => entriesWanted(blog, group, of.sizes)));
  const corrections = groups.flatMap((group) => correctionsWanted(blog, group, of.sizes));
  const wanted = [...cards, ...posts, ...corrections];
  return hold === undefined ? wanted : wanted.map((item) => delay(item, hold));
}

/** The card on top of the thread says already where the blog stood. */
function beganWithThread(route: Route): boolean {
  return route.versions[0]?.settings.layout === 'thread';
}

function entriesWanted(blog: BlogView, group: Group, sizes: Sizes): Settling {
  const { settings } = group.version;
  const deleting = settings.removals === 'delete';
  const shown = deleting ? group.records.filter((record) => record.removedAt === undefined) : group.records;
  const first = group.records[0];
  const struck = settings.removals === 'strike' && shown.some((record) => record.removedAt !== undefined);
  const latest = latestChange(group.records);
  const revision = revisionOfPost(shown, settings);
  const wanted: Wanted = {
    key: group.key,
    want: shown.length === 0 ? 'withdrawn' : isWanted(group, shown) ? 'show' : 'keep',
    revision,
    follow: settings.edits === 'edit' || struck || shown.length < group.records.length || shown.some(isBack),
    dueAt: group.hold === undefined ? settledAt(group) : group.hold.until,
    order: [first?.order ?? 0, first?.seq ?? 0],
    ...(settings.layout === 'thread' ? { under: `${blog.name}/card` } : {}),
    edits: Object.fromEntries(shown.filter((record) => record.edits > 0).map((record) => [record.seq, record.edits])),
    editGap: settings.editGap,
    breaks: group.breaks,
    post: (): Post => postOf(blog, group, shown, revision, sizes),
    note: latest === undefined ? undefined : () => correctionPost(group.key, blog, latest, settings, sizes),
  };
  return { wanted, settles: group.hold === undefined };
}

/** What was taken out of its message, or struck through in it, has to be put back, however corrections are shown. */
function isBack({ restoredAt }: EntryRecord): boolean {
  return restoredAt !== undefined;
}

/** Whether anything of the group is still to be seen: not withdrawn, and wanted by the route at first sight or by now. */
function isWanted(group: Group, shown: readonly EntryRecord[]): boolean {
  const { settings } = group.version;
  return shown.some(
    (record) =>
      record.removedAt === undefined && (group.selected || whyUnselected(settings, record.entry) === undefined),
  );
}

function latestChange(records: readonly EntryRecord[]): EntryRecord | undefined {
  return records.reduce<EntryRecord | undefined>(
    (last, record) => (last === undefined || record.changedAt > last.changedAt ? record : last),
    undefined,
  );
}

function revisionOfPost(shown: readonly EntryRecord[], settings: RouteSettings): string {
  return hash(shown.map((record) => `${record.seq} ${viewRevision(record, settings)}`).join('\n'));
}

type HoldNow = { readonly until: number | undefined; readonly breakable: boolean };

/** While a pause or quiet hours hold, nothing is posted either that was still waiting when they began. */
function holdNow(settings: RouteSettings, pauses: readonly Pause[], now: number): HoldNow | undefined {
  const pause = pauses.find((candidate) => candidate.from <= now && (candidate.to === undefined || now < candidate.to));
  if (pause !== undefined) return { until: pause.to, breakable: false };
  const until = settings.quiet === undefined ? undefined : quietUntil(settings.quiet, now);
  return until === undefined ? undefined : { until, breakable: true };
}

function delay(item: Wanted, hold: HoldNow): Wanted {
  if (hold.breakable && item.breaks) return item;
  if (item.dueAt === undefined || hold.until === undefined) return { ...item, dueAt: undefined };
  return { ...item, dueAt: Math.max(item.dueAt, hold.until) };
}
