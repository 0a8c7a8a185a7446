/** A date and a wall clock without a zone, as a page writes it. `month` is 1–12, `second` may be 60. */
export type LocalTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly ms?: number;
};

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * The epoch milliseconds a wall clock in UTC would show it at; undefined when there is no such date or time. Years below
 * 100 are how programs write that they have no date (0001-01-01 in .NET, -0001 in PHP).
 */
export function asUtc(local: LocalTime): number | undefined {
  const { year, month, day, hour = 0, minute = 0, second = 0, ms = 0 } = local;
  if (year < 100 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  const midnight = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !midnight) || minute > 59 || second > 60) return undefined;
  const shift = ((hour * 60 + minute) * 60 + second) * 1000 + Math.trunc(ms);
  return Date.UTC(year, month - 1, day) + shift;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}

/** Two-digit years after RFC 2822 4.3: 00–49 are 2000–2049, 50–99 are 1950–1999. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}
