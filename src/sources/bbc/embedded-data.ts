import type { Document } from '../../ports/source.ts';

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

/** Where the JSON value that begins at `start` ends. Looks at each character once: the values are megabytes long. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    const char = text[index];
    if (char === '"') {
      index = endOfString(text, index);
      if (depth === 0) return index + 1;
    } else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // another script may hold it; if none does, the page is told of as unreadable
  }
}
