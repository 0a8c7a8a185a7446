import { describe, expect, it } from 'vitest';
import { parseClock } from '../../src/core/time/clock-text.ts';

describe('the clock time a text begins with', () => {
  it.each([
    ['12.31 Uhr: Fähre fällt aus', { hour: 12, minute: 31, rest: 'Fähre fällt aus' }],
    ['um 9 Uhr öffnet der Hafen', { hour: 9, minute: 0, rest: 'öffnet der Hafen' }],
    ['14:05 –', { hour: 14, minute: 5, rest: '' }],
    ['14:05 – Harbour closed', { hour: 14, minute: 5, rest: 'Harbour closed' }],
    ['14.05 | Harbour closed', { hour: 14, minute: 5, rest: 'Harbour closed' }],
    ['14:05:09 Harbour closed', { hour: 14, minute: 5, second: 9, rest: 'Harbour closed' }],
    ['8.30pm BST', { hour: 20, minute: 30, zone: 'BST', rest: '' }],
    ['5.35pm GMT The tide turns', { hour: 17, minute: 35, zone: 'GMT', rest: 'The tide turns' }],
    ['12:10 a.m. ET: Lights out', { hour: 0, minute: 10, zone: 'ET', rest: 'Lights out' }],
    ['8pm', { hour: 20, minute: 0, rest: '' }],
    ['19:02(IST) Saltmere win the toss', { hour: 19, minute: 2, zone: 'IST', rest: 'Saltmere win the toss' }],
    ['14:05 Uhr MESZ: Sturm', { hour: 14, minute: 5, zone: 'MESZ', rest: 'Sturm' }],
    ['20h15', { hour: 20, minute: 15, rest: '' }],
    ['20 h 15 : la mer monte', { hour: 20, minute: 15, rest: 'la mer monte' }],
    ['20h - la mer monte', { hour: 20, minute: 0, rest: 'la mer monte' }],
    ['às 14h30', { hour: 14, minute: 30, rest: '' }],
    ['às 14h30: o porto reabre', { hour: 14, minute: 30, rest: 'o porto reabre' }],
    ['godz. 14:05 Port otwarty', { hour: 14, minute: 5, rest: 'Port otwarty' }],
    ['[14:05] Harbour closed', { hour: 14, minute: 5, rest: 'Harbour closed' }],
    ['(11.39 Uhr)', { hour: 11, minute: 39, rest: '' }],
    ['14:05 MET office warns of gales', { hour: 14, minute: 5, rest: 'MET office warns of gales' }],
    ['11:58 GMT+2 Ferry leaves', { hour: 11, minute: 58, zone: 'GMT+2', rest: 'Ferry leaves' }],
  ])('%j is read', (text, expected) => {
    expect(parseClock(text)).toEqual(expected);
  });

  it.each([
    '',
    'Harbour closed at 14:05',
    '12 boats return',
    '12.31 million tonnes of mud',
    '2:1 for Saltmere',
    '25:10 – no such hour',
    '14:75 – no such minute',
    '13.05pm',
    '5 June 2023',
    '2023-06-05T04:02:00Z',
    '12:30:45:99',
    '12:305',
    'hello',
  ])('%j has none', (text) => {
    expect(parseClock(text)).toBeUndefined();
  });
});
