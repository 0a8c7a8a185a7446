import { describe, expect, it } from 'vitest';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';
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
