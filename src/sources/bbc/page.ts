import type { Snapshot } from '../../core/entry.ts';
import { type Document, type ReadContext, SourceError } from '../../ports/source.ts';
import { arrayIn, isObject, type JsonObject, objectIn, textIn } from '../wire/json.ts';
import { plainTitle } from '../wire/markup.ts';
import { outlook } from '../wire/outlook.ts';
import { inRelayOrder, readPosts } from '../wire/posts.ts';
import { remember } from '../wire/remember.ts';
import { Post, postEntry, stampOf } from './posts.ts';
import { plainOf } from './rich-text.ts';
import { findStream, type Stream } from './stream.ts';

/** A live page's data (simorgh and its successors), or a bare stream of posts. */
export function readStream(json: unknown, document: Document, context: ReadContext): Snapshot {
  const stream = findStream(json, document.text);
  if (stream === undefined) {
    const text = 'The BBC page holds no stream of posts; nothing was changed, and it will be read again.';
    throw new SourceError('malformed', text);
  }
  const { page, paging } = stream;
  const url = pageUrl(page, document.url);
  const read = readPosts(published(stream), Post, 'posts');
  const title = plainTitle(textIn(page, 'title') ?? textIn(objectIn(page, 'seo'), 'seoTitle'));
  const older = olderPage(paging, url);
  const entries = inRelayOrder(
    read.posts.map((post) => remember(context, stampOf(post), () => postEntry(post, url))).reverse(),
  );
  return {
    kind: 'bbc',
    url,
    ...(title === undefined ? {} : { title }),
    publisher: 'BBC',
    ...outlook(entries, {
      url,
      title,
      now: document.fetchedAt,
      stated: typeof page.isLive === 'boolean' ? page.isLive : null,
    }),
    coverage: paging.total === 1 && paging.index === 1 ? 'complete' : 'window',
    entries,
    deleted: [],
    keyPoints: keyPoints(page),
    warnings: read.warnings,
    ...(older === undefined ? {} : { older }),
  };
}

/** Streams also carry promos and adverts between the posts. */
function published({ posts }: Stream): readonly unknown[] {
  return posts.filter(
    (post) => !isObject(post) || post.type === undefined || post.type === null || post.type === 'POST',
  );
}

function pageUrl(page: JsonObject, asked: string): string {
  const id = textIn(objectIn(objectIn(page, 'metadata'), 'atiAnalytics'), 'contentId')?.replace(/^.*:/u, '');
  if (URL.canParse(asked) && /(?:^|\.)bbc\.(?:com|co\.uk)$/u.test(new URL(asked).hostname)) {
    const address = new URL(asked);
    const isPage = /\/live\//u.test(address.pathname) && !address.pathname.endsWith('.json');
    if (isPage) return `${address.origin}${address.pathname}`;
  }
  const home = textIn(page, 'home') ?? 'news';
  return id === undefined || !/^c[a-z0-9]{8,}$/u.test(id) ? asked : `https://www.bbc.com/${home}/live/${id}`;
}

function olderPage(paging: JsonObject, url: string): string | undefined {
  const { index, total } = paging;
  return typeof index === 'number' && typeof total === 'number' && index < total
    ? `${url}?page=${index + 1}`
    : undefined;
}

/** The summary box on top: one point for each list item, or for each paragraph where it has no list. */
function keyPoints(page: JsonObject): string[] {
  const blocks = arrayIn(objectIn(objectIn(objectIn(page, 'summaryPoints'), 'content'), 'model'), 'blocks');
  const items = descendants(blocks, 'listItem');
  const points = items.length > 0 ? items : descendants(blocks, 'paragraph');
  return points.map((point) => plainOf([point])).filter((point) => point !== '');
}

function descendants(blocks: readonly unknown[], type: string, depth = 0): unknown[] {
  if (depth > 20) return [];
  return blocks.flatMap((block) =>
    textIn(block, 'type') === type
      ? [block]
      : descendants(arrayIn(objectIn(block, 'model'), 'blocks'), type, depth + 1),
  );
}
