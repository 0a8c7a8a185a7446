import type { Body, SourceEntry } from '../../core/entry.ts';
import { hash } from '../../core/hash.ts';
import { keptEntry } from '../../core/kept-entry.ts';
import type { ReadContext } from '../../ports/source.ts';

/** What was made of one item. */
export type ReadItem = {
  readonly entry: SourceEntry;
  /** Its dates that could not be read. */
  readonly unreadable: readonly string[];
  /** Its text's body before media were joined to it, and what it was converted from. */
  readonly body: { readonly from: string; readonly body: Body } | undefined;
};
export type KnownItem = ReadItem & { readonly text: string };

/** The items of the last read of a feed in their order. `setting`: all else that they depend on. */
export type KnownItems = { readonly setting: string; readonly listed: readonly KnownItem[] };

const memory = new WeakMap<ReadContext['body'], KnownItems>();

/** Lives and dies with the blog's body memo. */
export function knownItems(context: ReadContext): KnownItems | undefined {
  return memory.get(context.body);
}

export function keepItems(context: ReadContext, known: KnownItems): void {
  memory.set(context.body, known);
}

/** Finds bodies and entries of the last read for items that are written otherwise and say the same (a comment count). */
export type Recall = {
  readonly body: (html: string, base: string) => { readonly from: string; readonly body: Body };
  readonly entry: (entry: SourceEntry) => SourceEntry;
};

export function recallFrom(known: KnownItems | undefined, convert: ReadContext['body']): Recall {
  const listed = known?.listed ?? [];
  let bodies: Map<string, Body> | undefined;
  let entries: Map<string | undefined, SourceEntry> | undefined;
  return {
    body(html, base) {
      const from = hash(`${base}\n${html}`);
      bodies ??= new Map(listed.flatMap(({ body }) => (body === undefined ? [] : [[body.from, body.body]])));
      return { from, body: bodies.get(from) ?? convert(html, base) };
    },
    entry(entry) {
      entries ??= new Map(listed.map((item) => [item.entry.sourceId, item.entry]));
      const last = entries.get(entry.sourceId);
      return last !== undefined && isSame(last, entry) ? last : keptEntry(entry);
    },
  };
}

function isSame(a: SourceEntry, b: SourceEntry): boolean {
  return (
    a.body === b.body &&
    a.title === b.title &&
    a.url === b.url &&
    a.publishedAt === b.publishedAt &&
    a.updatedAt === b.updatedAt &&
    a.authors.length === b.authors.length &&
    a.authors.every((author, index) => author === b.authors[index])
  );
}
