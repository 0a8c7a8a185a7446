import type { Paint } from './style.ts';
import { cells, textWidth } from './width.ts';

/** Text with one look. Its text must be safe (`safeText`) already. */
export type Span = { readonly text: string; readonly paint: Paint };

type Piece = Span & { readonly width: number; readonly kind: 'word' | 'space' | 'break' };

/** Lays spans out in lines of at most `width` columns, broken at spaces, between ideographs, or else anywhere. */
export function wrapSpans(spans: readonly Span[], width: number): string[] {
  const lines: Piece[][] = [[]];
  let used = 0;
  for (const group of unbreakable(spans.flatMap(pieces)).flatMap((group) => fitting(group, width))) {
    const size = total(group);
    const kind = group[0]?.kind;
    if (kind === 'break' || (kind === 'word' && used > 0 && used + size > width)) {
      lines.push([]);
      used = 0;
    }
    if (kind === 'break' || (kind === 'space' && used === 0)) continue;
    lines.at(-1)?.push(...group);
    used += size;
  }
  return lines.map((line) => painted(withoutEnd(line)));
}

const total = (group: readonly Piece[]) => group.reduce((sum, piece) => sum + piece.width, 0);

function fitting(group: readonly Piece[], width: number): (readonly Piece[])[] {
  return total(group) <= width ? [group] : group.flatMap((piece) => split(piece, width)).map((piece) => [piece]);
}

/** A space, a line break, one wide character (a line may end after it), or a run of anything else. */
const IDEOGRAPHS = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const PIECE = new RegExp(
  `\n|(?![\u00a0\u202f\n])\\s|[${IDEOGRAPHS}][\\p{Mark}ー、。，．！？」』）]*|(?:(?![${IDEOGRAPHS}])\\S|[\u00a0\u202f])+`,
  'gu',
);
const IDEOGRAPH = new RegExp(`^[${IDEOGRAPHS}]`, 'u');

function pieces({ text, paint }: Span): Piece[] {
  return (text.match(PIECE) ?? []).map((part) => {
    if (part === '\n') return { text: part, paint, width: 0, kind: 'break' };
    if (part.trim() === '') return { text: ' ', paint, width: 1, kind: 'space' };
    return { text: part, paint, width: textWidth(part), kind: 'word' };
  });
}

/** Joins neighbours that no space separates ("**bold**, then"), so that a comma never begins a line. */
function unbreakable(list: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  for (const piece of list) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    const joins =
      before?.kind === 'word' && piece.kind === 'word' && !IDEOGRAPH.test(piece.text) && !IDEOGRAPH.test(before.text);
    if (joins && last !== undefined) last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

function split(piece: Piece, width: number): Piece[] {
  const parts: Piece[] = [];
  let text = '';
  let used = 0;
  const push = () => parts.push({ ...piece, text, width: used });
  for (const cell of cells(piece.text)) {
    if (used > 0 && used + cell.width > width) {
      push();
      text = '';
      used = 0;
    }
    text += cell.text;
    used += cell.width;
  }
  push();
  return parts;
}

function withoutEnd(line: readonly Piece[]): Piece[] {
  const end = line.findLastIndex((piece) => piece.kind !== 'space');
  return line.slice(0, end + 1);
}

function painted(line: readonly Piece[]): string {
  const runs: { text: string; paint: Paint }[] = [];
  for (const piece of line) {
    const last = runs.at(-1);
    if (last?.paint === piece.paint) last.text += piece.text;
    else runs.push({ text: piece.text, paint: piece.paint });
  }
  return runs.map((run) => run.paint(run.text)).join('');
}
