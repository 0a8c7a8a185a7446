import type { Document } from '../../ports/source.ts';
import { attribute, childrenOf, type DomElement, type DomNode, isElement, textOf, walk } from '../body/dom.ts';
import { oneLine } from '../body/whitespace.ts';
import { pageOf } from '../page.ts';
import type { RawPosting } from './find-posting.ts';
import { rawUpdate } from './raw-update.ts';
import type { JsonObject } from './wire.ts';

/**
 * The live blogs that a page declares in microdata, in the same shape as JSON-LD, so that one reader serves both. An
 * `articleBody` is kept as HTML.
 */
export function findMicrodata(document: Document): RawPosting[] {
  if (!/itemtype\s*=\s*["']?[^"'>]*LiveBlogPosting/iu.test(document.text)) return [];
  const page = pageOf(document);
  const roots = page('[itemtype$="LiveBlogPosting"]').toArray().filter(isElement);
  return roots.map((root) => {
    const marked = itemsIn(root, (element) =>
      /(?:^|\s)(?:liveBlogUpdate|blogPosts?)(?:\s|$)/u.test(element.attribs.itemprop ?? ''),
    );
    const typed =
      marked.length > 0 ? marked : itemsIn(root, (element) => /\/BlogPosting$/u.test(element.attribs.itemtype ?? ''));
    return {
      posting: properties(root, page),
      updates: typed.map((element) => rawUpdate(withId(element, properties(element, page)))),
    };
  });
}

type Page = ReturnType<typeof pageOf>;

function itemsIn(root: DomElement, test: (element: DomElement) => boolean): DomElement[] {
  return [...walk(childrenOf(root))].filter((node): node is DomElement => isElement(node) && test(node));
}

/** The item's own properties; those of items inside it belong to them. */
function properties(item: DomElement, page: Page): JsonObject {
  const found: Record<string, unknown> = {};
  const stack: DomNode[] = [...childrenOf(item)].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    const names = attribute(node, 'itemprop')?.split(/\s+/u) ?? [];
    const isItem = node.attribs.itemscope !== undefined || node.attribs.itemtype !== undefined;
    for (const name of names) {
      if (name === 'liveBlogUpdate' || name === 'blogPost' || name === 'blogPosts') continue;
      const value = isItem ? properties(node, page) : propertyValue(node, name, page);
      found[name] = found[name] === undefined ? value : [found[name], value].flat();
    }
    if (!isItem) for (const child of [...childrenOf(node)].reverse()) stack.push(child);
  }
  return found;
}

function propertyValue(element: DomElement, name: string, page: Page): string {
  const written = attribute(element, 'content') ?? attribute(element, 'datetime');
  if (written !== undefined && name !== 'articleBody') return written;
  if (name === 'articleBody') return element.name === 'meta' ? (written ?? '') : (page(element).html() ?? '');
  if (element.name === 'img' || element.name === 'video')
    return attribute(element, 'src') ?? attribute(element, 'data-src') ?? '';
  return attribute(element, 'href') ?? attribute(element, 'src') ?? oneLine(textOf(childrenOf(element)));
}

/** An update without an address is known by the id of its element. */
function withId(element: DomElement, update: JsonObject): JsonObject {
  const id = attribute(element, 'itemid') ?? attribute(element, 'id') ?? attribute(element, 'data-id');
  if (id === undefined || update['@id'] !== undefined || update.url !== undefined) return update;
  return { ...update, identifier: id };
}
