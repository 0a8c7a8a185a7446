/** A piece of text that changed, with a few words around it; '' before means inserted, '' after means removed. */
export type Change = {
  readonly lead: string;
  readonly before: string;
  readonly after: string;
  readonly trail: string;
};

/** Words of context on each side of a change; changes closer together than this are told as one. */
const CONTEXT = 3;
/** Above this many words on a side the alignment is not worth its time: the changed middle is told as one piece. */
const MOST = 1500;

type Edit = { readonly from: number; readonly to: number; readonly start: number; readonly end: number };

/** What changed from one text to another, word by word, in reading order. Both must be safe text. */
export function wordChanges(before: string, after: string): readonly Change[] {
  const a = words(before);
  const b = words(after);
  return merged(edits(a, b)).map(({ from, to, start, end }) => ({
    lead: b.slice(Math.max(0, start - CONTEXT), start).join(' '),
    before: a.slice(from, to).join(' '),
    after: b.slice(start, end).join(' '),
    trail: b.slice(end, end + CONTEXT).join(' '),
  }));
}

const words = (text: string) => text.split(/\s+/u).filter((word) => word !== '');

/** Stretches `[from, to)` of `a` that became `[start, end)` of `b`, from the longest common subsequence. */
function edits(a: readonly string[], b: readonly string[]): Edit[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail += 1;
  const middleA = a.slice(head, a.length - tail);
  const middleB = b.slice(head, b.length - tail);
  if (middleA.length === 0 && middleB.length === 0) return [];
  const whole = { from: 0, to: middleA.length, start: 0, end: middleB.length };
  const found = middleA.length > MOST || middleB.length > MOST ? [whole] : aligned(middleA, middleB);
  return found.map((edit) => ({
    from: edit.from + head,
    to: edit.to + head,
    start: edit.start + head,
    end: edit.end + head,
  }));
}

function aligned(a: readonly string[], b: readonly string[]): Edit[] {
  const table = lengths(a, b);
  const at = (i: number, j: number) => table[i * (b.length + 1) + j] ?? 0;
  const found: Edit[] = [];
  let [i, j, from, start] = [0, 0, 0, 0];
  const close = () => {
    if (from < i || start < j) found.push({ from, to: i, start, end: j });
  };
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      close();
      i += 1;
      j += 1;
      [from, start] = [i, j];
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  [i, j] = [a.length, b.length];
  close();
  return found;
}

/** Length of the longest common subsequence of `a` from i and `b` from j, at `i * (b.length + 1) + j`. */
function lengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const stride = b.length + 1;
  const table = new Uint16Array((a.length + 1) * stride);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const longer = Math.max(table[(i + 1) * stride + j] ?? 0, table[i * stride + j + 1] ?? 0);
      table[i * stride + j] = a[i] === b[j] ? (table[(i + 1) * stride + j + 1] ?? 0) + 1 : longer;
    }
  }
  return table;
}

function merged(list: readonly Edit[]): Edit[] {
  const result: Edit[] = [];
  for (const edit of list) {
    const last = result.at(-1);
    if (last !== undefined && edit.start - last.end < CONTEXT) {
      result[result.length - 1] = { ...last, to: edit.to, end: edit.end };
    } else result.push(edit);
  }
  return result;
}
