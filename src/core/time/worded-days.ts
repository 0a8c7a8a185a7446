import type { Day } from './clock-times.ts';
import { isWeekday, monthNumber } from './date-names.ts';
import { COUNTED_DAY, withPlainTimes } from './east-asian-times.ts';
import { isMonthFirst } from './worded-dates.ts';

const DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th|\.|º|er)?(?:\s+(?:de|of))?\s+(\p{L}{3,}\.?)(?:\s+(?:de|of))?,?\s+(\d{4})(?!\d)/u;
const MONTH_FIRST = /^(\p{L}{3,}\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;
const NUMERIC = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/u;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/u;
/** "2031.03.03", "2031/3/3", "2031. 3. 3.": the year first, whatever stands between. */
const YEAR_FIRST = /^(\d{4})(?:\.\s?|\/)(\d{1,2})(?:\.\s?|\/)(\d{1,2})\.?(?![\d.:])/u;

/** A calendar day that a text begins with, as people write it, and what follows it: "Sunday 4 June 2023 22:18 , Ana". */
export function leadingDay(text: string): { day: Day; rest: string } | undefined {
  if (!/\d/u.test(text)) return undefined;
  const start = withoutWeekday(withPlainTimes(text.trim()));
  const dayFirst = DAY_FIRST.exec(start);
  if (dayFirst !== null) return found(dayFirst, start, [dayFirst[3], dayFirst[2], dayFirst[1]]);
  const monthFirst = MONTH_FIRST.exec(start);
  if (monthFirst !== null) return found(monthFirst, start, [monthFirst[3], monthFirst[1], monthFirst[2]]);
  const numeric = NUMERIC.exec(start);
  if (numeric !== null) return found(numeric, start, [numeric[3], numeric[2], numeric[1]]);
  const iso = ISO.exec(start) ?? YEAR_FIRST.exec(start);
  return iso === null ? undefined : found(iso, start, [iso[1], iso[2], iso[3]]);
}

const SLASHED = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/u;

/**
 * A day that is all of a text and written with slashes: as people write it in the zone, where it is told; else of the two it
 * may be, the later that is not ahead of `at`.
 */
export function slashedDay(text: string, at: number, timezone = 'UTC'): Day | undefined {
  const match = SLASHED.exec(text.trim());
  const [first, second, year] = match === null ? [] : [match[1], match[3], match[4]].map(Number);
  if (first === undefined || second === undefined || year === undefined) return undefined;
  const [dayFirst, monthFirst] = [
    { year, month: second, day: first },
    { year, month: first, day: second },
  ];
  const instantOf = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day);
  const days = (isMonthFirst(timezone) ? [monthFirst, dayFirst] : [dayFirst, monthFirst])
    .filter(({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= 31)
    .filter((day) => instantOf(day) <= at + 86_400_000);
  return timezone === 'UTC' ? days.sort((a, b) => instantOf(b) - instantOf(a))[0] : days[0];
}

const DAY_ALONE = /^(\d{1,2})(?:st|nd|rd|th|\.|º|er)?(?:\s+(?:de|of))?\s+(\p{L}{3,}\.?)(?![\p{L}\d])/u;
const MONTH_ALONE = /^(\p{L}{3,}\.?)\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d.:]\d|\d|\s?[ap]\.?m)/iu;

/** A day that a text begins with, without its year ("Mar 03", "2. März"): the last such day before `at`, with a day's grace. */
export function leadingYearDay(text: string, at: number): { day: Day; rest: string } | undefined {
  if (!/\d/u.test(text)) return undefined;
  const start = withoutWeekday(text.trim());
  const counted = COUNTED_DAY.exec(start);
  if (counted !== null) return withYear(counted, start, counted[1] ?? '', counted[2], at);
  const dayFirst = DAY_ALONE.exec(start);
  const monthFirst = dayFirst === null ? MONTH_ALONE.exec(start) : null;
  const match = dayFirst ?? monthFirst;
  const [word, number] = dayFirst === null ? [monthFirst?.[1], monthFirst?.[2]] : [dayFirst[2], dayFirst[1]];
  if (match === null || word === undefined) return undefined;
  return withYear(match, start, word, number, at);
}

/** The day in the year of `at`, or in the one before where it would lie ahead. */
function withYear(match: RegExpExecArray, start: string, month: string, day: string | undefined, at: number) {
  const year = new Date(at).getUTCFullYear();
  const said = found(match, start, [String(year), month, day]);
  if (said === undefined || said.day.day < 1 || said.day.day > 31) return undefined;
  const isAhead = Date.UTC(year, said.day.month - 1, said.day.day) > at + 86_400_000;
  return isAhead ? { ...said, day: { ...said.day, year: year - 1 } } : said;
}

/** "Mar 3, 2031" is a day of March, though "mar" is short for a weekday too; "mar 3 marzo" is not. */
const MARCH = /^Mar\.?\s+\d{1,2}(?:st|nd|rd|th)?(?!\d)(?!\.?\s+(?:de\s+)?\p{Ll}{3})/u;

const WORD = /^(\p{L}[\p{L}-]*)\.?,?\s+/u;

function withoutWeekday(text: string): string {
  const word = MARCH.test(text) ? null : WORD.exec(text);
  return word !== null && word[1] !== undefined && isWeekday(word[1]) ? text.slice(word[0].length) : text;
}

function found(match: RegExpExecArray, text: string, [year, monthWord = '', day]: (string | undefined)[]) {
  const month = /^\d+$/u.test(monthWord) ? Number(monthWord) : monthNumber(monthWord);
  if (month === undefined || month < 1 || month > 12) return undefined;
  const rest = text.slice(match[0].length).replace(/^[\s,|–—-]+/u, '');
  return { day: { year: Number(year), month, day: Number(day) }, rest };
}
