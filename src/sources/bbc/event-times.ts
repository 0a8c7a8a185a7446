import { parseDate } from '../../core/time/dates.ts';
import type { Document, ReadContext } from '../../ports/source.ts';
import { clockInstants } from './lx-times.ts';

/** An instant, or a clock time "HH:MM". */
export type Label = number | string;

export type Known = {
  readonly document: Document;
  readonly context: ReadContext;
  /** The date in the page's head, as it is written. */
  readonly published: string | undefined;
};

const HOME = 'Europe/London';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A page may be filed this long after its first posts. */
const FILED_LATE = 6 * HOUR;
/** A commentary that runs longer has dates. */
const MOST_DAYS = 3;

/**
 * The instants of a commentary's labels in the order given, and whether the newest stands first. Its days begin with the one
 * in the page's head: the list is laid on that day, and later while anything in it would lie before.
 */
export function eventInstants(
  labels: readonly Label[],
  known: Known,
): { at: readonly (number | undefined)[]; newestFirst: boolean } {
  const newestFirst = descends(labels);
  const falling = newestFirst ? labels : [...labels].reverse();
  const at = laidOut(falling, known);
  return { at: newestFirst ? at : at.reverse(), newestFirst };
}

/** True where most labels are followed by an earlier one, or say nothing of it. */
function descends(labels: readonly Label[]): boolean {
  let score = 0;
  for (const [index, label] of labels.entries()) {
    const next = labels[index + 1];
    if (next === undefined || typeof next !== typeof label || next === label) continue;
    score += next < label ? 1 : -1;
  }
  return score >= 0;
}

function laidOut(falling: readonly Label[], { document, context, published }: Known): (number | undefined)[] {
  const zone = context.timezone ?? HOME;
  const named = context.date === undefined ? undefined : parseDate(`${context.date} 00:00`, { timezone: zone });
  const first = named ?? parseDate(published ?? '', { timezone: zone });
  if (first === undefined) return clockInstants(falling, { zone, newest: document.fetchedAt });
  for (let ahead = 0; ahead < MOST_DAYS; ahead += 1) {
    const newest = Math.min(endOfDay(first, zone) + ahead * DAY, Math.max(document.fetchedAt, first));
    const times = clockInstants(falling, { zone, newest });
    if (times.every((time) => time === undefined || time >= first - FILED_LATE)) return times;
  }
  return clockInstants(falling, { zone, newest: document.fetchedAt });
}

/** The last minute of the day that an instant lies on. */
function endOfDay(at: number, zone: string): number {
  const [last = at] = clockInstants(['23:59'], { zone, newest: at + DAY - 1 });
  return last - at >= DAY ? last - DAY : last;
}
