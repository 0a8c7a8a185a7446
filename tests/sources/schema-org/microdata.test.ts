import { describe, expect, it } from 'vitest';
import { read, URL } from './storm-page.ts';

const page = (body: string) => `<html><head><title>Storm</title></head><body>${body}</body></html>`;
const root = (inner: string, attributes = '') =>
  page(
    `<div itemscope itemtype="https://schema.org/LiveBlogPosting" ${attributes}><h1 itemprop="headline">Storm</h1>${inner}</div>`,
  );
const item = (inner: string, attributes = '') =>
  `<article itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting" ${attributes}><h2 itemprop="headline">Tide</h2><time itemprop="datePublished" datetime="2031-03-03T10:00:00Z">10:00</time>${inner}</article>`;
const words = '<p>The pier is shut.</p><p>Ferries wait.</p>';

describe('an update in microdata', () => {
  it.each([
    ['under another name', `<div itemprop="text">${words}</div>`],
    ['as its description', `<div itemprop="description">${words}</div>`],
    ['in parts', words.replaceAll('<p>', '<p itemprop="articleBody">')],
  ])('keeps its paragraphs %s', (_, inner) => {
    expect(read(root(item(inner))).entries[0]?.body.text).toBe('The pier is shut.\n\nFerries wait.');
  });

  it('has the address that its item id means', () => {
    expect(read(root(item(words, 'itemid="#tide"'))).entries[0]).toMatchObject({
      sourceId: '#tide',
      url: `${URL}#tide`,
    });
  });

  it('is found where its blog refers to it', () => {
    const { entries } = read(
      root('', 'itemref="run"').replace('</body>', `<section id="run">${item(words)}</section></body>`),
    );

    expect(entries.map(({ title }) => title)).toEqual(['Tide']);
  });
});

describe('updates in microdata of no live blog', () => {
  const text = `<div itemprop="articleBody">${words}</div>`;

  it('are those of the page', () => {
    const { title, entries } = read(page(`<main>${item(text)}</main>`));

    expect(title).toBe('Storm');
    expect(entries).toMatchObject([
      {
        title: 'Tide',
        publishedAt: Date.parse('2031-03-03T10:00:00Z'),
        body: { text: 'The pier is shut.\n\nFerries wait.' },
      },
    ]);
  });

  it('are those of the live blog where there is one', () => {
    expect(read(root(item(text)).replace('</body>', `${item(text)}</body>`)).entries).toHaveLength(1);
  });
});

describe('a live blog in RDFa', () => {
  const rdfa = (prefix: string) =>
    page(`<div vocab="https://schema.org/" typeof="${prefix}LiveBlogPosting" resource="${URL}"><h1 property="${prefix}headline">Storm</h1>
      <article property="${prefix}liveBlogUpdate" typeof="${prefix}BlogPosting" resource="#tide"><h2 property="${prefix}headline">Tide</h2>
      <span property="${prefix}datePublished" content="2031-03-03T10:00:00Z">10:00</span>
      <span property="${prefix}author" typeof="${prefix}Person"><b property="${prefix}name">Ana Voss</b></span>
      <div property="${prefix}articleBody">${words}</div></article></div>`);

  it.each(['', 'schema:', 'https://schema.org/'])(
    'with names that begin with "%s" is read like microdata',
    (prefix) => {
      const { title, entries } = read(rdfa(prefix));

      expect(title).toBe('Storm');
      expect(entries).toMatchObject([
        {
          title: 'Tide',
          authors: ['Ana Voss'],
          publishedAt: Date.parse('2031-03-03T10:00:00Z'),
          url: `${URL}#tide`,
          body: { text: 'The pier is shut.\n\nFerries wait.' },
        },
      ]);
    },
  );
});
