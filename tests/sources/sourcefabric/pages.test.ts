import { describe, expect, it } from 'vitest';
import type { Snapshot, SourceEntry } from '../../../src/core/entry.ts';
import type { Elsewhere } from '../../../src/ports/source.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';
import { sourcefabric } from '../../../src/sources/sourcefabric/index.ts';
import { documentOf, iso, snapshotOf } from '../reading.ts';

const ID = '0123456789abcdef01234567';
const BLOG = `https://live.saltmere.example/api/client_blogs/${ID}`;
const SAVED = 'file:///tmp/storm.html';
const PAGE = 'https://news.saltmere.example/storm';

const post = (n: number, items: object[], more: object = {}) => ({
  _id: `urn:${n}`,
  _updated: `2026-03-01T18:0${n}:00+00:00`,
  published_date: `2026-03-01T18:0${n}:00+00:00`,
  order: n,
  post_status: 'open',
  deleted: false,
  publisher: { display_name: 'Harbour desk' },
  groups: [{ id: 'root' }, { id: 'main', refs: items.map((item) => ({ item })) }],
  ...more,
});
const text = (n: number) => ({ item_type: 'text', text: `<p>Text ${n}</p>` });
const entryOf = (items: object[], more: object = {}): SourceEntry | undefined =>
  snapshotOf(
    sourcefabric,
    documentOf({ _items: [post(1, items, more)], _meta: { page: 1, total: 1 } }, `${BLOG}/posts`),
  ).entries[0];
const read = (html: string, url: string): Snapshot | Elsewhere =>
  readDocument(documentOf(html, url), { body: createBodyMemo() }).result;
const page = (body: string) => `<!doctype html><html><head><title>Storm</title></head><body>${body}</body></html>`;
const settings = `<script>window.LB = {"api_host":"https://live.saltmere.example/","blog":{"_id":"${ID}","title":"Storm","blog_status":"closed"}};</script>`;

describe('items of a post', () => {
  it.each<[string, object, string]>([
    [
      'a quote without text',
      { item_type: 'quote', text: '', meta: { quote: 'Stay in.', credit: 'The mayor' } },
      'Stay in.\n\nThe mayor',
    ],
    [
      'a poll',
      {
        item_type: 'poll',
        text: '',
        poll_body: { question: 'Will it hold?', answers: [{ option: 'Yes' }, { option: 'No' }] },
      },
      'Will it hold?\n\nYes\nNo',
    ],
    [
      'a score card',
      { item_type: 'Scorecard', text: '<div><b>Saltmere</b> 2 – 1 <b>Tidewick</b></div>' },
      'Saltmere 2 – 1 Tidewick',
    ],
  ])('%s is read', (_, item, expected) => {
    expect(entryOf([item])?.body.text).toBe(expected);
  });

  it('a video that was uploaded is shown', () => {
    const meta = {
      provider_name: 'YoutubeUpload',
      original_url: 'https://www.youtube.com/watch?v=abcdefghijk',
      html: '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
    };

    expect(entryOf([{ item_type: 'video', text: '', meta }])?.body.media).toMatchObject([
      { type: 'video', url: 'https://www.youtube.com/watch?v=abcdefghijk' },
    ]);
  });

  it('several pictures are all there', () => {
    const picture = (n: number) => ({
      item_type: 'image',
      text: '',
      meta: {
        caption: `Wave ${n}`,
        media: { renditions: { baseImage: { href: `https://i.saltmere.example/${n}.jpg` } } },
      },
    });

    expect(entryOf([picture(1), picture(2), picture(3)])?.body.media.map(({ caption }) => caption)).toEqual([
      'Wave 1',
      'Wave 2',
      'Wave 3',
    ]);
  });
});

describe('a post that another newsroom shared', () => {
  const shared = { syndication_in: { producer_blog_title: 'Tidewick live' } };

  it('is by who wrote it there, else by its blog', () => {
    expect(entryOf([{ ...text(1), syndicated_creator: { display_name: 'Tom Hale' } }], shared)?.authors).toEqual([
      'Tom Hale',
    ]);
    expect(entryOf([text(1)], shared)?.authors).toEqual(['Tidewick live']);
  });
});

it('a highlight of the first versions is a key event', () => {
  expect(entryOf([text(1)], { highlight: true })?.flags).toEqual(['key']);
});

describe('a page of the platform that was saved', () => {
  const posts = {
    posts: { _items: [post(3, [text(3)]), post(1, [text(1)])] },
    stickyPosts: { _items: [post(2, [text(2)], { sticky: true })] },
  };

  it('is read from the posts it was written with', () => {
    const result = read(page(`${settings}<script>window.LB.api_response = ${JSON.stringify(posts)};</script>`), SAVED);

    expect(result).toMatchObject({ kind: 'sourcefabric', title: 'Storm', live: false, coverage: 'window' });
    expect(
      (result as Snapshot).entries.map(({ sourceId, body, aside }) => [sourceId, body.text, aside === true]),
    ).toEqual([
      ['urn:1', 'Text 1', false],
      ['urn:2', 'Text 2', true],
      ['urn:3', 'Text 3', false],
    ]);
  });

  const shown = (n: number, more = '', inner = `<div class="lb-item text"><article><p>Text ${n}</p></article></div>`) =>
    `<article class="lb-post list-group-item ${more}" data-post-id="urn:${n}" data-post-sticky="${more.includes('sticky') ? 'True' : 'False'}"><div class="lb-post-header"><div class="lb-post-date-icons"><div class="lb-post-date relativeDate" data-js-timestamp="2026-03-01T18:0${n}:00+00:00">1 March</div></div><div class="lb-author"><div class="lb-author__name"> Ann Lowe </div></div></div><div class="items-container">${inner}</div><div class="lb-post-bottom"><div class="lb-post-updated"><span>Updated</span> <span class="lb-post-updated-time relativeDate" data-js-timestamp="2026-03-01T19:00:00+00:00">1 March</span></div></div></article>`;

  it('is read from the posts it shows', () => {
    const embed =
      '<div class="lb-item embed"><template class="lb_consent--awaiting"><div class="item--embed__element"><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe></div></template></div>';
    const comment = '<div class="lb-item comment"><p>First!</p></div><div class="lb-item text"><p>Thank you.</p></div>';
    const body = [
      shown(5, '', '<div class="lb-item comment"><p>Second!</p></div>'),
      shown(4, 'lb-post--highlighted', embed),
      shown(3, 'advertisement'),
      shown(2, '', comment),
      shown(1, 'sticky'),
    ].join('');
    const { entries } = read(page(settings + body), SAVED) as Snapshot;

    expect(entries.map(({ sourceId, flags, body }) => [sourceId, flags, body.text])).toEqual([
      ['urn:1', ['pinned'], 'Text 1'],
      ['urn:2', [], 'Thank you.'],
      ['urn:4', ['key'], ''],
    ]);
    expect(entries[2]).toMatchObject({ authors: ['Ann Lowe'], body: { media: [{ type: 'video' }] } });
    expect([iso(entries[2]?.publishedAt), iso(entries[2]?.updatedAt)]).toEqual([
      '2026-03-01T18:04:00.000Z',
      '2026-03-01T19:00:00.000Z',
    ]);
  });

  it('leads to the API when it shows none', () => {
    expect(read(page(settings), SAVED)).toMatchObject({ elsewhere: expect.stringContaining(`${BLOG}/posts?`) });
  });

  it('on the web leads to the API, which has them all', () => {
    expect(read(page(settings + shown(1)), PAGE)).toMatchObject({
      elsewhere: expect.stringContaining(`${BLOG}/posts?`),
      ended: true,
    });
  });
});

describe('a publisher’s page with the blog in a frame', () => {
  it.each([
    '<amp-iframe layout="fill" src="FRAME"></amp-iframe>',
    '<iframe loading="lazy" data-lazy-src="FRAME"></iframe>',
    '<iframe class="x" src="FRAME?theme=dark&amp;lang=en"></iframe>',
  ])('leads there (%s)', (frame) => {
    const address = `https://live.saltmere.example/embed/${ID}`;

    expect(read(page(frame.replace('FRAME', address)), PAGE)).toMatchObject({
      kind: 'sourcefabric',
      elsewhere: expect.stringContaining(address),
    });
  });
});
