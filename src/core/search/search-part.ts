import type { Entry } from '../entry.ts';
import { entryWordsOnce } from '../text/entry-words.ts';
import { words } from '../text/words.ts';
import { createBareEntries } from './bare-entry.ts';

/** `at` is when the entry was published or first seen, epoch ms; `revision` changes with what a reader sees. */
export type Searchable = {
  readonly entry: Entry;
  readonly revision: string;
  readonly at: number;
  readonly corrected: boolean;
  readonly withdrawn: boolean;
};
/** One entry as search holds it. */
export type Row = {
  /** Without its words. */
  readonly entry: Entry;
  readonly revision: string;
  readonly corrected: boolean;
  readonly withdrawn: boolean;
  readonly at: number;
  /** Its words are those of the blog from here … */
  readonly start: number;
  /** … to before here. */
  readonly end: number;
  readonly titleLength: number;
};

/** One blog: the words of all its entries in one run, the title of each first. */
export type Part = { readonly version: number; readonly rows: ReadonlyMap<string, Row>; readonly words: Uint32Array };

/** Collects the rows of a blog; what did not change is taken over from before. */
export function createPart(before: Part | undefined, vocabulary: Vocabulary) {
  const rows = new Map<string, Row>();
  const all: number[] = [];
  return {
    put(one: Searchable): void {
      const { entry, ...facts } = one;
      const start = all.length;
      const known = before?.rows.get(entry.id);
      if (before !== undefined && known !== undefined && isSame(known, one)) {
        for (let place = known.start; place < known.end; place++) all.push(before.words[place] ?? 0);
        rows.set(entry.id, { ...known, start, end: all.length });
        return;
      }
      for (const word of entryWordsOnce(entry)) all.push(vocabulary.number(word));
      const titleLength = entry.title === undefined ? 0 : words(entry.title).length;
      rows.set(entry.id, { ...facts, entry: vocabulary.bare(entry), start, end: all.length, titleLength });
    },
    part: (version: number): Part => ({ version, rows, words: Uint32Array.from(all) }),
  };
}

function isSame(row: Row, { revision, at, corrected, withdrawn }: Searchable): boolean {
  return row.revision === revision && row.at === at && row.corrected === corrected && row.withdrawn === withdrawn;
}

export type Vocabulary = ReturnType<typeof createVocabulary>;

/** Numbers for words, and in how many rows each stands. Number 0 parts the texts of one entry. Lists are held once. */
export function createVocabulary() {
  const bare = createBareEntries();
  const numbers = new Map<string, number>([['', 0]]);
  const rows: number[] = [0];
  return {
    bare,
    number(word: string): number {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      numbers.set(word, rows.length);
      return rows.push(0) - 1;
    },
    known: (word: string) => numbers.get(word),
    beginning(start: string): number[] {
      const found: number[] = [];
      for (const [word, number] of numbers) if (word.startsWith(start)) found.push(number);
      return found;
    },
    count(part: Part, by: 1 | -1): void {
      for (const { start, end } of part.rows.values()) {
        for (const number of new Set(part.words.subarray(start, end))) rows[number] = (rows[number] ?? 0) + by;
      }
    },
    size: () => rows.length,
    rowsWith: (number: number) => rows[number] ?? 0,
  };
}
