import { InvalidArgumentError } from 'commander';
import type { SourceKind } from '../core/entry.ts';
import { nearest } from '../core/text/nearest.ts';
import { isZone } from '../core/time/time-zones.ts';
import { SOURCE_KINDS } from '../sources/sources.ts';

/** Readers of option values; each refuses with what would do. */
export function sourceKind(text: string): SourceKind {
  const kind = SOURCE_KINDS.find((one) => one === text);
  if (kind !== undefined) return kind;
  const near = nearest(text, SOURCE_KINDS);
  throw new InvalidArgumentError(
    near === undefined ? `Kinds are ${SOURCE_KINDS.join(', ')}.` : `Did you mean ${near}?`,
  );
}

export function timeZone(text: string): string {
  if (isZone(text)) return text;
  throw new InvalidArgumentError('Write a time zone like Europe/London.');
}

/** A day of the calendar, `YYYY-MM-DD`. */
export function calendarDay(text: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)) return text;
  throw new InvalidArgumentError('Write a day like 2023-06-05.');
}

/** A whole number within bounds. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= min && number <= max) return number;
    throw new InvalidArgumentError(`Write a whole number from ${min} to ${max}.`);
  };
}

/** How many times faster than it happened. */
export function speed(text: string): number {
  const factor = Number(text.replace(/[x×]$/, ''));
  if (text !== '' && factor > 0 && factor <= 100_000) return factor;
  throw new InvalidArgumentError('Write a factor like 60 (sixty times as fast).');
}
