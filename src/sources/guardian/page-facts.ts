import type { SourceEntry } from '../../core/entry.ts';
import type { Document } from '../../ports/source.ts';
import type { Page } from '../body/dom.ts';
import { arrayIn, isObject, textIn } from '../wire/json.ts';
import { absoluteUrl } from '../wire/links.ts';
import { plainTitle } from '../wire/markup.ts';
import { instant } from '../wire/times.ts';
import { blogAddress, pageAddress, servesPageJson } from './addresses.ts';
import { blockId } from './blocks.ts';

/** JSON-LD and a block's own time may differ by this much without disagreeing: one is written to the minute. */
const TOLERANCE = 60_000;

/** What a live page says of itself outside its blocks. */
export type PageFacts = {
  readonly url: string;
  readonly title: string | undefined;
  readonly live: boolean | null;
  readonly keyPoints: readonly string[];
  readonly keyBlocks: ReadonlySet<string>;
  readonly newestBlock: string | undefined;
  readonly older: string | undefined;
  /** True when the page says that there are no other pages. */
  readonly onlyPage: boolean;
  /** What to tell a person where JSON-LD says otherwise than the blocks. */
  disagreements(entries: readonly SourceEntry[]): string[];
};

export function pageFacts(page: Page, document: Document): PageFacts {
  const data = liveBlogPosting(page);
  const canonical = page('link[rel="canonical"]').attr('href') ?? page('meta[property="og:url"]').attr('content');
  const url = absoluteUrl(canonical, document.url) ?? textIn(data, 'mainEntityOfPage') ?? document.url;
  const headline = page('h1').first().text().trim();
  const title = plainTitle(headline === '' ? (textIn(data, 'headline') ?? page('title').text()) : headline);
  const live = /"isLive":\s*(true|false)/u.exec(document.text)?.[1];
  const older = page(
    'a[href*="page=with:block-"][rel="next"], a[data-component="older"], a[data-link-name="older page"]',
  ).attr('href');
  const newest = /"mostRecentBlockId":\s*"block-([\w-]+)"/u.exec(document.text)?.[1];
  const pages = /"totalPages":\s*(\d+)/u.exec(document.text)?.[1];
  return {
    url,
    title,
    live: live === undefined ? null : live === 'true',
    keyPoints: page('[data-gu-name="standfirst"] li, .content__standfirst li')
      .toArray()
      .filter((item) => page(item).children('a').length === 0)
      .map((item) => plainTitle(page(item).text()))
      .filter((point) => point !== undefined),
    keyBlocks: keyBlocks(page),
    newestBlock: newest,
    older: older === undefined ? undefined : olderAddress(older, blogAddress(url)),
    onlyPage: pages === '1',
    disagreements: (entries) => disagreements(data, entries),
  };
}

function olderAddress(href: string, blog: string): string | undefined {
  const query = /\?(page=with:block-[\w-]+)/u.exec(href)?.[1];
  if (query === undefined) return undefined;
  return servesPageJson(blog) ? pageAddress(blog, query) : `${blog}?${query}`;
}

function liveBlogPosting(page: Page): unknown {
  for (const script of page('script[type="application/ld+json"]').toArray()) {
    const text = page(script).text();
    if (!text.includes('LiveBlogPosting')) continue;
    const json = parsed(text);
    const found = [json].flat().find((item) => textIn(item, '@type') === 'LiveBlogPosting');
    if (found !== undefined) return found;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the blocks are read from the page itself; JSON-LD is only asked for more
  }
}

/** Blocks the page lists as key events, in the data it gives its own scripts. */
function keyBlocks(page: Page): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const island of page('gu-island[name^="KeyEvent"][props]').toArray()) {
    const props = parsed(island.attribs.props ?? '');
    for (const event of arrayIn(props, 'keyEvents')) {
      const id = textIn(event, 'id');
      if (id !== undefined) keys.add(blockId(id));
    }
  }
  return keys;
}

function disagreements(data: unknown, entries: readonly SourceEntry[]): string[] {
  const own = new Map(entries.map((entry) => [entry.sourceId, entry.publishedAt]));
  const updates = arrayIn(data, 'liveBlogUpdate').filter(isObject);
  const differing = updates.filter((update) => {
    const id = textIn(update, '@id') ?? textIn(update, 'url');
    const at = own.get(id === undefined ? undefined : blockId(id.replace(/^.*#/u, '')));
    const said = instant(update.datePublished);
    return at !== undefined && said !== undefined && Math.abs(at - said) > TOLERANCE;
  });
  if (differing.length === 0) return [];
  return [
    `The page's JSON-LD gives ${differing.length} of ${updates.length} updates another time than stands beside them; the times beside them were taken.`,
  ];
}
