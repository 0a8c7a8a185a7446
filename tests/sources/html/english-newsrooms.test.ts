import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/entry.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';

const URL = 'https://www.saltmere.example/live/storm';

function read(html: string, url = URL): Snapshot {
  const document = { url, text: html, contentType: 'text/html', fetchedAt: Date.parse('2031-03-03T21:00:00Z') };
  const { result } = readDocument(document, { body: createBodyMemo(), timezone: 'UTC' });
  if ('elsewhere' in result) throw new Error('a page is read where it is');
  return result;
}

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>Live: storm</title><meta property="article:modified_time" content="2031-03-03T20:00:00Z"></head><body><main><h1>Live: storm at Saltmere</h1>${body}</main></body></html>`;
const NUMBERS = [4, 3, 2, 1];
const TOLD = 'The tide gauge on the quay is read by hand every hour, and by lamp after dark';
const told = (n: number) => `${TOLD}, as it was at mark ${n}.`;
const time = (n: number) => `<time datetime="2031-03-03T1${n}:07:00Z">1${n}:07</time>`;
const list = (inner: (n: number) => string, attributes = (n: number) => `id="post-${n}771"`): string =>
  page(NUMBERS.map((n) => `<article class="live-post" ${attributes(n)}>${time(n)}${inner(n)}</article>`).join(''));
const texts = ({ entries }: Snapshot) => entries.map(({ body }) => body.text);
const OLDEST_FIRST = [1, 2, 3, 4].map(told);

describe('an entry of a live page', () => {
  it('that sums up keeps its heading as its title', () => {
    const { entries } = read(list((n) => `<h2>${n === 3 ? 'What we know so far' : `Mark ${n}`}</h2><p>${told(n)}</p>`));

    expect(entries.map(({ title, flags }) => [title, flags])).toEqual([
      ['Mark 1', []],
      ['Mark 2', []],
      ['What we know so far', ['summary']],
      ['Mark 4', []],
    ]);
  });

  it('that sums up keeps its title in a link, too', () => {
    const html = list(
      (n) => `<h2><a href="#post-${n}771">${n === 3 ? 'What we know so far' : `Mark ${n}`}</a></h2><p>${told(n)}</p>`,
    );

    expect(read(html).entries.map(({ title }) => title)).toEqual(['Mark 1', 'Mark 2', 'What we know so far', 'Mark 4']);
  });

  it('has the afternoon’s time where its date is drawn apart', () => {
    const html = page(
      NUMBERS.map(
        (n) =>
          `<div class="live-item" id="post-${n}771"><div class="item__time"><span class="time">${n}:07PM</span><span class="date">03 Mar 2031</span></div><h3>Mark ${n}</h3><p>${told(n)}</p></div>`,
      ).join(''),
    );

    expect(read(html).entries.map(({ publishedAt = 0 }) => new Date(publishedAt).toISOString())).toEqual(
      [13, 14, 15, 16].map((hour) => `2031-03-03T${hour}:07:00.000Z`),
    );
  });

  it('is of the last weekday that its time names', () => {
    const days = ['', 'Sun 23:58', 'Mon 00:12', 'Mon 07:31', 'Mon 18:02'];
    const html = page(
      `<ol>${NUMBERS.map((n) => `<li class="update" id="u${n}771"><p><b>${days[n]}</b> | Ida Thornby</p><h4>Mark ${n}</h4><p>${told(n)}</p></li>`).join('')}</ol>`,
    );

    expect(read(html).entries.map(({ publishedAt = 0 }) => new Date(publishedAt).toISOString().slice(5, 16))).toEqual([
      '03-02T23:58',
      '03-03T00:12',
      '03-03T07:31',
      '03-03T18:02',
    ]);
  });

  it('does not begin with the rubric it stands in', () => {
    const rubric = '<div class="live-update__kicker">Harbour</div>';

    expect(texts(read(list((n) => `${rubric}<h3>Mark ${n}</h3><p>${told(n)}</p>`)))).toEqual(OLDEST_FIRST);
  });

  it('is by who posted it, whatever the line is made of', () => {
    const posted = list(
      (n) => `<h3>Mark ${n}</h3><p>${told(n)}</p><div class="author-byline">Posted by Ida Thornby</div>`,
    );
    const headed = list((n) => `<h3>Mark ${n}</h3><h5>By <a href="/ida">Ida Thornby</a></h5><p>${told(n)}</p>`);

    for (const html of [posted, headed]) {
      expect(read(html).entries.flatMap(({ authors }) => authors)).toEqual(Array(4).fill('Ida Thornby'));
      expect(texts(read(html))).toEqual(OLDEST_FIRST);
    }
  });

  it('keeps what only subscribers may read', () => {
    expect(texts(read(list((n) => `<h3>Mark ${n}</h3><p class="paragraph paywall">${told(n)}</p>`)))).toEqual(
      OLDEST_FIRST,
    );
  });

  it('says nothing twice for those who listen', () => {
    const spoken = '<span class="ScreenReaderOnly_srOnly">Mon 3 Mar 2031 at 1:07pm</span>';

    expect(texts(read(list((n) => `${spoken}<h3>Mark ${n}</h3><p>${told(n)}</p>`)))).toEqual(OLDEST_FIRST);
  });

  it('does not end with the places it can be sent to', () => {
    const places = '<ul><li>Facebook</li><li>X</li><li>Email</li></ul>';

    expect(texts(read(list((n) => `<h3>Mark ${n}</h3><p>${told(n)}</p><div>${places}</div>`)))).toEqual(OLDEST_FIRST);
  });

  it('does not end with the buttons of a sharing service', () => {
    const bar = '<div class="addtoany"><span class="a2a_kit"><a href="#">Facebook</a></span></div>';

    expect(texts(read(list((n) => `<h3>Mark ${n}</h3><p>${told(n)}</p>${bar}`)))).toEqual(OLDEST_FIRST);
  });

  it('is read whatever words its headline puts in its id', () => {
    const slugs = [
      '',
      'rail-line-is-clear',
      'share-prices-fall-again',
      'ad-hoc-ferry-to-sail',
      'comments-by-the-mayor',
    ];
    const html = list(
      (n) => `<h3>Mark ${n}</h3><p>${told(n)}</p>`,
      (n) => `id="${slugs[n]}"`,
    );

    expect(texts(read(html))).toEqual(OLDEST_FIRST);
  });
});

describe('a report written in one piece, with times as headings', () => {
  const report = (foot: string, id = (n: number) => `mark-${n}`) =>
    page(
      `<article>${NUMBERS.map((n) => `<h3 id="${id(n)}">1${n}:07</h3><h2>Mark ${n}</h2><p>${told(n)}</p>${foot}`).join('')}</article>`,
    );

  it('is by whoever signs each part', () => {
    const { entries } = read(report('<p><em>– Ida Thornby</em></p>'));

    expect(entries.map(({ authors, body }) => [authors, body.text])).toEqual(
      OLDEST_FIRST.map((text) => [['Ida Thornby'], text]),
    );
  });

  it('ends before the words on whose it is', () => {
    const rights =
      '<p>Copyright 2031 Saltmere Media. All rights reserved. This material may not be published or redistributed.</p>';

    expect(texts(read(report(rights)))).toEqual(OLDEST_FIRST);
  });

  it('is whole, whatever words the ids of its headings are', () => {
    expect(texts(read(report('', (n) => ['', 'rail-line-to', 'share-price', 'ad-hoc', 'tide'][n] ?? '')))).toEqual(
      OLDEST_FIRST,
    );
  });
});

describe('a report written in paragraphs, with times in bold', () => {
  const bold = (lead: (n: number) => string) =>
    read(
      page(`<article>${NUMBERS.map((n) => `<p><strong>${lead(n)}</strong></p><p>${told(n)}</p>`).join('')}</article>`),
    );

  it('has what stands in bold beside a time as its titles', () => {
    const { entries } = bold((n) => `${n}.07pm: Mark ${n}`);

    expect(entries.map(({ title, body }) => [title, body.text])).toEqual(
      [1, 2, 3, 4].map((n) => [`Mark ${n}`, told(n)]),
    );
  });
});

describe('an entry in an element of the system’s own', () => {
  it('has the id that the element states', () => {
    const posts = NUMBERS.map(
      (n) => `<live-post post-id="9f${n}-77">${time(n)}<h3>Mark ${n}</h3><p>${told(n)}</p></live-post>`,
    );

    expect(read(page(posts.join(''))).entries.map(({ sourceId }) => sourceId)).toEqual(
      [1, 2, 3, 4].map((n) => `9f${n}-77`),
    );
  });
});

describe('a block of WordPress', () => {
  const first = (html: string) => read(list((n) => `<h3>Mark ${n}</h3><p>${told(n)}</p>${html}`)).entries[0]?.body;

  it('that shows an address alone keeps its caption out of it', () => {
    const embed =
      '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">https://x.com/quay/status/9</div><figcaption>From the mole</figcaption></figure>';

    expect(first(embed)?.media).toMatchObject([{ url: 'https://x.com/quay/status/9' }]);
  });

  it('of buttons says nothing', () => {
    const buttons = '<div class="wp-block-buttons"><div class="wp-block-button"><a href="/give">Donate</a></div></div>';

    expect(first(buttons)?.text).toBe(told(1));
  });
});

describe('what a page left for its scripts', () => {
  it('is dated whatever the dates are called', () => {
    for (const [published, changed] of [
      ['publishedDateTimeUtc', 'updatedDateTimeUtc'],
      ['publishedDate', 'updatedDate'],
      ['first_publication_time', 'last_modified_date'],
    ] as const) {
      const cards = NUMBERS.map((n) => ({
        id: `c${n}`,
        headline: `Mark ${n}`,
        bodyHtml: `<p>${told(n)}</p>`,
        [published]: `2031-03-03T1${n}:07:00Z`,
        [changed]: `2031-03-03T1${n}:09:00Z`,
      }));
      const state = JSON.stringify({ props: { pageProps: { liveCoverage: { cards } } } });
      const { entries } = read(page(`<script id="__NEXT_DATA__" type="application/json">${state}</script>`));

      expect(entries.map(({ publishedAt = 0, updatedAt = 0 }) => [publishedAt, updatedAt - publishedAt])).toEqual(
        [1, 2, 3, 4].map((n) => [Date.parse(`2031-03-03T1${n}:07:00Z`), 120_000]),
      );
    }
  });
});

describe('a store of things that name each other', () => {
  it('is found wherever a framework keeps it', () => {
    const posts = NUMBERS.map((n) => [
      `LiveBlogItem:${n}`,
      {
        __typename: 'LiveBlogItem',
        contentId: `c${n}`,
        title: `Mark ${n}`,
        publishDate: Date.parse(`2031-03-03T1${n}:07:00Z`),
        authors: [{ __ref: 'Author:1' }],
        body: [{ __typename: 'htmlElement', tag: 'p', innerHtml: told(n) }],
      },
    ]);
    const store = {
      ROOT_QUERY: { page: { __ref: 'LiveBlog:1' } },
      'Author:1': { __typename: 'Author', name: 'Ida Thornby' },
      ...Object.fromEntries(posts),
    };
    const state = JSON.stringify({ props: { pageProps: { client: { store } } } });
    const { entries } = read(page(`<script id="__NEXT_DATA__" type="application/json">${state}</script>`));

    expect(entries.map(({ sourceId, authors, body }) => [sourceId, authors, body.text])).toEqual(
      [1, 2, 3, 4].map((n) => [`c${n}`, ['Ida Thornby'], told(n)]),
    );
  });
});

describe('a story of Arc', () => {
  const posts = NUMBERS.map((n) => ({
    _id: `A${n}`,
    headlines: { basic: `Mark ${n}` },
    first_publish_date: `2031-03-03T1${n}:07:00Z`,
    publish_date: `2031-03-03T1${n}:30:00Z`,
    last_updated_date: `2031-03-03T1${n}:30:00Z`,
    content_elements: [
      { type: 'text', content: told(n) },
      { type: 'quote', content_elements: [{ type: 'text', content: `Never so high, said warden ${n}.` }] },
      { type: 'image', url: `https://pics.example/${n}.jpg`, credits: { by: [{ name: 'Tom Hale' }] } },
    ],
  }));
  const state = JSON.stringify({ live_blog: { posts } });
  const { entries } = read(page(`<script>window.Fusion=window.Fusion||{};Fusion.globalContent=${state};</script>`));

  it('came out when it was first published', () => {
    expect(entries.map(({ publishedAt = 0, updatedAt = 0 }) => [publishedAt, updatedAt - publishedAt])).toEqual(
      [1, 2, 3, 4].map((n) => [Date.parse(`2031-03-03T1${n}:07:00Z`), 23 * 60_000]),
    );
  });

  it('says whom it quotes and who took its pictures', () => {
    expect(entries.map(({ body }) => [body.text, body.media.map(({ credit }) => credit)])).toEqual(
      [1, 2, 3, 4].map((n) => [`${told(n)}\n\nNever so high, said warden ${n}.`, ['Tom Hale']]),
    );
  });
});

describe('a feed of Norkon Live Center', () => {
  it('is a live blog without a page that says so', () => {
    const posts = NUMBERS.map(
      (n) =>
        `<div class="ncpost ncpost-container" id="ncp-90${n}"><span class="ncpost-time" data-ts="${Date.parse(`2031-03-03T1${n}:07:00Z`)}">1${n}:07</span><div class="ncpost-content"><h2>Mark ${n}</h2><p>${told(n)}</p></div></div>`,
    );
    const html = page(posts.join('')).replaceAll('Live: storm', 'Storm latest');
    const { entries } = read(html, 'https://www.saltmere.example/news/storm');

    expect(entries.map(({ sourceId, title }) => [sourceId, title])).toEqual(
      [1, 2, 3, 4].map((n) => [`ncp-90${n}`, `Mark ${n}`]),
    );
  });
});
