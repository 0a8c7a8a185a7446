import { anyWord, inAll } from '../../core/languages/in-all.ts';
import { BEFORE_CLOCK, parseClock } from '../../core/time/clock-text.ts';
import type { ClockTime } from '../../core/time/clock-times.ts';
import { withoutLabel } from '../../core/time/date-labels.ts';
import { parseDate } from '../../core/time/dates.ts';
import { DAY_WORD, leadingDayWord } from '../../core/time/day-words.ts';
import { withPlainTimes } from '../../core/time/east-asian-times.ts';
import { withoutNumberedDay } from '../../core/time/numbered-days.ts';
import { parseAgo } from '../../core/time/relative-times.ts';
import { nearestInstant } from '../../core/time/undated-clock.ts';
import { leadingDay, leadingYearDay, slashedDay } from '../../core/time/worded-days.ts';
import { attribute, type DomElement, findElement, hasAttributes, isElement, isText } from '../body/dom.ts';
import { shortText } from '../body/short-text.ts';
import { oneLine } from '../body/whitespace.ts';
import { isCalled } from '../entry-marks.ts';
import { nameBesideTime } from './byline-names.ts';
import { dayWithoutYear, leadingWeekday, namedDay, type TimeHints, wordedDay } from './said-days.ts';

/** What a time element says: an instant, exact or told by an age, or a clock time whose day the list has to tell. */
export type SaidTime = { readonly instant: number; readonly isAge?: true } | { readonly clock: ClockTime };

const ATTRIBUTES =
  'datetime data-datetime data-timestamp data-time data-post-time data-published data-date data-utc data-epoch content title'.split(
    ' ',
  );
const CALLED_TIME = new RegExp(
  String.raw`(?:^|[\s_-])${anyWord(inAll(({ called }) => called?.time))}(?=$|[\s_-])|time-?(?:stamp|label)|Time(?:stamp)?(?=$|[\s_-])`,
  'u',
);
const LONGEST = 60;
/** A box with a time for scripts and more text than this is an entry. */
const SHORT_BOX = 24;

/** True for elements that say a time: marked as one, or holding nothing else. */
export function isTimeElement(element: DomElement): boolean {
  return isMarkedTime(element) || isBareTime(element);
}

/** True for `<time>` and for short elements that are called a time or carry one. */
export function isMarkedTime(element: DomElement): boolean {
  if (element.name === 'time') return true;
  if (!hasAttributes(element)) return false; // nothing marks it
  if (statesTime(element)) return true;
  if (/^(?:span|div|p|a|abbr)$|-/u.test(element.name) && machineTime(element) !== undefined) {
    return shortText(element, /^(?:div|p)$/u.test(element.name) ? SHORT_BOX : LONGEST) !== undefined;
  }
  if (!/^(?:span|div|p|a|abbr|small|b|strong|em|i|dt|header|h[2-6])$/u.test(element.name)) return false;
  if (!isCalledTime(element)) return isTitledAge(element);
  const text = shortText(element, LONGEST) ?? '';
  return /\d/u.test(text) || parseAgo(text, 0) !== undefined;
}

/** "16 minutes ago" with its date and time for who points at it. */
function isTitledAge(element: DomElement): boolean {
  if (element.attribs.title === undefined || !/\d[:.h]\d\d/u.test(element.attribs.title)) return false;
  return parseAgo(shortText(element, SHORT_BOX) ?? '', 0) !== undefined;
}

/** `<relative-time datetime="…">` and `<abbr title="…">` (microformats of old): as good as `<time>`. */
function statesTime({ name, attribs }: DomElement): boolean {
  const stated = name === 'abbr' ? attribs.title : name.includes('-') ? attribs.datetime : undefined;
  return stated !== undefined && ISO_OR_EPOCH.test(stated);
}

/** True when the page's author calls an element a time. */
export function isCalledTime(element: DomElement): boolean {
  if (element.name === 'time') return true;
  return isCalled(element, CALLED_TIME);
}

/**
 * An element that holds one text, which is a time and nothing else ("12:31", "Heute, 12.31 Uhr"), whatever it is called. In
 * the middle of a sentence it is part of the sentence.
 */
function isBareTime(element: DomElement): boolean {
  const [only, ...others] = saidIn(element);
  if (only === undefined || others.length > 0 || !('data' in only) || only.data.length > LONGEST * 4) return false;
  if (!/^(?:span|div|p|a|small|b|strong|em|td|dt)$/u.test(element.name)) return false;
  if ([element.prev, element.next].some(isWords)) return false;
  const text = oneLine(only.data);
  return text.length <= LONGEST && isOnlyTime(text);
}

/** What an element holds beside icons and white space. */
function saidIn({ children }: DomElement): DomElement['children'] {
  if (children.length < 2 || children.length > 4) return children;
  return children.filter((node) =>
    'data' in node ? node.data.trim() !== '' : !isElement(node) || !ICON.has(node.name) || node.children.length > 0,
  );
}

const ICON = new Set(['i', 'span', 'em']);

/** "12:31", "Heute, 12.31 Uhr", "8:10 a.m. ET, March 1, 2031", "Mar 3, 2031 5:14 PM IST": all of it is a time. */
export function isOnlyTime(written: string): boolean {
  const said = nameBesideTime(written)?.rest ?? written;
  const text = withPlainTimes(withoutLabel(said).replace(/^\((.+)\)$/u, '$1'));
  if (!/\d[:.h]\s?\d|\d\s?h\b|\d\s?[ap]\.?m/iu.test(text)) return false;
  const dated = leadingDay(text) ?? wordedDay(text, 0);
  const lead = dated?.rest ?? leadingWeekday(text)?.rest ?? withoutNumberedDay(text.replace(SLASHED_LEAD, ''));
  const clock = (BARE_TIME.test(lead) || lead !== text ? parseClock(leadingDayWord(lead)?.rest ?? lead) : undefined)
    ?.rest;
  return clock === '' || (clock !== undefined && (leadingDay(clock)?.rest === '' || isSlashedDay(clock)));
}

const SLASHED_LEAD = /^\d{1,2}([/-])\d{1,2}\1\d{4}[\s,|•·–—-]+(?=\d)/u;

function isSlashedDay(text: string): boolean {
  return /^\d{1,2}([/-])\d{1,2}\1\d{4}$/u.test(text);
}

/** What a bar or a dot parts from a time is said apart. */
function isWords(node: DomElement['next']): boolean {
  return node !== null && isText(node) && node.data.trim() !== '' && !/^\s*[|·•]/u.test(node.data);
}

const BARE_TIME = new RegExp(
  String.raw`^(?:${DAY_WORD})?(?:${BEFORE_CLOCK}\s+)?\d{1,2}(?:[:.h]\d{2}|\s?h\s?\d{2}|\s?[ap]\.?m)`,
  'iu',
);

const MACHINE =
  /^data-(?:[a-z]+-)*(?:pub(?:lish|lication)?)?(?:time|timestamp|date|datetime|published|created|epoch|utc)(?:-at)?$/u;
const CHANGED = /updat|modif|edit/u;

/** What a page wrote beside an element for its scripts: an ISO date and time, or an epoch number. */
function machineTime(element: DomElement): string | undefined {
  return writtenFor(element, (name) => MACHINE.test(name) && !CHANGED.test(name));
}

function writtenFor(element: DomElement, isWanted: (name: string) => boolean): string | undefined {
  for (const name in element.attribs) {
    if (!name.startsWith('data-')) continue;
    const value = element.attribs[name] ?? '';
    if (value.length > 8 && value.length < 40 && ISO_OR_EPOCH.test(value) && isWanted(name)) return value;
  }
  return undefined;
}

/** When an element says for scripts that it was changed ("data-last-updated-at"). */
export function changedTime(element: DomElement, hints: TimeHints): number | undefined {
  const value = writtenFor(element, (name) => CHANGED.test(name));
  return value === undefined ? undefined : parseDate(value, hints);
}

const ISO_OR_EPOCH = /^\s*(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S*|\d{10}(?:\d{3})?)\s*$/u;

/** The time that an entry's own element carries for scripts. */
export function ownTime(element: DomElement, hints: TimeHints): number | undefined {
  const value = machineTime(element);
  return value === undefined ? undefined : parseDate(value, hints);
}

/** Reads a time element; an attribute for machines wins over the words beside it. undefined when it says no time. */
export function readTime(element: DomElement, hints: TimeHints): SaidTime | undefined {
  const known = read.get(hints) ?? new Map<DomElement, SaidTime | undefined>();
  if (known.has(element)) return known.get(element);
  const said = readAnew(element, hints);
  read.set(hints, known.set(element, said));
  return said;
}

/** A time is asked for by who looks for lists, who weighs them and who reads the entry. */
const read = new WeakMap<TimeHints, Map<DomElement, SaidTime | undefined>>();

function readAnew(element: DomElement, hints: TimeHints): SaidTime | undefined {
  for (const name of hasAttributes(element) ? ATTRIBUTES : []) {
    const value = attribute(element, name);
    if (value === undefined || value.length > 80) continue;
    const said = readWritten(value, hints, name === 'title');
    if (said !== undefined) return said;
  }
  const inner = element.name === 'time' ? undefined : statedWithin(element);
  if (inner !== undefined) return readTime(inner, hints);
  const written = machineTime(element);
  const said = written === undefined ? undefined : readWritten(written, hints, false);
  return said ?? readWritten(shortText(element, LONGEST + 20) ?? '', hints, false);
}

/** A box that is called a time says what the time in it says for machines. */
function statedWithin(element: DomElement): DomElement | undefined {
  return findElement(
    element.children,
    ({ name, attribs }) => name === 'time' && /\d:\d\d/u.test(attribs.datetime ?? ''),
  );
}

function readWritten(written: string, hints: TimeHints, wantsDate: boolean): SaidTime | undefined {
  if (written === '' || written.length > LONGEST + 20) return undefined;
  // Boxes of one line, "8:05PM" and "02 Mar 2031", are drawn apart.
  const plain = written.replace(GLUED, '$& ');
  const text = withoutLabel(nameBesideTime(plain)?.rest ?? plain);
  const exact = ZONED.test(text) ? parseDate(text, hints) : undefined;
  if (exact !== undefined) return { instant: exact };
  const ago = parseAgo(text, hints.fetchedAt);
  if (ago !== undefined) return { instant: ago, isAge: true };
  const both = ageAndClock(text, hints);
  if (both !== undefined) return both;
  const age = leadingAge(text, hints.fetchedAt);
  if (age !== undefined) return { instant: age, isAge: true };
  const dated = leadingDay(text) ?? namedDay(text, hints) ?? dayWithoutYear(text, hints);
  const clock = parseClock(dated?.rest ?? text);
  if (dated !== undefined && clock !== undefined && isTail(clock.rest)) return { clock: clockTime(clock, dated.day) };
  const instant = /^\d{1,2}[:.]\d{2}/u.test(text) ? undefined : parseDate(text, hints);
  if (instant !== undefined && /\d[:.h]\d|T\d|^\d{9,}/iu.test(text)) return { instant };
  if (wantsDate || clock === undefined || !isTail(clock.rest)) return undefined;
  const trailing = leadingDay(clock.rest) ?? leadingYearDay(clock.rest, hints.until);
  const day = trailing?.day ?? slashedDay(clock.rest, hints.fetchedAt, hints.timezone);
  return { clock: clockTime(clock, day) };
}

/** "4h ago" before other words; "4h" alone is an hour to many. */
function leadingAge(text: string, fetchedAt: number): number | undefined {
  if (!/^\d{1,3}\s?\p{L}{1,8}\s\p{L}/u.test(text)) return undefined;
  const words = text.replace(/(?<=\p{Ll})(?=\p{Lu})/u, ' ').split(' ', 4);
  return [2, 3].map((count) => parseAgo(words.slice(0, count).join(' '), fetchedAt)).find((at) => at !== undefined);
}

const GLUED = /\d\s?[ap]\.?m\.?(?=\d)/iu;

/** An ISO date with its offset, a space in the place of the T too: nothing else may be made of it. */
const ZONED = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S*?\s?(?:Z|[+-]\d\d:?\d\d)$/u;

/** "2h ago (11:20 GMT)", "16m ago / 6:44 AM EST": the clock says when, the age on which day. */
function ageAndClock(text: string, { fetchedAt, timezone }: TimeHints): SaidTime | undefined {
  const [, said = '', shown = ''] = /^([^(/|•·]{3,25}?)\s*[(/|•·]\s*([^()]+)\)?$/u.exec(text) ?? [];
  const age = said === '' ? undefined : parseAgo(said, fetchedAt);
  const clock = age === undefined ? undefined : parseClock(shown);
  if (age === undefined || clock?.rest !== '') return undefined;
  const instant = nearestInstant(clockTime(clock, undefined), age, timezone);
  return instant === undefined ? undefined : { instant };
}

/** What may follow a clock time in a time element: nothing, a date, a word like "updated". */
function isTail(rest: string): boolean {
  return rest.length <= 30;
}

/** A clock time as it is placed among others, `date` beside it where the page writes one. */
export function clockTime(clock: NonNullable<ReturnType<typeof parseClock>>, date: ClockTime['date']): ClockTime {
  const { hour, minute, second, zone, halfUnsaid } = clock;
  return {
    hour,
    minute,
    ...(second !== undefined && { second }),
    ...(zone !== undefined && { zone }),
    ...(date !== undefined && { date }),
    ...(halfUnsaid !== undefined && { halfUnsaid }),
  };
}
