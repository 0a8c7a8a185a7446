import { describe, expect, it } from 'vitest';
import { update } from '../support/entries.ts';
import { createWorld } from '../support/world.ts';

/* Which message an entry stands in is decided once: no correction, filter or setting moves it. */

const C = 'slack:C1';
const tide = update('tide', 'The tide is over the quay wall.', { minute: 0 });
const reports = (count: number, words = 'ferry') =>
  Array.from({ length: count }, (_, i) => update(`r${i}`, `Report ${i} of the ${words}.`, { minute: i + 1 }));
const texts = (entries: readonly { readonly body: { readonly text: string } }[]) =>
  entries.map(({ body }) => body.text).join(' | ');

async function followed(settings = {}) {
  const world = createWorld();
  world.page.entries = [tide];
  await world.follow(C, settings);
  await world.start();
  await world.pass(2);
  return world;
}

describe('entries that share a message', () => {
  it('share it still when corrections make some of them match no more, or others match', async () => {
    const world = await followed({ only: ['ferry'] });
    const many = [...reports(10), update('boat', 'A boat was seen.', { minute: 30 })];
    world.page.entries = [tide, ...many];
    await world.pass(30);
    expect(world.chat.effects.posts).toBe(2);
    const corrected = many.map((entry, i) =>
      i === 2
        ? update('r2', 'Report 2 of the trawler.', { minute: 3 })
        : i === 10
          ? update('boat', 'A ferry was seen.', { minute: 30 })
          : entry,
    );
    world.page.entries = [tide, ...corrected];
    await world.pass(60);

    expect(world.texts(C)).toEqual([texts(corrected.slice(0, 8)), texts(corrected.slice(8, 10)), 'A ferry was seen.']);
    expect(world.chat.effects).toMatchObject({ posts: 3, removals: 0 });
  });

  it('share it still when the route folds otherwise from now on', async () => {
    const world = await followed({ burst: 4 });
    world.page.entries = [tide, ...reports(6)];
    await world.pass(30);
    await world.follow(C, { burst: 'off' });
    await world.relay.wakeChannel(C);
    await world.pass(60);
    world.page.entries = [
      tide,
      ...reports(6),
      update('a', 'Wave A.', { minute: 31 }),
      update('b', 'Wave B.', { minute: 32 }),
    ];
    await world.pass(60);

    expect(world.texts(C)).toEqual([texts(reports(6)), 'Wave A.', 'Wave B.']);
    expect(world.chat.effects).toMatchObject({ posts: 3, removals: 0 });
  });

  it('share it still when the source makes a correction of its size', async () => {
    const world = await followed();
    world.page.entries = [tide, ...reports(9)];
    await world.pass(30);
    const long = reports(9, `ferry, ${'with many more words than before, '.repeat(200)}the end`);
    world.page.entries = [tide, ...long];
    await world.pass(60);

    expect(world.texts(C)).toEqual([texts(long.slice(0, 8)), texts(long.slice(8))]);
    expect(world.chat.effects.posts).toBe(2);
  });
});

describe('settling', () => {
  it('keeps the order: a calm entry waits for an earlier one that is still being changed', async () => {
    const world = await followed({ settle: 20_000 });
    const early = (words: string) => update('early', words, { minute: 1 });
    const late = update('late', 'The harbour lamp is out.', { minute: 2 });
    world.page.entries = [tide, early('The ferry.')];
    await world.pass(12);
    world.page.entries = [tide, early('The ferry.'), late];
    await world.pass(12);
    world.page.entries = [tide, early('The ferry has turned back with forty aboard.'), late];
    await world.pass(60);

    expect(world.texts(C)).toEqual(['The ferry has turned back with forty aboard.', 'The harbour lamp is out.']);
    expect(world.chat.effects).toMatchObject({ posts: 2, edits: 0 });
  });

  it('ends, even while an entry is changed without end', async () => {
    const world = await followed({ settle: 20_000 });
    for (let i = 0; i < 20; i++) {
      world.page.entries = [tide, update('early', `The ferry carries ${i} people.`, { minute: 1 })];
      await world.pass(10);
    }

    expect(world.chat.effects.posts).toBe(1);
  });
});

describe('a corrected title alone', () => {
  it('edits the message', async () => {
    const world = await followed();
    const titled = (title: string) => update('ferry', 'Forty were aboard.', { minute: 1, title });
    world.page.entries = [tide, titled('Ferry turns back')];
    await world.pass(30);
    world.page.entries = [tide, titled('Ferry sinks')];
    await world.pass(30);

    const [shown] = world.chat.channel(C);
    expect(shown?.post.kind === 'entry' ? shown.post.view.title : undefined).toBe('Ferry sinks');
    expect(world.chat.effects).toMatchObject({ posts: 1, edits: 1 });
  });
});
