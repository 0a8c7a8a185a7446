import { describe, expect, it } from 'vitest';
import { update } from '../support/entries.ts';
import { createWorld } from '../support/world.ts';

/* A page that says less than it did is no news, until it is. */

const C = 'slack:C1';
const reports = Array.from({ length: 12 }, (_, i) =>
  update(`r${i}`, `Report ${i} from the sea wall.`, { minute: i + 1 }),
);
const texts = reports.map(({ body }) => body.text);

async function posted() {
  const world = createWorld();
  world.page.entries = [update('tide', 'The tide is over the quay wall.', { minute: 0 })];
  await world.follow(C, { burst: 'off' });
  await world.start();
  await world.pass(2);
  world.page.entries = [...world.page.entries, ...reports];
  await world.pass(30);
  return world;
}

const failureOf = async (world: Awaited<ReturnType<typeof posted>>) =>
  (await world.relay.seenSets.load('storm'))?.record.failure;

describe('a page that is not believed', () => {
  it.each([
    ['is empty', []],
    ['shows almost nothing', reports.slice(-2)],
  ])('because it %s stays a failure as long as it is so, and takes nothing away', async (_what, entries) => {
    const world = await posted();
    world.page.entries = entries;
    await world.pass(50);

    expect(await failureOf(world)).toMatchObject({ kind: 'quarantine' });
    expect((await failureOf(world))?.endedAt).toBeUndefined();
    expect(world.texts(C)).toEqual(texts);
  });

  it('and comes back as it was is over', async () => {
    const world = await posted();
    const whole = world.page.entries;
    world.page.entries = [];
    await world.pass(60);
    world.page.entries = whole;
    await world.pass(120);

    expect((await failureOf(world))?.endedAt).toBeDefined();
    expect((await world.relay.seenSets.load('storm'))?.seen.facts.quarantine).toBeUndefined();
    expect(world.texts(C)).toEqual(texts);
  });

  it('and stays so, still showing entries we know, is the page’s new size', async () => {
    const world = await posted();
    world.page.entries = reports.slice(-2);
    await world.pass(600);
    world.page.entries = [...reports.slice(-2), update('new', 'The sea wall holds.', { minute: 30 })];
    await world.pass(90);

    expect(world.texts(C)).toEqual([...texts, 'The sea wall holds.']);
  });

  it('is no second look at what was missing on the page before it', async () => {
    const world = await posted();
    const whole = world.page.entries;
    world.page.entries = whole.filter(({ sourceId }) => sourceId !== 'r5');
    await world.pass(11);
    world.page.entries = [];
    await world.pass(180);
    expect(world.texts(C)).toEqual(texts);

    world.page.entries = whole;
    await world.pass(120);
    expect(world.texts(C)).toEqual(texts);
    expect(world.chat.effects.removals).toBe(0);
  });
});

describe('many entries gone at once', () => {
  const half = reports.filter((_, i) => i < 2 || i > 7);

  it('are not believed at the second look', async () => {
    const world = await posted();
    const whole = world.page.entries;
    world.page.entries = [...whole.slice(0, 1), ...half];
    await world.pass(32);
    world.page.entries = whole;
    await world.pass(60);

    expect(world.chat.effects.removals).toBe(0);
    expect(world.texts(C)).toEqual(texts);
  });

  it('are taken away when they stay gone', async () => {
    const world = await posted();
    world.page.entries = [...world.page.entries.slice(0, 1), ...half];
    await world.pass(300);

    expect(world.texts(C)).toEqual(half.map(({ body }) => body.text));
  });
});

describe('an increment', () => {
  it('proves nothing of what it does not show', async () => {
    const world = await posted();
    world.page.rest = { coverage: 'increment' };
    for (let i = 0; i < 5; i++) {
      world.page.entries = [reports[0], reports[11], update(`n${i}`, `Wave ${i}.`, { minute: 20 + i })].flatMap(
        (entry) => entry ?? [],
      );
      await world.pass(15);
    }

    expect(world.chat.effects.removals).toBe(0);
    expect(world.texts(C)).toHaveLength(17);
  });
});
