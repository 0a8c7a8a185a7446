import { describe, expect, it } from 'vitest';
import type { SourceEntry } from '../../src/core/entry.ts';
import { htmlBody } from '../../src/sources/body/html-body.ts';
import { isLive } from '../../src/sources/ending.ts';
import { successorOf } from '../../src/sources/successor.ts';
import { blog, NOON, read, script, update } from './schema-org/storm-page.ts';

const PAGE = 'https://news.saltmere.example/live/storm';
const MINUTE = 60_000;
const entry = (html: string, minutesAgo = 240): SourceEntry => ({
  body: htmlBody(html, PAGE),
  authors: [],
  publishedAt: NOON - minutesAgo * MINUTE,
  flags: [],
});

describe('a blog whose title says that it stays to be read', () => {
  const titles = [
    'Storm over Saltmere – as it happened',
    'Sturm über Saltmere zum Nachlesen',
    'La tormenta: así se vivió',
  ];

  it.each(titles)('has ended once it is silent (%s)', (title) => {
    expect(isLive({ now: NOON, entries: [entry('<p>Wind.</p>')], texts: [title] })).toBe(false);
  });

  it('still runs while entries come', () => {
    expect(isLive({ now: NOON, entries: [entry('<p>Wind.</p>', 5)], texts: [titles[0] ?? ''] })).toBe(true);
  });
});

describe('the blog that goes on where one ends', () => {
  const closing = 'This live blog has now closed.';
  const next = '<a href="/live/storm-2">today’s live blog</a>';
  const url = 'https://news.saltmere.example/live/storm-2';

  it.each([
    [
      'follows a link to what came before',
      `<p>${closing} Read <a href="/live/storm-0">yesterday’s live blog</a> or ${next}.</p>`,
    ],
    ['is headed to', `<p>For the latest updates, head to ${next}</p>`],
    [
      'stands beside other links',
      `<p>${closing} Here is <a href="/delivery-news">what we know of deliveries</a>, and ${next}.</p>`,
    ],
  ])('%s', (_, html) => {
    expect(successorOf([entry(html)], PAGE)?.url).toBe(url);
  });

  it.each([
    '/delivery-news',
    '/director-resigns',
    '/liverpool-win',
    '/lives-lost',
    '/sticker-album',
    '/live/storm#top',
  ])('is not at %s', (address) => {
    expect(
      successorOf([entry(`<p>${closing} Follow us <a href="${address}">over here</a>.</p>`)], PAGE),
    ).toBeUndefined();
  });
});

describe('a declared blog that is silent', () => {
  const silent = (more: object = {}, rest = '') =>
    read(
      script(
        JSON.stringify(blog([update(1, { datePublished: '2031-03-01T10:00:00Z', articleBody: 'Wind.' })], more)),
        rest,
      ),
    );
  const page = (line: string) => `${'<p>The lamps are lit.</p>'.repeat(40)}<div class="notice">${line}</div>`;

  it('has ended when its page says so', () => {
    expect(silent({}, page('This live blog is now closed.')).live).toBe(false);
    expect(silent({}, page('The pier is now closed.')).live).toBe(null);
  });

  it('runs until the end of the day that is named as its last', () => {
    expect(silent({ coverageEndTime: '2031-03-03' }).live).toBe(true);
    expect(silent({ coverageEndTime: '2031-03-02' }).live).toBe(false);
  });

  it('names the one that continues it, though it does not say that it is over', () => {
    const articleBody = '<p>We have moved our coverage to <a href="/live/storm-2">a new live blog</a>.</p>';
    const updates = [update(1, { datePublished: '2031-03-03T08:00:00Z', articleBody })];

    expect(read(script(JSON.stringify(blog(updates))))).toMatchObject({
      live: null,
      successor: { url: 'https://news.saltmere.example/live/storm-2' },
    });
  });
});
