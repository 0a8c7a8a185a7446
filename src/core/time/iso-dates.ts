import { monthNumber } from './date-names.ts';
import { fullYear, type LocalTime } from './local-time.ts';

/** A date as written: the wall clock, and the zone where there is one. */
export type WrittenDate = { readonly local: LocalTime; readonly zone?: string };

const EXTENDED =
  /^(\d{4})-(0?\d{1,2}|\p{L}{3,}\.?)-(\d{1,2})(?:(?:\s*T\s*|\s+)(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,](\d+))?)?)?\s*(Z|[A-Z]{2,5}|(?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?)?Z?)?$/iu;
const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(?:[.,](\d+))?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const YEAR_DAY = /^(\d{4})-(\d{3})$|^(\d{2})-?(\d{3})$/;
const SHORT = /^(\d{4})(?:-(\d{2}))?$|^-(\d{2})-?(\d{2})$|^(\d{2})-?(\d{2})-?(\d{2})$/;

/**
 * Reads ISO 8601 in its extended, basic, ordinal and truncated forms (the two-digit centuries of ISO 8601:2000 too), and
 * the slips that feeds make of it. `written` is trimmed.
 */
export function readIsoDate(written: string): WrittenDate | undefined {
  const full = EXTENDED.exec(written) ?? BASIC.exec(written);
  if (full !== null) return fullDate(full);
  return ordinalDate(written) ?? shortDate(written);
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
