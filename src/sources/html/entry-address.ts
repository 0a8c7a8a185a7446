import { attribute, childrenOf, type DomElement, isElement, walk } from '../body/dom.ts';
import { cleanUrl } from '../body/urls.ts';
import { namesOf, parentOf } from './regions.ts';

const ID_ATTRIBUTES =
  'data-post-id data-entry-id data-block-id data-update-id data-item-id data-event-id data-id id data-key data-uuid'.split(
    ' ',
  );

/** What the page calls an entry: an attribute of its element, or of the one element in it, or the name of an anchor. */
export function idOf(element: DomElement): string | undefined {
  const own = ownId(element) ?? innerId(element);
  if (own !== undefined) return own;
  const anchor = [...walk(childrenOf(element))].find(
    (node) => isElement(node) && node.name === 'a' && (attribute(node, 'name') ?? attribute(node, 'id')) !== undefined,
  );
  return anchor !== undefined && isElement(anchor) ? (attribute(anchor, 'name') ?? attribute(anchor, 'id')) : undefined;
}

function ownId(element: DomElement): string | undefined {
  for (const name of ID_ATTRIBUTES) {
    const id = attribute(element, name);
    if (isId(id)) return id;
  }
  return undefined;
}

function isId(id: string | undefined): id is string {
  return id !== undefined && /\d|[a-f]{6}/iu.test(id) && id.length <= 120;
}

function onlyChild(element: DomElement): DomElement | undefined {
  const inner = childrenOf(element).filter(isElement);
  return inner.length === 1 ? inner[0] : undefined;
}

function innerId(element: DomElement): string | undefined {
  const only = onlyChild(element);
  return only === undefined || only.name === 'a' ? undefined : ownId(only);
}

/** The entry's own address: around its time, marked as such, or the page's with the id of its element. */
export function permalink(element: DomElement, times: readonly DomElement[], base: string): string | undefined {
  for (const time of times) {
    const link = time.name === 'a' ? time : parentOf(time);
    if (link?.name === 'a') {
      const href = attribute(link, 'href');
      const url = href?.startsWith('#') ? fragment(base, href.slice(1)) : cleanUrl(href, base);
      if (url !== undefined) return url;
    }
  }
  const marked = [...walk(childrenOf(element))].find(
    (node): node is DomElement =>
      isElement(node) && node.name === 'a' && (node.attribs.rel === 'bookmark' || /permalink/iu.test(namesOf(node))),
  );
  const href = marked === undefined ? undefined : attribute(marked, 'href');
  if (href !== undefined && !href.startsWith('#')) return cleanUrl(href, base);
  const anchor = [element, onlyChild(element)].map((each) => each && attribute(each, 'id')).find(isId);
  return anchor === undefined ? undefined : fragment(base, anchor);
}

function fragment(base: string, id: string): string | undefined {
  return base === '' || id === '' ? undefined : `${base.replace(/#.*$/u, '')}#${id}`;
}
