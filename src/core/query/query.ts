import { parseTerm } from './query-parser.ts';
import type { Term } from './query-term.ts';

/** What a person looks for: the query language of CONTRACT 5, parsed. `text` is as they wrote it. */
export type Query = { readonly text: string; readonly term: Term };

/**
 * Reads a query: words mean all of them, `"a phrase"`, `a OR b`, `-not`, `word*`, `author:name`, `is:key`, `has:image`,
 * parentheses. OR binds weaker than "all of them". Throws `QueryError`.
 */
export function parseQuery(text: string): Query {
  return { text: text.trim(), term: parseTerm(text) };
}

/** A query that any of several satisfies, as the word lists of a route are read; of none, nothing is satisfied. */
export function anyOf(queries: readonly Query[]): Query {
  const text = queries.map((query) => (queries.length > 1 ? `(${query.text})` : query.text)).join(' OR ');
  return { text, term: { kind: 'any', of: queries.map((query) => query.term) } };
}

/** Says how a query was understood, in the language itself with every group in parentheses. */
export function describeQuery(query: Query): string {
  return describeTerm(query.term, true);
}

function describeTerm(term: Term, outermost: boolean): string {
  switch (term.kind) {
    case 'all':
    case 'any': {
      const parts = term.of.map((part) => describeTerm(part, false)).join(term.kind === 'any' ? ' OR ' : ' ');
      return outermost || term.of.length < 2 ? parts : `(${parts})`;
    }
    case 'not':
      return `-${describeTerm(term.term, false)}`;
    case 'words':
      return quoted(term.words, term.prefix);
    case 'author':
      return `author:${quoted(term.words, term.prefix)}`;
    case 'is':
      return `is:${term.mark}`;
    case 'has':
      return `has:${term.part}`;
  }
}

function quoted(words: readonly string[], prefix: boolean): string {
  const text = `${words.join(' ')}${prefix ? '*' : ''}`;
  return words.length > 1 ? `"${text}"` : text;
}
