import type { BlogView, Post } from '../post.ts';
import type { RouteSettings } from '../route.ts';
import type { EntryRecord } from '../seen-set.ts';
import type { Group } from './group.ts';
import { firstEntry } from './select.ts';
import { entryView, hiding, type Sizes } from './views.ts';

/** The content of a group's post: one entry, several in one message, or a digest. */
export function postOf(
  blog: BlogView,
  group: Group,
  shown: readonly EntryRecord[],
  revision: string,
  sizes: Sizes,
): Post {
  const { settings } = group.version;
  const base = { key: group.key, revision, blog, ...loudness(settings, group.records), ...hiding(settings) };
  const { titleLength, textLength, foldTextLength, digestSize } = sizes;
  if (group.hold?.rule === 'digest') {
    const lines = digestLines(shown, digestSize);
    return {
      ...base,
      kind: 'digest',
      views: lines.map((record) => entryView(record, settings, { titleLength, textLength: foldTextLength })),
      more: shown.length - lines.length,
      from: Math.min(...group.records.map((record) => record.firstSeenAt)),
      to: group.hold.until ?? group.hold.from,
    };
  }
  const [only] = shown;
  if (only !== undefined && group.records.length === 1) {
    return { ...base, kind: 'entry', view: entryView(only, settings, { titleLength, textLength }) };
  }
  const views = shown.map((record) => entryView(record, settings, { titleLength, textLength: foldTextLength }));
  return { ...base, kind: 'fold', views };
}

/** Key events first, then the newest, shown in order of first sight. */
function digestLines(records: readonly EntryRecord[], size: number): readonly EntryRecord[] {
  if (records.length <= size) return records;
  const urgent = records.filter(({ entry }) => entry.flags.includes('key') || entry.flags.includes('breaking'));
  const others = records.filter((record) => !urgent.includes(record));
  const chosen = new Set([...urgent.slice(-size), ...others.slice(-size)].slice(0, size));
  return records.filter((record) => chosen.has(record));
}

/** Whom the post pings, and whether it leaves its thread. Decided by first sight: it cannot be taken back. */
function loudness(
  settings: RouteSettings,
  records: readonly EntryRecord[],
): { readonly mention?: string; readonly broadcast?: true } {
  const { mention } = settings;
  return {
    ...(mention !== undefined && isUrgent(records, mention.on) ? { mention: mention.text } : {}),
    ...(isBroadcast(settings, records) ? { broadcast: true } : {}),
  };
}

/** Whether the post of these entries is to be shown outside its thread too. */
export function isBroadcast({ layout, broadcast }: RouteSettings, records: readonly EntryRecord[]): boolean {
  return layout === 'thread' && broadcast !== undefined && isUrgent(records, broadcast);
}

function isUrgent(records: readonly EntryRecord[], on: 'key' | 'breaking' | 'all'): boolean {
  return records.some((record) => {
    const { flags } = firstEntry(record);
    return on === 'all' || flags.includes('breaking') || (on === 'key' && flags.includes('key'));
  });
}
