import type { Document } from '../../ports/source.ts';
import { endOfValue } from '../wire/embedded.ts';

/** Scripts that hold the data a page was made from speak of posts by their names. */
const ABOUT_POSTS = /\\?"(?:liveTextStream\\?"|urn\\?"\s*:\s*\\?"asset:)/u;

/**
 * The data in a page, from the first script about posts: as the script's whole text (Next.js), as a value it assigns, or as
 * text inside text. undefined when there is none that can be read.
 */
export function embeddedData(document: Document): unknown {
  for (const script of scriptsOf(document.text)) {
    if (!ABOUT_POSTS.test(script)) continue;
    const start = script.search(/\S/u) === script.indexOf('{') ? script.indexOf('{') : assignedAt(script);
    const data = start === -1 ? undefined : parsed(script.slice(start, endOfValue(script, start)));
    const inner = typeof data === 'string' ? parsed(data) : data;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function* scriptsOf(text: string): Generator<string> {
  for (let open = text.indexOf('<script'); open !== -1; open = text.indexOf('<script', open + 1)) {
    const start = text.indexOf('>', open) + 1;
    const end = text.indexOf('</script', start);
    if (start === 0 || end === -1) return;
    yield text.slice(start, end);
  }
}

function assignedAt(script: string): number {
  const match = /=\s*(?=[{"])/u.exec(script);
  return match === null ? -1 : match.index + match[0].length;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // another script may hold it; if none does, the page is told of as unreadable
  }
}
