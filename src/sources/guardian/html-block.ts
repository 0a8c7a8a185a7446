import type { SourceEntry } from '../../core/entry.ts';
import { hash } from '../../core/hash.ts';
import { packBody } from '../../core/packed-body.ts';
import type { ReadContext } from '../../ports/source.ts';
import { attribute, childrenOf, type DomElement, type DomNode, isElement, isText, textOf } from '../body/dom.ts';
import { elementBody } from '../body/html-body.ts';
import { shortText } from '../body/short-text.ts';
import { oneLine } from '../body/whitespace.ts';
import { plainTitle } from '../wire/markup.ts';
import { remember } from '../wire/remember.ts';
import { entryTimes, instant } from '../wire/times.ts';
import { linkTo } from './addresses.ts';

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
    survey(child, parts, { frame: undefined, update: false, quoted: false, depth: 0 });
  const title = plainTitle(parts.title === undefined ? undefined : textOf([parts.title]));
  const skip = (node: DomElement): boolean => node === parts.title || isFrame(node);
  const nodes = childrenOf(parts.inner ?? element);
  const body = remember(context, `${id} ${hash(parts.written)}`, () => packBody(elementBody(nodes, url, skip)));
  return {
    sourceId: id,
    ...(title === undefined ? {} : { title }),
    body,
    authors: [...new Set(parts.authors)],
    ...entryTimes(parts.published, parts.updated),
    ...linkTo(url, id),
    flags: [],
  };
}

function isFrame(element: DomElement): boolean {
  if (element.name === 'header' || element.name === 'footer' || FRAME.test(element.attribs.class ?? '')) return true;
  return isTimeLine(element);
}

/** "5.35pm GMT", "Updated at 12.36 BST": a line that holds a time and nothing to read, whatever its class is called today. */
function isTimeLine(element: DomElement): boolean {
  if (!/^(?:p|div|span)$/u.test(element.name)) return false;
  const holdsTime =
    ISO.test(element.attribs.title ?? '') ||
    childrenOf(element).some((child) => isElement(child) && child.name === 'time');
  const text = shortText(element, LONGEST_LINE);
  return text !== undefined && (holdsTime || UPDATED.test(text));
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
  if (name.includes('block-elements')) parts.inner ??= node;
  if (isTitle(node, name, parts, place)) parts.title ??= node;
  if (place.frame === 'header' && node.name === 'img') noteAuthor(node, parts);
  if (place.frame === undefined) for (const value of Object.values(node.attribs)) parts.written += ` ${value}`;
  noteTime(node, name, parts, place);
  const below = {
    frame: place.frame ?? frameOf(node, place),
    update: place.update || /(?:^|\s)(?:updated-time|block-updated)(?=\s|$)/u.test(name),
    quoted: place.quoted || node.name === 'figure' || node.name === 'blockquote',
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

/** A contributor's portrait stands beside the title. */
function noteAuthor(image: DomElement, parts: Parts): void {
  const name = attribute(image, 'alt');
  if (name !== undefined) parts.authors.push(name);
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
