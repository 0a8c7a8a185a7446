import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordChanges } from '../../../adapters/terminal/changes.ts';
import { textWidth } from '../../../adapters/terminal/width.ts';
import { wrapSpans } from '../../../adapters/terminal/wrap.ts';

const plain = (text: string) => text;
const wrap = (text: string, width: number) => wrapSpans([{ text, paint: plain }], width);

describe('the columns a text takes', () => {
  it.each([
    ['abc', 3],
    ['港の水', 6],
    ['e\u0301', 1],
    ['👩‍👩‍👧‍👦', 2],
    ['🇯🇵', 2],
    ['⚓', 2],
    ['⚠', 1],
    ['⚠️', 2],
    ['한국', 4],
    ['\u200b', 0],
    ['ｆｕｌｌ', 8],
  ])('%s is %i wide', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });
});

describe('wrapping', () => {
  it.each([
    ['the ferry is late', 9, ['the ferry', 'is late']],
    ['one\ntwo', 20, ['one', 'two']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['港の水位は上がり', 6, ['港の水', '位は上', 'がり']],
    ['水位は上。次', 8, ['水位は', '上。次']],
    ['  lead and trail  ', 40, ['lead and trail']],
  ])('%j in %i columns', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  it('keeps a comma with the word before it when their looks differ', () => {
    const loud = (text: string) => text.toUpperCase();

    const spans = [
      { text: 'the tide is ', paint: plain },
      { text: 'rising', paint: loud },
      { text: ', slowly', paint: plain },
    ];

    expect(wrapSpans(spans, 18)).toEqual(['the tide is', 'RISING, slowly']);
  });

  it('loses no character and no line is too wide', () => {
    const bare = (text: string) => text.replaceAll(/\s+/gu, '');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrap(text, width);
        expect(bare(lines.join(''))).toBe(bare(text));
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('the words that changed', () => {
  it.each([
    ['a number', 'it read 4.1 metres today', 'it read 4.3 metres today', [['4.1', '4.3']]],
    ['an insertion', 'boats are adrift', 'boats are now adrift', [['', 'now']]],
    ['a removal', 'boats are now adrift', 'boats are adrift', [['now', '']]],
    ['all', 'one', 'two', [['one', 'two']]],
    ['nothing but spaces', 'one  two', 'one\ntwo', []],
    [
      'two far apart',
      'a one b c d e f g two h',
      'a 1 b c d e f g 2 h',
      [
        ['one', '1'],
        ['two', '2'],
      ],
    ],
    ['two close together', 'a one b two c', 'a 1 b 2 c', [['one b two', '1 b 2']]],
  ])('%s', (_, before, after, changes) => {
    expect(wordChanges(before, after).map((change) => [change.before.trim(), change.after.trim()])).toEqual(changes);
  });

  it('come with words of their own line around them, spaces as they were', () => {
    expect(wordChanges('High water\nat the “old quay”. Gone', 'High water\nat the “new quay”. Gone')).toEqual([
      { lead: 'at the “', before: 'old ', after: 'new ', trail: 'quay”. Gone' },
    ]);
  });

  it('are found in a text of 5,000 words within a second', () => {
    const before = Array.from({ length: 5_000 }, (_, n) => `w${n % 97}`).join(' ');
    const after = Array.from({ length: 5_000 }, (_, n) => `w${n % 89}`).join(' ');
    const begun = performance.now();

    wordChanges(before, after);

    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
