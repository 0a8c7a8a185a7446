import type { Document } from '../../ports/source.ts';
import { attribute, childrenOf, type DomElement, type DomNode, isElement, textOf, walk } from '../body/dom.ts';
import { oneLine } from '../body/whitespace.ts';
import { pageOf } from '../page.ts';
import type { RawPosting } from './find-posting.ts';
import { type RawUpdate, rawUpdate } from './raw-update.ts';
import type { JsonObject } from './wire.ts';

/**
 * The live blogs that a page declares in microdata (https://html.spec.whatwg.org/multipage/microdata.html) or RDFa Lite
 * (https://www.w3.org/TR/rdfa-lite/), in the same shape as JSON-LD, so that one reader serves all. What is long is kept
 * as HTML.
 */
export function findMicrodata(document: Document): RawPosting[] {
  if (!DECLARED.test(document.text)) return [];
  const page = pageOf(document);
  const roots = page('[itemtype*="LiveBlogPosting"], [typeof*="LiveBlogPosting"]').toArray().filter(isElement);
  if (roots.length === 0) return ofNoPosting(page);
  return roots.map((root) => {
    const items = itemsIn(root, page);
    const marked = items.filter(isUpdate);
    const typed =
      marked.length > 0 ? marked : items.filter((item) => /(?:^|[/:\s])BlogPosting(?:\s|$)/u.test(typeOf(item)));
    return {
      posting: withId(root, properties(root, page)),
      updates: updatesOf(typed, page),
    };
  });
}

const DECLARED =
  /\b(?:itemtype|typeof)\s*=\s*["']?[^"'>]*LiveBlogPosting|\b(?:itemprop|property)\s*=\s*["']?[^"'>]{0,80}\bliveBlogUpdate\b/iu;

/** Updates whose page does not say what they are of. */
function ofNoPosting(page: Page): RawPosting[] {
  const updates = page('[itemprop*="liveBlogUpdate"], [property*="liveBlogUpdate"]').toArray().filter(isElement);
  const items = updates.filter((element) => isItem(element) && isUpdate(element));
  return items.length === 0 ? [] : [{ posting: {}, updates: updatesOf(items, page) }];
}

function isUpdate(item: DomElement): boolean {
  return namesOf(item).some((name) => UPDATES.test(name));
}

function updatesOf(items: readonly DomElement[], page: Page): RawUpdate[] {
  return items.map((element) => rawUpdate(withId(element, properties(element, page))));
}

type Page = ReturnType<typeof pageOf>;

const UPDATES = /^(?:liveBlogUpdate|blogPosts?)$/u;
/** Properties of more than a line. */
const LONG = /^(?:articleBody|text|description|abstract)$/u;

/** Names may carry a prefix or be whole addresses. */
function namesOf({ attribs }: DomElement): string[] {
  const written = attribs.itemprop ?? attribs.property;
  return written === undefined
    ? []
    : written
        .trim()
        .split(/\s+/u)
        .map((name) => name.replace(/^.*[/:]/u, ''));
}

function typeOf({ attribs }: DomElement): string {
  return attribs.itemtype ?? attribs.typeof ?? '';
}

function isItem({ attribs }: DomElement): boolean {
  return attribs.itemscope !== undefined || attribs.itemtype !== undefined || attribs.typeof !== undefined;
}

/** What stands in an item, and what it refers to elsewhere on the page (`itemref`). */
function partsOf(item: DomElement, page: Page): DomNode[] {
  const elsewhere = (attribute(item, 'itemref') ?? '').split(/\s+/u).filter((id) => /^[\w-]+$/u.test(id));
  const referred = elsewhere.flatMap((id) => page(`[id="${id}"]`).toArray().filter(isElement));
  return [...childrenOf(item), ...referred.filter((element) => element !== item)];
}

function itemsIn(root: DomElement, page: Page): DomElement[] {
  return [...walk(partsOf(root, page))].filter((node): node is DomElement => isElement(node) && isItem(node));
}

/** The item's own properties; those of items inside it belong to them. */
function properties(item: DomElement, page: Page, depth = 0): JsonObject {
  const found: Record<string, unknown> = {};
  const stack = partsOf(item, page).reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    for (const name of namesOf(node)) {
      if (UPDATES.test(name)) continue;
      const value = isItem(node) && depth < 4 ? properties(node, page, depth + 1) : propertyValue(node, name, page);
      found[name] = found[name] === undefined ? value : [found[name], value].flat();
    }
    if (!isItem(node)) for (const child of [...childrenOf(node)].reverse()) stack.push(child);
  }
  return found;
}

function propertyValue(element: DomElement, name: string, page: Page): string {
  const written = attribute(element, 'content') ?? attribute(element, 'datetime');
  if (LONG.test(name)) return element.name === 'meta' ? (written ?? '') : (page(element).html() ?? '');
  if (written !== undefined) return written;
  if (element.name === 'img' || element.name === 'video')
    return attribute(element, 'src') ?? attribute(element, 'data-src') ?? '';
  return attribute(element, 'href') ?? attribute(element, 'src') ?? oneLine(textOf(childrenOf(element)));
}

/** An update without an address is known by its id among items, or that of its element. */
function withId(element: DomElement, update: JsonObject): JsonObject {
  if (update['@id'] !== undefined || update.url !== undefined) return update;
  const item = attribute(element, 'itemid') ?? attribute(element, 'resource') ?? attribute(element, 'about');
  const id = attribute(element, 'id') ?? attribute(element, 'data-id');
  if (item !== undefined) return { ...update, '@id': item };
  return id === undefined ? update : { ...update, identifier: id };
}
