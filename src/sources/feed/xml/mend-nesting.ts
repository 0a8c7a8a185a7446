import { prologEnd } from './xml-text.ts';

/** What we need of a DOM node. */
export type Dom = {
  readonly type: string;
  name?: string;
  readonly data?: string;
  readonly attribs?: { [name: string]: string };
  readonly children?: readonly Dom[];
};

export function isElement(dom: Dom): boolean {
  return dom.attribs !== undefined;
}

export function localName(dom: Dom): string {
  const name = dom.name ?? '';
  return name.slice(name.indexOf(':') + 1);
}

const words = (names: string) => new Set(names.split(' '));
/** Elements that hold items. */
const LISTS = words('rss rdf feed channel');
const PEOPLE = words('author contributor');
const PERSON = words('name email uri url homepage');
/** Elements of an item that no HTML knows, and `link`, which it has in heads only. */
const ITEMS_OWN = words(
  'guid id link pubdate published updated issued modified created date creator author category comments enclosure description encoded',
);
/** And those that both know. */
const SHARED = words('title summary content source');
/** Elements that hold words, but no markup to speak of. */
const PLAIN = words(
  'title link guid id pubdate published updated issued modified created date creator category comments',
);
/** Elements that hold text with its markup, and that markup. */
const MARKUP = words(
  'description content encoded summary p div span a b i u em strong font center ul ol li blockquote br hr img table tr td h1 h2 h3 h4',
);

/**
 * A tree in which every element stands where a feed can have it: the reader of feeds that are not well-formed takes what
 * follows an element without an end for a part of it (an item in the title of the last one).
 */
export function mendNesting(dom: Dom): Dom {
  return placed(dom)[0] ?? dom;
}

/** The element with what may stand in it, and behind it what has to stand outside. */
function placed(dom: Dom): Dom[] {
  if (dom.children === undefined || !isElement(dom)) return [dom];
  const children = dom.children.flatMap(placed);
  if (LISTS.has(localName(dom).toLowerCase())) return [withChildren(dom, ownOnly(children))];
  const end = children.findIndex((child) => isElement(child) && !fits(child, dom));
  return end < 0 ? [withChildren(dom, children)] : [withChildren(dom, children.slice(0, end)), ...children.slice(end)];
}

/** A list without what items left in it that have no beginning: it says of itself what stands before its first item, once. */
function ownOnly(children: readonly Dom[]): Dom[] {
  const said = new Set<string>();
  let hasItems = false;
  return children.filter((child) => {
    const name = isElement(child) ? localName(child).toLowerCase() : '';
    hasItems ||= name === 'item' || name === 'entry';
    if (!ITEMS_OWN.has(name) && !SHARED.has(name)) return true;
    const isTold = hasItems || (said.has(name) && child.attribs?.href === undefined);
    said.add(name);
    return !isTold;
  });
}

function withChildren({ type, name = '', attribs = {} }: Dom, children: readonly Dom[]): Dom {
  return { type, name, attribs, children };
}

function fits(child: Dom, dom: Dom): boolean {
  const inner = localName(child).toLowerCase();
  const outer = localName(dom).toLowerCase();
  if (inner === 'item' || inner === 'entry') return false; // a list holds them, and is asked nothing
  if (dom.name?.startsWith('media:') === true) return true;
  if (PEOPLE.has(outer)) return PERSON.has(inner) || !(ITEMS_OWN.has(inner) || SHARED.has(inner));
  if (PLAIN.has(outer)) return !(ITEMS_OWN.has(inner) || SHARED.has(inner));
  return !(MARKUP.has(outer) && ITEMS_OWN.has(inner));
}

/**
 * Whether a feed that is not well-formed has come to its end: the end tag of its root stands in it, in no comment and no
 * CDATA. One that was cut short would look like a feed from which entries were withdrawn.
 */
export function isWhole(xml: string): boolean {
  const root = /^<([\w.:-]+)/.exec(xml.slice(prologEnd(xml)))?.[1];
  if (root === undefined) return false;
  const end = xml.toLowerCase().lastIndexOf(`</${root.toLowerCase()}`);
  if (end < 0) return false;
  const before = xml.slice(0, end);
  return !isOpen(before, '<![CDATA[', ']]>') && !isOpen(before, '<!--', '-->');
}

function isOpen(text: string, open: string, close: string): boolean {
  return text.lastIndexOf(open) > text.lastIndexOf(close);
}
