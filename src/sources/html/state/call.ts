import { parseLenientJson } from '../../wire/lenient-json.ts';

const CALL = /^\(?\s*function\s*\(([\w$,\s]*)\)\s*\{\s*(?:[\w$.]+\s*=[^;{}]*;)*\s*return\s*(?=\{)/u;
const TOKEN =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{}[\],:()]|-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[\p{L}_$][\p{L}\d_$.]*|!0|!1|\S/giuy;
const SPACE = /\s*/y;
const MOST_TOKENS = 1_500_000;

/**
 * The state that Nuxt 2 leaves as the call of a function on the values that occur often:
 * `(function(a,b){return {posts:[{title:"…",author:a}]}}("Dana",false))`. Nothing is run: names are replaced by the
 * values of the call, and what is no plain value is null.
 */
export function calledState(code: string): unknown {
  const head = CALL.exec(code);
  if (head === null) return undefined;
  const names = (head[1] ?? '').split(',').map((name) => name.trim());
  const body = tokensFrom(code, head[0].length);
  const call = tokensFrom(code, code.indexOf('(', body.end));
  const values = parseLenientJson(`[${asJson(call.tokens.slice(1, -1), new Map())}]`);
  if (!Array.isArray(values)) return undefined;
  const known = new Map(names.map((name, place) => [name, JSON.stringify(values[place] ?? null)]));
  return parseLenientJson(asJson(body.tokens, known));
}

/** The tokens of the bracketed value that begins at `from`, and where it ends. */
function tokensFrom(code: string, from: number): { tokens: string[]; end: number } {
  const tokens: string[] = [];
  let depth = 0;
  let at = from;
  while (at >= 0 && at < code.length && tokens.length < MOST_TOKENS) {
    SPACE.lastIndex = at;
    SPACE.exec(code);
    TOKEN.lastIndex = SPACE.lastIndex;
    const token = TOKEN.exec(code)?.[0];
    if (token === undefined) break;
    at = TOKEN.lastIndex;
    tokens.push(token);
    if (/^[{[(]$/u.test(token)) depth += 1;
    else if (/^[}\])]$/u.test(token)) depth -= 1;
    if (depth === 0) break;
  }
  return { tokens, end: at };
}

const PLAIN: Readonly<Record<string, string>> = { '!0': 'true', '!1': 'false', true: 'true', false: 'false' };

function asJson(tokens: readonly string[], known: ReadonlyMap<string, string>): string {
  return tokens
    .map((token, place) => {
      if (/^[{}[\],:]$/u.test(token) || token.startsWith('"')) return token;
      if (token.startsWith("'")) return JSON.stringify(token.slice(1, -1).replace(/\\'/gu, "'"));
      const isKey = tokens[place + 1] === ':' && (tokens[place - 1] === '{' || tokens[place - 1] === ',');
      if (isKey) return JSON.stringify(token);
      if (/^-?\.?\d/u.test(token)) return token.replace(/^(-?)\./u, '$10.').replace(/\.(?=e|$)/iu, '');
      return known.get(token) ?? PLAIN[token] ?? (/^[()]$/u.test(token) ? '' : 'null');
    })
    .join('');
}
