import type { Snapshot, SourceEntry } from '../../core/entry.ts';
import { type Document, type Elsewhere, type ReadContext, SourceError } from '../../ports/source.ts';
import { arrayIn, type JsonObject, objectIn, textIn } from '../wire/json.ts';
import { absoluteUrl } from '../wire/links.ts';
import { plainTitle } from '../wire/markup.ts';
import { outlook } from '../wire/outlook.ts';
import { readPosts } from '../wire/posts.ts';
import { FirstPost, firstEntry, firstFate } from './first-posts.ts';

/** Names that only answers of Live Blog 1 have. */
export function isFirstVersion(text: string): boolean {
  return (
    /"PostList"\s*:/u.test(text) || (/"PostPublished"\s*:/u.test(text) && /"EmbedConfig"|"LiveOn"|"Title"/u.test(text))
  );
}

/** An answer of Live Blog 1: its list of posts, or the blog that says where they are. */
export function readFirstVersion(json: JsonObject, document: Document, context: ReadContext): Snapshot | Elsewhere {
  const title = plainTitle(textIn(json, 'Title'));
  const named = title === undefined ? {} : { title };
  const posts = absoluteUrl(textIn(objectIn(json, 'PostPublished'), 'href'), document.url);
  if (Array.isArray(json.PostList)) return readPostList(json, document, context);
  if (posts === undefined) {
    const text = 'The Live Blog answer holds no list of posts; nothing was changed, and it will be read again.';
    throw new SourceError('malformed', text);
  }
  const why = 'the posts of the blog have an address of their own';
  const ended = textIn(json, 'ClosedOn') !== undefined;
  return { elsewhere: posts, kind: 'sourcefabric', why, ...named, ...(ended && { ended: true as const }) };
}

function readPostList(json: JsonObject, document: Document, context: ReadContext): Snapshot {
  const { posts, warnings } = readPosts(arrayIn(json, 'PostList'), FirstPost, 'posts');
  const ordered = [...posts].sort((a, b) => (a.Order ?? 0) - (b.Order ?? 0));
  const entries: SourceEntry[] = [];
  const deleted: string[] = [];
  for (const post of ordered) {
    const fate = firstFate(post);
    if (fate === 'deleted') deleted.push(post.Id);
    if (fate === 'shown') entries.push(firstEntry(post, document.url, context));
  }
  const { url, fetchedAt: now } = document;
  const isIncrement = /[?&]cId\.since=/u.test(url);
  const isAll = Number(textIn(json, 'offset') ?? 0) === 0 && Number(textIn(json, 'total')) <= posts.length;
  return {
    kind: 'sourcefabric',
    url,
    ...(isIncrement ? { live: null } : outlook(entries, { url, title: undefined, now, stated: null })),
    coverage: isIncrement ? 'increment' : isAll ? 'complete' : 'window',
    entries,
    deleted,
    keyPoints: [],
    warnings,
  };
}
