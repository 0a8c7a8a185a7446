import type { Document } from '../../../src/ports/source.ts';
import { childrenOf, type DomElement, type DomNode, isElement, isText } from '../../../src/sources/body/dom.ts';
import { nodesOf, rewritten, withText } from './change.ts';
import { compact, isObject, type Json, mapObjects, parsed } from './json-values.ts';

const isLinked = (element: DomElement) => element.name === 'script' && /ld\+json/iu.test(element.attribs.type ?? '');
export const codeOf = (element: DomElement) =>
  childrenOf(element)
    .map((node) => (isText(node) ? node.data : ''))
    .join('');

function* elementsIn(nodes: readonly DomNode[]): Generator<DomElement> {
  for (const node of nodes) {
    if (isElement(node)) yield node;
    yield* elementsIn(childrenOf(node));
  }
}

/** The blocks of a page that declare a live blog, where all of them are plain JSON. */
export function blocksOf(document: Document): DomElement[] {
  const blocks = [...elementsIn(nodesOf(document))].filter(
    (each) => isLinked(each) && codeOf(each).includes('LiveBlogPosting'),
  );
  return blocks.every((each) => parsed(codeOf(each)) !== undefined) ? blocks : [];
}

const open = '<script type="application/ld+json">';
export const script = (code: string) => `${open}${code}</script>`;
/** Writes every declaration of a page anew. */
export const declared =
  (write: (json: unknown, document: Document) => string | undefined) =>
  (document: Document): Document | undefined => {
    const blocks = new Set(blocksOf(document));
    if (blocks.size === 0) return undefined;
    let fits = true;
    const { text } = rewritten({
      element: (written, element) => {
        if (!blocks.has(element)) return written;
        const code = write(parsed(codeOf(element)), document);
        if (code === undefined) fits = false;
        return code === undefined ? written : /^<script/iu.test(code) ? code : script(code);
      },
    })(document);
    return fits ? withText(document, text) : undefined;
  };

const isBlog = (object: Json) => [object['@type']].flat().includes('LiveBlogPosting');
export const mapBlog = (json: unknown, change: (blog: Json) => unknown) =>
  mapObjects(json, (object) => (isBlog(object) ? change(object) : object));
export const listOf = (value: unknown): Json[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter(isObject);
const mapUpdates = (json: unknown, change: (update: Json, place: number, all: Json[]) => unknown) =>
  mapBlog(json, (blog) => {
    const list = listOf(blog.liveBlogUpdate);
    return list.length === 0 ? blog : { ...blog, liveBlogUpdate: list.flatMap(change) };
  });
export const blog = (change: (blog: Json) => unknown) => declared((json) => compact(mapBlog(json, change)));
export const updates = (change: (update: Json, place: number, all: Json[]) => unknown) =>
  declared((json) => compact(mapUpdates(json, change)));
