import type { Query } from '../query/query.ts';
import { createPart, createVocabulary, type Part, type Row, type Searchable } from './search-part.ts';
import { compile, type Totals } from './search-scan.ts';

/**
 * Ranked search over every entry kept. Each entry is held as word numbers, four bytes a word, and none of its text; a
 * query goes through all of them, which is fast enough for tens of thousands of entries and leaves no index to keep
 * consistent.
 */
export type SearchIndex = {
  /** Which version of a blog the index holds; undefined = nothing of it. */
  version(blog: string): number | undefined;
  /** Begins to take in a blog anew; until `done` the index answers with what it held before. */
  fill(blog: string, version: number): SearchFilling;
  forget(blog: string): void;
  blogs(): readonly string[];
  /** The best hits first: rare words, words in titles and recent entries count more. */
  search(query: Query, options: SearchOptions): { readonly hits: readonly SearchHit[]; readonly total: number };
};

/** Takes in one blog, as slowly as whoever fills wishes. An entry whose revision is known costs a look-up. */
export type SearchFilling = { put(one: Searchable): void; done(): void };

export type SearchHit = { readonly blog: string; readonly id: string; readonly at: number; readonly score: number };
export type SearchOptions = {
  readonly now: number;
  /** Only these blogs; absent = all. */
  readonly blogs?: readonly string[];
  /** Also what was withdrawn. */
  readonly withdrawn?: boolean;
  readonly limit: number;
  readonly offset?: number;
};

export function createSearchIndex(): SearchIndex {
  let vocabulary = createVocabulary();
  const parts = new Map<string, Part>();

  const forget = (blog: string) => {
    const part = parts.get(blog);
    if (part !== undefined) vocabulary.count(part, -1);
    parts.delete(blog);
    if (parts.size === 0) vocabulary = createVocabulary();
  };

  const fill = (blog: string, version: number): SearchFilling => {
    const numbers = vocabulary;
    const filling = createPart(parts.get(blog), numbers);
    return {
      put: filling.put,
      done() {
        // Everything was forgotten meanwhile: the numbers mean nothing any more.
        if (numbers !== vocabulary) return;
        const part = filling.part(version);
        vocabulary.count(part, 1);
        const before = parts.get(blog);
        if (before !== undefined) vocabulary.count(before, -1);
        parts.set(blog, part);
      },
    };
  };

  const search = (query: Query, { now, blogs: wanted, withdrawn, limit, offset = 0 }: SearchOptions) => {
    const scanOf = compile(query.term, vocabulary, totals(parts));
    const best = createBest(offset + limit);
    for (const [blog, part] of parts) {
      if (wanted !== undefined && !wanted.includes(blog)) continue;
      const test = scanOf(part.words);
      for (const row of part.rows.values()) {
        const worth = test(row);
        if (worth === undefined || (row.withdrawn && withdrawn !== true)) continue;
        best.offer(blog, row, (worth + 0.1) * recency(now - row.at));
      }
    }
    return { hits: best.hits().slice(offset), total: best.total() };
  };

  return { version: (blog) => parts.get(blog)?.version, fill, forget, blogs: () => [...parts.keys()], search };
}

/** Keeps the best few of all that is offered; of equals the newer ones. */
function createBest(most: number) {
  const kept: { readonly blog: string; readonly row: Row; readonly score: number }[] = [];
  let offered = 0;
  return {
    offer(blog: string, row: Row, score: number): void {
      offered++;
      const last = kept.at(-1);
      if (kept.length >= most && last !== undefined && !isBetter(score, row.at, last.score, last.row.at)) return;
      let place = kept.length;
      while (place > 0) {
        const before = kept[place - 1];
        if (before === undefined || !isBetter(score, row.at, before.score, before.row.at)) break;
        place--;
      }
      kept.splice(place, 0, { blog, row, score });
      if (kept.length > most) kept.pop();
    },
    hits: (): SearchHit[] => kept.map(({ blog, row: { entry, at }, score }) => ({ blog, id: entry.id, at, score })),
    total: () => offered,
  };
}

function isBetter(score: number, at: number, otherScore: number, otherAt: number): boolean {
  return score > otherScore || (score === otherScore && at > otherAt);
}

function totals(parts: ReadonlyMap<string, Part>): Totals {
  let rows = 0;
  let length = 0;
  for (const part of parts.values()) {
    rows += part.rows.size;
    length += part.words.length;
  }
  return { rows, averageLength: Math.max(1, length / Math.max(1, rows)) };
}

const HALF_A_DAY = 12 * 60 * 60_000;

/** Twice as much for what was just published as for what is old. */
function recency(age: number): number {
  return 1 + 1 / (1 + Math.max(0, age) / HALF_A_DAY);
}
