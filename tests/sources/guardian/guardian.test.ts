import { describe, expect, it } from 'vitest';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { guardian } from '../../../src/sources/guardian/index.ts';
import { documentOf, iso, snapshotOf } from '../reading.ts';

const BLOG = 'https://www.theguardian.com/uk-news/live/2026/mar/01/saltmere-storm-live';
const at = (clock: string): number => Date.parse(`2026-03-01T${clock}:00Z`);
const id = (digit: number): string => String(digit).repeat(24);
const text = (html: string) => ({ _type: 'model.dotcomrendering.pageElements.TextBlockElement', html });

function block(digit: number, clock: string, rest: object = {}) {
  return {
    id: id(digit),
    title: `Block ${digit}`,
    elements: [text(`<p>Text ${digit}</p>`)],
    attributes: { pinned: false, keyEvent: false, summary: false },
    contributors: [],
    blockCreatedOn: at(clock),
    blockFirstPublished: at(clock),
    blockLastUpdated: at(clock),
    ...rest,
  };
}

function page(rest: object) {
  const pagination = { currentPage: 1, totalPages: 1 };
  return {
    webURL: BLOG,
    headline: 'Storm reaches Saltmere',
    contentType: 'LiveBlog',
    pagination,
    config: { isLive: true },
    ...rest,
  };
}

const read = (content: unknown, url?: string) => snapshotOf(guardian, documentOf(content, url));

describe('page JSON', () => {
  it('gives its blocks oldest first, with title, times, authors, link and flags', () => {
    const snapshot = read(
      page({
        mostRecentBlockId: `block-${id(2)}`,
        blocks: [
          block(2, '19:30', { contributors: [{ name: 'Ann Lowe' }], attributes: { keyEvent: true, summary: 'true' } }),
          block(1, '18:00', { blockLastUpdated: at('18:20') }),
        ],
      }),
    );

    expect(snapshot).toMatchObject({
      kind: 'guardian',
      url: BLOG,
      title: 'Storm reaches Saltmere',
      live: true,
      coverage: 'complete',
      cursor: `block-${id(2)}`,
    });
    expect(snapshot.entries).toMatchObject([
      {
        sourceId: id(1),
        publishedAt: at('18:00'),
        updatedAt: at('18:20'),
        url: `${BLOG}?page=with:block-${id(1)}#block-${id(1)}`,
      },
      { sourceId: id(2), title: 'Block 2', authors: ['Ann Lowe'], flags: ['key', 'summary'] },
    ]);
  });

  it('names the live blog that goes on from an ended one', () => {
    const next = 'https://www.theguardian.com/uk-news/live/2026/mar/02/saltmere-storm-day-two-live';
    const html = `<p>This live blog is closing now. You can <a href="${next}">follow our new live blog here</a>.</p>`;
    const ended = { config: { isLive: false }, blocks: [block(1, '18:00', { elements: [text(html)] })] };

    expect(read(page(ended))).toMatchObject({ live: false, successor: { url: next } });
    expect(read(page({ ...ended, config: { isLive: true } }))).not.toHaveProperty('successor');
  });

  it('a block saved a moment before it was published is no correction', () => {
    const [entry] = read(page({ blocks: [block(1, '18:00', { blockLastUpdated: at('18:00') - 1000 })] })).entries;

    expect(entry).not.toHaveProperty('updatedAt');
  });

  it('key events and the pinned post from outside the page come once, aside', () => {
    const snapshot = read(
      page({
        blocks: [block(3, '20:00'), block(2, '19:00')],
        keyEvents: [block(2, '19:00'), block(1, '09:00', { attributes: { keyEvent: true } })],
        pinnedPost: block(3, '20:00', { attributes: { pinned: true } }),
        pagination: { currentPage: 1, totalPages: 4, older: `?page=with:block-${id(9)}` },
      }),
    );

    expect(snapshot.entries.map((entry) => [entry.sourceId, entry.aside === true, entry.flags])).toEqual([
      [id(1), true, ['key']],
      [id(2), false, []],
      [id(3), false, ['pinned']],
    ]);
    expect(snapshot).toMatchObject({ coverage: 'window', older: `${BLOG}.json?dcr&page=with:block-${id(9)}` });
  });

  it('a picture brings alt, caption and credit, a video its title, and a related link is furniture', () => {
    const image = {
      _type: 'model.dotcomrendering.pageElements.ImageBlockElement',
      imageSources: [
        {
          weighting: 'inline',
          srcSet: [
            { src: 'https://i.example/a.jpg?width=620&s=1', width: 620 },
            { src: 'https://i.example/a.jpg?width=1240&s=2', width: 1240 },
          ],
        },
      ],
      data: { alt: 'Waves "over" the wall', caption: 'The <em>sea</em> wall', credit: 'Photograph: Tom Hale' },
    };
    const video = { _type: 'x.YoutubeBlockElement', assetId: 'abcdefghijk', mediaTitle: 'The storm from above' };
    const related = { _type: 'x.RichLinkBlockElement', url: 'https://saltmere.example/a', text: 'Another story' };

    const [entry] = read(page({ blocks: [block(1, '18:00', { elements: [image, video, related] })] })).entries;

    expect(entry?.body.media).toEqual([
      {
        type: 'image',
        url: 'https://i.example/a.jpg?width=1240&s=2',
        alt: 'Waves "over" the wall',
        caption: 'The sea wall',
        credit: 'Photograph: Tom Hale',
      },
      { type: 'video', url: 'https://www.youtube.com/watch?v=abcdefghijk', caption: 'The storm from above' },
    ]);
    expect(entry?.body.text).toBe('');
  });

  it('a block that is only a related link keeps it', () => {
    const related = { _type: 'x.RichLinkBlockElement', url: 'https://saltmere.example/a', text: 'The tide tables' };

    const [entry] = read(page({ blocks: [block(1, '18:00', { elements: [related] })] })).entries;

    expect(entry?.body.links).toEqual([{ text: 'The tide tables', url: 'https://saltmere.example/a' }]);
  });

  it('points of the standfirst are key points, links to other stories are not', () => {
    const standfirst =
      '<ul><li>Ferries &amp; trains stop</li><li><a href="https://x.example">In pictures</a></li></ul>';

    expect(read(page({ blocks: [], standfirst })).keyPoints).toEqual(['Ferries & trains stop']);
  });

  it('is read inside what the renderer hands on, too', () => {
    const document = documentOf({ design: 3, frontendData: page({ blocks: [block(1, '18:00')] }) });

    expect(guardian.recognise(document)).toBe('sure');
    expect(snapshotOf(guardian, document).entries).toHaveLength(1);
  });

  it('of a blog without an address on the web has no links to blocks', () => {
    const [entry] = read(page({ webURL: undefined, blocks: [block(1, '18:00')] }), 'storm.json').entries;

    expect(entry).not.toHaveProperty('url');
  });

  it('a broken block is left out and told of; odd values elsewhere do no harm', () => {
    const odd = {
      title: 7,
      attributes: null,
      contributors: 'x',
      blockLastUpdated: 'soon',
      elements: [null, 3, text('<p>Odd</p>')],
    };
    const snapshot = read(
      page({
        blocks: [block(1, '18:00', odd), null, { id: 5 }, { ...block(2, '19:00'), elements: null }],
        keyEvents: 3,
      }),
    );

    expect(snapshot.entries.map((entry) => entry.body.text)).toEqual(['Odd']);
    expect(snapshot.warnings).toEqual([expect.stringMatching(/^3 of 4 blocks could not be read/u)]);
  });

  it.each(['{"blockCreatedOn":', '{"mostRecentBlockId":"block-1"}', '"blockCreatedOn"', '{"blocks":3}'])(
    '%s is malformed',
    (content) => {
      expect(() => read(content)).toThrow(expect.objectContaining({ name: 'SourceError', kind: 'malformed' }));
    },
  );
});

describe('a live page', () => {
  const article = (digit: number, iso: string, inner: string, own = `id="block-${id(digit)}"`) =>
    `<article ${own} class="block"><header><a href="?page=with:block-${id(digit)}#block-${id(digit)}"><time datetime="${iso}">4m ago</time><span>19.30 GMT</span></a><h2>Title ${digit}</h2></header>${inner}<footer><ul><li>Share</li></ul></footer></article>`;
  const html = `<html><head><link rel="canonical" href="${BLOG}"><script type="application/ld+json">${JSON.stringify([
    {
      '@type': 'LiveBlogPosting',
      headline: 'Storm reaches Saltmere',
      liveBlogUpdate: [1, 2].map((digit) => ({
        '@id': id(digit),
        headline: 'x',
        datePublished: '2026-03-01T17:00:00Z',
      })),
    },
  ])}</script></head><body><h1>Storm reaches Saltmere</h1><script>window.guardian={"config":{"page":{"isLive":true}}}</script>
    <gu-island name="KeyEventsCarousel" props='{"keyEvents":[{"id":"${id(1)}"}]}'></gu-island>
    <div data-gu-marker="pinned-post">${article(1, '2026-03-01T18:00:00Z', '<p>One</p>', '')}</div>
    <div id="liveblog-body">${article(2, '2026-03-01T19:30:40.000Z', '<p>Two</p>').replace('<footer>', '<footer><div>Updated <gu-island name="RelativeTime"><time datetime="2026-03-01T19:40:00Z">4m ago</time></gu-island></div>')}
    ${article(1, '2026-03-01T18:00:00Z', '<p>One</p><blockquote class="nojs-tweet"><p>Wet!</p>— Tom (@tom) <a href="https://twitter.com/tom/status/1">1 March</a></blockquote>')}</div></body></html>`;

  it('gives each block once, at the time beside it', () => {
    const snapshot = read(html);

    expect(snapshot).toMatchObject({ url: BLOG, title: 'Storm reaches Saltmere', live: true, coverage: 'window' });
    expect(snapshot.entries.map((entry) => [entry.sourceId, entry.title, iso(entry.publishedAt), entry.flags])).toEqual(
      [
        [id(1), 'Title 1', '2026-03-01T18:00:00.000Z', ['pinned', 'key']],
        [id(2), 'Title 2', '2026-03-01T19:30:40.000Z', []],
      ],
    );
    expect(iso(snapshot.entries[1]?.updatedAt)).toBe('2026-03-01T19:40:00.000Z');
    expect(snapshot.entries.every((entry) => entry.aside !== true)).toBe(true);
  });

  it('knows its own address when it is read from a file', () => {
    expect(read(html, '')).toMatchObject({ url: BLOG });
  });

  it('reads the same when every class has another name', () => {
    const renamed = html.replaceAll(/class="(?!nojs-tweet)[^"]*"/gu, 'class="dcr-7x"');

    expect(guardian.recognise(documentOf(renamed))).toBe('sure');
    expect(read(renamed).entries).toEqual(read(html).entries);
  });

  it('so do the blocks of older pages, whose times are lines of their own', () => {
    const old = (digit: number) =>
      `<div id="block-${id(digit)}" class="block"><p class="block-time published-time"><time datetime="2026-03-01T18:0${digit}:00Z">6.0${digit}pm <span class="timezone">GMT</span></time></p><h2 class="block-title">Title ${digit}</h2><div class="block-elements"><p>Text ${digit}</p><blockquote class="nojs-tweet"><p>Wet!</p><h2>Quoted</h2><time datetime="2020-01-01T00:00:00Z">1 March</time></blockquote></div><p class="block-time updated-time">Updated at <time datetime="2026-03-01T19:00:00Z">7.00pm GMT</time></p></div>`;
    const page = `<html><body><h1>Storm</h1>${old(2)}${old(1)}</body></html>`;
    const renamed = page.replaceAll(/class="(?!nojs-tweet)[^"]*"/gu, 'class="b7"');

    expect(read(page).entries).toMatchObject([
      { title: 'Title 1', publishedAt: at('18:01'), updatedAt: at('19:00') },
      { title: 'Title 2', publishedAt: at('18:02'), updatedAt: at('19:00') },
    ]);
    expect(read(renamed).entries).toEqual(read(page).entries);
  });

  it('says that JSON-LD names other times', () => {
    expect(read(html).warnings).toEqual([expect.stringContaining('JSON-LD gives 2 of 2 updates another time')]);
  });

  it('shows a tweet as a link with its words', () => {
    const [entry] = read(html).entries;

    expect(entry?.body.text).toContain('Wet!');
    expect(entry?.body.media).toEqual([{ type: 'embed', url: 'https://twitter.com/tom/status/1' }]);
  });

  it('reads the same from one document twice, and keeps the bodies of what did not change', () => {
    const document = documentOf(html);
    const body = createBodyMemo();
    const first = snapshotOf(guardian, document, { body });

    const second = snapshotOf(guardian, documentOf(html.replace('<p>Two</p>', '<p>Two!</p>')), { body });

    expect(snapshotOf(guardian, document)).toEqual(first);
    expect(second.entries[0]?.body).toBe(first.entries[0]?.body);
    expect(second.entries[1]?.body.text).toContain('Two!');
  });

  it('survives a block nested without end', () => {
    const deep = html.replace('<p>Two</p>', `${'<div>'.repeat(9_000)}deep${'</div>'.repeat(9_000)}`);

    expect(read(deep).entries).toHaveLength(2);
  });

  it('a pinned post from another page of the blog stays, aside', () => {
    const elsewhere = html.replaceAll(`id="block-${id(1)}"`, `id="block-${id(3)}"`);

    expect(read(elsewhere).entries.find((entry) => entry.sourceId === id(1))).toMatchObject({
      aside: true,
      flags: ['pinned', 'key'],
    });
  });
});

describe('where to read next', () => {
  it.each([
    [BLOG, true, undefined, `${BLOG}.json?dcr`],
    [`${BLOG}?page=with:block-${id(1)}#block-${id(1)}`, true, `block-${id(2)}`, `${BLOG}.json?dcr`],
    [BLOG, false, `block-${id(2)}`, `${BLOG}.json?lastUpdate=block-${id(2)}&isLivePage=true&dcr=true`],
    [BLOG, false, undefined, `${BLOG}.json?dcr`],
    ['http://127.0.0.1:8000/page.html', false, `block-${id(2)}`, 'http://127.0.0.1:8000/page.html'],
  ])('%s, full: %s, cursor %s: %s', (url, full, cursor, expected) => {
    expect(guardian.request({ url, full, ...(cursor === undefined ? {} : { cursor }) }).url).toBe(expected);
  });
});

describe('a poll answer', () => {
  it('with nothing new keeps the cursor', () => {
    const snapshot = read(
      { numNewBlocks: 0, mostRecentBlockId: `block-${id(2)}`, html: '' },
      `${BLOG}.json?lastUpdate=x`,
    );

    expect(snapshot).toMatchObject({ coverage: 'increment', entries: [], cursor: `block-${id(2)}`, url: BLOG });
  });

  it('that announces blocks and brings none is malformed', () => {
    expect(() => read({ numNewBlocks: 3, mostRecentBlockId: 'block-1', html: '<p>' })).toThrow(
      expect.objectContaining({ kind: 'malformed' }),
    );
  });
});
