import { labelOf } from '../../../core/text/language-words.ts';
import { parseClock } from '../../../core/time/clock-text.ts';
import type { ClockTime, Day } from '../../../core/time/clock-times.ts';
import { areLabels, withoutOn } from '../../../core/time/date-labels.ts';
import { parseAgo } from '../../../core/time/relative-times.ts';
import { nearestInstant } from '../../../core/time/undated-clock.ts';
import { leadingDay, leadingYearDay, slashedDay } from '../../../core/time/worded-days.ts';
import { type DomElement, isText } from '../../body/dom.ts';
import { shortText } from '../../body/short-text.ts';
import { oneLine } from '../../body/whitespace.ts';
import { namesOf } from '../../entry-marks.ts';
import { parentOf, textLength } from '../regions.ts';
import type { TimeHints } from '../said-days.ts';
import { changedTime, isCalledTime, isMarkedTime, isTimeElement, ownTime, readTime, type SaidTime } from '../times.ts';

/** When an entry says it was published and changed; a clock time still wants its day. */
export type EntryTimes = {
  readonly publishedAt?: number;
  readonly clock?: ClockTime;
  readonly updatedAt?: number;
  readonly updatedClock?: ClockTime;
  /** The elements that say so, and what repeats them in words: no part of the text. */
  readonly elements: readonly DomElement[];
  readonly apart: readonly DomElement[];
};

/** Finds the times of an entry among its inner elements. */
export function entryTimes(element: DomElement, inner: readonly DomElement[], hints: TimeHints): EntryTimes {
  const isUpdate = remembered(saysUpdate);
  const elements = timesIn(element, inner, { hints, isUpdate });
  const words = inner.filter((found) => isTimeWords(found, elements, hints));
  const dayBeside = inner.find((found) => isDayBeside(found, elements, hints));
  const said = saidTimes(elements, { hints, isUpdate }, words);
  const own = said.publishedAt === undefined || said.isAge ? ownTime(element, hints) : undefined;
  const publishedAt = own ?? said.publishedAt;
  const updatedAt = said.updatedAt ?? firstOf([element, ...elements], (each) => changedTime(each, hints));
  const date = said.clock?.date ?? (dayBeside === undefined ? undefined : dayIn(textOf(dayBeside), hints));
  return {
    elements,
    apart: [...words, ...(dayBeside === undefined ? [] : [dayBeside]), ...linesOf(element, elements)],
    ...(publishedAt !== undefined && { publishedAt }),
    ...(updatedAt !== undefined && { updatedAt }),
    ...(said.clock !== undefined && { clock: date === undefined ? said.clock : { ...said.clock, date } }),
    ...(said.updatedClock !== undefined && { updatedClock: said.updatedClock }),
  };
}

type Asked = { readonly hints: TimeHints; readonly isUpdate: (time: DomElement) => boolean };

/** The same times are asked when they are chosen and when they are read. */
function remembered(ask: (element: DomElement) => boolean): (element: DomElement) => boolean {
  const answers = new Map<DomElement, boolean>();
  return (element) => {
    const known = answers.get(element);
    if (known !== undefined) return known;
    const answer = ask(element);
    answers.set(element, answer);
    return answer;
  };
}

/** "Posted 11:44 • Last updated 11:50": lines that say nothing but their times. */
function linesOf(entry: DomElement, times: readonly DomElement[]): DomElement[] {
  return [...new Set(times.map(parentOf))].filter((line): line is DomElement => {
    if (line === undefined || line === entry || !/^(?:p|div|span|small|header)$/u.test(line.name)) return false;
    return areLabels(textBeside(line, times));
  });
}

/** What a line says beside its times. */
function textBeside(line: DomElement, times: readonly DomElement[]): string {
  const text = shortText(line, 160);
  if (text === undefined) return line.name; // long enough to say something
  return times.reduce((said, time) => said.replace(shortText(time, 80) ?? '', ' '), text).trim();
}

const LONGEST = 40;

function textOf(element: DomElement): string {
  return shortText(element, LONGEST) ?? '';
}

/** A text that is a day and nothing else, with its year or without. */
function dayIn(text: string, { fetchedAt, until, timezone }: TimeHints): Day | undefined {
  const date = withoutOn(text);
  const found = leadingDay(date) ?? leadingYearDay(date, until);
  return found?.rest === '' ? found.day : slashedDay(date, fetchedAt, timezone);
}

/** In one box with a time. */
function isBeside(element: DomElement, times: readonly DomElement[]): boolean {
  return times.some((time) => time.parent === element.parent);
}

/** "16m", "·": what stands between and beside times. */
const BESIDE = /^(?:[\s·•|/,–—-]+|\d{1,4}\s?(?:s|m|min|h|hr|d)\.?)$/iu;
const INLINE = /^(?:span|div|p|small|em|i|b|strong|time)$/u;

/** "3 marca 2031" beside a clock time. */
function isDayBeside(element: DomElement, times: readonly DomElement[], hints: TimeHints): boolean {
  if (!INLINE.test(element.name) || times.includes(element)) return false;
  if (!isBeside(element, times)) return false;
  const text = textOf(element);
  return text !== '' && dayIn(text, hints) !== undefined;
}

/**
 * What is marked as a time and stands in no quotation; where nothing says when it was published, the first that is nothing
 * but a time as well: others stand in what was written.
 */
function timesIn(element: DomElement, inner: readonly DomElement[], { hints, isUpdate }: Asked): DomElement[] {
  const readable = (found: DomElement) => readTime(found, hints) !== undefined;
  const all = inner.filter((found) => isMarkedTime(found) && readable(found));
  const own = all.filter((found) => !isQuoted(found, element));
  const bare = () =>
    inner.find((found) => !all.includes(found) && isTimeElement(found) && readable(found) && !isQuoted(found, element));
  const published = own.filter((found) => !isUpdate(found));
  const isExact = (found: DomElement) => ageOf(readTime(found, hints)) === undefined;
  if (published.some(isExact)) return own;
  const first = bare();
  // An age is rounded, and the clock time beside it is not.
  if (first !== undefined && (published.length === 0 || isExact(first))) return [first, ...own];
  if (published.length > 0) return own;
  return own.length > 0 ? own : all;
}

/** In a post of somebody else that the entry shows. */
function isQuoted(time: DomElement, entry: DomElement): boolean {
  for (let up = parentOf(time); up !== undefined && up !== entry; up = parentOf(up)) {
    if (/^(?:blockquote|q|figure|iframe)$/u.test(up.name) || QUOTED.test(up.attribs.class ?? '')) return true;
    // A card of another story; an article that holds most of the entry is the entry itself.
    if (up.name === 'article' && textLength(up) < textLength(entry) / 2) return true;
  }
  return false;
}

const QUOTED = /(?:^|[\s_-])(?:tweet|twitter-tweet|instagram-media|embed(?:ded)?|quote)(?=$|[\s_-])/iu;

function firstOf<T>(elements: readonly DomElement[], read: (element: DomElement) => T | undefined): T | undefined {
  for (const element of elements) {
    const found = read(element);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** "16m ago" beside a time, the same time again, or its day in a box of times: the clock on the wall, not what was written. */
function isTimeWords(element: DomElement, times: readonly DomElement[], hints: TimeHints): boolean {
  if (!INLINE.test(element.name)) return false;
  const text = shortText(element, 30);
  if (text === undefined || text === '') return false;
  if (parseAgo(text, 0) !== undefined) return true;
  if (isCalledTime(element) && dayIn(text, hints) !== undefined) return true;
  return isBeside(element, times) && (BESIDE.test(text) || parseClock(text)?.rest === '');
}

/**
 * Of several times what is exact says when: an instant, then a clock time, whose day an age beside it tells, then the age
 * itself, which is rounded to hours. A time beside a word like "updated" is when it was changed.
 */
function saidTimes(times: readonly DomElement[], { hints, isUpdate }: Asked, words: readonly DomElement[]) {
  const said = times.map((time) => ({ time: readTime(time, hints), isUpdate: isUpdate(time) }));
  const first = said.filter(({ isUpdate: update }) => !update);
  const published = best(first.map(({ time }) => time)) ?? said[0]?.time;
  const updated = said.find(({ isUpdate: update, time }) => update && time !== published)?.time;
  const age = first.map(({ time }) => ageOf(time)).find((at) => at !== undefined) ?? ageIn(words, hints.fetchedAt);
  const clock = published !== undefined && 'clock' in published ? published.clock : undefined;
  const near =
    clock === undefined || clock.date !== undefined || age === undefined
      ? undefined
      : nearestInstant(clock, age, hints.timezone);
  const publishedAt = near ?? instantOf(published);
  const updatedAt = instantOf(updated);
  return {
    isAge: near !== undefined || ageOf(published) !== undefined,
    ...(publishedAt !== undefined && { publishedAt }),
    ...(clock !== undefined && near === undefined && { clock }),
    ...(updatedAt !== undefined && { updatedAt }),
    ...(updated !== undefined && 'clock' in updated && { updatedClock: updated.clock }),
  };
}

function best(times: readonly (SaidTime | undefined)[]): SaidTime | undefined {
  return (
    times.find((time) => time !== undefined && 'instant' in time && time.isAge !== true) ??
    times.find((time) => time !== undefined && 'clock' in time) ??
    times.find((time) => time !== undefined)
  );
}

function ageOf(time: SaidTime | undefined): number | undefined {
  return time !== undefined && 'instant' in time && time.isAge === true ? time.instant : undefined;
}

function ageIn(words: readonly DomElement[], fetchedAt: number): number | undefined {
  return firstOf(words, (element) => parseAgo(textOf(element), fetchedAt));
}

function instantOf(said: SaidTime | undefined): number | undefined {
  return said !== undefined && 'instant' in said ? said.instant : undefined;
}

function saysUpdate(time: DomElement): boolean {
  if (/updat|modif/iu.test(`${namesOf(time)} ${time.attribs.itemprop ?? ''}`)) return true;
  const own = textOf(time);
  const words = (shortText(parentOf(time) ?? time, 200) ?? own).slice(0, 60);
  return saysUpdated(words) || (own !== words && saysUpdated(own)) || saysUpdated(wordsBefore(time));
}

/** "15:10 · Updated 15:40": the words between two times are of the second. */
function wordsBefore({ prev }: DomElement): string {
  return prev !== null && isText(prev) ? oneLine(prev.data).replace(/^[^\p{L}]+/u, '') : '';
}

const WORDS = /^\p{L}[\p{L} ]{2,24}/u;

function saysUpdated(text: string): boolean {
  const lead = WORDS.exec(text)?.[0].trim();
  if (lead === undefined) return false;
  const said = lead.split(' ');
  return labelOf(lead) === 'updated' || (labelOf(said.slice(0, 2).join(' ')) ?? labelOf(said[0] ?? '')) === 'updated';
}
