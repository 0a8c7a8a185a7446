import { words } from '../text/words.ts';
import { type Lexeme, lexemes, QueryError } from './query-lexemes.ts';
import type { Mark, Part, Term } from './query-term.ts';

const MARKS: Readonly<Record<string, Mark>> = {
  key: 'key',
  'key-event': 'key',
  breaking: 'breaking',
  pinned: 'pinned',
  pin: 'pinned',
  summary: 'summary',
  corrected: 'corrected',
  edited: 'corrected',
  repost: 'repost',
};
const PARTS: Readonly<Record<string, Part>> = {
  image: 'image',
  images: 'image',
  photo: 'image',
  picture: 'image',
  video: 'video',
  videos: 'video',
  embed: 'embed',
  link: 'link',
  links: 'link',
  title: 'title',
  text: 'text',
};
const MOST_TERMS = 64;
const MOST_DEPTH = 12;
const EXAMPLE = 'storm "sea wall" -sport';

/** Where the parser stands in its lexemes, and what it has met so far. */
type Reading = {
  readonly lexemes: readonly Lexeme[];
  next: number;
  terms: number;
  depth: number;
  readonly end: number;
};

/** Parses a query's text; bounded in length, number of terms and depth, so any input takes little time. */
export function parseTerm(text: string): Term {
  const reading: Reading = { lexemes: lexemes(text), next: 0, terms: 0, depth: 0, end: text.length + 1 };
  if (reading.lexemes.length === 0) throw new QueryError('There is nothing to look for.', 1, EXAMPLE);
  const term = readAny(reading);
  const left = reading.lexemes[reading.next];
  if (left !== undefined) {
    throw new QueryError(`The parenthesis at character ${left.at} closes nothing.`, left.at, 'ferry (storm OR flood)');
  }
  return term;
}

function readAny(reading: Reading): Term {
  const of = [readAll(reading)];
  while (reading.lexemes[reading.next]?.kind === 'or') {
    const or = reading.lexemes[reading.next];
    reading.next += 1;
    if (atEnd(reading)) throw emptySide(or, reading);
    of.push(readAll(reading));
  }
  return single('any', of);
}

function readAll(reading: Reading): Term {
  const first = reading.lexemes[reading.next];
  if (first === undefined || first.kind === 'or' || first.kind === 'close') throw emptySide(first, reading);
  const of: Term[] = [];
  while (!atEnd(reading)) {
    const term = readOne(reading);
    if (term !== undefined) of.push(term);
  }
  if (of.length === 0) {
    throw new QueryError(`There is no word to look for at character ${first.at}.`, first.at, EXAMPLE);
  }
  return single('all', of);
}

function atEnd(reading: Reading): boolean {
  const next = reading.lexemes[reading.next];
  return next === undefined || next.kind === 'or' || next.kind === 'close';
}

/** undefined for punctuation standing alone, and for the AND that people write between words. */
function readOne(reading: Reading): Term | undefined {
  const lexeme = reading.lexemes[reading.next];
  if (lexeme === undefined) return undefined;
  reading.next += 1;
  if (lexeme.kind === 'open') return readGroup(reading, lexeme);
  if (lexeme.kind === 'not') return readNot(reading, lexeme);
  if (lexeme.kind !== 'text') return undefined;
  reading.terms += 1;
  if (reading.terms > MOST_TERMS) {
    throw new QueryError(`A query may have ${MOST_TERMS} words or phrases; this one has more.`, lexeme.at, EXAMPLE);
  }
  return readText(lexeme);
}

function readGroup(reading: Reading, open: Lexeme): Term {
  deeper(reading, open);
  const term = readAny(reading);
  if (reading.lexemes[reading.next]?.kind !== 'close') {
    throw new QueryError(`The parenthesis at character ${open.at} is never closed.`, open.at, 'ferry (storm OR flood)');
  }
  reading.next += 1;
  reading.depth -= 1;
  return term;
}

function readNot(reading: Reading, not: Lexeme): Term {
  deeper(reading, not);
  const term = atEnd(reading) ? undefined : readOne(reading);
  if (term === undefined) {
    throw new QueryError(`Nothing follows the minus at character ${not.at}.`, not.at, 'storm -sport');
  }
  reading.depth -= 1;
  return { kind: 'not', term };
}

function deeper(reading: Reading, lexeme: Lexeme): void {
  reading.depth += 1;
  if (reading.depth > MOST_DEPTH) {
    throw new QueryError('The parentheses are nested too deeply.', lexeme.at, 'ferry (storm OR flood)');
  }
}

function readText(lexeme: Extract<Lexeme, { kind: 'text' }>): Term | undefined {
  if (lexeme.field === 'is') return { kind: 'is', mark: named('is', lexeme, MARKS) };
  if (lexeme.field === 'has') return { kind: 'has', part: named('has', lexeme, PARTS) };
  if (/[*＊]/u.test(lexeme.text)) {
    throw new QueryError(
      `The * at character ${lexeme.at} can only stand at the end of a word: it finds words that begin so.`,
      lexeme.at,
      'flood*',
    );
  }
  const found = words(lexeme.text);
  if (lexeme.field === 'author' && found.length === 0) {
    throw new QueryError('author: needs a name.', lexeme.at, 'author:"Maya Lindqvist"');
  }
  if (found.length === 0 && !lexeme.quoted && !lexeme.prefix) return undefined;
  if (found.length === 0) {
    throw new QueryError(`There is no word to look for at character ${lexeme.at}.`, lexeme.at, EXAMPLE);
  }
  if (lexeme.text === 'AND' && !lexeme.quoted) return undefined;
  return { kind: lexeme.field === 'author' ? 'author' : 'words', words: found, prefix: lexeme.prefix };
}

function named<T extends string>(field: string, lexeme: Extract<Lexeme, { kind: 'text' }>, all: Record<string, T>): T {
  const name = lexeme.text.toLowerCase();
  const value = Object.hasOwn(all, name) ? all[name] : undefined;
  if (value !== undefined) return value;
  const choices = [...new Set(Object.values(all))];
  const said = name === '' ? `${field}: needs a value` : `${field}:${lexeme.text} is not known`;
  throw new QueryError(`${said}; there is ${choices.join(', ')}.`, lexeme.at, `${field}:${choices[0]}`);
}

function single(kind: 'all' | 'any', of: readonly Term[]): Term {
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind, of };
}

function emptySide(lexeme: Lexeme | undefined, reading: Reading): QueryError {
  const at = lexeme?.at ?? reading.end;
  const what =
    lexeme?.kind === 'or'
      ? `OR at character ${at} needs words on both sides.`
      : `Words are missing at character ${at}.`;
  return new QueryError(what, at, 'storm OR flood');
}
