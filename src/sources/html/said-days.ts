import { anyWord, inAll } from '../../core/languages/in-all.ts';
import type { Day } from '../../core/time/clock-times.ts';
import { weekdayNumber } from '../../core/time/date-names.ts';
import { leadingDayWord } from '../../core/time/day-words.ts';
import { numberedDay } from '../../core/time/numbered-days.ts';
import { localDay } from '../../core/time/time-zones.ts';
import { leadingDay, leadingYearDay, slashedDay } from '../../core/time/worded-days.ts';

export type TimeHints = {
  readonly timezone: string;
  readonly fetchedAt: number;
  /** A day that is written without its year is the last of its name before this, epoch ms. */
  readonly until: number;
};

/** What is counted in months: "3月3日", "3/3(火)". */
const COUNTED = /[月월]|^\d{1,2}\/\d{1,2}\s?[(（]\p{L}[)）]/u;

/** "3 March, 11:44", "Mar 3, 5:14 PM". */
export function dayWithoutYear(text: string, { until, timezone }: TimeHints): ReturnType<typeof leadingDay> {
  if (/\d{4}/u.test(text)) return undefined;
  return wordedDay(text, until) ?? numberedDay(text, until, timezone);
}

/** The same where the month is a word: the last such day before `until`. */
export function wordedDay(text: string, until: number): ReturnType<typeof leadingDay> {
  return WORD.test(text) || COUNTED.test(text) ? leadingYearDay(text, until) : undefined;
}

const WORD = /\p{L}{3}/u;

/** The day that a text is, and nothing else: "Sunday 2 March 2031", "2. März", "Gestern". */
export function onlyDay(said: string, hints: TimeHints): Day | undefined {
  const text = withoutCount(said);
  const found = leadingDay(text) ?? namedDay(`${text} `, hints) ?? dayWithoutYear(text, hints);
  return found?.rest.trim() === '' ? found.day : slashedDay(text, hints.fetchedAt, hints.timezone);
}

/** "Day 3: Tuesday 5 March", of a trial or a match. */
export function withoutCount(text: string): string {
  return /\d/u.test(text) ? text.replace(COUNT, '') : text;
}

/** Written out: what is short for a day in an age counts none here. */
const DAYS = inAll(({ ages }) => ages?.units?.day).filter((word) => word.length > 2);
const COUNT = new RegExp(String.raw`^${anyWord(DAYS)}\s\d{1,3}\s*[:–—,|-]\s*`, 'iu');

type Now = Omit<TimeHints, 'until'>;

/** "Hier à 22:14": a day that is named by when the page was fetched. */
export function namedDay(text: string, { timezone, fetchedAt }: Now): ReturnType<typeof leadingDay> {
  const word = leadingDayWord(text);
  if (word === undefined) return lastWeekday(text, { timezone, fetchedAt });
  const day = localDay(fetchedAt - word.daysAgo * DAY, timezone);
  return day === undefined ? undefined : { day, rest: word.rest };
}

const DAY = 86_400_000;
const WEEKDAY = /^(\p{L}{2,12})\.?,?\s+(?=\d{1,2}(?:[:.h]\d{2}|\s?[ap]\.?m))/iu;

/** The weekday right before a clock time, "Mon 23:58". */
export function leadingWeekday(text: string): { number: number; rest: string } | undefined {
  const [all = '', word = ''] = WEEKDAY.exec(text) ?? [];
  const number = word === '' ? undefined : weekdayNumber(word);
  return number === undefined ? undefined : { number, rest: text.slice(all.length) };
}

/** Its day is the last one of that name. */
function lastWeekday(text: string, { timezone, fetchedAt }: Now): ReturnType<typeof leadingDay> {
  const named = leadingWeekday(text);
  const today = named === undefined ? undefined : localDay(fetchedAt, timezone);
  if (named === undefined || today === undefined) return undefined;
  const noon = Date.UTC(today.year, today.month - 1, today.day, 12);
  const day = new Date(noon - ((new Date(noon).getUTCDay() - named.number + 7) % 7) * DAY);
  return {
    day: { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() },
    rest: named.rest,
  };
}
