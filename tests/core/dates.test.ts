import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/core/time/dates.ts';

const captured = resolve(import.meta.dirname, '../../../shared/fixtures/feeds/dates.json');
const iso = (text: string, options?: Parameters<typeof parseDate>[1]) => {
  const instant = parseDate(text, options);
  return instant === undefined ? undefined : new Date(instant).toISOString();
};

type Case = { readonly kind: string; readonly input: string; readonly utc: string | null };
const cases = (): Case[] => JSON.parse(readFileSync(captured, 'utf8')) as Case[];

describe.skipIf(!existsSync(captured))(
  'the date strings of other readers (../shared/fixtures/feeds/dates.json)',
  () => {
    it.each(existsSync(captured) ? cases() : [])('$kind: $input is $utc', ({ input, utc }) => {
      const read = iso(input)?.replace(/\.\d+Z$/, 'Z');

      if (utc === 'must-parse') expect(read).toBeDefined();
      else expect(read ?? null).toBe(utc);
    });
  },
);

describe('a date string', () => {
  it.each([
    ['2023-06-05T07:16:00.250Z', '2023-06-05T07:16:00.250Z'],
    ['20230605T07:16:00Z', '2023-06-05T07:16:00.000Z'],
    ['20230605 07:16', '2023-06-05T07:16:00.000Z'],
    ['Mon, 05 Jun 2023 06:16:00 A', '2023-06-05T07:16:00.000Z'],
    ['Mon, 05 Jun 2023 08:16:00 N', '2023-06-05T07:16:00.000Z'],
    ['Sun, 04 Jun 2023 19:16:00 M', '2023-06-05T07:16:00.000Z'],
    ['Mon, 05 Jun 2023 19:16:00 Y', '2023-06-05T07:16:00.000Z'],
    ['Mon, 05 Jun 2023 02:16:00 GMT-5', '2023-06-05T07:16:00.000Z'],
    ['Mon, 05 Jun 2023 08:16:00 +01', '2023-06-05T07:16:00.000Z'],
    ['Mon, 05 Jun 2023 08:16:00 +0100 CET', '2023-06-05T07:16:00.000Z'],
    ['Mon, 05 Jun 2023 00:16:00 -0700 GMT', '2023-06-05T07:16:00.000Z'],
    ['Mon, 05 Jun 2023 00:16:00 MST-07:00', '2023-06-05T07:16:00.000Z'],
    ['Mon, 05 Jun 2023 00:16:00 MST -0700', '2023-06-05T07:16:00.000Z'],
    ['Mon, 05 Jun 2023 07:16:00 0000', '2023-06-05T07:16:00.000Z'],
    ['Mon, 05 Jun 2023 07:16:00 00', '2023-06-05T07:16:00.000Z'],
    ['Mon, 05 Jun 2023 09 +0200', '2023-06-05T07:00:00.000Z'],
    ['05.06.2023 +0200', '2023-06-04T22:00:00.000Z'],
    ['23-06-05 07:16', '2023-06-05T07:16:00.000Z'],
    ['14-11-27 20:42', '2014-11-27T20:42:00.000Z'],
    ['27-11-2014 20:42', '2014-11-27T20:42:00.000Z'],
    ['06/1/2 07:16', '2006-01-02T07:16:00.000Z'],
    ['2023-06-05T08:16:00+01:00:00', '2023-06-05T07:16:00.000Z'],
    ['2023-06-05T08:16:00:+0100', '2023-06-05T07:16:00.000Z'],
    ['2023-06-05T07:16:00:00', '2023-06-05T07:16:00.000Z'],
    ['2023-06-05 00:00:00.0 08:16:00.0 +0100', '2023-06-05T07:16:00.000Z'],
    ['Κυρ, 11 Ιολ 2004 12:00:00 EST', '2004-07-11T17:00:00.000Z'],
    ['Τρι, 08 Ιον 2004 12:00:00 EST', '2004-06-08T17:00:00.000Z'],
    ['Τρι, 09 Μάώ 2004 12:00:00 EST', '2004-03-09T17:00:00.000Z'],
    ['20230605T071600Z', '2023-06-05T07:16:00.000Z'],
    ['2023-156', '2023-06-05T00:00:00.000Z'],
    ['2023156', '2023-06-05T00:00:00.000Z'],
    ['2023-156T07:16:00Z', '2023-06-05T07:16:00.000Z'],
    ['2023-W23', '2023-06-05T00:00:00.000Z'],
    ['2023-W23-1T08:16+01:00', '2023-06-05T07:16:00.000Z'],
    ['2026W017', '2026-01-04T00:00:00.000Z'],
    ['-23-06-05', '2023-06-05T00:00:00.000Z'],
    ['2023-06-05 08:16:00.5 +0100 BST', '2023-06-05T07:16:00.500Z'],
    ['Monday, 05-Jun-23 07:16:00 GMT', '2023-06-05T07:16:00.000Z'],
    ['05-Jun-2023 08:16:00 +0100', '2023-06-05T07:16:00.000Z'],
    ['1685949360', '2023-06-05T07:16:00.000Z'],
    ['1685949360250', '2023-06-05T07:16:00.250Z'],
    ['Mon, 05 Jun 2023 07:16:00 GMT', '2023-06-05T07:16:00.000Z'],
    ['Mon, 05 Jun 2023 12:46:00 IST', '2023-06-05T07:16:00.000Z'],
    ['Mon, 05 Jun 2023 09:16:00 CEST', '2023-06-05T07:16:00.000Z'],
    ['Mon 5 Jun 2023 08.16 BST', '2023-06-05T07:16:00.000Z'],
    ['Mon, 05 Jun 2023 03:16 EDT', '2023-06-05T07:16:00.000Z'],
    ['Mon, 05 Jun 2023 03:16 ET', '2023-06-05T07:16:00.000Z'],
    ['June 5, 2023 12:16 am PDT', '2023-06-05T07:16:00.000Z'],
    ['5. Juni 2023, 07.16 Uhr', '2023-06-05T07:16:00.000Z'],
    ['Montag, 5. Juni 2023 um 07:16 Uhr', '2023-06-05T07:16:00.000Z'],
    ['5 juin 2023 à 07h16', '2023-06-05T07:16:00.000Z'],
    ['lunes, 5 de junio de 2023, 07:16', '2023-06-05T07:16:00.000Z'],
    ['lunedì 5 giugno 2023 07:16', '2023-06-05T07:16:00.000Z'],
    ['poniedziałek, 5 czerwca 2023 07:16', '2023-06-05T07:16:00.000Z'],
    ['5 de junho de 2023 às 07h16', '2023-06-05T07:16:00.000Z'],
    ['maandag 5 juni 2023 om 07:16', '2023-06-05T07:16:00.000Z'],
    ['12:37 GMT Monday, 24 February 2014', '2014-02-24T12:37:00.000Z'],
    ['Jul 04, 2023', '2023-07-04T00:00:00.000Z'],
    ['Aktualisiert: 05.06.2023, 07:16 Uhr', '2023-06-05T07:16:00.000Z'],
    ['Stand: 05.06.2023, 07:16 Uhr', '2023-06-05T07:16:00.000Z'],
    ['Mis à jour le 5 juin 2023 à 07h16', '2023-06-05T07:16:00.000Z'],
    ['Publié le 5 juin 2023 à 07:16', '2023-06-05T07:16:00.000Z'],
    ['Actualizado a 5 de junio de 2023 07:16', '2023-06-05T07:16:00.000Z'],
    ['5 de junio de 2023 a las 07:16', '2023-06-05T07:16:00.000Z'],
    ['Aggiornato il 5 giugno 2023 alle 07:16', '2023-06-05T07:16:00.000Z'],
    ['5 giugno 2023 ore 07:16', '2023-06-05T07:16:00.000Z'],
    ['Aktualizacja: 05.06.2023, 07:16', '2023-06-05T07:16:00.000Z'],
    ['5 czerwca 2023, godz. 07:16', '2023-06-05T07:16:00.000Z'],
    ['Atualizado em 05.06.2023 às 07h16', '2023-06-05T07:16:00.000Z'],
    ['Bijgewerkt op 5 juni 2023 07:16', '2023-06-05T07:16:00.000Z'],
    ['Updated: Mon 5 Jun 2023 07:16', '2023-06-05T07:16:00.000Z'],
    ['First published on Mon 5 Jun 2023 08.16 BST', '2023-06-05T07:16:00.000Z'],
    ['1er juin 2023 à 07h16', '2023-06-01T07:16:00.000Z'],
    ['5 June 2023, 12 noon', '2023-06-05T12:00:00.000Z'],
    ['Noon, 5 June 2023', '2023-06-05T12:00:00.000Z'],
    ['5 June 2023 at midnight', '2023-06-05T00:00:00.000Z'],
  ])('%j is %s', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it('without a zone is read in the zone of the blog', () => {
    expect(iso('2023-06-05 08:16', { timezone: 'Europe/London' })).toBe('2023-06-05T07:16:00.000Z');
    expect(iso('2023-01-05 07:16', { timezone: 'Europe/London' })).toBe('2023-01-05T07:16:00.000Z');
  });

  it('with a shared abbreviation is read by the zone of the blog', () => {
    expect(iso('Mon, 05 Jun 2023 08:16 IST', { timezone: 'Europe/Dublin' })).toBe('2023-06-05T07:16:00.000Z');
    expect(iso('Mon, 05 Jun 2023 12:46 IST', { timezone: 'Asia/Kolkata' })).toBe('2023-06-05T07:16:00.000Z');
  });

  it('with a zone ignores the zone of the blog', () => {
    expect(iso('2023-06-05T07:16:00Z', { timezone: 'Asia/Tokyo' })).toBe('2023-06-05T07:16:00.000Z');
  });

  it('whose numbers are ambiguous follows its weekday, then the habit of the zone, then that of its clock', () => {
    expect(iso('Mon, 05/06/2023')).toBe('2023-06-05T00:00:00.000Z');
    expect(iso('Sat, 05/06/2023')).toBe('2023-05-06T00:00:00.000Z');
    expect(iso('05/06/2023')).toBe('2023-05-06T00:00:00.000Z');
    expect(iso('05/06/2023', { timezone: 'Europe/Madrid' })).toBe('2023-06-04T22:00:00.000Z');
    expect(iso('05/06/2023 07:16:00')).toBe('2023-06-05T07:16:00.000Z');
    expect(iso('05/06/2023 7:16 PM')).toBe('2023-05-06T19:16:00.000Z');
    expect(iso('05/06/2023 07:16 EDT')).toBe('2023-05-06T11:16:00.000Z');
    expect(iso('05/06/2023 07:16', { timezone: 'America/New_York' })).toBe('2023-05-06T11:16:00.000Z');
    expect(iso('05/06/2023 07:16', { timezone: 'America/Sao_Paulo' })).toBe('2023-06-05T10:16:00.000Z');
    expect(iso('05.06.2023')).toBe('2023-06-05T00:00:00.000Z');
  });

  it.each([
    '8.30pm BST',
    '14:05',
    'yesterday',
    'Chapter 1 May 2020',
    '31 June 2023',
    '2023-02-29',
    '13:05pm 5 June 2023',
    'Mon, 05 Jun 2023 07.16.00 GMT',
    '2023-W54-1',
    '12',
    'x'.repeat(5000),
    '0001-01-01T00:00:00Z',
    'Mon, 30 Nov -0001 00:00:00 +0000',
    'Mon, 05 Jun 2023 07:16:00 J',
    'Mon, 05 Jun 2023 07:16 B and more',
  ])('%j is refused', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  it('of any content gives a whole number or nothing, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d :T.+JunMay,/-]{0,40}$/)), (text) => {
        const instant = parseDate(text, { fetchedAt: 0 });
        expect(instant === undefined || Number.isInteger(instant)).toBe(true);
      }),
    );
  });

  it('written by any of the standard ways comes back as the same instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        const date = new Date(seconds * 1000);
        expect(parseDate(date.toISOString())).toBe(seconds * 1000);
        expect(parseDate(date.toUTCString())).toBe(seconds * 1000);
      }),
    );
  });
});

describe('an age', () => {
  const fetchedAt = Date.UTC(2023, 5, 5, 7, 20);

  it.each([
    ['4m ago', '2023-06-05T07:16:00.000Z'],
    ['4 minutes ago', '2023-06-05T07:16:00.000Z'],
    ['an hour ago', '2023-06-05T06:20:00.000Z'],
    ['1h 4m ago', '2023-06-05T06:16:00.000Z'],
    ['2 days ago', '2023-06-03T07:20:00.000Z'],
    ['vor 4 Minuten', '2023-06-05T07:16:00.000Z'],
    ['vor einer Stunde', '2023-06-05T06:20:00.000Z'],
    ['il y a 4 minutes', '2023-06-05T07:16:00.000Z'],
    ['hace 4 minutos', '2023-06-05T07:16:00.000Z'],
    ['4 minuti fa', '2023-06-05T07:16:00.000Z'],
    ['4 minuty temu', '2023-06-05T07:16:00.000Z'],
    ['há 4 minutos', '2023-06-05T07:16:00.000Z'],
    ['4 minuten geleden', '2023-06-05T07:16:00.000Z'],
    ['just now', '2023-06-05T07:20:00.000Z'],
  ])('%j counts back from the fetch', (text, expected) => {
    expect(iso(text, { fetchedAt })).toBe(expected);
  });

  it('is refused when nobody says when it was fetched', () => {
    expect(parseDate('4m ago')).toBeUndefined();
  });

  it.each(['4m', 'ago', 'vor dem Hafen', '4 boats ago'])('%j is none', (text) => {
    expect(parseDate(text, { fetchedAt })).toBeUndefined();
  });
});
