import { describe, expect, it } from 'vitest';
import { wordpress } from '../../../src/sources/wordpress/index.ts';
import { capture, documentOf, haveCaptures, iso, snapshotOf } from '../reading.ts';

const ROOT = 'https://saltmere.example/wp-json/liveblog/v1/42/';
const T = 1_772_388_000;

function entry(id: number | string, seconds: number, rest: object = {}) {
  const time = T + seconds;
  const html = `<p>Text ${id}</p>`;
  return {
    id,
    type: 'new',
    render: html,
    content: html,
    css_classes: 'liveblog',
    timestamp: time,
    entry_time: time,
    ...rest,
  };
}

const read = (content: unknown, url = `${ROOT}get-entries/1/latest`, cursor?: string) =>
  snapshotOf(wordpress, documentOf(content, url), cursor === undefined ? {} : { cursor });

describe('a page of entries', () => {
  it('leaves out a link that leads nowhere on the web', () => {
    const { entries } = read({ entries: [entry(1, 0, { share_link: 'javascript:alert(1)' })], page: 1, pages: 1 });

    expect(entries.map(({ url }) => url)).toEqual([undefined]);
  });

  it('gives them oldest first, ids as text, with authors, link and key flag', () => {
    const first = {
      authors: [{ id: 1, name: 'Ann &amp; Tom' }],
      share_link: 'https://saltmere.example/storm/#1',
      key_event: true,
    };
    const snapshot = read({
      entries: [entry('2', 60, { author_link: '<a href="#">Tom Hale</a>' }), entry(1, 0, first)],
      page: 1,
      pages: 1,
    });

    expect(snapshot).toMatchObject({
      kind: 'wordpress',
      url: 'https://saltmere.example/storm/',
      coverage: 'complete',
      cursor: String(T + 60),
    });
    expect(snapshot.entries).toMatchObject([
      {
        sourceId: '1',
        authors: ['Ann & Tom'],
        flags: ['key'],
        url: 'https://saltmere.example/storm/#1',
        publishedAt: T * 1000,
      },
      { sourceId: '2', authors: ['Tom Hale'], flags: [] },
    ]);
  });

  it('of several names the older one, pinned to what is newest now', () => {
    const snapshot = read({ entries: [entry(9, 60), entry(8, 0)], page: 1, pages: 3 });

    expect(snapshot).toMatchObject({ coverage: 'window', older: `${ROOT}get-entries/2/9-${T + 60}` });
  });

  it('keeps entries that differ in nothing but their id', () => {
    const same = { render: '<p>Goal!</p>', content: '<p>Goal!</p>' };

    expect(read({ entries: [3, 2, 1].map((id) => entry(id, 0, same)), page: 1, pages: 1 }).entries).toHaveLength(3);
  });
});

describe('a poll', () => {
  it('plays new, update and delete in the order of their time', () => {
    const snapshot = read(
      {
        entries: [
          entry(5, 50),
          entry(3, 70, { type: 'update', render: '<p>Corrected</p>', entry_time: T }),
          entry(2, 80, { type: 'delete', render: '', content: '' }),
          entry(5, 90, { type: 'delete', render: '', content: '' }),
          entry(3, 60, { type: 'update', render: '<p>Draft</p>', entry_time: T }),
        ],
        latest_timestamp: T + 90,
        refresh_interval: 10,
      },
      `${ROOT}entries/${T}/9999999999`,
    );

    expect(snapshot).toMatchObject({
      coverage: 'increment',
      deleted: ['2', '5'],
      refreshAfter: 10_000,
      cursor: String(T + 90),
    });
    expect(snapshot.entries).toMatchObject([
      { sourceId: '3', publishedAt: T * 1000, updatedAt: (T + 70) * 1000, body: { text: 'Corrected' } },
    ]);
  });

  it('with nothing in it keeps the cursor', () => {
    const snapshot = read({ entries: [], latest_timestamp: null, refresh_interval: 10 }, `${ROOT}entries/1/2`, '123');

    expect(snapshot).toMatchObject({ coverage: 'increment', entries: [], cursor: '123' });
  });
});

describe('the text of an entry', () => {
  it.each([
    [
      'the expanded command',
      { render: '<p><span class="liveblog-command type-key">key</span> Tide turns</p>' },
      'Tide turns',
      ['key'],
    ],
    ['the typed command', { render: '', content: '<p>/key Tide turns</p>' }, 'Tide turns', ['key']],
    ['a word that only begins like it', { render: '', content: '<p>/keys are lost</p>' }, '/keys are lost', []],
  ])('is free of %s', (_what, rest, text, flags) => {
    const [first] = read({ entries: [entry(1, 0, rest)], page: 1, pages: 1 }).entries;

    expect([first?.body.text, first?.flags]).toEqual([text, flags]);
  });
});

describe('a page with a live blog', () => {
  const settings = (rest: object) =>
    `<html><script type="text/javascript">\nvar liveblog_settings = ${JSON.stringify(rest).replaceAll('/', '\\/')};\n</script></html>`;

  it('leads to the API', () => {
    const document = documentOf(settings({ post_id: '42', endpoint_url: ROOT }), 'https://saltmere.example/storm/');

    expect(wordpress.recognise(document)).toBe('sure');
    expect(wordpress.read(document, { body: () => expect.fail() })).toMatchObject({
      elsewhere: `${ROOT}get-entries/1/latest`,
    });
  });

  it('leads there from a file, too', () => {
    const document = documentOf(settings({ post_id: '42', endpoint_url: ROOT }), '');

    expect(wordpress.recognise(document)).toBe('likely');
    expect(wordpress.read(document, { body: () => expect.fail() })).toMatchObject({
      elsewhere: `${ROOT}get-entries/1/latest`,
    });
  });

  it('that names no endpoint leads there by its post and the link to the REST root', () => {
    const html = `<link rel="https://api.w.org/" href="/wp-json/">${settings({ post_id: '42' })}`;
    const document = documentOf(html, 'https://saltmere.example/storm/');

    expect(wordpress.read(document, { body: () => expect.fail() })).toMatchObject({
      elsewhere: `${ROOT}get-entries/1/latest`,
    });
  });

  it('without settings that can be read is not recognised', () => {
    expect(wordpress.recognise(documentOf('<script>var liveblog_settings = {"post_id":};</script>'))).toBe('no');
  });
});

describe('where to read next', () => {
  const LEGACY = 'https://saltmere.example/storm/liveblog/';
  it.each([
    [`${ROOT}get-entries/1/latest`, true, '7', 9_500, `${ROOT}get-entries/1/latest`],
    [`${ROOT}get-entries/1/latest`, false, '7', 9_500, `${ROOT}entries/7/9`],
    [`${ROOT}get-entries/1/latest`, false, '7', undefined, `${ROOT}get-entries/1/latest`],
    [`${ROOT}entries/1/2`, false, undefined, 9_500, `${ROOT}get-entries/1/latest`],
    [`${LEGACY}0/5/`, false, '7', 9_500, `${LEGACY}7/9/`],
    [`${LEGACY}0/5/`, true, '7', 9_500, `${LEGACY}0/9/`],
    [`${LEGACY}0/5/`, true, undefined, undefined, `${LEGACY}0/5/`],
    ['https://saltmere.example/storm/', false, '7', 9_500, 'https://saltmere.example/storm/'],
  ])('%s, full: %s, cursor %s, now %s', (url, full, cursor, now, expected) => {
    const next = { url, full, ...(cursor === undefined ? {} : { cursor }), ...(now === undefined ? {} : { now }) };

    expect(wordpress.request(next).url).toBe(expected);
  });
});

describe('a broken answer', () => {
  it('loses only the entries that are broken', () => {
    const snapshot = read({
      entries: [null, { id: null }, entry(1, 0, { render: null, timestamp: 'x', authors: 5 })],
      page: 'x',
    });

    expect(snapshot.entries).toMatchObject([{ sourceId: '1', body: { text: 'Text 1' }, authors: [] }]);
    expect(snapshot.warnings).toEqual([expect.stringMatching(/^2 of 3 entries could not be read/u)]);
  });

  it.each(['{"entries":3,"refresh_interval":1}', '{"entries":[', '{"code":"rest_no_route"}'])(
    '%s is malformed',
    (content) => {
      expect(() => read(content)).toThrow(expect.objectContaining({ kind: 'malformed' }));
    },
  );
});

describe.skipIf(!haveCaptures)('captures of the plugin (../shared/fixtures/wordpress)', () => {
  const captured = (name: string) => documentOf(capture(`wordpress/${name}.json`));

  it('five equal entries of one second are five', () => {
    const { entries } = snapshotOf(wordpress, captured('get-entries-page1'));

    expect(entries.map((entry) => entry.sourceId)).toEqual(['2973', '2974', '2975', '2976', '2977']);
    expect(entries.every((entry) => entry.authors[0] === 'bb_admin')).toBe(true);
    expect(iso(entries[0]?.publishedAt)).toBe('2017-11-28T12:43:31.000Z');
  });

  it('a poll tells how long to wait', () => {
    expect(snapshotOf(wordpress, captured('entries-polling'))).toMatchObject({
      coverage: 'increment',
      refreshAfter: 10_000,
      cursor: '1511882674',
      entries: [{ sourceId: '3250' }],
    });
  });

  it('a key event has lost its command', () => {
    const [entry] = snapshotOf(wordpress, captured('get-key-events')).entries;

    expect([entry?.body.text, entry?.flags]).toEqual(['This is a test Key Event', ['key']]);
  });

  it.each(['apply-updates-case', 'apply-updates-key-events-case'])('%s ends as the plugin says', (name) => {
    const sample = JSON.parse(capture(`wordpress/${name}.json`)) as Record<
      string,
      Record<string, { id: number; content: string }>
    >;
    const [before, changes, after] = Object.values(sample);
    const known = read({ entries: Object.values(before ?? {}) }).entries;
    const { entries, deleted } = read({ entries: changes, latest_timestamp: null });

    const shown = new Map([...known, ...entries].map((entry) => [entry.sourceId, entry.body.text]));
    for (const id of deleted) shown.delete(id);

    const expected = Object.values(after ?? {}).map(({ id, content }) => [String(id), content]);
    // An event that lost its key mark leaves the plugin's list of key events; it stays an entry, without text here.
    expect([...shown].filter(([, text]) => text !== '').sort()).toEqual(expected.sort());
  });
});
