import { describe, expect, it } from 'vitest';
import { createEntrySearch } from '../../src/commands/entry-search.ts';
import { parseQuery } from '../../src/core/query/query.ts';
import type { EntryRecord } from '../../src/core/seen-set.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { BlogState, KnownBlog, Newsroom } from '../../src/ports/newsroom.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { writtenEntry } from '../support/written-entry.ts';

const MINUTE = 60_000;
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Blogs whose entries are read only when somebody asks for them. */
function newsroomOf(names: readonly string[], entries = 3) {
  const followed = new Set(names);
  const read: string[] = [];
  let waiting: Promise<void> = Promise.resolve();
  const state = (name: string): BlogState => ({
    name,
    url: `https://saltmere.example/${name}`,
    version: 1,
    entries,
    face: { live: true, keyPoints: [] },
    polledAt: 0,
    changedAt: 0,
    followedAt: 0,
    warnings: [],
  });
  const record = (name: string, seq: number): EntryRecord => ({
    seq,
    entry: writtenEntry({ id: `e${seq}`, text: `The ${name} ferry, number ${seq}.` }),
    revision: 'r',
    order: seq,
    firstSeenAt: seq,
    changedAt: seq,
    edits: 0,
    past: [],
    baseline: false,
  });
  const blog = async (name: string): Promise<KnownBlog> => {
    read.push(name);
    await waiting;
    const records = Array.from({ length: entries }, (_, seq) => record(name, seq));
    const facts = { url: '', followedAt: 0, count: entries, window: [], aliases: {}, missing: {} };
    return { ...state(name), seen: { facts, records } };
  };
  const newsroom: Newsroom = {
    blogs: () => [...followed].map((name) => ({ name, url: '', origin: 'chat', channels: [] })),
    state: async (name) => state(name),
    blog,
    following: () => ({ routes: [], pauses: [] }),
    health: async () => ({}),
    deliveries: async () => [],
  };
  return {
    newsroom,
    read,
    unfollow: (name: string) => followed.delete(name),
    states: () => [...followed].map(state),
    holdUp: (until: Promise<void>) => {
      waiting = until;
    },
  };
}

describe('search over followed blogs', () => {
  const found = (search: ReturnType<typeof createEntrySearch>) =>
    search.search(parseQuery('ferry'), { now: 0, limit: 10 }).total;

  it('reads nothing before somebody searches, and nothing twice', async () => {
    const room = newsroomOf(['storm', 'regatta']);
    const search = createEntrySearch({ newsroom: room.newsroom, clock: createFakeClock(0), log: silent });
    expect(room.read).toEqual([]);

    expect(await search.ready(room.states(), 1_000)).toBe(0);
    expect(await search.ready(room.states(), 1_000)).toBe(0);
    expect(room.read.toSorted()).toEqual(['regatta', 'storm']);
    expect(found(search)).toBe(6);
  });

  it('answers in time with what is there, and goes on', async () => {
    const room = newsroomOf(['storm', 'regatta']);
    const clock = createFakeClock(0);
    const search = createEntrySearch({ newsroom: room.newsroom, clock, log: silent });
    let go = () => {};
    room.holdUp(new Promise((done) => (go = done)));

    const asked = search.ready(room.states(), 1_500);
    await clock.pass(2_000);
    expect(await asked).toBe(2);
    expect(found(search)).toBe(0);

    go();
    expect(await search.ready(room.states(), 1_500)).toBe(0);
    expect(found(search)).toBe(6);
  });

  it('lets go of a blog that nobody follows any more', async () => {
    const room = newsroomOf(['storm', 'regatta']);
    const search = createEntrySearch({ newsroom: room.newsroom, clock: createFakeClock(0), log: silent });
    await search.ready(room.states(), 1_000);
    room.unfollow('regatta');

    await search.ready(room.states(), 1_000);
    expect(found(search)).toBe(3);
    search.forget('storm');
    expect(found(search)).toBe(0);
  });

  it('lets go of everything when nobody has searched for long', async () => {
    const room = newsroomOf(['storm']);
    const clock = createFakeClock(0);
    const search = createEntrySearch({ newsroom: room.newsroom, clock, log: silent });
    await search.ready(room.states(), 1_000);
    await clock.pass(14 * MINUTE);
    search.rest();
    expect(found(search)).toBe(3);

    await clock.pass(2 * MINUTE);
    search.rest();
    expect(found(search)).toBe(0);
    await search.ready(room.states(), 1_000);
    expect(found(search)).toBe(3);
  });

  it('lets others have their turn while it takes in a large blog', async () => {
    const room = newsroomOf(['storm'], 2_000);
    let turns = 0;
    let now = 0;
    const clock: Clock = {
      now: () => now++,
      sleep: async (ms) => {
        if (ms === 0) turns += 1;
        else await new Promise(() => {});
      },
    };
    const search = createEntrySearch({ newsroom: room.newsroom, clock, log: silent });

    await search.ready(room.states(), 60_000);

    expect(turns).toBeGreaterThan(200);
  });
});
