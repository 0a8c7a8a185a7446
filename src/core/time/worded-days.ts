import type { Day } from './clock-times.ts';
import { isWeekday, monthNumber } from './date-names.ts';

const DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th|\.|º|er)?(?:\s+(?:de|of))?\s+(\p{L}{3,}\.?)(?:\s+(?:de|of))?,?\s+(\d{4})(?!\d)/u;
const MONTH_FIRST = /^(\p{L}{3,}\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;
const NUMERIC = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/u;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/u;

/** A calendar day that a text begins with, as people write it, and what follows it: "Sunday 4 June 2023 22:18 , Ana". */
export function leadingDay(text: string): { day: Day; rest: string } | undefined {
  const start = withoutWeekday(text.trim());
  const dayFirst = DAY_FIRST.exec(start);
  if (dayFirst !== null) return found(dayFirst, start, [dayFirst[3], dayFirst[2], dayFirst[1]]);
  const monthFirst = MONTH_FIRST.exec(start);
  if (monthFirst !== null) return found(monthFirst, start, [monthFirst[3], monthFirst[1], monthFirst[2]]);
  const numeric = NUMERIC.exec(start);
  if (numeric !== null) return found(numeric, start, [numeric[3], numeric[2], numeric[1]]);
  const iso = ISO.exec(start);
  return iso === null ? undefined : found(iso, start, [iso[1], iso[2], iso[3]]);
}

function withoutWeekday(text: string): string {
  const word = /^(\p{L}[\p{L}-]*)\.?,?\s+/u.exec(text);
  return word !== null && word[1] !== undefined && isWeekday(word[1]) ? text.slice(word[0].length) : text;
}

function found(match: RegExpExecArray, text: string, [year, monthWord = '', day]: (string | undefined)[]) {
  const month = /^\d+$/u.test(monthWord) ? Number(monthWord) : monthNumber(monthWord);
  if (month === undefined || month < 1 || month > 12) return undefined;
  const rest = text.slice(match[0].length).replace(/^[\s,|–—-]+/u, '');
  return { day: { year: Number(year), month, day: Number(day) }, rest };
}
