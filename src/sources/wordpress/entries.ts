import { z } from 'zod';
import type { Flag, SourceEntry } from '../../core/entry.ts';
import { webAddress } from '../../core/web-address.ts';
import type { ReadContext } from '../../ports/source.ts';
import { arrayIn, objectIn, textIn } from '../wire/json.ts';
import { plainTitle } from '../wire/markup.ts';
import { inRelayOrder, readPosts } from '../wire/posts.ts';
import { entryTimes, instant } from '../wire/times.ts';
import { withParts } from './drawn-changes.ts';
import { readerMarkup, typedMarkup } from './plugin-markup.ts';

/** One record of the plugin's change log. Ids are numbers or text; of author and time there are several generations. */
const Change = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  type: z.string().nullish(),
  render: z.string().nullish(),
  content: z.string().nullish(),
  timestamp: z.unknown().optional(),
  entry_time: z.unknown().optional(),
  authors: z.unknown().optional(),
  author_link: z.unknown().optional(),
  share_link: z.unknown().optional(),
  headline: z.unknown().optional(),
  key_event: z.unknown().optional(),
  pinned: z.unknown().optional(),
  css_classes: z.unknown().optional(),
  status: z.string().nullish().catch(undefined),
});
type Change = z.infer<typeof Change>;

export type Changes = {
  readonly entries: readonly SourceEntry[];
  readonly deleted: readonly string[];
  readonly warnings: readonly string[];
  /** Epoch seconds of the latest change among them. */
  readonly latest: number | undefined;
};

/**
 * Plays the change log in the order of its time stamps: a later record of an id replaces the earlier one, and a deletion
 * takes it away. Records are told apart by id alone – a desk may well write the same words five times in one second.
 */
export function readChanges(raw: readonly unknown[], url: string, context: ReadContext): Changes {
  const { posts, warnings } = readPosts(raw.map(withParts), Change, 'entries');
  const shown = new Map<string, Change>();
  const deleted = new Set<string>();
  for (const change of inTime(posts)) {
    const first = shown.get(change.id);
    shown.delete(change.id);
    deleted.delete(change.id);
    const fate = fateOf(change);
    if (fate === 'deleted') deleted.add(change.id);
    if (fate === 'shown')
      shown.set(change.id, { ...change, entry_time: change.entry_time ?? first?.entry_time ?? first?.timestamp });
  }
  const shift = shiftOf(posts);
  const stamps = posts.map((change) => Number(change.timestamp)).filter((stamp) => Number.isFinite(stamp) && stamp > 0);
  return {
    entries: inRelayOrder([...shown.values()].map((change) => entryOf(change, shift, url, context))),
    deleted: [...deleted],
    warnings,
    latest: stamps.length === 0 ? undefined : stamps.reduce((a, b) => Math.max(a, b)),
  };
}

/** What becomes of a record. `absent`: of an entry that was never published. */
function fateOf({ type, status }: Change): 'shown' | 'deleted' | 'absent' {
  if (type === 'delete' || status === 'delete' || status === 'trash') return 'deleted';
  if (status === undefined || status === null || status === 'publish') return 'shown';
  return type === 'update' ? 'deleted' : 'absent';
}

/** Oldest first, deletions without a time last; pages list newest first and polls oldest first, and of one second the id decides. */
function inTime(changes: readonly Change[]): Change[] {
  const stamped = changes.every((change) => Number.isFinite(Number(change.timestamp)));
  if (!stamped) return [...changes];
  return [...changes].sort((a, b) => stampOf(a) - stampOf(b) || Number(a.id) - Number(b.id) || 0);
}

function stampOf({ type, timestamp }: Change): number {
  return type === 'delete' && Number(timestamp) === 0 ? Number.MAX_SAFE_INTEGER : Number(timestamp);
}

function entryOf(change: Change, shift: number, url: string, context: ReadContext): SourceEntry {
  const rendered = change.render?.trim() ? change.render : undefined;
  const { html, commands } = readerMarkup(rendered ?? typedMarkup(change.content ?? ''));
  const title = plainTitle(textIn(change, 'headline'));
  const link = webAddress(textIn(change, 'share_link'), url);
  const updated = change.type === 'update' ? instant(Number(change.timestamp)) : undefined;
  return {
    sourceId: change.id,
    ...(title === undefined ? {} : { title }),
    body: context.body(html, url),
    authors: authorsOf(change),
    ...entryTimes(publishedAt(change, shift), updated),
    ...(link === undefined ? {} : { url: link }),
    flags: flagsOf(change, commands),
  };
}

function publishedAt(change: Change, shift: number): number | undefined {
  const written = Number(change.entry_time);
  return instant(Number.isFinite(written) ? written - shift : Number.NaN) ?? instant(Number(change.timestamp));
}

/** The classes of an entry repeat the commands that were given with it. */
function flagsOf(change: Change, commands: readonly string[]): Flag[] {
  const classes = textIn(change, 'css_classes') ?? '';
  const says = (name: string): boolean =>
    commands.includes(name) || new RegExp(`(?:^|\\s)type-${name}(?:\\s|$)`, 'u').test(classes);
  const isMarked = (field: unknown): boolean => field === true || field === 'true' || field === 1;
  return [
    ...(isMarked(change.pinned) || says('pin') ? (['pinned'] as const) : []),
    ...(isMarked(change.key_event) || says('key') ? (['key'] as const) : []),
    ...(says('breaking') ? (['breaking'] as const) : []),
  ];
}

const MOST_SHIFTED = 14 * 3600;

/**
 * How many seconds `entry_time` runs before the clock. Versions of the plugin write it in the site's own time (WordPress's
 * format "U" adds the offset), while `timestamp`, which says the same of a new entry, is UTC.
 */
function shiftOf(changes: readonly Change[]): number {
  let shift: number | undefined;
  for (const { type, timestamp, entry_time: written } of changes) {
    if (type !== 'new' || written === undefined) continue;
    const ahead = Number(written) - Number(timestamp);
    if (!Number.isFinite(ahead) || (shift !== undefined && ahead !== shift)) return 0;
    shift = ahead;
  }
  return shift === undefined || shift % 900 !== 0 || Math.abs(shift) > MOST_SHIFTED ? 0 : shift;
}

function authorsOf(change: Change): string[] {
  const named = listIn(change, 'authors')
    .map((author) => plainTitle(textIn(author, 'name')))
    .filter((name) => name !== undefined);
  if (named.length > 0) return named;
  const link = plainTitle(textIn(change, 'author_link'));
  return link === undefined ? [] : [link];
}

/** A list, which PHP writes as an object where its numbers have gaps. */
export function listIn(from: unknown, name: string): readonly unknown[] {
  const list = arrayIn(from, name);
  return list.length > 0 ? list : Object.values(objectIn(from, name));
}
