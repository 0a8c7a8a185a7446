import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/entry.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument, recogniseDocument } from '../../../src/sources/read.ts';
import { wordpress } from '../../../src/sources/wordpress/index.ts';
import { documentOf, iso, snapshotOf } from '../reading.ts';

const PAGE = 'https://saltmere.example/storm/';
const T = 1_772_388_000;
const at = (n: number) => new Date((T + n * 60) * 1000).toISOString();
const readPage = (body: string): Snapshot =>
  readDocument(
    documentOf(
      `<html><head><title>Storm</title><link rel="canonical" href="${PAGE}"></head><body>${body}</body></html>`,
      PAGE,
    ),
    { body: createBodyMemo(), here: true },
  ).result as Snapshot;

describe('answers of the first years, which give entries as they are drawn', () => {
  const drawn = (n: number, text = `Text ${n}`) =>
    `<div id="liveblog-entry-${n}" class="comment" data-timestamp="${T + n * 60}"><header class="liveblog-meta"><span class="liveblog-author-avatar"><img src="/a.png"></span><span class="liveblog-author-name"><a href="/ann">Ann Lowe</a></span></header><div class="liveblog-entry-text"><p>${text}</p></div><ul class="liveblog-entry-actions"><li><button>Edit</button></li></ul></div>`;
  const asked = `${PAGE}liveblog/0/1772389000/`;

  it.each([
    ['under "content"', (n: number) => ({ id: String(n), content: drawn(n) })],
    ['under "html"', (n: number) => ({ id: String(n), type: 'new', html: drawn(n) })],
  ])('have their text, author and time (%s)', (_where, record) => {
    const answer = documentOf({ entries: [record(1), record(2)], latest_timestamp: T + 120 }, asked);

    expect(recogniseDocument(answer).kind).toBe('wordpress');
    expect(
      snapshotOf(wordpress, answer).entries.map(({ sourceId, authors, publishedAt, body }) => [
        sourceId,
        authors,
        iso(publishedAt),
        body.text,
      ]),
    ).toEqual([1, 2].map((n) => [String(n), ['Ann Lowe'], at(n), `Text ${n}`]));
  });

  it('correct and take away entries', () => {
    const entries = [
      { id: '1', type: 'update', html: drawn(1, 'Mended') },
      { id: '2', type: 'delete', html: '' },
    ];

    expect(snapshotOf(wordpress, documentOf({ entries, latest_timestamp: T }, asked))).toMatchObject({
      coverage: 'increment',
      entries: [{ sourceId: '1', body: { text: 'Mended' } }],
      deleted: ['2'],
    });
  });
});

describe('a page whose theme draws the entries of the plugin', () => {
  it('is read as any page is: the headings and names are where the theme has put them', () => {
    const entry = (n: number) =>
      `<article class="liveblog-entry" id="liveblog-entry-${n}"><time datetime="${at(n)}">${at(n)}</time><span class="liveblog-entry-author">Ann Lowe</span><h2>The tide turns ${n}</h2><div class="liveblog-entry-content"><p>The harbour office counts the boats, for the ${n}. time.</p></div></article>`;
    const { entries } = readPage(`<main><h1>Storm live</h1>${[3, 2, 1].map(entry).join('')}</main>`);

    expect(entries.map(({ title, authors, publishedAt }) => [title, authors, iso(publishedAt)])).toEqual(
      [1, 2, 3].map((n) => [`The tide turns ${n}`, ['Ann Lowe'], at(n)]),
    );
  });
});

describe('a page drawn by the plugin', () => {
  const byScript = (n: number, date: string, names = '') =>
    `<article id="id_${n}" class="liveblog-entry ${names}"><aside class="liveblog-entry-aside"><a class="liveblog-meta-time" href="${PAGE}?lbup=${n}"><span>3h ago</span><span>${date}</span></a></aside><div class="liveblog-entry-main"><header class="liveblog-meta"></header><div class="liveblog-entry-content"><p>Text ${n}</p></div></div></article>`;
  const settings = `<script>var liveblog_settings = ${JSON.stringify({ post_id: '42', utc_offset: '7200', endpoint_url: `${PAGE}wp-json/liveblog/v1/42/` })};</script>`;

  it('by its script has dates in the time of the site, and marks key events on the entry', () => {
    const { entries } = readPage(
      byScript(2, 'March 1, 2026 8:05 pm', 'is-key-event') + byScript(1, '2026-03-01 20:01') + settings,
    );

    expect(entries.map(({ sourceId, publishedAt, flags }) => [sourceId, iso(publishedAt), flags])).toEqual([
      ['1', '2026-03-01T18:01:00.000Z', []],
      ['2', '2026-03-01T18:05:00.000Z', ['key']],
    ]);
  });

  it('for AMP names an entry by its link, and when it was changed by its id', () => {
    const amp = (n: number, changed: number) =>
      `<div class="liveblog-entry" id="post${T + changed * 60}" data-sort-time="${T + n * 60}"><aside class="liveblog-entry-aside"><a class="liveblog-meta-time" href="#"><span>3h ago</span></a></aside><div class="liveblog-entry-main"><div class="liveblog-entry-content"><p>Text ${n}</p><amp-social-share type="twitter" data-param-url="${PAGE}amp/single/${n}"></amp-social-share></div></div></div>`;

    const { kind, entries } = readPage(`<amp-live-list><div items>${amp(2, 2)}${amp(1, 9)}</div></amp-live-list>`);

    expect(kind).toBe('wordpress');
    expect(entries.map(({ sourceId, publishedAt, updatedAt }) => [sourceId, iso(publishedAt), iso(updatedAt)])).toEqual(
      [
        ['1', at(1), at(9)],
        ['2', at(2), undefined],
      ],
    );
  });

  it('as cards without its script is the plugin’s all the same, and says that it is archived', () => {
    const card = (n: number) =>
      `<article id="liveblog-entry-${n}" class="liveblog-entry liveblog-entry-card" data-timestamp="${T + n * 60}"><header><span class="liveblog-card-author">Ann Lowe</span><time datetime="${at(n)}">now</time></header><div class="liveblog-entry-content"><p>Text ${n}</p></div></article>`;

    expect(
      readPage(`<h1>Storm</h1><div id="liveblog-entries" data-is-archived="true">${card(3)}${card(2)}${card(1)}</div>`),
    ).toMatchObject({
      kind: 'wordpress',
      live: false,
      entries: [{ sourceId: '1' }, { sourceId: '2' }, { sourceId: '3' }],
    });
  });
});
