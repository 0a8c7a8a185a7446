import type { Snapshot, SourceEntry } from '../../core/entry.ts';
import {
  type Document,
  type Elsewhere,
  type NextRead,
  type ReadContext,
  type Recognition,
  type Request,
  type Source,
  SourceError,
} from '../../ports/source.ts';
import { canonicalOf, pageOf } from '../page.ts';
import { pageTitle } from '../page-title.ts';
import { arrayIn, isObject, type JsonObject, looksLikeJson, objectIn, parseJson, textIn } from '../wire/json.ts';
import { plainTitle } from '../wire/markup.ts';
import { outlook } from '../wire/outlook.ts';
import { readPosts } from '../wire/posts.ts';
import { remember } from '../wire/remember.ts';
import { blogAddress, changedAddress, isChangesAddress, postsAddress } from './addresses.ts';
import { blogIn } from './embeds.ts';
import { firstPagePosts, showsFirstPosts } from './first-page.ts';
import { isFirstVersion, readFirstVersion } from './first-version.ts';
import { inlinedPosts, pagePosts, showsPosts } from './page-posts.ts';
import { fateOf, Post, postEntry } from './posts.ts';

/** Live blogs made with Sourcefabric Live Blog, by its client API; pages that show one lead there. */
export const sourcefabric: Source = { kind: 'sourcefabric', recognise, request, read };

function recognise(document: Document): Recognition {
  const { text } = document;
  if (!looksLikeJson(document)) return recognisePage(document);
  if (/"_items"\s*:/u.test(text) && /"post_status"\s*:|"particular_type"\s*:/u.test(text)) return 'sure';
  if (/"blog_status"\s*:/u.test(text) || /"lb_highlight"\s*:/u.test(text)) return 'sure';
  return blogAddress(document.url) !== undefined || isFirstVersion(text) ? 'sure' : 'no';
}

/** A saved page is read for what it shows, where it shows posts. */
function recognisePage(document: Document): Recognition {
  const shows = showsPosts(document) || showsFirstPosts(document);
  if (blogIn(document) === undefined) return shows ? 'likely' : 'no';
  return shows || !isSaved(document) || inlinedPosts(document).length > 0 ? 'sure' : 'likely';
}

function isSaved({ url }: Document): boolean {
  return !/^https?:/iu.test(url);
}

function request(next: NextRead): Request {
  const blog = blogAddress(next.url);
  if (blog === undefined) return { url: next.url };
  const isIncrement = !next.full && next.cursor !== undefined;
  const url = isIncrement ? changedAddress(blog, next.cursor ?? '') : postsAddress(blog);
  return { url, accept: 'application/json' };
}

function read(document: Document, context: ReadContext): Snapshot | Elsewhere {
  if (!looksLikeJson(document)) {
    const elsewhere = blogIn(document);
    const isAsked = elsewhere === undefined || isSaved(document) || context.here === true;
    const shown = isAsked ? readPage(document, context) : undefined;
    if (shown !== undefined) return shown;
    if (elsewhere !== undefined) return elsewhere;
    throw new SourceError(
      'malformed',
      'The page shows no Sourcefabric live blog any more; open it in a browser and use the blog’s own address.',
    );
  }
  const json = parseJson(document, 'Sourcefabric');
  if (isObject(json) && 'blog_status' in json && !('_items' in json)) return readBlog(json, document);
  if (isObject(json) && isFirstVersion(document.text)) return readFirstVersion(json, document, context);
  const items = Array.isArray(json) ? json : isObject(json) && 'groups' in json ? [json] : arrayIn(json, '_items');
  if (items.length === 0 && !(isObject(json) && Array.isArray(json._items))) {
    throw new SourceError(
      'malformed',
      'The Sourcefabric answer holds no list of posts; nothing was changed, and it will be read again.',
    );
  }
  const read = readList(items, isObject(json) ? json : {}, document, context);
  return isObject(json) && 'groups' in json ? { ...read, coverage: 'increment' } : read;
}

/** The posts that a page was written with, or shows; undefined when it has none. */
function readPage(document: Document, context: ReadContext): Snapshot | undefined {
  const inlined = inlinedPosts(document);
  const title = pageTitle(document.text);
  const ended = blogIn(document)?.ended === true;
  const said = { ...(title === undefined ? {} : { title }), ...(ended && { live: false }) };
  if (inlined.length > 0) return { ...readList(inlined, {}, document, context), ...said };
  const isFirst = showsFirstPosts(document);
  if (!isFirst && !showsPosts(document)) return undefined;
  const entries = isFirst ? firstPagePosts(document, context) : pagePosts(document);
  const url = canonicalOf(pageOf(document)) ?? document.url;
  const own = outlook(entries, { url, title, now: document.fetchedAt, stated: null });
  return { ...emptySnapshot(document), ...own, url, entries, ...said };
}

/** The blog's own document has no posts in it: they are one address further, unless there are none yet. */
function readBlog(blog: JsonObject, document: Document): Snapshot | Elsewhere {
  const address = blogAddress(document.url);
  const { title, live } = blogFacts(blog);
  if (address !== undefined && blog.total_posts !== 0) {
    return {
      elsewhere: postsAddress(address),
      kind: 'sourcefabric',
      why: 'the posts of the blog have an address of their own',
      ...(title !== undefined && { title }),
      ...(live === false && { ended: true }),
    };
  }
  return { ...emptySnapshot(document), ...blogFacts(blog), coverage: 'complete' as const };
}

function readList(items: readonly unknown[], list: JsonObject, document: Document, context: ReadContext): Snapshot {
  const { posts, warnings } = readPosts(items, Post, 'posts');
  const byOrder = [...posts].sort((a, b) => (a.order ?? 0) - (b.order ?? 0) || timeOf(a).localeCompare(timeOf(b)));
  const coverage = coverageOf(list, items.length, document.url);
  const entries: SourceEntry[] = [];
  const deleted: string[] = [];
  for (const post of byOrder) {
    const fate = fateOf(post);
    if (fate === 'deleted') deleted.push(post._id);
    if (fate !== 'shown') continue;
    const aside = post.sticky === true && coverage === 'window';
    const make = (): SourceEntry => ({ ...postEntry(post, document.url, context), ...(aside ? { aside } : {}) });
    entries.push(remember(context, stampOf(post, aside), make));
  }
  const [updated = ''] = [context.cursor ?? '', ...posts.map((post) => post._updated ?? '')].sort().reverse();
  const older = olderPage(list, document.url);
  const { url, fetchedAt: now } = document;
  return {
    ...emptySnapshot(document),
    ...(coverage === 'increment' ? {} : outlook(entries, { url, title: undefined, now, stated: null })),
    ...blogFacts(
      objectIn(
        items.find((item) => isObject(item) && isObject(item.blog)),
        'blog',
      ),
    ),
    coverage,
    entries,
    deleted,
    warnings,
    ...(updated === '' ? {} : { cursor: updated }),
    ...(older === undefined ? {} : { older }),
  };
}

/** Any change of a post, its items' too, gives it another time and tag. */
function stampOf(post: Post, aside: boolean): string {
  const { _id, _etag, _updated, content_updated_date: written, sticky, lb_highlight: highlight, groups } = post;
  const content = _updated === undefined || _updated === null ? JSON.stringify(groups) : groups?.length;
  return `${_id} ${_etag} ${_updated} ${written} ${sticky} ${highlight} ${post.highlight} ${aside} ${content}`;
}

function timeOf(post: Post): string {
  return post.published_date ?? post._created ?? '';
}

function emptySnapshot(document: Document): Snapshot {
  const url = blogAddress(document.url) ?? document.url;
  const nothing = { entries: [], deleted: [], keyPoints: [], warnings: [] };
  return { kind: 'sourcefabric', url, live: null, coverage: 'window', ...nothing };
}

function blogFacts(blog: JsonObject): { title?: string; live?: boolean; url?: string } {
  const title = plainTitle(textIn(blog, 'title'));
  const url = textIn(blog, 'public_url');
  return {
    ...(title === undefined ? {} : { title }),
    ...(typeof blog.blog_status === 'string' ? { live: blog.blog_status === 'open' } : {}),
    ...(url !== undefined && URL.canParse(url) ? { url } : {}),
  };
}

function coverageOf(list: JsonObject, shown: number, asked: string): Snapshot['coverage'] {
  if (isChangesAddress(asked)) return 'increment';
  const { page, total } = objectIn(list, '_meta');
  return (page === undefined || page === 1) && typeof total === 'number' && total <= shown ? 'complete' : 'window';
}

function olderPage(list: JsonObject, asked: string): string | undefined {
  const { page, total, max_results: size } = objectIn(list, '_meta');
  if (typeof page !== 'number' || typeof total !== 'number' || typeof size !== 'number') return undefined;
  const blog = blogAddress(asked);
  return blog === undefined || page * size >= total || isChangesAddress(asked)
    ? undefined
    : postsAddress(blog, page + 1);
}
