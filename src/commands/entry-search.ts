import type { Query } from '../core/query/query.ts';
import {
  createSearchIndex,
  type SearchFilling,
  type SearchIndex,
  type SearchOptions,
} from '../core/search/search-index.ts';
import type { EntryRecord } from '../core/seen-set.ts';
import type { Steps } from '../core/steps.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { BlogState, Newsroom } from '../ports/newsroom.ts';
import { unhurried } from './unhurried.ts';

/** Nobody has searched for so long (ms): what the index holds is let go at the next command. */
const IDLE = 15 * 60_000;

/** Search over the entries of followed blogs: nothing is held before somebody searches, and nothing of a blog left. */
export type EntrySearch = {
  /**
   * Takes in what changed of these blogs, the last changed first. Resolves when that is done, or after `patience` ms, to
   * the number of blogs that still wait for their first look; they are taken in all the same.
   */
  ready(blogs: readonly BlogState[], patience: number): Promise<number>;
  search(query: Query, options: SearchOptions): ReturnType<SearchIndex['search']>;
  forget(blog: string): void;
  /** Lets go of everything when nobody has searched for long. */
  rest(): void;
};

export function createEntrySearch(deps: {
  readonly newsroom: Newsroom;
  readonly clock: Clock;
  readonly log: Log;
}): EntrySearch {
  const { newsroom, clock, log } = deps;
  const index = createSearchIndex();
  const underWay = new Map<string, Promise<void>>();
  let before: Promise<unknown> = Promise.resolve();
  let usedAt = 0;

  /** One blog after the other: only one has its entries in memory for this. */
  function take(name: string): Promise<void> {
    const running = underWay.get(name);
    if (running !== undefined) return running;
    const taken = before
      .then(() => takeIn(name))
      .catch((error: unknown) => log.warn('a blog could not be taken in for search', { blog: name, error }))
      .finally(() => underWay.delete(name));
    before = taken;
    underWay.set(name, taken);
    return taken;
  }

  async function takeIn(name: string): Promise<void> {
    const known = await newsroom.blog(name);
    if (known === undefined) return;
    const filling = index.fill(name, known.version);
    await unhurried(putting(known.seen.records, filling), clock);
    if (newsroom.blogs().some((blog) => blog.name === name)) filling.done();
  }

  function letGo(): void {
    const listed = new Set(newsroom.blogs().map((blog) => blog.name));
    for (const blog of index.blogs()) if (!listed.has(blog)) index.forget(blog);
  }

  return {
    async ready(blogs, patience) {
      usedAt = clock.now();
      letGo();
      const stale = blogs
        .filter(({ name, version }) => index.version(name) !== version)
        .toSorted((a, b) => b.changedAt - a.changedAt);
      const done = new AbortController();
      const enough = clock.sleep(patience, done.signal).catch(() => undefined);
      await Promise.race([Promise.all(stale.map(({ name }) => take(name))), enough]);
      done.abort();
      return stale.filter(({ name }) => index.version(name) === undefined).length;
    },

    search: (query, options) => index.search(query, options),
    forget: (blog) => index.forget(blog),

    rest() {
      if (clock.now() - usedAt < IDLE) return;
      for (const blog of index.blogs()) index.forget(blog);
    },
  };
}

function* putting(records: readonly EntryRecord[], filling: SearchFilling): Steps<void> {
  for (const record of records) {
    filling.put({
      entry: record.entry,
      revision: record.revision,
      at: record.entry.publishedAt ?? record.order,
      corrected: record.edits > 0,
      withdrawn: record.removedAt !== undefined,
    });
    yield;
  }
}
