import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordChanges, wordDiff } from '../../src/core/text/word-diff.ts';
import { processorTime } from '../support/processor-time.ts';

describe('the difference of two texts', () => {
  it.each([
    ['one word', 'Three boats sank.', 'Four boats sank.', [{ before: 'Three', after: 'Four' }]],
    ['an insertion', 'The gate is shut.', 'The outer gate is shut.', [{ before: '', after: 'outer' }]],
    ['a removal', 'The old gate is shut.', 'The gate is shut.', [{ before: 'old', after: '' }]],
    ['nothing', 'The gate  is shut.', 'The gate is\nshut.', []],
    ['punctuation', 'It is shut.', 'It is shut!', [{ before: '.', after: '!' }]],
    ['everything', 'Goal', 'No goal at all', [{ before: 'Goal', after: 'No goal at all' }]],
    ['from nothing', '', 'Goal', [{ before: '', after: 'Goal' }]],
    ['to nothing', 'Goal', '', [{ before: 'Goal', after: '' }]],
    ['a number', 'Some 1,200 people', 'Some 1,500 people', [{ before: '1,200', after: '1,500' }]],
    [
      'two places',
      'Ann met Bo in the old town hall',
      'Eve met Bo in the new town hall',
      [
        { before: 'Ann', after: 'Eve' },
        { before: 'old', after: 'new' },
      ],
    ],
    [
      'a passage around a short word',
      'waves hit the pier',
      'rain on the roof',
      [{ before: 'waves hit the pier', after: 'rain on the roof' }],
    ],
    ['a text without spaces', '東京に雨が降る', '東京に雪が降る', [{ before: '雨', after: '雪' }]],
  ])('%s', (_, before, after, changes) => {
    expect(wordChanges(before, after)).toEqual(changes);
  });

  it('gives both texts back, white space apart', () => {
    const text = fc.array(fc.constantFrom('sea', 'wall', 'the', 'a', 'gate', '.', ',', 'opens'), { maxLength: 40 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const before = one.join(' ');
        const after = other.join(' ');
        const parts = wordDiff(before, after);
        const side = (which: 'before' | 'after') =>
          parts.map((part) => (part.kind === 'same' ? part.text : part[which])).join('');

        expect(side('after')).toBe(after);
        expect(side('before').replace(/\s+/g, '')).toBe(before.replace(/\s+/g, ''));
      }),
    );
  });

  it('of two long unrelated texts takes little time', () => {
    const before = Array.from({ length: 20_000 }, (_, n) => `a${n}`).join(' ');
    const after = Array.from({ length: 20_000 }, (_, n) => `b${n}`).join(' ');
    const spent = processorTime();

    expect(wordDiff(before, after)).toHaveLength(1);
    expect(spent()).toBeLessThan(2_000);
  });
});
