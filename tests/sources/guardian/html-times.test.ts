import { describe, expect, it } from 'vitest';
import { guardian } from '../../../src/sources/guardian/index.ts';
import { documentOf, iso, snapshotOf } from '../reading.ts';

const BLOG = 'https://www.theguardian.com/uk-news/live/2026/jun/01/saltmere-storm-live';
const id = (digit: number): string => String(digit).repeat(24);
const read = (html: string, url = BLOG) => snapshotOf(guardian, documentOf(html, url));
const times = (html: string) =>
  read(html).entries.map((entry) => [entry.sourceId?.[0], iso(entry.publishedAt), iso(entry.updatedAt)]);

describe('times in words', () => {
  const article = (updated: string) =>
    `<article id="block-${id(1)}" class="block"><header><a href="#block-${id(1)}"><time datetime="2026-06-01T11:20:30Z">1h ago</time></a></header><p>Rain.</p><footer><div>${updated}</div></footer></article>`;

  it.each([
    ['Updated at 12.36 BST', '2026-06-01T11:36:00.000Z'],
    ['Updated at 12.36pm BST', '2026-06-01T11:36:00.000Z'],
    ['Updated at 0.10 BST', '2026-06-01T23:10:00.000Z'],
    ['Updated at 21.36 AEST', '2026-06-01T11:36:00.000Z'],
    ['Updated at 12.20 BST', undefined],
  ])('"%s" is after the block was published', (updated, expected) => {
    expect(times(article(updated))).toEqual([['1', '2026-06-01T11:20:30.000Z', expected]]);
    expect(read(article(updated)).entries[0]?.body.text).toBe('Rain.');
  });

  const old = (digit: number, clock: string) =>
    `<div id="block-${id(digit)}" class="block"><p class="block-time">${clock}</p><h2 class="block-title">Title ${digit}</h2><div class="block-elements"><p>Text ${digit}</p></div></div>`;

  it('of blocks without dates are of the day in the address of the page, and go on after midnight', () => {
    const newestFirst = old(4, '12.30am BST') + old(3, '12.10am BST') + old(2, '11.50pm BST') + old(1, '9.05am BST');
    const expected = [
      ['1', '2026-06-01T08:05:00.000Z', undefined],
      ['2', '2026-06-01T22:50:00.000Z', undefined],
      ['3', '2026-06-01T23:10:00.000Z', undefined],
      ['4', '2026-06-01T23:30:00.000Z', undefined],
    ];

    expect(times(newestFirst)).toEqual(expected);
    expect(times(old(1, '9.05am BST') + old(2, '11.50pm BST') + old(3, '12.10am BST') + old(4, '12.30am BST'))).toEqual(
      expected,
    );
  });
});

describe('pages for telephones', () => {
  const block = (digit: number, clock: string, inner: string) =>
    `<div id="${id(digit)}" data-sort-time="${Date.parse(`2026-06-01T${clock}:00Z`)}" class="dcr-1a"><a class="dcr-2b" href="${BLOG}?page=with:block-${id(digit)}#block-${id(digit)}">${clock.replace(':', '.')} GMT</a><h2>Title ${digit}</h2>${inner}<div></div> <div class="dcr-3c">Updated at 12.36 BST</div></div>`;
  const html = `<html amp><head><link rel="canonical" href="${BLOG}"></head><body><h1>Storm</h1><amp-live-list id="live-list"><div items>${block(2, '11:00', '<p>Two</p><amp-img src="https://i.guim.co.uk/a.jpg" alt="Waves"></amp-img>')}<div id="ad-1" data-sort-time="1"><p>Advertisement</p></div>${block(1, '09:00', '<p>One</p>')}<div id="clean-blocks" data-sort-time="1"></div></div></amp-live-list></body></html>`;

  it('have blocks under their bare ids', () => {
    expect(guardian.recognise(documentOf(html))).toBe('sure');
    expect(times(html)).toEqual([
      ['1', '2026-06-01T09:00:00.000Z', '2026-06-01T11:36:00.000Z'],
      ['2', '2026-06-01T11:00:00.000Z', '2026-06-01T11:36:00.000Z'],
    ]);
    expect(read(html).entries).toMatchObject([
      { sourceId: id(1), title: 'Title 1', body: { text: 'One', media: [] } },
      { sourceId: id(2), title: 'Title 2', body: { text: 'Two', media: [{ type: 'image', alt: 'Waves' }] } },
    ]);
  });
});

describe('a poll answer', () => {
  it('with several blocks has each once, oldest first', () => {
    const block = (digit: number, clock: string) =>
      `<article id="block-${id(digit)}" class="block pending"><header><a href="${BLOG}?page=with:block-${id(digit)}#block-${id(digit)}"><time dateTime="2026-06-01T${clock}:00.000Z">1s ago</time></a><h2>Title ${digit}</h2></header><p>Text ${digit}</p></article>`;
    const html = `<div id="top-of-blog"></div>${block(3, '12:00')}${block(2, '11:00')}${block(3, '12:00')}`;

    const snapshot = read(
      JSON.stringify({ numNewBlocks: 2, mostRecentBlockId: `block-${id(3)}`, html }),
      `${BLOG}.json?lastUpdate=block-${id(1)}`,
    );

    expect(snapshot).toMatchObject({ coverage: 'increment', cursor: `block-${id(3)}`, url: BLOG, deleted: [] });
    expect(snapshot.entries.map((entry) => [entry.sourceId, entry.title])).toEqual([
      [id(2), 'Title 2'],
      [id(3), 'Title 3'],
    ]);
  });
});
