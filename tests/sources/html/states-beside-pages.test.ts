import { describe, expect, it } from 'vitest';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';
import { all, RIGHT, read, told } from './abroad.ts';
import { page, paragraphs, REPORTS, type Report } from './pages/saltmere.ts';

const NEWS = 'https://news.saltmere.example/live/storm';
const script = (state: object): string =>
  `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: state } })}</script>`;
const html = (body: string) => page('en', 'Storm live updates', body);

describe('what only the state of a page says of entries that are drawn', () => {
  const drawn = (report: Report) =>
    `<article class="update" id="post-7${report.n}"><time datetime="${report.at}">x</time><h2>${report.title}</h2>${paragraphs(report)}</article>`;
  const posts = (marks: Readonly<Record<number, object>>) =>
    REPORTS.map((report) => ({
      id: 70 + report.n,
      title: report.title,
      publishedAt: report.at,
      body: paragraphs(report),
      ...marks[report.n],
    }));
  const blog = (more: object, marks: Readonly<Record<number, object>> = {}) =>
    read(
      html(`<div>${all(drawn)}</div>${script({ liveBlog: { posts: posts(marks), ...more } })}`),
      NEWS,
      Date.parse('2031-03-09T12:00:00Z'),
    );

  it('marks them, and says when they were changed', () => {
    const snapshot = blog({}, { 4: { isBreaking: true }, 2: { updatedAt: '2031-03-02T22:00:00Z', pinned: true } });

    expect(told(snapshot)).toEqual(RIGHT);
    expect(snapshot.entries.map(({ flags, updatedAt }) => [flags, updatedAt])).toEqual([
      [[], undefined],
      [['pinned'], Date.parse('2031-03-02T22:00:00Z')],
      [[], undefined],
      [['breaking'], undefined],
      [[], undefined],
      [[], undefined],
    ]);
  });

  it('says that the blog is over', () => {
    expect(blog({ isLive: false }).live).toBe(false);
    expect(blog({}).live).toBe(null);
  });
});

describe('comments on a match', () => {
  const remark = (n: number) => `The ball goes past the harbour end and into the water for the ${n}th time.`;

  it('are entries in a list that is called a commentary', () => {
    const list = (name: string) =>
      html(
        `<div class="${name}">${[3, 2, 1].map((n) => `<div class="comment-item" data-id="${n}"><time datetime="2031-03-03T11:0${n}:00Z">x</time><p>${remark(n)}</p></div>`).join('')}</div>`,
      );

    expect(read(list('match-commentary'), NEWS).entries.map(({ body }) => body.text)).toEqual([1, 2, 3].map(remark));
    expect(() => read(list('reader-list'), NEWS)).toThrow();
  });

  it('are entries where a state tells the over they are about', () => {
    const comments = [3, 2, 1].map((n) => ({
      id: 500 + n,
      oversActual: 1 + n / 10,
      title: 'Reed to Voss',
      commentTextItems: [{ type: 'HTML', html: `<p>${remark(n)}</p>` }],
      timestamp: `2031-03-03T11:0${n}:00Z`,
    }));

    expect(
      read(html(script({ content: { comments } })), NEWS).entries.map(({ sourceId, title, body }) => [
        sourceId,
        title,
        body.text,
      ]),
    ).toEqual([1, 2, 3].map((n) => [`50${n}`, 'Reed to Voss', remark(n)]));
  });
});

describe('entries that unfold', () => {
  it('have what stands before that as their title', () => {
    const folded = (report: Report) =>
      `<details class="update" open><summary><time datetime="${report.at}">x</time> ${report.title}</summary>${paragraphs(report)}</details>`;

    expect(told(read(html(`<div>${all(folded)}</div>`), NEWS))).toEqual(RIGHT);
  });

  it('keep what unfolds in the midst of their text', () => {
    const folding = (report: Report) =>
      `<div class="update"><time datetime="${report.at}">x</time><h3>${report.title}</h3><details><summary>What is a mole?</summary><p>A wall in the sea.</p></details>${paragraphs(report)}</div>`;

    const { entries } = read(html(`<div>${all(folding)}</div>`), NEWS);

    expect(entries[0]).toMatchObject({ title: RIGHT[0]?.[0] });
    expect(entries[0]?.body.text).toContain('What is a mole?');
  });
});

describe('an answer in JSON that no other kind knows', () => {
  const readJson = (json: unknown) =>
    readDocument(
      {
        url: 'https://api.saltmere.example/event/7/news',
        text: JSON.stringify(json),
        contentType: 'application/json',
        fetchedAt: Date.parse('2031-03-03T12:00:00Z'),
      },
      { body: createBodyMemo() },
    ).result;
  const news = REPORTS.map((report) => ({
    nid: String(9000 + report.n),
    newstitle: report.title,
    contents: paragraphs(report),
    created: Date.parse(report.at) / 1000,
    author: { name: 'Dana Pike' },
  }));

  it('is read for the posts it lists', () => {
    const result = readJson({ code: 200, data: { event: { title: 'Storm' }, news } });

    expect(result).toMatchObject({ kind: 'html', title: 'Storm', coverage: 'window' });
    expect('entries' in result && told(result)).toEqual(RIGHT);
    expect('entries' in result && result.entries[0]).toMatchObject({ sourceId: '9001', authors: ['Dana Pike'] });
  });

  it.each([
    [
      'stories with pages of their own',
      { posts: news.map((post) => ({ ...post, link: `https://news.saltmere.example/${post.nid}` })) },
    ],
    ['no texts', { posts: news.map(({ nid, created }) => ({ nid, created })) }],
    ['a message', { error: 'Not found' }],
  ])('is no live blog where it lists %s', (_what, json) => {
    expect(() => readJson(json)).toThrow(/no live blog we can read/u);
  });
});
