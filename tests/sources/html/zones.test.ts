import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/entry.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';

/* A page of clock times, one of which is 14:05 on a day in July; whose clocks they are, the page tells in many ways. */

const REPORT = 'The sea wall of Saltmere holds so far, the harbour master says.';
const NOON = Date.parse('2031-07-03T20:00:00Z');

type Told = {
  readonly lang?: string;
  readonly head?: string;
  readonly note?: string;
  readonly host?: string;
  readonly date?: string;
};

function read({
  lang = 'en',
  head = '',
  note = '',
  host = 'news.saltmere.example',
  date = '2031-07-03T19:30:00Z',
}: Told): Snapshot {
  const entries = ['14:05', '13:20', '12:10'].map(
    (time) => `<li class="live-post"><span class="time">${time}</span><p>${time} ${REPORT}</p></li>`,
  );
  const text = `<html lang="${lang}"><head><title>Storm live updates</title><meta property="article:modified_time" content="${date}">${head}</head><body><h1>Storm live</h1>${note}<ul class="live-posts">${entries.join('')}</ul></body></html>`;
  const document = { url: `https://${host}/storm`, text, contentType: 'text/html', fetchedAt: NOON };
  const { result } = readDocument(document, { body: createBodyMemo() });
  if ('elsewhere' in result) throw new Error('a page is read where it is');
  return result;
}

const newest = (snapshot: Snapshot): string =>
  new Date(snapshot.entries.at(-1)?.publishedAt ?? 0).toISOString().slice(11, 16);

describe('the zone of a page’s clock times', () => {
  it.each<[string, Told, string]>([
    ['what it says of all its times', { note: '<p class="notice">All times are in EDT</p>', lang: 'en-GB' }, '18:05'],
    ['the same in words', { note: '<p>Updates from the pier. All times Eastern.</p>', lang: 'en-GB' }, '18:05'],
    ['the same in more words', { note: '<p>All times are Pacific Standard Time</p>', lang: 'en-GB' }, '21:05'],
    ['the same in German', { note: '<p>Alle Zeitangaben in MESZ</p>', lang: 'en-GB' }, '12:05'],
    [
      'the zone beside the time of its last change',
      { note: '<p class="updated">Updated: 2:05pm EDT</p>', lang: 'en-GB' },
      '18:05',
    ],
    [
      'the zone beside the time it was published',
      { note: '<div class="published">July 3, 2031 at 8:15 a.m. EDT</div>', lang: 'en-GB' },
      '18:05',
    ],
    [
      'the offset of its machine-readable times',
      { note: '<p>Begun <time datetime="2031-07-03T09:00:00-04:00">9am</time></p>', lang: 'en-GB' },
      '18:05',
    ],
    ['the offset of its own date', { date: '2031-07-03T15:30:00-04:00', lang: 'en-GB' }, '18:05'],
    [
      'the same against the habit of its publisher',
      { date: '2031-07-03T15:30:00-04:00', host: 'www.saltmere.co.uk' },
      '18:05',
    ],
    ['its publisher', { host: 'www.saltmere.co.uk', lang: 'de-DE' }, '13:05'],
    ['a publisher of Buenos Aires', { host: 'www.clarin.com', lang: 'es' }, '17:05'],
    ['a publisher of Moscow', { host: 'saltmere.ru', lang: 'ru' }, '11:05'],
    ['a publisher of Bulgaria', { host: 'saltmere.bg', lang: 'bg' }, '11:05'],
  ])('is told by %s, without a doubt', (_, told, time) => {
    const snapshot = read(told);

    expect([newest(snapshot), snapshot.warnings]).toEqual([time, []]);
  });

  it.each<[Told, string, string]>([
    [{ lang: 'en-GB' }, '13:05', 'Europe/London, a guess by its language (en-GB)'],
    [
      { lang: 'en', head: '<meta property="og:locale" content="de_AT">' },
      '12:05',
      'Europe/Vienna, a guess by its language (de_AT)',
    ],
    [{ lang: 'en' }, '14:05', 'read as UTC'],
  ])('that its locale alone tells is said to be a guess (%j)', (told, time, said) => {
    const snapshot = read(told);

    expect(newest(snapshot)).toBe(time);
    expect(snapshot.warnings).toEqual([expect.stringContaining(said)]);
  });

  it('is no guess once its offset agrees with the locale', () => {
    const snapshot = read({ lang: 'en-GB', date: '2031-07-03T20:30:00+01:00' });

    expect([newest(snapshot), snapshot.warnings]).toEqual(['13:05', []]);
  });

  it('is nobody’s question where every entry names it, or has a moment', () => {
    const page = (time: string) =>
      `<html lang="en-GB"><head><title>Storm live updates</title></head><body><ul class="live-posts">${[1, 2, 3].map((n) => `<li class="live-post">${time.replaceAll('N', String(n))}<p>${n} ${REPORT}</p></li>`).join('')}</ul></body></html>`;
    for (const time of ['<span class="time">1N:05 EDT</span>', '<time datetime="2031-07-03T1N:05:00Z">1N:05</time>']) {
      const document = {
        url: 'https://news.saltmere.example/s',
        text: page(time),
        contentType: 'text/html',
        fetchedAt: NOON,
      };

      expect(readDocument(document, { body: createBodyMemo() }).result).toMatchObject({ warnings: [] });
    }
  });
});
