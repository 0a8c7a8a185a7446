import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/entry.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { schemaOrg } from '../../../src/sources/schema-org/schema-org.ts';
import { blog, NOON, read, script, URL, update } from './storm-page.ts';

const titles = (snapshot: Snapshot) => snapshot.entries.map((entry) => entry.title);
const scripts = (...blocks: readonly object[]) =>
  `<html><body>${blocks.map((each) => `<script type="application/ld+json">${JSON.stringify(each)}</script>`).join('')}</body></html>`;
const node = (n: number) => ({ ...update(n), '@id': `${URL}#node-${n}`, url: undefined });

describe('updates that stand apart from their blog', () => {
  it.each<[string, string]>([
    ['named in it by their address', scripts({ '@graph': [blog([node(2)['@id'], node(1)['@id']]), node(1), node(2)] })],
    ['in another script', scripts({ '@type': 'Organization' }, blog([{ '@id': node(1)['@id'] }]), node(1))],
    ['that name it', scripts({ '@graph': [blog(undefined), { ...update(1), isPartOf: { '@id': URL } }] })],
    ['that name it by its address', scripts({ '@graph': [blog(undefined), { ...update(1), isPartOf: URL }] })],
    [
      'as its parts',
      scripts(blog(undefined, { hasPart: [update(1), { '@type': 'WebPageElement', name: 'Paywall' }] })),
    ],
  ])('%s are its updates', (_, page) => {
    expect(titles(read(page)).at(0)).toBe('Entry 1');
  });

  it('are not those of the live blogs that are part of it or that it is part of', () => {
    const other = blog([update(7), update(8), update(9)], { url: 'https://news.saltmere.example/live/yesterday' });

    expect(titles(read(scripts(blog([update(1)], { hasPart: [other], isPartOf: other }))))).toEqual(['Entry 1']);
    expect(titles(read(scripts(blog(undefined, { hasPart: [other] }))))).toEqual([]);
  });
});

describe('a blog that is declared in an odd way', () => {
  it.each<[string, object]>([
    ['of another type', { ...blog([update(1)]), '@type': 'NewsArticle' }],
    ['of a type with a prefix', { ...blog([update(1)]), '@type': 'schema:LiveBlogPosting' }],
    ['without a context', { ...blog([update(1)]), '@context': undefined }],
    ['with updates of no type', blog([{ ...update(1), '@type': undefined }])],
  ])('%s is read', (_, json) => {
    expect(titles(read(scripts(json)))).toEqual(['Entry 1']);
  });

  it('with updates that are mere texts has entries without a title', () => {
    const { entries } = read(scripts(blog(['Water on the quay', 'The pier is shut'])));

    expect(entries.map(({ title, body }) => [title, body.text])).toEqual([
      [undefined, 'The pier is shut'],
      [undefined, 'Water on the quay'],
    ]);
  });
});

describe('of several blogs on a page', () => {
  const other = blog([update(9), update(8), update(7)], { url: 'https://news.saltmere.example/live/regatta' });
  const own = (url: string) => scripts(other, blog([update(1)], { url }));

  it.each(['http://news.saltmere.example/live/storm', 'https://www.news.saltmere.example/live/storm/', `${URL}?amp=1`])(
    'the one at %s is the page’s own',
    (url) => {
      expect(titles(read(own(url)))).toEqual(['Entry 1']);
    },
  );

  it('the one that a saved page is shared as is its own', () => {
    const text = own(URL).replace('<body>', `<meta property="og:url" content="${URL}">`);
    const document = { url: 'file:///tmp/storm.html', text, contentType: '', fetchedAt: NOON };
    const snapshot = schemaOrg.read(document, { body: createBodyMemo() });

    expect('elsewhere' in snapshot ? [] : titles(snapshot)).toEqual(['Entry 1']);
  });
});

it('comments and forgotten commas in JSON-LD cost no update', () => {
  const json = JSON.stringify(blog([update(2), update(1)]));
  const spoilt = json
    .replace('"headline"', '// of the page\n"headline"')
    .replace('},{"@type":"BlogPosting"', '}\n{"@type":"BlogPosting"');

  expect(read(script(spoilt))).toMatchObject({ coverage: 'window', warnings: [], entries: [{ title: 'Entry 1' }, {}] });
});
