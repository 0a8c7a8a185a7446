import { isUnspaced } from './words.ts';

/** One stretch of a comparison, in reading order. In `changed`, '' before means inserted, '' after means removed. */
export type DiffPart =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'changed'; readonly before: string; readonly after: string };

/** More differing words than this, and the whole differing stretch counts as one change: it bounds time and memory. */
const MOST_EDITS = 500;

/**
 * What changed between two texts, word by word. White space alone is no change; a short word that happens to stand on
 * both sides of a rewritten passage does not cut it in two. The parts put together give `after` exactly.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const a = pieces(before);
  const b = pieces(after);
  const head = commonHead(a, b);
  const tail = commonTail(a, b, head);
  const middle = steps(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const all: Step[] = [...same(b.slice(0, head)), ...middle, ...same(tail === 0 ? [] : b.slice(b.length - tail))];
  return joined(withoutIslands(all));
}

/** Only what changed, as a correction shows it. */
export function wordChanges(before: string, after: string): { readonly before: string; readonly after: string }[] {
  return wordDiff(before, after).flatMap((part) =>
    part.kind === 'changed' ? [{ before: part.before.trim(), after: part.after.trim() }] : [],
  );
}

/** A word or a mark of punctuation, with the white space that follows it. */
type Piece = { readonly text: string; readonly raw: string };
type Step = { readonly kind: 'same' | 'removed' | 'added'; readonly piece: Piece };

function pieces(text: string): Piece[] {
  const found = text.matchAll(/([\p{L}\p{N}\p{M}]+(?:['’.,-][\p{L}\p{N}\p{M}]+)*|[^\s])(\s*)/gu);
  return [...found].flatMap((match) => {
    const [raw, word = '', space = ''] = match;
    if (!isUnspaced(word)) return [{ text: word, raw }];
    const characters = [...word];
    return characters.map((text, index) => ({ text, raw: index === characters.length - 1 ? text + space : text }));
  });
}

function commonHead(a: readonly Piece[], b: readonly Piece[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length]?.text === b[length]?.text) length += 1;
  return length;
}

function commonTail(a: readonly Piece[], b: readonly Piece[], head: number): number {
  let length = 0;
  const most = Math.min(a.length, b.length) - head;
  while (length < most && a[a.length - 1 - length]?.text === b[b.length - 1 - length]?.text) length += 1;
  return length;
}

function same(all: readonly Piece[]): Step[] {
  return all.map((piece) => ({ kind: 'same', piece }));
}

function replaced(a: readonly Piece[], b: readonly Piece[]): Step[] {
  return [
    ...a.map((piece): Step => ({ kind: 'removed', piece })),
    ...b.map((piece): Step => ({ kind: 'added', piece })),
  ];
}

/** The shortest way from a to b (Myers' greedy algorithm, "An O(ND) Difference Algorithm", 1986). */
function steps(a: readonly Piece[], b: readonly Piece[]): Step[] {
  const trace: Int32Array[] = [];
  const most = Math.min(a.length + b.length, MOST_EDITS);
  const reached = new Int32Array(2 * most + 3);
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(reached.slice(most + 1 - edits - 1, most + 1 + edits + 2));
    if (extend(a, b, reached, edits, most + 1)) return walkBack(a, b, trace, edits);
  }
  return replaced(a, b);
}

/** Goes as far as `edits` edits lead on every diagonal; true when the end of both was reached. */
function extend(a: readonly Piece[], b: readonly Piece[], reached: Int32Array, edits: number, zero: number): boolean {
  for (let k = -edits; k <= edits; k += 2) {
    const left = reached[zero + k - 1] ?? 0;
    const up = reached[zero + k + 1] ?? 0;
    let x = k === -edits || (k !== edits && left < up) ? up : left + 1;
    while (x < a.length && x - k < b.length && a[x]?.text === b[x - k]?.text) x += 1;
    reached[zero + k] = x;
    if (x >= a.length && x - k >= b.length) return true;
  }
  return false;
}

function walkBack(a: readonly Piece[], b: readonly Piece[], trace: readonly Int32Array[], edits: number): Step[] {
  const found: Step[] = [];
  let x = a.length;
  let y = b.length;
  for (let left = edits; left >= 0; left -= 1) {
    const reached = trace[left];
    const k = x - y;
    const at = (diagonal: number) => reached?.[diagonal + left + 1] ?? 0;
    const down = k === -left || (k !== left && at(k - 1) < at(k + 1));
    const fromX = left === 0 ? 0 : at(down ? k + 1 : k - 1);
    const fromY = left === 0 ? 0 : fromX - (down ? k + 1 : k - 1);
    const startX = down || left === 0 ? fromX : fromX + 1;
    for (; x > startX; x -= 1, y -= 1) push(found, 'same', b[y - 1]);
    if (left === 0) break;
    if (down) push(found, 'added', b[y - 1]);
    else push(found, 'removed', a[x - 1]);
    x = fromX;
    y = fromY;
  }
  return found.reverse();
}

function push(found: Step[], kind: Step['kind'], piece: Piece | undefined): void {
  if (piece !== undefined) found.push({ kind, piece });
}

/** Turns a lone short word between two changes into part of the change. */
function withoutIslands(all: readonly Step[]): Step[] {
  return all.flatMap((step, index): Step[] => {
    const island =
      step.kind === 'same' &&
      step.piece.text.length <= 3 &&
      !isUnspaced(step.piece.text) &&
      (all[index - 1]?.kind ?? 'same') !== 'same' &&
      (all[index + 1]?.kind ?? 'same') !== 'same';
    return island ? replaced([step.piece], [step.piece]) : [step];
  });
}

function joined(all: readonly Step[]): DiffPart[] {
  const parts: { kind: 'same' | 'changed'; text: string; before: string; after: string }[] = [];
  for (const { kind, piece } of all) {
    const wanted = kind === 'same' ? 'same' : 'changed';
    let last = parts.at(-1);
    if (last === undefined || last.kind !== wanted) {
      last = { kind: wanted, text: '', before: '', after: '' };
      parts.push(last);
    }
    if (kind === 'same') last.text += piece.raw;
    if (kind === 'removed') last.before += piece.raw;
    if (kind === 'added') last.after += piece.raw;
  }
  return parts.map(({ kind, text, before, after }) => (kind === 'same' ? { kind, text } : { kind, before, after }));
}
