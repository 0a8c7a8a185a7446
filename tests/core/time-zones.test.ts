import { IANAZone } from 'luxon';
import { describe, expect, it } from 'vitest';
import { asUtc } from '../../src/core/time/local-time.ts';
import { localDay, zonedInstant } from '../../src/core/time/time-zones.ts';

const HOUR = 3_600_000;

/** What clocks show, as if they were set to UTC. */
const clockAt = (at: number, zone: string) => at + IANAZone.create(zone).offset(at) * 60_000;

/** Every instant at which clocks show a time. */
function shownAt(utc: number, zone: string): number[] {
  const offsets = [-36, -12, 0, 12, 36].map((hours) => clockAt(utc + hours * HOUR, zone) - utc - hours * HOUR);
  return [...new Set(offsets)].map((offset) => utc - offset).filter((at) => clockAt(at, zone) === utc);
}

describe('a wall clock in a zone', () => {
  // Days around a change of clocks, and one far from any.
  it.each([
    ['Europe/London', '2026-03-29'],
    ['Europe/London', '2026-10-25'],
    ['Europe/London', '2026-07-01'],
    ['America/New_York', '2026-03-08'],
    ['Australia/Lord_Howe', '2026-04-05'],
    ['Africa/Casablanca', '2026-02-15'],
    ['Pacific/Apia', '2011-12-30'],
    ['Asia/Kolkata', '2026-03-29'],
  ])('%s around %s is the instant that the calendar says, hour by hour', (zone, day) => {
    const noon = Date.parse(`${day}T12:00:00Z`);
    for (let hour = -96; hour <= 96; hour += 1) {
      const shown = new Date(noon + hour * HOUR);
      const local = {
        year: shown.getUTCFullYear(),
        month: shown.getUTCMonth() + 1,
        day: shown.getUTCDate(),
        hour: shown.getUTCHours(),
        minute: 20,
      };

      const instants = shownAt(asUtc(local) ?? 0, zone);
      const read = zonedInstant(local, zone) ?? 0;

      const name = `${shown.toISOString()} in ${zone}`;
      if (instants.length > 0) expect(read, name).toBe(Math.min(...instants));
      else expect(clockAt(read, zone), name).toBeGreaterThan(asUtc(local) ?? 0);
    }
  });

  it.each([
    ['2026-03-01T23:30:00Z', 'Asia/Kolkata', { year: 2026, month: 3, day: 2 }],
    ['2026-03-01T23:30:00Z', '+05:30', { year: 2026, month: 3, day: 2 }],
    ['2026-03-01T02:00:00Z', '-03:00', { year: 2026, month: 2, day: 28 }],
    ['2026-03-01T02:00:00Z', 'EST', { year: 2026, month: 2, day: 28 }],
    ['2026-03-01T02:00:00Z', 'Saltmere/Harbour', undefined],
  ])('at %s the day in %s', (at, zone, day) => {
    expect(localDay(Date.parse(at), zone)).toEqual(day);
  });

  it.each([
    ['IST', undefined, 330],
    ['IST', 'Asia/Kolkata', 330],
    ['IST', 'Europe/Dublin', 60],
    ['IST', 'Asia/Jerusalem', 120],
    ['CST', 'America/Chicago', -360],
    ['CST', 'Asia/Shanghai', 480],
    ['BST', 'Europe/London', 60],
    ['BST', 'Asia/Dhaka', 360],
    ['EST', 'Australia/Sydney', 600],
    ['EST', 'America/New_York', -300],
    ['AEST', 'Australia/Sydney', 600],
    ['CEST', 'Europe/Berlin', 120],
    ['IDT', 'Asia/Jerusalem', 180],
  ])('%s written in %s is %i minutes east of Greenwich', (zone, home, minutes) => {
    const noon = { year: 2031, month: 6, day: 5, hour: 12, minute: 0 };

    expect(zonedInstant(noon, zone, home)).toBe(Date.UTC(2031, 5, 5, 12) - minutes * 60_000);
  });
});
