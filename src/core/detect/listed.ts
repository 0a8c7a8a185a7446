import type { SourceEntry } from '../entry.ts';
import type { Identified } from '../identity.ts';
import type { EntryRecord } from '../seen-set.ts';

/** One entry as the snapshot lists it, with the record we have of it, if any. */
export type Listed = { readonly id: string; readonly entry: SourceEntry; readonly record: EntryRecord | undefined };

export function matchListed(
  entries: readonly Identified[],
  aliases: Readonly<Record<string, string>>,
  known: ReadonlyMap<string, EntryRecord>,
): Listed[] {
  return entries.map(({ id, entry }) => ({ id, entry, record: known.get(id) ?? known.get(aliases[id] ?? id) }));
}
