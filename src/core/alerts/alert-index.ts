import type { Entry } from '../entry.ts';
import { describeQuery, type Query } from '../query/query.ts';
import { type EntryFacts, matches } from '../query/query-match.ts';
import type { Term } from '../query/query-term.ts';
import { entryWords } from '../text/entry-words.ts';
import { words } from '../text/words.ts';

/**
 * Finds which of very many queries one entry satisfies without trying them all. Every query is filed under facts of
 * which one must hold for it to match (a word, a beginning, an author, a mark); an entry's own facts then name the few
 * queries worth trying. Queries that are the same for the language are tried once, however many people asked.
 */
export type AlertIndex = {
  /** Files a query under an id, in place of the query the id had. */
  add(id: string, query: Query): void;
  remove(id: string): void;
  /** How many different queries an entry makes worth trying. */
  candidates(entry: Entry): number;
  /** The ids of the queries that the entry satisfies, in the order they were added within one query. */
  match(entry: Entry, facts?: EntryFacts): string[];
  readonly size: number;
};

type Group = { readonly query: Query; readonly ids: Set<string>; readonly anchors: readonly string[] };

export function createAlertIndex(): AlertIndex {
  const groups = new Map<string, Group>();
  const groupOf = new Map<string, string>();
  const filed = new Map<string, Set<Group>>();
  const prefixLengths = new Map<number, number>();

  const remove = (id: string) => {
    const key = groupOf.get(id);
    const group = key === undefined ? undefined : groups.get(key);
    if (key === undefined || group === undefined) return;
    groupOf.delete(id);
    group.ids.delete(id);
    if (group.ids.size > 0) return;
    groups.delete(key);
    for (const anchor of group.anchors) unfile(filed, prefixLengths, anchor, group);
  };

  const add = (id: string, query: Query) => {
    remove(id);
    const key = describeQuery(query);
    let group = groups.get(key);
    if (group === undefined) {
      group = { query, ids: new Set(), anchors: [...new Set(anchorsOf(query.term, filed) ?? [ALWAYS])] };
      groups.set(key, group);
      for (const anchor of group.anchors) file(filed, prefixLengths, anchor, group);
    }
    group.ids.add(id);
    groupOf.set(id, key);
  };

  const candidates = (entry: Entry): Set<Group> => {
    const found = new Set<Group>();
    for (const fact of factsOf(entry, prefixLengths)) {
      for (const group of filed.get(fact) ?? []) found.add(group);
    }
    return found;
  };

  return {
    add,
    remove,
    candidates: (entry) => candidates(entry).size,
    match: (entry, facts) =>
      [...candidates(entry)].filter((group) => matches(group.query, entry, facts)).flatMap((group) => [...group.ids]),
    get size() {
      return groupOf.size;
    },
  };
}

/** Where queries wait that no single fact can rule out, such as `-sport`. */
const ALWAYS = '*';

type Filed = Map<string, Set<Group>>;

function file(filed: Filed, prefixLengths: Map<number, number>, anchor: string, group: Group): void {
  const there = filed.get(anchor);
  if (there === undefined) filed.set(anchor, new Set([group]));
  else there.add(group);
  if (anchor.startsWith('p:')) count(prefixLengths, anchor.length - 2, 1);
}

function unfile(filed: Filed, prefixLengths: Map<number, number>, anchor: string, group: Group): void {
  const there = filed.get(anchor);
  there?.delete(group);
  if (there?.size === 0) filed.delete(anchor);
  if (anchor.startsWith('p:')) count(prefixLengths, anchor.length - 2, -1);
}

function count(counts: Map<number, number>, key: number, by: number): void {
  const next = (counts.get(key) ?? 0) + by;
  if (next === 0) counts.delete(key);
  else counts.set(key, next);
}

/** Facts of which at least one must hold for the term to be true; undefined when there are none. */
function anchorsOf(term: Term, filed: Filed): readonly string[] | undefined {
  switch (term.kind) {
    case 'not':
      return undefined;
    case 'is':
      return [term.mark === 'corrected' || term.mark === 'repost' ? ALWAYS : `m:${term.mark}`];
    case 'has':
      return [ALWAYS];
    case 'words':
      return least(wordAnchors(term, 'w:', 'p:'), filed);
    case 'author':
      return least(wordAnchors(term, 'a:', undefined), filed);
    case 'any': {
      const each = term.of.map((part) => anchorsOf(part, filed));
      return each.some((anchors) => anchors === undefined) ? undefined : each.flatMap((anchors) => anchors ?? []);
    }
    case 'all': {
      const each = term.of.map((part) => anchorsOf(part, filed)).filter((anchors) => anchors !== undefined);
      return each.toSorted((a, b) => load(a, filed) - load(b, filed))[0];
    }
  }
}

function wordAnchors(
  term: Extract<Term, { kind: 'words' | 'author' }>,
  whole: string,
  beginning: string | undefined,
): string[] {
  const last = term.words.length - 1;
  const wholeWords = term.words.filter((_, index) => !(term.prefix && index === last)).map((word) => whole + word);
  if (wholeWords.length > 0) return wholeWords;
  return [beginning === undefined ? ALWAYS : beginning + term.words[last]];
}

/** The anchor that fewest queries wait under, so that no word gathers all of them; the longest among equals. */
function least(anchors: readonly string[], filed: Filed): readonly string[] | undefined {
  const best = anchors.toSorted((a, b) => load([a], filed) - load([b], filed))[0];
  return best === undefined ? undefined : [best];
}

function load(anchors: readonly string[], filed: Filed): number {
  return anchors.reduce((sum, anchor) => {
    const waiting = filed.get(anchor)?.size ?? 0;
    return sum + waiting + 1 / (1 + anchor.length) + (anchor === ALWAYS ? 1e6 : 0);
  }, 0);
}

function factsOf(entry: Entry, prefixLengths: ReadonlyMap<number, number>): Set<string> {
  const facts = new Set([ALWAYS, ...entry.flags.map((flag) => `m:${flag}`)]);
  for (const name of entry.authors) for (const word of words(name)) facts.add(`a:${word}`);
  for (const word of entryWords(entry).places.keys()) {
    facts.add(`w:${word}`);
    for (const length of prefixLengths.keys()) if (length <= word.length) facts.add(`p:${word.slice(0, length)}`);
  }
  return facts;
}
