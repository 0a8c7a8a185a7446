import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/entry.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';
import { clock, clock12, each, OLDEST_FIRST, page, paragraphs, type Report, wall } from './pages/saltmere.ts';

const YEARS_LATER = Date.parse('2034-11-23T09:00:00Z');
const RIGHT = OLDEST_FIRST.map(({ at }) => at);

function read(html: string, fetchedAt = YEARS_LATER): Snapshot {
  const document = { url: 'https://www.saltmere.example/live/storm', text: html, contentType: 'text/html', fetchedAt };
  const { result } = readDocument(document, { body: createBodyMemo() });
  if ('elsewhere' in result) throw new Error('a page is read where it is');
  return result;
}

const timesOf = ({ entries }: Snapshot) =>
  entries.map(({ publishedAt }) => publishedAt && new Date(publishedAt).toISOString().replace('.000Z', 'Z'));
const dayOf = (report: Report) => wall(report, 0).getUTCDate();
const published = '<meta property="article:published_time" content="2031-03-02T17:00:00+00:00">';

describe('days without a year on a page that was kept for years are of the year in which it was written:', () => {
  it.each<[string, (report: Report) => string]>([
    ['"Mar 3, 11:44 AM GMT"', (report) => `Mar ${dayOf(report)}, ${clock12(report, 0, [' AM', ' PM'])} GMT`],
    ['"03 Mar 11:44"', (report) => `<span>0${dayOf(report)} Mar</span> <span>${clock(report, 0)}</span>`],
    ['"Monday 3 March, 11:44am"', (report) => `${dayOf(report)} March, ${clock12(report, 0)}`],
    ['"3.3. klo 11.44"', (report) => `${dayOf(report)}.3. klo ${clock(report, 0, '.')}`],
  ])('%s', (_, stamp) => {
    const post = (report: Report) =>
      `<div class="live-item"><div class="live-item__time">${stamp(report)}</div><h3>${report.title}</h3>${paragraphs(report)}</div>`;

    expect(timesOf(read(page('en-GB', 'Storm live', each(post), published)))).toEqual(RIGHT);
  });

  it('the line under its heading says it as well', () => {
    const post = (report: Report) =>
      `<div class="live-item"><span class="live-item__stamp">${dayOf(report)}. mar. kl. ${clock(report, 0, '.')}</span><h3>${report.title}</h3>${paragraphs(report)}</div>`;
    const html = page('da', 'Storm live', `<p>3. marts 2031</p>${each(post)}`).replace(/<header.*?<\/header>/su, '');

    expect(timesOf(read(html.replace('lang="da"', 'lang="en-GB"')))).toEqual(RIGHT);
  });

  it('and a blog that goes on over the turn of the year keeps both', () => {
    const moved = (report: Report) => (report.at.startsWith('2031-03-03') ? '1 Jan' : '31 Dec');
    const post = (report: Report) =>
      `<div class="live-item"><div class="live-item__time">${moved(report)}, ${clock(report, 0)}</div><h3>${report.title}</h3>${paragraphs(report)}</div>`;
    const head = '<meta property="article:published_time" content="2030-12-31T17:00:00+00:00">';
    const years = timesOf(read(page('en-GB', 'Storm live', each(post), head))).map((at) => String(at).slice(0, 10));

    expect(years).toEqual(['2030-12-31', '2030-12-31', '2031-01-01', '2031-01-01', '2031-01-01', '2031-01-01']);
  });
});

describe('clock times over midnight on a page that was kept for years, which says only when it was published:', () => {
  const post = (report: Report) =>
    `<div class="live-item"><div class="live-item__time">${clock(report, 0)}</div><h3>${report.title}</h3>${paragraphs(report)}</div>`;
  const reversed = (html: string) => {
    const [head = '', ...items] = html.split('<div class="live-item">');
    return `${head}${items
      .map((item) => `<div class="live-item">${item}`)
      .toReversed()
      .join('')}`;
  };

  it.each([
    ['to the minute', published],
    ['by its day', '<meta property="article:published_time" content="2031-03-02">'],
    [
      'in its linked data',
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-03-02"}</script>',
    ],
  ])('%s', (_, head) => {
    expect(timesOf(read(page('en-GB', 'Storm live', each(post), head)))).toEqual(RIGHT);
    expect(timesOf(read(page('en-GB', 'Storm live', reversed(each(post)), head)))).toEqual(RIGHT);
  });

  it('a change that it tells of as well is nearer to its newest entry', () => {
    const changed = `${published}<meta property="article:modified_time" content="2031-03-03T13:00:00+00:00">`;

    expect(timesOf(read(page('en-GB', 'Storm live', each(post), changed)))).toEqual(RIGHT);
  });
});
