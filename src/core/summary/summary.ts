import type { Entry, Flag } from '../entry.ts';
import { finished, type Steps } from '../steps.ts';
import { cutText } from '../text/body-text.ts';
import { sentences } from '../text/sentences.ts';
import { isStopWord } from '../text/stop-words.ts';
import { words } from '../text/words.ts';
import { LazyQueue } from './lazy-queue.ts';
import { type Story, stories, wordStem } from './stories.ts';

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
  return finished(summarising(entries, options));
}

/** The same in steps of well under a millisecond, for whoever has other things to do in between. */
export function* summarising(entries: readonly Entry[], options: SummaryOptions = {}): Steps<Bullet[]> {
  const { since } = options;
  const within = entries.filter((entry) => since === undefined || (entry.publishedAt ?? since) >= since);
  const read = new Map<Entry, Reading>();
  for (const entry of within) {
    read.set(entry, reading(entry));
    yield;
  }
  const told = yield* stories(within, (entry) => contentOf(read.get(entry)));
  const spoken = yield* spokenOf(read.values());
  const candidates = new LazyQueue<Candidate>();
  for (const story of told) {
    for (const one of candidatesOf(story, read)) candidates.put(one, worthOf(one, new Set(), spoken));
    yield;
  }
  const chosen = yield* choose(candidates, spoken, options);
  const places = new Map(within.map((entry, index) => [entry.id, index]));
  const dated = chosen.every((candidate) => candidate.entry.publishedAt !== undefined);
  const order = ({ entry }: Candidate) => (dated ? entry.publishedAt : places.get(entry.id)) ?? 0;
  return chosen.toSorted((a, b) => order(a) - order(b)).map(bulletOf);
}

type Candidate = Line & { readonly entry: Entry; readonly story: Story; readonly factor: number };

function bulletOf({ text, entry, story }: Candidate): Bullet {
  const others = story.filter((other) => other.id !== entry.id).map((other) => other.id);
  return {
    text: cutText(text, LONGEST_BULLET),
    entries: [entry.id, ...others],
    ...(entry.url === undefined ? {} : { url: entry.url }),
    ...(entry.publishedAt === undefined ? {} : { publishedAt: entry.publishedAt }),
  };
}

/** One sentence or title, read once. */
type Line = { readonly text: string; readonly concepts: readonly string[]; readonly length: number };
type Reading = { readonly title: Line | undefined; readonly lines: readonly Line[] };

function reading({ title, body }: Entry): Reading {
  return { title: title === undefined ? undefined : lineOf(title), lines: sentences(body.text).map(lineOf) };
}

function lineOf(text: string): Line {
  const all = words(text);
  return { text, concepts: [...new Set(conceptsOf(all))], length: all.length };
}

function linesOf(read: Reading | undefined): readonly Line[] {
  if (read === undefined) return [];
  return read.title === undefined ? read.lines : [read.title, ...read.lines];
}

function contentOf(read: Reading | undefined): string[] {
  return linesOf(read).flatMap((line) => line.concepts.filter((concept) => !concept.includes(' ')));
}

/** The sentences a story can be told by. Of near-identical entries the latest wording counts. */
function candidatesOf(story: Story, read: ReadonlyMap<Entry, Reading>): Candidate[] {
  const latest = story.toSorted((a, b) => (a.publishedAt ?? 0) - (b.publishedAt ?? 0)).at(-1);
  const said = latest === undefined ? undefined : read.get(latest);
  if (latest === undefined || said === undefined) return [];
  const marked = story.flatMap((entry) => entry.flags).reduce((most, flag) => Math.max(most, MARKED[flag]), 1);
  const candidate = (line: Line, factor: number): Candidate => ({
    ...line,
    entry: latest,
    story,
    factor: marked * factor,
  });
  const found = said.lines.slice(0, 40).map((line, place) => candidate(line, placeFactor(line.text, place)));
  const title = said.title === undefined ? [] : [candidate(said.title, TITLE)];
  return [...title, ...found].filter(({ length, text }) => length >= 4 && length <= 60 && !/[:…]$/u.test(text));
}

/** The further down, the less it tells; questions least of all. */
function placeFactor(text: string, place: number): number {
  const position = place === 0 ? FIRST : Math.max(0.4, 1 - 0.12 * place);
  return /\?["”’)]*$/u.test(text) ? position * 0.5 : position;
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

/** How many entries speak of each concept. */
function* spokenOf(all: Iterable<Reading>): Steps<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const read of all) {
    const spoken = new Set(linesOf(read).flatMap((line) => line.concepts));
    for (const concept of spoken) counts.set(concept, (counts.get(concept) ?? 0) + 1);
    yield;
  }
  return counts;
}

function* choose(
  candidates: LazyQueue<Candidate>,
  spoken: ReadonlyMap<string, number>,
  options: SummaryOptions,
): Steps<Candidate[]> {
  const covered = new Set<string>();
  const chosen: Candidate[] = [];
  const told = new Set<Story>();
  let wordsLeft = options.words ?? Number.POSITIVE_INFINITY;
  const most = options.max ?? (options.words === undefined ? BULLETS : Number.POSITIVE_INFINITY);
  while (chosen.length < most && wordsLeft > 0) {
    const best = yield* candidates.take((one) =>
      one.length > wordsLeft || told.has(one.story) ? 0 : worthOf(one, covered, spoken),
    );
    if (best === undefined) break;
    chosen.push(best);
    told.add(best.story);
    wordsLeft -= best.length;
    for (const concept of best.concepts) covered.add(concept);
  }
  return chosen;
}

/** A concept is worth the root of the number of entries that speak of it, so that no subject drowns the rest. */
function worthOf(
  { concepts, factor, length }: Candidate,
  covered: ReadonlySet<string>,
  spoken: ReadonlyMap<string, number>,
): number {
  let gain = 0;
  for (const concept of concepts) if (!covered.has(concept)) gain += Math.sqrt(spoken.get(concept) ?? 0);
  return (gain * factor) / length ** LENGTH;
}
