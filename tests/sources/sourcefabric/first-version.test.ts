import { describe, expect, it } from 'vitest';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';
import { sourcefabric } from '../../../src/sources/sourcefabric/index.ts';
import { documentOf, iso, snapshotOf } from '../reading.ts';

const ASKED = 'http://live.saltmere.example/resources/LiveDesk/Blog/12/Post/Published';

/** A post as Live Blog 1 wrote it: everything as text. */
const post = (n: number, more: object = {}) => ({
  Id: String(n),
  CId: String(900 + n),
  Order: `${n}.0`,
  Type: { Key: 'normal' },
  IsModified: 'False',
  IsPublished: 'True',
  Author: { Source: { Name: 'internal' } },
  AuthorPerson: { FirstName: 'Ann', LastName: 'Lowe' },
  PublishedOn: `2013-03-01T1${n}:00:00Z`,
  Content: `Text <b>${n}</b>`,
  ...more,
});
const list = (...PostList: object[]) => ({ total: String(PostList.length), offset: '0', lastCId: '910', PostList });
const read = (content: unknown, url = ASKED) => snapshotOf(sourcefabric, documentOf(content, url));
const only = (more: object) => read(list(post(1, more))).entries[0];

describe('a list of posts of Live Blog 1', () => {
  it('is in the order of the desk, with text, author and times', () => {
    const snapshot = read(list(post(2, { IsModified: 'True', UpdatedOn: '2013-03-01T12:30:00Z' }), post(1)));

    expect(sourcefabric.recognise(documentOf(list(post(1))))).toBe('sure');
    expect(snapshot).toMatchObject({ kind: 'sourcefabric', coverage: 'complete' });
    expect(
      snapshot.entries.map(({ sourceId, authors, body, publishedAt, updatedAt }) => [
        sourceId,
        authors,
        body.text,
        iso(publishedAt),
        iso(updatedAt),
      ]),
    ).toEqual([
      ['1', ['Ann Lowe'], 'Text 1', '2013-03-01T11:00:00.000Z', undefined],
      ['2', ['Ann Lowe'], 'Text 2', '2013-03-01T12:00:00.000Z', '2013-03-01T12:30:00.000Z'],
    ]);
  });

  it.each([null, {}, 'x'])('that is none (%j) is an error, and no blog without posts', (PostList) => {
    expect(() => read({ total: '0', offset: '0', PostList })).toThrow(/holds no list of posts/u);
  });

  it('tells what was deleted or taken back, and relays no adverts and readers’ comments', () => {
    const { entries, deleted, coverage } = read(
      list(
        post(1, { DeletedOn: '2013-03-01T15:00:00Z' }),
        post(2, { IsPublished: 'False' }),
        post(3, { Type: { Key: 'advertisement' } }),
        post(4, { Author: { Source: { Name: 'comments' } } }),
        post(5, { Type: { Key: 'wrapup' } }),
      ),
      `${ASKED}?cId.since=900`,
    );

    expect(coverage).toBe('increment');
    expect(deleted).toEqual(['1', '2']);
    expect(entries).toMatchObject([{ sourceId: '5', flags: ['summary'] }]);
  });

  it('shows what was taken over from a network, between the desk’s own words', () => {
    const meta = {
      id_str: '12345',
      from_user: 'harbour',
      from_user_name: 'Harbour',
      text: 'Pier shut',
      annotation: { before: 'From the harbour:', after: '<p>More soon.</p>' },
    };

    const body = only({ Author: { Source: { Name: 'twitter' } }, Meta: JSON.stringify(meta), Content: '' })?.body;

    expect(body?.text).toMatch(/^From the harbour:\n\nPier shut[\s\S]*More soon\.$/u);
    expect(body?.media).toMatchObject([{ type: 'embed', url: 'https://twitter.com/harbour/status/12345' }]);
  });

  it.each([
    ['youtube', { id: 'abcdefghijk', title: 'Tide film' }, [{ type: 'video' }]],
    [
      'instagram',
      {
        link: 'https://saltmere.example/p',
        images: { standard_resolution: { url: 'https://saltmere.example/p.jpg' } },
      },
      [{ type: 'image', url: 'https://saltmere.example/p.jpg' }],
    ],
  ])('shows a thing of %s', (name, meta, media) => {
    expect(
      only({ Author: { Source: { Name: name } }, Meta: JSON.stringify(meta), Content: '' })?.body.media,
    ).toMatchObject(media);
  });

  it('links to what is neither picture nor film', () => {
    const meta = { url: 'https://saltmere.example/tides', title: 'Tide table', content: 'All tides' };

    expect(
      only({ Author: { Source: { Name: 'google' } }, Meta: JSON.stringify(meta), Content: '' })?.body,
    ).toMatchObject({
      text: 'Tide table\n\nAll tides',
      links: [{ text: 'Tide table', url: 'https://saltmere.example/tides' }],
    });
  });
});

describe('a blog of Live Blog 1', () => {
  it('leads to its posts, and says that it was closed', () => {
    const blog = { Title: 'Storm', ClosedOn: '2013-03-02T00:00:00Z', PostPublished: { href: ASKED } };

    expect(
      sourcefabric.read(documentOf(blog, 'http://live.saltmere.example/resources/LiveDesk/Blog/12'), {
        body: createBodyMemo(),
      }),
    ).toMatchObject({
      elsewhere: ASKED,
      title: 'Storm',
      ended: true,
    });
  });

  it('is read out of the page it is drawn on', () => {
    const drawn = (n: number, names = 'normal') =>
      `<li class="${names}" data-gimme-postid="${n}"><div class="post-header"><span class="post-datetime"><time data-date="2013-03-01T1${n}:00:00Z">1.3.2013</time></span><span class="post-publisher-name">Ann Lowe</span></div><div class="post-content"><div class="post-content-main"><p class="post-text">Text ${n}</p><div class="attributes"><span>internal</span></div></div></div></li>`;
    const html = `<html><body><h1>Storm</h1><div id="livedesk-root"><ul>${drawn(3, 'advertisement')}${drawn(2, 'wrapup wrapup-open')}${drawn(1)}</ul></div></body></html>`;

    const { result } = readDocument(documentOf(html), { body: createBodyMemo() });

    expect(result).toMatchObject({
      kind: 'sourcefabric',
      entries: [
        {
          sourceId: '1',
          authors: ['Ann Lowe'],
          body: { text: 'Text 1' },
          publishedAt: Date.parse('2013-03-01T11:00:00Z'),
          flags: [],
        },
        { sourceId: '2', flags: ['summary'] },
      ],
    });
  });
});
