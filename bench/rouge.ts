import { porterStem } from './porter-stem.ts';

/**
 * Recall of ROUGE-1.5.5 (Lin 2004) with -m: lower case, everything but letters and digits parts words, words of more
 * than three letters stemmed, n-grams counted over sentence ends.
 */
export function rougeRecall(n: number, system: string, gold: string): number {
  const wanted = grams(rougeWords(gold), n);
  const given = grams(rougeWords(system), n);
  let total = 0;
  let hits = 0;
  for (const [gram, count] of wanted) {
    total += count;
    hits += Math.min(count, given.get(gram) ?? 0);
  }
  return total === 0 ? 0 : hits / total;
}

/** The words as ROUGE sees them. */
export function rougeWords(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replace(/-/g, ' - ')
    .replace(/[^a-z0-9-]/g, ' ');
  return plain
    .split(/\s+/)
    .filter((word) => /^[a-z0-9]/.test(word))
    .map((word) => (word.length > 3 ? porterStem(word) : word));
}

/** The first `count` words of a text, counted at white space as the -l option does. */
export function firstWords(text: string, count: number): string {
  return text.split(/\s+/).filter(Boolean).slice(0, count).join(' ');
}

function grams(words: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + n <= words.length; at += 1) {
    const gram = words.slice(at, at + n).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}
