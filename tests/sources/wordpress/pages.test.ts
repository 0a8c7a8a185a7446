import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/entry.ts';
import type { Elsewhere } from '../../../src/ports/source.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';
import { documentOf, iso } from '../reading.ts';

const ROOT = 'https://saltmere.example/wp-json/liveblog/v1/42/';
const PAGE = 'https://saltmere.example/storm/';
const SAVED = 'file:///tmp/storm.html';
const T = 1_772_388_000;
const at = (n: number) => new Date((T + n * 60) * 1000).toISOString();

const settings = (more: object = { post_id: '42', state: 'enable', endpoint_url: ROOT }) =>
  `<script>\nvar liveblog_settings = ${JSON.stringify(more).replaceAll('/', '\\/')};\n</script>`;
const html = (body: string) =>
  `<!doctype html><html><head><title>Storm</title><link rel="canonical" href="${PAGE}"></head><body>${body}</body></html>`;
const read = (text: string, url: string): Snapshot | Elsewhere =>
  readDocument(documentOf(text, url), { body: createBodyMemo() }).result;

const byPhp = (n: number) =>
  `<div id="liveblog-entry-${n}" class="liveblog" data-timestamp="${T + n * 60}"><header class="liveblog-meta"><span class="liveblog-author-name"><a href="/ann">Ann Lowe</a></span><span class="liveblog-meta-time"><a href="#liveblog-entry-${n}"><span class="time">18:0${n}</span></a></span></header><div class="liveblog-entry-text"><p>Text ${n}</p></div></div>`;
const byScript = (n: number) =>
  `<article id="id_${n}" class="liveblog-entry"><header class="liveblog-meta"><div class="liveblog-meta-author"><span class="liveblog-meta-author-name">Ann Lowe</span></div><a class="liveblog-meta-time" href="${PAGE}#${n}"><abbr title="${at(n)}" class="liveblog-timestamp">18:0${n}</abbr></a></header><div class="liveblog-entry-content"><p>Text ${n}</p></div></article>`;
const asCards = (n: number) =>
  `<article id="liveblog-entry-${n}" class="liveblog-entry liveblog-entry-card" data-entry-id="${n}" data-timestamp="${T + n * 60}"><header><span class="liveblog-card-author">Ann Lowe</span><time datetime="${at(n)}">now</time></header><div class="liveblog-entry-content"><p>Text ${n}</p></div></article>`;

describe('a page that was saved with its entries', () => {
  it.each([
    ['by PHP', byPhp],
    ['by its script', byScript],
    ['as cards', asCards],
  ])('is read for what it shows, under the ids of the API (%s)', (_, entry) => {
    const result = read(html(`${settings()}<div id="liveblog-entries">${[3, 2, 1].map(entry).join('')}</div>`), SAVED);

    expect(result).toMatchObject({ kind: 'wordpress', url: PAGE, title: 'Storm', coverage: 'window' });
    expect(
      (result as Snapshot).entries.map(({ sourceId, authors, publishedAt, body }) => [
        sourceId,
        authors,
        iso(publishedAt),
        body.text,
      ]),
    ).toEqual([1, 2, 3].map((n) => [String(n), ['Ann Lowe'], at(n), `Text ${n}`]));
    expect((result as Snapshot).entries[0]?.url).toMatch(
      /^https:\/\/saltmere\.example\/storm\/#(?:liveblog-entry-)?1$/u,
    );
  });

  it('has marks and an end like its API', () => {
    const entry = byScript(1).replace('class="liveblog-entry"', 'class="liveblog-entry type-key"');

    expect(read(html(settings({ post_id: '42', state: 'archive', endpoint_url: ROOT }) + entry), SAVED)).toMatchObject({
      live: false,
      entries: [{ flags: ['key'] }],
    });
  });

  it('without them leads to the API, unless it declares them', () => {
    const json = {
      '@type': 'LiveBlogPosting',
      liveBlogUpdate: [{ '@type': 'BlogPosting', headline: 'Tide', datePublished: at(1) }],
    };

    expect(read(html(settings()), SAVED)).toMatchObject({ elsewhere: `${ROOT}get-entries/1/latest` });
    expect(
      read(html(`${settings()}<script type="application/ld+json">${JSON.stringify(json)}</script>`), SAVED),
    ).toMatchObject({
      kind: 'schema.org',
    });
  });
});

describe('a page on the web', () => {
  it('leads to the API though it shows entries, for the API has them all', () => {
    expect(read(html(settings() + byPhp(1)), PAGE)).toMatchObject({ elsewhere: `${ROOT}get-entries/1/latest` });
  });

  it.each([
    [
      'an empty container and the link to the REST root',
      '<link rel="https://api.w.org/" href="/wp-json/"><div id="wpcom-liveblog-container" class="42"></div>',
      `${ROOT}get-entries/1/latest`,
    ],
    [
      'settings of its first version',
      settings({ post_id: '42', entriesurl: `${PAGE}liveblog/` }),
      `${PAGE}liveblog/0/`,
    ],
    ['other settings before its own', settings({ plugin_dir: 'x' }) + settings(), `${ROOT}get-entries/1/latest`],
    [
      'a route',
      settings({ endpoint_url: 'https://saltmere.example/?rest_route=/liveblog/v1/42/' }),
      'https://saltmere.example/?rest_route=/liveblog/v1/42/get-entries/1/latest',
    ],
  ])('with %s leads there', (_, body, address) => {
    expect(read(html(body), PAGE)).toMatchObject({ kind: 'wordpress', elsewhere: expect.stringContaining(address) });
  });

  it('whose list says that it is archived has ended', () => {
    expect(read(html(`${settings()}<div id="liveblog-entries" data-is-archived="true"></div>`), PAGE)).toMatchObject({
      ended: true,
    });
  });
});

describe('a live blog of Easy Liveblogs', () => {
  const API = 'https://saltmere.example/wp-json/easy-liveblogs/v1/liveblog/42';
  const update = (id: number, datetime: string) => ({
    id,
    title: 'Tide &amp; wind',
    content: `<p>Text ${id}</p>`,
    time: '18:00',
    datetime,
    html: `<li data-elb-post-id="${id}"><p class="elb-liveblog-post-author">By Ann Lowe</p></li>`,
  });

  it.each([
    ['closed', true],
    ['open', undefined],
  ])('leads from its page to its API (%s)', (status, ended) => {
    const page = html(
      `<div id="elb-liveblog" class="elb-liveblog" data-status="${status}" data-endpoint="${API}"></div>`,
    );

    expect(read(page, PAGE)).toEqual(expect.objectContaining({ elsewhere: API, ...(ended && { ended }) }));
  });

  it('is read whole, with its state and a word on its zone', () => {
    const updates = [update(8, '2026-03-01 18:05:00'), update(7, '2026-03-01 18:00:00')];
    const result = read(
      JSON.stringify({ title: 'Storm', url: PAGE, status: 'closed', last_update: updates[0]?.datetime, updates }),
      API,
    );

    expect(result).toMatchObject({ kind: 'wordpress', title: 'Storm', url: PAGE, live: false, coverage: 'complete' });
    expect(result).toMatchObject({
      entries: [
        {
          sourceId: '7',
          title: 'Tide & wind',
          authors: ['Ann Lowe'],
          publishedAt: Date.parse('2026-03-01T18:00:00Z'),
          body: { text: 'Text 7' },
        },
        { sourceId: '8' },
      ],
      warnings: [expect.stringContaining('read as UTC')],
    });
  });
});
