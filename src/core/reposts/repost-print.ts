/** What is compared of a story: word triples, words, numbers and names, as sorted hashes (a blog keeps one per entry). */
export type Print = {
  readonly length: number;
  readonly triples: Uint32Array;
  readonly words: Uint32Array;
  readonly numbers: Uint32Array;
  readonly names: Uint32Array;
};

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

/** undefined for texts of fewer than `least` words: short entries look alike without being the same story. */
export function printOf(text: string, least: number): Print | undefined {
  const words: number[] = [];
  const triples = new Set<number>();
  const numbers = new Set<number>();
  const names = new Set<number>();
  let [before, last] = [0, 0];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const value = hashWord(word.toLowerCase());
    if (words.length > 1) triples.add(mix(before, last, value));
    if (/\p{N}/u.test(word)) numbers.add(value);
    else if (/^\p{Lu}/u.test(word) && !beginsSentence(text, match.index)) names.add(value);
    words.push(value);
    before = last;
    last = value;
  }
  if (words.length < least) return undefined;
  return {
    length: words.length,
    triples: sorted(triples),
    words: sorted(new Set(words)),
    numbers: sorted(numbers),
    names: sorted(names),
  };
}

function beginsSentence(text: string, index: number): boolean {
  return index === 0 || /(?:[.!?:…]["”’»]?\s+|\n|^["“‘«])$/u.test(text.slice(Math.max(0, index - 4), index));
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ (word.charCodeAt(index) === 0x2019 ? 39 : word.charCodeAt(index)), 0x01000193);
  }
  return hash >>> 0;
}

function mix(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function sorted(values: ReadonlySet<number>): Uint32Array {
  return Uint32Array.from(values).sort();
}

/** How many values two sorted lists share. */
export function shared(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left = 0, right = 0] = [a[i], b[j]];
    if (left === right) count += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return count;
}
