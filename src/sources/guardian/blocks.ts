import { z } from 'zod';
import type { Flag, SourceEntry } from '../../core/entry.ts';
import type { ReadContext } from '../../ports/source.ts';
import { arrayIn, isObject, objectIn, textIn } from '../wire/json.ts';
import { plainTitle } from '../wire/markup.ts';
import { readPosts } from '../wire/posts.ts';
import { remember } from '../wire/remember.ts';
import { entryTimes, instant } from '../wire/times.ts';
import { linkTo } from './addresses.ts';
import { elementsHtml } from './elements.ts';
import { readable } from './markup.ts';

/**
 * Blocks as page JSON has them, of all ages: before 2022 they have neither attributes nor title nor contributors. Those for
 * the front page (`?rendered=false`, 2014 to now) have their text as one piece of HTML, and ISO times.
 */
const Block = z.object({
  id: z.string().regex(/^(?:block-)?[\w-]+$/u),
  title: z.unknown().optional(),
  attributes: z.unknown().optional(),
  elements: z.array(z.unknown()).optional(),
  body: z.string().optional(),
  publishedDateTime: z.unknown().optional(),
  lastUpdatedDateTime: z.unknown().optional(),
  contributors: z.unknown().optional(),
  blockCreatedOn: z.unknown().optional(),
  blockFirstPublished: z.unknown().optional(),
  blockLastUpdated: z.unknown().optional(),
});
type Block = z.infer<typeof Block>;
const ShownBlock = Block.refine(({ elements, body }) => elements !== undefined || body !== undefined, {
  path: ['elements'],
  message: 'neither elements nor a body',
});

/** A list of blocks and how the page shows it. */
export type BlockList = { readonly blocks: readonly unknown[]; readonly aside: boolean; readonly flag?: Flag };

/** The entries of all lists, each block once: in the first list that has it, with the flags of all. */
export function readBlocks(lists: readonly BlockList[], url: string, context: ReadContext) {
  const entries = new Map<string, SourceEntry>();
  const warnings: string[] = [];
  for (const list of lists) {
    const read = readPosts(list.blocks, ShownBlock, 'blocks');
    warnings.push(...read.warnings);
    for (const block of read.posts) {
      const id = blockId(block.id);
      const known = entries.get(id);
      const aside = list.aside && known === undefined;
      const make = (): SourceEntry => shownAs(blockEntry(block, id, url, context), aside, list.flag);
      entries.set(
        id,
        known === undefined
          ? remember(context, stampOf(block, aside, list.flag), make)
          : shownAs(known, false, list.flag),
      );
    }
  }
  return { entries: [...entries.values()], warnings };
}

/** The 24 digits, without the "block-" that pages put before them and the marks of a pinned copy. */
export function blockId(id: string): string {
  return id.replace(/^(?:pinned-)?block-/u, '').replace(/-pinned$/u, '');
}

function shownAs(entry: SourceEntry, aside: boolean, flag: Flag | undefined): SourceEntry {
  const marked = flag === undefined || entry.flags.includes(flag) ? entry : { ...entry, flags: [...entry.flags, flag] };
  return aside ? { ...marked, aside } : marked;
}

/** A block's time of change moves with its text; its marks and title may change without it. */
function stampOf(block: Block, aside: boolean, flag: Flag | undefined): string {
  const { id, title, attributes, elements = [], body = '' } = block;
  const names = namesOf(arrayIn(block, 'contributors')).join();
  const flags = flagsOf(attributes).join();
  const times = `${block.blockFirstPublished} ${block.blockLastUpdated} ${block.lastUpdatedDateTime}`;
  return `${id} ${times} ${aside} ${flag} ${flags} ${names} ${weigh(elements)} ${title} ${body}`;
}

function weigh(elements: readonly unknown[]): number {
  let weight = elements.length;
  for (const element of elements)
    if (isObject(element) && typeof element.html === 'string') weight += element.html.length * 64;
  return weight;
}

function blockEntry(block: Block, id: string, url: string, context: ReadContext): SourceEntry {
  const title = plainTitle(textIn(block, 'title'));
  const published =
    instant(block.blockFirstPublished) ?? instant(block.blockCreatedOn) ?? instant(block.publishedDateTime);
  const html = block.elements === undefined ? readable(block.body ?? '') : elementsHtml(block.elements);
  return {
    sourceId: id,
    ...(title === undefined ? {} : { title }),
    body: context.body(html, url),
    authors: namesOf(arrayIn(block, 'contributors')),
    ...entryTimes(published, instant(block.blockLastUpdated) ?? instant(block.lastUpdatedDateTime)),
    ...linkTo(url, id),
    flags: flagsOf(block.attributes),
  };
}

/** Names of people given as `{name}`, `{webTitle}` or plain text. */
export function namesOf(people: readonly unknown[]): string[] {
  return people
    .map((person) => (typeof person === 'string' ? person : (textIn(person, 'name') ?? textIn(person, 'webTitle'))))
    .filter((name): name is string => name !== undefined && name.trim() !== '');
}

/** The marks of a block; true is written as `true` or "true". */
export function flagsOf(attributes: unknown): Flag[] {
  if (!isObject(attributes)) return [];
  const has = (name: string): boolean => attributes[name] === true || attributes[name] === 'true';
  const flags: Flag[] = [];
  if (has('pinned')) flags.push('pinned');
  if (has('keyEvent')) flags.push('key');
  if (has('summary')) flags.push('summary');
  return flags;
}

/** The list of key events marks its blocks only where blocks carry no marks of their own (before 2022). */
export function keyList(page: unknown): BlockList {
  const blocks = arrayIn(page, 'keyEvents');
  const old = blocks.length > 0 && blocks.every((block) => Object.keys(objectIn(block, 'attributes')).length === 0);
  return { blocks, aside: true, ...(old ? { flag: 'key' } : {}) };
}
