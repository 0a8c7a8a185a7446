import { parseLenientJson } from '../../wire/lenient-json.ts';
import { calledState } from './call.ts';
import { unflattened } from './graph.ts';
import { pushedState } from './rows.ts';

/** One without an end goes on to the end of the page: many of them are gone through once. */
const SCRIPT = /<script\b([^>]{0,1000})>([\s\S]*?)(?:<\/script|$)/giu;
const ASSIGNED =
  /(?:(?:window|self|globalThis)(?:\.|\[["'])(?:__[A-Z][A-Z0-9_]*__|__\w+|\w*(?:state|data|store|props|content|posts|liveblog\w*))(?:["']\])?|\bFusion\.(?:globalContent|contentCache)|\b(?:var|let|const)\s+\w*(?:state|data|liveblog\w*|posts))\s*=\s*/giu;

/** Every piece of data that a page's framework left for its scripts (`__NEXT_DATA__`, `window.__STATE__ = …`). */
export function* statesIn(html: string): Generator<unknown> {
  for (const [, attributes = '', code = ''] of html.matchAll(SCRIPT)) {
    if (code.length < 100) continue;
    if (/application\/json|__NEXT_DATA__|__NUXT_DATA__/iu.test(attributes)) yield unflattened(parseLenientJson(code));
    else if (!/ld\+json|\bsrc\s*=/iu.test(attributes)) yield* assignedIn(code);
  }
  yield* pushedState(html);
  yield* attributesIn(html);
}

function* assignedIn(code: string): Generator<unknown> {
  for (const match of code.matchAll(ASSIGNED)) {
    const rest = code.slice(match.index + match[0].length);
    const text = textOfCode(rest);
    if (text !== undefined) yield parseLenientJson(text);
    else if (/^[{[]/u.test(rest)) yield parseLenientJson(rest.slice(0, jsonEnd(rest)));
    else if (/^\(?\s*function/u.test(rest)) yield calledState(rest);
  }
}

const TEXT =
  /^(?:JSON\.parse\(\s*)?(decodeURIComponent\(\s*)?("[^"\\]*(?:\\[\s\S][^"\\]*)*"|'[^'\\]*(?:\\[\s\S][^'\\]*)*')/u;

/** The JSON that a script holds as a text: `JSON.parse('…')`, `"{\"posts\":…"`, and encoded as in addresses. */
function textOfCode(rest: string): string | undefined {
  const [, encoded, literal] = TEXT.exec(rest.slice(0, LONGEST_TEXT)) ?? [];
  if (literal === undefined) return undefined;
  const json = literal.replace(/\\x([\da-f]{2})/giu, '\\u00$1');
  const text = parseLenientJson(json.startsWith("'") ? inDouble(json.slice(1, -1)) : json);
  if (typeof text !== 'string') return undefined;
  return encoded === undefined ? text : decoded(text);
}

const LONGEST_TEXT = 8_000_000;

function inDouble(single: string): string {
  return `"${single.replace(/\\[\s\S]|"/gu, (sign) => (sign === '"' ? '\\"' : sign === "\\'" ? "'" : sign))}"`;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // no address: another script may hold the state
  }
}

const ATTRIBUTE = /\s(?:data-[\w-]{1,60}|:?[a-z][\w-]{1,60})\s?=\s?"((?:\{|\[\{)(?:&quot;|&#34;)[^"]{100,})"/giu;

/** What a page hands to its components in their own elements: `<div data-page="{&quot;props&quot;:…">`. */
function* attributesIn(html: string): Generator<unknown> {
  if (!html.includes('{&quot;') && !html.includes('{&#34;')) return;
  for (const [, written = ''] of html.matchAll(ATTRIBUTE)) {
    yield parseLenientJson(written.replace(/&(?:quot|#34|#39|apos|lt|gt|amp);/gu, (sign) => SIGNS[sign] ?? sign));
  }
}

const SIGNS: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

/** Where the value ends that the text begins with. */
function jsonEnd(text: string): number {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (inString) {
      if (character === 92) index += 1;
      else if (character === 34) inString = false;
    } else if (character === 34) inString = true;
    else if (character === 123 || character === 91) depth += 1;
    else if (character === 125 || character === 93) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return text.length;
}
