import type { Flag, SourceEntry } from '../../core/entry.ts';
import type { Document } from '../../ports/source.ts';
import { childrenOf, type DomElement, isElement, textOf } from '../body/dom.ts';
import { holds } from '../rare-mark.ts';
import { arrayIn, isObject, objectIn, textIn } from '../wire/json.ts';
import { absoluteUrl } from '../wire/links.ts';
import { plainTitle } from '../wire/markup.ts';
import { instant } from '../wire/times.ts';
import { blogAddress, pageAddress, servesPageJson } from './addresses.ts';
import { blockId, flagsOf } from './blocks.ts';
import type { PageParts } from './page-parts.ts';

/** JSON-LD and a block's own time may differ by this much without disagreeing: one is written to the minute. */
const TOLERANCE = 60_000;

/** What a live page says of itself outside its blocks. */
export type PageFacts = {
  readonly url: string;
  readonly title: string | undefined;
  readonly live: boolean | null;
  readonly keyPoints: readonly string[];
  /** Marks of the blocks that the page lists as key events. */
  readonly marks: ReadonlyMap<string, readonly Flag[]>;
  readonly newestBlock: string | undefined;
  readonly older: string | undefined;
  /** True when the page says that there are no other pages. */
  readonly onlyPage: boolean;
  /** What to tell a person where JSON-LD says otherwise than the blocks. */
  disagreements(entries: readonly SourceEntry[]): string[];
};

export function pageFacts(parts: PageParts, document: Document): PageFacts {
  const data = liveBlogPosting(parts.declared);
  const url =
    absoluteUrl(parts.canonical ?? parts.shared, document.url) ?? textIn(data, 'mainEntityOfPage') ?? document.url;
  const headline = wordsIn(parts.heading);
  const title = plainTitle(headline === '' ? (textIn(data, 'headline') ?? wordsIn(parts.title)) : headline);
  const { text } = document;
  const live = holds(text, 'Live":') ? /"isLive":\s*(true|false)/u.exec(text)?.[1] : undefined;
  const { older } = parts;
  const recent = holds(text, 'BlockI') ? /"mostRecentBlockId":\s*"block-([\w-]+)"/u.exec(text)?.[1] : undefined;
  const newest = recent ?? parts.newest;
  const pages = holds(text, 'Pages"') ? /"totalPages":\s*(\d+)/u.exec(text)?.[1] : undefined;
  return {
    url,
    title,
    live: live === undefined ? (parts.running ?? null) : live === 'true',
    keyPoints: parts.points
      .filter((item) => !childrenOf(item).some((node) => isElement(node) && node.name === 'a'))
      .map((item) => plainTitle(wordsIn(item)))
      .filter((point) => point !== undefined),
    marks: listedMarks(parts),
    newestBlock: newest === undefined ? undefined : blockId(newest),
    older: older === undefined ? undefined : olderAddress(older, blogAddress(url)),
    onlyPage: pages === '1',
    disagreements: (entries) => disagreements(data, entries),
  };
}

function olderAddress(href: string, blog: string): string | undefined {
  const block = /[?&]page=with(?::|%3A)(block-[\w-]+)/iu.exec(href)?.[1];
  if (block === undefined) return undefined;
  const query = `page=with:${block}`;
  return servesPageJson(blog) ? pageAddress(blog, query) : `${blog}?${query}`;
}

function wordsIn(element: DomElement | undefined): string {
  return element === undefined ? '' : textOf([element]).trim();
}

function liveBlogPosting(declared: readonly string[]): unknown {
  for (const text of declared) {
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

/**
 * Key events and summaries are listed together: told apart in the data that the page gives its own scripts (not before
 * 2022), and not by the links that stand in the list.
 */
function listedMarks({ keyEvents, keyLinks }: PageParts): ReadonlyMap<string, readonly Flag[]> {
  const marks = new Map<string, readonly Flag[]>();
  for (const link of keyLinks) marks.set(blockId(/#(block-[\w-]+)/u.exec(link)?.[1] ?? ''), ['key']);
  for (const island of keyEvents) {
    for (const event of arrayIn(parsed(island), 'keyEvents')) {
      const id = textIn(event, 'id');
      if (id === undefined) continue;
      const said = flagsOf(objectIn(event, 'attributes')).filter((flag) => flag !== 'pinned');
      marks.set(blockId(id), said.length === 0 ? ['key'] : said);
    }
  }
  return marks;
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
