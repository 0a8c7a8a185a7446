import { describe, expect, it } from 'vitest';
import { DeliveryError } from '../../src/ports/adapter.ts';
import { update } from '../support/entries.ts';
import { createWorld } from '../support/world.ts';

/* What is left half done is mended: kills between an effect and its result, refusals, waits. */

const C = 'slack:C1';
const tide = () => update('tide', 'The tide is over the quay wall.', { minute: 0 });
const ferry = (text = 'The evening ferry has turned back.') => update('ferry', text, { minute: 1 });
const lamp = () => update('lamp', 'The harbour lamp is out.', { minute: 2 });
const FERRY = 'The evening ferry has turned back.';
const TWO = 'Two evening ferries have turned back.';
const LAMP = 'The harbour lamp is out.';

async function posted(settings = {}) {
  const world = createWorld();
  world.page.entries = [tide()];
  await world.follow(C, settings);
  await world.start();
  await world.pass(2);
  world.page.entries = [tide(), ferry(), lamp()];
  await world.pass(30);
  world.chat.onKill = () => world.store.killAfter(0);
  return world;
}

/** The process dies right after the platform did what it was asked; the next one starts on what was written. */
async function killedAfter(world: Awaited<ReturnType<typeof posted>>, call: string, seconds: number) {
  world.chat.failWith((asked) => (asked === call ? 'kill-after' : 'ok'));
  await world.pass(seconds);
  expect(world.store.dead).toBe(true);
  world.chat.failWith(() => 'ok');
}

describe('a process killed right after', () => {
  it('an edit that is then taken back shows the first words again', async () => {
    const world = await posted();
    const misspelt = 'The evening ferrry has turned back.';
    world.page.entries = [tide(), ferry(misspelt), lamp()];
    await killedAfter(world, 'edit', 15);
    expect(world.texts(C)).toEqual([misspelt, LAMP]);
    world.page.entries = [tide(), ferry(), lamp()];
    await world.restart();
    await world.pass(60);

    expect(world.texts(C)).toEqual([FERRY, LAMP]);
  });

  it('a removal of what then returns shows it again, once', async () => {
    const world = await posted();
    world.page.entries = [tide(), lamp()];
    await killedAfter(world, 'remove', 40);
    expect(world.texts(C)).toEqual([LAMP]);
    world.page.entries = [tide(), ferry(), lamp()];
    await world.restart();
    await world.pass(60);

    expect(world.texts(C).toSorted()).toEqual([FERRY, LAMP].toSorted());
  });

  it('a post of what is then withdrawn takes it away again', async () => {
    const world = await posted();
    const pier = update('pier', 'The pier is closed.', { minute: 3 });
    const end = update('end', 'The sea wall holds.', { minute: 4 });
    world.page.entries = [tide(), ferry(), lamp(), pier, end];
    await killedAfter(world, 'post', 15);
    world.page.entries = [tide(), ferry(), lamp(), end];
    await world.restart();
    await world.pass(60);

    expect(world.texts(C)).toEqual([FERRY, LAMP, 'The sea wall holds.']);
  });
});

describe('a post that the platform refuses', () => {
  it('is tried once for each of its revisions', async () => {
    const world = await posted();
    let posts = 0;
    world.chat.failWith((call) => {
      if (call === 'post') posts++;
      return call === 'post' ? new DeliveryError('rejected', 'a picture is malformed') : 'ok';
    });
    const pier = (text: string) => update('pier', text, { minute: 3 });
    world.page.entries = [tide(), ferry(), lamp(), pier('The pier is closed.')];
    await world.pass(120);
    expect(posts).toBe(1);

    world.chat.failWith(() => 'ok');
    world.page.entries = [tide(), ferry(), lamp(), pier('The pier is closed tonight.')];
    await world.pass(60);
    expect(world.texts(C)).toEqual([FERRY, LAMP, 'The pier is closed tonight.']);
  });
});

describe('a platform that asks to wait', () => {
  it('is left alone so long, and not asked about what it refused', async () => {
    const world = await posted();
    const end = world.clock.now() + 75_000;
    const calls: string[] = [];
    world.chat.failWith((call) => {
      calls.push(call);
      const wait = end - world.clock.now();
      return wait > 0 ? new DeliveryError('rate-limited', 'slow down', { retryAfter: wait }) : 'ok';
    });
    world.page.entries = [...world.page.entries, update('pier', 'The pier is closed.', { minute: 3 })];
    await world.pass(70);
    expect(calls).toEqual(['post']);

    await world.pass(30);
    expect(world.texts(C).at(-1)).toBe('The pier is closed.');
    expect(calls).toEqual(['post', 'post']);
  });
});

describe('a channel that is closed to us', () => {
  it('is tried again after half an hour, and at once when the platform says that it is mended', async () => {
    const world = await posted();
    let calls = 0;
    world.chat.failWith(() => {
      calls++;
      return new DeliveryError('forbidden', 'The token was revoked: install the app again.');
    });
    world.page.entries = [...world.page.entries, update('pier', 'The pier is closed.', { minute: 3 })];
    await world.pass(5 * 60);
    world.page.entries = [...world.page.entries, update('wall', 'The sea wall holds.', { minute: 9 })];
    await world.pass(24 * 60);
    expect(calls).toBe(1);
    await world.pass(3 * 60);
    expect(calls).toBe(2);

    world.chat.failWith(() => 'ok');
    await world.relay.channelEvent({ kind: 'mended', channel: C });
    await world.pass(2);
    expect(world.texts(C).slice(-2)).toEqual(['The pier is closed.', 'The sea wall holds.']);
  });
});

describe('a message that a person deleted', () => {
  it('stays deleted when the platform tells of it, without being asked to change it', async () => {
    const world = await posted();
    const id = world.chat.channel(C)[0]?.id ?? '';
    world.chat.moderate(C, id);
    await world.relay.channelEvent({ kind: 'deleted', channel: C, message: id });
    await world.pass(5);
    let edits = 0;
    world.chat.failWith((call) => {
      if (call === 'edit') edits++;
      return 'ok';
    });
    world.page.entries = [tide(), ferry(TWO), lamp()];
    await world.pass(60);

    expect(world.texts(C)).toEqual([LAMP]);
    expect(edits).toBe(0);
  });
});

describe('a pause', () => {
  it('also holds what was waiting when it began', async () => {
    const world = await posted({ settle: 20_000 });
    world.page.entries = [...world.page.entries, update('pier', 'The pier is closed.', { minute: 3 })];
    await world.pass(12);
    await world.relay.directory.change(C, (known, from) => ({ ...known, pauses: [{ from }] }));
    await world.pass(120);

    expect(world.texts(C)).not.toContain('The pier is closed.');
  });
});

describe('edits of one message', () => {
  it('keep their gap, and the last of them is shown', async () => {
    const world = await posted({ editGap: 40_000 });
    for (const count of ['Three', 'Four', 'Five']) {
      world.page.entries = [tide(), ferry(`${count} evening ferries have turned back.`), lamp()];
      await world.pass(11);
    }
    await world.pass(90);

    expect(world.texts(C)).toEqual(['Five evening ferries have turned back.', LAMP]);
    expect(world.chat.effects.edits).toBeLessThanOrEqual(2);
  });
});
