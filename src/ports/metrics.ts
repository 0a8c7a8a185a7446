import type { Platform } from '../core/channel.ts';
import type { DeliveryErrorKind } from './adapter.ts';
import type { SourceErrorKind } from './source.ts';

/**
 * What is counted, with its labels. Labels are closed sets: never a blog, a channel or an address, which would grow
 * without end and could hold what is private.
 */
export type Counters = {
  /** A poll of one blog: `same` cost nothing, `odd` was kept from changing anything (quarantine). */
  readonly polls: { readonly outcome: 'changed' | 'same' | 'odd' | 'failed' };
  readonly fetches: { readonly outcome: 'changed' | 'same' | SourceErrorKind };
  readonly entries: { readonly change: 'new' | 'corrected' | 'withdrawn' | 'returned' | 'repost' };
  /** One attempt at one message. */
  readonly deliveries: {
    readonly platform: Platform;
    readonly step: 'post' | 'edit' | 'remove' | 'find';
    readonly outcome: 'done' | 'unsure' | DeliveryErrorKind;
  };
  readonly commands: { readonly platform: Platform; readonly outcome: 'answered' | 'refused' | 'failed' };
};

/** What is timed, with its labels; values in milliseconds. */
export type Timings = {
  /** From the first sight of an entry to its message. */
  readonly deliveryLag: { readonly platform: Platform };
  /** From the moment a key was due to the start of its run. */
  readonly queueAge: { readonly queue: 'blog' | 'channel' };
  /** What platforms asked us to wait. */
  readonly rateLimitWait: { readonly platform: Platform };
  readonly store: { readonly call: 'get' | 'set' | 'delete' | 'keys'; readonly outcome: 'done' | 'failed' };
  readonly fetch: { readonly outcome: 'changed' | 'same' | 'failed' };
};

/** Where the program counts and times what it does. Never throws and never waits. */
export interface Metrics {
  count<Name extends keyof Counters>(name: Name, labels: Counters[Name], by?: number): void;
  observe<Name extends keyof Timings>(name: Name, ms: number, labels: Timings[Name]): void;
}

/** Counts nothing: for tests, and for commands that end by themselves. */
export const noMetrics: Metrics = { count: () => {}, observe: () => {} };
