import { eitherCase } from '../../../core/languages/in-all.ts';
import { BEHIND_HOUR, parseClock } from '../../../core/time/clock-text.ts';
import type { Day } from '../../../core/time/clock-times.ts';
import { leadingDay } from '../../../core/time/worded-days.ts';
import { childrenOf, type DomElement, isElement, isText, textOf } from '../../body/dom.ts';
import { shortText } from '../../body/short-text.ts';
import { oneLine } from '../../body/whitespace.ts';
import { wordedDay } from '../said-days.ts';
import { isBreak, written } from './bold-titles.ts';

/** A heading as what tells the time of an entry. */
export function headingItself(element: DomElement): DomElement | undefined {
  return isHeading(element) ? element : undefined;
}

/** True for headings by name or by role. */
export function isHeading(element: DomElement): boolean {
  return (
    /^h[1-6]$/u.test(element.name) ||
    element.name === 'dt' ||
    element.name === 'summary' ||
    element.attribs.role === 'heading'
  );
}

/** A paragraph that begins with a time and a dash or colon ("12:31 – The tide turns"): the last resort. */
export function clockParagraph(element: DomElement): DomElement | undefined {
  const [first] = childrenOf(element);
  if (element.name !== 'p' || first === undefined || !isText(first)) return undefined;
  return CLOCK_LEAD.test(oneLine(first.data)) ? element : undefined;
}

const CLOCK_LEAD = new RegExp(
  String.raw`^\d{1,2}[:.h]\d{2}(?:\s?(?:${eitherCase(BEHIND_HOUR)}|[ap]\.?m\.?))?(?:\s[A-Z]{2,4})?\s?[:–—|-]\s?[\p{L}„“"«‘]`,
  'u',
);

/** A line that is nothing but a time, in bold or not, stands in for a heading or before one where all is in one long box. */
export function timeLine(element: DomElement, isTime: (text: string) => boolean = isClock): DomElement | undefined {
  if (!/^(?:div|p|span|small|time)$/u.test(element.name) || !isOneText(element)) return undefined;
  return isTime(shortText(element, LONGEST_STAMP) ?? '') && hasFollowers(element) ? element : undefined;
}

/** "11:44", "March 3, 2031 at 11:44 AM EST", "3. März, 11.44 Uhr": a clock time, its date before it or not. */
function isClock(text: string): boolean {
  const clock = parseClock(text);
  if (clock !== undefined && (clock.rest === '' || dayAlone(clock.rest, 0) !== undefined)) return true;
  const dated = leadingDay(text) ?? wordedDay(text, 0);
  return dated !== undefined && parseClock(dated.rest)?.rest === '';
}

/** The day that a text is and nothing else, the month in a word. */
export function dayAlone(text: string, until: number): Day | undefined {
  const found = leadingDay(text) ?? wordedDay(text, until);
  return found?.rest === '' ? found.day : undefined;
}

/** One text, at most in bold: boxes in boxes are no line. */
function isOneText(element: DomElement): boolean {
  const inner = childrenOf(element).filter((node) => isElement(node) || textOf([node]).trim() !== '');
  const [only] = inner;
  if (inner.length !== 1 || only === undefined || !isElement(only)) return !inner.some(isElement);
  return /^(?:b|strong|em|i|u|span|time)$/u.test(only.name) && !childrenOf(only).some(isElement);
}

/** Characters of a line that is nothing but a time with its date. */
const LONGEST_STAMP = 48;
/** Characters of a line that is nothing but a time. */
export const LONGEST_TIME = 30;

/** What it heads stands beside it. */
function hasFollowers(element: DomElement): boolean {
  let next = element.next;
  while (next !== null && !isElement(next)) next = next.next;
  return next !== null && /^(?:h[1-6]|p|div|ul|figure|section)$/u.test(next.name);
}

/** A paragraph or an item that begins in bold stands in for a heading where a page has none; this is its bold beginning. */
export function boldLead(element: DomElement): DomElement | undefined {
  if (!/^(?:p|li|dd|td|div)$/u.test(element.name)) return undefined;
  const first = childrenOf(element).find((node) => !isText(node) || node.data.trim() !== '');
  return first !== undefined && isElement(first) && /^(?:strong|b)$/u.test(first.name) ? first : undefined;
}

/** In a text whose lines are parted by line breaks alone, the bold beginning of a line. */
export function boldInLine(element: DomElement): DomElement | undefined {
  if (!/^(?:strong|b)$/u.test(element.name)) return undefined;
  const before = written(element.prev, (node) => node.prev);
  const after = written(element.next, (node) => node.next);
  const isFirst = before === undefined && element.parent !== null && childrenOf(element.parent).some(isBreak);
  return (isFirst || (before !== undefined && isBreak(before))) && after !== undefined ? element : undefined;
}

/** "11:44 <strong>Tide turns</strong>": a paragraph that is a clock time and bold words, and nothing else. */
export function clockThenBold(element: DomElement): DomElement | undefined {
  if (element.name !== 'p') return undefined;
  const [clock, bold, ...others] = childrenOf(element).filter(
    (node) => isElement(node) || (node.type === 'text' && textOf([node]).trim() !== ''),
  );
  if (clock === undefined || bold === undefined || others.length > 0 || !isText(clock) || !isElement(bold))
    return undefined;
  const isTitle = /^(?:strong|b)$/u.test(bold.name) && /\p{L}/u.test(textOf([bold]));
  return isTitle && parseClock(oneLine(clock.data))?.rest === '' ? element : undefined;
}
