import type { SourceEntry } from '../../core/entry.ts';
import { hash } from '../../core/hash.ts';
import { packBody } from '../../core/packed-body.ts';
import type { ReadContext } from '../../ports/source.ts';
import { attribute, childrenOf, type DomElement, type DomNode, isElement, isText, textOf } from '../body/dom.ts';
import { elementBody } from '../body/html-body.ts';
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
};

/** Parts of a block that are not its text. */
const FRAME = /(?:^|\s)(?:block-time|block-updated|block-share|updated-time|published-time)(?=\s|$)/u;

/** A block's entry, without its flags. */
export function blockEntry(element: DomElement, id: string, url: string, context: ReadContext): SourceEntry {
  const parts: Parts = { authors: [], written: '' };
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
  return element.name === 'header' || element.name === 'footer' || FRAME.test(element.attribs.class ?? '');
}

/** Elements nested deeper than any page's are taken for their text alone. */
const MAX_DEPTH = 300;

type Place = {
  readonly frame: 'header' | 'footer' | undefined;
  readonly update: boolean;
  readonly quoted: boolean;
  readonly depth: number;
};

function survey(node: DomNode, parts: Parts, place: Place): void {
  if (isText(node)) {
    if (place.frame === undefined) parts.written += node.data;
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
    frame: place.frame ?? (node.name === 'header' || node.name === 'footer' ? node.name : undefined),
    update: place.update || /(?:^|\s)(?:updated-time|block-updated)(?=\s|$)/u.test(name),
    quoted: place.quoted || node.name === 'figure' || node.name === 'blockquote',
    depth: place.depth + 1,
  };
  for (const child of childrenOf(node)) survey(child, parts, below);
}

/** The block's own headline: marked, in its head, or the first thing in its body. */
function isTitle(node: DomElement, name: string, parts: Parts, place: Place): boolean {
  if (node.name !== 'h2') return false;
  if (place.frame === 'footer') return false;
  if (place.frame === 'header' || /(?:^|\s)block-title(?=\s|$)/u.test(name)) return true;
  if (parts.inner === undefined || node.parent !== parts.inner) return false;
  return childrenOf(parts.inner).find(isElement) === node;
}

/** A contributor's portrait stands beside the title. */
function noteAuthor(image: DomElement, parts: Parts): void {
  const name = attribute(image, 'alt');
  if (name !== undefined) parts.authors.push(name);
}

function noteTime(node: DomElement, name: string, parts: Parts, place: Place): void {
  const isTime = node.name === 'time' || (name.includes('block-time') && node.attribs.title !== undefined);
  const isLabel = name.includes('block-updated');
  if ((!isTime && !isLabel) || place.quoted) return;
  const written = node.attribs.datetime ?? node.attribs.title ?? textOf([node]).replace(/^[^:]*:\s*/u, '');
  const at = instant(written.trim());
  if (isLabel || place.update || place.frame === 'footer' || (place.frame === undefined && saysUpdated(node)))
    parts.updated ??= at;
  else parts.published ??= at;
}

/** "Updated at 12.36 BST": the word stands before the time, in the same element. */
function saysUpdated(time: DomElement): boolean {
  if (time.name !== 'time' || time.parent === null) return false;
  const beside = childrenOf(time.parent as DomNode);
  return /updat/iu.test(textOf(beside.slice(0, beside.indexOf(time))).slice(-40));
}
