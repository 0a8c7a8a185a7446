import type { Entry } from '../entry.ts';
import { cutText } from '../text/body-text.ts';
import { readerParts } from '../text/entry-words.ts';
import { type WordSpan, wordSpans } from '../text/words.ts';
import type { Query } from './query.ts';
import { type EntryFacts, matches, runAt, termMatches } from './query-match.ts';
import type { Term } from './query-term.ts';

/** Why an entry satisfies a query. */
export type Explanation = {
  /** The words that were found, as the entry writes them. */
  readonly words: readonly string[];
  /** The found words with some text around them, cut at words, "…" where text is left out. */
  readonly context: string;
};

/** Shows where an entry satisfies a query; undefined when it does not. */
export function explainMatch(query: Query, entry: Entry, facts: EntryFacts = {}): Explanation | undefined {
  if (!matches(query, entry, facts)) return undefined;
  const terms = wanted(query.term, entry, facts);
  const found = readerParts(entry).flatMap((text) => findIn(text, terms));
  const spoken = [...new Set(found.map(({ text, start, end }) => text.slice(start, end)))];
  const [first] = found;
  if (first === undefined) return { words: [], context: cutText(readerParts(entry)[0] ?? '', 160) };
  return { words: spoken, context: contextOf(first, found) };
}

type Found = { readonly text: string; readonly start: number; readonly end: number };
type Words = Extract<Term, { kind: 'words' }>;

/** The word terms that made the query true: not the negated ones, and of alternatives only those that hold. */
function wanted(term: Term, entry: Entry, facts: EntryFacts): Words[] {
  if (term.kind === 'words') return [term];
  if (term.kind === 'all') return term.of.flatMap((part) => wanted(part, entry, facts));
  if (term.kind !== 'any') return [];
  return term.of.filter((part) => termMatches(part, entry, facts)).flatMap((part) => wanted(part, entry, facts));
}

function findIn(text: string, terms: readonly Words[]): Found[] {
  const spans = wordSpans(text);
  const all = spans.map((span) => span.word);
  const found: Found[] = [];
  spans.forEach((span: WordSpan, place) => {
    const term = terms.find((each) => runAt(all, place, each.words, each.prefix));
    const last = term === undefined ? undefined : spans[place + term.words.length - 1];
    if (last !== undefined) found.push({ text, start: span.start, end: last.end });
  });
  return found;
}

const BEFORE = 60;
const MOST = 200;

/** The stretch of text around the first find, reaching to later finds of the same text where they are near. */
function contextOf(first: Found, found: readonly Found[]): string {
  const { text } = first;
  const near = found.filter((other) => other.text === text && other.end - first.start < MOST - BEFORE);
  const lastEnd = near.at(-1)?.end ?? first.end;
  const from = first.start <= BEFORE ? 0 : wordStart(text, first.start - BEFORE, first.start);
  const to = wordEnd(text, Math.max(lastEnd + BEFORE, from + MOST), lastEnd);
  const cut = text.slice(from, to).replace(/\s+/gu, ' ').trim();
  return `${from > 0 ? '…' : ''}${cut}${to < text.length ? '…' : ''}`;
}

function wordStart(text: string, position: number, latest: number): number {
  const space = text.slice(position, latest).search(/\s/u);
  return space < 0 ? latest : position + space + 1;
}

function wordEnd(text: string, position: number, earliest: number): number {
  if (position >= text.length) return text.length;
  const space = text.slice(earliest, position).search(/\s\S*$/u);
  return space < 0 ? earliest : earliest + space;
}
