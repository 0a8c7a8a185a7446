import type { SourceEntry } from '../../core/entry.ts';
import type { ReadContext } from '../../ports/source.ts';
import type { JsonObject, RawUpdate } from './find-posting.ts';
import { UPDATE_FIELDS } from './wire.ts';

/** What is read from an update alone, without the rest of the page. */
export type UpdateFacts = {
  /** False for adverts and comments. */
  readonly isUpdate: boolean;
  /** What the page calls it. */
  readonly fragment: string | undefined;
  readonly pictures: readonly string[];
};

/** What else an entry depends on; an update that says the same in the same setting is the same entry. */
export type Setting = {
  readonly base: string;
  readonly headline: string | undefined;
  readonly timezone: string | undefined;
  readonly slice: string | undefined;
  readonly key: boolean;
  readonly dropsPicture: boolean;
};
export type Outcome = { readonly entry: SourceEntry; readonly disagrees: readonly string[] } | undefined;
export type Known = {
  /** Replaced by the equal text of the newest document: a stretch of text keeps its whole document in memory. */
  update: RawUpdate;
  readonly facts: UpdateFacts;
  readonly setting: Setting;
  readonly outcome: Outcome;
};

const memos = new WeakMap<ReadContext['body'], readonly Known[]>();

/** What is known of each update from the last read of the blog. Lives and dies with the blog's body memo. */
export function recall(updates: readonly RawUpdate[], context: ReadContext): (Known | undefined)[] {
  const known = memos.get(context.body) ?? [];
  const found: (Known | undefined)[] = new Array(updates.length).fill(undefined);
  const match = (update: RawUpdate | undefined, candidate: Known | undefined): Known | undefined => {
    if (update === undefined || candidate === undefined || !isSame(update, candidate.update)) return undefined;
    candidate.update = update;
    return candidate;
  };
  // Live blogs grow at one end: nearly all of the list is the same as last time, counted from the front or from the back.
  let front = 0;
  for (let same = match(updates[0], known[0]); same !== undefined; same = match(updates[front], known[front])) {
    found[front] = same;
    front += 1;
  }
  let end = updates.length - 1;
  let last = known.length - 1;
  for (; end >= front && last >= front; end -= 1, last -= 1) {
    const same = match(updates[end], known[last]);
    if (same === undefined) break;
    found[end] = same;
  }
  if (front > end) return found;
  const byName = new Map(known.slice(front, last + 1).map((item) => [nameOf(item.update), item]));
  for (let index = front; index <= end; index += 1) {
    const update = updates[index];
    if (update !== undefined) found[index] = match(update, byName.get(nameOf(update)));
  }
  return found;
}

export function remember(known: readonly Known[], context: ReadContext): void {
  memos.set(context.body, known);
}

export function isSameSetting(a: Setting, b: Setting): boolean {
  return (
    a.base === b.base &&
    a.headline === b.headline &&
    a.timezone === b.timezone &&
    a.slice === b.slice &&
    a.key === b.key &&
    a.dropsPicture === b.dropsPicture
  );
}

function isSame(update: RawUpdate, last: RawUpdate): boolean {
  if ('text' in update) return 'text' in last && update.text === last.text && update.start === last.start;
  return !('text' in last) && isSameRaw(update.raw, last.raw);
}

function isSameRaw(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  return UPDATE_FIELDS.every((field) => isEqual((a as JsonObject)[field], (b as JsonObject)[field]));
}

function nameOf(update: RawUpdate): string {
  if ('text' in update) return update.text;
  if (typeof update.raw !== 'object' || update.raw === null) return '';
  const { '@id': id, url, headline, datePublished } = update.raw as JsonObject;
  return `${typeof id === 'string' ? id : ''} ${typeof url === 'string' ? url : ''} ${headline} ${datePublished}`;
}

function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  if (left.length !== Object.keys(b).length) return false;
  return left.every(([key, value]) => isEqual(value, (b as JsonObject)[key]));
}
