import { z } from 'zod';
import type { Flag, SourceEntry } from '../../core/entry.ts';
import { webAddress } from '../../core/web-address.ts';
import type { ReadContext } from '../../ports/source.ts';
import { arrayIn, textIn } from '../wire/json.ts';
import { plainTitle } from '../wire/markup.ts';
import { inRelayOrder, readPosts } from '../wire/posts.ts';
import { entryTimes, instant } from '../wire/times.ts';

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
  const { posts, warnings } = readPosts(raw, Change, 'entries');
  const shown = new Map<string, Change>();
  const deleted = new Set<string>();
  for (const change of inTime(posts)) {
    const first = shown.get(change.id);
    shown.delete(change.id);
    deleted.delete(change.id);
    if (change.type === 'delete') deleted.add(change.id);
    else shown.set(change.id, { ...change, entry_time: change.entry_time ?? first?.entry_time ?? first?.timestamp });
  }
  const stamps = posts.map((change) => Number(change.timestamp)).filter((stamp) => Number.isFinite(stamp) && stamp > 0);
  return {
    entries: inRelayOrder([...shown.values()].map((change) => entryOf(change, url, context))),
    deleted: [...deleted],
    warnings,
    latest: stamps.length === 0 ? undefined : stamps.reduce((a, b) => Math.max(a, b)),
  };
}

/** Oldest first; pages list newest first and polls oldest first, and of one second the id decides. */
function inTime(changes: readonly Change[]): Change[] {
  const stamped = changes.every((change) => Number.isFinite(Number(change.timestamp)));
  if (!stamped) return [...changes];
  return [...changes].sort((a, b) => Number(a.timestamp) - Number(b.timestamp) || Number(a.id) - Number(b.id) || 0);
}

const COMMAND =
  /<span[^>]{0,200}?class="[^"]{0,200}?\bliveblog-command\b[^"]{0,200}?\btype-([\w-]+)[^"]{0,200}"[^>]{0,200}>[^<]{0,200}<\/span>\s*/giu;
const TYPED_COMMAND = /^(\s*(?:<p[^>]*>)?\s*)\/key\b\s*/iu;

function entryOf(change: Change, url: string, context: ReadContext): SourceEntry {
  const written = change.render?.trim() ? change.render : (change.content ?? '');
  const commands: string[] = [];
  const expanded = written.includes('liveblog-command')
    ? written.replace(COMMAND, (_, name: string) => {
        commands.push(name.toLowerCase());
        return '';
      })
    : written;
  const html = expanded.replace(TYPED_COMMAND, '$1');
  const published = instant(Number(change.entry_time)) ?? instant(Number(change.timestamp));
  const updated = change.type === 'update' ? instant(Number(change.timestamp)) : undefined;
  const title = plainTitle(textIn(change, 'headline'));
  const link = webAddress(textIn(change, 'share_link'), url);
  const isKey =
    change.key_event === true || change.key_event === 'true' || commands.includes('key') || html !== expanded;
  const flags: Flag[] = [
    ...(isKey ? (['key'] as const) : []),
    ...(commands.includes('breaking') ? (['breaking'] as const) : []),
  ];
  return {
    sourceId: change.id,
    ...(title === undefined ? {} : { title }),
    body: context.body(html, url),
    authors: authorsOf(change),
    ...entryTimes(published, updated),
    ...(link === undefined ? {} : { url: link }),
    flags,
  };
}

function authorsOf(change: Change): string[] {
  const named = arrayIn(change, 'authors')
    .map((author) => plainTitle(textIn(author, 'name')))
    .filter((name) => name !== undefined);
  if (named.length > 0) return named;
  const link = plainTitle(textIn(change, 'author_link'));
  return link === undefined ? [] : [link];
}
