/**
 * Reads JSON as pages write it. Well-formed text costs one `JSON.parse`; only what fails is mended: comments and CDATA
 * around it, a trailing semicolon, what `mend` knows, entity-escaped quotes. Several values one after another are a list.
 * undefined when even that does not read.
 */
export function parseLenientJson(text: string): unknown {
  const plain = text.trim();
  if (plain === '') return undefined;
  for (const candidate of candidates(plain)) {
    try {
      return JSON.parse(candidate);
    } catch (error) {
      // Expected: the next candidate is mended further.
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}

function* candidates(text: string): Generator<string> {
  yield text;
  const bare = unwrap(text);
  yield bare;
  yield mend(bare);
  if (bare.includes('&quot;') && !/[{[,:]\s*"/u.test(bare)) {
    yield mend(bare.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&'));
  }
}

function unwrap(text: string): string {
  return text
    .replace(/^\uFEFF/u, '')
    .replace(/^(?:\s|<!--|\/\/|\/\*|\*\/|<!\[CDATA\[|-->)+/u, '')
    .replace(/(?:\s|-->|\/\/|\/\*|\*\/|\]\]>|<!--|;)+$/u, '');
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
/** What other languages have for values that JSON has not. */
const NO_VALUE = /(?:undefined|NaN|-?Infinity|None)(?![\w$])/uy;
const COMMENT = /\/\/[^\n\r]*|\/\*[\s\S]*?\*\//uy;

/** A text that is gone through once, with what was mended written beside it. */
type Mending = {
  readonly text: string;
  readonly parts: string[];
  from: number;
  at: number;
  depth: number;
  roots: number;
};

/**
 * Control characters and escapes that JSON does not know are escaped inside strings. Outside of them comments and commas
 * too many are dropped, forgotten commas between objects added, and values that JSON cannot write are null; several values
 * one after another become a list.
 */
function mend(text: string): string {
  const mending: Mending = { text, parts: [], from: 0, at: 0, depth: 0, roots: 0 };
  while (mending.at < text.length) {
    if (text[mending.at] === '"') mendString(mending);
    else mendOutside(mending);
  }
  mending.parts.push(text.slice(mending.from));
  const mended = mending.parts.join('');
  return mending.roots > 1 ? `[${mended}]` : mended;
}

/** Puts `mended` in the place of the next `length` characters. */
function replace(mending: Mending, length: number, mended: string): void {
  mending.parts.push(mending.text.slice(mending.from, mending.at), mended);
  mending.at += length;
  mending.from = mending.at;
}

function mendString(mending: Mending): void {
  const { text } = mending;
  for (mending.at += 1; mending.at < text.length; ) {
    const character = text[mending.at] ?? '';
    if (character === '"') break;
    if (character === '\\') mendEscape(mending, text[mending.at + 1] ?? '');
    else if (character < ' ') replace(mending, 1, ESCAPES[character] ?? ' ');
    else mending.at += 1;
  }
  mending.at += 1;
}

function mendEscape(mending: Mending, escaped: string): void {
  if (/["\\/bfnrtu]/u.test(escaped)) mending.at += 2;
  else if (escaped === "'") replace(mending, 2, "'");
  else replace(mending, 1, '\\\\');
}

function mendOutside(mending: Mending): void {
  const character = mending.text[mending.at] ?? '';
  if (/[{}[\]]/u.test(character)) mendBracket(mending, character);
  else if (character === ',' && isFollowedBy(/^\s*[,}\]]/u, mending)) replace(mending, 1, '');
  else if (character === ':' && isFollowedBy(/^\s*[,}]/u, mending)) replace(mending, 1, ':null');
  else if (/[/uNI-]/u.test(character)) mendWord(mending);
  else mending.at += 1;
}

function mendBracket(mending: Mending, character: string): void {
  const opens = character === '{' || character === '[';
  if (!opens && mending.depth === 0) {
    replace(mending, 1, '');
    return;
  }
  if (opens && mending.depth === 0) mending.roots += 1;
  const forgotten = character === '}' && isFollowedBy(/^\s*\{/u, mending);
  mending.depth += opens ? 1 : -1;
  mending.at += 1;
  if (forgotten) replace(mending, 0, ',');
}

function mendWord(mending: Mending): void {
  const comment = matchAt(COMMENT, mending);
  const none = comment === undefined ? matchAt(NO_VALUE, mending) : undefined;
  if (comment !== undefined) replace(mending, comment, ' ');
  else if (none !== undefined) replace(mending, none, 'null');
  else mending.at += 1;
}

function isFollowedBy(pattern: RegExp, { text, at }: Mending): boolean {
  return pattern.test(text.slice(at + 1, at + 200));
}

/** How long the match is that begins here. */
function matchAt(pattern: RegExp, { text, at }: Mending): number | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length;
}
