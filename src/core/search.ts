import type { Entry } from './entry.ts';
import type { Query } from './query/query.ts';
import { termMatches } from './query/query-match.ts';
import type { Term } from './query/query-term.ts';
import { entryWordsOnce } from './text/entry-words.ts';
import { words } from './text/words.ts';

/**
 * Ranked search over every entry kept. Each entry is held as a row of word numbers, four bytes a word; a query goes
 * through all rows, which is fast enough for tens of thousands of entries and leaves no index to keep consistent.
 */
export type SearchIndex = {
  /** Brings one blog's part up to date. An entry whose object did not change costs a look-up. */
  refresh(blog: string, all: readonly Searchable[]): void;
  forget(blog: string): void;
  /** The best hits first: rare words, words in titles and recent entries count more. */
  search(query: Query, options: SearchOptions): { readonly hits: readonly SearchHit[]; readonly total: number };
};

/** `at` is when the entry was published or first seen, epoch ms. */
export type Searchable = { readonly entry: Entry; readonly at: number; readonly corrected: boolean };
export type SearchHit = Searchable & { readonly blog: string; readonly score: number };
export type SearchOptions = {
  readonly now: number;
  /** Only these blogs; absent = all. */
  readonly blogs?: readonly string[];
  readonly limit: number;
  readonly offset?: number;
};

type Row = Searchable & {
  readonly words: Uint32Array;
  readonly titleLength: number;
  /** One bit for each word, so that most rows without a word are passed over at a glance. */
  readonly bits: Uint32Array;
};

export function createSearchIndex(): SearchIndex {
  const vocabulary = createVocabulary();
  const blogs = new Map<string, Map<string, Row>>();

  const refresh = (blog: string, all: readonly Searchable[]) => {
    const before = blogs.get(blog);
    const rows = new Map<string, Row>();
    for (const one of all) {
      const known = before?.get(one.entry.id);
      const same = known?.entry === one.entry && known.corrected === one.corrected;
      rows.set(one.entry.id, same && known !== undefined ? known : rowOf(one, vocabulary));
    }
    for (const [id, row] of before ?? []) if (rows.get(id) !== row) vocabulary.count(row.words, -1);
    blogs.set(blog, rows);
  };

  const forget = (blog: string) => {
    for (const row of blogs.get(blog)?.values() ?? []) vocabulary.count(row.words, -1);
    blogs.delete(blog);
  };

  const search = (query: Query, { now, blogs: wanted, limit, offset = 0 }: SearchOptions) => {
    const test = compile(query.term, vocabulary, totals(blogs));
    const best = createBest(offset + limit);
    for (const [blog, rows] of blogs) {
      if (wanted !== undefined && !wanted.includes(blog)) continue;
      for (const row of rows.values()) {
        const worth = test(row);
        if (worth !== undefined) best.offer(blog, row, (worth + 0.1) * recency(now - row.at));
      }
    }
    return { hits: best.hits().slice(offset), total: best.total() };
  };

  return { refresh, forget, search };
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
    hits: (): SearchHit[] =>
      kept.map(({ blog, row: { entry, at, corrected }, score }) => ({ blog, entry, at, corrected, score })),
    total: () => offered,
  };
}

function isBetter(score: number, at: number, otherScore: number, otherAt: number): boolean {
  return score > otherScore || (score === otherScore && at > otherAt);
}

type Vocabulary = ReturnType<typeof createVocabulary>;

/** Numbers for words, and in how many rows each stands. Number 0 parts the texts of one entry. */
function createVocabulary() {
  const numbers = new Map<string, number>([['', 0]]);
  const rows: number[] = [0];
  return {
    number(word: string): number {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      numbers.set(word, rows.length);
      return rows.push(0) - 1;
    },
    known: (word: string) => numbers.get(word),
    beginning: (start: string) => [...numbers].flatMap(([word, number]) => (word.startsWith(start) ? [number] : [])),
    count(all: Uint32Array, by: 1 | -1): void {
      for (const number of new Set(all)) rows[number] = (rows[number] ?? 0) + by;
    },
    size: () => rows.length,
    rowsWith: (number: number) => rows[number] ?? 0,
  };
}

function rowOf(one: Searchable, vocabulary: Vocabulary): Row {
  const row = Uint32Array.from(entryWordsOnce(one.entry), (word) => vocabulary.number(word));
  vocabulary.count(row, 1);
  const bits = new Uint32Array(BIT_WORDS);
  for (const number of row) bits[bitWord(number)] = (bits[bitWord(number)] ?? 0) | bitOf(number);
  const { entry, at, corrected } = one;
  const titleLength = entry.title === undefined ? 0 : words(entry.title).length;
  return { entry, at, corrected, words: row, titleLength, bits };
}

const BIT_WORDS = 32;

function bitWord(number: number): number {
  return (Math.imul(number, 0x9e3779b1) >>> 27) % BIT_WORDS;
}

function bitOf(number: number): number {
  return 1 << ((Math.imul(number, 0x9e3779b1) >>> 22) & 31);
}

function mayHold({ bits }: Row, wanted: Wanted): boolean {
  return typeof wanted !== 'number' || ((bits[bitWord(wanted)] ?? 0) & bitOf(wanted)) !== 0;
}

type Totals = { readonly rows: number; readonly averageLength: number };

function totals(blogs: ReadonlyMap<string, ReadonlyMap<string, Row>>): Totals {
  let rows = 0;
  let length = 0;
  for (const blog of blogs.values()) {
    rows += blog.size;
    for (const row of blog.values()) length += row.words.length;
  }
  return { rows, averageLength: Math.max(1, length / Math.max(1, rows)) };
}

/** undefined: the row does not match; else what it is worth by BM25, 0 where the term holds no words. */
type Test = (row: Row) => number | undefined;

function compile(term: Term, vocabulary: Vocabulary, all: Totals): Test {
  switch (term.kind) {
    case 'all':
      return everyOf(term.of.map((part) => compile(part, vocabulary, all)));
    case 'any':
      return someOf(term.of.map((part) => compile(part, vocabulary, all)));
    case 'not': {
      const test = compile(term.term, vocabulary, all);
      return (row) => (test(row) === undefined ? 0 : undefined);
    }
    case 'words':
      return wordsTest(term, vocabulary, all);
    case 'author':
    case 'is':
    case 'has':
      return ({ entry, corrected }) => (termMatches(term, entry, { corrected }) ? 0 : undefined);
  }
}

function everyOf(tests: readonly Test[]): Test {
  return (row) => {
    let sum = 0;
    for (const test of tests) {
      const worth = test(row);
      if (worth === undefined) return undefined;
      sum += worth;
    }
    return sum;
  };
}

function someOf(tests: readonly Test[]): Test {
  return (row) => {
    let sum: number | undefined;
    for (const test of tests) {
      const worth = test(row);
      if (worth !== undefined) sum = (sum ?? 0) + worth;
    }
    return sum;
  };
}

function wordsTest(term: Extract<Term, { kind: 'words' }>, vocabulary: Vocabulary, all: Totals): Test {
  const last = term.words.length - 1;
  const wanted = term.words.map((word, index) => {
    if (term.prefix && index === last) return vocabulary.beginning(word);
    const number = vocabulary.known(word);
    return number === undefined ? [] : [number];
  });
  if (wanted.some((numbers) => numbers.length === 0)) return () => undefined;
  const rarest = Math.min(...wanted.map((numbers) => numbers.reduce((sum, n) => sum + vocabulary.rowsWith(n), 0)));
  const rarity = Math.log(1 + (all.rows - Math.min(rarest, all.rows) + 0.5) / (rarest + 0.5));
  const run = wanted.map((numbers) => (numbers.length === 1 ? (numbers[0] ?? 0) : maskOf(numbers, vocabulary.size())));
  return (row) => {
    for (const one of run) if (!mayHold(row, one)) return undefined;
    const found = occurrences(row, run);
    if (found === 0) return undefined;
    const length = 0.25 + (0.75 * row.words.length) / all.averageLength;
    return (rarity * found * 2.2) / (found + 1.2 * length);
  };
}

/** Which word is wanted at one place of a run: one word's number, or a mask of many. */
type Wanted = number | Uint8Array;

function maskOf(numbers: readonly number[], size: number): Uint8Array {
  const mask = new Uint8Array(size);
  for (const number of numbers) mask[number] = 1;
  return mask;
}

function isWanted(number: number | undefined, wanted: Wanted | undefined): boolean {
  if (number === undefined || wanted === undefined) return false;
  return typeof wanted === 'number' ? number === wanted : wanted[number] === 1;
}

/** How often the run of words stands in the row; in the title it counts three times. */
function occurrences({ words: all, titleLength }: Row, run: readonly Wanted[]): number {
  const [first] = run;
  if (typeof first !== 'number') return occurrencesOfAny(all, titleLength, run);
  let found = 0;
  for (let place = 0; place < all.length; place++) {
    if (all[place] === first && (run.length === 1 || runsOn(all, place, run))) found += place < titleLength ? 3 : 1;
  }
  return found;
}

function occurrencesOfAny(all: Uint32Array, titleLength: number, run: readonly Wanted[]): number {
  const [first] = run;
  let found = 0;
  for (let place = 0; place < all.length; place++) {
    if (isWanted(all[place], first) && runsOn(all, place, run)) found += place < titleLength ? 3 : 1;
  }
  return found;
}

function runsOn(all: Uint32Array, place: number, run: readonly Wanted[]): boolean {
  for (let more = 1; more < run.length; more++) if (!isWanted(all[place + more], run[more])) return false;
  return true;
}

const HALF_A_DAY = 12 * 60 * 60_000;

/** Twice as much for what was just published as for what is old. */
function recency(age: number): number {
  return 1 + 1 / (1 + Math.max(0, age) / HALF_A_DAY);
}
