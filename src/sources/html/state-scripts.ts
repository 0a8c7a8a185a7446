import { parseLenientJson } from '../wire/lenient-json.ts';
import { calledState } from './state-call.ts';
import { unflattened } from './state-graph.ts';
import { pushedState } from './state-rows.ts';

const SCRIPT = /<script\b([^>]{0,1000})>([\s\S]*?)<\/script/giu;
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
}

function* assignedIn(code: string): Generator<unknown> {
  for (const match of code.matchAll(ASSIGNED)) {
    const rest = code.slice(match.index + match[0].length);
    const quoted = /^JSON\.parse\(\s*("(?:[^"\\]|\\.)*")/u.exec(rest)?.[1];
    const inner = quoted === undefined ? undefined : parseLenientJson(quoted);
    if (typeof inner === 'string') yield parseLenientJson(inner);
    else if (/^[{[]/u.test(rest)) yield parseLenientJson(rest.slice(0, jsonEnd(rest)));
    else if (/^\(?\s*function/u.test(rest)) yield calledState(rest);
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
