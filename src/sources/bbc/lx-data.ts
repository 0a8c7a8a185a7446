import { z } from 'zod';
import type { Snapshot, SourceEntry } from '../../core/entry.ts';
import { type Document, type ReadContext, SourceError } from '../../ports/source.ts';
import { assemble } from '../wire/assemble.ts';
import { endOfValue } from '../wire/embedded.ts';
import { arrayIn, isObject, type JsonObject, looksLikeJson, objectIn, textIn } from '../wire/json.ts';
import { permalink } from '../wire/links.ts';
import { plainTitle } from '../wire/markup.ts';
import { outlook } from '../wire/outlook.ts';
import { inRelayOrder, readPosts } from '../wire/posts.ts';
import { remember } from '../wire/remember.ts';
import { entryTimes, instant } from '../wire/times.ts';
import { lxHtml } from './lx-body.ts';
import { headTitle } from './page.ts';

/** A post as the live pages of 2016 to 2022 fetched it; ids are those of their `#post_…` elements. */
const LxPost = z.object({
  assetId: z.string().regex(/^[\da-f]{24}$/u),
  title: z.unknown().optional(),
  /** Of a match: its minute. */
  time: z.unknown().optional(),
  summary: z.unknown().optional(),
  url: z.unknown().optional(),
  body: z.unknown().optional(),
  media: z.unknown().optional(),
  options: z.unknown().optional(),
  contributor: z.unknown().optional(),
  dateAdded: z.unknown().optional(),
  firstPublished: z.unknown().optional(),
  lastUpdated: z.unknown().optional(),
  lastPublished: z.unknown().optional(),
});
type LxPost = z.infer<typeof LxPost>;

/** A post of such data, in an answer or in a script of the page. */
export const LX_DATA = /"assetId"\s*:\s*"[\da-f]{24}"/u;
/** Posts of a match have its minute where others have a time. */
export const MINUTE = /\d{1,3}['’′](?:\s?\+\s?\d{1,2})?/u;
/** Deeper than answers nest their results. */
const MAX_DEPTH = 8;

/** What a live page of 2016 to 2022 fetched (`bbc-morph-lx-commentary-data-paged`), as an answer or inside the page. */
export function readLxData(json: unknown, document: Document, context: ReadContext): Snapshot {
  const lists = [...(json === undefined ? payloadsIn(document.text) : [json])].flatMap((part) => listsIn(part, 0));
  const [first] = lists;
  if (first === undefined) {
    const text = 'The BBC answer holds no posts that can be read; nothing was changed, and it will be read again.';
    throw new SourceError('malformed', text);
  }
  const html = looksLikeJson(document) ? '' : document.text;
  const url = html === '' ? pageIn(document.url) : document.url;
  const read = readPosts(
    lists.flatMap((list) => arrayIn(list, 'results')),
    LxPost,
    'posts',
  );
  const title = headTitle(html);
  const live = /"isLive":\s*(true|false)/u.exec(document.text)?.[1];
  const entries = inRelayOrder(
    [...new Map(read.posts.map((post) => [post.assetId, post])).values()]
      .map((post) => remember(context, JSON.stringify(post), () => postEntry(post, url, context)))
      .reverse(),
  );
  const paging = objectIn(first, 'page');
  return {
    kind: 'bbc',
    url,
    ...(title === undefined ? {} : { title }),
    publisher: 'BBC',
    ...outlook(entries, {
      url,
      title,
      now: document.fetchedAt,
      stated: live === undefined ? null : live === 'true',
    }),
    coverage: paging.total === 1 ? 'complete' : 'window',
    entries,
    deleted: [],
    keyPoints: [],
    warnings: read.warnings,
  };
}

/** The values that a page's scripts hand over: `Morph.setPayload('/data/…', {…})`. */
function* payloadsIn(text: string): Generator<unknown> {
  let end = 0;
  for (const match of text.matchAll(
    /\bsetPayload\(\s*(['"])[^'"\n]{0,2000}lx-commentary-data[^'"\n]{0,2000}\1\s*,\s*/gu,
  )) {
    // In a value that has been looked through; text without ends would be gone through again for each of them.
    if (match.index < end) continue;
    const start = match.index + match[0].length;
    end = endOfValue(text, start);
    try {
      yield JSON.parse(text.slice(start, end));
    } catch {
      // the next payload may be whole; if none is, the page is told of as unreadable
    }
  }
}

/** The objects that hold a page of posts under `results`. */
function listsIn(json: unknown, depth: number): JsonObject[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(json)) return json.flatMap((item) => listsIn(item, depth + 1));
  if (!isObject(json)) return [];
  const isList = arrayIn(json, 'results').some((post) => textIn(post, 'assetId') !== undefined);
  return isList ? [json] : Object.values(json).flatMap((value) => listsIn(value, depth + 1));
}

/** An answer's own address names the page it was asked for: `…/assetUri/%2Fnews%2Flive%2Fuk-12345678/…`. */
function pageIn(asked: string): string {
  const path = /assetUri(?:\/|%2F)((?:%25?2F[\w-]+)+)/iu.exec(asked)?.[1];
  return path === undefined ? asked : `https://www.bbc.co.uk${path.replace(/%25?2F/giu, '/')}`;
}

/** What the data says of each post, by its id, where a page that draws its posts keeps the data as well. */
export function lxFacts(text: string): ReadonlyMap<string, LxFacts> {
  if (!LX_DATA.test(text)) return new Map();
  const lists = [...payloadsIn(text)].flatMap((part) => listsIn(part, 0));
  const posts = lists.flatMap((list) => arrayIn(list, 'results')).map((post) => LxPost.safeParse(post));
  return new Map(posts.flatMap(({ data }) => (data === undefined ? [] : [[data.assetId, factsOf(data)]])));
}

/** What words and pictures do not say. */
export type LxFacts = Pick<SourceEntry, 'publishedAt' | 'updatedAt' | 'flags'>;

function factsOf(post: LxPost): LxFacts {
  const added = instant(post.dateAdded) ?? instant(post.firstPublished);
  const changed = instant(post.lastUpdated) ?? instant(post.lastPublished);
  const options = objectIn(post, 'options');
  return {
    ...entryTimes(added, changed),
    flags: [
      ...(options.isPinnedPost === true || options.isPinned === true ? (['pinned'] as const) : []),
      ...(options.isBreakingNews === true ? (['breaking'] as const) : []),
    ],
  };
}

function postEntry(post: LxPost, page: string, context: ReadContext): SourceEntry {
  const written = lxHtml(arrayIn(post, 'body'), post.media);
  const name = textIn(objectIn(post, 'contributor'), 'name');
  return assemble({
    sourceId: post.assetId,
    title: plainTitle(textIn(post, 'title')) ?? MINUTE.exec(textIn(post, 'time') ?? '')?.[0],
    body: context.body(written === '' ? (textIn(post, 'summary') ?? '') : written, page),
    authors: name === undefined ? [] : [name],
    ...permalink(page, `#post_${post.assetId}`),
    ...factsOf(post),
  });
}
