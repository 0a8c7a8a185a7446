import { anyPattern, inAll } from '../core/languages/in-all.ts';
import { BEHIND_HOUR } from '../core/time/clock-text.ts';
import { attribute, childrenOf, type DomElement, isElement, parseNodes, textOf } from './body/dom.ts';
import { oneLine } from './body/whitespace.ts';
import { tagNamedAt } from './named-tag.ts';

const CALLED =
  /key-?(?:points|takeaways|facts|developments)|at-a-glance|highlights-list|summary-(?:points|list|box)|bullet-?points|essentials/iu;
const INTRODUCED = new RegExp(anyPattern(inAll(({ points }) => points)), 'iu');

/** True when a list is called by its class, or introduced by the line before it, as the points that matter. */
export function areKeyPoints(names: string, lineBefore: string): boolean {
  return CALLED.test(names) || INTRODUCED.test(lineBefore);
}

const TIME_BEHIND = new RegExp(String.raw`\s*\(\d{1,2}[.:h]\d{2}(?:\s*${BEHIND_HOUR})?\)$`, 'iu');

/** The points of such a list; fewer than two are no summary. */
export function pointsIn(list: DomElement): string[] {
  const points = childrenOf(list)
    .filter((node): node is DomElement => isElement(node) && node.name === 'li')
    .map((item) => oneLine(textOf([item])).replace(TIME_BEHIND, ''))
    .filter((point) => point.length > 0 && point.length < 400);
  return points.length >= 2 ? points : [];
}

const MENTION = new RegExp(`${CALLED.source}|${INTRODUCED.source}`, 'giu');
const MOST_MENTIONS = 40;
/** From the mention to its list, and the longest list. */
const NEAR = 600;
const LONGEST_LIST = 8000;

/**
 * The publisher's own bullets, found in the text of a page that is not parsed: each place that names them – in a class, or
 * as a short line of its own – is looked at for a list that follows.
 */
export function keyPointsIn(html: string): string[] {
  let count = 0;
  for (const [from, to] of listPlaces(html)) {
    for (const mention of html.slice(from, to).matchAll(MENTION)) {
      count += 1;
      if (count > MOST_MENTIONS) return [];
      const at = from + mention.index;
      const isNamed = tagNamedAt(html, at) !== undefined || introduces(html, at, at + mention[0].length);
      const points = isNamed ? listAfter(html, at) : [];
      if (points.length > 0) return points;
    }
  }
  return [];
}

/**
 * The stretches of a page where a mention is near enough to a list: up to the end of the list's own tag. To look for mentions
 * everywhere takes half as long as parsing the page.
 */
function listPlaces(html: string): [from: number, to: number][] {
  const places: [from: number, to: number][] = [];
  for (const { index } of html.matchAll(LIST)) {
    const from = Math.max(0, index - NEAR);
    const close = html.indexOf('<', index + 1);
    const to = close === -1 ? html.length : close;
    const last = places.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = to;
    else places.push([from, to]);
  }
  return places;
}

const LIST = /<[uo]l\b/giu;

/** The mention stands in a short line that an element holds. */
function introduces(html: string, at: number, end: number): boolean {
  const before = html.slice(Math.max(0, at - 80), at);
  const after = html.slice(end, end + 80);
  return (
    /<(?:h[1-6]|p|strong|b|span|div|dt|summary)\b[^<>]*>[^<>]{0,40}$/iu.test(before) && /^[^<>]{0,40}</u.test(after)
  );
}

function listAfter(html: string, at: number): string[] {
  const opening = html.lastIndexOf('<', at);
  const from = opening === -1 ? at : opening;
  const list = /<[uo]l\b/iu.exec(html.slice(from, from + NEAR));
  if (list === null) return [];
  const start = from + list.index;
  const close = /<\/[uo]l\s*>/iu.exec(html.slice(start, start + LONGEST_LIST));
  const end = close === null ? start + LONGEST_LIST : start + close.index;
  const element = parseNodes(html.slice(start, end)).find(isElement);
  return element === undefined || attribute(element, 'hidden') !== undefined ? [] : pointsIn(element);
}
