import { parseLenientJson } from '../wire/lenient-json.ts';

/** The updates of a live blog as their own stretches of JSON text, and the rest of the declaration without them. */
export type SplitBlock = {
  /** The block as JSON with an empty list of updates. */
  readonly shell: unknown;
  /** What every stretch begins with. */
  readonly start: string;
  /** Each update after `start`, as written, comma and white space behind it included. */
  readonly texts: readonly string[];
};

const LIST = /"(?:liveBlogUpdates?|blogPosts?)"\s*:\s*\[\s*(?=\{)/u;
const FIRST_KEY = /^\{\s*"(?:@[^"\\]{1,20}"\s*:\s*"[^"\\]{0,60}"|[^"\\]{1,40}"\s*:)/u;

/**
 * Cuts a block at the words that each update begins with, without parsing the updates: a text that was there last time
 * need not be parsed again. Sound, because whoever parses a stretch finds out whether it is one object; undefined when
 * the block is not of that shape.
 */
export function splitUpdates(block: string): SplitBlock | undefined {
  const list = LIST.exec(block);
  if (list === null) return undefined;
  const from = list.index + list[0].length;
  const start = FIRST_KEY.exec(block.slice(from, from + 200))?.[0];
  if (start === undefined) return undefined;
  const [before, ...texts] = block.slice(from).split(start);
  const last = texts.pop();
  if (before !== '' || last === undefined || !texts.every(endsObject)) return undefined;
  const end = objectEnd(last);
  if (end === undefined || !/^\s*\]/u.test(last.slice(end, end + 100))) return undefined;
  const shell = parseLenientJson(block.slice(0, from) + last.slice(end));
  if (shell === undefined) return undefined;
  return { shell, start, texts: [...texts, last.slice(0, end)] };
}

function endsObject(text: string): boolean {
  return /\}\s*,\s*$/u.test(text.slice(-60));
}

/** Where the object ends whose opening brace stands before `text`. */
function objectEnd(text: string): number | undefined {
  let depth = 1;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 92) index += 1;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 123) depth += 1;
    else if (code === 125) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return undefined;
}

/** One stretch as an object; undefined when it is not exactly one. */
export function parseStretch(start: string, text: string): Readonly<Record<string, unknown>> | undefined {
  const json = parseStrict(start + text.replace(/\s*,\s*$/u, ''));
  return typeof json === 'object' && json !== null ? (json as Readonly<Record<string, unknown>>) : undefined;
}

function parseStrict(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
