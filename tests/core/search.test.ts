import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchBench } from '../../bench/search.ts';
import { parseQuery } from '../../src/core/query/query.ts';
import { matches } from '../../src/core/query/query-match.ts';
import { createSearchIndex, type SearchIndex } from '../../src/core/search/search-index.ts';
import type { Searchable } from '../../src/core/search/search-part.ts';
import { writtenEntry } from '../support/written-entry.ts';

const hour = 3_600_000;
const now = 100 * hour;

function found(query: string, options: { blogs?: string[]; limit?: number; offset?: number } = {}) {
  const { hits } = filled().search(parseQuery(query), { now, limit: 10, ...options });
  return hits.map((hit) => `${hit.blog}/${hit.id}`);
}

function filled() {
  const index = createSearchIndex();
  const at = (hoursAgo: number) => now - hoursAgo * hour;
  take(index, 'storm', [
    {
      entry: writtenEntry({ id: 'a', title: 'Ferry cancelled', text: 'The storm closes the port.' }),
      at: at(2),
      corrected: false,
    },
    { entry: writtenEntry({ id: 'b', text: 'The ferry company speaks of the storm.' }), at: at(1), corrected: true },
    { entry: writtenEntry({ id: 'c', text: 'Rain in the evening.', flags: ['key'] }), at: at(0), corrected: false },
  ]);
  take(index, 'regatta', [
    { entry: writtenEntry({ id: 'a', text: 'A ferry passes the boats.' }), at: at(90), corrected: false },
  ]);
  return index;
}

type Given = Pick<Searchable, 'entry' | 'at' | 'corrected'> & { readonly withdrawn?: boolean };

let version = 0;
function take(index: SearchIndex, blog: string, all: readonly Given[]) {
  version += 1;
  const filling = index.fill(blog, version);
  for (const one of all) {
    const said = [one.entry.title, one.entry.body.text].join(' ');
    filling.put({ revision: said, withdrawn: false, ...one });
  }
  filling.done();
}

describe('search', () => {
  it('puts words in titles first', () => {
    expect(found('ferry')[0]).toBe('storm/a');
  });

  it('puts the newer of like entries first', () => {
    expect(found('ferry')).toEqual(['storm/a', 'storm/b', 'regatta/a']);
  });

  it('keeps to the blogs asked for', () => {
    expect(found('ferry', { blogs: ['regatta'] })).toEqual(['regatta/a']);
  });

  it.each([
    ['"the storm"', ['storm/b', 'storm/a']],
    ['ferr* -storm', ['regatta/a']],
    ['is:key', ['storm/c']],
    ['is:corrected', ['storm/b']],
    ['port OR rain', ['storm/c', 'storm/a']],
    ['lighthouse', []],
    ['"port rain"', []],
  ])('understands %s', (query, expected) => {
    expect(found(query).toSorted()).toEqual(expected.toSorted());
  });

  it('gives pages', () => {
    expect(found('ferry', { limit: 1, offset: 1 })).toEqual(['storm/b']);
    expect(filled().search(parseQuery('ferry'), { now, limit: 1 }).total).toBe(3);
  });

  it('follows corrections, withdrawals and unfollowed blogs', () => {
    const index = filled();
    const corrected = writtenEntry({ id: 'a', text: 'The tram is cancelled.' });
    take(index, 'storm', [{ entry: corrected, at: now, corrected: true }]);
    index.forget('regatta');

    expect(index.search(parseQuery('ferry'), { now, limit: 10 }).total).toBe(0);
    expect(index.search(parseQuery('tram'), { now, limit: 10 }).total).toBe(1);
  });

  it('answers with what it held until a blog is taken in anew', () => {
    const index = filled();
    const filling = index.fill('regatta', 99);
    const entry = writtenEntry({ id: 'z', text: 'A tram passes.' });
    filling.put({ entry, revision: 'r', at: now, corrected: false, withdrawn: false });

    expect(index.search(parseQuery('tram'), { now, limit: 10 }).total).toBe(0);
    filling.done();
    expect(index.search(parseQuery('tram'), { now, limit: 10 }).total).toBe(1);
    expect(index.search(parseQuery('boats'), { now, limit: 10 }).total).toBe(0);
    expect(index.version('regatta')).toBe(99);
  });

  it('finds what was withdrawn only where it is asked for', () => {
    const index = createSearchIndex();
    take(index, 'b', [{ entry: writtenEntry({ id: 'a', text: 'Gone.' }), at: now, corrected: false, withdrawn: true }]);

    expect(index.search(parseQuery('gone'), { now, limit: 10 }).total).toBe(0);
    expect(index.search(parseQuery('gone'), { now, limit: 10, withdrawn: true }).total).toBe(1);
  });

  it.each([
    ['has:image', ['p']],
    ['has:link', ['l']],
    ['author:quill', ['p']],
    ['author:quill has:video', []],
    ['-has:image', ['l']],
  ])('knows of an entry what %s asks for', (query, expected) => {
    const index = createSearchIndex();
    const picture = writtenEntry({ id: 'p', text: 'The sea wall.' });
    const image = { type: 'image' as const, url: 'https://saltmere.example/a.jpg' };
    const link = { text: 'More', url: 'https://saltmere.example/more' };
    const linked = writtenEntry({ id: 'l', text: 'The harbour.' });
    take(index, 'b', [
      {
        entry: { ...picture, authors: ['Ada Quill'], body: { ...picture.body, media: [image] } },
        at: 0,
        corrected: false,
      },
      { entry: { ...linked, body: { ...linked.body, links: [link] } }, at: 0, corrected: false },
    ]);

    expect(index.search(parseQuery(query), { now, limit: 10 }).hits.map((hit) => hit.id)).toEqual(expected);
  });

  it('finds what the query language finds', () => {
    const word = fc.constantFrom('storm', 'storms', 'sea', 'wall', 'ferry', '東京');
    const term = fc.oneof(
      word,
      word.map((text) => `-${text}`),
      word.map((text) => `${text.slice(0, 2)}*`),
      fc.tuple(word, word).map(([a, b]) => `"${a} ${b}"`),
    );
    const text = fc.array(word, { maxLength: 8 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 3 }), fc.array(text, { maxLength: 6 }), (terms, texts) => {
        const query = parseQuery(terms.join(' '));
        const all = texts.map((body, n) => writtenEntry({ id: `e${n}`, text: body }));
        const index = createSearchIndex();
        take(
          index,
          'b',
          all.map((entry) => ({ entry, at: 0, corrected: false })),
        );
        const ids = index.search(query, { now, limit: 100 }).hits.map((hit) => hit.id);

        expect(ids.toSorted()).toEqual(all.filter((entry) => matches(query, entry)).map((entry) => entry.id));
      }),
    );
  });

  it('over ten thousand entries takes far less than a tenth of a second', () => {
    expect(searchBench(10, 1_000).slowestMs).toBeLessThan(100);
  });
});
