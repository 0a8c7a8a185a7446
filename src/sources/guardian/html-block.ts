import type { Body, SourceEntry } from '../../core/entry.ts';
import { hash } from '../../core/hash.ts';
import { packBody } from '../../core/packed-body.ts';
import type { ClockTime } from '../../core/time/clock-times.ts';
import type { ReadContext } from '../../ports/source.ts';
import {
  attribute,
  childrenOf,
  type DomElement,
  type DomNode,
  findElement,
  isElement,
  isText,
  textOf,
  walk,
} from '../body/dom.ts';
import { elementBody } from '../body/html-body.ts';
import { oneLine } from '../body/whitespace.ts';
import { plainTitle } from '../wire/markup.ts';
import { remember } from '../wire/remember.ts';
import { entryTimes } from '../wire/times.ts';
import { linkTo } from './addresses.ts';
import { type BlockTimes, isTimeLine, isTimeLink, noteTime, timeLine, timesOf } from './block-times.ts';
import { isFurniture, isRelated } from './elements.ts';
import { figureKind } from './islands.ts';

/** What a block's element holds, found in one walk over it. */
type Parts = {
  title?: DomElement;
  /** `.block-elements`, where the page has it; else the text stands in the block itself. */
  inner?: DomElement;
  readonly times: BlockTimes;
  readonly authors: string[];
  /** Everything a reader could see change in the text, put together. */
  written: string;
  /** True once the text has begun. */
  begun: boolean;
};

/** Parts of a block that are not its text. */
const FRAME = /(?:^|\s)(?:block-time|block-updated|block-share|updated-time|published-time)(?=\s|$)/u;

/** A block's entry, without its flags; `clock` where it says when but not on which day. */
export type ReadBlock = { readonly entry: SourceEntry; readonly clock: ClockTime | undefined };

export function blockEntry(element: DomElement, id: string, url: string, context: ReadContext): ReadBlock {
  const parts: Parts = { times: {}, authors: [], written: '', begun: false };
  for (const child of childrenOf(element))
    survey(child, parts, { frame: undefined, update: false, quoted: false, linked: false }, 0);
  const title = plainTitle(parts.title === undefined ? undefined : textOf([parts.title]));
  const skip = (node: DomElement): boolean => node === parts.title || isFrame(node);
  const nodes = childrenOf(parts.inner ?? element);
  const read = (): Body => packBody(blockBody(nodes, url, skip));
  const body = remember(context, `${id} ${hash(parts.written)}`, read);
  const times = timesOf(parts.times, element);
  const entry: SourceEntry = {
    sourceId: id,
    ...(title === undefined ? {} : { title }),
    body,
    authors: [...new Set(parts.authors)],
    ...entryTimes(times.published, times.updated),
    ...linkTo(url, id),
    flags: [],
  };
  return { entry, clock: entry.publishedAt === undefined ? parts.times.clock : undefined };
}

/** The text of a block; a link to a related story is none, unless there is nothing else. */
function blockBody(nodes: readonly DomNode[], url: string, skip: (node: DomElement) => boolean): Body {
  const related: DomElement[] = [];
  const body = elementBody(nodes, url, (node) => {
    if (!leadsElsewhere(node)) return skip(node);
    related.push(node);
    return true;
  });
  if (related.length === 0 || body.text !== '' || body.media.length > 0) return body;
  const links = related.flatMap((box) => [...walk([box])].filter((node) => isElement(node) && node.name === 'a'));
  return elementBody(links, url);
}

function leadsElsewhere(element: DomElement): boolean {
  if (element.name === 'aside') return element.attribs.class?.includes('rich-link') === true;
  return element.name === 'figure' && isRelated(figureKind(element));
}

function isFrame(element: DomElement): boolean {
  const { name, attribs } = element;
  if (name === 'header' || name === 'footer' || FRAME.test(attribs.class ?? '')) return true;
  if (name === 'figure' && isFurniture(figureKind(element))) return true;
  if (name === 'iframe' && FORM.test(attribs.src ?? '')) return true;
  return isByline(element) || isTimeLine(element) || isTimeLink(element);
}

/** Forms in a frame: newsletters and questions to readers. */
const FORM = /theguardian\.com\/email\/form\/|formstack\.com\//u;

/** A name with or without a portrait, as pages of 2014 to 2020 put it under the headline. */
function isByline({ attribs }: DomElement): boolean {
  return attribs.itemprop === 'author' || attribs.class?.includes('block-byline') === true;
}

/** Elements nested deeper than any page's are taken for their text alone. */
const MAX_DEPTH = 300;

type Place = {
  readonly frame: 'header' | 'footer' | 'line' | undefined;
  readonly update: boolean;
  readonly quoted: boolean;
  /** True inside links: the head's own time is one. */
  readonly linked: boolean;
};

const CALLED_UPDATE = /(?:^|\s)(?:updated-time|block-updated)(?=\s|$)/u;

function survey(node: DomNode, parts: Parts, place: Place, depth: number): void {
  if (isText(node)) {
    if (place.frame === undefined) parts.written += node.data;
    if (place.frame === undefined && node.data.trim() !== '') parts.begun = true;
    return;
  }
  if (!isElement(node)) return;
  if (depth > MAX_DEPTH) {
    parts.written += textOf([node]);
    return;
  }
  const name = node.attribs.class ?? '';
  if (name.includes('block-elements') || node.attribs.itemprop === 'articleBody') parts.inner ??= node;
  if (isTitle(node, name, parts, place)) parts.title ??= node;
  if (!place.quoted) noteAuthor(node, parts, place);
  if (place.frame === undefined) for (const said in node.attribs) parts.written += ` ${node.attribs[said]}`;
  const line = place.quoted ? undefined : timeLine(node);
  if (!place.quoted) noteTime(node, line, parts.times, place);
  if (node.children.length === 0) return;
  const below = placeBelow(node, name, line, place);
  for (const child of node.children) survey(child, parts, below, depth + 1);
}

/** Most elements are no place of their own. */
function placeBelow(node: DomElement, name: string, line: string | undefined, place: Place): Place {
  const frame = place.frame ?? frameOf(node, line);
  const update = place.update || (name !== '' && CALLED_UPDATE.test(name));
  const quoted = place.quoted || node.name === 'figure' || node.name === 'blockquote';
  const linked = place.linked || node.name === 'a' || node.name === 'time';
  const isSame = frame === place.frame && update === place.update && quoted === place.quoted && linked === place.linked;
  return isSame ? place : { frame, update, quoted, linked };
}

function frameOf(node: DomElement, line: string | undefined): Place['frame'] {
  if (node.name === 'header' || node.name === 'footer') return node.name;
  return line !== undefined || isTimeLink(node) ? 'line' : undefined;
}

/** The block's own headline: marked, in its head, or the first thing in its body. */
function isTitle(node: DomElement, name: string, parts: Parts, place: Place): boolean {
  if (node.name !== 'h2') return false;
  if (place.frame === 'footer') return false;
  if (place.frame === 'header' || /(?:^|\s)block-title(?=\s|$)/u.test(name)) return true;
  return !parts.begun && !place.quoted;
}

/** Contributors stand beside the title: a name, with a portrait or without. */
function noteAuthor(node: DomElement, parts: Parts, place: Place): void {
  if (place.frame === 'header') {
    if (node.name === 'img') addAuthor(attribute(node, 'alt'), parts);
    else if (node.name === 'span' && !place.linked) addAuthor(ownText(node), parts);
  } else if (isByline(node)) addAuthor(ownText(node) || nameIn(node), parts);
}

/** A time in the head is no name. */
function addAuthor(name: string | undefined, parts: Parts): void {
  if (name !== undefined && name !== '' && !/\d[.:]\d\d/u.test(name)) parts.authors.push(name);
}

/** A person's name in an element of its own, as schema.org's items have it. */
function nameIn(person: DomElement): string {
  const name = findElement([person], ({ name: tag, attribs }) => attribs.itemprop === 'name' && tag !== 'meta');
  return name === undefined ? '' : oneLine(textOf([name]));
}

/** What stands in an element itself, and in no element inside it. */
function ownText(element: DomElement): string {
  return oneLine(textOf(childrenOf(element).filter(isText)));
}
