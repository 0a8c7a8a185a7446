import type { Day } from '../../core/time/clock-times.ts';
import { asUtc } from '../../core/time/local-time.ts';
import { isZoneAbbreviation } from '../../core/time/time-zones.ts';
import { leadingDay } from '../../core/time/worded-days.ts';
import type { DomElement, Page } from '../body/dom.ts';
import { shortText } from '../body/short-text.ts';
import { contentElements, rootOf } from './regions.ts';

/** What a page says of its day in words, right under its heading: "Published 14 March 2031 at 8:15 a.m. EDT". */
export type DateLine = { readonly day?: Day; readonly zone?: string };

/** Elements after the heading in which the line is looked for, and how much it says beside the date. */
const NEAR = 40;
const LONGEST = 120;
const WEEK = 7 * 86_400_000;

/**
 * The zone that the line names, and its latest day if that is more than a week ago: such a page was kept. Until then the
 * day it was fetched tells more than the day it began.
 */
export function dateLine(page: Page, fetchedAt: number): DateLine {
  const texts = linesUnderHeading(page);
  const days = texts.flatMap(daysIn);
  const [latest] = days.toSorted((a, b) => (asUtc(b) ?? 0) - (asUtc(a) ?? 0));
  const isKept = latest !== undefined && (asUtc(latest) ?? fetchedAt) < fetchedAt - WEEK;
  const zone = texts.map((text) => ZONE.exec(text)?.[1] ?? '').find(isZoneAbbreviation);
  return { ...(isKept && { day: latest }), ...(zone !== undefined && { zone }) };
}

const ZONE = /\d[:.h]\d\d(?:\s?[ap]\.?m\.?)?\s?\(?([A-Z]{2,4})(?![\p{L}\d])/u;

/** Short texts with a year in them, of elements that hold nothing else and lead nowhere. */
function linesUnderHeading(page: Page): string[] {
  const lines: string[] = [];
  let left = -1;
  for (const element of contentElements(rootOf(page))) {
    if (element.name === 'h1') left = NEAR;
    else if (left > 0) {
      left -= 1;
      const text = isLine(element) ? shortText(element, LONGEST) : undefined;
      if (text !== undefined && /\d{4}/u.test(text)) lines.push(text);
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
