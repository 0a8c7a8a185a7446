import { describe, expect, it } from 'vitest';
import { blog, read, script, URL } from './storm-page.ts';

const HEADLINES = ['', 'The lamp on the mole is out', 'Wardens clear the quay', 'Ferries stay in harbour'];
const text = (n: number) => `The water stands ${n} hands below the lowest step of the fish market.`;
const unnamed = (n: number, more: object = {}) => ({
  '@type': 'BlogPosting',
  headline: HEADLINES[n],
  datePublished: '2031-03-03T08:00:00Z',
  articleBody: text(n),
  ...more,
});
const time = (n: number) => `<time datetime="2031-03-03T1${n}:20:00Z">1${n}:20</time>`;
const picture = (n: number) => `<figure><img src="https://pics.example/${n}.jpg" alt="Step ${n}"></figure>`;
const element = (n: number, title = HEADLINES[n], more = '') =>
  `<article class="post" id="p${n}f3"><h2>${title}</h2>${time(n)}<p>${text(n)}</p>${picture(n)}${more}</article>`;
const more = '<p>The quay is being watched by three wardens tonight, and the lamps are lit.</p>'.repeat(8);
const page = (updates: readonly object[], elements: readonly string[], beside = '') =>
  read(script(JSON.stringify(blog(updates)), `${more}${beside}<main>${elements.join('')}</main>`)).entries;
const hour = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString().slice(11, 16));
const seen = (entries: ReturnType<typeof page>) =>
  entries.map(({ sourceId, publishedAt, body }) => [sourceId, hour(publishedAt), body.media.map(({ url }) => url)]);

const joined = [1, 2, 3].map((n) => [`p${n}f3`, `1${n}:20`, [`https://pics.example/${n}.jpg`]]);

describe('updates that the JSON-LD gives neither address nor id', () => {
  it('are not joined to a story of the same headline, where the page gives its entries no ids', () => {
    const bare = [3, 2, 1].map((n) => element(n).replace(/ id="[^"]*"/u, ''));
    const story = `<article class="teaser" data-id="7712345"><h3>${HEADLINES[2]}</h3><time datetime="2031-02-27T09:00:00Z">27 February</time><img src="https://pics.example/77.jpg"></article>`;

    expect(
      seen(
        page(
          [3, 2, 1].map((n) => unnamed(n)),
          [...bare, story],
        ),
      ),
    ).toEqual([1, 2, 3].map(() => [undefined, '08:00', []]));
  });

  it('have the ids, times and pictures of the elements with their headlines', () => {
    expect(
      seen(
        page(
          [3, 2, 1].map((n) => unnamed(n)),
          [3, 2, 1].map((n) => element(n)),
        ),
      ),
    ).toEqual(joined);
  });

  it('but that of the whole blog are joined as well', () => {
    const updates = [3, 2, 1].map((n) => unnamed(n, { url: `${URL}/` }));
    const elements = [3, 2, 1].map((n) => element(n));

    expect(seen(page(updates, elements))).toEqual(joined);
  });

  it('that have no headline either are told by how their texts begin', () => {
    const updates = [3, 2, 1].map((n) => unnamed(n, { headline: 'Storm over Saltmere' }));

    expect(
      seen(
        page(
          updates,
          [3, 2, 1].map((n) => element(n)),
        ),
      ),
    ).toEqual(joined);
  });

  it('with one headline between them are told by their times', () => {
    const title = 'Another look at the steps';
    const updates = [3, 2, 1].map((n) =>
      unnamed(n, n === 3 ? {} : { headline: title, datePublished: `2031-03-03T1${n}:20:09Z` }),
    );
    const elements = [3, 2, 1].map((n) => element(n, n === 3 ? HEADLINES[n] : title));

    expect(seen(page(updates, elements))).toEqual(joined);
  });

  it('are left as they are where two elements could be meant', () => {
    const title = 'Another look at the steps';
    const updates = [3, 2, 1].map((n) => unnamed(n, n === 3 ? {} : { headline: title }));
    const elements = [3, 2, 1].map((n) => element(n, n === 3 ? HEADLINES[n] : title));

    expect(page(updates, elements).map(({ sourceId }) => sourceId)).toEqual([undefined, undefined, 'p3f3']);
  });

  it('take nothing from lists that repeat headlines, nor from boxes beside them', () => {
    const elements = [3, 2, 1].map((n) => element(n, HEADLINES[n], `<div class="share" id="share-${n}">Share</div>`));
    const list = [1, 2, 3].map((n) => `<li class="point" id="go-${n}"><h3>${HEADLINES[n]}</h3></li>`).join('');

    expect(
      seen(
        page(
          [3, 2, 1].map((n) => unnamed(n)),
          elements,
          `<ul>${list}</ul>`,
        ),
      ),
    ).toEqual(joined);
  });

  it('are not joined to the box that follows each of them', () => {
    const elements = [3, 2, 1].map(
      (n) =>
        `<section><h2>${HEADLINES[n]}</h2><p>${text(n)}</p></section><div class="share" id="share-${n}">Share</div>`,
    );

    expect(
      page(
        [3, 2, 1].map((n) => unnamed(n)),
        elements,
      ).map(({ sourceId }) => sourceId),
    ).toEqual([undefined, undefined, undefined]);
  });
});
