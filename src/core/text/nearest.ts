/** The candidate most like `word`, or undefined when none is near: at most a third of the letters off. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    const distance = editDistance(
      wanted,
      candidate.toLowerCase(),
      Math.min(allowed, (best?.distance ?? allowed + 1) - 1),
    );
    if (distance !== undefined) best = { candidate, distance };
    if (distance === 0) break;
  }
  return best?.candidate;
}

/**
 * Letters to insert, remove, replace or swap with the neighbour to get from `a` to `b` (optimal string alignment);
 * undefined when more than `max`.
 */
export function editDistance(a: string, b: string, max = Number.POSITIVE_INFINITY): number | undefined {
  if (Math.abs(a.length - b.length) > max) return undefined;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) row.push(cell(a, b, i, j, { row, last, before }));
    if (Math.min(...row) > max) return undefined;
    before = last;
    last = row;
  }
  const distance = last[b.length] ?? 0;
  return distance <= max ? distance : undefined;
}

type Rows = { readonly row: readonly number[]; readonly last: readonly number[]; readonly before: readonly number[] };

function cell(a: string, b: string, i: number, j: number, { row, last, before }: Rows): number {
  const same = a[i - 1] === b[j - 1];
  const ways = [at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1)];
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  if (swapped) ways.push(at(before, j - 2) + 1);
  return Math.min(...ways);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
