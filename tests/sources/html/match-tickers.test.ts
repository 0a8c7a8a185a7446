import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/entry.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';
import { BALLS, CRICKET, MATCH_TICKERS, MOMENTS } from './pages/match-tickers.ts';

const NOON = Date.parse('2031-03-03T12:00:00Z');

function read(text: string, url: string): Snapshot {
  const document = { url, text, contentType: 'text/html', fetchedAt: NOON };
  const { result } = readDocument(document, { body: createBodyMemo() });
  if ('elsewhere' in result) throw new Error('a page is read where it is');
  return result;
}

const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

describe('a ticker of a match that tells minutes of play only', () => {
  it.each(MATCH_TICKERS.map((ticker) => [ticker.manner, ticker] as const))(
    '%s: every moment in the order of play, its minute as the page shows it, no time of day',
    (_, { html, url, shows, id, titled }) => {
      const { entries } = read(html, url);
      const played = entries.filter(({ title }) => title !== 'Abpfiff');

      expect(played.map(({ title = '', body }) => flat(`${title} ${body.text}`))).toEqual(
        MOMENTS.map(({ minute, words }) =>
          titled ? `${shows(minute)}: ${words.slice(0, 12).trim()} ${words}` : `${shows(minute)} ${words}`,
        ),
      );
      expect(played.every(({ publishedAt }) => publishedAt === undefined)).toBe(true);
      if (id !== undefined) expect(played.map(({ sourceId }) => sourceId)).toEqual(MOMENTS.map((_moment, n) => id(n)));
    },
  );

  it('what is no minute stands where the page has it', () => {
    const { entries } = read(MATCH_TICKERS[1]?.html ?? '', 'https://www.sportblatt.example.de/liveticker/1');

    expect(entries.at(-1)?.title).toBe('Abpfiff');
  });

  it('an essay with minutes for headings is none', () => {
    const words = 'What happened in these minutes has been told for ninety years, and it is told here again.';
    const essay = `<html><title>The final of 1941</title><main><h1>The final of 1941</h1>${["1'", "17'", "38'", "62'", "90'"].map((minute) => `<h2>${minute}</h2><p>${words}</p>`).join('')}</main></html>`;

    expect(() => read(essay, 'https://news.example/essay')).toThrow(/no live blog/u);
  });

  it('nor are the goals and cards in a report', () => {
    const report = `<html><title>Live: Saltmere wins</title><main><h1>Saltmere wins</h1><ul>${["12'", "17'", "38'", "62'", "90'"].map((minute) => `<li><span>${minute}</span> Pike</li>`).join('')}</ul><p>It was cold, and few had come.</p></main></html>`;

    expect(() => read(report, 'https://news.example/report')).toThrow(/no live blog/u);
  });
});

describe('a ticker of cricket that tells overs only', () => {
  it.each(CRICKET)('%s: every ball in the order of play, its over as the page shows it', (_, html, shows) => {
    const { entries } = read(html, 'https://sport.example/cricket/1');

    expect(entries.map(({ title = '', body }) => flat(`${title} ${body.text}`))).toEqual(
      BALLS.map(({ minute, words }) => `${shows(minute)} ${words}`),
    );
  });

  it.each(['12.3', '12.3.', 'version 12.3', 'over 40 people'])('%j is no over where nothing says so', (written) => {
    const rows = [1, 2, 3, 4, 5]
      .map(
        (n) => `<li><span>${written.replace('12', String(10 + n))}</span> A line of the list that is long enough.</li>`,
      )
      .join('');

    expect(() =>
      read(`<html><title>Live: notes</title><main><ul>${rows}</ul></main></html>`, 'https://news.example/n'),
    ).toThrow(/no live blog/u);
  });
});
