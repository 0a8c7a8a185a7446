import type { Document } from './source.ts';

/** What a server said last time, kept with the blog, so that the next fetch can ask "changed since?". */
export type Validators = {
  readonly etag?: string;
  readonly lastModified?: string;
  /** Hash of the last body: some servers' validators lie. */
  readonly bodyHash?: string;
  /** Where a permanent redirect led to; fetched directly from then on. */
  readonly movedTo?: string;
};

export type FetchRequest = {
  readonly url: string;
  readonly accept?: string;
  readonly validators: Validators;
  /** True for addresses an operator wrote into the configuration: they may be private. Addresses typed in chat may not. */
  readonly trusted: boolean;
  readonly signal: AbortSignal;
};

/** `same`: 304, or the same bytes as last time. `maxAge`: milliseconds the server lets an answer live. */
export type Fetched =
  | { readonly status: 'same'; readonly validators: Validators; readonly maxAge?: number }
  | {
      readonly status: 'changed';
      readonly document: Document;
      readonly validators: Validators;
      readonly maxAge?: number;
    };

/** Fetches one document politely. Throws `SourceError`; never retries by itself. */
export interface Fetcher {
  fetch(request: FetchRequest): Promise<Fetched>;
  close(): Promise<void>;
}
