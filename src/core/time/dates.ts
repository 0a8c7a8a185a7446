import { withoutLabel } from './date-labels.ts';
import { readIsoDate, type WrittenDate } from './iso-dates.ts';
import { asUtc } from './local-time.ts';
import { parseAgo } from './relative-times.ts';
import { zonedInstant } from './time-zones.ts';
import { readWordedDate } from './worded-dates.ts';

export type DateOptions = {
  /** When the text was fetched, epoch ms; without it "4m ago" is refused. */
  readonly fetchedAt?: number;
  /** IANA zone of dates that name none; UTC when absent. */
  readonly timezone?: string;
};

const LONGEST = 100;
/** The one habit nearly every feed has, read without further ado. */
const RFC_822 =
  /^[A-Z][a-z]{2}, (\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) (?:GMT|UTC|Z|([+-])(\d\d)(\d\d))$/;
/** And the one that nearly every page has, but for the last days of months, of which not every month has all. */
const ISO =
  /^[1-9]\d{3}-\d\d-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const KOREAN = /^(\d{4})(?:년|-)\s*(\d{1,2})(?:월|-)\s*(\d{1,2})일?\s+(오전|오후)?\s*(\d{1,2}):(\d{2})(?::(\d{2}))?$/u;

/**
 * The instant a date string means, epoch milliseconds, or undefined when it is none. Reads ISO 8601, RFC 822, epoch
 * seconds and milliseconds, dates in words of many languages, and ages. A date alone is the beginning of that day; a clock
 * time alone is no date (`parseClock` reads it). Refuses rather than guesses.
 */
export function parseDate(text: string, options: DateOptions = {}): number | undefined {
  const plain = ISO.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(plain)) return plain;
  const usual = RFC_822.exec(text);
  const instantOfUsual = usual === null ? undefined : usualInstant(usual);
  if (instantOfUsual !== undefined) return instantOfUsual;
  const written = text
    .slice(0, 4 * LONGEST)
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .trim();
  if (written === '' || written.length > LONGEST) return undefined;
  if (/^\d{9,16}$/.test(written)) return epochInstant(written) ?? isoInstant(written, options);
  const instant = isoInstant(written, options) ?? koreanInstant(written, options.timezone);
  if (instant !== undefined) return instant;
  const ago = options.fetchedAt === undefined ? undefined : parseAgo(written, options.fetchedAt);
  return ago ?? toInstant(readWordedDate(withoutLabel(written), options.timezone), options.timezone);
}

function isoInstant(written: string, options: DateOptions): number | undefined {
  return toInstant(readIsoDate(written), options.timezone);
}

function toInstant(date: WrittenDate | undefined, timezone: string | undefined): number | undefined {
  return date === undefined ? undefined : zonedInstant(date.local, date.zone ?? timezone ?? 'UTC', timezone);
}

function usualInstant([, day, month = '', year, hour, minute, second, sign, hours, minutes]: RegExpExecArray) {
  const local = {
    year: Number(year),
    month: MONTHS.indexOf(month) + 1,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  };
  return sign === undefined ? asUtc(local) : zonedInstant(local, `${sign}${hours}${minutes}`);
}

/** Seconds (9 or 10 digits), milliseconds (12 or 13) or microseconds (15 or 16), told by their number. */
function epochInstant(digits: string): number | undefined {
  if (digits.length <= 10) return Number(digits) * 1000;
  if (digits.length === 12 || digits.length === 13) return Number(digits);
  return digits.length > 14 ? Math.floor(Number(digits) / 1000) : undefined;
}

function koreanInstant(written: string, timezone: string | undefined): number | undefined {
  const match = KOREAN.exec(written);
  if (match === null) return undefined;
  const [, year, month, day, half, hour, minute, second = '0'] = match;
  const clock = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === '오후' ? 12 : 0);
  const local = { year: Number(year), month: Number(month), day: Number(day), hour: clock };
  return zonedInstant({ ...local, minute: Number(minute), second: Number(second) }, timezone ?? 'Asia/Seoul');
}
