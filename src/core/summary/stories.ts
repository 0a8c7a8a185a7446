import type { Entry } from '../entry.ts';
import type { Steps } from '../steps.ts';
import { isStopWord } from '../text/stop-words.ts';
import { isUnspaced, words } from '../text/words.ts';

/** The entries that tell one story: an entry and what repeats it, in the order given. */
export type Story = readonly Entry[];

/** Share of content words that two entries must have in common to be the same story. */
const SAME = 0.6;
/** Words in more entries than this are no hint of a repetition worth following. */
const COMMON = 20;

/**
 * Puts entries that repeat each other together: those a source or detection marked as re-posts, and those that say
 * nearly the same. Only pairs that share an uncommon word are compared, so time stays near linear. `content` gives the
 * words that count, for whoever has them already.
 */
export function* stories(
  entries: readonly Entry[],
  content: (entry: Entry) => Iterable<string> = contentWords,
): Steps<Story[]> {
  const parent = entries.map((_, index) => index);
  const root = (index: number): number => {
    const up = parent[index] ?? index;
    return up === index ? index : root(up);
  };
  const join = (a: number, b: number) => {
    parent[Math.max(root(a), root(b))] = Math.min(root(a), root(b));
  };
  const places = new Map(entries.map((entry, index) => [entry.id, index]));
  entries.forEach((entry, index) => {
    const earlier = entry.repostOf === undefined ? undefined : places.get(entry.repostOf);
    if (earlier !== undefined) join(earlier, index);
  });
  const similar = similarTo();
  for (const [index, entry] of entries.entries()) {
    for (const other of similar(new Set(content(entry)))) join(other, index);
    yield;
  }
  const grouped = new Map<number, Entry[]>();
  entries.forEach((entry, index) => {
    const group = grouped.get(root(index));
    if (group === undefined) grouped.set(root(index), [entry]);
    else group.push(entry);
  });
  return [...grouped.values()];
}

/** Takes in the words of one entry after the other; gives the places of earlier ones that say nearly the same. */
function similarTo(): (set: ReadonlySet<string>) => number[] {
  const sets: ReadonlySet<string>[] = [];
  const holders = new Map<string, number[]>();
  return (set) => {
    const index = sets.push(set) - 1;
    const shared = new Map<number, number>();
    for (const word of set) {
      const earlier = holders.get(word);
      if (earlier === undefined) holders.set(word, [index]);
      else {
        if (earlier.length <= COMMON) for (const other of earlier) shared.set(other, (shared.get(other) ?? 0) + 1);
        earlier.push(index);
      }
    }
    return [...shared].flatMap(([other, count]) => (count >= 3 && alike(set, sets[other]) ? [other] : []));
  };
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string> | undefined): boolean {
  if (b === undefined || Math.min(a.size, b.size) < 5) return false;
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  return common / (a.size + b.size - common) >= SAME;
}

function contentWords(entry: Entry): string[] {
  return words(`${entry.title ?? ''} ${entry.body.text}`)
    .filter((word) => !isStopWord(word))
    .map(wordStem);
}

/** A word cut to what its forms have in common; crude on purpose, since it must do for every language alike. */
export function wordStem(word: string): string {
  return isUnspaced(word) || word.length <= 5 ? word : word.slice(0, 6).replace(/(?:e|i|s)$/u, '');
}
