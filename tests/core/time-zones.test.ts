import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { asUtc } from '../../src/core/time/local-time.ts';
import { localDay, zonedInstant } from '../../src/core/time/time-zones.ts';

const HOUR = 3_600_000;

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

      const calendar = DateTime.fromMillis(asUtc(local) ?? 0, { zone: 'utc' }).setZone(zone, { keepLocalTime: true });

      expect(zonedInstant(local, zone), `${shown.toISOString()} in ${zone}`).toBe(calendar.toMillis());
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
});
