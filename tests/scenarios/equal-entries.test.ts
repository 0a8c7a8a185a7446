import { describe, expect, it } from 'vitest';
import type { SourceEntry } from '../../src/core/entry.ts';
import { update } from '../support/entries.ts';
import { createWorld } from '../support/world.ts';

/* A feed without ids, addresses and times, in which the same words come again: "Goal!", "Pier shut." */

const C = 'slack:C1';
const said = (text: string): SourceEntry => ({ ...update(undefined, text), listedOnce: true });
const SHUT = said('The pier is shut for the moment.');
const [TIDE, LAMP, FERRY, WALL, BOAT] = [
  'The tide is over the quay wall.',
  'The harbour lamp is out.',
  'The evening ferry has turned back.',
  'The sea wall holds.',
  'The pilot boat is in.',
].map(said) as [SourceEntry, SourceEntry, SourceEntry, SourceEntry, SourceEntry];
const texts = (...entries: readonly SourceEntry[]) => entries.map(({ body }) => body.text);

async function showing(...looks: readonly (readonly SourceEntry[])[]) {
  const world = createWorld();
  world.page.entries = [TIDE];
  await world.follow(C, { burst: 'off', reposts: 'show' });
  await world.start();
  await world.pass(2);
  for (const entries of looks) {
    world.page.entries = entries;
    await world.pass(60);
  }
  await world.pass(300);
  expect(world.chat.effects).toMatchObject({ edits: 0, removals: 0 });
  return world.texts(C);
}

describe('equal entries without names', () => {
  it('all stay when the oldest of them slides out', async () => {
    expect(
      await showing([TIDE, SHUT, LAMP, SHUT, FERRY], [LAMP, SHUT, FERRY, WALL], [SHUT, FERRY, WALL, BOAT]),
    ).toEqual(texts(SHUT, LAMP, SHUT, FERRY, WALL, BOAT));
  });

  it('all stay when they stand side by side', async () => {
    expect(await showing([TIDE, SHUT, SHUT, SHUT, LAMP], [SHUT, SHUT, LAMP, FERRY], [SHUT, LAMP, FERRY, WALL])).toEqual(
      texts(SHUT, SHUT, SHUT, LAMP, FERRY, WALL),
    );
  });

  it('are joined by another when one comes as the oldest slides out', async () => {
    expect(await showing([TIDE, SHUT, LAMP, SHUT], [LAMP, SHUT, FERRY, SHUT])).toEqual(
      texts(SHUT, LAMP, SHUT, FERRY, SHUT),
    );
  });

  it('keep their names once only one of them is left', async () => {
    expect(
      await showing([TIDE, SHUT, LAMP, SHUT], [LAMP, SHUT, FERRY], [SHUT, FERRY, WALL], [SHUT, FERRY, WALL, BOAT]),
    ).toEqual(texts(SHUT, LAMP, SHUT, FERRY, WALL, BOAT));
  });

  it('are told from one that slid out with others before the same was said again', async () => {
    expect(await showing([TIDE, SHUT, LAMP, FERRY], [FERRY, SHUT, WALL], [FERRY, SHUT, WALL, BOAT])).toEqual(
      texts(SHUT, LAMP, FERRY, SHUT, WALL, BOAT),
    );
  });

  it('are joined by another on top of them', async () => {
    expect(await showing([TIDE, SHUT, SHUT], [TIDE, SHUT, SHUT, SHUT, LAMP])).toEqual(texts(SHUT, SHUT, SHUT, LAMP));
  });
});

it('of two equal entries one that is taken out is withdrawn, once', async () => {
  const world = createWorld();
  world.page.entries = [TIDE];
  await world.follow(C, { burst: 'off', reposts: 'show' });
  await world.start();
  await world.pass(2);
  world.page.entries = [TIDE, SHUT, LAMP, SHUT, FERRY];
  await world.pass(60);
  world.page.entries = [TIDE, SHUT, LAMP, FERRY, WALL];
  await world.pass(300);

  expect(world.texts(C)).toEqual(texts(SHUT, LAMP, FERRY, WALL));
});

it('an entry without a name that is moved to the top is still the same', async () => {
  expect(await showing([TIDE, SHUT, LAMP, FERRY], [TIDE, LAMP, FERRY, SHUT])).toEqual(texts(SHUT, LAMP, FERRY));
});
