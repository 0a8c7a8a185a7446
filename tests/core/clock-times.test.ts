import { describe, expect, it } from 'vitest';
import { type ClockHints, type ClockTime, placeClockTimes } from '../../src/core/time/clock-times.ts';

const clock = (text: string, date?: string): ClockTime => {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  const [year = 0, month = 0, day = 0] = (date ?? '').split('-').map(Number);
  return { hour, minute, ...(date !== undefined && { date: { year, month, day } }) };
};
const place = (list: readonly ClockTime[], hints: Partial<ClockHints> = {}) => {
  const { times, ...rest } = placeClockTimes(list, { timezone: 'UTC', ...hints });
  return { ...rest, times: times.map((time) => new Date(time ?? 0).toISOString().slice(5, 16)) };
};
const at = (text: string): number => Date.parse(text);

describe('clock times beside dated ones', () => {
  const listed = [clock('09:00'), clock('01:00'), clock('22:00', '2031-03-02'), clock('21:00', '2031-03-02')];

  it('are of the day after the latest date', () => {
    expect(place(listed).times).toEqual(['03-03T09:00', '03-03T01:00', '03-02T22:00', '03-02T21:00']);
  });

  it('are of the day of the fetch when a day passed in silence', () => {
    expect(place(listed, { fetchedAt: at('2031-03-04T10:00:00Z') }).times.slice(0, 2)).toEqual([
      '03-04T09:00',
      '03-04T01:00',
    ]);
  });

  it('stay where they are when the page is read just after midnight', () => {
    expect(place(listed, { fetchedAt: at('2031-03-04T00:05:00Z') }).times[0]).toBe('03-03T09:00');
  });

  it('are of the last dated day when the next would lie ahead', () => {
    expect(place(listed, { fetchedAt: at('2031-03-02T23:00:00Z') }).times[0]).toBe('03-02T09:00');
  });

  it('are of the day an operator says', () => {
    expect(place(listed, { day: { year: 2031, month: 3, day: 5 } }).times[0]).toBe('03-05T09:00');
  });

  it('a pinned one tells nothing of the days of the others, and is never newer than the newest', () => {
    const undated = [clock('11:00'), clock('10:30'), clock('09:00')];
    const hints = { pinned: 0, fetchedAt: at('2031-03-04T12:00:00Z') };

    expect(place([clock('04:00'), ...undated], hints).times).toEqual([
      '03-04T04:00',
      '03-04T11:00',
      '03-04T10:30',
      '03-04T09:00',
    ]);
    expect(place([clock('23:00'), ...undated], hints).times[0]).toBe('03-03T23:00');
  });

  it('a first one out of order is pinned', () => {
    expect(place([clock('04:00'), ...listed]).pinned).toBe(0);
    expect(place(listed).pinned).toBeUndefined();
  });
});

describe('clock times alone', () => {
  const morning = [clock('11:40'), clock('11:20'), clock('10:05'), clock('09:30')];
  const noon = { fetchedAt: at('2031-03-03T12:00:00Z') };
  const rest = ['03-03T11:40', '03-03T11:20', '03-03T10:05', '03-03T09:30'];

  it('a first one hours before the others is pinned, and shifts nobody’s day', () => {
    expect(place([clock('06:10'), ...morning], noon)).toMatchObject({ pinned: 0, times: ['03-03T06:10', ...rest] });
    expect(place([clock('17:00'), ...morning.toReversed()], noon)).toMatchObject({
      pinned: 0,
      order: 'oldest-first',
      times: ['03-02T17:00', ...rest.toReversed()],
    });
  });

  it('so it is on a page that was fetched long after, whose day is told', () => {
    const day = { year: 2031, month: 3, day: 3 };

    expect(place([clock('06:10'), ...morning], { day, fetchedAt: at('2031-04-01T12:00:00Z') })).toMatchObject({
      pinned: 0,
      times: ['03-03T06:10', ...rest],
    });
  });

  it('the first after midnight, or after a night, is not pinned', () => {
    const night = [clock('23:50'), clock('23:20'), clock('22:05'), clock('21:30')];
    for (const [first, fetchedAt] of [
      ['00:10', '2031-03-03T00:15:00Z'],
      ['07:50', '2031-03-03T08:00:00Z'],
      ['08:30', '2031-03-05T08:00:00Z'],
    ] as const) {
      const placed = place([clock(first), ...night], { fetchedAt: at(fetchedAt) });

      expect(placed.pinned, first).toBeUndefined();
      expect(placed.times[0]?.slice(0, 5), first).not.toBe(placed.times[1]?.slice(0, 5));
    }
  });

  it('one that came after a day of silence is not pinned while those below would lie ahead', () => {
    expect(place([clock('06:10'), ...morning], { fetchedAt: at('2031-03-03T07:00:00Z') })).toMatchObject({
      times: ['03-03T06:10', '03-02T11:40', '03-02T11:20', '03-02T10:05', '03-02T09:30'],
    });
  });

  it('go back over midnight from the day of the fetch', () => {
    const times = place([clock('00:30'), clock('23:50'), clock('18:00')], {
      fetchedAt: at('2031-03-03T01:00:00Z'),
    }).times;

    expect(times).toEqual(['03-03T00:30', '03-02T23:50', '03-02T18:00']);
  });

  it('are of yesterday when today they would lie ahead', () => {
    expect(
      place([clock('23:50'), clock('18:00'), clock('17:00')], { fetchedAt: at('2031-03-03T00:10:00Z') }).times[0],
    ).toBe('03-02T23:50');
  });

  it('go forward on a page that shows the oldest first', () => {
    const { times, order } = place([clock('18:00'), clock('19:00'), clock('23:50'), clock('00:30')], {
      pageDay: { year: 2031, month: 3, day: 3 },
    });

    expect(order).toBe('oldest-first');
    expect(times).toEqual(['03-02T18:00', '03-02T19:00', '03-02T23:50', '03-03T00:30']);
  });

  it('go on after midnight from the day the page was published, where that is all it says', () => {
    const night = [clock('18:00'), clock('23:50'), clock('00:30')];
    const hints = { pageDay: { year: 2031, month: 3, day: 3 } };
    const published = { ...hints, notBefore: at('2031-03-03T06:00:00Z') };

    expect(place(night, published).times).toEqual(['03-03T18:00', '03-03T23:50', '03-04T00:30']);
    expect(place(night.toReversed(), published).times).toEqual(['03-04T00:30', '03-03T23:50', '03-03T18:00']);
    expect(place(night, { ...hints, notBefore: at('2031-03-02T13:00:00Z') }).times[0]).toBe('03-02T18:00');
  });

  it('an entry saved a little late is no midnight', () => {
    const times = place([clock('12:00'), clock('10:00'), clock('10:20'), clock('09:00')], {
      pageDay: { year: 2031, month: 3, day: 3 },
    }).times;

    expect(times[2]).toBe('03-03T10:20');
  });

  it('follow summer time in their zone', () => {
    expect(
      place([clock('12:00'), clock('11:00'), clock('10:00')], {
        timezone: 'Europe/London',
        pageDay: { year: 2031, month: 6, day: 5 },
      }).times[0],
    ).toBe('06-05T11:00');
  });

  it.each([
    ['newest first', [clock('00:20'), clock('23:50'), clock('21:00')], ['01-01T00:20', '12-31T23:50', '12-31T21:00']],
    ['oldest first', [clock('21:00'), clock('23:50'), clock('00:20')], ['12-31T21:00', '12-31T23:50', '01-01T00:20']],
  ])('go over the end of a year, %s', (_order, list, expected) => {
    expect(place(list, { fetchedAt: at('2032-01-01T00:30:00Z') }).times).toEqual(expected);
  });

  it('go over a change of clocks', () => {
    const listed = [clock('09:00'), clock('03:10'), clock('00:50'), clock('22:00')];

    expect(place(listed, { timezone: 'Europe/London', fetchedAt: at('2031-03-30T09:00:00Z') }).times).toEqual([
      '03-30T08:00',
      '03-30T02:10',
      '03-30T00:50',
      '03-29T22:00',
    ]);
  });

  it('go over several nights', () => {
    const listed = [clock('08:00'), clock('22:00'), clock('09:00'), clock('21:00'), clock('10:00')];

    expect(place(listed, { fetchedAt: at('2031-03-03T08:30:00Z') }).times).toEqual([
      '03-03T08:00',
      '03-02T22:00',
      '03-02T09:00',
      '03-01T21:00',
      '03-01T10:00',
    ]);
  });

  it('that share an abbreviation are of the publisher’s zone', () => {
    const listed = ['12:00', '11:00', '10:00'].map((text) => ({ ...clock(text), zone: 'IST' }));
    const day = { year: 2031, month: 6, day: 5 };

    expect(place(listed, { timezone: 'Europe/Dublin', day }).times[0]).toBe('06-05T11:00');
    expect(place(listed, { timezone: 'Asia/Kolkata', day }).times[0]).toBe('06-05T06:30');
  });
});
