import { monthNumber } from './date-names.ts';
import { fullYear, type LocalTime } from './local-time.ts';

/** A date as written: the wall clock, and the zone where there is one. */
export type WrittenDate = { readonly local: LocalTime; readonly zone?: string };

const EXTENDED =
  /^(\d{4})-(0?\d{1,2}|\p{L}{3,}\.?)-(\d{1,2})(?:(?:\s*T\s*|\s+(?:00:00:00(?:\.0+)?\s+(?=\d))?)(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,](\d+))?)?)?(?::00)?(?::(?=[+-]))?\s*(Z|[A-Z]{2,5}|(?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?)?(?::00)?(?:Z|\s[A-Z]{2,5})?)?$/iu;
const BASIC = /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2}):?(\d{2}):?(\d{2})?(?:[.,](\d+))?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const YEAR_DAY = /^(\d{4})-?(\d{3})$|^(\d{2})-?(\d{3})$/;
const WEEK_DAY = /^(\d{4})-?W(\d{2})(?:-?([1-7]))?$/i;
const WITH_TIME = /^(\d{4}-?(?:\d{3}|W\d{2}-?[1-7])|\d{2}-\d{2}-\d{2})(T.+)$/i;
const SHORT = /^(\d{4})(?:-(\d{2}))?$|^-(\d{2})-?(\d{2})$|^-?(\d{2})-?(\d{2})-?(\d{2})$/;

/**
 * Reads ISO 8601 in its extended, basic, week, ordinal and truncated forms (the two-digit centuries of ISO 8601:2000 too), and
 * the slips that feeds make of it. `written` is trimmed.
 */
export function readIsoDate(written: string): WrittenDate | undefined {
  const full = EXTENDED.exec(written) ?? BASIC.exec(written);
  if (full !== null) return fullDate(full);
  const timed = WITH_TIME.exec(written);
  const day = timed === null ? undefined : (dayOfYear(timed[1] ?? '') ?? shortDate(timed[1] ?? ''));
  if (day !== undefined) return readIsoDate(`${calendarDay(day)}${timed?.[2]}`);
  return dayOfYear(written) ?? shortDate(written);
}

function dayOfYear(written: string): WrittenDate | undefined {
  return ordinalDate(written) ?? weekDate(written);
}

function calendarDay({ local: { year, month, day } }: WrittenDate): string {
  const [y, m, d] = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  return `${y}-${m}-${d}`;
}

/** Year, week and weekday; the first week is the one with the 4th of January in it, weeks begin on Mondays. */
function weekDate(written: string): WrittenDate | undefined {
  const match = WEEK_DAY.exec(written);
  if (match === null) return undefined;
  const [year, week, weekday] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 1)];
  if (week < 1 || week > 53) return undefined;
  const fourth = new Date(Date.UTC(year, 0, 4));
  const date = new Date(Date.UTC(year, 0, 4 - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7 + weekday - 1));
  return { local: { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() } };
}

function fullDate(match: RegExpExecArray): WrittenDate | undefined {
  const [, year, monthText = '', day, hour, minute, second, fraction, zone] = match;
  const month = /^\d/.test(monthText) ? Number(monthText) : monthNumber(monthText);
  if (month === undefined) return undefined;
  const local: LocalTime = {
    year: Number(year),
    month,
    day: Number(day),
    ...(hour === undefined ? {} : { hour: Number(hour), minute: Number(minute ?? 0), second: Number(second ?? 0) }),
    ...(fraction === undefined ? {} : { ms: Math.floor(Number(`0.${fraction}`) * 1000) }),
  };
  return zone === undefined ? { local } : { local, zone };
}

/** Year and day of the year. "22013" is no 13th day of 2022 but a mistyped year, and refused. */
function ordinalDate(written: string): WrittenDate | undefined {
  const match = YEAR_DAY.exec(written);
  if (match === null || /^\d(?:19|20)\d\d$/.test(written)) return undefined;
  const year = fullYear(match[1] ?? match[3] ?? '');
  const ordinal = Number(match[2] ?? match[4]);
  const date = new Date(Date.UTC(year, 0, ordinal));
  if (ordinal < 1 || date.getUTCFullYear() !== year) return undefined;
  return { local: { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() } };
}

function shortDate(written: string): WrittenDate | undefined {
  const match = SHORT.exec(written);
  if (match === null) return undefined;
  const year = fullYear(match[1] ?? match[3] ?? match[5] ?? '');
  return { local: { year, month: Number(match[2] ?? match[4] ?? match[6] ?? 1), day: Number(match[7] ?? 1) } };
}
