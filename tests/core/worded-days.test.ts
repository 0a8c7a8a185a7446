import { describe, expect, it } from 'vitest';
import { leadingDay, leadingYearDay } from '../../src/core/time/worded-days.ts';

const THIRD = { year: 2031, month: 3, day: 3 };
const NOON = Date.parse('2031-03-03T12:00:00Z');

describe('a day that a text begins with', () => {
  it.each([
    'Mar 3, 2031',
    'Mar. 3, 2031',
    'Mon, Mar 3, 2031',
    'mar 3 marzo 2031',
    'mar. 3 mars 2031',
    'martes 3 de marzo de 2031',
    'Montag, 3. März 2031',
    '2031年3月3日',
    '2031年3月3日(月)',
    '2031년 3월 3일',
    '2031.03.03',
    '2031. 3. 3.',
    '2031/03/03',
  ])('with its year: %s', (text) => {
    expect(leadingDay(text)).toEqual({ day: THIRD, rest: '' });
  });

  it.each(['Mar 3', 'Mar 3rd', 'mar 3 marzo', 'mar. 3 mars', 'Mon, Mar 3', 'martes 3 de marzo', '3月3日', '3/3(月)'])(
    'without its year: %s',
    (text) => {
      expect(leadingYearDay(text, NOON)).toEqual({ day: THIRD, rest: '' });
    },
  );

  it('has months as Austria names them', () => {
    expect(leadingDay('3. Jänner 2031')).toEqual({ day: { ...THIRD, month: 1 }, rest: '' });
    expect(leadingDay('3. Feber 2031')).toEqual({ day: { ...THIRD, month: 2 }, rest: '' });
  });

  it('may have a name behind it', () => {
    expect(leadingDay('Mar 3, 2031 Ana Voss')).toEqual({ day: THIRD, rest: 'Ana Voss' });
    expect(leadingYearDay('Mar 3 Ana Voss', NOON)).toEqual({ day: THIRD, rest: 'Ana Voss' });
  });
});
