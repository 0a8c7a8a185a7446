import type { ClockTime, Day } from './clock-times.ts';
import { localDay, zonedInstant } from './time-zones.ts';

const DAY = 86_400_000;

/** The instant at which clocks showed a time, nearest to `near` (epoch ms): "2h ago (11:20 GMT)". */
export function nearestInstant(clock: ClockTime, near: number, timezone: string): number | undefined {
  const instants = [near - DAY, near, near + DAY].flatMap((at) => onDay(clock, localDay(at, timezone), timezone) ?? []);
  return instants.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0];
}

/** The first instant from `from` (epoch ms) on at which clocks showed a time: an entry is changed after it was published. */
export function nextInstant(clock: ClockTime, from: number, timezone: string): number | undefined {
  if (clock.date !== undefined) return onDay(clock, clock.date, timezone);
  return [from, from + DAY]
    .flatMap((at) => onDay(clock, localDay(at, timezone), timezone) ?? [])
    .find((instant) => instant >= from);
}

function onDay({ hour, minute, second = 0, zone }: ClockTime, day: Day | undefined, timezone: string) {
  return day === undefined ? undefined : zonedInstant({ ...day, hour, minute, second }, zone ?? timezone);
}
