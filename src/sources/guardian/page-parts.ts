import { childrenOf, type DomElement, type DomNode, isElement, isText } from '../body/dom.ts';
import { modernised } from './markup.ts';

/** A block's element, in the page's list or held at its top. */
export type BlockElement = { readonly element: DomElement; readonly pinned: boolean };

/** What a live page is read from, picked out in one walk over it: asking by selectors walks it once for each. */
export type PageParts = {
  readonly blocks: BlockElement[];
  canonical?: string | undefined;
  shared?: string | undefined;
  heading?: DomElement;
  title?: DomElement;
  older?: string | undefined;
  /** Texts of JSON-LD. */
  readonly declared: string[];
  /** Properties of the islands that list key events, as JSON. */
  readonly keyEvents: string[];
  /** List items of the standfirst. */
  readonly points: DomElement[];
};

type Place = { readonly pinned: boolean; readonly standfirst: boolean };

/** Looks a page through; marks of pages of several ages are put the way the body reader knows them on the way. */
export function pageParts(nodes: readonly DomNode[]): PageParts {
  const parts: PageParts = { blocks: [], declared: [], keyEvents: [], points: [] };
  const stack = nodes.map((node) => ({ node, place: { pinned: false, standfirst: false } })).reverse();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, place } = next;
    if (!isElement(node)) continue;
    const inner = modernised(node);
    const below = inner === undefined ? note(node, parts, place) : place;
    const children = inner ?? childrenOf(node);
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child !== undefined) stack.push({ node: child, place: below });
    }
  }
  return parts;
}

/** Today's pages have articles, the app and pages before 2020 and the Content API's `fields.body` boxes. */
const ID = /^(?:pinned-)?block-[\da-f]{24}$/u;

function note(element: DomElement, parts: PageParts, place: Place): Place {
  const { attribs, name } = element;
  const below = placeBelow(element, place);
  if (isBlock(element) || (below.pinned && name === 'article' && attribs.id === undefined))
    parts.blocks.push({ element, pinned: below.pinned || attribs.id?.startsWith('pinned-') === true });
  else if (name === 'li' && place.standfirst) parts.points.push(element);
  else if (name === 'a') parts.older ??= olderLink(element);
  else if (name === 'script') noteScript(element, parts);
  else if (name === 'link' && attribs.rel === 'canonical') parts.canonical ??= attribs.href;
  else if (name === 'meta' && attribs.property === 'og:url') parts.shared ??= attribs.content;
  else if (name === 'h1') parts.heading ??= element;
  else if (name === 'title') parts.title ??= element;
  else if (name === 'gu-island' && attribs.name?.startsWith('KeyEvent') === true)
    parts.keyEvents.push(attribs.props ?? '');
  return below;
}

function placeBelow({ attribs }: DomElement, place: Place): Place {
  const pinned = attribs.id === 'pinned-post' || attribs['data-gu-marker'] === 'pinned-post';
  const standfirst =
    attribs['data-gu-name'] === 'standfirst' || /(?:^|\s)content__standfirst(?=\s|$)/u.test(attribs.class ?? '');
  return pinned || standfirst ? { pinned: place.pinned || pinned, standfirst: place.standfirst || standfirst } : place;
}

function isBlock({ name, attribs }: DomElement): boolean {
  const { id } = attribs;
  if (name === 'article' && /(?:^|\s)block(?=\s|$)/u.test(attribs.class ?? '')) return true;
  if (id === undefined || !/^(?:article|div|section|li)$/u.test(name)) return false;
  return ID.test(id) || (name === 'article' && /^(?:pinned-)?block-/u.test(id));
}

function olderLink({ attribs }: DomElement): string | undefined {
  const isOlder =
    (attribs.rel === 'next' && attribs.href?.includes('page=with:block-') === true) ||
    attribs['data-component'] === 'older' ||
    attribs['data-link-name'] === 'older page';
  return isOlder ? attribs.href : undefined;
}

function noteScript(element: DomElement, parts: PageParts): void {
  if (element.attribs.type !== 'application/ld+json') return;
  const text = childrenOf(element)
    .map((node) => (isText(node) ? node.data : ''))
    .join('');
  if (text.includes('LiveBlogPosting')) parts.declared.push(text);
}
