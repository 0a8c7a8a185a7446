import type { Snapshot, SourceKind } from '../core/entry.ts';
import type { Document, Elsewhere, NextRead, ReadContext, Request } from './source.ts';

export type Reading = { readonly kind: SourceKind; readonly result: Snapshot | Elsewhere };

/** All sources together, as the poll loop sees them. */
export interface SourceReader {
  /** The address to fetch next for a blog of a known kind; its own address while the kind is unknown. */
  request(kind: SourceKind | undefined, next: NextRead): Request;
  /** Recognises the document unless `kind` says what it is, and reads it. Throws `SourceError`. */
  read(document: Document, kind: SourceKind | undefined, context: ReadContext): Reading;
}
