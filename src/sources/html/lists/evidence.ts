import { anyPattern, anyWord, inAll } from '../../../core/languages/in-all.ts';
import { childrenOf, type DomElement, findElement, isElement, walk } from '../../body/dom.ts';
import { shortText } from '../../body/short-text.ts';
import { bylinesIn } from '../entry/bylines.ts';
import { parentOf } from '../regions.ts';
import type { TimeHints } from '../said-days.ts';
import { isTimeElement, ownTime, readTime } from '../times.ts';

/** The instants of a box's elements, in their order; undefined where an element tells none, or only a clock time. */
function instantsOf(list: readonly DomElement[], hints: TimeHints): (number | undefined)[] {
  return list.map((element) => ownTime(element, hints) ?? firstInstant(element, hints));
}

function firstInstant(element: DomElement, hints: TimeHints): number | undefined {
  for (const node of walk([element])) {
    if (!isElement(node) || !isTimeElement(node)) continue;
    const said = readTime(node, hints);
    if (said !== undefined) return 'instant' in said ? said.instant : undefined;
  }
  return undefined;
}

/** Fewer elements tell nothing of the times of a list. */
const TELLING = 3;

/**
 * Boxes of one kind as lists: a box goes on where another ends, or begins a list of its own where their times overlap. What
 * has no instants, or too few, goes with the first.
 */
export function joinedParts(boxes: readonly DomElement[][], hints: TimeHints): DomElement[][] {
  const lists: { elements: DomElement[]; spans: Span[] }[] = [];
  for (const box of boxes) {
    const span = boxes.length < 2 || box.length < TELLING ? undefined : spanOf(box, hints);
    const home =
      span === undefined ? lists[0] : lists.find(({ spans }) => spans.every((other) => !overlap(span, other)));
    if (home === undefined) lists.push({ elements: [...box], spans: span === undefined ? [] : [span] });
    else {
      for (const element of box) home.elements.push(element);
      if (span !== undefined) home.spans.push(span);
    }
  }
  return lists.map(({ elements }) => elements);
}

type Span = readonly [from: number, to: number];

function spanOf(box: readonly DomElement[], hints: TimeHints): Span | undefined {
  const instants = instantsOf(box, hints).filter((at) => at !== undefined);
  if (instants.length < TELLING) return undefined;
  const [first = 0, ...others] = instants;
  const rest = spanOver(others);
  // One held at the top, older than all below it, says nothing of where the box stands.
  const isHeld = instants.length > TELLING && first < rest[0] && (others[0] ?? 0) > (others.at(-1) ?? 0);
  return isHeld ? rest : spanOver(instants);
}

function spanOver(instants: readonly number[]): Span {
  return instants.reduce<Span>(([from, to], at) => [Math.min(from, at), Math.max(to, at)], [Infinity, -Infinity]);
}

/** By more than an entry that was saved late. */
function overlap(a: Span, b: Span): boolean {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return shared > 0.1 * Math.min(a[1] - a[0], b[1] - b[0]);
}

/** True for a list whose times rise from the top: the oldest first. */
export function isRising(list: readonly DomElement[], hints: TimeHints): boolean {
  const places = list.map((element) => ownTime(element, hints) ?? firstPlace(element, hints));
  let balance = 0;
  for (let index = 1; index < places.length; index += 1) {
    const [before, after] = [places[index - 1], places[index]];
    if (before !== undefined && after !== undefined) balance += Math.sign(after - before);
  }
  return balance > 0;
}

/** Where the first time of an element stands among others of its kind: an instant, or the minute of the day. */
function firstPlace(element: DomElement, hints: TimeHints): number | undefined {
  for (const node of walk([element])) {
    const said = isElement(node) && isTimeElement(node) ? readTime(node, hints) : undefined;
    if (said !== undefined) return 'instant' in said ? said.instant : said.clock.hour * 60 + said.clock.minute;
  }
  return undefined;
}

/** Entries stand in the order of their times; what readers read most does not. */
export function isInOrder(list: readonly DomElement[], hints: TimeHints): boolean {
  const instants = instantsOf(list, hints).filter((at) => at !== undefined);
  let rising = 0;
  let falling = 0;
  for (let index = 1; index < instants.length; index += 1) {
    const step = (instants[index] ?? 0) - (instants[index - 1] ?? 0);
    if (step > 0) rising += 1;
    if (step < 0) falling += 1;
  }
  return Math.min(rising, falling) <= (instants.length - 1) * 0.2;
}

const REPLY = new RegExp(String.raw`^${anyWord(inAll(({ furniture }) => furniture?.replies))}(?:\s*\(?\d*\)?)?$`, 'iu');
const COMMENTS = anyPattern(
  inAll(({ furniture }) => [...(furniture?.comments ?? []), ...(furniture?.otherLists ?? [])]),
);
const NO_BLOG = new RegExp(String.raw`^(?:\d+\s+)?${COMMENTS}(?:\s*\(?\d*\)?)?:?$`, 'iu');

/** What readers wrote, or what stands under a heading that says it is no part of the blog. */
export function areComments(list: readonly DomElement[]): boolean {
  const isReply = (inner: DomElement) =>
    /^(?:a|button|span|li)$/u.test(inner.name) && REPLY.test(shortText(inner, 30) ?? '');
  const answered = list.filter((element) => findElement([element], isReply) !== undefined);
  if (answered.length > list.length * 0.6) return !areByOne(list);
  return NO_BLOG.test(headingOver(list[0]) ?? '');
}

/** All by the same: a thread that one writes on and others may answer. */
function areByOne(list: readonly DomElement[]): boolean {
  const names = new Set(list.map((element) => bylinesIn(element, []).names.join()));
  return list.length >= TELLING && names.size === 1 && !names.has('');
}

/** The heading right over a list: before it, or before the boxes it stands in, with no other list in between. */
function headingOver(first: DomElement | undefined): string | undefined {
  for (let from = first, up = 0; from !== undefined && up < 3; from = parentOf(from), up += 1) {
    const parent = parentOf(from);
    const siblings = parent === undefined ? [] : childrenOf(parent).filter(isElement);
    const before = siblings[siblings.indexOf(from) - 1];
    if (before === undefined) continue;
    return /^(?:h[1-6]|header|div|p|summary)$/u.test(before.name) ? shortText(before, 60) : undefined;
  }
  return undefined;
}
