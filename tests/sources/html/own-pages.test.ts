import { describe, expect, it } from 'vitest';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';
import { each, iso, OLDEST_FIRST, page, paragraphs, type Report } from './pages/saltmere.ts';

const URL = 'https://news.example/nyheter/storm-over-saltmere-direkte-8812';

function read(body: string) {
  const text = page('en-GB', 'Storm live', body);
  const document = { url: URL, text, contentType: 'text/html', fetchedAt: Date.parse('2031-03-03T12:00:00Z') };
  return readDocument(document, { body: createBodyMemo() }).result;
}

describe('titles that lead to a page of the entry alone', () => {
  it.each<[string, (n: number) => string]>([
    ['under the page of the live blog', (n) => `${URL}/post/${n}71a`],
    ['by a query', (n) => `${URL}?inlagg=${n}71a`],
    ['by a query alone', (n) => `?update=${n}71a`],
  ])('are no teasers of other stories: %s', (_, link) => {
    const post = (report: Report) =>
      `<article class="post" data-id="${report.n}71a"><time datetime="${iso(report, 0)}"></time><h3><a href="${link(report.n)}">${report.title}</a></h3>${paragraphs(report)}</article>`;

    expect(read(each(post))).toMatchObject({
      entries: OLDEST_FIRST.map(({ title, n }) => ({ title, url: new globalThis.URL(link(n), URL).href })),
    });
  });

  it('may stand in boxes, or be marked as the address in microformats', () => {
    const boxed = (report: Report) =>
      `<div class="views-row"><span>${report.at.slice(0, 10)} ${report.at.slice(11, 16)}</span><div class="views-field-title"><span><a href="/node/${report.n}71">${report.title}</a></span></div>${paragraphs(report)}</div>`;
    const marked = (report: Report) =>
      `<article class="h-entry" data-id="${report.n}71a"><p><a class="u-url" href="/node/${report.n}71"><time class="dt-published" datetime="${iso(report, 0)}"></time> #</a></p><h3>${report.title}</h3>${paragraphs(report)}</article>`;
    const urls = { entries: OLDEST_FIRST.map(({ n }) => ({ url: `https://news.example/node/${n}71` })) };

    expect(read(each(boxed))).toMatchObject(urls);
    expect(read(each(marked))).toMatchObject(urls);
  });

  it('lead away from a page that lists live blogs', () => {
    const teaser = (report: Report) =>
      `<article class="post"><time datetime="${iso(report, 0)}"></time><h3><a href="/live/${report.n}71a">${report.title}</a></h3>${paragraphs(report)}</article>`;
    const text = page('en-GB', 'All our live blogs', each(teaser));
    const document = {
      url: 'https://news.example/live/',
      text,
      contentType: 'text/html',
      fetchedAt: Date.parse('2031-03-03T12:00:00Z'),
    };

    expect(() => readDocument(document, { body: createBodyMemo() })).toThrow(/no live blog we can read/u);
  });
});
