import type { Snapshot, SourceEntry } from '../../core/entry.ts';
import { type Document, type ReadContext, SourceError } from '../../ports/source.ts';
import { type DomElement, type DomNode, findElement, isElement, nodesOf, textOf, walk } from '../body/dom.ts';
import { elementBody } from '../body/html-body.ts';
import { shortText } from '../body/short-text.ts';
import { flagsOf, isCalled, isLabel } from '../entry-marks.ts';
import { pageOf } from '../page.ts';
import { assemble } from '../wire/assemble.ts';
import { plainTitle } from '../wire/markup.ts';
import { outlook } from '../wire/outlook.ts';
import { instant } from '../wire/times.ts';
import { eventInstants, type Label } from './event-times.ts';

/** What the commentary was called on live pages of 2008 to 2013. */
const CALLED_EVENT = /(?:^|[\s_-])(?:live[_-]?event|sport-stream|live-?text)(?=$|[\s_-])/iu;
/** A page of that age, by the name of its commentary and the date that pages had in their head then. */
const EVENT = /\s(?:id|class)\s?=\s?["']?[^"'<>]{0,100}\b(?:live[_-]?event|sport-stream|live-?text)\b/iu;
const CLOCK = /^([01]?\d|2[0-3])[:.]?([0-5]\d)(?:\s?(?:GMT|BST))?\s?[:–-]?$/u;
const CLOCKS = /<(?:abbr|b|div|p|span|strong|time)\b[^<>]{0,300}>\s*(?:[01]\d|2[0-3]):?[0-5]\d\s?:?\s*<\//giu;
const LONGEST_CLOCK = 12;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d/u;
const TITLES = new Set(['h2', 'h3', 'h4', 'h5']);

/** True for a page with a commentary of that age, which says when at least twice. */
export function isEventPage(text: string): boolean {
  if (!EVENT.test(text)) return false;
  CLOCKS.lastIndex = 0;
  return CLOCKS.test(text) && CLOCKS.test(text);
}

type Item = { readonly clock: DomElement; readonly nodes: DomNode[]; readonly box: DomElement };

/**
 * A live page of before 2014: pieces of text that each begin with a time, "1240:" or "12:40", boxes of their own or
 * paragraphs one after another. Some name the instant in an attribute; else the day comes from the page's head.
 */
export function readEventPage(document: Document, context: ReadContext): Snapshot {
  const page = pageOf(document);
  const url = page('link[rel="canonical"]').attr('href') ?? document.url;
  const items = itemsIn(nodesOf(page));
  if (items.length === 0) {
    const text = 'The BBC page holds no posts that can be read; nothing was changed, and it will be read again.';
    throw new SourceError('malformed', text);
  }
  const head = page('meta[name="OriginalPublicationDate"], meta[property="article:published_time"]').attr('content');
  const times = eventInstants(
    items.map(({ clock }) => labelOf(clock)),
    { document, context, published: head },
  );
  const entries = items.map((item, index) => itemEntry(item, times.at[index], url));
  const ordered = times.newestFirst ? entries.reverse() : entries;
  const title = plainTitle(page('h1').first().text()) ?? plainTitle(page('title').text());
  return {
    kind: 'bbc',
    url,
    ...(title === undefined ? {} : { title }),
    publisher: 'BBC',
    ...outlook(ordered, { url, title, now: document.fetchedAt, stated: null }),
    coverage: 'window',
    entries: ordered,
    deleted: [],
    keyPoints: [],
    warnings: times.at.includes(undefined) ? ['Some posts show no time that can be read.'] : [],
  };
}

/** The pieces of the first commentary in the page that has some. */
function itemsIn(nodes: readonly DomNode[]): Item[] {
  const looked = new Set<DomNode>();
  for (const node of walk(nodes)) {
    // What a commentary does not hold, the boxes in it do not hold either.
    if (node.parent !== null && looked.has(node.parent)) looked.add(node);
    else if (isElement(node) && isCalled(node, CALLED_EVENT)) {
      const clocks = clocksIn(node);
      if (clocks.length > 1) {
        const counts = countsOf(clocks, node);
        return clocks.map((clock) => itemOf(clock, counts, node));
      }
      looked.add(node);
    }
  }
  return [];
}

/** The outermost clocks below a box. */
function clocksIn(box: DomElement): DomElement[] {
  const clocks: DomElement[] = [];
  const inside = new Set<DomNode>();
  for (const node of walk(box.children)) {
    if (node.parent !== null && inside.has(node.parent)) inside.add(node);
    else if (isElement(node) && isClock(node)) {
      clocks.push(node);
      inside.add(node);
    }
  }
  return clocks;
}

/** How many clocks each box holds, itself included, up to the list. */
function countsOf(clocks: readonly DomElement[], list: DomElement): ReadonlyMap<DomNode, number> {
  const counts = new Map<DomNode, number>(clocks.map((clock) => [clock, 1]));
  // From the end: what a box holds comes after it.
  for (const node of [...walk(list.children)].reverse()) {
    const { parent } = node;
    const held = counts.get(node);
    if (held !== undefined && parent !== null) counts.set(parent, (counts.get(parent) ?? 0) + held);
  }
  return counts;
}

function isClock(element: DomElement): boolean {
  const text = shortText(element, LONGEST_CLOCK);
  return text !== undefined && CLOCK.test(text);
}

/** The largest box around one clock and no other; with it go the boxes up to the next clock. */
function itemOf(clock: DomElement, counts: ReadonlyMap<DomNode, number>, list: DomElement): Item {
  let box = clock;
  while (box.parent !== null && isElement(box.parent) && box.parent !== list && counts.get(box.parent) === 1) {
    box = box.parent;
  }
  const nodes: DomNode[] = [box];
  for (let next = box.next; next !== null && !counts.has(next); next = next.next) nodes.push(next);
  return { clock, nodes, box };
}

/** The instant where an attribute names it, else the clock. */
function labelOf(clock: DomElement): Label {
  const marked = findElement([clock], ({ attribs }) => ISO.test(attribs.datetime ?? attribs.title ?? ''));
  const at = marked && instant(marked.attribs.datetime ?? marked.attribs.title);
  const [, hour = '', minute = ''] = CLOCK.exec(shortText(clock, LONGEST_CLOCK) ?? '') ?? [];
  return at ?? `${hour}:${minute}`;
}

function itemEntry({ clock, nodes, box }: Item, at: number | undefined, url: string): SourceEntry {
  const labels = [...walk([box])].filter((node) => isElement(node) && node !== clock && isLabel(node)) as DomElement[];
  const heading = findElement(nodes, (element) => TITLES.has(element.name) && !labels.includes(element));
  const skip = (element: DomElement): boolean => element === clock || element === heading || labels.includes(element);
  return assemble({
    sourceId: box.attribs.id,
    title: plainTitle(heading && textOf([heading])),
    body: elementBody(nodes, url, skip),
    authors: [],
    publishedAt: at,
    flags: flagsOf(box, labels, []),
  });
}
