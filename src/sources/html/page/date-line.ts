import type { Day } from '../../../core/time/clock-times.ts';
import { parseDate } from '../../../core/time/dates.ts';
import { asUtc } from '../../../core/time/local-time.ts';
import { isZoneAbbreviation } from '../../../core/time/time-zones.ts';
import { leadingDay } from '../../../core/time/worded-days.ts';
import type { DomElement, Page } from '../../body/dom.ts';
import { shortText } from '../../body/short-text.ts';
import { contentElements, rootOf } from '../regions.ts';
import { headOf } from './head.ts';

/** What a page says of its day in words, right under its heading: "Published 14 March 2031 at 8:15 a.m. EDT". */
export type DateLine = {
  readonly day?: Day;
  /** The same where the line says it for machines, epoch ms. */
  readonly at?: number;
  readonly zone?: string;
};

/** Elements after the heading in which the line is looked for, and how much it says beside the date. */
const NEAR = 40;
const LONGEST = 120;
const WEEK = 7 * 86_400_000;

/**
 * The zone that the line names, and its latest day if that is more than a week ago: such a page was kept. Until then the
 * day it was fetched tells more than the day it began.
 */
export function dateLine(page: Page, fetchedAt: number): DateLine {
  const lines = linesUnderHeading(page);
  const texts = lines.map(({ text }) => text);
  const isDayFirst = !/^en(?:$|-US)/iu.test(headOf(page).html?.attribs.lang ?? 'en');
  const days = texts.flatMap((text) => [...daysIn(text), ...(isDayFirst ? numberedDays(text) : [])]);
  const [latest] = days.toSorted((a, b) => (asUtc(b) ?? 0) - (asUtc(a) ?? 0));
  const isKept = latest !== undefined && (asUtc(latest) ?? fetchedAt) < fetchedAt - WEEK;
  const at = Math.max(...lines.map(({ stated }) => stated));
  const isOld = at > 0 && at < fetchedAt - WEEK && (latest === undefined || (asUtc(latest) ?? 0) < at + DAY);
  const zone = texts.map((text) => ZONE.exec(text)?.[1] ?? '').find(isZoneAbbreviation);
  return { ...(isKept && { day: latest }), ...(isOld && { at }), ...(zone !== undefined && { zone }) };
}

const DAY = 86_400_000;
/** "03/10/2026", "3-10-2026", "05.10.26": where nobody writes the month first. */
const NUMBERED = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d./-])/gu;

function numberedDays(text: string): Day[] {
  return [...text.matchAll(NUMBERED)]
    .map(([, day, , month, year = '']) => ({
      year: Number(year) + (year.length === 2 ? 2000 : 0),
      month: Number(month),
      day: Number(day),
    }))
    .filter(({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= 31);
}

const ZONE = /\d[:.h]\d\d(?:\s?[ap]\.?m\.?)?\s?\(?([A-Z]{2,4})(?![\p{L}\d])/u;

/** What stands in such is a part of the page, whose times are its own. */
const BEGINS_MORE = /^(?:h[2-6]|article|section|li|table|dl|dt)$/u;

/** `stated`: the instant that it says for machines, else 0. */
type Line = { readonly text: string; readonly stated: number };

/** Short texts with a date in them, of elements that hold nothing else and lead nowhere. */
function linesUnderHeading(page: Page): Line[] {
  const lines: Line[] = [];
  let left = -1;
  let isHead = true;
  for (const element of contentElements(rootOf(page))) {
    if (element.name === 'h1') left = NEAR;
    else if (left > 0) {
      left -= 1;
      const text = isLine(element) ? shortText(element, LONGEST) : undefined;
      isHead &&= !BEGINS_MORE.test(element.name);
      const stated = isHead && element.name === 'time' ? (parseDate(element.attribs.datetime ?? '') ?? 0) : 0;
      if (text !== undefined && (stated > 0 || /\d{4}|\d[./-]\d\d(?!\d)/u.test(text))) lines.push({ text, stated });
    } else if (left === 0) break;
  }
  return lines;
}

function isLine({ name }: DomElement): boolean {
  return /^(?:p|div|span|time|small|em|abbr|header)$/u.test(name);
}

/** The days that stand anywhere in a line. */
function daysIn(text: string): Day[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}.,:/-])[\p{L}\d]/gu)].flatMap(({ index }) => {
    const found = leadingDay(text.slice(index));
    return found === undefined ? [] : [found.day];
  });
}
