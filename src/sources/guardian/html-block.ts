import type { Body, SourceEntry } from '../../core/entry.ts';
import { hash } from '../../core/hash.ts';
import { packBody } from '../../core/packed-body.ts';
import type { ReadContext } from '../../ports/source.ts';
import { attribute, childrenOf, type DomElement, type DomNode, isElement, isText, textOf, walk } from '../body/dom.ts';
import { elementBody } from '../body/html-body.ts';
import { shortText } from '../body/short-text.ts';
import { oneLine } from '../body/whitespace.ts';
import { plainTitle } from '../wire/markup.ts';
import { remember } from '../wire/remember.ts';
import { entryTimes, instant } from '../wire/times.ts';
import { linkTo } from './addresses.ts';
import { isFurniture, isRelated } from './elements.ts';
import { figureKind } from './islands.ts';

/** What a block's element holds, found in one walk over it. */
type Parts = {
  title?: DomElement;
  /** `.block-elements`, where the page has it; else the text stands in the block itself. */
  inner?: DomElement;
  published?: number | undefined;
  updated?: number | undefined;
  readonly authors: string[];
  /** Everything a reader could see change in the text, put together. */
  written: string;
  /** True once the text has begun. */
  begun: boolean;
};

/** Parts of a block that are not its text. */
const FRAME = /(?:^|\s)(?:block-time|block-updated|block-share|updated-time|published-time)(?=\s|$)/u;

/** A block's entry, without its flags. */
export function blockEntry(element: DomElement, id: string, url: string, context: ReadContext): SourceEntry {
  const parts: Parts = { authors: [], written: '', begun: false };
  for (const child of childrenOf(element))
    survey(child, parts, { frame: undefined, update: false, quoted: false, linked: false, depth: 0 });
  const title = plainTitle(parts.title === undefined ? undefined : textOf([parts.title]));
  const skip = (node: DomElement): boolean => node === parts.title || isFrame(node);
  const nodes = childrenOf(parts.inner ?? element);
  const read = (): Body => packBody(blockBody(nodes, url, skip));
  const body = remember(context, `${id} ${hash(parts.written)}`, read);
  const published = parts.published ?? instant(Number(element.attribs['data-sort-time']));
  return {
    sourceId: id,
    ...(title === undefined ? {} : { title }),
    body,
    authors: [...new Set(parts.authors)],
    ...entryTimes(published, parts.updated),
    ...linkTo(url, id),
    flags: [],
  };
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
  return isByline(element) || isTimeLine(element);
}

/** Forms in a frame: newsletters and questions to readers. */
const FORM = /theguardian\.com\/email\/form\/|formstack\.com\//u;

/** A name with or without a portrait, as pages of 2014 to 2020 put it under the headline. */
function isByline({ attribs }: DomElement): boolean {
  return attribs.itemprop === 'author' || attribs.class?.includes('block-byline') === true;
}

/** "5.35pm GMT", "Updated at 12.36 BST": a line that holds a time and nothing to read, whatever its class is called today. */
function isTimeLine(element: DomElement): boolean {
  if (!/^(?:p|div|span)$/u.test(element.name)) return false;
  const text = shortText(element, LONGEST_LINE);
  if (text === undefined) return false;
  if (UPDATED.test(text) || ISO.test(element.attribs.title ?? '')) return true;
  return childrenOf(innermost(element)).some((child) => isElement(child) && child.name === 'time');
}

/** Inside boxes and links that hold nothing but one another. */
function innermost(element: DomElement): DomElement {
  const [only, ...others] = childrenOf(element).filter(
    (node) => isElement(node) || (isText(node) && node.data.trim() !== ''),
  );
  const isWrapper =
    only !== undefined && isElement(only) && others.length === 0 && /^(?:p|div|span|a)$/u.test(only.name);
  return isWrapper ? innermost(only) : element;
}

const LONGEST_LINE = 60;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d/u;
/** "Last Updated: 12:37 GMT Monday, 24 February 2014" */
const UPDATED = /^(?:last )?updated(?: at)?:? (?=\d)/iu;

/** Elements nested deeper than any page's are taken for their text alone. */
const MAX_DEPTH = 300;

type Place = {
  readonly frame: 'header' | 'footer' | 'line' | undefined;
  readonly update: boolean;
  readonly quoted: boolean;
  /** True inside links: the head's own time is one. */
  readonly linked: boolean;
  readonly depth: number;
};

function survey(node: DomNode, parts: Parts, place: Place): void {
  if (isText(node)) {
    if (place.frame === undefined) parts.written += node.data;
    if (place.frame === undefined && node.data.trim() !== '') parts.begun = true;
    return;
  }
  if (!isElement(node)) return;
  if (place.depth > MAX_DEPTH) {
    parts.written += textOf([node]);
    return;
  }
  const name = node.attribs.class ?? '';
  if (name.includes('block-elements') || node.attribs.itemprop === 'articleBody') parts.inner ??= node;
  if (isTitle(node, name, parts, place)) parts.title ??= node;
  if (!place.quoted) noteAuthor(node, parts, place);
  if (place.frame === undefined) for (const value of Object.values(node.attribs)) parts.written += ` ${value}`;
  noteTime(node, name, parts, place);
  const below = {
    frame: place.frame ?? frameOf(node, place),
    update: place.update || /(?:^|\s)(?:updated-time|block-updated)(?=\s|$)/u.test(name),
    quoted: place.quoted || node.name === 'figure' || node.name === 'blockquote',
    linked: place.linked || node.name === 'a' || node.name === 'time',
    depth: place.depth + 1,
  };
  for (const child of childrenOf(node)) survey(child, parts, below);
}

function frameOf(node: DomElement, place: Place): Place['frame'] {
  if (node.name === 'header' || node.name === 'footer') return node.name;
  return !place.quoted && isTimeLine(node) ? 'line' : undefined;
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
  } else if (isByline(node)) addAuthor(ownText(node), parts);
}

function addAuthor(name: string | undefined, parts: Parts): void {
  if (name !== undefined && name !== '') parts.authors.push(name);
}

/** What stands in an element itself, and in no element inside it. */
function ownText(element: DomElement): string {
  return oneLine(textOf(childrenOf(element).filter(isText)));
}

function noteTime(node: DomElement, name: string, parts: Parts, place: Place): void {
  if (place.quoted) return;
  const isTime = node.name === 'time' || ISO.test(node.attribs.title ?? '');
  const isLabel =
    !isTime && (name.includes('block-updated') || (isTimeLine(node) && UPDATED.test(oneLine(textOf([node])))));
  if (!isTime && !isLabel) return;
  if (isLabel && childrenOf(node).some((child) => isElement(child) && child.name === 'time')) return;
  const written = node.attribs.datetime ?? node.attribs.title ?? textOf([node]).replace(/^[^:]*:\s*/u, '');
  const at = instant(written.trim());
  if (isLabel || place.update || place.frame === 'footer' || (place.frame !== 'header' && saysUpdated(node)))
    parts.updated ??= at;
  else parts.published ??= at;
}

/** "Updated at 12.36 BST": the word stands before the time, in the same element. */
function saysUpdated(time: DomElement): boolean {
  if (time.name !== 'time' || time.parent === null) return false;
  const beside = childrenOf(time.parent as DomNode);
  return /updat/iu.test(textOf(beside.slice(0, beside.indexOf(time))).slice(-40));
}
