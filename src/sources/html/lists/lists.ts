import { childrenOf, type DomElement, type DomNode, findElement, isElement, isText, walk } from '../../body/dom.ts';
import { oneLine } from '../../body/whitespace.ts';
import { namesOf } from '../../entry-marks.ts';
import { areBoxesOf, unboxed } from '../boxes.ts';
import { contentElements, parentOf, textLength } from '../regions.ts';
import { onlyDay, type TimeHints } from '../said-days.ts';
import { isTimeElement, ownTime, readTime } from '../times.ts';
import { areComments, isInOrder, joinedParts } from './evidence.ts';
import { isTeasers } from './teasers.ts';

/** Elements that are entries, in the order of the page; `declared`: the page itself says so (ARIA feed). */
export type Found = { readonly elements: readonly DomElement[]; readonly declared: boolean };

/** `base`: the page's own address. */
type ListHints = TimeHints & { readonly base: string };

/** WAI-ARIA 1.2: a feed is a list of articles that grows. https://www.w3.org/TR/wai-aria-1.2/#feed */
export function findFeed(root: readonly DomElement[]): Found | undefined {
  for (const element of contentElements(root)) {
    if (element.attribs.role !== 'feed') continue;
    const elements = contentElements(childrenOf(element))
      .filter(isArticle)
      .filter((found) => !isInside(found, element));
    if (elements.length > 0) return { elements, declared: true };
  }
  return undefined;
}

function isArticle(element: DomElement): boolean {
  return element.attribs.role === 'article' || element.name === 'article';
}

/** True for articles inside an article of the feed: quoted posts, not entries. */
function isInside(element: DomElement, feed: DomElement): boolean {
  for (let up = parentOf(element); up !== undefined && up !== feed; up = parentOf(up)) if (isArticle(up)) return true;
  return false;
}

const FEWEST = 3;

/**
 * The best list on the page: neighbours of one kind, each with a time of its own and something to read. Boxes of such
 * neighbours are one list cut in parts (days, adverts between them) or lists of their own, which their times tell.
 */
export function findTimedList(root: readonly DomElement[], hints: ListHints): Found | undefined {
  const kinds = new Map<string, DomElement[][]>();
  for (const [container, children] of timedChildren(root, hints)) {
    if (children.size < 2) continue;
    const boxes = new Map<string, DomElement[]>();
    for (const child of children) {
      if (/^(?:h[1-6]|dt)$/u.test(child.name) || isTimeElement(child) || textLength(child) < 25) continue;
      const kind = `${container.name}>${child.name}.${kindName(child)}`;
      const box = boxes.get(kind);
      if (box === undefined) boxes.set(kind, [child]);
      else box.push(child);
    }
    for (const [kind, box] of boxes) {
      const known = kinds.get(kind);
      if (known === undefined) kinds.set(kind, [box]);
      else known.push(box);
    }
  }
  const lists = [...kinds.values()]
    .flatMap((boxes) => joinedParts(withoutTeasers(boxes, hints.base), hints))
    .map(outermost)
    .filter(
      (list) => list.length >= FEWEST && !isTeasers(list, hints.base) && !areComments(list) && !areDays(list, hints),
    );
  const [best, ...others] = lists
    .map((list) => ({ list, weight: weight(list, hints) }))
    .sort((a, b) => b.weight - a.weight);
  if (best === undefined) return undefined;
  const inner = others.find(({ list }) => areBoxesOf(best.list, list)) ?? best;
  return { elements: unboxed(inner.list), declared: false };
}

const LIVE_ENTRY =
  /(?:^|[\s_-])(?:live-?blog|live|ticker|liveticker)[a-z]*[_-]{1,2}(?:blog[_-])?(?:post|entry|update|item|message|event|beitrag|eintrag)(?=$|[\s_-])|LiveBlogPost(?=$|\s)/iu;

/** The one or two entries of a live blog that has just begun: no list yet, but called entries, each with a time. */
export function findFirstEntries(root: readonly DomElement[], hints: ListHints): Found | undefined {
  const called: DomElement[] = [];
  for (const element of contentElements(root)) {
    if (!/^(?:article|div|section|li)$/u.test(element.name) || !LIVE_ENTRY.test(namesOf(element))) continue;
    if (called.some((outer) => isWithin(element, outer)) || textLength(element) < 25) continue;
    if (findElement([element], (inner) => isTimeElement(inner) && readTime(inner, hints) !== undefined))
      called.push(element);
  }
  return called.length === 0 || called.length >= FEWEST || isTeasers(called, hints.base)
    ? undefined
    : { elements: called, declared: false };
}

function isWithin(element: DomElement, outer: DomElement): boolean {
  for (let up = parentOf(element); up !== undefined; up = parentOf(up)) if (up === outer) return true;
  return false;
}

/** Marks that one entry of a list has and its neighbour has not. */
const STATE =
  /^(?:(?:is|has|js)-.*|pinned|sticky|highlight(?:ed)?|key(?:-\w+)?|breaking|important|active|new|first|last|odd|even|featured|summary)$/iu;

/** What entries of one list have in common: their first class that is no mark of one of them. */
export function kindName(element: DomElement): string {
  return (element.attribs.class ?? '').split(/\s+/u).find((name) => !STATE.test(name)) ?? '';
}

/** Entries do not hold entries: one inside another (a quoted post, boxes in boxes) is left to the outer one. */
function outermost(list: readonly DomElement[]): DomElement[] {
  const all = new Set(list);
  const inside = new Map<DomElement, boolean>();
  const isNested = (element: DomElement): boolean => {
    const chain: DomElement[] = [];
    let nested = false;
    for (let up = parentOf(element); up !== undefined; up = parentOf(up)) {
      nested = all.has(up) || inside.get(up) === true;
      if (nested || inside.has(up)) break;
      chain.push(up);
    }
    for (const up of chain) inside.set(up, nested);
    return nested;
  };
  return list.filter((element) => !isNested(element));
}

/** For every element, which of its children hold a time that can be read. */
function timedChildren(root: readonly DomElement[], hints: TimeHints): Map<DomElement, Set<DomElement>> {
  return markedChildren(root, (element) =>
    isTimeElement(element) ? readTime(element, hints) !== undefined : ownTime(element, hints) !== undefined,
  );
}

/** For every element, which of its children hold something that is marked. */
export function markedChildren(
  root: readonly DomElement[],
  isMarked: (element: DomElement) => boolean,
): Map<DomElement, Set<DomElement>> {
  const containers = new Map<DomElement, Set<DomElement>>();
  for (const element of contentElements(root)) {
    if (!isMarked(element)) continue;
    let child = element;
    for (let up = parentOf(child); up !== undefined; up = parentOf(up)) {
      const children = containers.get(up) ?? new Set();
      // The rest of the way up was walked for an earlier time in the same child.
      if (children.has(child)) break;
      containers.set(up, children.add(child));
      child = up;
    }
  }
  return containers;
}

function weight(list: readonly DomElement[], hints: TimeHints): number {
  const lengths = list.map(textLength).sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  return (
    list.length *
    Math.min(median, 800) *
    (list.some((element) => /live|update|post|entry|ticker|block/iu.test(namesOf(element))) ? 2 : 1) *
    (isInOrder(list, hints) ? 2 : 1)
  );
}

/** A box of stories on other pages goes on in no list of entries, though its elements are written like theirs. */
function withoutTeasers(boxes: readonly DomElement[][], base: string): readonly DomElement[][] {
  return boxes.length < 2 ? boxes : boxes.filter((box) => box.length < FEWEST || !isTeasers(box, base));
}

/** Boxes of a day each: they begin with its date, and the entries stand in them. */
function areDays(list: readonly DomElement[], hints: TimeHints): boolean {
  const days = list.filter((element) => {
    for (const node of walk([element])) {
      if (isText(node) && /\S/u.test(node.data))
        return onlyDay(oneLine(node.data), hints) !== undefined && isHeaded(node) && !isOfTime(node, element, hints);
    }
    return false;
  });
  return days.length > list.length * 0.6;
}

/** "3 marzo" and "11:44" in one box are the time of one entry. */
function isOfTime(node: DomNode, entry: DomElement, hints: TimeHints): boolean {
  for (let up = node.parent; up !== null && isElement(up) && up !== entry; up = up.parent) {
    if (isTimeElement(up) && readTime(up, hints) !== undefined) return true;
  }
  return false;
}

/** The day is a heading or called a day; beside a clock time it is a part of the time. */
function isHeaded({ parent }: DomNode): boolean {
  return (
    parent !== null &&
    isElement(parent) &&
    (/^h[1-6]$/u.test(parent.name) || /(?:^|[\s_-])day/iu.test(parent.attribs.class ?? ''))
  );
}
