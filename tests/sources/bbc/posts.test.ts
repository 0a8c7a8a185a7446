import { describe, expect, it } from 'vitest';
import { bbc } from '../../../src/sources/bbc/index.ts';
import { documentOf, iso } from '../reading.ts';
import { asset, block, boxed, fragment, page, paragraph, post, read } from './data.ts';

const one = (rest: object) => read(page([post(1, rest)])).entries[0];

describe('a post', () => {
  it('names the people in its head', () => {
    const person = {
      id: 'x',
      ...block('contributor', { name: 'Ann Lowe', subtitle: 'Harbour correspondent', external: false, blocks: [] }),
    };
    const byline = block('byline', {
      blocks: [
        block('contributor', {
          blocks: [
            block('name', { blocks: [boxed('text', 'Tom Hale')] }),
            block('role', { blocks: [boxed('text', 'BBC News')] }),
          ],
        }),
      ],
    });

    expect(one({ header: { model: { blocks: [boxed('headline', 'Storm'), person] } } })).toMatchObject({
      title: 'Storm',
      authors: ['Ann Lowe'],
    });
    expect(one({ header: { model: { blocks: [boxed('headline', 'Storm'), byline] } } })?.authors).toEqual(['Tom Hale']);
    expect(one({ content: { model: { blocks: [byline, paragraph(fragment('Rain.'))] } } })).toMatchObject({
      authors: ['Tom Hale'],
      body: { text: 'Rain.' },
    });
  });

  it.each([
    ['without a head', { header: undefined }],
    ['with an empty head', { header: { model: null } }],
    ['without options', { options: null }],
    [
      'with fields nobody knows',
      { options: { isBreakingNews: null, tide: 'high' }, typeCode: 7, mood: ['x'], link: 'x' },
    ],
  ])('%s survives', (_how, rest) => {
    expect(one(rest)).toMatchObject({ sourceId: asset(1), flags: [], body: { text: 'Text 1' } });
  });

  it('without an id of its own is kept, and has no address of its own', () => {
    const [entry] = read(page([post(1, { urn: undefined }), post(2, { urn: null })])).entries;

    expect(entry).toMatchObject({ title: 'Post 1', body: { text: 'Text 1' } });
    expect(entry).not.toHaveProperty('sourceId');
    expect(entry).not.toHaveProperty('url');
  });

  it('without a head or text shows what its promotion says', () => {
    const entry = one({
      header: null,
      content: null,
      titles: [
        { title: null, source: 'primary' },
        { title: 'Storm over Saltmere', source: 'seo' },
      ],
      descriptions: [{ text: 'Ferries stop.', source: 'primary' }],
      images: [{ url: 'https://ichef.bbci.co.uk/news/976/a.jpg', altText: 'Waves', copyright: 'Tom Hale' }],
    });

    expect(entry).toMatchObject({
      title: 'Storm over Saltmere',
      body: {
        text: 'Ferries stop.',
        media: [{ type: 'image', url: 'https://ichef.bbci.co.uk/news/976/a.jpg', alt: 'Waves', credit: 'Tom Hale' }],
      },
    });
  });

  it.each(["45'+2", "90'", '12.3'])('of a match keeps its minute: %s', (minute) => {
    const dates = {
      firstPublished: '2026-03-01T16:00:00Z',
      lastPublished: '2026-03-01T16:00:00Z',
      time: minute,
      curated: null,
    };

    expect(one({ header: null, dates })).toMatchObject({
      title: minute,
      publishedAt: Date.parse('2026-03-01T16:00:00Z'),
    });
    expect(one({ dates })?.title).toBe('Post 1');
    expect(one({ header: null, dates: { time: minute } })).not.toHaveProperty('publishedAt');
  });

  it.each([
    ['KEY_EVENT', {}, ['key']],
    ['KEY_POINT', {}, ['key']],
    ['SUMMARY', {}, ['summary']],
    ['BREAKING', {}, ['breaking']],
    ['ANALYSIS', {}, []],
    ['GET_INVOLVED', {}, []],
    [null, { isBreakingNews: true }, ['breaking']],
    [null, { isPinned: true }, ['pinned']],
  ])('of the kind %s with %j is marked %j', (typeCode, options, flags) => {
    expect(one({ typeCode, options })?.flags).toEqual(flags);
  });

  it('of a newer type is a post, a promotion is none', () => {
    const results = [post(1, { type: 'VIDEO_POST' }), post(2, { type: 'PROMO' }), post(3, { type: 'ADVERT' })];

    expect(read(page(results)).entries.map((entry) => entry.sourceId)).toEqual([asset(1)]);
  });
});

describe('a live page', () => {
  it('whose stream has not begun has no entries yet', () => {
    const content = page([], { liveTextStream: { id: 'x', contributors: null, content: null } });

    expect(bbc.recognise(documentOf(content))).toBe('sure');
    expect(read(content)).toMatchObject({ title: 'Storm reaches Saltmere', live: true, entries: [] });
  });

  it('of the main site has its stream, its head and its points in data of their own', () => {
    const item = (text: string) => block('listItem', { blocks: [paragraph(fragment(text))] });
    const points = {
      content: { model: { blocks: [block('unorderedList', { blocks: [item('Ferries stop'), item('Trains run')] })] } },
    };
    const data = {
      data: {
        'seo-metadata?x=1': { data: { name: 'x' } },
        'live-header?id=1': {
          name: 'live-header',
          data: { title: 'Storm reaches Saltmere', isLive: false, summaryPoints: points },
        },
        'stream?globalContainerPolling=true&liveTextStreamId=1': {
          name: 'stream',
          data: { results: [post(1)], page: { index: 1, total: 2 } },
        },
      },
    };
    const html = `<html><head><title>Storm - BBC News</title></head><body><script>window.__INITIAL_DATA__=${JSON.stringify(JSON.stringify(data))};</script></body></html>`;

    expect(bbc.recognise(documentOf(html))).toBe('sure');
    expect(read(html, 'https://www.bbc.co.uk/news/live/c0saltmere1t')).toMatchObject({
      title: 'Storm reaches Saltmere',
      live: false,
      keyPoints: ['Ferries stop', 'Trains run'],
      older: 'https://www.bbc.co.uk/news/live/c0saltmere1t?page=2',
      entries: [{ sourceId: asset(1) }],
    });
  });

  it('that names itself nowhere but in its head is called so', () => {
    const data = {
      data: { 'stream?liveTextStreamId=1': { data: { results: [post(1)], page: { index: 1, total: 1 } } } },
    };
    const html = `<html><head><meta property="og:title" content="Storm reaches Saltmere"></head><body><script>window.__INITIAL_DATA__=${JSON.stringify(data)};</script></body></html>`;

    expect(read(html)).toMatchObject({ title: 'Storm reaches Saltmere', coverage: 'complete' });
  });

  it('as the answer to a poll is its posts', () => {
    const content = { results: [post(2, { urn: undefined }), post(1)], page: { index: 1, total: 1 } };

    expect(bbc.recognise(documentOf(content))).toBe('sure');
    expect(read(content).entries.map((entry) => entry.title)).toEqual(['Post 1', 'Post 2']);
  });
});

describe('a live page without its data', () => {
  const at = (clock: string): string => `2026-03-01T${clock}:00.000Z`;
  const article = (n: number, clock: string, label = '') =>
    `<li><article class="x"><h3 id="${asset(n)}" tabindex="-1"><span role="text"><span><time datetime="${at(clock)}">${clock} GMT</time>${label}</span><span class="y">Post ${n}</span><span class="vh">, </span><span class="z">Ann Lowe, reporting from Saltmere</span></span></h3><div><p>Text ${n} <a href="https://saltmere.example/tides">tides</a></p><figure><img src="https://ichef.bbci.co.uk/ace/standard/976/a.jpg" alt="Waves"></figure></div><button>Share</button></article></li>`;
  const html = `<html><head><link rel="canonical" href="https://www.bbc.com/news/live/c0saltmere1t"></head><body><h1>Storm reaches Saltmere</h1><section role="region" aria-label="Summary" data-e2e="key-points"><h2>Summary</h2><ul><li>Ferries stop</li></ul></section><ol>${article(2, '19:30', '<span data-testid="breaking-news-label">Breaking</span><span>, </span>')}${article(1, '18:00')}</ol></body></html>`;

  it('is read from its articles', () => {
    const snapshot = read(html);

    expect(bbc.recognise(documentOf(html))).toBe('sure');
    expect(snapshot).toMatchObject({
      url: 'https://www.bbc.com/news/live/c0saltmere1t',
      title: 'Storm reaches Saltmere',
      keyPoints: ['Ferries stop'],
    });
    expect(snapshot.entries).toMatchObject([
      { sourceId: asset(1), title: 'Post 1', authors: ['Ann Lowe'], flags: [], body: { text: 'Text 1 tides' } },
      { sourceId: asset(2), title: 'Post 2', flags: ['breaking'], body: { media: [{ type: 'image', alt: 'Waves' }] } },
    ]);
    expect(snapshot.entries.map((entry) => iso(entry.publishedAt))).toEqual([at('18:00'), at('19:30')]);
  });
});
