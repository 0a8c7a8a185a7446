import type { Flag, Snapshot, SourceEntry } from '../../core/entry.ts';
import type { ClockTime } from '../../core/time/clock-times.ts';
import { type Document, type ReadContext, SourceError } from '../../ports/source.ts';
import { attribute, type DomElement, findElement, hasClass, nodesOf, parseHtml, parseNodes } from '../body/dom.ts';
import { pageOf } from '../page.ts';
import { outlook } from '../wire/outlook.ts';
import { inRelayOrder } from '../wire/posts.ts';
import { instant } from '../wire/times.ts';
import { blogAddress, servesPageJson } from './addresses.ts';
import { placed } from './block-times.ts';
import { blockId } from './blocks.ts';
import { blockEntry } from './html-block.ts';
import { areNumbered, boxed, readable } from './markup.ts';
import { pageFacts } from './page-facts.ts';
import { type BlockElement, type PageParts, pageParts } from './page-parts.ts';

/** A live page. Each block's own `time` decides; the page's JSON-LD gives all updates the page's own time and headline. */
export function readHtmlPage(document: Document, context: ReadContext): Snapshot {
  const parts = partsOf(document);
  const facts = pageFacts(parts, document);
  const url = blogAddress(facts.url);
  const entries = withPinnedTime(readBlocks(parts.blocks, url, context, facts.marks), parts.pinnedTime);
  if (entries.length === 0) {
    const text = 'The Guardian page holds no blocks that can be read; nothing was changed, and it will be read again.';
    throw new SourceError('malformed', text);
  }
  const ordered = inRelayOrder([...entries].reverse());
  const newest = facts.newestBlock ?? entries[0]?.sourceId;
  return {
    kind: 'guardian',
    url,
    ...(facts.title === undefined ? {} : { title: facts.title }),
    publisher: 'The Guardian',
    ...outlook(ordered, { url, title: facts.title, now: document.fetchedAt, stated: facts.live }),
    coverage: facts.older === undefined && facts.onlyPage ? 'complete' : 'window',
    entries: ordered,
    deleted: [],
    keyPoints: facts.keyPoints,
    warnings: facts.disagreements(entries),
    ...(newest === undefined || !servesPageJson(url) ? {} : { cursor: `block-${newest}` }),
    ...(facts.older === undefined ? {} : { older: facts.older }),
  };
}

/** A page that another source has asked for selectors is not parsed again. */
function partsOf(document: Document): PageParts {
  const { text } = document;
  const page = areNumbered(text) ? parseHtml(boxed(text)) : pageOf(document);
  return pageParts(nodesOf(page));
}

/** Blocks out of a piece of HTML: a poll's `html`, or `fields.body`, where `name` knows the people of a block by their ids. */
export function readBlockMarkup(
  html: string,
  url: string,
  context: ReadContext,
  name?: (contributor: string) => string,
): SourceEntry[] {
  if (html === '') return [];
  const { blocks } = pageParts(parseNodes(readable(areNumbered(html) ? boxed(html) : html)));
  const entries = [...readBlocks(blocks, url, context, new Map())].reverse();
  if (name === undefined) return entries;
  const people = new Map(blocks.map(({ element }) => [idOf(element), attribute(element, 'data-block-contributor')]));
  return entries.map((entry) => {
    const contributor = people.get(entry.sourceId);
    return contributor === undefined || entry.authors.length > 0 ? entry : { ...entry, authors: [name(contributor)] };
  });
}

type Marks = ReadonlyMap<string, readonly Flag[]>;

function readBlocks(
  blocks: readonly BlockElement[],
  url: string,
  context: ReadContext,
  marks: Marks,
): readonly SourceEntry[] {
  const entries = new Map<string, SourceEntry>();
  const clocks = new Map<string, ClockTime>();
  for (const { element, pinned } of blocks) {
    const id = idOf(element);
    if (id === undefined) continue;
    const known = entries.get(id);
    const flags: Flag[] = [...(pinned || known?.flags.includes('pinned') ? (['pinned'] as const) : [])];
    // The pinned copy stands first and aside; the same block in the run replaces it, and is pinned.
    if (known !== undefined && (pinned || known.aside !== true)) {
      entries.set(id, { ...known, flags: [...flags, ...known.flags.filter((flag) => flag !== 'pinned')] });
      continue;
    }
    const { entry, clock } = blockEntry(element, id, url, context);
    if (clock !== undefined) clocks.set(id, clock);
    const all = [...new Set([...flags, ...marksOf(element), ...(marks.get(id) ?? [])])];
    entries.delete(id);
    entries.set(id, { ...entry, flags: all, ...(pinned ? { aside: true } : {}) });
  }
  const read = clocks.size === 0 ? [...entries.values()] : withDays([...entries.values()], clocks, url);
  const nameless = marks.size === 0 && !blocks.some(({ element }) => hasClass(element, 'block'));
  return nameless ? markedByHeadline(read) : read;
}

/** Blocks of before 2013 show clock times alone. */
function withDays(
  entries: readonly SourceEntry[],
  clocks: ReadonlyMap<string, ClockTime>,
  url: string,
): readonly SourceEntry[] {
  const times = placed([...clocks.values()], url);
  const at = new Map([...clocks.keys()].map((id, index) => [id, times[index]]));
  return entries.map((entry) => {
    const publishedAt = at.get(entry.sourceId ?? '');
    return publishedAt === undefined ? entry : { ...entry, publishedAt };
  });
}

/**
 * Key events and summaries have headlines and other blocks have none: what is left to go by where neither names nor lists
 * say anything. Where every block has one (2014 and before), it says nothing.
 */
function markedByHeadline(entries: readonly SourceEntry[]): readonly SourceEntry[] {
  if (entries.every(({ title }) => title !== undefined)) return entries;
  return entries.map((entry) => (entry.title === undefined ? entry : { ...entry, flags: [...entry.flags, 'key'] }));
}

/** The pinned copy has no time of its own: it stands in the line above it. */
function withPinnedTime(entries: readonly SourceEntry[], time: DomElement | undefined): readonly SourceEntry[] {
  if (time === undefined) return entries;
  const numbers = /"(?:epoch|then)":\s*(\d{12,14})/u.exec(time.attribs.props ?? '')?.[1];
  const at = instant(attribute(time, 'datetime')) ?? instant(Number(numbers));
  if (at === undefined) return entries;
  return entries.map((entry) =>
    entry.aside === true && entry.publishedAt === undefined ? { ...entry, publishedAt: at } : entry,
  );
}

/** A pinned copy has no id of its own; the time above it links to the block. */
function idOf(element: DomElement): string | undefined {
  const own = element.attribs.id;
  if (own !== undefined) return blockId(own);
  const head = findElement([element], ({ name }) => name === 'header');
  const link = head && findElement([head], ({ attribs }) => attribs.href?.includes('#block-') === true);
  return link && blockId((attribute(link, 'href') ?? '').replace(/^.*#/u, ''));
}

/** The marks that pages before 2021 put on a block's class. */
function marksOf(element: DomElement): Flag[] {
  const flags: Flag[] = [];
  if (hasClass(element, 'is-pinned')) flags.push('pinned');
  if (hasClass(element, 'is-key-event')) flags.push('key');
  if (hasClass(element, 'is-summary')) flags.push('summary');
  return flags;
}
