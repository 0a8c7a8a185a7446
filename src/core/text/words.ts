/**
 * How text becomes words, the same for filters, alerts, search and summaries. Scripts that are written without spaces
 * (Han, kana, Thai, Lao, Khmer, Burmese) give one word per character, so that a run of them is found like a phrase and
 * no dictionary decides what may be found.
 */

/** One word of a text: folded, with its place in the text as written. */
export type WordSpan = { readonly word: string; readonly start: number; readonly end: number };

const UNSPACED =
  '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}\\p{scx=Tibt}';
const JOINERS = '\\u00AD\\u200C\\u200D\\u2060\\uFEFF';
const LETTER = `[[\\p{L}\\p{N}]--[${UNSPACED}\\u02BC\\u02BB]]`;
const REST = `[[\\p{L}\\p{N}\\p{M}${JOINERS}]--[${UNSPACED}\\u02BC\\u02BB]]`;

/** A dotted acronym (U.S., e.g.), a character of an unspaced script, a run of letters and digits, or a pictogram. */
const WORD = new RegExp(
  [
    `(?<![\\p{L}\\p{N}])(?:\\p{L}\\.){2,}(?!${LETTER})`,
    `(?<![\\p{L}\\p{N}])(?:\\p{L}\\.)+\\p{L}(?![\\p{L}\\p{N}])`,
    `[[${UNSPACED}]&&[\\p{L}\\p{N}]]\\p{M}*`,
    `${LETTER}${REST}*`,
    '\\p{RI}\\p{RI}',
    '\\p{Extended_Pictographic}',
  ].join('|'),
  'gv',
);

const APOSTROPHES = new Set(["'", '’', '‘', '‛', 'ʼ', 'ʻ', '＇', '`', '´']);
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is what is meant
const ASCII = /^[\x00-\x7f]*$/;
/** Accents of Latin, Greek and Cyrillic, Arabic and Hebrew points; vowel signs of other scripts are letters, and stay. */
const ACCENTS =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
/** What a decomposition or a joiner leaves that is no part of a word, such as the brackets of ⑴. */
const NO_PART = /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{RI}]|[\ufe00-\ufe0f]/gu;
const LETTERS_WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ς: 'σ',
};
const SPECIAL = /[ßøłđðþæœıħŧς]/g;

/** Makes spellings equal that a reader takes for the same word: case, accents, width, ß and ss, ø and o. */
export function foldWord(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase().replaceAll('.', '');
  return word
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(NO_PART, '')
    .toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter] ?? letter)
    .normalize('NFC');
}

/** The words of a text with their places. The s of an apostrophe-s belongs to no word. Time is linear in the text. */
export function wordSpans(text: string): WordSpan[] {
  const spans: WordSpan[] = [];
  let previousEnd = -1;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    const word = foldWord(match[0]);
    const possessive = word === 's' && previousEnd === start - 1 && APOSTROPHES.has(text.charAt(start - 1));
    if (word !== '' && !possessive) spans.push({ word, start, end });
    previousEnd = end;
  }
  return spans;
}

/** The folded words of a text, in order. */
export function words(text: string): string[] {
  return wordSpans(text).map((span) => span.word);
}

/** A text folded for comparing whole titles or names: its words with single spaces. */
export function foldText(text: string): string {
  return words(text).join(' ');
}

/** True for a word of a script that is written without spaces. */
export function isUnspaced(word: string): boolean {
  return UNSPACED_WORD.test(word);
}

const UNSPACED_WORD = new RegExp(`^[${UNSPACED}]`, 'v');
