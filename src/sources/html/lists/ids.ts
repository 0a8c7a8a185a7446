import { attribute, childrenOf, type DomElement, findElement, isElement, textOf, walk } from '../../body/dom.ts';
import { heartOf } from '../boxes.ts';

/** What pages call the id of an entry, the surest first. */
const KNOWN =
  'data-post-id data-entry-id data-block-id data-update-id data-item-id data-event-id data-id id data-key data-uuid data-post data-nid post-id entry-id update-id item-id'.split(
    ' ',
  );
const OTHER = /^data-(?:[a-z]+\d*-)*(?:\w*id|guid|key|urn)$/u;
/** Of the list's entries, how many must have an id that no other has. */
const MOST = 0.8;

/**
 * The ids that a page gives the entries of a list. An attribute is an id where nearly all entries have it and no two the same; not
 * so a number that counts the entries from the top of a growing list, nor the title in other letters, which both change.
 */
export function idsOf(list: readonly DomElement[], isOldestFirst: () => boolean): ReadonlyMap<DomElement, string> {
  for (const place of [own, only, onlyOfOnly, heart, heartOfHeart]) {
    const at = list.map(place);
    for (const name of attributesOf(at)) {
      const ids = at.map((element) => element && attribute(element, name));
      if (areIds(list, ids, isOldestFirst)) return mapped(list, ids);
    }
  }
  const anchors = list.map(anchorName);
  return areIds(list, anchors, isOldestFirst) ? mapped(list, anchors) : new Map();
}

const own = (element: DomElement): DomElement | undefined => element;
const onlyOfOnly = (element: DomElement): DomElement | undefined => {
  const inner = only(element);
  return inner === undefined ? undefined : only(inner);
};

/** The one element in an element: boxes in boxes are one thing. */
function only(element: DomElement): DomElement | undefined {
  const inner = childrenOf(element).filter(isElement);
  return inner.length === 1 && inner[0]?.name !== 'a' ? inner[0] : undefined;
}

const heart = (element: DomElement): DomElement | undefined => heartOf(element);
const heartOfHeart = (element: DomElement): DomElement | undefined => {
  const inner = heartOf(element);
  return inner === undefined ? undefined : heartOf(inner);
};

function attributesOf(elements: readonly (DomElement | undefined)[]): string[] {
  const names = new Set(elements.flatMap((element) => (element === undefined ? [] : Object.keys(element.attribs))));
  const known = KNOWN.filter((name) => names.has(name));
  return [...known, ...[...names].filter((name) => OTHER.test(name) && !known.includes(name))];
}

function anchorName(element: DomElement): string | undefined {
  const anchor = findElement(childrenOf(element), ({ name, attribs }) => {
    return name === 'a' && (attribs.name ?? attribs.id ?? '') !== '';
  });
  return anchor === undefined ? undefined : (attribute(anchor, 'name') ?? attribute(anchor, 'id'));
}

type Ids = readonly (string | undefined)[];

function mapped(list: readonly DomElement[], ids: Ids): ReadonlyMap<DomElement, string> {
  return new Map(list.flatMap((element, place) => (ids[place] === undefined ? [] : [[element, ids[place]] as const])));
}

function areIds(list: readonly DomElement[], ids: Ids, isOldestFirst: () => boolean): boolean {
  const said = ids.filter((id) => id !== undefined && id.length <= 120);
  if (said.length === 0 || said.length < list.length * MOST || new Set(said).size < said.length * MOST) return false;
  if (list.length === 1) return looksLikeId(said[0] ?? '');
  if (isCount(ids)) return isOldestFirst();
  if (list.filter((element, place) => isLinked(element, ids[place])).length >= list.length * MOST) return true;
  return list.filter((element, place) => isTitleOf(element, ids[place] ?? '')).length <= list.length / 2;
}

function looksLikeId(id: string): boolean {
  return /\d|[a-f]{6}/iu.test(id);
}

/** "item-1", "item-2", …: from the top, so that the next entry moves them all. */
function isCount(ids: Ids): boolean {
  const parts = ids.map((id) => /^(\D*)(\d{1,4})$/u.exec(id ?? ''));
  const [prefix, from] = [parts[0]?.[1], Number(parts[0]?.[2])];
  return from <= 1 && parts.every((part, place) => part?.[1] === prefix && Number(part?.[2]) === from + place);
}

/** The entry holds a link to its own place on the page. */
function isLinked(element: DomElement, id: string | undefined): boolean {
  if (id === undefined) return false;
  const ending = `#${id}`;
  for (const node of walk(childrenOf(element))) {
    if (isElement(node) && node.name === 'a' && decoded(node.attribs.href ?? '').endsWith(ending)) return true;
  }
  return false;
}

function decoded(href: string): string {
  return href.includes('%23') ? href.replaceAll('%23', '#') : href;
}

const WORDS = /\p{L}{3,}/gu;

/** An id that is made of the words of the heading becomes another when the heading is corrected. */
function isTitleOf(element: DomElement, id: string): boolean {
  const words = id.toLowerCase().match(WORDS) ?? [];
  if (words.length < 2 || /\d{3,}/u.test(id)) return false;
  const heading = findElement([element], ({ name }) => /^h[1-6]$/u.test(name));
  const title = heading === undefined ? '' : textOf([heading]).toLowerCase();
  return words.filter((word) => title.includes(word)).length >= words.length * 0.75;
}
