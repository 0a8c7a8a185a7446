/** A query could not be read. `message` is for the person; `position` counts characters from 1; `example` would work. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly position: number;
  readonly example: string;

  constructor(message: string, position: number, example: string) {
    super(message);
    this.position = position;
    this.example = example;
  }
}

/** One piece of a query as written; `at` counts characters from 1. `field` is the word before a colon, lower case. */
export type Lexeme =
  | { readonly kind: 'open' | 'close' | 'or' | 'not'; readonly at: number }
  | {
      readonly kind: 'text';
      readonly at: number;
      readonly text: string;
      readonly quoted: boolean;
      readonly prefix: boolean;
      readonly field?: string;
    };

const QUOTES = new Set(['"', '“', '”', '„', '‟', '«', '»', '＂', '「', '」', '『', '』']);
const DASHES = new Set(['-', '–', '—', '−', '－']);
const STARS = new Set(['*', '＊']);
const BREAK = /[\s()"“”„‟«»＂「」『』|]/u;
const FIELD = /^(author|is|has|by)[:：]/iu;
const MOST_CHARACTERS = 1_000;

/** Cuts a query into its pieces. Throws `QueryError` for one that is too long or whose quotation marks do not close. */
export function lexemes(text: string): Lexeme[] {
  if (text.length > MOST_CHARACTERS) {
    throw new QueryError(
      `That query is ${text.length} characters long; the most is ${MOST_CHARACTERS}. Use a few telling words.`,
      MOST_CHARACTERS,
      'storm "sea wall"',
    );
  }
  const found: Lexeme[] = [];
  let position = 0;
  while (position < text.length) {
    const [lexeme, next] = nextLexeme(text, position);
    if (lexeme !== undefined) found.push(lexeme);
    position = next;
  }
  return found;
}

function nextLexeme(text: string, start: number): [Lexeme | undefined, number] {
  const character = text.charAt(start);
  const at = start + 1;
  if (/\s/u.test(character)) return [undefined, at];
  if (character === '(') return [{ kind: 'open', at }, at];
  if (character === ')') return [{ kind: 'close', at }, at];
  if (character === '|') return [{ kind: 'or', at }, text.charAt(at) === '|' ? at + 1 : at];
  if (QUOTES.has(character)) return phrase(text, start, at, undefined);
  if (DASHES.has(character)) return dash(text, start);
  return word(text, start);
}

function dash(text: string, start: number): [Lexeme | undefined, number] {
  const next = text.charAt(start + 1);
  const applies = next !== '' && !/[\s)|]/u.test(next) && !DASHES.has(next);
  return [applies ? { kind: 'not', at: start + 1 } : undefined, start + 1];
}

function phrase(text: string, start: number, at: number, field: string | undefined): [Lexeme, number] {
  let end = start + 1;
  while (end < text.length && !QUOTES.has(text.charAt(end))) end += 1;
  if (end >= text.length) {
    throw new QueryError(
      `The quotation mark at character ${start + 1} is never closed.`,
      start + 1,
      `${text.slice(0, start)}"${text.slice(start + 1).trim() || 'sea wall'}"`,
    );
  }
  const outside = STARS.has(text.charAt(end + 1)) ? 1 : 0;
  const inside = text.slice(start + 1, end).trimEnd();
  const prefix = outside === 1 || STARS.has(inside.slice(-1));
  return [textLexeme(inside, at, true, prefix, field), end + 1 + outside];
}

function word(text: string, start: number): [Lexeme, number] {
  const field = FIELD.exec(text.slice(start, start + 8))?.[1]?.toLowerCase();
  if (field !== undefined) return fieldValue(text, start, start + field.length + 1, field);
  const end = wordEnd(text, start);
  const written = text.slice(start, end);
  if (written === 'OR') return [{ kind: 'or', at: start + 1 }, end];
  if (written === 'NOT') return [{ kind: 'not', at: start + 1 }, end];
  return [textLexeme(written, start + 1, false, STARS.has(written.slice(-1)), undefined), end];
}

function fieldValue(text: string, start: number, colon: number, field: string): [Lexeme, number] {
  let value = colon;
  while (/\s/u.test(text.charAt(value))) value += 1;
  if (QUOTES.has(text.charAt(value))) return phrase(text, value, start + 1, field);
  const end = wordEnd(text, value);
  const written = text.slice(value, end);
  return [textLexeme(written, start + 1, false, STARS.has(written.slice(-1)), field), Math.max(end, colon)];
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !BREAK.test(text.charAt(end))) end += 1;
  return end;
}

function textLexeme(text: string, at: number, quoted: boolean, prefix: boolean, field: string | undefined): Lexeme {
  const lexeme = { kind: 'text', at, text: prefix ? text.replace(/[*＊]$/u, '') : text, quoted, prefix } as const;
  return field === undefined ? lexeme : { ...lexeme, field: field === 'by' ? 'author' : field };
}
