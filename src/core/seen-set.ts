import type { Entry, Flag, SourceKind } from './entry.ts';
import type { Rung } from './identity.ts';

/** What an entry said at one time; kept so that a reader can see what changed. Times are when we saw it, epoch ms. */
export type Revision = {
  readonly at: number;
  readonly revision: string;
  readonly title?: string;
  readonly text: string;
  readonly authors: readonly string[];
  readonly flags: readonly Flag[];
};

/**
 * What we know of one entry. `seq`, `order`, `firstSeenAt` and `baseline` are facts that never change: keys, places and
 * folds of posts are made from them alone.
 */
export type EntryRecord = {
  /** As last seen. */
  readonly entry: Entry;
  /** 0, 1, 2 … in the order of first sight, page order within one poll. */
  readonly seq: number;
  /** Its place in time: published time at first sight, else first sight. Epoch ms. */
  readonly order: number;
  /** The poll that first saw it, epoch ms; the same for all entries of that poll. */
  readonly firstSeenAt: number;
  /** It was there before we followed the blog, or is older than what was: never announced as new. */
  readonly baseline: boolean;
  readonly revision: string;
  /** Earlier revisions, oldest first; the first is kept for good, later ones are thinned out. */
  readonly past: readonly Revision[];
  /** Corrections of substance so far. */
  readonly edits: number;
  readonly correctedAt?: number;
  /** The last change of any kind, epoch ms (first sight included). */
  readonly changedAt: number;
  readonly removedAt?: number;
  /** The last time it came back after it was withdrawn. */
  readonly restoredAt?: number;
};

/** Why a snapshot was not believed. The seen-set stays as it was. */
export type Quarantine = {
  readonly since: number;
  readonly polls: number;
  readonly entries: number;
  readonly reason: string;
};

/** The facts of a blog that detection needs and changes. */
export type SeenFacts = {
  readonly url: string;
  /** When the blog was first read, epoch ms. */
  readonly followedAt: number;
  /** How many entry records there are: `seq` 0 to count − 1. */
  readonly count: number;
  readonly rung?: Rung;
  /** The page's run of entries at the last good snapshot, as `seq`s in page order, missing ones still in their place. */
  readonly window: readonly number[];
  /** Other ids under which known entries have appeared since. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Entries that were missing where they should have been, by `seq`: how many good looks found them gone. */
  readonly missing: Readonly<Record<number, number>>;
  readonly quarantine?: Quarantine;
  readonly standIn?: StandIn;
};

/** Kept from when the blog's page stood in for the address of its entries until that shows its run of entries again. */
export type StandIn = {
  /** The revision in which the page last showed each entry, by `seq`. */
  readonly said: Readonly<Record<number, string>>;
  /** The window is the page's run: the address of the entries had shown none yet. */
  readonly isWindowOfPage: boolean;
};

/** A blog's facts and its entries, by `seq`. */
export type SeenSet = { readonly facts: SeenFacts; readonly records: readonly EntryRecord[] };

/** What the page says about itself, kept with the blog for cards, status and summaries. */
export type BlogFace = {
  readonly kind?: SourceKind;
  readonly title?: string;
  readonly publisher?: string;
  readonly live: boolean | null;
  readonly keyPoints: readonly string[];
};

/** What is known before the first poll. */
export function unseen(url: string, now: number): SeenSet {
  return { facts: { url, followedAt: now, count: 0, window: [], aliases: {}, missing: {} }, records: [] };
}

/** The entry as it was when first seen: what filters and folds decide by. */
export function firstRevision(record: EntryRecord): Pick<Revision, 'title' | 'text' | 'authors' | 'flags'> {
  const first = record.past[0];
  if (first !== undefined) return first;
  const { entry } = record;
  return {
    ...(entry.title === undefined ? {} : { title: entry.title }),
    text: entry.body.text,
    authors: entry.authors,
    flags: entry.flags,
  };
}
