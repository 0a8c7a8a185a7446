import { z } from 'zod';
import type { Body, Snapshot, SourceEntry } from '../../core/entry.ts';
import type { Document, ReadContext } from '../../ports/source.ts';
import { arrayIn, type JsonObject, objectIn, textIn } from '../wire/json.ts';
import { plainTitle } from '../wire/markup.ts';
import { outlook } from '../wire/outlook.ts';
import { inRelayOrder, readPosts } from '../wire/posts.ts';
import { remember } from '../wire/remember.ts';
import { entryTimes, instant } from '../wire/times.ts';
import { blogAddress, linkTo } from './addresses.ts';
import { apiElementsHtml } from './api-elements.ts';
import { blockId, flagsOf, namesOf } from './blocks.ts';
import { readBlockMarkup } from './html-page.ts';
import { standfirstPoints } from './key-points.ts';
import { readable } from './markup.ts';

const Block = z.object({
  id: z.string().min(1),
  title: z.unknown().optional(),
  bodyHtml: z.string().nullish(),
  attributes: z.unknown().optional(),
  published: z.boolean().nullish(),
  createdDate: z.unknown().optional(),
  firstPublishedDate: z.unknown().optional(),
  publishedDate: z.unknown().optional(),
  lastModifiedDate: z.unknown().optional(),
  contributors: z.unknown().optional(),
  elements: z.unknown().optional(),
});
type Block = z.infer<typeof Block>;

/** The person an id stands for; the id itself where the answer does not say. */
type Name = (contributor: string) => string;

/** A Content API answer (`show-blocks=all&show-fields=all`). Without blocks, `fields.body` holds them as one HTML text. */
export function readContentApi(content: JsonObject, document: Document, context: ReadContext): Snapshot {
  const id = textIn(content, 'id');
  const ownPage = id?.includes('/') === true ? `https://www.theguardian.com/${id}` : document.url;
  const url = blogAddress(textIn(content, 'webUrl') ?? ownPage);
  const fields = objectIn(content, 'fields');
  const name = namesBy(arrayIn(content, 'tags'));
  const { lists, complete } = listsOf(objectIn(content, 'blocks'));
  const { entries: found, warnings } = readLists(lists, url, name, context);
  const fromBody = lists.length > 0 ? [] : readBlockMarkup(textIn(fields, 'body') ?? '', url, context, name);
  const entries = inRelayOrder([...found, ...fromBody]);
  const title = plainTitle(textIn(fields, 'headline') ?? textIn(content, 'webTitle'));
  const running = fields.liveBloggingNow;
  return {
    kind: 'guardian',
    url,
    ...(title === undefined ? {} : { title }),
    publisher: 'The Guardian',
    ...outlook(entries, {
      url,
      title,
      now: document.fetchedAt,
      stated: running === undefined || running === null ? null : String(running) === 'true',
    }),
    coverage: complete ? 'complete' : 'window',
    entries,
    deleted: [],
    keyPoints: standfirstPoints(textIn(fields, 'standfirst')),
    warnings,
  };
}

/** Contributors are given by their tags' ids, with or without "profile/". */
function namesBy(tags: readonly unknown[]): Name {
  const names = new Map(tags.map((tag) => [textIn(tag, 'id'), textIn(tag, 'webTitle')]));
  return (contributor) =>
    names.get(contributor) ?? names.get(`profile/${contributor}`) ?? contributor.replace(/^profile\//u, '');
}

type BlockList = { readonly blocks: readonly unknown[]; readonly aside: boolean };

/** Lists that run without gaps, best first; key events, summaries and the pinned block are picked from all over the blog. */
const RUNS = ['body:latest', 'body:published-since', 'body:around', 'body:oldest'];

/** The blocks, or the parts of them that were asked for (`show-blocks=body:latest:10,body:key-events`). */
function listsOf(blocks: JsonObject): { lists: readonly BlockList[]; complete: boolean } {
  const all = arrayIn(blocks, 'body');
  const requested = Object.entries(objectIn(blocks, 'requestedBodyBlocks'));
  const total = blocks.totalBodyBlocks;
  const run = RUNS.map((kind) => requested.find(([name]) => name.startsWith(kind))?.[0]).find(Boolean);
  const lists = requested.map(([name, list]) => ({
    blocks: Array.isArray(list) ? list : [],
    aside: all.length > 0 || name !== run,
  }));
  const sorted = [...lists].sort((a, b) => Number(a.aside) - Number(b.aside));
  const isWhole = all.length > 0 || requested.length === 0;
  return {
    lists: all.length > 0 ? [{ blocks: all, aside: false }, ...sorted] : sorted,
    complete: isWhole && !(typeof total === 'number' && total > all.length),
  };
}

/** Each block once: in the first list that has it. */
function readLists(lists: readonly BlockList[], url: string, name: Name, context: ReadContext) {
  const entries = new Map<string, SourceEntry>();
  const warnings: string[] = [];
  for (const { blocks, aside } of lists) {
    const read = readPosts(blocks, Block, 'blocks');
    warnings.push(...read.warnings);
    for (const block of [...read.posts].reverse()) {
      if (block.published === false || entries.has(block.id)) continue;
      const names = namesOf(arrayIn(block, 'contributors')).map(name);
      const stamp = `${stampOf(block)} ${names.join()} ${aside}`;
      const make = (): SourceEntry => ({ ...blockEntry(block, names, url, context), ...(aside ? { aside } : {}) });
      entries.set(block.id, remember(context, stamp, make));
    }
  }
  return { entries: [...entries.values()], warnings };
}

function stampOf(block: Block): string {
  const flags = flagsOf(block.attributes).join();
  const times = `${timeOf(block.firstPublishedDate)} ${timeOf(block.lastModifiedDate)}`;
  const weight = `${block.bodyHtml?.length} ${arrayIn(block, 'elements').length}`;
  return `${block.id} ${times} ${flags} ${weight} ${block.title} ${textIn(block.attributes, 'title')}`;
}

function blockEntry(block: Block, authors: readonly string[], url: string, context: ReadContext): SourceEntry {
  const id = blockId(block.id);
  const title = plainTitle(textIn(block, 'title') ?? textIn(block.attributes, 'title'));
  const published = timeOf(block.firstPublishedDate) ?? timeOf(block.publishedDate) ?? timeOf(block.createdDate);
  return {
    sourceId: id,
    ...(title === undefined ? {} : { title }),
    body: bodyOf(block, url, context),
    authors,
    ...entryTimes(published, timeOf(block.lastModifiedDate)),
    ...linkTo(url, id),
    flags: flagsOf(block.attributes),
  };
}

/** ISO text, or the models' `CapiDateTime`: `{dateTime, iso8601}`. */
function timeOf(date: unknown): number | undefined {
  return instant(date) ?? instant(textIn(date, 'iso8601'));
}

/** The HTML that is given; where that says nothing (a related link alone) or is not given, the elements it was made of. */
function bodyOf(block: Block, url: string, context: ReadContext): Body {
  const body = context.body(readable(block.bodyHtml ?? ''), url);
  if (body.text !== '' || body.media.length > 0) return body;
  const html = apiElementsHtml(arrayIn(block, 'elements'));
  return html === '' ? body : context.body(html, url);
}
