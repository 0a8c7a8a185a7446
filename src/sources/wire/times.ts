import { parseDate } from '../../core/time/dates.ts';

/** Epoch numbers below this are seconds: as milliseconds they would lie in the first months of 1970. */
const MILLISECONDS_FROM = 1e11;
/** The last instant `Date` can hold. */
const LAST = 8.64e15;

/** A time off the wire – ISO text, epoch seconds or milliseconds – in epoch milliseconds; undefined when it is none. */
export function instant(value: unknown): number | undefined {
  if (typeof value === 'number') return fromNumber(value);
  return typeof value === 'string' && value !== '' ? parseDate(value) : undefined;
}

function fromNumber(value: number): number | undefined {
  if (!Number.isFinite(value) || value <= 0) return undefined;
  const ms = Math.round(value < MILLISECONDS_FROM ? value * 1000 : value);
  return ms > LAST ? undefined : ms;
}

/**
 * The times of an entry. A change stamped before or at publication is the publisher's own saving, no correction, and is left
 * out; where only the change is known, it stands in for publication.
 */
export function entryTimes(
  published: number | undefined,
  updated: number | undefined,
): { readonly publishedAt?: number; readonly updatedAt?: number } {
  if (published === undefined) return updated === undefined ? {} : { publishedAt: updated };
  if (updated === undefined || updated <= published) return { publishedAt: published };
  return { publishedAt: published, updatedAt: updated };
}
