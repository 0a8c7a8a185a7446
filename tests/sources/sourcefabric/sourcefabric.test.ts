import { describe, expect, it } from 'vitest';
import { sourcefabric } from '../../../src/sources/sourcefabric/index.ts';
import { capture, dense, documentOf, haveCaptures, iso, snapshotOf } from '../reading.ts';

const BLOG = 'https://live.saltmere.example/api/client_blogs/0123456789abcdef01234567';
const item = (item_type: string, text: string, meta: object = {}) => ({
  residRef: 'x',
  item: { item_type, text, meta },
});

function post(id: string, order: number, rest: object = {}) {
  return {
    _id: `urn:${id}`,
    _created: '2026-03-01T18:00:00+00:00',
    _updated: '2026-03-01T18:00:00+00:00',
    published_date: '2026-03-01T18:00:00+00:00',
    order,
    post_status: 'open',
    deleted: false,
    sticky: false,
    lb_highlight: false,
    publisher: { display_name: 'Harbour desk', byline: null },
    groups: [
      { id: 'root', refs: [{ idRef: 'main' }] },
      { id: 'main', refs: [item('text', `Text ${id}`)] },
    ],
    ...rest,
  };
}

const groups = (...items: object[]) => [{ id: 'main', refs: items }];
const list = (items: unknown[], total = items.length) => ({
  _items: items,
  _meta: { page: 1, max_results: 100, total },
});
const read = (content: unknown, url = `${BLOG}/posts`, cursor?: string) =>
  snapshotOf(sourcefabric, documentOf(content, url), cursor === undefined ? {} : { cursor });

describe('a list of posts', () => {
  it('is in the order the desk gave it, whatever the times', () => {
    const snapshot = read(
      list([post('c', 28), post('b', 27.125, { published_date: '2026-03-01T20:00:00Z' }), post('a', 27)]),
    );

    expect(snapshot).toMatchObject({
      kind: 'sourcefabric',
      url: BLOG,
      coverage: 'complete',
      cursor: '2026-03-01T18:00:00+00:00',
    });
    expect(snapshot.entries.map((entry) => entry.sourceId)).toEqual(['urn:a', 'urn:b', 'urn:c']);
  });

  it('gives times, author and flags', () => {
    const edited = {
      content_updated_date: '2026-03-01T18:30:00Z',
      _updated: '2026-03-01T19:00:00Z',
      byline: 'Ann Lowe',
      sticky: true,
      lb_highlight: true,
    };

    const [first, second] = read(list([post('b', 2), post('a', 1, edited)])).entries;

    expect([iso(first?.updatedAt), first?.authors, first?.flags]).toEqual([
      '2026-03-01T18:30:00.000Z',
      ['Ann Lowe'],
      ['pinned', 'key'],
    ]);
    expect([second?.updatedAt, second?.authors, second?.flags]).toEqual([undefined, ['Harbour desk'], []]);
  });

  it('tells deleted posts and relays no drafts, submissions, comments and adverts', () => {
    const snapshot = read(
      list([
        post('shown', 9),
        post('deleted', 8, { deleted: true }),
        post('withdrawn', 7, { post_status: 'draft', unpublished_date: '2026-03-01T19:00:00Z' }),
        ...['draft', 'submitted', 'comment', 'ad'].map((post_status, order) =>
          post(post_status, order, { post_status }),
        ),
        post('advert', 5, { groups: groups(item('Advertisement Local', '<p>Buy</p>')) }),
        post('comment-item', 6, { groups: groups(item('comment', 'First!')) }),
      ]),
    );

    expect(snapshot.entries.map((entry) => entry.sourceId)).toEqual(['urn:shown']);
    expect([...snapshot.deleted].sort()).toEqual(['urn:deleted', 'urn:withdrawn']);
  });

  it('a post of several items is one entry with all of them', () => {
    const renditions = {
      baseImage: { href: 'https://i.example/base.jpg' },
      thumbnail: { href: 'https://i.example/t.jpg' },
    };
    const tweet =
      '<blockquote class="twitter-tweet"><p>Wet!</p>— Tom (@tom) <a href="https://twitter.com/tom/status/1">1 March</a></blockquote><script src="//platform.twitter.com/widgets.js"></script>';
    const items = [
      item('text', 'The <b>pier</b>'),
      item('image', '', { caption: 'Waves', credit: 'Tom Hale', media: { renditions } }),
      item('embed', '<div class="hidden">x</div>', { html: tweet }),
      item('embed', '', {
        original_url: 'https://saltmere.example/tides',
        title: 'Tides',
        description: 'High at nine',
      }),
      item('quote', '<blockquote><p>Stay in.</p><ul><li>The mayor</li></ul></blockquote>'),
    ];

    const [entry] = read(list([post('a', 1, { groups: groups(...items) })])).entries;

    expect(entry?.body.text).toMatch(/^The pier\n\nWet!.*\n\nTides\n\nHigh at nine\n\nStay in\.\n\nThe mayor$/su);
    expect(entry?.body.media).toMatchObject([
      { type: 'image', url: 'https://i.example/base.jpg', caption: 'Waves', credit: 'Tom Hale' },
      { type: 'embed', url: 'https://twitter.com/tom/status/1' },
    ]);
  });

  it('of several pages names the next, and sticky posts say nothing about their neighbours', () => {
    const snapshot = read(list([post('b', 2), post('a', 1, { sticky: true })], 250));

    expect(snapshot.coverage).toBe('window');
    expect(new URL(snapshot.older ?? '').searchParams.get('page')).toBe('2');
    expect(snapshot.entries.map((entry) => entry.aside === true)).toEqual([true, false]);
  });

  it('a broken post is left out and told of', () => {
    const snapshot = read(
      list([
        null,
        { _id: 7 },
        post('a', 1, { groups: [null, { refs: [null, { item: null }] }], order: 'x', publisher: 3 }),
      ]),
    );

    expect(snapshot.entries).toMatchObject([{ sourceId: 'urn:a', body: { text: '' }, authors: [] }]);
    expect(snapshot.warnings).toEqual([expect.stringMatching(/^2 of 3 posts could not be read/u)]);
  });
});

describe('where to read next', () => {
  it('everything first, then what changed since the cursor', () => {
    const full = sourcefabric.request({ url: `${BLOG}/posts?max_results=20`, full: true, cursor: 'x' }).url;
    const poll = sourcefabric.request({ url: `${BLOG}/posts`, full: false, cursor: '2026-03-01T18:00:00+00:00' }).url;

    expect(full.startsWith(`${BLOG}/posts?`)).toBe(true);
    expect(JSON.parse(new URL(poll).searchParams.get('source') ?? '')).toMatchObject({
      query: { filtered: { filter: { and: [{ range: { _updated: { gte: '2026-03-01T18:00:00+00:00' } } }] } } },
    });
    expect(read(list([]), poll, '2026-03-01T18:00:00+00:00')).toMatchObject({
      coverage: 'increment',
      cursor: '2026-03-01T18:00:00+00:00',
    });
    expect(read(list([]), full).coverage).toBe('complete');
  });
});

describe('a page that shows a blog', () => {
  const theme =
    '<script>window.LB = {"api_host":"https://live.saltmere.example/","blog":{"_id":"0123456789abcdef01234567","title":"Storm"}};</script>';
  it.each([
    ['by the settings of its theme', theme, `${BLOG}/posts?`],
    [
      'by the settings of its theme, as the platform writes them',
      `<script>window.LB = { blog: {"_created": "x", "_links": {"self": {"a": 1}}, "_id": "0123456789abcdef01234567"}, api_host: '//live.saltmere.example/' };</script>`,
      `${BLOG}/posts?`,
    ],
    [
      'by the settings of an old theme',
      '<script>window.LB_BLOG_ID = "0123456789abcdef01234567"; window.LB_API_HOST = "https://live.saltmere.example/";</script>',
      `${BLOG}/posts?`,
    ],
    [
      'by a frame of the platform itself',
      '<iframe src="https://live.saltmere.example/embed/0123456789abcdef01234567"></iframe>',
      'https://live.saltmere.example/embed/0123456789abcdef01234567',
    ],
    ['by the address of the API', `<div data-url="${BLOG}/posts"></div>`, `${BLOG}/posts?`],
    [
      'in a frame',
      '<iframe src="//lb.example/lb-salt/blogs/0123456789abcdef01234567/index.html"></iframe>',
      'https://lb.example/lb-salt/blogs/0123456789abcdef01234567/index.html',
    ],
  ])('%s leads there', (_how, html, address) => {
    const document = documentOf(html);

    expect(sourcefabric.recognise(document)).toBe('sure');
    expect(sourcefabric.read(document, { body: () => expect.fail() })).toMatchObject({
      elsewhere: expect.stringContaining(address),
      kind: 'sourcefabric',
    });
  });

  it('of another kind is not recognised', () => {
    expect(sourcefabric.recognise(documentOf('<article>Blogs</article>'))).toBe('no');
  });
});

describe('the document of a blog', () => {
  it('leads to its posts, and without any says whether it is open', () => {
    const blog = { _id: '0123456789abcdef01234567', title: 'Storm', blog_status: 'closed', total_posts: 2 };
    const document = documentOf(blog, BLOG);

    expect(sourcefabric.read(document, { body: () => expect.fail() })).toMatchObject({
      elsewhere: expect.stringContaining('/posts?'),
    });
    expect(read({ ...blog, total_posts: 0 }, BLOG)).toMatchObject({ title: 'Storm', live: false, entries: [] });
  });
});

describe.skipIf(!haveCaptures)('captures of the platform (../shared/fixtures/sourcefabric)', () => {
  it('dpa-posts-2016.json agrees with its expected reading', () => {
    type Expected = {
      posts: {
        id: string;
        relay: boolean;
        order: number;
        published_date: string;
        created: string;
        updated: string;
        publisher: string;
        text_start: string;
        item_types: string[];
      }[];
    };
    const { posts } = JSON.parse(capture('sourcefabric/dpa-posts-2016.expected.json')) as Expected;
    const snapshot = snapshotOf(sourcefabric, documentOf(capture('sourcefabric/dpa-posts-2016.json')));
    const relayed = posts.filter((post) => post.relay).sort((a, b) => a.order - b.order);

    expect(snapshot.entries.map((entry) => entry.sourceId)).toEqual(relayed.map((post) => post.id));
    for (const [index, post] of relayed.entries()) {
      const entry = snapshot.entries[index];
      const edited = Date.parse(post.updated) > Date.parse(post.published_date);

      expect(entry?.publishedAt).toBe(Date.parse(post.published_date));
      expect(entry?.updatedAt).toBe(edited ? Date.parse(post.updated) : undefined);
      expect(entry?.authors).toEqual([post.publisher]);
      expect(
        dense(entry?.body.text ?? '').startsWith(dense(post.text_start.replaceAll('&nbsp;', ' ')).slice(0, 50)),
      ).toBe(true);
      expect(entry?.body.media.length).toBe(
        post.item_types.filter((type) => type === 'image' || type === 'embed').length,
      );
    }
  });

  it('the documented blog and post are read', () => {
    const examples = JSON.parse(capture('sourcefabric/apiary-client_blogs-examples.json')) as { body: object }[];

    expect(read(examples[0]?.body, BLOG)).toMatchObject({ title: 'Test', live: false, entries: [] });
    expect(read(list([examples[1]?.body]))).toMatchObject({
      entries: [{ title: 'Foo post title', authors: ['admin'] }],
    });
  });
});
