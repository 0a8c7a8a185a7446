import { hash } from '../hash.ts';
import type { BlogView, EntryView } from '../post.ts';
import type { RouteSettings } from '../route.ts';
import type { BlogFace, EntryRecord } from '../seen-set.ts';
import { cutText } from '../text/body-text.ts';

/** The sizes of a platform that a projection needs; a part of what an adapter declares. */
export type Sizes = {
  readonly titleLength: number;
  readonly textLength: number;
  readonly foldSize: number;
  readonly foldTextLength: number;
  readonly digestSize: number;
};

export function blogView(name: string, url: string, face: BlogFace): BlogView {
  return {
    name,
    title: face.title ?? name,
    url,
    ...(face.publisher === undefined ? {} : { publisher: face.publisher }),
    hue: Number.parseInt(hash(name).slice(0, 6), 36) % 360,
  };
}

export function entryView(
  record: EntryRecord,
  settings: RouteSettings,
  sizes: { readonly titleLength: number; readonly textLength: number },
): EntryView {
  const { entry, correctedAt, removedAt } = record;
  return {
    entry,
    seq: record.seq,
    ...(entry.title === undefined ? {} : { title: cutText(entry.title, sizes.titleLength) }),
    maxText: sizes.textLength,
    ...(correctedAt === undefined ? {} : { correctedAt }),
    ...(removedAt === undefined || settings.removals !== 'strike' ? {} : { withdrawnAt: removedAt }),
    firstSeenAt: record.firstSeenAt,
    repost: isFolded(record, settings),
  };
}

/** Tells a platform to hide the words of a post, where the route asks for it. */
export function hiding(settings: RouteSettings): { readonly spoiler?: true } {
  return settings.spoiler ? { spoiler: true } : {};
}

/** The part of a post's revision that one entry contributes: everything of `entryView` that can change. */
export function viewRevision(record: EntryRecord, settings: RouteSettings): string {
  const struck = record.removedAt !== undefined && settings.removals === 'strike';
  return `${record.revision}${record.correctedAt === undefined ? '' : 'c'}${struck ? 'w' : ''}`;
}

function isFolded(record: EntryRecord, settings: RouteSettings): boolean {
  return settings.reposts === 'fold' && record.entry.repostOf !== undefined;
}
