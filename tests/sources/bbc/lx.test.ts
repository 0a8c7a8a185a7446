import { describe, expect, it } from 'vitest';
import { bbc } from '../../../src/sources/bbc/index.ts';
import { documentOf, iso } from '../reading.ts';
import { read } from './data.ts';

type Lx = { time?: string; title?: string; marks?: string; people?: string; body?: string };
const id = (n: number): string => String(n).repeat(24);

/** A post as live pages had it from 2014 to 2022. */
function lx(
  n: number,
  { time = '12:00', title = `Post ${n}`, marks = '', people = '', body = `<p>Text ${n}</p>` }: Lx = {},
): string {
  const head = `<header class="lx-stream-post__header gs-o-media"><h3 class="lx-stream-post__header-title"><span class="lx-stream-post__header-text gs-u-align-middle">${title}</span></h3></header>`;
  const clock = `<time class="lx-stream-post__meta-time"><span class="gs-u-vh">Posted at </span><span class="qa-post-auto-meta">${time}</span></time>`;
  return `<li class="lx-stream__post-container"><article id="post_${id(n)}" class="lx-stream-post ${marks}"><div class="lx-stream-post__meta">${clock}</div>${head}${people}<div class="lx-stream-post-body">${body}</div><div class="lx-share-tools"><button>Share</button></div></article></li>`;
}

const page = (posts: string, rest = ''): string =>
  `<html><head><link rel="canonical" href="https://www.bbc.co.uk/news/live/uk-12345678"><script type="application/ld+json">{"dateModified":"2021-03-01T22:00:00Z"}</script></head><body><h1>Storm</h1><ol class="gs-u-m0 lx-stream__feed qa-stream">${posts}</ol>${rest}</body></html>`;
const one = (facts: Lx) => read(page(lx(1, facts))).entries[0];

describe('a live page of 2014 to 2022', () => {
  it('marks breaking posts by the name of the whole post', () => {
    expect(one({ marks: 'lx-stream-post--breaking' })?.flags).toEqual(['breaking']);
    expect(one({})?.flags).toEqual([]);
  });

  it.each(['Post update', 'Get Involved', 'Post'])('%s is a label for screen readers, no title', (title) => {
    expect(one({ title })).not.toHaveProperty('title');
  });

  it('names people beside what they are', () => {
    const people =
      '<div class="lx-stream-post__contributor gs-o-media"><div class="gs-o-media__body"><p class="lx-stream-post__contributor-name qa-contributor-name">Ann Lowe</p><p class="qa-contributor-role">Harbour correspondent</p></div></div>';

    expect(one({ people })).toMatchObject({ authors: ['Ann Lowe'], body: { text: 'Text 1' } });
  });

  it('shows pictures that are loaded later, with caption and credit', () => {
    const body =
      '<figure class="lx-media-asset"><div class="lx-media-asset__image"><img class="lazyload" data-src="https://ichef.bbci.co.uk/news/{width}/cpsprodpb/1/a.jpg" data-widths="[240,624,976]" alt="Waves"></div><figcaption class="lx-media-asset-caption"><span class="gs-u-vh">Image caption: </span><span>The pier</span><span class="lx-media-asset__copyright">Tom Hale</span></figcaption></figure>';

    expect(one({ body })?.body.media).toMatchObject([
      {
        type: 'image',
        url: 'https://ichef.bbci.co.uk/news/976/cpsprodpb/1/a.jpg',
        alt: 'Waves',
        caption: 'The pier',
        credit: 'Tom Hale',
      },
    ]);
  });

  it('has its points in a list on top, and leads to the next older page', () => {
    const points = '<ol class="lx-c-summary-points gel-long-primer"><li>Ferries stop</li><li>Trains run</li></ol>';
    const pages = (now: number) =>
      `<div class="lx-pagination"><span class="lx-pagination__page-number qa-pagination-current-page-number">${now}</span> of <span class="lx-pagination__page-number qa-pagination-total-page-number">3</span></div>`;

    expect(read(page(lx(1), points + pages(1)))).toMatchObject({
      keyPoints: ['Ferries stop', 'Trains run'],
      older: 'https://www.bbc.co.uk/news/live/uk-12345678/page/2',
    });
    expect(read(page(lx(1), pages(3)))).not.toHaveProperty('older');
  });

  it('of a match has minutes for times, which stand for titles, and keeps its order', () => {
    const posts = lx(3, { time: "45'+2", title: '' }) + lx(2, { time: "45'" }) + lx(1, { time: '15:00' });

    const { entries } = read(page(posts));

    expect(entries.map((entry) => [entry.sourceId, entry.title, iso(entry.publishedAt)])).toEqual([
      [id(1), 'Post 1', '2021-03-01T15:00:00.000Z'],
      [id(2), 'Post 2', undefined],
      [id(3), "45'+2", undefined],
    ]);
  });

  it('is known without lists around its posts', () => {
    const bare = `<div class="lx-stream"><div class="lx-stream__feed"><article id="post_${id(1)}" class="lx-stream-post"><header><h3>Post 1</h3></header><div class="lx-stream-post-body"><p>Text 1</p></div></article></div></div>`;

    expect(bbc.recognise(documentOf(bare))).toBe('sure');
    expect(read(bare).entries).toMatchObject([{ sourceId: id(1), title: 'Post 1', body: { text: 'Text 1' } }]);
  });

  it('writes days in figures, too', () => {
    const posts = lx(2, { time: '08:00 28/02/2021' }) + lx(1, { time: '23:10 27/02/2021' });

    expect(read(page(posts)).entries.map((entry) => iso(entry.publishedAt))).toEqual([
      '2021-02-27T23:10:00.000Z',
      '2021-02-28T08:00:00.000Z',
    ]);
  });
});
