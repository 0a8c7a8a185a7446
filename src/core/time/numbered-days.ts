import { BEFORE_CLOCK } from './clock-text.ts';
import type { Day } from './clock-times.ts';
import { isMonthFirst } from './worded-dates.ts';

/** "3.3. 14:05", "03/10 - 07h05": only before a clock time, or it may be one itself. */
const NUMBERED = new RegExp(
  String.raw`^(\d{1,2})(?:\.\s?(\d{1,2})\.|\/(\d{1,2}))(?=[\s,|•·–—-]+(?:${BEFORE_CLOCK}\s+)?\d{1,2}\s?[:.h]\s?\d{2})[\s,|•·–—-]+`,
  'iu',
);
const DAY = 86_400_000;

/**
 * Day and month in numbers that a text begins with, before its clock time: the last such day before `at`, with a day's grace.
 * Which is the month, where slashes part them, is told by the zone; in no zone nobody knows.
 */
export function numberedDay(text: string, at: number, timezone: string): { day: Day; rest: string } | undefined {
  const match = NUMBERED.exec(text);
  if (match === null) return undefined;
  const [, first, dotted, slashed] = match;
  if (dotted === undefined && timezone === 'UTC') return undefined;
  const isTurned = dotted === undefined && isMonthFirst(timezone);
  const [day, month] = (isTurned ? [slashed, first] : [first, dotted ?? slashed]).map(Number);
  if (day === undefined || month === undefined || day < 1 || day > 31 || month < 1 || month > 12) return undefined;
  const year = new Date(at).getUTCFullYear();
  const isAhead = Date.UTC(year, month - 1, day) > at + DAY;
  return { day: { year: isAhead ? year - 1 : year, month, day }, rest: text.slice(match[0].length) };
}

/** The text without such a day. */
export function withoutNumberedDay(text: string): string {
  return text.replace(NUMBERED, '');
}
