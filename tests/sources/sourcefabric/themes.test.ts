import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/entry.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';
import { sourcefabric } from '../../../src/sources/sourcefabric/index.ts';
import { documentOf, iso, snapshotOf } from '../reading.ts';

const API = 'https://live.saltmere.example/api/client_blogs/0123456789abcdef01234567/posts';
const post = (more: object) => ({
  _id: 'urn:1',
  _updated: '2026-03-01T18:00:00+00:00',
  published_date: '2026-03-01T18:00:00+00:00',
  order: 1,
  post_status: 'open',
  groups: [{ id: 'main', refs: [{ item: { item_type: 'text', text: 'High tide.' } }] }],
  ...more,
});
const read = (content: unknown) => snapshotOf(sourcefabric, documentOf(content, API));

describe('who wrote a post', () => {
  const desk = { display_name: 'Harbour desk' };

  it.each([
    [
      'is named before who published it',
      { publisher: desk, original_creator: { display_name: 'Ann Lowe' } },
      'Ann Lowe',
    ],
    ['is named by a by-line', { original_creator: { display_name: 'ann', byline: 'Ann Lowe' } }, 'Ann Lowe'],
    ['is who published it where only an id is given', { publisher: desk, original_creator: '5a' }, 'Harbour desk'],
  ])('%s', (_what, people, name) => {
    expect(read({ _items: [post(people)] }).entries[0]?.authors).toEqual([name]);
  });

  it('is named under a quote whose text does not say it', () => {
    const quote = (text: string) => ({ item_type: 'quote', text, meta: { quote: 'We sail.', credit: 'The mayor' } });
    const said = (text: string) =>
      read({ _items: [post({ groups: [{ refs: [{ item: quote(text) }] }] })] }).entries[0]?.body.text;

    expect(said('<blockquote><p>We sail.</p></blockquote>')).toBe('We sail.\n\nThe mayor');
    expect(said('<blockquote><p>We sail.</p><p>The mayor</p></blockquote>')).toBe('We sail.\n\nThe mayor');
  });
});

describe('one post by itself', () => {
  it('says nothing of the others', () => {
    expect(read(post({}))).toMatchObject({ coverage: 'increment', entries: [{ sourceId: 'urn:1' }] });
  });
});

describe('a page of a theme of 2016', () => {
  it('has its items beside date and author', () => {
    const drawn = (n: number) =>
      `<article class="lb-post list-group-item" data-js-post-id="urn:${n}"><div class="lb-type"></div><div class="lb-post-date" data-js-timestamp="2016-03-31T1${n}:00:00+00:00">x</div><div class="lb-item"><article><p>Text ${n}</p></article></div><div class="lb-author"><div class="lb-author__name">Ann Lowe</div></div></article>`;

    const { kind, entries } = readDocument(
      documentOf(`<html><body><section class="lb-posts">${drawn(2)}${drawn(1)}</section></body></html>`),
      {
        body: createBodyMemo(),
      },
    ).result as Snapshot;

    expect(kind).toBe('sourcefabric');
    expect(
      entries.map(({ sourceId, authors, body, publishedAt }) => [sourceId, authors, body.text, iso(publishedAt)]),
    ).toEqual([
      ['urn:1', ['Ann Lowe'], 'Text 1', '2016-03-31T11:00:00.000Z'],
      ['urn:2', ['Ann Lowe'], 'Text 2', '2016-03-31T12:00:00.000Z'],
    ]);
  });
});

describe('a page of the theme for AMP', () => {
  it('has its posts under the ids of the API, and none that was deleted', () => {
    const drawn = (n: number, more = '') =>
      `<article id="urnnewsmllocalhost20260301T1${n}00001234568a81257330454abc8d00aaaaaaaaaaa${n}" data-sort-time="${Date.parse(`2026-03-01T1${n}:00:00Z`) / 1000}" class="lb-post list-group-item" ${more}><div class="lb-post-date">x</div><div class="lb-author__name">Ann Lowe</div><div class="lb-item"><article><p>Text ${n}</p></article></div></article>`;

    const { kind, entries } = readDocument(
      documentOf(
        `<html><body><amp-live-list><div items>${drawn(3, 'data-tombstone="true"')}${drawn(2)}${drawn(1)}</div></amp-live-list></body></html>`,
      ),
      { body: createBodyMemo() },
    ).result as Snapshot;

    expect(kind).toBe('sourcefabric');
    expect(entries.map(({ sourceId, body, publishedAt }) => [sourceId, body.text, iso(publishedAt)])).toEqual(
      [1, 2].map((n) => [
        `urn:newsml:localhost:2026-03-01T1${n}:00:00.123456:8a812573-3045-4abc-8d00-aaaaaaaaaaa${n}`,
        `Text ${n}`,
        `2026-03-01T1${n}:00:00.000Z`,
      ]),
    );
  });
});

describe('a scorecard without text', () => {
  it('says who has scored how often, and when', () => {
    const data = {
      home: { name: 'Saltmere', score: '2', scorers: [{ time: '12', name: 'Reed' }] },
      away: { name: 'Harbour', score: '1' },
    };
    const scorecard = { item_type: 'Scorecard', text: '', meta: { data } };

    expect(read({ _items: [post({ groups: [{ refs: [{ item: scorecard }] }] })] }).entries[0]?.body.text).toBe(
      'Saltmere 2 : 1 Harbour\n\n12′ Reed',
    );
  });
});
