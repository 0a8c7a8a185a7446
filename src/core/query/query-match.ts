import type { Entry } from '../entry.ts';
import { type EntryWords, entryWords } from '../text/entry-words.ts';
import { words } from '../text/words.ts';
import type { Query } from './query.ts';
import type { Mark, Part, Term } from './query-term.ts';

/** What is known of an entry beyond its text. */
export type EntryFacts = {
  /** A correction of substance was seen. */
  readonly corrected?: boolean;
};

/** True when the entry satisfies the query. Time is bounded by the entry's words times the query's terms. */
export function matches(query: Query, entry: Entry, facts: EntryFacts = {}): boolean {
  return termMatches(query.term, entry, facts);
}

/** The same for a part of a query. */
export function termMatches(term: Term, entry: Entry, facts: EntryFacts): boolean {
  switch (term.kind) {
    case 'all':
      return term.of.every((part) => termMatches(part, entry, facts));
    case 'any':
      return term.of.some((part) => termMatches(part, entry, facts));
    case 'not':
      return !termMatches(term.term, entry, facts);
    case 'words':
      return firstPlace(entryWords(entry), term.words, term.prefix) !== undefined;
    case 'author':
      return entry.authors.some((name) => runIn(words(name), term.words, term.prefix));
    case 'is':
      return hasMark(entry, term.mark, facts);
    case 'has':
      return hasPart(entry, term.part);
  }
}

/** Where the consecutive words stand first in an entry, counted in words. */
function firstPlace(entry: EntryWords, wanted: readonly string[], prefix: boolean): number | undefined {
  const [first] = wanted;
  if (first === undefined) return undefined;
  if (wanted.length === 1 && prefix) {
    const place = entry.all.findIndex((word) => word.startsWith(first));
    return place < 0 ? undefined : place;
  }
  return entry.places.get(first)?.find((place) => runAt(entry.all, place, wanted, prefix));
}

/** True when the consecutive words stand at this place. */
export function runAt(all: readonly string[], place: number, wanted: readonly string[], prefix: boolean): boolean {
  return wanted.every((word, index) => {
    const there = all[place + index];
    if (prefix && index === wanted.length - 1) return there?.startsWith(word) === true;
    return there === word;
  });
}

function runIn(all: readonly string[], wanted: readonly string[], prefix: boolean): boolean {
  return all.some((_, place) => runAt(all, place, wanted, prefix));
}

function hasMark(entry: Entry, mark: Mark, facts: EntryFacts): boolean {
  if (mark === 'corrected') return facts.corrected === true;
  if (mark === 'repost') return entry.repostOf !== undefined;
  return entry.flags.includes(mark);
}

function hasPart(entry: Entry, part: Part): boolean {
  switch (part) {
    case 'link':
      return entry.body.links.length > 0;
    case 'title':
      return entry.title !== undefined && entry.title !== '';
    case 'text':
      return entry.body.text !== '';
    case 'image':
    case 'video':
    case 'embed':
      return entry.body.media.some((item) => item.type === part);
  }
}
