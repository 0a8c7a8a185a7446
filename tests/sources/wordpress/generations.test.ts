import { describe, expect, it } from 'vitest';
import { recogniseDocument } from '../../../src/sources/read.ts';
import { wordpress } from '../../../src/sources/wordpress/index.ts';
import { documentOf, iso, snapshotOf } from '../reading.ts';

const ROOT = 'https://saltmere.example/wp-json/liveblog/v1/42/';
const T = 1_772_388_000;

const record = (id: number, seconds: number, more: object = {}) => ({
  id,
  type: 'new',
  render: `<p>Text ${id}</p>`,
  content: `<p>Text ${id}</p>`,
  css_classes: 'liveblog',
  timestamp: T + seconds,
  entry_time: T + seconds,
  ...more,
});
const page = (entries: unknown, more: object = {}) => ({ entries, page: 1, pages: 1, ...more });
const read = (content: unknown, url = `${ROOT}get-entries/1/latest`) => snapshotOf(wordpress, documentOf(content, url));
const only = (more: object) => read(page([record(1, 0, more)])).entries[0];

describe('entries that are kept as posts', () => {
  it('are not relayed while they are drafts, and are withdrawn when they become drafts again', () => {
    const drafts = [record(1, 0, { status: 'draft' }), record(2, 5, { status: 'publish' })];
    const { entries, deleted } = read(page([...drafts, record(3, 9, { type: 'update', status: 'draft' })]));

    expect(entries.map(({ sourceId }) => sourceId)).toEqual(['2']);
    expect(deleted).toEqual(['3']);
  });

  it('are gone when they are deleted, though the deletion has no time', () => {
    const gone = { ...record(1, 0), type: 'delete', timestamp: 0, entry_time: 0, render: '', status: 'delete' };
    const { entries, deleted } = read({ entries: [record(1, 50, { type: 'update' }), gone], latest_timestamp: T + 50 });

    expect([entries, deleted]).toEqual([[], ['1']]);
  });

  it('name their page and themselves in its address', () => {
    const link = 'https://saltmere.example/storm/?lbup=1';
    const snapshot = read(page([record(1, 0, { share_link: link, headline: 'The <em>pier</em>' })]));

    expect(snapshot.url).toBe('https://saltmere.example/storm/');
    expect(snapshot.entries).toMatchObject([{ url: link, title: 'The pier' }]);
  });
});

describe('times that run before the clock by the zone of the site', () => {
  const ahead = (seconds: number) => ({ entry_time: T + seconds + 7200 });

  it('are read as if they did not', () => {
    const { entries } = read(
      page([record(1, 0, ahead(0)), record(2, 60, ahead(60)), record(3, 120, { type: 'update', ...ahead(30) })]),
    );

    expect(entries.map(({ sourceId, publishedAt, updatedAt }) => [sourceId, iso(publishedAt), iso(updatedAt)])).toEqual(
      [
        ['1', '2026-03-01T18:00:00.000Z', undefined],
        ['3', '2026-03-01T18:00:30.000Z', '2026-03-01T18:02:00.000Z'],
        ['2', '2026-03-01T18:01:00.000Z', undefined],
      ],
    );
  });

  it('are left alone where they do so for any other reason', () => {
    const { entries } = read(page([record(1, 0, { entry_time: T + 7200 }), record(2, 60)]));

    expect(entries.map(({ publishedAt }) => iso(publishedAt))).toEqual([
      '2026-03-01T18:01:00.000Z',
      '2026-03-01T20:00:00.000Z',
    ]);
  });
});

describe('lists that PHP wrote as objects', () => {
  it('are lists', () => {
    const { entries } = read(
      page({ '7': record(7, 0, { authors: { '1': { name: 'Ann Lowe' } } }), '9': record(9, 5) }),
    );

    expect(entries.map(({ sourceId, authors }) => [sourceId, authors])).toEqual([
      ['7', ['Ann Lowe']],
      ['9', []],
    ]);
  });
});

describe('marks of an entry', () => {
  it.each<[string, object, string[]]>([
    ['its own field', { pinned: true }, ['pinned']],
    ['the expanded command', { render: '<p>Text 1<span class="liveblog-command type-pin">pin</span></p>' }, ['pinned']],
    ['the command as it was typed', { render: '', content: 'Text 1 /key' }, ['key']],
    ['its classes', { css_classes: 'liveblog type-key type-breaking' }, ['key', 'breaking']],
  ])('are told by %s', (_, more, flags) => {
    expect([only(more)?.flags, only(more)?.body.text]).toEqual([flags, 'Text 1']);
  });

  it('an address is no command', () => {
    const entry = only({ render: '<p>See saltmere.example/key and and/or /keys</p>' });

    expect([entry?.flags, entry?.body.text]).toEqual([[], 'See saltmere.example/key and and/or /keys']);
  });

  it('a pinned entry on the first of several pages says nothing about its neighbours', () => {
    const { entries } = read(page([record(1, 0, { pinned: true }), record(8, 50), record(9, 60)], { pages: 3 }));

    expect(entries.map(({ aside }) => aside === true)).toEqual([true, false, false]);
  });
});

describe('the text of an entry', () => {
  it('has emojis as letters', () => {
    const image =
      '<img src="//s.w.org/images/core/emoji/72x72/1f44d.png" class="liveblog-emoji emoji-thumbsup" data-emoji="thumbsup">';

    expect(only({ render: `<p>Up ${image}</p>` })?.body).toMatchObject({ text: 'Up 👍', media: [] });
  });

  it('that was never made a page has no shortcodes, and shows what they and bare addresses stand for', () => {
    const content = [
      '[caption id="a" width="3"]<img src="https://i.saltmere.example/a.jpg" alt="Pier"> Waves[/caption]',
      'High [sic] tide [liveblog_key_events title="Key"]',
      '[embed]https://www.youtube.com/watch?v=abcdefghijk[/embed]',
      'https://twitter.com/tom/status/1',
    ].join('\r\n');

    expect(only({ render: '', content })?.body).toMatchObject({
      text: 'High [sic] tide',
      media: [
        { type: 'image', url: 'https://i.saltmere.example/a.jpg', alt: 'Pier', caption: 'Waves' },
        { type: 'video', url: 'https://www.youtube.com/watch?v=abcdefghijk' },
        { type: 'embed', url: 'https://twitter.com/tom/status/1' },
      ],
    });
  });
});

describe('a site without pretty addresses', () => {
  const plain = 'https://saltmere.example/blog/?rest_route=/liveblog/v1/42/';

  it.each([
    [`${plain}get-entries/1/latest`, `${plain}entries/7/9`],
    [`${plain.replaceAll('/liveblog', '%2Fliveblog').replace('v1/42/', 'v1%2F42%2F')}`, `${plain}entries/7/9`],
  ])('is polled by its route (%s)', (url, expected) => {
    expect(wordpress.request({ url, full: false, cursor: '7', now: 9_500 }).url).toBe(expected);
  });

  it('names older pages by it', () => {
    const { older } = read(page([record(9, 60)], { pages: 2 }), `${plain}get-entries/1/latest`);

    expect(older).toBe(`${plain}get-entries/2/9-${T + 60}`);
  });
});

describe('an answer of WordPress that refuses', () => {
  it.each([
    ['rest_liveblog_not_found', 404, 'gone'],
    ['rest_forbidden', 401, 'refused'],
    ['rest_no_route', 400, 'malformed'],
  ])('says so in its words (%s)', (code, status, kind) => {
    const document = documentOf(
      { code, message: 'Liveblog &amp; all not found.', data: { status } },
      'file:///tmp/answer.json',
    );

    expect(recogniseDocument(document).kind).toBe('wordpress');
    expect(() => snapshotOf(wordpress, document)).toThrow(
      expect.objectContaining({ kind, message: expect.stringContaining('“Liveblog & all not found.”') }),
    );
  });
});

it('numbers that are written as text count as numbers', () => {
  const snapshot = read({ entries: [record(1, 0)], latest_timestamp: String(T), refresh_interval: '15' });

  expect(snapshot).toMatchObject({ cursor: String(T), refreshAfter: 15_000 });
});
