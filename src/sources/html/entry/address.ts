import { attribute, childrenOf, type DomElement, findElement, isElement } from '../../body/dom.ts';
import { cleanUrl } from '../../body/urls.ts';
import { namesOf } from '../../entry-marks.ts';
import { heartOf } from '../boxes.ts';
import { parentOf } from '../regions.ts';

function onlyChild(element: DomElement): DomElement | undefined {
  const inner = childrenOf(element).filter(isElement);
  return inner.length === 1 ? inner[0] : undefined;
}

type Known = {
  readonly times: readonly DomElement[];
  readonly base: string;
  readonly sourceId: string | undefined;
  readonly title: DomElement | undefined;
};

/** The entry's own address: around its time, marked as such, the page's with the id of its element, or its title's. */
export function permalink(element: DomElement, { times, base, sourceId, title }: Known): string | undefined {
  for (const time of times) {
    const link = time.name === 'a' ? time : parentOf(time);
    if (link?.name === 'a') {
      const href = attribute(link, 'href');
      const url = href?.startsWith('#') ? fragment(base, href.slice(1)) : cleanUrl(href, base);
      if (url !== undefined) return url;
    }
  }
  const marked = findElement(
    childrenOf(element),
    (inner) =>
      inner.name === 'a' &&
      (inner.attribs.rel === 'bookmark' || /permalink|(?:^|\s)u-url(?=$|\s)/iu.test(namesOf(inner))),
  );
  const href = marked === undefined ? undefined : attribute(marked, 'href');
  if (href !== undefined && !href.startsWith('#')) return cleanUrl(href, base);
  const anchor = anchorOf(element, sourceId);
  return anchor === undefined ? titleLink(title, base) : fragment(base, anchor);
}

function anchorOf(element: DomElement, sourceId: string | undefined): string | undefined {
  for (const place of placesOf(element)) {
    const id = place && attribute(place, 'id');
    if (id !== undefined && (id === sourceId || /\d|[a-f]{6}/iu.test(id)) && id.length <= 120) return id;
  }
  return undefined;
}

/** Where an entry's id may stand; its heart comes last, for that takes the length of all it says. */
function* placesOf(element: DomElement): Generator<DomElement | undefined> {
  yield element;
  yield onlyChild(element);
  const heart = heartOf(element);
  yield heart;
  yield heart && heartOf(heart);
}

/** Where a title leads, on pages that give their entries pages of their own. */
function titleLink(title: DomElement | undefined, base: string): string | undefined {
  const inner = title && onlyChild(title);
  const link = [title, inner, inner && onlyChild(inner), title && parentOf(title)].find((each) => each?.name === 'a');
  const href = link === undefined ? undefined : attribute(link, 'href');
  return href === undefined || href.startsWith('#') ? undefined : cleanUrl(href, base);
}

function fragment(base: string, id: string): string | undefined {
  return base === '' || id === '' ? undefined : `${base.replace(/#.*$/u, '')}#${id}`;
}
