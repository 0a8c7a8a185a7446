import { childrenOf, type DomElement, type DomNode, isElement, isText } from '../body/dom.ts';
import { modernised } from './page-markup.ts';

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
  /** The id of the newest block of all, on whichever page it is. */
  newest?: string | undefined;
  /** What tells the pinned block's time, in the line above it. */
  pinnedTime?: DomElement;
  /** What the article around the blocks is called by pages before 2021: `is-live`, as long as it runs. */
  running?: boolean;
  /** Texts of JSON-LD. */
  readonly declared: string[];
  /** Properties of the islands that list key events, as JSON. */
  readonly keyEvents: string[];
  /** Addresses of key events in lists that stand outside the blocks. */
  readonly keyLinks: string[];
  /** List items of the standfirst. */
  readonly points: DomElement[];
};

/** Where in a page an element stands. */
type Place = {
  readonly pinned: boolean;
  readonly standfirst: boolean;
  readonly older: boolean;
  readonly block: boolean;
};

const ANYWHERE: Place = { pinned: false, standfirst: false, older: false, block: false };

/** Looks a page through; marks of pages of several ages are put the way the body reader knows them on the way. */
export function pageParts(nodes: readonly DomNode[]): PageParts {
  const parts: PageParts = { blocks: [], declared: [], keyEvents: [], keyLinks: [], points: [] };
  const stack = nodes.filter(isElement).reverse();
  // Beside each element waiting, where it stands: pairs would be thousands of short-lived objects.
  const places = stack.map(() => ANYWHERE);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const place = places.pop() ?? ANYWHERE;
    const inner = modernised(node, place.block);
    const below = inner === undefined && !isWritten(node, place) ? note(node, parts, place) : place;
    const children = inner ?? node.children;
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child === undefined || !isElement(child)) continue;
      stack.push(child);
      places.push(below);
    }
  }
  return parts;
}

/** True for what is written in a block, where only links may say something of the page. */
function isWritten({ name }: DomElement, place: Place): boolean {
  return place.block && !place.pinned && name !== 'a';
}

/** Today's pages have articles, the app and pages before 2020 and the Content API's `fields.body` boxes; before 2013 they were numbered. */
const ID = /^(?:pinned-)?block-[\da-f]{24}(?:-pinned)?$/u;
const NUMBER = /^block-\d{1,4}$/u;
/** Pages for telephones (AMP) of 2020 to 2023 have the bare id. */
const BARE = /^[\da-f]{24}$/u;
const BEGINS_AS_BLOCK = /^(?:pinned-)?block-/u;
const CALLED_BLOCK = /(?:^|\s)block(?=\s|$)/u;
/** The elements that a block can be. */
const BOXES = new Set(['article', 'div', 'section', 'li']);
const PINNED = /^pinned-block|-pinned$/u;

function note(element: DomElement, parts: PageParts, place: Place): Place {
  const { attribs, name } = element;
  const below = placeBelow(element, place);
  parts.newest ??= attribs['data-most-recent-block'];
  if (isBlock(element) || (below.pinned && name === 'article' && attribs.id === undefined)) {
    parts.blocks.push({ element, pinned: below.pinned || PINNED.test(attribs.id ?? '') });
    return below.block ? below : { ...below, block: true };
  }
  if (name === 'li' && place.standfirst) parts.points.push(element);
  else if (name === 'a') noteLink(element, parts, place);
  else if (name === 'script') noteScript(element, parts);
  else if (name === 'link' && attribs.rel === 'canonical') parts.canonical ??= attribs.href;
  else if (name === 'meta' && attribs.property === 'og:url') parts.shared ??= attribs.content;
  else if (name === 'article') noteRunning(attribs.class ?? '', parts);
  else if (name === 'h1') parts.heading ??= element;
  else if (name === 'title') parts.title ??= element;
  else if (name === 'time' && place.pinned) parts.pinnedTime ??= element;
  else if (name === 'gu-island') noteIsland(element, parts, place);
  return below;
}

const RUNNING = /(?:^|\s)is-live(?=\s|$)/u;
const LIVE_BLOG = /(?:^|\s)content--liveblog(?=\s|$)/u;

/** Of several articles the first that is called a live blog, or live. */
function noteRunning(names: string, parts: PageParts): void {
  const isLive = RUNNING.test(names);
  if (isLive || LIVE_BLOG.test(names)) parts.running ??= isLive;
}

function noteIsland(element: DomElement, parts: PageParts, place: Place): void {
  const { name = '', props = '' } = element.attribs;
  if (name.startsWith('KeyEvent')) parts.keyEvents.push(props);
  else if (place.pinned && /^(?:Relative|Date)Time/u.test(name)) parts.pinnedTime ??= element;
}

const STANDFIRST = /(?:^|\s)content__standfirst(?=\s|$)/u;
const OLDER_AREA = /grid-area:\s*older/u;

function placeBelow({ attribs }: DomElement, place: Place): Place {
  const { class: name, style } = attribs;
  const pinned =
    attribs.id === 'pinned-post' || attribs['data-gu-marker'] === 'pinned-post' || attribs.id === 'pinned-block';
  const standfirst = attribs['data-gu-name'] === 'standfirst' || (name !== undefined && STANDFIRST.test(name));
  const older = style !== undefined && OLDER_AREA.test(style);
  if (!pinned && !standfirst && !older) return place;
  return {
    ...place,
    pinned: place.pinned || pinned,
    standfirst: place.standfirst || standfirst,
    older: place.older || older,
  };
}

function isBlock({ name, attribs }: DomElement): boolean {
  if (!BOXES.has(name)) return false;
  const { id, class: names } = attribs;
  const isCalledBlock = names !== undefined && CALLED_BLOCK.test(names);
  if (name === 'article' && isCalledBlock) return true;
  if (id === undefined) return false;
  if (BARE.test(id)) return attribs['data-sort-time'] !== undefined;
  if (NUMBER.test(id)) return name === 'article' || isCalledBlock;
  return ID.test(id) || (name === 'article' && BEGINS_AS_BLOCK.test(id));
}

function noteLink(element: DomElement, parts: PageParts, place: Place): void {
  const { attribs } = element;
  const href = attribs.href ?? '';
  if (!href.includes('block-')) return;
  if (isOlder(attribs, place)) parts.older ??= href;
  const listsKeyEvent =
    attribs['data-event-id'] !== undefined ||
    href.includes('filterKeyEvents') ||
    attribs['data-link-name']?.startsWith('key event') === true;
  if (listsKeyEvent && !place.block && href.includes('#block-')) parts.keyLinks.push(href);
}

/** Of the two links beside each other – the next older page, the oldest – the first. */
function isOlder(attribs: DomElement['attribs'], place: Place): boolean {
  if (!/[?&]page=with(?::|%3A)block-/iu.test(attribs.href ?? '')) return false;
  return (
    place.older ||
    attribs.rel === 'next' ||
    attribs['data-component'] === 'older' ||
    attribs['data-link-name'] === 'older page'
  );
}

function noteScript(element: DomElement, parts: PageParts): void {
  if (element.attribs.type !== 'application/ld+json') return;
  const text = childrenOf(element)
    .map((node) => (isText(node) ? node.data : ''))
    .join('');
  if (text.includes('LiveBlogPosting')) parts.declared.push(text);
}
