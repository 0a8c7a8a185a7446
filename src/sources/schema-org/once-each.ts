import type { RawUpdate } from './raw-update.ts';
import type { JsonObject } from './wire.ts';

/**
 * Updates without those that are listed again: under a name of their own and with the same time of publication, the one
 * that was changed last counts, in the place of the first. Updates without such a name are the same only word for word;
 * `blogUrl` is no name of theirs.
 */
export function onceEach(updates: readonly RawUpdate[], blogUrl: string): readonly RawUpdate[] {
  const places = new Map<string, number>();
  const kept: RawUpdate[] = [];
  for (const update of updates) {
    const place = places.get(update.name);
    const first = place === undefined ? undefined : kept[place];
    if (place === undefined || first === undefined || !isSame(first, update, blogUrl)) {
      places.set(update.name, kept.length);
      kept.push(update);
    } else if (modified(update) > modified(first)) kept[place] = update;
  }
  return kept.length === updates.length ? updates : kept;
}

function isSame(a: RawUpdate, b: RawUpdate, blogUrl: string): boolean {
  if (a.text !== undefined && a.text === b.text) return true;
  const [left, right] = [a.json() as JsonObject, b.json() as JsonObject];
  if (left.datePublished !== right.datePublished) return false;
  const isNamed = a.fragment !== undefined || (typeof left['@id'] === 'string' && left['@id'] !== blogUrl);
  return isNamed || (left.articleBody !== undefined && left.articleBody === right.articleBody);
}

function modified(update: RawUpdate): string {
  const { dateModified } = update.json() as JsonObject;
  return typeof dateModified === 'string' ? dateModified : '';
}
