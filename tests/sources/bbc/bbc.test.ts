import { describe, expect, it } from 'vitest';
import { bylineAuthors } from '../../../src/sources/bbc/byline.ts';
import { bbc } from '../../../src/sources/bbc/index.ts';
import { capture, documentOf, haveCaptures, iso, snapshotOf } from '../reading.ts';

const fragment = (text: string, ...attributes: string[]) => ({ type: 'fragment', model: { text, attributes } });
const paragraph = (...blocks: object[]) => ({ type: 'paragraph', model: { blocks } });
const textBlock = (type: string, ...lines: string[]) => ({
  type,
  model: { blocks: [{ type: 'text', model: { blocks: lines.map((line) => paragraph(fragment(line))) } }] },
});

function post(n: number, clock: string, rest: object = {}) {
  return {
    typeCode: null,
    type: 'POST',
    urn: `asset:0000000${n}-aaaa-bbbb-cccc-000000000000`,
    header: { model: { blocks: [textBlock('headline', `Post ${n}`)] } },
    content: { model: { blocks: [fragment('\n   '), paragraph(fragment(`Text ${n}`))] } },
    options: { isBreakingNews: false },
    dates: { firstPublished: `2026-03-01T${clock}:00Z`, lastPublished: `2026-03-01T${clock}:00Z`, curated: null },
    ...rest,
  };
}

function page(results: unknown, rest: object = {}) {
  return {
    data: {
      title: 'Storm reaches Saltmere',
      isLive: true,
      home: 'news',
      metadata: { atiAnalytics: { contentId: 'urn:bbc:tipo:topic:c0saltmere1t' } },
      liveTextStream: { content: { data: { results, page: { index: 1, total: 3 } } } },
      ...rest,
    },
  };
}

const read = (content: unknown, url?: string) => snapshotOf(bbc, documentOf(content, url));

describe('page data', () => {
  it('gives its posts oldest first, with title, times, link and flags', () => {
    const snapshot = read(
      page([
        post(2, '19:30', { options: { isBreakingNews: true } }),
        post(1, '18:00', {
          dates: { firstPublished: '2026-03-01T18:00:00+00:00', lastPublished: '2026-05-01T18:00:00Z' },
        }),
      ]),
    );

    expect(snapshot).toMatchObject({
      kind: 'bbc',
      title: 'Storm reaches Saltmere',
      url: 'https://www.bbc.com/news/live/c0saltmere1t',
      live: true,
      coverage: 'window',
      older: 'https://www.bbc.com/news/live/c0saltmere1t?page=2',
    });
    expect(
      snapshot.entries.map((entry) => [entry.title, iso(entry.publishedAt), iso(entry.updatedAt), entry.flags]),
    ).toEqual([
      ['Post 1', '2026-03-01T18:00:00.000Z', '2026-05-01T18:00:00.000Z', []],
      ['Post 2', '2026-03-01T19:30:00.000Z', undefined, ['breaking']],
    ]);
  });

  it('joins fragments without a gap, keeps emphasis, links and lists', () => {
    const link = {
      type: 'urlLink',
      model: { text: 'tide table', locator: 'https://saltmere.example/tides', blocks: [] },
    };
    const list = {
      type: 'unorderedList',
      model: {
        blocks: [
          { type: 'listItem', model: { blocks: [fragment('\n   The pier\n ')] } },
          { type: 'listItem', model: { blocks: [paragraph(fragment('The quay'))] } },
        ],
      },
    };
    const content = {
      model: {
        blocks: [
          paragraph(fragment('The '), fragment('sea', 'bold', 'italic'), fragment('wall: '), link),
          list,
          paragraph(),
        ],
      },
    };

    const [entry] = read(page([post(1, '18:00', { content })])).entries;

    expect(entry?.body.text).toBe('The seawall: tide table\n\nThe pier\nThe quay');
    expect(entry?.body.links).toEqual([{ text: 'tide table', url: 'https://saltmere.example/tides' }]);
    expect(JSON.stringify(entry?.body.tree)).toContain('"strong"');
  });

  it('a picture brings alt, caption and credit, a video its caption', () => {
    const image = {
      type: 'image',
      model: {
        blocks: [
          { type: 'rawImage', model: { locator: '1/storm.jpg', originCode: 'cpsprodpb', copyrightHolder: 'Tom Hale' } },
          textBlock('altText', 'Waves'),
          textBlock('caption', 'Waves & spray'),
        ],
      },
    };
    const video = {
      type: 'video',
      model: {
        locator: 'urn:bbc:pips:pid:p0abc',
        blocks: [
          { type: 'clipMedia', model: { type: 'video', link: { path: '/programmes/p0abc' } } },
          textBlock('caption', 'The pier'),
        ],
      },
    };

    const [entry] = read(page([post(1, '18:00', { content: { model: { blocks: [image, video] } } })])).entries;

    expect(entry?.body).toMatchObject({
      text: '',
      media: [
        { type: 'image', alt: 'Waves', caption: 'Waves & spray', credit: 'Tom Hale' },
        { type: 'video', url: 'https://www.bbc.com/programmes/p0abc', caption: 'The pier' },
      ],
    });
  });

  it('the summary box is its key points', () => {
    const item = (text: string) => ({ type: 'listItem', model: { blocks: [paragraph(fragment(text))] } });
    const list = { type: 'unorderedList', model: { blocks: [item('Ferries stop'), item('Trains run')] } };
    const summaryPoints = { content: { model: { blocks: [{ type: 'text', model: { blocks: [list] } }] } } };

    expect(read(page([], { summaryPoints })).keyPoints).toEqual(['Ferries stop', 'Trains run']);
  });

  it('a broken post is left out and told of, promos are not posts, odd values do no harm', () => {
    const odd = {
      header: null,
      content: { model: { blocks: [null, 5, { type: 'paragraph' }, paragraph(fragment('Odd'))] } },
      options: 3,
      dates: [],
    };
    const snapshot = read(page([post(1, '18:00', odd), null, { type: 'POST', urn: 7 }, { type: 'PROMO' }]));

    expect(snapshot.entries.map((entry) => [entry.body.text, entry.publishedAt])).toEqual([['Odd', undefined]]);
    expect(snapshot.warnings).toEqual([expect.stringMatching(/^2 of 3 posts could not be read/u)]);
  });

  it('blocks nested without end are cut off', () => {
    let block: object = fragment('deep');
    for (let depth = 0; depth < 500; depth += 1) block = { type: 'container', model: { blocks: [block] } };

    expect(read(page([post(1, '18:00', { content: { model: { blocks: [block] } } })])).entries).toHaveLength(1);
  });
});

describe('pages that embed the data', () => {
  const data = page([post(1, '18:00')]);
  it.each([
    [
      'as Next.js does',
      `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: { pageData: data.data } } })}</script>`,
    ],
    ['as an object', `<script>window.SIMORGH_DATA=${JSON.stringify(data)}</script>`],
    ['as text inside text', `<script>window.__INITIAL_DATA__=${JSON.stringify(JSON.stringify({ a: data }))};</script>`],
  ])('%s are read', (_how, script) => {
    const html = `<html><body>${script}</body></html>`;

    expect(bbc.recognise(documentOf(html))).toBe('sure');
    expect(read(html, 'https://www.bbc.com/news/live/c0saltmere1t?post=x')).toMatchObject({
      url: 'https://www.bbc.com/news/live/c0saltmere1t',
      entries: [{ title: 'Post 1' }],
    });
  });
});

describe('a page whose data', () => {
  it('is megabytes of text inside text is read', () => {
    const posts = page([
      post(1, '18:00', { content: { model: { blocks: [paragraph(fragment('"storm" '.repeat(300_000)))] } } }),
    ]);
    const html = `<script>window.__INITIAL_DATA__=${JSON.stringify(JSON.stringify(posts))};</script>`;

    expect(read(html).entries).toHaveLength(1);
  });

  it('is cut off is malformed', () => {
    const html = `<script id="__NEXT_DATA__">${JSON.stringify(page([post(1, '18:00')])).slice(0, -40)}</script>`;

    expect(() => read(html)).toThrow(expect.objectContaining({ kind: 'malformed' }));
  });
});

describe('pages of 2014 to 2022', () => {
  const lx = (n: number, time: string, body: string) =>
    `<li class="lx-stream__post-container"><article id="post_${String(n).repeat(24)}" class="lx-stream-post"><header><h3 class="lx-stream-post__header-title">Post ${n}</h3><time class="lx-stream-post__meta-time"><span>Posted at </span><span>${time}</span></time></header><p class="lx-stream-post__contributor-name">Ann Lowe</p><div class="lx-stream-post-body">${body}</div></article></li>`;
  const html = `<h1>Storm</h1><script type="application/ld+json">{"dateModified":"2022-02-19T00:40:00Z"}</script><ol class="lx-stream__feed">${lx(4, '00:30', '<p>Four</p>')}${lx(3, '23:50', '<p>Three</p>')}${lx(2, '08:00', '<p>Two</p>')}${lx(1, '21:15 17 Feb', '<p>One</p>')}</ol>`;

  it('get their days from the page and from each other', () => {
    const snapshot = read(html);

    expect(bbc.recognise(documentOf(html))).toBe('sure');
    expect(
      snapshot.entries.map((entry) => [entry.sourceId?.[0], entry.title, entry.body.text, iso(entry.publishedAt)]),
    ).toEqual([
      ['1', 'Post 1', 'One', '2022-02-17T21:15:00.000Z'],
      ['2', 'Post 2', 'Two', '2022-02-18T08:00:00.000Z'],
      ['3', 'Post 3', 'Three', '2022-02-18T23:50:00.000Z'],
      ['4', 'Post 4', 'Four', '2022-02-19T00:30:00.000Z'],
    ]);
    expect(snapshot.entries[0]?.authors).toEqual(['Ann Lowe']);
  });
});

describe('a second headline', () => {
  it.each([
    ['Ann Lowe, Reporting from Saltmere', ['Ann Lowe']],
    ['By Ann Lowe', ['By Ann Lowe'.slice(3)]],
    ['Ann Lowe and Tom Hale, BBC News', ['Ann Lowe', 'Tom Hale']],
    ['Jean-Marie O’Neil, harbour correspondent', ['Jean-Marie O’Neil']],
    ['What we know so far', []],
    ['This is get involved', []],
    ['Storm Hits Coast As Ferries Stop', []],
    ['', []],
  ])('%s names %j', (line, authors) => {
    expect(bylineAuthors(line)).toEqual(authors);
  });
});

describe.skipIf(!haveCaptures)('captures of the BBC (../shared/fixtures/bbc)', () => {
  it.each([
    ['bbc/simorgh-live-c7p765ynk9qt.excerpt.json', 8, 1, 2],
    ['bbc/simorgh-posts-stream.json', 4, 1, 1],
  ])('%s has its %i posts, %i breaking, %i edited', (path, posts, breaking, edited) => {
    const document = documentOf(capture(path));
    const snapshot = snapshotOf(bbc, document);

    expect(bbc.recognise(document)).toBe('sure');
    expect(snapshot.warnings).toEqual([]);
    expect(snapshot.entries).toHaveLength(posts);
    expect(new Set(snapshot.entries.map((entry) => entry.sourceId)).size).toBe(posts);
    expect(snapshot.entries.filter((entry) => entry.flags.includes('breaking'))).toHaveLength(breaking);
    expect(snapshot.entries.filter((entry) => entry.updatedAt !== undefined)).toHaveLength(edited);
    expect(snapshot.entries.every((entry) => entry.title !== undefined && entry.publishedAt !== undefined)).toBe(true);
  });

  it('the page has three points, a byline, and videos and pictures with captions', () => {
    const snapshot = snapshotOf(bbc, documentOf(capture('bbc/simorgh-live-c7p765ynk9qt.excerpt.json')));
    const media = snapshot.entries.flatMap((entry) => entry.body.media);

    expect(snapshot.keyPoints).toHaveLength(3);
    expect(snapshot.entries.flatMap((entry) => entry.authors)).toEqual(['Rushdi Abu Alouf']);
    expect(media.map((item) => [item.type, item.caption !== undefined])).toEqual([
      ['image', true],
      ['video', true],
      ['video', true],
    ]);
  });
});
