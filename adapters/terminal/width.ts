const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** First and last code points of what terminals draw two columns wide (Unicode TR 11, classes W and F). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18d08],
  [0x1b000, 0x1b2fb],
  [0x20000, 0x3fffd],
];

const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f/u;
const INVISIBLE = /^[\p{Mark}\p{Cf}\p{Cc}]*$/u;

/** One character as a reader sees it, and its columns. */
export type Cell = { readonly text: string; readonly width: 0 | 1 | 2 };

/** Splits text into the characters a reader sees. */
export function cells(text: string): readonly Cell[] {
  return Array.from(graphemes.segment(text), ({ segment }) => ({ text: segment, width: cellWidth(segment) }));
}

/** Columns a text takes in a terminal. */
export function textWidth(text: string): number {
  if (/^[ -~]*$/u.test(text)) return text.length;
  return cells(text).reduce((sum, cell) => sum + cell.width, 0);
}

function cellWidth(grapheme: string): 0 | 1 | 2 {
  if (INVISIBLE.test(grapheme)) return 0;
  if (EMOJI.test(grapheme)) return 2;
  const code = grapheme.codePointAt(0) ?? 0;
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}
