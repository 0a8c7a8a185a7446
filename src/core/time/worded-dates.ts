import { inAll } from '../languages/in-all.ts';
import { isWeekday, monthNumber } from './date-names.ts';
import type { WrittenDate } from './iso-dates.ts';
import { asUtc, fullYear, type LocalTime } from './local-time.ts';
import { isZone, isZoneAbbreviation } from './time-zones.ts';

/** Words that stand around a date without changing it. */
const FILLERS = new Set(inAll(({ times }) => times?.fillers));
/** The United States and their neighbours to the north; the rest of America writes the day first. */
const MONTH_FIRST =
  /^(?:US\/|Canada\/|Pacific\/Honolulu|America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Boise|Anchorage|Juneau|Indiana\/|Kentucky\/|North_Dakota\/|Toronto|Vancouver|Winnipeg|Edmonton|Halifax|Regina|St_Johns))/;

/** True where people write 3/4 for the fourth of March. */
export function isMonthFirst(timezone: string): boolean {
  return MONTH_FIRST.test(timezone);
}

/** A time of day that says neither half of it nor a zone of America, where nobody writes the month first. */
const CLOCK_OF_24 = /\d:\d\d(?!.*(?:[ap]\.?\s?m\b|\b(?:[ECMP][SD]?T)\b))/i;

const NUMERIC = /(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?![\d:-])/y;
const TIME = /(\d{1,2})(?::|(?:\.|\s?h\s?)(?=\d\d))(\d{1,2})(?::(\d{1,2})(?:[.,](\d+))?)?(?![\d:])/iuy;
const MERIDIEM = /\s*([ap])\.?\s?m\b\.?/iy;
const HOUR_ONLY = /(\d{1,2})\s?([ap])\.?m\b\.?/iy;
/** An hour without minutes, which only an offset behind it gives away. */
const BARE_HOUR = /\d\d(?= [+-]\d{4}$)/y;
const OFFSET = /(?:GMT|UTC|UT)?[+-]\d{1,2}:?\d{2}(?![\d:])|(?:GMT|UTC|UT)[+-]\d{1,2}(?![\d:])|[+-]\d{2}$/iy;
/** What may follow a day alone; a stretch of numbers would be a time or a range. */
const LAST_OFFSET = /^[+-]\d{4}$/;
/** Zones of one letter: J is none (RFC 822 5.1). */
const MILITARY = 'YXWVUTSRQPON ABCDEFGHIKLM';
/** A zone told in brackets, where nothing else tells it; behind an offset it is a remark. */
const NAMED_ZONE = /\(([A-Z]{2,5})\)(?!\s*[+-]\d)/y;
const NUMBER = /(\d{1,4})(?:st|nd|rd|th|er|º|ª)?(?![\p{L}\d:])\.?/iuy;
const WORD = /\p{L}[\p{L}\p{M}]*(?:[/_][\p{L}_+-]+)*\.?/uy;
const NOON = new Set(inAll(({ times }) => times?.noon));
const MIDNIGHT = new Set(inAll(({ times }) => times?.midnight));
const SKIP = /[\s,;|·•–—]+|-(?!\d)|\([^()]*\)/uy;

type Parts = {
  numbers: string[];
  month?: number;
  /** The month's name stood first and may be a weekday's ("mar." in French): a month that follows overrides it. */
  doubtful?: boolean;
  numeric?: readonly [string, string, string, string];
  time?: { hour: number; minute: number; second: number; ms: number };
  zone?: string;
};

/**
 * Reads dates written in words or in numbers with separators: RFC 822, `ctime`, and what people type ("Nov. 16, 2020,
 * 10:57 a.m."). Strict about words it does not know: they make the whole text no date. Which of 3/4/2023 is the month is
 * told by the weekday where there is one, else by the zone's habit (month first in America, and where there is none unless
 * the clock runs to 24).
 */
export function readWordedDate(written: string, timezone: string | undefined): WrittenDate | undefined {
  const parts: Parts = { numbers: [] };
  let at = 0;
  while (at < written.length) {
    const next = readPart(written, at, parts);
    if (next === undefined) return undefined;
    at = next;
  }
  const date = parts.numeric === undefined ? wordedDay(parts) : numericDay(parts.numeric, written, timezone);
  if (date === undefined) return undefined;
  const { year, month, day } = date;
  const { time } = parts;
  const local: LocalTime = time === undefined ? { year, month, day } : { year, month, day, ...time };
  return parts.zone === undefined ? { local } : { local, zone: parts.zone };
}

/** What an offset or a zone in brackets begins with. */
const BEFORE_ZONE = /[+\-GUgu(]/;
/** What begins a word or a number and nothing else. */
const PLAIN = /[a-z\d]/i;

function isOpenForZone({ zone }: Parts): boolean {
  return zone === undefined || isZoneAbbreviation(zone);
}

function zoneMayFollow({ time, numeric }: Parts, written: string, at: number): boolean {
  return time !== undefined || (numeric !== undefined && LAST_OFFSET.test(written.slice(at)));
}

/** Reads the part that begins at `at` into `parts`; gives where the next begins, undefined when it makes no sense. */
function readPart(written: string, at: number, parts: Parts): number | undefined {
  // Between nearly all parts there is one space, and no other expression begins with one.
  const first = written.charAt(at);
  if (first === ' ') return at + 1;
  // An offset says more than the name before it ("MST-07:00").
  if (BEFORE_ZONE.test(first) && isOpenForZone(parts) && zoneMayFollow(parts, written, at)) {
    const offset = match(OFFSET, written, at);
    if (offset !== undefined) {
      if (!isZone(offset[0])) return undefined;
      parts.zone = offset[0];
      return at + offset[0].length;
    }
    const named = match(NAMED_ZONE, written, at);
    if (named !== undefined && isZone(named[1] ?? '')) {
      parts.zone = named[1] ?? '';
      return at + named[0].length;
    }
  }
  const skip = PLAIN.test(first) ? undefined : match(SKIP, written, at);
  if (skip !== undefined) return at + skip[0].length;
  // Before a year ("05-Jun-2023"); after a time it would be an offset.
  if (first === '-' && parts.month !== undefined && parts.time === undefined) return at + 1;
  return readDigits(written, at, parts) ?? readWord(written, at, parts);
}

function readDigits(written: string, at: number, parts: Parts): number | undefined {
  if (!/^\d/.test(written.charAt(at))) return undefined;
  const numeric = parts.numeric === undefined && parts.month === undefined ? match(NUMERIC, written, at) : undefined;
  if (numeric !== undefined) {
    parts.numeric = [numeric[1] ?? '', numeric[3] ?? '', numeric[4] ?? '', numeric[2] ?? ''];
    return at + numeric[0].length;
  }
  const time = match(TIME, written, at) ?? match(HOUR_ONLY, written, at);
  if (time !== undefined) return readTime(time, written, at, parts);
  const isDay = parts.month !== undefined && parts.numbers.length === 2;
  const hour = isDay && parts.time === undefined ? match(BARE_HOUR, written, at) : undefined;
  if (hour !== undefined) {
    parts.time = { hour: Number(hour[0]), minute: 0, second: 0, ms: 0 };
    return at + hour[0].length;
  }
  const number = match(NUMBER, written, at);
  if (number === undefined) return undefined;
  if (parts.time !== undefined && (number[0] === '0000' || (isDay && number[0] === '00'))) {
    parts.zone ??= 'UTC';
    return at + number[0].length;
  }
  parts.numbers.push(number[1] ?? '');
  return at + number[0].length;
}

function readTime(time: RegExpExecArray, written: string, at: number, parts: Parts): number | undefined {
  const short = /^[ap]$/i.test(time[2] ?? '');
  const end = at + time[0].length;
  const after = short ? undefined : match(MERIDIEM, written, end);
  const meridiem = (short ? time[2] : after?.[1])?.toLowerCase();
  const hour = Number(time[1]);
  if (parts.time !== undefined || (meridiem !== undefined && (hour < 1 || hour > 12))) return undefined;
  parts.time = {
    hour: meridiem === undefined ? hour : (hour % 12) + (meridiem === 'p' ? 12 : 0),
    minute: short ? 0 : Number(time[2]),
    second: Number(time[3] ?? 0),
    ms: time[4] === undefined ? 0 : Math.floor(Number(`0.${time[4]}`) * 1000),
  };
  return end + (after?.[0].length ?? 0);
}

function readWord(written: string, at: number, parts: Parts): number | undefined {
  const word = match(WORD, written, at)?.[0];
  if (word === undefined) return undefined;
  const bare = word.replace(/\.$/, '');
  const lower = bare.toLowerCase();
  if (parts.time === undefined && (NOON.has(lower) || MIDNIGHT.has(lower))) {
    if (parts.numbers.at(-1) === '12') parts.numbers.pop();
    parts.time = { hour: MIDNIGHT.has(lower) ? 0 : 12, minute: 0, second: 0, ms: 0 };
    return at + word.length;
  }
  const military = at + word.length === written.length ? militaryZone(bare, parts) : undefined;
  if (military !== undefined) {
    parts.zone = military;
    return at + word.length;
  }
  const month = monthNumber(bare);
  if (parts.zone === undefined && isZone(bare) && (bare !== 'at' || parts.numbers.length > 2)) {
    parts.zone = bare;
  } else if (month !== undefined && (parts.month === undefined || parts.doubtful === true)) {
    parts.month = month;
    parts.doubtful = at === 0 && isWeekday(bare);
  } else if (!FILLERS.has(lower) && !isWeekday(bare) && !(hasOffset(parts) && isZone(bare))) {
    return undefined;
  }
  return at + word.length;
}

/** Behind an offset the zone's name is told once more ("+0100 CET"). */
function hasOffset({ zone }: Parts): boolean {
  return zone !== undefined && /[+-]/.test(zone);
}

/** The offset of a zone of one letter behind a whole date, with the signs that RFC 822 gives them. */
function militaryZone(letter: string, { time, zone, numbers, month }: Parts): string | undefined {
  if (time === undefined || zone !== undefined || month === undefined || numbers.length < 2) return undefined;
  const place = letter.length === 1 && letter !== ' ' ? MILITARY.indexOf(letter) : -1;
  if (place < 0) return undefined;
  const hours = 12 - place;
  return `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}00`;
}

type Day = { year: number; month: number; day: number };

function wordedDay({ numbers: digits, month }: Parts): Day | undefined {
  if (month === undefined) {
    const [day, number, year] = digits;
    if (digits.length !== 3 || day === undefined || number === undefined || year?.length !== 4) return undefined;
    return { year: Number(year), month: Number(number), day: Number(day) };
  }
  if (digits.length === 1 && digits[0]?.length === 4) return { year: Number(digits[0]), month, day: 1 };
  const [first, second] = digits;
  if (digits.length !== 2 || first === undefined || second === undefined) return undefined;
  const [day, year] = first.length > 2 ? [second, first] : [first, second];
  return day.length > 2 ? undefined : { year: fullYear(year), month, day: Number(day) };
}

function numericDay(
  [a, b, c, separator]: readonly [string, string, string, string],
  written: string,
  timezone: string | undefined,
): Day | undefined {
  if (a.length > 2) return a.length === 4 ? { year: Number(a), month: Number(b), day: Number(c) } : undefined;
  if (c.length === 3) return undefined;
  if (a.length === 2 && (c.length === 1 || (separator === '-' && c.length === 2))) {
    const yearFirst: Day = { year: fullYear(a), month: Number(b), day: Number(c) };
    if (asUtc(yearFirst) !== undefined) return yearFirst;
  }
  const year = fullYear(c);
  const dayFirst: Day = { year, month: Number(b), day: Number(a) };
  const monthFirst: Day = { year, month: Number(a), day: Number(b) };
  if (asUtc(monthFirst) === undefined) return dayFirst;
  if (asUtc(dayFirst) === undefined) return monthFirst;
  const fits = [dayFirst, monthFirst].filter((day) => weekdayFits(day, written));
  if (fits.length === 1) return fits[0];
  const american = timezone === undefined ? !CLOCK_OF_24.test(written) : isMonthFirst(timezone);
  return separator === '/' && american ? monthFirst : dayFirst;
}

const WEEKDAY = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' });

function weekdayFits(day: Day, written: string): boolean {
  const utc = asUtc(day);
  return utc !== undefined && written.toLowerCase().startsWith(WEEKDAY.format(utc).toLowerCase());
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
