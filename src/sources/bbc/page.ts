import type { Snapshot, SourceEntry } from '../../core/entry.ts';
import { type Document, type ReadContext, SourceError } from '../../ports/source.ts';
import { pageTitle } from '../page-title.ts';
import { arrayIn, isObject, type JsonObject, looksLikeJson, objectIn, textIn } from '../wire/json.ts';
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
  const html = looksLikeJson(document) ? '' : document.text;
  const url = pageUrl(page, html === '' ? document.url : ownAddress(html, document.url));
  const read = readPosts(published(stream), Post, 'posts');
  const highlights = readPosts(postsIn(page.keyHighlight, 0), Post, 'posts');
  const title = plainTitle(textIn(page, 'title') ?? textIn(objectIn(page, 'seo'), 'seoTitle') ?? headTitle(html));
  const older = olderPage(paging, url);
  const run = read.posts.map((post) => remember(context, stampOf(post), () => postEntry(post, url))).reverse();
  const entries = inRelayOrder(highlighted(run, highlights.posts, url));
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
    warnings: [...read.warnings, ...highlights.warnings],
    ...(older === undefined ? {} : { older }),
  };
}

/** A page that was read from a file names itself in its head. */
function ownAddress(html: string, asked: string): string {
  if (/^https?:/iu.test(asked)) return asked;
  const link = /<link\s[^>]{0,500}rel=["']?canonical\b[^>]{0,500}>/iu.exec(html)?.[0] ?? '';
  return /\shref=["']?(https?:[^"'\s>]+)/iu.exec(link)?.[1] ?? asked;
}

/** The title in a page's head without the name of the site; undefined for an answer in JSON, which has no head. */
export function headTitle(html: string): string | undefined {
  return html === '' ? undefined : pageTitle(html)?.replace(/\s[-–|]\s(?:Live\s[-–|]\s)?BBC(?:\s\w+){0,2}$/u, '');
}

/** Deeper than a box above the stream nests. */
const MAX_DEPTH = 6;

/** The posts of the box above the stream, which holds them as the stream does or by themselves. */
function postsIn(box: unknown, depth: number): readonly unknown[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(box)) return box.flatMap((item) => postsIn(item, depth + 1));
  if (!isObject(box)) return [];
  if (typeof box.urn === 'string' && isObject(box.dates)) return [box];
  return Object.values(box).flatMap((value) => postsIn(value, depth + 1));
}

/** Entries with those that the page shows above the others, which may be older than all of them. */
function highlighted(run: readonly SourceEntry[], posts: readonly Post[], url: string): readonly SourceEntry[] {
  const ids = new Set(posts.map(({ urn }) => urn));
  const known = new Set(run.map(({ sourceId }) => sourceId));
  const beside = posts.filter(({ urn }) => !known.has(urn ?? undefined)).map((post) => postEntry(post, url));
  const mark = (entry: SourceEntry): SourceEntry =>
    entry.flags.includes('key') ? entry : { ...entry, flags: [...entry.flags, 'key'] };
  return [
    ...beside.map((entry) => ({ ...mark(entry), aside: true })),
    ...run.map((entry) => (ids.has(entry.sourceId) ? mark(entry) : entry)),
  ];
}

const NO_POST = /promo|advert|^ad$|recommend/iu;

/** Streams also carry promos and adverts between the posts. */
function published({ posts }: Stream): readonly unknown[] {
  return posts.filter((post) => {
    if (!isObject(post) || post.type === 'POST') return true;
    if (typeof post.type === 'string' && NO_POST.test(post.type)) return false;
    return isObject(post.header) || isObject(post.content);
  });
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
