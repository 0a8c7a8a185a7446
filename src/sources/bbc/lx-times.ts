import { parseClock } from '../../core/time/clock-text.ts';
import { parseDate } from '../../core/time/dates.ts';
import { zonedInstant } from '../../core/time/time-zones.ts';

const DAY = 24 * 60 * 60 * 1000;
/** A post may be stamped a little after the page says it was last changed. */
const SLACK = 10 * 60 * 1000;

/**
 * The instants of clock times listed newest first. The newest lies at or before `newest`; each next one is the latest such
 * time before the one above it, so a list that runs past midnight goes back a day. Numbers are instants already; a label
 * with a day of its own ("20:13 7 Jan") sets the day from there on.
 */
export function clockInstants(
  labels: readonly (string | number | undefined)[],
  options: { zone: string; newest: number },
): (number | undefined)[] {
  let limit = options.newest + SLACK;
  return labels.map((label) => {
    const at =
      typeof label === 'number' ? label : label === undefined ? undefined : latestBefore(label, limit, options.zone);
    if (at !== undefined) limit = at;
    return at;
  });
}

function latestBefore(label: string, limit: number, zone: string): number | undefined {
  const written = label
    .replace(/^[^\d]*/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const clock = parseClock(written);
  if (clock === undefined) return parseDate(label, { timezone: zone });
  const dated = dayOf(clock.rest, limit);
  const days = dated === undefined ? [0, 1, 2].map((ago) => limit - ago * DAY) : [dated];
  for (const day of days) {
    const date = new Date(day + offsetOf(zone, day));
    const local = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    const at = zonedInstant({ ...local, hour: clock.hour, minute: clock.minute }, zone);
    if (at !== undefined && (dated !== undefined || at <= limit)) return at;
  }
  return undefined;
}

/** A day without a year lies in the year that ends at `limit`. */
function dayOf(rest: string, limit: number): number | undefined {
  const figures = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/u.exec(rest);
  if (figures !== null) return Date.UTC(Number(figures[3]), Number(figures[2]) - 1, Number(figures[1]), 12);
  const words = /^(\d{1,2} \p{L}{3,9})(?: (\d{4}))?/u.exec(rest);
  if (words === null) return undefined;
  const year = new Date(limit).getUTCFullYear();
  const noon = (of: string): number | undefined => {
    const midnight = parseDate(`${words[1]} ${of}`);
    return midnight === undefined ? undefined : midnight + DAY / 2;
  };
  if (words[2] !== undefined) return noon(words[2]);
  const thisYear = noon(String(year));
  return thisYear !== undefined && thisYear > limit + DAY ? noon(String(year - 1)) : thisYear;
}

function offsetOf(zone: string, at: number): number {
  const date = new Date(at);
  const local = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
  };
  const shown = zonedInstant(local, zone);
  return shown === undefined ? 0 : Math.floor(at / 3_600_000) * 3_600_000 - shown;
}
