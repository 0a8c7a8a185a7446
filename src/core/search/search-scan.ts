import { termMatches } from '../query/query-match.ts';
import type { Term } from '../query/query-term.ts';
import type { Row, Vocabulary } from './search-part.ts';

/** Over all blogs, for what a word is worth. */
export type Totals = { readonly rows: number; readonly averageLength: number };

/** undefined: the row does not match; else what it is worth by BM25, 0 where the term holds no words. */
type Test = (row: Row) => number | undefined;
/** A test for the rows of one blog, which are to come in their order. */
type Scan = (words: Uint32Array) => Test;

/** Makes a query's term into something that is quick to ask of every row. */
export function compile(term: Term, vocabulary: Vocabulary, all: Totals): Scan {
  switch (term.kind) {
    case 'all': {
      const scans = term.of.map((part) => compile(part, vocabulary, all));
      return (words) => everyOf(scans.map((scan) => scan(words)));
    }
    case 'any': {
      const scans = term.of.map((part) => compile(part, vocabulary, all));
      return (words) => someOf(scans.map((scan) => scan(words)));
    }
    case 'not': {
      const scan = compile(term.term, vocabulary, all);
      return (words) => notOf(scan(words));
    }
    case 'words':
      return wordsScan(term, vocabulary, all);
    case 'author':
    case 'is':
    case 'has':
      return () => (row) => (termMatches(term, row.entry, row) ? 0 : undefined);
  }
}

function notOf(test: Test): Test {
  return (row) => (test(row) === undefined ? 0 : undefined);
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

function wordsScan(term: Extract<Term, { kind: 'words' }>, vocabulary: Vocabulary, all: Totals): Scan {
  const last = term.words.length - 1;
  const wanted = term.words.map((word, index) => {
    if (term.prefix && index === last) return vocabulary.beginning(word);
    const number = vocabulary.known(word);
    return number === undefined ? [] : [number];
  });
  if (wanted.some((numbers) => numbers.length === 0)) return () => () => undefined;
  const rarest = Math.min(...wanted.map((numbers) => numbers.reduce((sum, n) => sum + vocabulary.rowsWith(n), 0)));
  const rarity = Math.log(1 + (all.rows - Math.min(rarest, all.rows) + 0.5) / (rarest + 0.5));
  const run = wanted.map((numbers) => (numbers.length === 1 ? (numbers[0] ?? 0) : maskOf(numbers, vocabulary.size())));
  return (words) => {
    const places = createPlaces(words, run);
    return (row) => {
      const found = occurrences(row, places);
      if (found === 0) return undefined;
      const length = 0.25 + (0.75 * (row.end - row.start)) / all.averageLength;
      return (rarity * found * 2.2) / (found + 1.2 * length);
    };
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

/** Where a run of words stands in a blog, asked for in rising order: the words are gone through once. */
function createPlaces(all: Uint32Array, run: readonly Wanted[]): (from: number) => number {
  const [first = 0] = run;
  let next = -1;
  const after = (from: number): number => {
    if (typeof first === 'number') return all.indexOf(first, from);
    for (let place = from; place < all.length; place++) if (first[all[place] ?? 0] === 1) return place;
    return -1;
  };
  return (from) => {
    if (next >= from) return next;
    for (next = after(from); next >= 0 && run.length > 1 && !runsOn(all, next, run); next = after(next + 1));
    if (next < 0) next = Number.POSITIVE_INFINITY;
    return next;
  };
}

/** How often the run of words stands in the row; in the title it counts three times. */
function occurrences({ start, end, titleLength }: Row, places: (from: number) => number): number {
  let found = 0;
  for (let place = places(start); place < end; place = places(place + 1)) {
    found += place - start < titleLength ? 3 : 1;
  }
  return found;
}

function runsOn(all: Uint32Array, place: number, run: readonly Wanted[]): boolean {
  for (let more = 1; more < run.length; more++) if (!isWanted(all[place + more], run[more])) return false;
  return true;
}
