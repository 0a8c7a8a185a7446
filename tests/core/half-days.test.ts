import { describe, expect, it } from 'vitest';
import { parseClock } from '../../src/core/time/clock-text.ts';
import { type ClockTime, placeClockTimes } from '../../src/core/time/clock-times.ts';

const DAY = { year: 2031, month: 3, day: 3 };
const clocks = (written: string): ClockTime[] =>
  written.split(' ').map((text) => {
    const { hour = 0, minute = 0, halfUnsaid } = parseClock(text) ?? {};
    return { hour, minute, ...(halfUnsaid !== undefined && { halfUnsaid }) };
  });
const placed = (written: string) =>
  placeClockTimes(clocks(written), { timezone: 'UTC', pageDay: DAY }).times.map((at) =>
    new Date(at ?? 0).toISOString().slice(8, 16),
  );

describe('clock times of twelve hours without am and pm', () => {
  it.each<[string, string, string]>([
    ['the newest first', '4:05 2:30 1:15 12:40 11:25 9:10', '03T16:05 03T14:30 03T13:15 03T12:40 03T11:25 03T09:10'],
    ['the oldest first', '10:10 11:25 12:05 12:40 1:15', '03T10:10 03T11:25 03T12:05 03T12:40 03T13:15'],
    [
      'past midnight as well where they come round again',
      '12:20 11:50 9:15 7:00 5:10 3:40 1:15 12:10 11:00',
      '03T00:20 02T23:50 02T21:15 02T19:00 02T17:10 02T15:40 02T13:15 02T12:10 02T11:00',
    ],
  ])('go on after noon where the order says so, %s', (_, written, expected) => {
    expect(placed(written)).toEqual(expected.split(' '));
  });

  it.each<[string, string, string]>([
    ['a zero before an hour', '04:05 02:30 01:15 12:40 11:25', '03T04:05 03T02:30 03T01:15 02T12:40 02T11:25'],
    ['an hour of the afternoon', '1:15 0:20 22:40 11:25', '03T01:15 03T00:20 02T22:40 02T11:25'],
    ['a night between two of them', '8:40 7:15 6:10 11:50 10:20', '03T08:40 03T07:15 03T06:10 02T11:50 02T10:20'],
    ['no step over noon', '11:25 9:10 7:40 6:05', '03T11:25 03T09:10 03T07:40 03T06:05'],
  ])('are as they are written where there is %s', (_, written, expected) => {
    expect(placed(written)).toEqual(expected.split(' '));
  });

  it('have no word for the hour or the half of the day', () => {
    const written = ['1:15', '1:15 pm', '1.15 Uhr', '1h15', '01:15', '13:15'];

    expect(written.filter((text) => parseClock(text)?.halfUnsaid)).toEqual(['1:15']);
  });
});
