import type { BlogView, Post } from '../post.ts';
import type { RouteSettings } from '../route.ts';
import type { EntryRecord } from '../seen-set.ts';
import { wordChanges } from '../text/word-diff.ts';
import type { Wanted } from '../wanted.ts';
import type { Group } from './group.ts';
import { entryView, hiding, type Sizes } from './views.ts';

/**
 * The messages that say what changed, where a route shows corrections as replies or posts of their own. One for the latest
 * correction of each entry; it is due only in channels whose message shows an earlier one.
 */
export function correctionsWanted(blog: BlogView, group: Group, sizes: Sizes): Wanted[] {
  const { settings } = group.version;
  if (settings.edits !== 'reply' && settings.edits !== 'post') return [];
  return group.records.flatMap((record) => {
    if (record.edits === 0 || record.correctedAt === undefined || record.removedAt !== undefined) return [];
    return [correctionOf(blog, group, record, record.correctedAt, sizes)];
  });
}

function correctionOf(blog: BlogView, group: Group, record: EntryRecord, correctedAt: number, sizes: Sizes): Wanted {
  const { settings } = group.version;
  const key = `${blog.name}/c:${record.entry.id}:${record.edits}`;
  const under = settings.edits === 'reply' ? group.key : settings.layout === 'thread' ? `${blog.name}/card` : undefined;
  return {
    key,
    want: 'show',
    revision: '1',
    follow: false,
    dueAt: correctedAt + settings.settle,
    order: [correctedAt, record.seq],
    ...(under === undefined ? {} : { under }),
    corrects: { key: group.key, seq: record.seq, edits: record.edits },
    edits: {},
    editGap: settings.editGap,
    breaks: false,
    post: () => correctionPost(key, blog, record, settings, sizes),
    note: undefined,
  };
}

/** Says what changed in an entry, or that it was withdrawn. */
export function correctionPost(
  key: string,
  blog: BlogView,
  record: EntryRecord,
  settings: RouteSettings,
  sizes: Sizes,
): Post {
  const view = entryView(record, { ...settings, removals: 'strike' }, sizes);
  return { kind: 'correction', key, revision: '1', blog, view, changes: changesOf(record), ...hiding(settings) };
}

function changesOf(record: EntryRecord): readonly { readonly before: string; readonly after: string }[] {
  const before = record.past.at(-1);
  if (before === undefined) return [];
  const { title, body } = record.entry;
  return [...wordChanges(before.title ?? '', title ?? ''), ...wordChanges(before.text, body.text)];
}
