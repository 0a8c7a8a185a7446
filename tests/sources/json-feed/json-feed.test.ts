import { describe, expect, it } from 'vitest';
import { SourceError } from '../../../src/ports/source.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { jsonFeedSource } from '../../../src/sources/json-feed/index.ts';

const document = (json: unknown) => ({
  url: 'https://saltmere.example/feed.json',
  text: typeof json === 'string' ? json : JSON.stringify(json),
  contentType: '',
  fetchedAt: 0,
});

const read = (json: unknown) => {
  const snapshot = jsonFeedSource.read(document(json), { body: createBodyMemo() });
  if ('elsewhere' in snapshot) throw new Error('a feed is read where it is');
  return snapshot;
};

const version = 'https://jsonfeed.org/version/1.1';

describe('a JSON feed', () => {
  it('gives its entries oldest first, with all the format has', () => {
    const snapshot = read({
      version,
      title: 'Saltmere harbour',
      home_page_url: 'https://saltmere.example/live',
      next_url: '/feed.json?page=2',
      authors: [{ name: 'The desk' }],
      items: [
        {
          id: 8,
          url: '/live/8',
          title: 'Pier shut',
          content_html: '<p>The <b>outer</b> basin</p>',
          content_text: 'other words',
          date_published: '2023-06-05T08:16:00+01:00',
          date_modified: '2023-06-05T07:20:00Z',
          image: '/a.png',
          attachments: [{ url: 'https://saltmere.example/a.mp4', mime_type: 'video/mp4' }],
          author: { name: 'Ada Quay' },
        },
        {
          id: 'https://saltmere.example/live/7',
          content_text: 'One < two.\n\nThree',
          date_published: '2023-06-05T07:00:00Z',
        },
      ],
    });

    expect(snapshot).toMatchObject({
      kind: 'json-feed',
      url: 'https://saltmere.example/live',
      title: 'Saltmere harbour',
      live: null,
      coverage: 'window',
    });
    expect(snapshot.older).toBe('https://saltmere.example/feed.json?page=2');
    expect(snapshot.entries).toMatchObject([
      {
        sourceId: 'https://saltmere.example/live/7',
        url: 'https://saltmere.example/live/7',
        authors: ['The desk'],
        body: { text: 'One < two.\n\nThree' },
      },
      {
        sourceId: '8',
        title: 'Pier shut',
        url: 'https://saltmere.example/live/8',
        authors: ['Ada Quay'],
        publishedAt: Date.UTC(2023, 5, 5, 7, 16),
        updatedAt: Date.UTC(2023, 5, 5, 7, 20),
        body: {
          text: 'The outer basin',
          media: [
            { type: 'image', url: 'https://saltmere.example/a.png' },
            { type: 'video', url: 'https://saltmere.example/a.mp4' },
          ],
        },
      },
    ]);
  });

  it('that has expired has ended', () => {
    expect(read({ version, expired: true, items: [] }).live).toBe(false);
  });

  it('is read although some of it is of the wrong kind', () => {
    const { entries, warnings } = read({
      version,
      title: null,
      items: [{ id: '1', title: null, authors: 7, date_published: {} }, 'lost'],
    });

    expect(entries).toMatchObject([{ sourceId: '1', authors: [] }]);
    expect(warnings).toEqual(['1 of 2 items are not objects and were left out.']);
  });

  it.each([
    ['a name with an address', { author: { name: 'Ada Quay (ada@saltmere.example)' } }, ['Ada Quay']],
    ['a name alone', { author: 'Ada Quay' }, ['Ada Quay']],
    ['names alone', { authors: ['Ada Quay', 'Bo Pier'] }, ['Ada Quay', 'Bo Pier']],
    ['one author for a list', { authors: { name: 'Ada Quay' } }, ['Ada Quay']],
    ['a list for one author', { author: [{ name: 'Ada Quay' }, { name: 'Bo Pier' }] }, ['Ada Quay', 'Bo Pier']],
  ])('is by its authors, also with %s', (_, by, authors) => {
    expect(read({ version, items: [{ id: '1', ...by }] }).entries[0]?.authors).toEqual(authors);
  });

  it.each([
    ['its own page', { url: '/live/1', external_url: 'https://ferries.example/' }, 'https://saltmere.example/live/1'],
    [
      'the page it talks about, where it has none',
      { external_url: 'https://ferries.example/' },
      'https://ferries.example/',
    ],
  ])('leads to %s', (_, addresses, url) => {
    expect(read({ version, items: [{ id: '1', ...addresses }] }).entries[0]?.url).toBe(url);
  });

  it('shows what is attached without its type by its name', () => {
    const attachments = [{ url: 'https://saltmere.example/a.jpg' }, { url: 'https://saltmere.example/a.mp4?x=1' }];
    const [entry] = read({ version, items: [{ id: '1', attachments }] }).entries;

    expect(entry?.body.media.map(({ type }) => type)).toEqual(['image', 'video']);
  });

  it('without a list of items is empty, and says so', () => {
    const { title, entries, warnings } = read({ version, title: 'Saltmere' });

    expect([title, entries, warnings]).toEqual(['Saltmere', [], ['The feed has no list of items.']]);
  });

  it.each([
    ['{"version":"https://jsonfeed.org/version/1","items":[', 'not well-formed JSON'],
    ['{"version":"https://jsonfeed.org/version/1","items":7}', 'no list of items'],
    ['[]', 'no list of items'],
  ])('%j is malformed, with the reason', (text, reason) => {
    expect(() => read(text)).toThrow(SourceError);
    expect(() => read(text)).toThrow(reason);
  });

  it.each([
    [{ version, items: [] }, 'sure'],
    [{ version: 'https://jsonfeed.org/version/1', items: [] }, 'sure'],
    ['{"version":"https:\\/\\/jsonfeed.org\\/version\\/1","items":[]}', 'sure'],
    [{ version: '1.1', items: [] }, 'likely'],
    [{ items: [{ date_published: '2023-06-05T07:16:00Z' }] }, 'likely'],
    [{ title: 'Saltmere', items: [{ id: '7', title: 'Pier shut', _own: {} }] }, 'likely'],
    [{ title: 'Saltmere', items: [{ id: '7', title: 'Pier shut', price: 4 }] }, 'no'],
    [{ title: 'Saltmere', items: [] }, 'no'],
    [{ items: [{}] }, 'no'],
    ['{"items":[{"id":"7"}', 'no'],
    [{ version: '2', entries: [] }, 'no'],
    ['<rss>', 'no'],
  ])('%j is recognised: %s', (json, expected) => {
    expect(jsonFeedSource.recognise(document(json))).toBe(expected);
  });
});
