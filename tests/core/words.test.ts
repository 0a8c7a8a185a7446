import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWord, wordSpans, words } from '../../src/core/text/words.ts';
import { processorTime } from '../support/processor-time.ts';

describe('words of a text', () => {
  it.each([
    ['case and accents fold', 'Zürich CAFÉ naïve', ['zurich', 'cafe', 'naive']],
    ['letters without a decomposition fold', 'Straße STRASSE Łódź Ørsted', ['strasse', 'strasse', 'lodz', 'orsted']],
    ['an apostrophe-s belongs to no word', "Kyiv’s harbour‘s mayor's", ['kyiv', 'harbour', 'mayor']],
    ['other apostrophes part words', "l'Ukraine don’t", ['l', 'ukraine', 'don', 't']],
    ['a standing s is a word', 'the S Bahn', ['the', 's', 'bahn']],
    ['dotted acronyms are one word', 'U.S. and U.K troops, e.g. now', ['us', 'and', 'uk', 'troops', 'eg', 'now']],
    ['a hyphen parts words', 'air-defence F-16', ['air', 'defence', 'f', '16']],
    ['Cyrillic folds', 'Ёлка КИЇВ', ['елка', 'киів']],
    ['Greek folds, final sigma too', 'ΟΔΟΣ οδός', ['οδοσ', 'οδοσ']],
    ['Arabic points and alef forms fold', 'أَخْبَار', ['اخبار']],
    ['Hebrew points fold', 'שָׁלוֹם', ['שלום']],
    ['Turkish dotted capital folds', 'İstanbul', ['istanbul']],
    ['Devanagari vowel signs stay', 'कि का', ['कि', 'का']],
    ['Hangul stays composed', '서울', ['서울']],
    ['Han gives one word a character', '東京都2024年', ['東', '京', '都', '2024', '年']],
    ['kana keeps its voicing marks', 'ガス', ['ガ', 'ス']],
    ['Thai gives one word a character with its marks', 'น้ำท่วม', ['น้', 'ำ', 'ท่', 'ว', 'ม']],
    ['pictograms are words', 'Goal ⚽️ 🇺🇦!', ['goal', '⚽', '🇺🇦']],
    ['a soft hyphen does not part a word', 'har\u00adbour', ['harbour']],
    ['a zero-width space parts words', 'har\u200bbour', ['har', 'bour']],
    ['a bracketed number is the number', '⑴ ½', ['1', '12']],
    ['ligatures and wide letters fold', 'ﬁre ＡＢＣ', ['fire', 'abc']],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toEqual(expected.map((word) => word.normalize('NFKC')));
  });

  it('keep their places in the text as written', () => {
    const text = 'The Straße’s gate';

    expect(wordSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(['The', 'Straße', 'gate']);
  });

  it('are the same when folded twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of words(text)) expect(foldWord(word)).toBe(word);
      }),
    );
  });

  it('of a megabyte take little time', () => {
    const spent = processorTime();
    words("a'".repeat(250_000) + 'U.'.repeat(250_000));

    expect(spent()).toBeLessThan(2_000);
  });
});
