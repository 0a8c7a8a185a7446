import { CUT_OUT, type KnownUpdates, LIST, readUpdate } from './known-updates.ts';
import type { RawUpdate } from './raw-update.ts';

/** What is whole in a block of JSON that is cut off or broken somewhere: its beginning, closed, and the updates. */
export type Salvaged = { readonly rest: string; readonly updates: readonly RawUpdate[] };

/** A list that breaks more often is no list. */
const MOST_BREAKS = 20;
/** How an update begins that names its type first, so that the next one can be found after a broken one. */
const TYPED = /^\{\s*"@type"\s*:\s*"[^"]{1,60}"/u;

/** Reads the updates of a broken block that are whole; undefined when there are none. */
export function salvage(block: string, known: KnownUpdates): Salvaged | undefined {
  const list = LIST.exec(block);
  if (list === null) return undefined;
  const start = list.index + list[0].length;
  const beginning = TYPED.exec(block.slice(start, start + 200))?.[0];
  const updates: RawUpdate[] = [];
  let breaks = 0;
  for (let at: number | undefined = start; at !== undefined && breaks <= MOST_BREAKS; ) {
    const found = readUpdate(block, at, known);
    if (found === undefined) breaks += 1;
    else updates.push(found.update);
    at = nextStart(block, found?.end ?? at + 1, found !== undefined, beginning);
  }
  if (updates.length === 0) return undefined;
  return { rest: `${block.slice(0, start)}${JSON.stringify(CUT_OUT)}${closing(block.slice(0, start))}`, updates };
}

function nextStart(block: string, from: number, isWhole: boolean, beginning: string | undefined): number | undefined {
  const separator = isWhole ? /^\s*,\s*(?=\{)/u.exec(block.slice(from, from + 200)) : null;
  if (separator !== null) return from + separator[0].length;
  if (isWhole && /^\s*\]/u.test(block.slice(from, from + 200))) return undefined;
  const next = beginning === undefined ? -1 : block.indexOf(beginning, from);
  return next === -1 ? undefined : next;
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]/gsu;

/** The brackets that a beginning leaves open. */
function closing(beginning: string): string {
  const open: string[] = [];
  for (const [token] of beginning.matchAll(TOKEN)) {
    if (token === '{') open.push('}');
    else if (token === '[') open.push(']');
    else if (token === '}' || token === ']') open.pop();
  }
  return open.reverse().join('');
}
