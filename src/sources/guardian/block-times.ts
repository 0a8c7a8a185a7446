import { parseClock } from '../../core/time/clock-text.ts';
import { type ClockTime, type Day, placeClockTimes } from '../../core/time/clock-times.ts';
import { zonedInstant } from '../../core/time/time-zones.ts';
import { nextInstant } from '../../core/time/undated-clock.ts';
import { childrenOf, type DomElement, type DomNode, isElement, isText, textOf } from '../body/dom.ts';
import { shortText } from '../body/short-text.ts';
import { instant } from '../wire/times.ts';

/** What a block says of its times, as its elements are gone through. */
export type BlockTimes = {
  published?: number | undefined;
  updated?: number | undefined;
  /** "9.05am BST", where nothing names the day. */
  clock?: ClockTime | undefined;
  /** "Updated at 12.36 BST": on the block's day or the one after. */
  updatedClock?: ClockTime | undefined;
};

/** Where clocks are meant that name no zone. */
const HOME = 'Europe/London';
const MINUTE = 60_000;

/** The block's instants. Boxes carry the time they are sorted by, too. */
export function timesOf(times: BlockTimes, { attribs }: DomElement): Pick<BlockTimes, 'published' | 'updated'> {
  const published = times.published ?? instant(Number(attribs['data-sort-time']));
  if (times.updated !== undefined || times.updatedClock === undefined || published === undefined) {
    return { published, updated: times.updated };
  }
  const from = Math.floor(published / MINUTE) * MINUTE;
  return { published, updated: nextInstant(times.updatedClock, from, HOME) };
}

/** "5.35pm GMT", "Updated at 12.36 BST": a line that holds a time and nothing to read, whatever its class is called today. */
export function isTimeLine(element: DomElement): boolean {
  return timeLine(element) !== undefined;
}

/** The text of a line that is about a time: by its words or what is in it, or by what pages before 2014 call it. */
export function timeLine(element: DomElement): string | undefined {
  if (element.name !== 'p' && element.name !== 'div' && element.name !== 'span') return undefined;
  const text = isPlainText(element) ? undefined : shortText(element, LONGEST_LINE);
  if (text === undefined) return undefined;
  if (UPDATED.test(text) || ISO.test(element.attribs.title ?? '') || CALLED_TIME.test(element.attribs.class ?? ''))
    return text;
  const holdsTime = childrenOf(innermost(element)).some((child) => isElement(child) && child.name === 'time');
  return holdsTime ? text : undefined;
}

const SAYS_UPDATED = /^[^a-z]*(?:last|updated)/i;

/** Begins with text that is about no update, and holds no time. Most lines do; they are told by this alone. */
function isPlainText(element: DomElement): boolean {
  const { class: names, title } = element.attribs;
  const [first] = childrenOf(element);
  if (first === undefined || !isText(first) || first.data.trim() === '' || hasTime(element)) return false;
  if (SAYS_UPDATED.test(first.data)) return false;
  return !(names !== undefined && CALLED_TIME.test(names)) && !(title !== undefined && ISO.test(title));
}

const CALLED_TIME = /(?:^|\s)(?:block-time|published-time|block-updated)(?=\s|$)/u;

/** Inside boxes and links that hold nothing but one another. */
function innermost(element: DomElement): DomElement {
  const [only, ...others] = childrenOf(element).filter(
    (node) => isElement(node) || (isText(node) && node.data.trim() !== ''),
  );
  const isWrapper =
    only !== undefined && isElement(only) && others.length === 0 && /^(?:p|div|span|a)$/u.test(only.name);
  return isWrapper ? innermost(only) : element;
}

const LONGEST_LINE = 60;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d/u;
/** "Last Updated: 12:37 GMT Monday, 24 February 2014" */
const UPDATED = /^(?:last )?updated(?: at)?:? (?=\d)/iu;

/** A link to the block itself that says when it was written, at the beginning of a telephone's page. */
export function isTimeLink(element: DomElement): boolean {
  if (element.name !== 'a' || element.attribs.href?.includes('#block-') !== true) return false;
  const { parent } = element;
  if (parent === null || !isElement(parent) || parent.attribs['data-sort-time'] === undefined) return false;
  return parseClock(shortText(element, LONGEST_LINE) ?? '')?.rest === '';
}

type Place = { readonly frame: string | undefined; readonly update: boolean };

/** Notes what an element of a block says of its times; `line` is its text where it is a line about a time. */
export function noteTime(node: DomElement, line: string | undefined, times: BlockTimes, place: Place): void {
  const isTime = node.name === 'time' || ISO.test(node.attribs.title ?? '');
  if (!isTime && (line === undefined || hasTime(node))) return;
  const isLabel = !isTime && line !== undefined && isUpdateLine(node, line);
  if (!isTime && !isLabel && !CALLED_TIME.test(node.attribs.class ?? '')) return;
  const words = line ?? textOf([node]).trim();
  const written = node.attribs.datetime ?? node.attribs.title ?? textOf([node]).replace(/^[^:]*:\s*/u, '');
  const at = instant(written.trim());
  const clock = at === undefined ? clockIn(words.replace(UPDATED, '')) : undefined;
  if (isLabel || place.update || place.frame === 'footer' || (place.frame !== 'header' && saysUpdated(node))) {
    times.updated ??= at;
    times.updatedClock ??= clock;
  } else {
    times.published ??= at;
    times.clock ??= clock;
  }
}

function hasTime(node: DomElement): boolean {
  return childrenOf(node).some((child) => isElement(child) && child.name === 'time');
}

function isUpdateLine(node: DomElement, line: string): boolean {
  return UPDATED.test(line) || node.attribs.class?.includes('block-updated') === true;
}

function clockIn(text: string): ClockTime | undefined {
  const clock = parseClock(text);
  if (clock?.rest !== '') return undefined;
  const { hour, minute, zone } = clock;
  return { hour, minute, ...(zone === undefined ? {} : { zone }) };
}

/** "Updated at 12.36 BST": the word stands before the time, in the same element. */
function saysUpdated(time: DomElement): boolean {
  if (time.name !== 'time' || time.parent === null) return false;
  const beside = childrenOf(time.parent as DomNode);
  return /updat/iu.test(textOf(beside.slice(0, beside.indexOf(time))).slice(-40));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A live blog that runs longer has times with dates. */
const MOST_DAYS = 3;

/**
 * Instants of clock times, of which the address of the page (`/2012/mar/01/`) names the first day: the list is laid on that
 * day, and later while anything in it would lie before.
 */
export function placed(clocks: readonly ClockTime[], url: string): readonly (number | undefined)[] {
  const [, year = '', month = '', date = ''] = /\/(\d{4})\/([a-z]{3})\/(\d{2})\//u.exec(url) ?? [];
  const first: Day = { year: Number(year), month: MONTHS.indexOf(month) + 1, day: Number(date) };
  const start = zonedInstant({ ...first, hour: 0, minute: 0 }, HOME);
  if (start === undefined) return [];
  for (let ahead = 0; ahead < MOST_DAYS; ahead += 1) {
    const noon = new Date(Date.UTC(first.year, first.month - 1, first.day + ahead, 12));
    const pageDay = { year: noon.getUTCFullYear(), month: noon.getUTCMonth() + 1, day: noon.getUTCDate() };
    const { times } = placeClockTimes(clocks, { timezone: HOME, pageDay });
    if (times.every((time) => time === undefined || time >= start)) return times;
  }
  return [];
}
