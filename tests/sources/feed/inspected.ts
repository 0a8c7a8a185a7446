import type { Entry, Snapshot } from '../../../src/core/entry.ts';
import { identify } from '../../../src/core/identity.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';
import type { Seen } from './constructs/row.ts';
import { FEED_URL } from './reading.ts';

export type Inspected = { readonly snapshot: Snapshot; readonly entries: readonly Entry[] };

/** A document as `inspect` takes it: recognised, read, its entries identified. */
export function inspected(text: string, url = FEED_URL): Inspected {
  const document = { url, text, contentType: '', fetchedAt: Date.UTC(2023, 5, 5, 8) };
  const { result } = readDocument(document, { body: createBodyMemo() });
  if ('elsewhere' in result) throw new Error('a feed is read where it is');
  return {
    snapshot: result,
    entries: identify(result.entries, result.url).entries.map(({ id, entry }) => ({ ...entry, id })),
  };
}

/** What a reader sees of the only entry. */
export function seenIn(text: string, url = FEED_URL): Required<Seen> {
  const { snapshot, entries } = inspected(text, url);
  const [entry] = entries;
  if (entry === undefined || entries.length > 1) throw new Error(`${entries.length} entries instead of one`);
  return {
    title: entry.title,
    url: entry.url,
    id: entry.id,
    published: time(entry.publishedAt),
    updated: time(entry.updatedAt),
    authors: entry.authors,
    text: entry.body.text.replace(/\s+/g, ' ').trim(),
    blogTitle: snapshot.title,
    blogUrl: snapshot.url,
  };
}

function time(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
}
