import { describe, expect, it } from 'vitest';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';
import { LIVE_EVERYWHERE } from './pages/live-everywhere.ts';
import { ORDINARY } from './pages/ordinary.ts';

/** Where times alone would make a list of reports, and only the page's own words could speak against it. */
const PLAIN_LISTS = ['weblog', 'timetable', 'programme', 'releases'];
const NOON = Date.parse('2031-03-03T12:00:00Z');

describe('a page that is no live blog is refused, and it is said why:', () => {
  it.each(ORDINARY.map(({ what, ...page }) => [what, page] as const))('%s', (_, { url, html }) => {
    const document = { url, text: html, contentType: 'text/html', fetchedAt: NOON };

    expect(() => readDocument(document, { body: createBodyMemo() })).toThrow(
      /no live blog we can read: no entries with times/u,
    );
  });

  it.each(
    ORDINARY.filter(({ what }) => !PLAIN_LISTS.some((word) => what.includes(word))).map(
      ({ what, ...page }) => [what, page] as const,
    ),
  )('%s, also of a paper that writes "live" and "ticker" on every page', (_, { url, html }) => {
    const text = html.replace('<title>', '<title>Live updates: ').replace('<nav>', '<nav class="newsticker">');

    expect(() =>
      readDocument({ url, text, contentType: 'text/html', fetchedAt: NOON }, { body: createBodyMemo() }),
    ).toThrow(/no live blog we can read/u);
  });

  it.each(
    ORDINARY.filter(({ what }) => PLAIN_LISTS.some((word) => what.includes(word))).map(
      ({ what, ...page }) => [what, page] as const,
    ),
  )('%s is read when somebody says that it is one', (_, { url, html }) => {
    const document = { url, text: html, contentType: 'text/html', fetchedAt: NOON };
    const { result } = readDocument(document, { body: createBodyMemo() }, 'html');

    expect('entries' in result && result.entries.length).toBeGreaterThan(5);
  });
});

describe('a page of a paper that writes "live" wherever it can is no live blog for that:', () => {
  it.each(LIVE_EVERYWHERE.map(({ what, ...page }) => [what, page] as const))('%s', (_, { url, html }) => {
    const document = { url, text: html, contentType: 'text/html', fetchedAt: NOON };

    expect(() => readDocument(document, { body: createBodyMemo() })).toThrow(/no live blog we can read/u);
  });

  it('while a finished blog that was written downwards, without a day, is read at any hour', () => {
    const reports = Array.from(
      { length: 9 },
      (_, n) => `<li class="live-entry"><span class="time">${8 + n}:${17 + 4 * n}</span>
      <p>The harbour master has counted the boats behind the wall again, and there are ${n + 20} of them now.</p></li>`,
    );
    const text = `<!doctype html><title>Storm live</title><h1>Storm live</h1><ol class="live-list">${reports.join('')}</ol>`;

    for (const hour of [3, 9, 12, 15, 21]) {
      const fetchedAt = Date.UTC(2031, 2, 3, hour);
      const document = { url: 'https://news.example/live/storm', text, contentType: 'text/html', fetchedAt };

      expect(readDocument(document, { body: createBodyMemo() }).result).toMatchObject({ entries: { length: 9 } });
    }
  });

  it('a guide is read when somebody says that it is one', () => {
    const guide = LIVE_EVERYWHERE.find(({ what }) => what === 'a guide to television');
    const document = { url: guide?.url ?? '', text: guide?.html ?? '', contentType: 'text/html', fetchedAt: NOON };

    expect(readDocument(document, { body: createBodyMemo() }, 'html').result).toMatchObject({
      entries: { length: 12 },
    });
  });
});

describe('a live blog stays one', () => {
  const REPORT = 'The harbour master has closed the outer basin until the morning tide turns.';
  const many = (write: (n: number) => string) => Array.from({ length: 9 }, (_, n) => write(n)).join('');
  const two = (n: number) => String(n).padStart(2, '0');

  it.each<[string, string]>([
    [
      'that writes its times in steps of five minutes',
      many((n) => `<div class="entry"><span class="time">11:${two(55 - n * 5)}</span><p>${n} ${REPORT}</p></div>`),
    ],
    [
      'of headlines without a full stop',
      many(
        (n) =>
          `<div class="ticker-item"><span class="time">11:${two(57 - n * 6)}</span> <span>Ferries to the island wait at pier ${n} for now</span></div>`,
      ),
    ],
    [
      'that stands oldest first',
      many(
        (n) =>
          `<div class="entry"><span class="time">${two(4 + Math.floor(n * 0.75))}:${two(n * 6)}</span><p>${n} ${REPORT}</p></div>`,
      ),
    ],
    [
      'with an entry a day',
      many(
        (n) =>
          `<div class="live-post"><time datetime="2031-02-${two(28 - n)}T${two(7 + n)}:1${n}:00Z"></time><p>${n} ${REPORT}</p></div>`,
      ),
    ],
    [
      'with an entry an hour',
      many(
        (n) =>
          `<div class="live-post"><time datetime="2031-03-03T${two(11 - n)}:02:00Z"></time><p>${n} votes. ${REPORT}</p></div>`,
      ),
    ],
  ])('%s', (_, body) => {
    const text = `<html lang="en"><head><title>Storm live updates</title></head><body><h1>Storm live</h1><main>${body}</main></body></html>`;
    const document = { url: 'https://news.example/live/storm', text, contentType: 'text/html', fetchedAt: NOON };

    expect(readDocument(document, { body: createBodyMemo() }).result).toMatchObject({ entries: { length: 9 } });
  });
});
