import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { breaksThrough, holdAt, nextRun, quietUntil } from '../../src/core/project/hold.ts';
import type { QuietHours } from '../../src/core/route.ts';
import { DEFAULTS } from '../support/world.ts';

const NIGHT: QuietHours = { from: '23:00', to: '07:00', timezone: 'Europe/London', breakthrough: 'key' };
const NAP: QuietHours = { from: '13:00', to: '14:30', timezone: 'Europe/London', breakthrough: 'none' };
const london = (text: string) => DateTime.fromISO(text, { zone: 'Europe/London' }).toMillis();
const read = (at: number | undefined, zone = 'Europe/London') =>
  at === undefined ? undefined : DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd HH:mm');

describe('quiet hours', () => {
  it.each([
    ['2026-01-10T22:59:59', undefined],
    ['2026-01-10T23:00:00', '2026-01-11 07:00'],
    ['2026-01-10T23:59:59', '2026-01-11 07:00'],
    ['2026-01-11T00:00:00', '2026-01-11 07:00'],
    ['2026-01-11T06:59:59', '2026-01-11 07:00'],
    ['2026-01-11T07:00:00', undefined],
    ['2026-12-31T23:30:00', '2027-01-01 07:00'],
  ])('over midnight, at %s hold until %s', (at, until) => {
    expect(read(quietUntil(NIGHT, london(at)))).toBe(until);
  });

  it.each([
    ['2026-01-10T12:59:00', undefined],
    ['2026-01-10T13:00:00', '2026-01-10 14:30'],
    ['2026-01-10T14:29:59', '2026-01-10 14:30'],
    ['2026-01-10T14:30:00', undefined],
  ])('within a day, at %s hold until %s', (at, until) => {
    expect(read(quietUntil(NAP, london(at)))).toBe(until);
  });

  it.each([
    ['in spring, when the night is an hour short', '2026-03-28T23:30:00', 6.5],
    ['in autumn, when it is an hour long', '2026-10-24T23:30:00', 8.5],
    ['on any other night', '2026-06-10T23:30:00', 7.5],
  ])('end at the time on the wall %s', (_when, at, hours) => {
    const until = quietUntil(NIGHT, london(at)) ?? 0;

    expect(read(until)?.slice(11)).toBe('07:00');
    expect((until - london(at)) / 3_600_000).toBe(hours);
  });

  it('that end at a time that does not exist that day end when the clock has passed it', () => {
    const quiet = { ...NIGHT, to: '01:30' };
    const until = quietUntil(quiet, london('2026-03-28T23:30:00')) ?? 0;

    expect(read(until)).toBe('2026-03-29 02:30');
    expect(quietUntil(quiet, until)).toBeUndefined();
  });

  it('that begin when they end hold all day', () => {
    const always = { ...NIGHT, from: '07:00', to: '07:00' };

    expect(quietUntil(always, london('2026-01-10T12:00:00'))).toBe(london('2026-01-11T07:00:00'));
  });

  it('always end later, within a day and an hour, whatever the zone and the night', () => {
    const clock = fc
      .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
      .map(([h, m]) => `${`${h}`.padStart(2, '0')}:${`${m}`.padStart(2, '0')}`);
    const zone = fc.constantFrom('Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC');
    const at = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2028, 0) });
    fc.assert(
      fc.property(clock, clock, zone, at, (from, to, timezone, now) => {
        const until = quietUntil({ from, to, timezone, breakthrough: 'none' }, now);
        if (until === undefined) return;
        expect(until).toBeGreaterThan(now);
        expect(until - now).toBeLessThanOrEqual(25 * 3_600_000);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('what breaks through quiet hours', () => {
  it.each([
    ['none', ['key', 'breaking'], false],
    ['key', ['key'], true],
    ['key', ['breaking'], true],
    ['key', ['summary', 'pinned'], false],
    ['breaking', ['breaking'], true],
    ['breaking', ['key'], false],
  ] as const)('%s with %j: %s', (breakthrough, flags, breaks) => {
    expect(breaksThrough({ ...NIGHT, breakthrough }, { flags })).toBe(breaks);
  });
});

describe('a digest', () => {
  it('comes at the first of its times after an entry, in the zone of the quiet hours', () => {
    expect(read(nextRun('*/30 * * * *', 'Europe/London', london('2026-01-10T12:00:00')))).toBe('2026-01-10 12:30');
    expect(read(nextRun('*/30 * * * *', 'Europe/London', london('2026-01-10T12:29:59')))).toBe('2026-01-10 12:30');
    expect(read(nextRun('0 9 * * *', 'Europe/London', london('2026-07-10T09:00:00')))).toBe('2026-07-11 09:00');
  });

  it.each([
    ['2026-03-28T20:00:00', '2026-03-29 09:00'],
    ['2026-10-24T20:00:00', '2026-10-25 09:00'],
  ])('keeps its time on the wall when the clocks change, after %s', (at, next) => {
    expect(read(nextRun('0 9 * * *', 'Europe/London', london(at)))).toBe(next);
  });

  it.each([
    ['0 9 * * *', undefined, 'UTC'],
    ['0 9 * * *', NIGHT, NIGHT.timezone],
    ['0 9 * * * Asia/Tokyo', NIGHT, 'Asia/Tokyo'],
    ['0 9 * * * UTC', NIGHT, 'UTC'],
  ])('%s with quiet hours %o goes by the clock of %s', (digest, quiet, timezone) => {
    const at = london('2026-07-10T12:00:00');
    const settings = { ...DEFAULTS, digest, ...(quiet === undefined ? {} : { quiet }) };

    expect(holdAt(settings, [], at, { flags: [] })?.until).toBe(nextRun('0 9 * * *', timezone, at));
  });

  it('collects all that comes between two of its times, and what comes at one belongs to the next', () => {
    const settings = { ...DEFAULTS, digest: '*/30 * * * *' };
    const name = (at: string) => holdAt(settings, [], Date.parse(at), { flags: [] })?.name;

    expect(name('2026-01-10T12:00:01Z')).toBe(name('2026-01-10T12:29:59Z'));
    expect(name('2026-01-10T12:30:00Z')).not.toBe(name('2026-01-10T12:29:59Z'));
    expect(name('2026-01-10T12:30:00Z')).toBe(name('2026-01-10T12:59:59Z'));
  });
});

describe('several reasons to wait at once', () => {
  const at = london('2026-01-10T23:30:00');
  const settings = { ...DEFAULTS, digest: '*/30 * * * *', quiet: NIGHT };

  it('a pause comes before all, with or without an end', () => {
    expect(holdAt(settings, [{ from: at - 1 }], at, { flags: ['breaking'] })).toMatchObject({
      rule: 'pause',
      until: undefined,
    });
    expect(holdAt(settings, [{ from: at - 1, to: at + 5 }], at, { flags: [] })).toMatchObject({
      rule: 'pause',
      until: at + 5,
    });
  });

  it('a pause that is over, or begins at this moment, holds nothing', () => {
    expect(holdAt(DEFAULTS, [{ from: at - 10, to: at }], at, { flags: [] })).toBeUndefined();
    expect(holdAt(DEFAULTS, [{ from: at }], at, { flags: [] })).toBeUndefined();
  });

  it('a digest comes before quiet hours', () => {
    expect(holdAt(settings, [], at, { flags: [] })?.rule).toBe('digest');
  });

  it('quiet hours hold what does not break through', () => {
    const quiet = { ...DEFAULTS, quiet: NIGHT };

    expect(holdAt(quiet, [], at, { flags: [] })).toMatchObject({ rule: 'quiet', until: london('2026-01-11T07:00:00') });
    expect(holdAt(quiet, [], at, { flags: ['key'] })).toBeUndefined();
  });
});
