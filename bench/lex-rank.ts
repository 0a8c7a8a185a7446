import { words } from '../src/core/text/words.ts';

/** Sentences by LexRank (Erkan and Radev 2004: PageRank over the cosine similarity of tf-idf vectors), to about `length` words. */
export function lexRank(all: readonly string[], length: number): string[] {
  const vectors = tfIdf(all);
  const links = vectors.map((a) => vectors.map((b) => (cosine(a, b) >= 0.1 ? 1 : 0)));
  let rank = all.map(() => 1 / all.length);
  for (let round = 0; round < 30; round += 1) rank = nextRank(rank, links);
  const order = all.map((_, index) => index).toSorted((a, b) => (rank[b] ?? 0) - (rank[a] ?? 0));
  const chosen: number[] = [];
  let left = length;
  for (const index of order) {
    if (left <= 0) break;
    if (chosen.some((other) => cosine(vectors[index], vectors[other]) > 0.5)) continue;
    chosen.push(index);
    left -= (all[index] ?? '').split(/\s+/).length;
  }
  return chosen.map((index) => all[index] ?? '');
}

type Vector = ReadonlyMap<string, number>;

function nextRank(rank: readonly number[], links: readonly (readonly number[])[]): number[] {
  const next = rank.map(() => 0.15 / rank.length);
  links.forEach((row, from) => {
    const degree = row.reduce((sum, link) => sum + link, 0) || 1;
    row.forEach((link, to) => {
      next[to] = (next[to] ?? 0) + (0.85 * link * (rank[from] ?? 0)) / degree;
    });
  });
  return next;
}

function tfIdf(all: readonly string[]): Vector[] {
  const split = all.map((text) => words(text));
  const holders = new Map<string, number>();
  for (const one of split) for (const word of new Set(one)) holders.set(word, (holders.get(word) ?? 0) + 1);
  return split.map((one) => {
    const vector = new Map<string, number>();
    for (const word of one) vector.set(word, (vector.get(word) ?? 0) + Math.log(all.length / (holders.get(word) ?? 1)));
    const norm = Math.sqrt([...vector.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
    for (const [word, value] of vector) vector.set(word, value / norm);
    return vector;
  });
}

function cosine(a: Vector | undefined, b: Vector | undefined): number {
  if (a === undefined || b === undefined) return 0;
  let sum = 0;
  for (const [word, value] of a) sum += value * (b.get(word) ?? 0);
  return sum;
}
