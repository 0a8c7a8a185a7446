import type { Entry } from '../entry.ts';
import { type Print, printOf, shared } from './repost-print.ts';

/** Live blogs repeat a story for the readers who come later, hours apart, word for word or in other words. */
const LEAST_GAP = 30 * 60_000;
const LEAST_WORDS = 25;

type Told = { readonly id: string; readonly root: string; readonly publishedAt: number; readonly print: Print };

/**
 * The stories of a blog, findable by what they say. Grows by `addToReposts`; looking up one story among a thousand takes
 * well under a millisecond.
 */
export type RepostIndex = {
  readonly ids: Set<string>;
  /** In the order they came; what `byTriple` counts by. */
  readonly told: Told[];
  readonly byTriple: Map<number, number[]>;
};

export function createRepostIndex(entries: readonly Entry[] = []): RepostIndex {
  const index: RepostIndex = { ids: new Set(), told: [], byTriple: new Map() };
  for (const entry of entries) addToReposts(index, entry);
  return index;
}

/** What of an entry its story is told by: for whoever looks up an entry and adds it. undefined when it is too short. */
export function storyPrint(entry: Pick<Entry, 'body'>): Print | undefined {
  return printOf(entry.body.text, LEAST_WORDS);
}

/** Puts an entry into the index; its text is read once, so a corrected entry keeps being found by its first words. */
export function addToReposts(index: RepostIndex, entry: Entry, print = storyPrint(entry)): void {
  const { id, publishedAt } = entry;
  if (publishedAt === undefined || print === undefined || index.ids.has(id)) return;
  index.ids.add(id);
  const place = index.told.push({ id, root: entry.repostOf ?? id, publishedAt, print }) - 1;
  for (const triple of print.triples) {
    if (!isSample(triple)) continue;
    const list = index.byTriple.get(triple);
    if (list === undefined) index.byTriple.set(triple, [place]);
    // What fifty entries share is the blog's boilerplate and finds nothing.
    else if (list.length < 50) list.push(place);
  }
}

/** One triple in three is enough to find a story that shares a third of them. */
function isSample(triple: number): boolean {
  return triple % 3 === 0;
}

/** The id of the story that an entry repeats: the earliest telling, at least half an hour older. */
export function findRepost(index: RepostIndex, entry: Entry, print = storyPrint(entry)): string | undefined {
  const { id, publishedAt } = entry;
  if (print === undefined || publishedAt === undefined) return undefined;
  let found: Told | undefined;
  for (const candidate of candidates(index, print)) {
    if (candidate.id === id || candidate.publishedAt > publishedAt - LEAST_GAP) continue;
    if (found !== undefined && found.publishedAt <= candidate.publishedAt) continue;
    if (isSameStory(candidate.print, print)) found = candidate;
  }
  return found?.root;
}

const MOST_CANDIDATES = 16;

/** Those that share the most triples, and two at least. Counted in an array: it is done for every new entry. */
function candidates({ told, byTriple }: RepostIndex, print: Print): Told[] {
  const hits = new Uint16Array(told.length);
  const often: number[] = [];
  for (const triple of print.triples) {
    if (!isSample(triple)) continue;
    for (const place of byTriple.get(triple) ?? []) {
      const count = (hits[place] ?? 0) + 1;
      hits[place] = count;
      if (count === 2) often.push(place);
    }
  }
  return often
    .sort((a, b) => (hits[b] ?? 0) - (hits[a] ?? 0))
    .slice(0, MOST_CANDIDATES)
    .flatMap((place) => told[place] ?? []);
}

/**
 * Two tellings of one story share most words of the shorter one and long runs of them. Texts that differ only in numbers
 * or names are two reports from one template (goals, warnings, results), however alike they look.
 */
function isSameStory(a: Print, b: Print): boolean {
  const triples = shared(a.triples, b.triples);
  const shorter = Math.min(a.triples.length, b.triples.length);
  if (triples < 20 || triples < shorter * 0.38) return false;
  const words = shared(a.words, b.words);
  if (words < Math.min(a.words.length, b.words.length) * 0.7) return false;
  const alike = words / (a.words.length + b.words.length - words);
  if (alike >= 0.55) return agree(a.numbers, b.numbers, 1) && agree(a.names, b.names, 1);
  return agree(a.numbers, b.numbers, 0.4) && agree(a.names, b.names, 0.5);
}

/** The share of the smaller list that both have; for near copies (`least` 1) nothing may be only in one of them. */
function agree(a: Uint32Array, b: Uint32Array, least: number): boolean {
  const common = shared(a, b);
  if (least === 1) return common === a.length && common === b.length;
  return common >= Math.min(a.length, b.length) * least;
}

/** Entries with `repostOf` on those that repeat an earlier one. The order is kept. */
export function markReposts(entries: readonly Entry[]): Entry[] {
  const index = createRepostIndex();
  const marked = new Map<string, string>();
  const byTime = [...entries].sort((a, b) => (a.publishedAt ?? 0) - (b.publishedAt ?? 0));
  for (const entry of byTime) {
    const root = entry.repostOf ?? findRepost(index, entry);
    if (root !== undefined) marked.set(entry.id, root);
    addToReposts(index, root === undefined ? entry : { ...entry, repostOf: root });
  }
  return entries.map((entry) => {
    const repostOf = marked.get(entry.id);
    return repostOf === undefined ? entry : { ...entry, repostOf };
  });
}
