import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchBench } from '../../bench/search.ts';
import { parseQuery } from '../../src/core/query/query.ts';
import { matches } from '../../src/core/query/query-match.ts';
import { createSearchIndex } from '../../src/core/search.ts';
import { writtenEntry } from '../support/written-entry.ts';

const hour = 3_600_000;
const now = 100 * hour;

function found(query: string, options: { blogs?: string[]; limit?: number; offset?: number } = {}) {
  const { hits } = filled().search(parseQuery(query), { now, limit: 10, ...options });
  return hits.map((hit) => `${hit.blog}/${hit.entry.id}`);
}

function filled() {
  const index = createSearchIndex();
  const at = (hoursAgo: number) => now - hoursAgo * hour;
  index.refresh('storm', [
    {
      entry: writtenEntry({ id: 'a', title: 'Ferry cancelled', text: 'The storm closes the port.' }),
      at: at(2),
      corrected: false,
    },
    { entry: writtenEntry({ id: 'b', text: 'The ferry company speaks of the storm.' }), at: at(1), corrected: true },
    { entry: writtenEntry({ id: 'c', text: 'Rain in the evening.', flags: ['key'] }), at: at(0), corrected: false },
  ]);
  index.refresh('regatta', [
    { entry: writtenEntry({ id: 'a', text: 'A ferry passes the boats.' }), at: at(90), corrected: false },
  ]);
  return index;
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
    index.refresh('storm', [{ entry: corrected, at: now, corrected: true }]);
    index.forget('regatta');

    expect(index.search(parseQuery('ferry'), { now, limit: 10 }).total).toBe(0);
    expect(index.search(parseQuery('tram'), { now, limit: 10 }).total).toBe(1);
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
        index.refresh(
          'b',
          all.map((entry) => ({ entry, at: 0, corrected: false })),
        );
        const ids = index.search(query, { now, limit: 100 }).hits.map((hit) => hit.entry.id);

        expect(ids.toSorted()).toEqual(all.filter((entry) => matches(query, entry)).map((entry) => entry.id));
      }),
    );
  });

  it('over ten thousand entries takes far less than a tenth of a second', () => {
    expect(searchBench(10, 1_000).slowestMs).toBeLessThan(100);
  });
});
