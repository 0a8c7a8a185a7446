import {
  type DomElement,
  type DomNode,
  hasAttributes,
  isElement,
  isShadow,
  nodesOf,
  type Page,
  pushChildren,
  textOf,
} from '../body/dom.ts';
import { isAsking } from '../body/form.ts';
import { isHidden, quotesReader } from '../body/furniture.ts';
import { shortText } from '../body/short-text.ts';
import { isSlug } from '../body/slug.ts';
import { oneLine } from '../body/whitespace.ts';
import { isCalled, namesOf } from '../entry-marks.ts';

const NEVER = new Set('script style template nav aside svg head noscript iframe dialog select button'.split(' '));
const OTHER =
  /(?:^|[\s_-])(?:(?<!(?:live|match)[_-]{1,2})comment|comments|commentlist|disqus|related|recommend\w*|most-?(?:read|popular|viewed)|trending|recirc\w*|teasers?|newsletter|advert\w*|ad|ads|sponsor\w*|promo\w*|time-?zones?\w*|clock-?widget|world-?clock|breadcrumbs?|share|social-share|outbrain|taboola|cookie\w*|sidebar|rail|menu|nav|navigation|also-?read|more-(?:on|stories))(?=$|[\s_-])/iu;

/** Parts of a page that hold no entries: comments, adverts, related stories, time-zone widgets, navigation. */
export function isElsewhere(element: DomElement): boolean {
  const known = elsewhere.get(element);
  if (known !== undefined) return known;
  const said = saysElsewhere(element);
  elsewhere.set(element, said);
  return said;
}

/** A page is gone through for lists, days, headings and points; what its elements are called stays the same. */
const elsewhere = new WeakMap<DomElement, boolean>();

function saysElsewhere(element: DomElement): boolean {
  if (NEVER.has(element.name)) return !isShadow(element) && !isMargin(element);
  if (element.name === 'form' && isAsking(element)) return true;
  if (!hasAttributes(element)) return element.name === 'footer' && isPageFoot(element);
  if (isHidden(element)) return true;
  if (isPageFoot(element)) return true;
  const role = element.attribs.role;
  if (role === 'navigation' || role === 'complementary' || role === 'contentinfo') return true;
  return isCalled(element, OTHER) && !isNamedByHeadline(element) && !quotesReader(element) && !isOfMatch(element);
}

const COMMENT = /(?:^|[\s_-])comments?(?=$|[\s_-])/iu;
const COMMENTARY = /commentar(?:y|ies)|play-?by-?play|ball-?by-?ball|match-?(?:feed|events|centre|center)/iu;
/** Boxes between a commentary and its pieces. */
const MOST_BOXES = 3;

/** A piece of what a reporter says of a match, which is called a comment in what is called a commentary. */
function isOfMatch(element: DomElement): boolean {
  if (!COMMENT.test(namesOf(element))) return false;
  let up = parentOf(element);
  for (let boxes = 0; boxes < MOST_BOXES && up !== undefined; boxes += 1, up = parentOf(up)) {
    if (COMMENTARY.test(namesOf(up))) return true;
  }
  return false;
}

/** True where nothing but an id made of a headline ("rail-line-reopens") sounds like another part of the page. */
function isNamedByHeadline(element: DomElement): boolean {
  const { id = '' } = element.attribs;
  const isMade = isSlug(id) || /^h[1-6]$/u.test(element.name);
  return isMade && OTHER.test(id) && !OTHER.test(namesOf(element).replace(id, ''));
}

/** The margin of an entry, where its time or its author stands: an aside in it that says little. */
function isMargin(element: DomElement): boolean {
  return (
    element.name === 'aside' &&
    isInSection(element) &&
    shortText(element, LONGEST_MARGIN) !== undefined &&
    /\d/u.test(textOf([element]))
  );
}

const LONGEST_MARGIN = 60;

/**
 * The foot of the page and not of an entry on it, which often holds its time. A `footer` is of the nearest section around it:
 * https://html.spec.whatwg.org/multipage/sections.html#the-footer-element
 */
function isPageFoot(element: DomElement): boolean {
  if (element.name === 'footer') return !isInSection(element);
  const { class: classes, id } = element.attribs;
  return isCalledFoot(classes) || isCalledFoot(id);
}

const PAGE_FOOT = /(?:^|\s)(?:(?:site|page|global|main|app)-?)?footer(?=$|\s)/iu;

function isCalledFoot(names: string | undefined): boolean {
  return names?.includes('footer') === true && PAGE_FOOT.test(names);
}

function isInSection(element: DomElement): boolean {
  for (let up = parentOf(element); up !== undefined; up = parentOf(up)) {
    if (/^(?:article|section|li)$/u.test(up.name) || up.attribs.role === 'article') return true;
  }
  return false;
}

/** Inside an entry: a card that leads to another story, or another part of the page that is no part of the text. */
export function isTeaser(element: DomElement): boolean {
  return /^(?:div|section|aside|ul|article)$/u.test(element.name) && isElsewhere(element);
}

/** The elements a page begins with; the same list each time. */
export function rootOf(page: Page): readonly DomElement[] {
  const known = roots.get(page);
  if (known !== undefined) return known;
  const root = nodesOf(page).filter(isElement);
  roots.set(page, root);
  return root;
}

const roots = new WeakMap<Page, readonly DomElement[]>();

/** Every element below these nodes that may hold entries, in document order. */
export function contentElements(nodes: readonly DomNode[]): readonly DomElement[] {
  const known = contents.get(nodes);
  if (known !== undefined) return known;
  const found: DomElement[] = [];
  const stack = [...nodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    if (node.name !== 'html' && node.name !== 'body' && isElsewhere(node)) continue;
    found.push(node);
    pushChildren(node, stack);
  }
  contents.set(nodes, found);
  return found;
}

/** A page is gone through for feeds, lists, days, headings and points, and the entries of a list more than once. */
const contents = new WeakMap<readonly DomNode[], readonly DomElement[]>();

export function parentOf(element: DomElement): DomElement | undefined {
  const parent = element.parent as DomNode | null;
  return parent !== null && isElement(parent) ? parent : undefined;
}

/** Characters of an element's text on one line. */
export function textLength(element: DomElement): number {
  const known = lengths.get(element);
  if (known !== undefined) return known;
  const length = oneLine(textOf([element])).length;
  lengths.set(element, length);
  return length;
}

const lengths = new WeakMap<DomElement, number>();
