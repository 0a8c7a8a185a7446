import type { SourceEntry } from '../../core/entry.ts';
import type { ReadContext } from '../../ports/source.ts';
import type { JsonObject } from './find-posting.ts';
import { UPDATE_FIELDS } from './wire.ts';

/** All that an entry was read from; an entry whose evidence is the same is the same entry. */
export type Evidence = {
  readonly raw: unknown;
  readonly base: string;
  readonly headline: string | undefined;
  readonly slice: string | undefined;
  readonly key: boolean;
  readonly dropsPicture: boolean;
};
export type Outcome = { readonly entry: SourceEntry; readonly disagrees: readonly string[] } | undefined;
type Known = { readonly evidence: Evidence; readonly outcome: Outcome };
type Memo = { current: Map<string, Known>; previous: Map<string, Known> };

const memos = new WeakMap<ReadContext['body'], Memo>();

/**
 * Remembers the entries of the last read of a blog by what they were read from, so that reading a long blog again costs
 * comparing, not converting. Lives and dies with the blog's body memo.
 */
export function createEntryMemo(context: ReadContext): (evidence: Evidence, read: () => Outcome) => Outcome {
  const memo = memos.get(context.body) ?? { current: new Map(), previous: new Map() };
  memos.set(context.body, { current: new Map(), previous: memo.current });
  const { current, previous } = memos.get(context.body) ?? memo;
  return (evidence, read) => {
    const key = keyOf(evidence.raw);
    const known = previous.get(key);
    const same = known !== undefined && isSame(known.evidence, evidence);
    const now = same ? known : { evidence, outcome: read() };
    current.set(key, now);
    return now.outcome;
  };
}

function keyOf(raw: unknown): string {
  if (typeof raw !== 'object' || raw === null) return '';
  const { '@id': id, url, headline, datePublished } = raw as JsonObject;
  if (typeof id === 'string') return id;
  return typeof url === 'string' && url.includes('#') ? url : `${headline} ${datePublished} ${url}`;
}

function isSame(a: Evidence, b: Evidence): boolean {
  if (a.base !== b.base || a.headline !== b.headline || a.slice !== b.slice) return false;
  if (a.key !== b.key || a.dropsPicture !== b.dropsPicture) return false;
  const left = a.raw as JsonObject;
  const right = b.raw as JsonObject;
  return UPDATE_FIELDS.every((field) => isEqual(left[field], right[field]));
}

function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  if (left.length !== Object.keys(b).length) return false;
  return left.every(([key, value]) => isEqual(value, (b as JsonObject)[key]));
}
