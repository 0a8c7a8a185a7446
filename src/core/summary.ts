import { cutText } from './body-text.ts';
import type { Entry, Flag } from './entry.ts';
import { sentences } from './sentences.ts';
import { isStopWord } from './stop-words.ts';
import { type Story, stories, wordStem } from './stories.ts';
import { words } from './words.ts';

/**
 * Summaries made of the blog's own sentences. A sentence is worth the concepts it brings (words and pairs of words that
 * carry a story), each counted once however often it is said again, weighted by how many entries speak of it. Sentences
 * are taken greedily by worth for their length: within a constant of the best choice, and the same every time.
 */

/** One line of a summary, and the entries it rests on: where it was written, then what repeats it. */
export type Bullet = {
  readonly text: string;
  readonly entries: readonly string[];
  readonly url?: string;
  readonly publishedAt?: number;
};

export type SummaryOptions = {
  /** Epoch ms; entries published before are left out, undated ones are not. */
  readonly since?: number;
  /** Most bullets. */
  readonly max?: number;
  /** Most words over all bullets, instead of `max`. */
  readonly words?: number;
};

const BULLETS = 6;
const LONGEST_BULLET = 280;
/** First sentences tell the news; a headline is made to. */
const FIRST = 2.5;
const TITLE = 3;
/** How much length counts against a sentence: 0 not at all, 1 in full. */
const LENGTH = 0.8;
const MARKED: Readonly<Record<Flag, number>> = { key: 1.4, summary: 1.4, breaking: 1.4, pinned: 1.2 };

/**
 * The most telling sentences of a blog, oldest first. Give it the entries as they stand now, corrected, without the
 * withdrawn ones. Re-posts strengthen a story and never give it a second bullet.
 */
export function summarise(entries: readonly Entry[], options: SummaryOptions = {}): Bullet[] {
  const { since } = options;
  const within = entries.filter((entry) => since === undefined || (entry.publishedAt ?? since) >= since);
  const told = stories(within);
  const chosen = choose(told.flatMap(candidatesOf), weights(within), options);
  const places = new Map(within.map((entry, index) => [entry.id, index]));
  const dated = chosen.every((candidate) => candidate.entry.publishedAt !== undefined);
  const order = ({ entry }: Candidate) => (dated ? entry.publishedAt : places.get(entry.id)) ?? 0;
  return chosen.toSorted((a, b) => order(a) - order(b)).map(bulletOf);
}

type Candidate = {
  readonly text: string;
  readonly entry: Entry;
  readonly story: Story;
  readonly concepts: readonly string[];
  readonly length: number;
  readonly factor: number;
};

function bulletOf({ text, entry, story }: Candidate): Bullet {
  const others = story.filter((other) => other.id !== entry.id).map((other) => other.id);
  return {
    text: cutText(text, LONGEST_BULLET),
    entries: [entry.id, ...others],
    ...(entry.url === undefined ? {} : { url: entry.url }),
    ...(entry.publishedAt === undefined ? {} : { publishedAt: entry.publishedAt }),
  };
}

/** The sentences a story can be told by. Of near-identical entries the latest wording counts. */
function candidatesOf(story: Story): Candidate[] {
  const latest = story.toSorted((a, b) => (a.publishedAt ?? 0) - (b.publishedAt ?? 0)).at(-1);
  if (latest === undefined) return [];
  const marked = story.flatMap((entry) => entry.flags).reduce((most, flag) => Math.max(most, MARKED[flag]), 1);
  const lines = sentences(latest.body.text).slice(0, 40);
  const found = lines.map((text, place) => candidate(text, latest, story, marked * placeFactor(text, place)));
  const title = latest.title === undefined ? [] : [candidate(latest.title, latest, story, marked * TITLE)];
  return [...title, ...found].filter(({ length, text }) => length >= 4 && length <= 60 && !/[:…]$/u.test(text));
}

/** The further down, the less it tells; questions least of all. */
function placeFactor(text: string, place: number): number {
  const position = place === 0 ? FIRST : Math.max(0.4, 1 - 0.12 * place);
  return /\?["”’)]*$/u.test(text) ? position * 0.5 : position;
}

function candidate(text: string, entry: Entry, story: Story, factor: number): Candidate {
  const all = words(text);
  return { text, entry, story, concepts: [...new Set(conceptsOf(all))], length: all.length, factor };
}

function conceptsOf(all: readonly string[]): string[] {
  const found: string[] = [];
  all.forEach((word, index) => {
    const next = all[index + 1];
    if (!isStopWord(word)) found.push(wordStem(word));
    if (next !== undefined && !(isStopWord(word) && isStopWord(next)))
      found.push(`${wordStem(word)} ${wordStem(next)}`);
  });
  return found;
}

/** What each concept is worth: the root of the number of entries that speak of it, so that no subject drowns the rest. */
function weights(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const all = new Set(conceptsOf(words(`${entry.title ?? ''} ${entry.body.text}`)));
    for (const concept of all) counts.set(concept, (counts.get(concept) ?? 0) + 1);
  }
  for (const [concept, count] of counts) counts.set(concept, Math.sqrt(count));
  return counts;
}

function choose(all: readonly Candidate[], worth: ReadonlyMap<string, number>, options: SummaryOptions): Candidate[] {
  const covered = new Set<string>();
  const chosen: Candidate[] = [];
  let open = all;
  const fits = (candidate: Candidate) => candidate.length <= wordsLeft;
  let wordsLeft = options.words ?? Number.POSITIVE_INFINITY;
  const most = options.max ?? (options.words === undefined ? BULLETS : Number.POSITIVE_INFINITY);
  while (chosen.length < most && wordsLeft > 0) {
    const best = bestOf(open.filter(fits), covered, worth);
    if (best === undefined) break;
    chosen.push(best);
    wordsLeft -= best.length;
    for (const concept of best.concepts) covered.add(concept);
    open = open.filter((other) => other.story !== best.story);
  }
  return chosen;
}

function bestOf(
  open: readonly Candidate[],
  covered: ReadonlySet<string>,
  worth: ReadonlyMap<string, number>,
): Candidate | undefined {
  let best: Candidate | undefined;
  let most = 0;
  for (const each of open) {
    let gain = 0;
    for (const concept of each.concepts) if (!covered.has(concept)) gain += worth.get(concept) ?? 0;
    const value = (gain * each.factor) / each.length ** LENGTH;
    if (value > most) {
      best = each;
      most = value;
    }
  }
  return best;
}
