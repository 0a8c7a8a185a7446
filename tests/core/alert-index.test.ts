import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAlertIndex } from '../../src/core/alerts/alert-index.ts';
import type { Flag } from '../../src/core/entry.ts';
import { parseQuery } from '../../src/core/query/query.ts';
import { matches } from '../../src/core/query/query-match.ts';
import { writtenEntry } from '../support/written-entry.ts';

const vocabulary = ['storm', 'storms', 'sea', 'wall', 'ferry', 'goal', 'harbour', 'tide', '東京'];

describe('an alert index', () => {
  it('finds what trying every query finds', () => {
    const word = fc.constantFrom(...vocabulary);
    const term = fc.oneof(
      word,
      word.map((text) => `${text.slice(0, 3)}*`),
      fc.tuple(word, word).map(([a, b]) => `"${a} ${b}"`),
      fc.tuple(word, word).map(([a, b]) => `"${a} ${b.slice(0, 2)}*"`),
      fc.constantFrom(
        'author:maya',
        'author:"maya l*"',
        'author:ma*',
        'is:key',
        'is:breaking',
        'has:image',
        'is:repost',
      ),
    );
    const signed = fc.tuple(fc.boolean(), term).map(([minus, text]) => (minus ? `-${text}` : text));
    const all = fc.array(signed, { minLength: 1, maxLength: 3 }).map((terms) => terms.join(' '));
    const query = fc.array(all, { minLength: 1, maxLength: 3 }).map((sides) => sides.join(' OR '));
    const entry = fc
      .record({
        text: fc.array(word, { maxLength: 8 }).map((all) => all.join(' ')),
        authors: fc.constantFrom([], ['Maya Lindqvist'], ['Tom']),
        flags: fc.constantFrom<Flag[]>([], ['key'], ['breaking']),
      })
      .map(writtenEntry);
    fc.assert(
      fc.property(fc.array(query, { maxLength: 12 }), entry, (texts, one) => {
        const index = createAlertIndex();
        texts.forEach((text, number) => {
          index.add(`a${number}`, parseQuery(text));
        });
        const expected = texts.flatMap((text, number) => (matches(parseQuery(text), one) ? [`a${number}`] : []));

        expect(index.match(one).toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 500 },
    );
  });

  it('finds is:corrected by what is known of the entry', () => {
    const index = createAlertIndex();
    index.add('one', parseQuery('storm is:corrected'));

    expect(index.match(writtenEntry({ text: 'storm' }))).toEqual([]);
    expect(index.match(writtenEntry({ text: 'storm' }), { corrected: true })).toEqual(['one']);
  });

  it('forgets what is removed or replaced', () => {
    const index = createAlertIndex();
    index.add('one', parseQuery('storm'));
    index.add('two', parseQuery('storm'));
    index.add('one', parseQuery('goal*'));
    index.remove('two');
    index.remove('three');

    expect(index.size).toBe(1);
    expect(index.match(writtenEntry({ text: 'storm' }))).toEqual([]);
    expect(index.match(writtenEntry({ text: 'goals' }))).toEqual(['one']);
  });

  it('tries few of ten thousand alerts that share a common word', () => {
    const index = createAlertIndex();
    for (let number = 0; number < 10_000; number += 1) index.add(`a${number}`, parseQuery(`storm topic${number}`));

    expect(index.candidates(writtenEntry({ text: 'A storm about topic77' }))).toBeLessThan(5);
  });
});
