import { z } from 'zod';
import type { Snapshot, SourceEntry } from '../../core/entry.ts';
import { parseDate } from '../../core/time/dates.ts';
import type { Document, ReadContext } from '../../ports/source.ts';
import { publisherZone } from '../publisher-zones.ts';
import { arrayIn, textIn } from '../wire/json.ts';
import { plainTitle } from '../wire/markup.ts';
import { outlook } from '../wire/outlook.ts';
import { inRelayOrder, readPosts } from '../wire/posts.ts';
import { instant } from '../wire/times.ts';

/**
 * One update of the plugin Easy Liveblogs, whose API answers with the whole blog
 * (https://github.com/jeffreyvr/easy-liveblogs, includes/api). `datetime` is in the site's own time.
 */
const Update = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  title: z.string().nullish(),
  content: z.string().nullish(),
  datetime: z.string().nullish(),
  html: z.string().nullish(),
});
type Update = z.infer<typeof Update>;

export function isEasyLiveblog(json: unknown): boolean {
  return (
    arrayIn(json, 'updates').length > 0 ||
    (textIn(json, 'status') !== undefined && textIn(json, 'last_update') !== undefined)
  );
}

export function readEasyLiveblog(json: unknown, document: Document, context: ReadContext): Snapshot {
  const { posts, warnings } = readPosts(arrayIn(json, 'updates'), Update, 'updates');
  const url = textIn(json, 'url') ?? document.url;
  const zone = context.timezone ?? publisherZone(url, '');
  const entries = inRelayOrder([...posts].reverse().map((update) => entryOf(update, url, zone, context)));
  const title = plainTitle(textIn(json, 'title'));
  const status = textIn(json, 'status');
  const stated = status === 'closed' ? false : status === 'open' ? true : null;
  const guessed = `Easy Liveblogs names no zone; times are read as ${zone ?? 'UTC'}. Set the blog’s timezone to correct them.`;
  return {
    kind: 'wordpress',
    url,
    ...(title === undefined ? {} : { title }),
    ...outlook(entries, { url, title, now: document.fetchedAt, stated }),
    coverage: 'complete',
    entries,
    deleted: [],
    keyPoints: [],
    warnings: context.timezone === undefined && entries.length > 0 ? [...warnings, guessed] : warnings,
  };
}

function entryOf(update: Update, url: string, zone: string | undefined, context: ReadContext): SourceEntry {
  const title = plainTitle(update.title ?? undefined);
  const author = plainTitle(/<p class="elb-liveblog-post-author">([\s\S]{0,300}?)<\/p>/u.exec(update.html ?? '')?.[1]);
  const written = update.datetime ?? undefined;
  const time =
    written === undefined
      ? instant(Number(/data-elb-post-datetime="(\d+)"/u.exec(update.html ?? '')?.[1]))
      : parseDate(written, zone === undefined ? {} : { timezone: zone });
  return {
    sourceId: update.id,
    ...(title === undefined ? {} : { title }),
    body: context.body(update.content ?? '', url),
    authors: author === undefined ? [] : [author.replace(/^by\s+/iu, '')],
    ...(time === undefined ? {} : { publishedAt: time }),
    flags: [],
  };
}
