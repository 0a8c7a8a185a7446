import { z } from 'zod';
import type { Flag, SourceEntry } from '../../core/entry.ts';
import type { ReadContext } from '../../ports/source.ts';
import { objectIn, textIn } from '../wire/json.ts';
import { plainTitle } from '../wire/markup.ts';
import { entryTimes, instant } from '../wire/times.ts';
import { isRelayed, itemHtml, itemsOf } from './items.ts';

/** One post of the client API, as far as it is read. */
export const Post = z.object({
  _id: z.string().min(1),
  _etag: z.string().nullish(),
  _created: z.string().nullish(),
  _updated: z.string().nullish(),
  firstcreated: z.string().nullish(),
  published_date: z.string().nullish(),
  unpublished_date: z.string().nullish(),
  content_updated_date: z.string().nullish(),
  order: z.coerce.number().nullish().catch(undefined),
  sticky: z.boolean().nullish().catch(undefined),
  lb_highlight: z.boolean().nullish().catch(undefined),
  /** The name of `lb_highlight` in the platform's first versions. */
  highlight: z.boolean().nullish().catch(undefined),
  deleted: z.boolean().nullish().catch(undefined),
  post_status: z.string().nullish(),
  headline: z.unknown().optional(),
  byline: z.unknown().optional(),
  publisher: z.unknown().optional(),
  original_creator: z.unknown().optional(),
  syndication_in: z.unknown().optional(),
  groups: z.array(z.unknown()).nullish(),
});
export type Post = z.infer<typeof Post>;

/** What becomes of a post. `absent`: never published, or not the desk's own words. */
export function fateOf(post: Post): 'shown' | 'deleted' | 'absent' {
  if (post.deleted === true) return 'deleted';
  if (post.post_status !== undefined && post.post_status !== null && post.post_status !== 'open') {
    return post.unpublished_date === undefined || post.unpublished_date === null ? 'absent' : 'deleted';
  }
  const items = itemsOf(post.groups ?? []);
  return items.length > 0 && !items.some(isRelayed) ? 'absent' : 'shown';
}

export function postEntry(post: Post, base: string, context: ReadContext): SourceEntry {
  const title = plainTitle(textIn(post, 'headline'));
  const html = itemsOf(post.groups ?? [])
    .filter(isRelayed)
    .map(itemHtml)
    .join('\n');
  const published = instant(post.published_date) ?? instant(post.firstcreated) ?? instant(post._created);
  const flags: Flag[] = [
    ...(post.sticky === true ? (['pinned'] as const) : []),
    ...(post.lb_highlight === true || post.highlight === true ? (['key'] as const) : []),
  ];
  return {
    sourceId: post._id,
    ...(title === undefined ? {} : { title }),
    body: context.body(html, base),
    authors: authorsOf(post),
    ...entryTimes(published, instant(post.content_updated_date) ?? instant(post._updated)),
    flags,
  };
}

/**
 * The by-line where the desk wrote one, else who wrote it, else who published it: the platform's own themes name them so,
 * and gave only the publisher's name in their first years. Of a post that another newsroom shared, who wrote it there, else
 * that newsroom's blog.
 */
function authorsOf(post: Post): string[] {
  const people = [objectIn(post, 'original_creator'), objectIn(post, 'publisher')];
  const names = [
    textIn(post, 'byline'),
    ...sharedBy(post),
    ...people.map((person) => textIn(person, 'byline') ?? textIn(person, 'display_name')),
  ];
  return names.filter((name) => name !== undefined).slice(0, 1);
}

function sharedBy(post: Post): (string | undefined)[] {
  if (post.syndication_in === undefined || post.syndication_in === null) return [];
  const [item] = itemsOf(post.groups ?? []);
  return [
    textIn(objectIn(item, 'syndicated_creator'), 'display_name'),
    textIn(post.syndication_in, 'producer_blog_title'),
  ];
}
