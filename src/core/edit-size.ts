import { visible } from './revision.ts';

/** `minor`: spelling, case or punctuation. `substantial`: anything a reader would want to be told of. */
export type EditSize = 'minor' | 'substantial';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * How much an edit changed. A changed number, a short word, or more than two changed words are never minor: "5 dead" to
 * "6 dead" is a small difference and big news.
 */
export function editSize(before: string, after: string): EditSize {
  const old = words(before);
  const now = words(after);
  if (old.length !== now.length) return 'substantial';
  let changed = 0;
  for (const [i, word] of old.entries()) {
    const other = now[i] ?? '';
    if (word === other) continue;
    changed++;
    if (changed > 2 || !isRespelling(word, other)) return 'substantial';
  }
  return 'minor';
}

function words(text: string): string[] {
  return visible(text).toLowerCase().match(WORD) ?? [];
}

/** The same word spelt differently: long enough, no digits, and one letter apart or its letters swapped. */
function isRespelling(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4 || /\p{N}/u.test(a + b)) return false;
  if (Math.abs(a.length - b.length) > 1) return false;
  return sameLetters(a, b) || lettersApart(a, b) <= 1;
}

function sameLetters(a: string, b: string): boolean {
  return [...a].toSorted().join('') === [...b].toSorted().join('');
}

/** Edit distance, as far as it matters here: 0, 1, or 2 for "more". */
function lettersApart(a: string, b: string): number {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const left = Math.max(endA - start, endB - start);
  return left > 1 ? 2 : left;
}
