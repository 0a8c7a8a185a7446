import type { Body, SourceEntry } from '../../core/entry.ts';
import { keptEntry } from '../../core/kept-entry.ts';
import { ownCopy } from '../../core/own-copy.ts';
import type { ReadContext } from '../../ports/source.ts';

/** What was made of one item. */
export type ReadItem = {
  readonly entry: SourceEntry;
  /** Its dates that could not be read. */
  readonly unreadable: readonly string[];
};
/** `text` is a part of its whole document, and keeps that in memory, until it is `copied`. */
export type KnownItem = ReadItem & { readonly text: string; readonly copied: boolean };

/** The items of the last read of a feed in their order. `setting`: all else that they depend on. */
export type KnownItems = { readonly setting: string; readonly listed: readonly KnownItem[] };

const memory = new WeakMap<ReadContext['body'], () => KnownItems | undefined>();

/** Lives and dies with the blog's body memo. */
export function knownItems(context: ReadContext): KnownItems | undefined {
  return memory.get(context.body)?.();
}

/** `known` is asked for at the next read: most documents that are read whole are not read again. */
export function keepItems(context: ReadContext, known: () => KnownItems | undefined): void {
  memory.set(context.body, known);
}

/** An item that outlives the document it was first read in must not keep all of it in memory. */
export function carriedOver(item: KnownItem): KnownItem {
  return item.copied ? item : { ...item, text: ownCopy(item.text), copied: true };
}

/**
 * Gives the entries of the last read for those that say the same, although their items are written otherwise (a comment
 * count): the very objects, so that nobody compares them again.
 */
export function recallFrom(known: KnownItems | undefined): (entry: SourceEntry) => SourceEntry {
  if (known === undefined) return keptEntry;
  let entries: Map<string | undefined, SourceEntry> | undefined;
  return (entry) => {
    entries ??= new Map(known.listed.map((item) => [nameOf(item.entry), item.entry]));
    const last = entries.get(nameOf(entry));
    return last !== undefined && isSame(last, entry) ? last : keptEntry(entry);
  };
}

function nameOf({ sourceId, url }: SourceEntry): string | undefined {
  return sourceId ?? url;
}

function isSame(a: SourceEntry, b: SourceEntry): boolean {
  return (
    a.title === b.title &&
    a.url === b.url &&
    a.publishedAt === b.publishedAt &&
    a.updatedAt === b.updatedAt &&
    a.authors.length === b.authors.length &&
    a.authors.every((author, index) => author === b.authors[index]) &&
    isSameBody(a.body, b.body)
  );
}

function isSameBody(a: Body, b: Body): boolean {
  return a === b || (a.text === b.text && JSON.stringify(a) === JSON.stringify(b));
}
