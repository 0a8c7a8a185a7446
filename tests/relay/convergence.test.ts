import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceEntry } from '../../src/core/entry.ts';
import { project } from '../../src/core/project/project.ts';
import type { RouteSettings } from '../../src/core/route.ts';
import { SourceError } from '../../src/ports/source.ts';
import { update } from '../support/entries.ts';
import type { ChatFault } from '../support/fake-chat.ts';
import { createWorld, textOf } from '../support/world.ts';

/*
 * The promise as a property: whatever happens to the blog, the platform, the store and the process, some seconds after it
 * calms each channel shows what the blog says – once, in order, under the channel's own wishes.
 *
 * Runs: RELAY_RUNS (nightly 10,000 and more), some hundreds by default. RELAY_FIRST_FAILURE: stop at the first failure and do
 * not look for a smaller one, as the mutations do (tests/mutations).
 */
const RUNS = Number(process.env.RELAY_RUNS ?? 300);

const C = 'slack:C1';

type Event =
  | { readonly do: 'publish'; readonly count: number; readonly key: boolean }
  | { readonly do: 'edit' | 'withdraw' | 'restore' | 'slide'; readonly which: number }
  | { readonly do: 'break' | 'mend' | 'empty' | 'restart' | 'pause' | 'resume' }
  | { readonly do: 'pass'; readonly seconds: number }
  | { readonly do: 'kill'; readonly calls: number }
  | { readonly do: 'platform'; readonly faults: readonly ChatFault[] }
  | { readonly do: 'store'; readonly every: number };

const which = fc.nat({ max: 40 });
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('publish' as const),
      count: fc.integer({ min: 1, max: 9 }),
      key: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constantFrom('edit' as const, 'withdraw' as const, 'restore' as const), which }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('slide' as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('break' as const, 'mend' as const, 'empty' as const, 'restart' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('pause' as const, 'resume' as const) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 40 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('kill' as const), calls: fc.integer({ min: 1, max: 30 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('platform' as const),
      faults: fc.array(fc.constantFrom<ChatFault>('ok', 'limited', 'cut-before', 'cut-after', 'kill-after'), {
        minLength: 1,
        maxLength: 6,
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('store' as const), every: fc.integer({ min: 2, max: 9 }) }) },
);

/** Quiet hours that are over when each run ends: the evening begins at 18:00, and the calm lasts longer. */
const quiet: fc.Arbitrary<Partial<RouteSettings>> = fc
  .tuple(fc.constantFrom('18:02', '18:05'), fc.constantFrom('none', 'key'))
  .map(([to, breakthrough]) => ({ quiet: { from: '18:00', to, timezone: 'UTC', breakthrough } }));

const looks: fc.Arbitrary<Partial<RouteSettings>> = fc.record({
  layout: fc.constantFrom('channel', 'thread'),
  entries: fc.constantFrom('all', 'all', 'key'),
  edits: fc.constantFrom('edit', 'edit', 'reply', 'post', 'ignore'),
  removals: fc.constantFrom('delete', 'delete', 'strike', 'ignore'),
  backfill: fc.constantFrom<RouteSettings['backfill']>('none', 'all', 'latest', 3),
  settle: fc.constantFrom(0, 3000),
  editGap: fc.constantFrom(0, 7000),
  burst: fc.constantFrom<RouteSettings['burst']>(2, 4, 'off'),
});

const settings = fc
  .tuple(looks, fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: quiet }))
  .map(([look, hours]): Partial<RouteSettings> => ({ ...look, ...hours }));

describe('whatever happens on the way', () => {
  it(
    'the channel ends up showing exactly its projection, each post once',
    async () => {
      await fc.assert(
        fc.asyncProperty(settings, fc.array(event, { minLength: 3, maxLength: 40 }), async (route, events) => {
          const world = createWorld();
          const blog = sampleBlog(world);
          blog.publish(3, false);
          await world.follow(C, route);
          await world.start();
          await world.pass(2);
          for (const happening of events) await happen(world, blog, happening);
          await calm(world, blog);
          await expectTruth(world, blog, route);
        }),
        { numRuns: RUNS, endOnFailure: process.env.RELAY_FIRST_FAILURE !== undefined },
      );
    },
    Math.max(600_000, RUNS * 200),
  );
});

type World = ReturnType<typeof createWorld>;
type Blog = ReturnType<typeof sampleBlog>;
type Item = { entry: SourceEntry; text: number; withdrawn: boolean; stayed: boolean };

/** A blog whose entries are published, corrected and withdrawn; its page is what the newsroom shows. */
function sampleBlog(world: World) {
  const entries: Item[] = [];
  let from = 0;
  const show = () => {
    world.page.entries = entries
      .slice(from)
      .filter((item) => !item.withdrawn)
      .map((item) => item.entry);
  };
  const pick = (n: number) => entries[from + (n % Math.max(1, entries.length - from))];
  return {
    entries,
    get from() {
      return from;
    },
    show,
    publish(count: number, key: boolean) {
      for (let i = 0; i < count; i++) {
        const n = entries.length;
        const flags = key && i === 0 ? (['key'] as const) : [];
        entries.push({
          entry: update(`e${n}`, `Entry number ${n}, as first written.`, { minute: n, flags }),
          text: 0,
          withdrawn: false,
          stayed: true,
        });
      }
      show();
    },
    edit(n: number) {
      const item = pick(n);
      if (item === undefined) return;
      item.text++;
      const words = `Entry number ${item.entry.sourceId?.slice(1)}, corrected ${item.text} times over.`;
      item.entry = {
        ...update(item.entry.sourceId, words),
        ...(item.entry.publishedAt === undefined ? {} : { publishedAt: item.entry.publishedAt }),
        flags: item.entry.flags,
      };
      show();
    },
    withdraw(n: number, gone: boolean) {
      const item = pick(n);
      if (item === undefined) return;
      item.withdrawn = gone;
      item.stayed = false;
      show();
    },
    slide(n: number) {
      if (entries.length - from > 10) from += n % 3;
      show();
    },
  };
}

async function happen(world: World, blog: Blog, happening: Event): Promise<void> {
  switch (happening.do) {
    case 'publish':
      return blog.publish(happening.count, happening.key);
    case 'edit':
      return blog.edit(happening.which);
    case 'withdraw':
      return blog.withdraw(happening.which, true);
    case 'restore':
      return blog.withdraw(happening.which, false);
    case 'slide':
      return blog.slide(happening.which);
    case 'break':
      world.page.broken = new SourceError('unreachable', 'The newsroom does not answer.');
      return;
    case 'mend':
      world.page.broken = undefined;
      return blog.show();
    case 'empty':
      world.page.entries = [];
      return;
    case 'pass':
      await world.pass(happening.seconds);
      if (world.store.dead) await world.restart();
      return;
    case 'restart':
      return world.restart();
    case 'kill':
      world.store.killAfter(happening.calls);
      return;
    case 'store': {
      world.store.failWith(({ n }) => (n % happening.every === 0 ? 'lost' : 'ok'));
      return;
    }
    case 'pause':
    case 'resume':
      return pause(world, happening.do === 'pause');
    case 'platform': {
      let call = 0;
      world.chat.onKill = () => world.store.killAfter(0);
      world.chat.failWith(() => happening.faults[call++ % happening.faults.length] ?? 'ok');
      return;
    }
  }
}

async function pause(world: World, begins: boolean): Promise<void> {
  const change = world.relay.directory.change(C, ({ routes, pauses }, from) => {
    const over = pauses.map((item) => (item.to === undefined ? { ...item, to: from } : item));
    return { routes, pauses: begins ? [...over, { from }] : over };
  });
  await change.catch(() => undefined);
}

/** Everything works again, and some time goes by. */
async function calm(world: World, blog: Blog): Promise<void> {
  world.chat.failWith(() => 'ok');
  world.store.failWith(() => 'ok');
  world.page.broken = undefined;
  blog.show();
  await world.restart();
  await pause(world, false);
  await world.relay.wakeEverything();
  await world.pass(400);
}

async function expectTruth(world: World, blog: Blog, route: Partial<RouteSettings>): Promise<void> {
  const messages = world.chat.channel(C);
  const known = await world.relay.seenSets.load('storm');
  const [own] = world.relay.directory.routes(C).routes;
  if (known === undefined || own === undefined) throw new Error('the blog or its route is lost');
  const { record, seen } = known;
  const wanted = project(
    {
      name: 'storm',
      face: record.face,
      failing: false,
      seen,
      route: own,
      pauses: world.relay.directory.routes(C).pauses,
      sizes: world.chat.limits,
    },
    world.clock.now(),
  );

  const keys = messages.map(({ post }) => post.key);
  expect(new Set(keys).size, 'one message for each post').toBe(keys.length);
  for (const item of wanted) {
    const shown = messages.find(({ post }) => post.key === item.key);
    if (item.want === 'withdrawn') expect(shown, `${item.key} is withdrawn`).toBeUndefined();
    if (item.want === 'show' && item.corrects === undefined) {
      expect(shown, `${item.key} is shown`).toBeDefined();
      if (item.follow && shown !== undefined && shown.post.kind !== 'card') {
        expect(textOf(shown.post)).toBe(textOf(item.post()));
      }
    }
  }
  expectBlog(world, blog, route);
}

/** The same seen from the newsroom, without asking our own projection. */
function expectBlog(world: World, blog: Blog, route: Partial<RouteSettings>): void {
  const shown = world.chat
    .channel(C)
    .filter(({ post }) => post.kind === 'entry' || post.kind === 'fold')
    .map(({ post }) => textOf(post))
    .join(' | ');
  const visible = blog.entries.slice(Math.max(3, blog.from));
  for (const [i, item] of visible.entries()) {
    const isKey = item.entry.flags.includes('key');
    const n = item.entry.sourceId?.slice(1);
    const times = shown.split(`Entry number ${n},`).length - 1;
    if (route.entries === 'key' && !isKey) expect(times, `entry ${n} is no key event`).toBe(0);
    else if (!item.withdrawn) {
      expect(times, `entry ${n} is shown once`).toBe(1);
      if (route.edits === 'edit') expect(shown).toContain(item.entry.body.text);
    } else if (route.removals === 'delete' && leavesGap(blog, item, visible.slice(i + 1))) {
      expect(times, `entry ${n} is withdrawn`).toBe(0);
    }
  }
}

/** Gone between neighbours: an older entry that the page has shown all along, and a newer one. At its old end it may have slid out. */
function leavesGap({ entries, from }: Blog, item: Item, newer: readonly Item[]): boolean {
  return (
    newer.some(({ withdrawn }) => !withdrawn) && entries.slice(from, entries.indexOf(item)).some(({ stayed }) => stayed)
  );
}
