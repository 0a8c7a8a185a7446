import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../src/core/time/durations.ts';
import { parseClockRange, parseSince, parseUntil } from '../../src/core/time/time-span.ts';

// A Wednesday; 14:00 in Oslo.
const now = Date.parse('2026-03-11T13:00:00Z');
const here = { now, timezone: 'Europe/Oslo' };

describe('a span that a person names', () => {
  it.each([
    ['2h', '2026-03-11T11:00:00Z'],
    ['90m', '2026-03-11T11:30:00Z'],
    ['last 90 min', '2026-03-11T11:30:00Z'],
    ['1h30', '2026-03-11T11:30:00Z'],
    ['the last hour', '2026-03-11T12:00:00Z'],
    ['half an hour ago', '2026-03-11T12:30:00Z'],
    ['since 2 days', '2026-03-09T13:00:00Z'],
    ['today', '2026-03-10T23:00:00Z'],
    ['Today', '2026-03-10T23:00:00Z'],
    ['yesterday', '2026-03-09T23:00:00Z'],
    ['yesterday 18:00', '2026-03-10T17:00:00Z'],
    ['last night', '2026-03-10T17:00:00Z'],
    ['monday', '2026-03-08T23:00:00Z'],
    ['wed', '2026-03-10T23:00:00Z'],
    ['09:30', '2026-03-11T08:30:00Z'],
    ['9.30', '2026-03-11T08:30:00Z'],
    ['0930', '2026-03-11T08:30:00Z'],
    ['9:30am', '2026-03-11T08:30:00Z'],
    ['since 9', '2026-03-11T08:00:00Z'],
    ['9pm', '2026-03-10T20:00:00Z'],
    ['22:15', '2026-03-10T21:15:00Z'],
    ['this morning', '2026-03-11T04:00:00Z'],
    ['noon', '2026-03-11T11:00:00Z'],
    ['2026-03-01', '2026-02-28T23:00:00Z'],
    ['2026-03-01T10:00', '2026-03-01T09:00:00Z'],
    ['2026-03-01 10:00', '2026-03-01T09:00:00Z'],
    ['2026-03-01T10:00:00Z', '2026-03-01T10:00:00Z'],
  ])('%s', (text, expected) => {
    expect(new Date(Number(parseSince(text, here))).toISOString()).toBe(new Date(expected).toISOString());
  });

  it.each(['start', 'the beginning', 'from the start', 'all'])('%s is the start of the blog', (text) => {
    expect(parseSince(text, here)).toBe('start');
  });

  it.each(['', 'soon', '25:00', '99', '2027-01-01', '13:75', 'lastly', '1e9h', 'tomorrow'])('%s is none', (text) => {
    expect(parseSince(text, here)).toBeUndefined();
  });

  it('follows the clocks of the zone over a change of time', () => {
    const after = { now: Date.parse('2026-03-29T10:00:00Z'), timezone: 'Europe/Oslo' };

    expect(parseSince('today', after)).toBe(Date.parse('2026-03-28T23:00:00Z'));
    expect(parseSince('9:00', after)).toBe(Date.parse('2026-03-29T07:00:00Z'));
  });

  it('in an unknown zone is read as UTC', () => {
    expect(parseSince('today', { now, timezone: 'Sea/Saltmere' })).toBe(Date.parse('2026-03-11T00:00:00Z'));
  });

  it('never lies in the future, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => {
        const since = parseSince(text, here);
        if (typeof since === 'number') expect(since).toBeLessThanOrEqual(now);
      }),
    );
  });
});

describe('the end of a pause', () => {
  it.each([
    ['2h', '2026-03-11T15:00:00Z'],
    ['until 18:00', '2026-03-11T17:00:00Z'],
    ['till 9', '2026-03-12T08:00:00Z'],
    ['until tomorrow', '2026-03-11T23:00:00Z'],
    ['tomorrow 8am', '2026-03-12T07:00:00Z'],
    ['friday', '2026-03-12T23:00:00Z'],
    ['2026-03-12T08:00', '2026-03-12T07:00:00Z'],
  ])('%s', (text, expected) => {
    expect(new Date(Number(parseUntil(text, here))).toISOString()).toBe(new Date(expected).toISOString());
  });

  it.each(['', 'later', 'yesterday', '2026-03-01'])('%s is none', (text) => {
    expect(parseUntil(text, here)).toBeUndefined();
  });
});

describe('quiet hours', () => {
  it.each([
    ['23:00-07:00', '23:00', '07:00'],
    ['23-7', '23:00', '07:00'],
    ['11pm to 7am', '23:00', '07:00'],
    ['from 22.30 – 6', '22:30', '06:00'],
    ['midnight until noon', '00:00', '12:00'],
    ['2300-0700', '23:00', '07:00'],
  ])('%s', (text, from, to) => {
    expect(parseClockRange(text)).toEqual({ from, to });
  });

  it.each(['', 'off', '23:00', '7-7', '25-3', '1-2-3'])('%s are none', (text) => {
    expect(parseClockRange(text)).toBeUndefined();
  });
});

describe('a duration', () => {
  it.each([
    ['90s', 90_000],
    ['1h 30m', 5_400_000],
    ['1.5 hours', 5_400_000],
    ['2 Stunden', 7_200_000],
    ['an hour and 5 minutes', 3_900_000],
  ])('%s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each(['', '5', 'h', '0m', '99999d', '5 parsecs'])('%s is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});
