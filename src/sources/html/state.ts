import type { SourceEntry } from '../../core/entry.ts';
import { isObject, type JsonObject } from '../wire/json.ts';
import { parseLenientJson } from '../wire/lenient-json.ts';
import { stateEntry } from './state-entry.ts';
import { unflattened, withReferences } from './state-graph.ts';

const SCRIPT = /<script\b([^>]{0,1000})>([\s\S]*?)<\/script/giu;
const ASSIGNED =
  /(?:(?:window|self|globalThis)(?:\.|\[["'])(?:__[A-Z][A-Z0-9_]*__|__\w+|\w*(?:state|data|store|props|content|posts|liveblog\w*))(?:["']\])?|\bFusion\.globalContent|\b(?:var|let|const)\s+\w*(?:state|data|liveblog\w*|posts))\s*=\s*/giu;
/** What a list of posts is called, alone or at the end of its name ("liveblogPosts"). */
const LIVE_NAMES =
  /(?:posts?|updates?|entries|items|events?|blocks|stream|timeline|ticker|live\w*|messages|articles|results|edges|nodes|data|cards|news|content_elements|list|byId|entities)$/iu;
const OTHER_NAMES = /related|comment|recommend|popular|trending|teaser|most|promo|advert|sponsor|author/iu;

/** Posts in the data that a page's framework left for its scripts (`__NEXT_DATA__`, `window.__STATE__ = …`). */
export function findState(text: string, base: string): SourceEntry[] {
  const refers = text.includes('__ref');
  let best: SourceEntry[] = [];
  for (const json of stateOf(text)) {
    const lists: (readonly unknown[])[] = [];
    collectLists(json, '', lists, { left: 200_000 });
    for (const list of lists) {
      const entries = list.flatMap((item) => stateEntry(refers ? withReferences(item, json) : item, base) ?? []);
      if (isTeasers(entries, base)) continue;
      if (entries.length >= 2 && entries.length >= list.length * 0.5 && entries.length > best.length) best = entries;
    }
  }
  return best;
}

/** Stories with pages of their own are the front page's list, not the posts of this one. */
function isTeasers(entries: readonly SourceEntry[], base: string): boolean {
  const own = base.replace(/[#?].*$/u, '');
  return entries.filter(({ url }) => url !== undefined && !url.startsWith(own)).length > entries.length * 0.6;
}

function* stateOf(text: string): Generator<unknown> {
  for (const [, attributes = '', code = ''] of text.matchAll(SCRIPT)) {
    if (code.length < 100) continue;
    if (/application\/json|__NEXT_DATA__|__NUXT_DATA__/iu.test(attributes)) yield unflattened(parseLenientJson(code));
    else if (!/ld\+json|\bsrc\s*=/iu.test(attributes)) yield* assignedIn(code);
  }
}

function* assignedIn(code: string): Generator<unknown> {
  for (const match of code.matchAll(ASSIGNED)) {
    const rest = code.slice(match.index + match[0].length);
    const quoted = /^JSON\.parse\(\s*("(?:[^"\\]|\\.)*")/u.exec(rest)?.[1];
    const inner = quoted === undefined ? undefined : parseLenientJson(quoted);
    if (typeof inner === 'string') yield parseLenientJson(inner);
    else if (/^[{[]/u.test(rest)) yield parseLenientJson(rest.slice(0, jsonEnd(rest)));
  }
}

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

/** Lists of objects under a name that fits posts. `budget` bounds the work on huge states. */
function collectLists(
  json: unknown,
  name: string,
  lists: (readonly unknown[])[],
  budget: { left: number },
  depth = 0,
): void {
  if (typeof json !== 'object' || json === null || depth > 14 || budget.left <= 0) return;
  budget.left -= 1;
  if (Array.isArray(json)) {
    if (json.length >= 2 && isLiveName(name)) lists.push(json);
    for (const item of json) collectLists(item, name, lists, budget, depth + 1);
    return;
  }
  lists.push(...keyedLists(json as JsonObject, name));
  for (const [key, value] of Object.entries(json)) collectLists(value, key, lists, budget, depth + 1);
}

function isLiveName(name: string): boolean {
  return LIVE_NAMES.test(name) && !OTHER_NAMES.test(name);
}

const KEYED = /^([A-Z]\w+):[\w:-]+$/u;

/** Stores keep things by key: `{"Update:1": {…}, "Update:2": {…}}`, or `{posts: {"a1": {…}, "a2": {…}}}`. */
function keyedLists(map: JsonObject, name: string): (readonly unknown[])[] {
  const kinds = new Map<string, unknown[]>();
  for (const [key, value] of Object.entries(map)) {
    const kind = KEYED.exec(key)?.[1] ?? (isLiveName(name) ? '' : undefined);
    if (kind === undefined || !isObject(value)) continue;
    const list = kinds.get(kind);
    if (list === undefined) kinds.set(kind, [value]);
    else list.push(value);
  }
  return [...kinds.values()].filter((list) => list.length >= 2);
}
