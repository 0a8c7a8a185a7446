import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../../src/core/channel.ts';
import { DeliveryError } from '../../src/ports/adapter.ts';
import type { PersonalPosts } from '../../src/relay/personal-posts.ts';
import { update } from '../support/entries.ts';
import { createWorld } from '../support/world.ts';

const HARBOUR = 'discord:1100000000000000002';
const LIGHTHOUSE = 'discord:1100000000000000005';
const ELSEWHERE = 'discord:1100000000000000077';
const OPS = 'discord:1100000000000000099';
const GUILD = '1100000000000000001';
const HOUR = 3_600;
const GONE = { kind: 'workspace-lost', platform: 'discord', workspace: GUILD, name: 'Saltmere' } as const;
const BACK = { kind: 'workspace-back', platform: 'discord', workspace: GUILD } as const;
const tide = (n: number) => update(`tide-${n}`, `The tide stands at mark ${n}.`, { minute: n });

/** A server with two channels that follow the storm from chat, and one elsewhere. */
async function followed(more: { readonly config?: true } = {}) {
  const world = createWorld({ noticesTo: OPS });
  const asked: { places: unknown[] } & PersonalPosts = {
    places: [],
    wanted: async () => [],
    audience: () => [],
    everybody: () => [],
    leave: async (place) => void asked.places.push(place),
  };
  world.relay.addPersonal(asked);
  world.page.entries = [tide(0)];
  await world.follow(HARBOUR, {}, 'storm', { workspace: GUILD, origin: 'chat' });
  await world.follow(LIGHTHOUSE, {}, 'tides', {
    workspace: GUILD,
    origin: 'chat',
    url: 'https://saltmere.example/tides',
  });
  await world.follow(ELSEWHERE, {}, 'storm', { workspace: '1100000000000000009', origin: 'chat' });
  if (more.config) await world.follow(HARBOUR, {}, 'regatta', { origin: 'config', routeOrigin: 'config' });
  await world.start();
  await world.pass(5);
  return { world, asked };
}

function isClosed(world: ReturnType<typeof createWorld>, ...channels: ChannelId[]): void {
  for (const channel of channels) world.closed.add(channel);
  world.chat.failWith((_, { channel }) =>
    channels.includes(channel) ? new DeliveryError('forbidden', 'the bot is not in there') : 'ok',
  );
}

describe('a bot removed from a server', () => {
  it('by mistake and back within a day goes on where it was, and what was missed follows', async () => {
    const { world } = await followed();
    isClosed(world, HARBOUR, LIGHTHOUSE);
    await world.relay.channelEvent(GONE);
    world.page.entries = [tide(0), tide(1), tide(2)];
    await world.pass(2 * HOUR);
    await world.relay.dropDeparted();

    world.chat.failWith(() => 'ok');
    await world.relay.channelEvent(BACK);
    await world.pass(60);

    expect(world.texts(HARBOUR)).toEqual(['The tide stands at mark 1.', 'The tide stands at mark 2.']);
  });

  it('is asked nothing meanwhile, and the server elsewhere is served as ever', async () => {
    const { world } = await followed();
    const calls: string[] = [];
    world.chat.failWith((_, { channel }) => {
      calls.push(channel);
      return 'ok';
    });
    await world.relay.channelEvent(GONE);
    world.page.entries = [tide(0), tide(1)];
    await world.pass(3 * HOUR);

    expect(new Set(calls)).toEqual(new Set([ELSEWHERE, OPS]));
    expect(world.texts(ELSEWHERE)).toEqual(['The tide stands at mark 1.']);
    expect(world.relay.states.oldestWaiting()).toBeUndefined();
  });

  it('for a day loses what was set up there in chat: routes, blogs, records of messages, alerts', async () => {
    const { world, asked } = await followed();
    world.page.entries = [tide(0), tide(1)];
    await world.pass(60);
    isClosed(world, HARBOUR, LIGHTHOUSE);
    await world.relay.channelEvent(GONE);
    await world.pass(25 * HOUR);
    await world.relay.dropDeparted();

    const { directory, records } = world.relay;
    expect(directory.channels()).toEqual([ELSEWHERE]);
    expect(directory.blogs().map(({ name }) => name)).toEqual(['storm']);
    expect(await records.routedChannels()).toEqual([ELSEWHERE]);
    expect(await records.deliveryKeys(HARBOUR)).toEqual([]);
    expect(await records.deliveryKeys(ELSEWHERE)).not.toEqual([]);
    expect(asked.places).toEqual([{ channels: [HARBOUR, LIGHTHOUSE], workspace: GUILD }]);
  });

  it('and followed anew afterwards starts clean', async () => {
    const { world } = await followed();
    isClosed(world, HARBOUR, LIGHTHOUSE);
    await world.relay.channelEvent(GONE);
    world.page.entries = [tide(0), tide(1)];
    await world.pass(25 * HOUR);
    await world.relay.dropDeparted();
    world.chat.failWith(() => 'ok');
    await world.relay.channelEvent(BACK);
    await world.follow(HARBOUR, {}, 'storm', { workspace: GUILD });
    await world.pass(60);
    world.page.entries = [tide(0), tide(1), tide(2)];
    await world.pass(60);

    expect(world.texts(HARBOUR)).toEqual(['The tide stands at mark 2.']);
  });

  it('keeps what the configuration file says, and sends nothing there', async () => {
    const { world } = await followed({ config: true });
    isClosed(world, HARBOUR, LIGHTHOUSE);
    await world.relay.channelEvent(GONE);
    await world.pass(25 * HOUR);
    await world.relay.dropDeparted();

    expect(world.relay.directory.routes(HARBOUR).routes.map(({ blog }) => blog)).toEqual(['regatta']);
    expect(world.texts(OPS)).toEqual([expect.stringContaining('The configuration file has a route into it')]);
  });

  it('that is let into a channel after all is not gone', async () => {
    const { world } = await followed();
    await world.relay.channelEvent(GONE);
    await world.pass(25 * HOUR);
    await world.relay.dropDeparted();
    await world.pass(5);

    expect(world.relay.directory.channels()).toHaveLength(3);
    expect(world.texts(OPS)).toEqual([expect.stringContaining('It is back.')]);
  });

  it('is told once, with what becomes of it, and again when it is dropped', async () => {
    const { world } = await followed();
    isClosed(world, HARBOUR, LIGHTHOUSE);
    await world.relay.channelEvent({ ...GONE, channels: [HARBOUR] });
    world.page.entries = [tide(0), tide(1)];
    await world.pass(600);
    const [first, ...others] = world.texts(OPS);
    await world.pass(25 * HOUR);
    await world.relay.dropDeparted();
    await world.pass(60);

    expect(first).toBe(
      'The bot was removed from the Discord server “Saltmere” (1100000000000000001) on 2026-03-05 18:00 UTC. Nothing is ' +
        'shown there. What was followed there from chat (2 live blogs), and the alerts asked for there, are dropped on ' +
        '2026-03-06 18:00 UTC. Add the bot again before, and it goes on where it was.',
    );
    expect(others).toEqual([]);
    expect(world.texts(OPS)).toEqual([expect.stringContaining('is followed no more')]);
  });

  it('while the program was down is noticed at the next start', async () => {
    const { world } = await followed();
    world.names.set(HARBOUR, '#harbour (Saltmere)');
    world.page.entries = [tide(0), tide(1)];
    await world.pass(60);
    world.names.clear();
    isClosed(world, HARBOUR, LIGHTHOUSE);
    await world.restart();
    await world.relay.channelEvent({ kind: 'workspaces', platform: 'discord', workspaces: ['1100000000000000009'] });
    await world.pass(60);
    expect(world.texts(OPS)).toEqual([expect.stringContaining('from the Discord server of #harbour (Saltmere) on')]);
    await world.pass(25 * HOUR);
    await world.restart();
    await world.relay.dropDeparted();

    expect(world.relay.directory.channels()).toEqual([ELSEWHERE]);
  });
});

describe('a deleted channel', () => {
  it('is told once, and what was followed there from chat is dropped after a day', async () => {
    const { world } = await followed();
    isClosed(world, HARBOUR);
    await world.relay.channelEvent({ kind: 'gone', channel: HARBOUR, name: '#harbour (Saltmere)' });
    world.page.entries = [tide(0), tide(1)];
    await world.pass(600);

    expect(world.texts(OPS)).toEqual([
      'The channel #harbour (Saltmere) was deleted (2026-03-05 18:00 UTC). What was followed there from chat (1 live blog), ' +
        'and the alerts asked for there, are dropped on 2026-03-06 18:00 UTC.',
    ]);
    await world.pass(25 * HOUR);
    await world.relay.dropDeparted();
    expect(world.relay.directory.channels()).toEqual([LIGHTHOUSE, ELSEWHERE]);
  });
});

describe('a channel with a route from before servers were kept', () => {
  const MARSH = 'discord:1100000000000000066';
  const there = (...channels: ChannelId[]) => ({ kind: 'channels', platform: 'discord', channels }) as const;
  const oldRoute = async () => {
    const { world } = await followed();
    await world.follow(MARSH, {}, 'storm', { origin: 'chat' });
    await world.pass(5);
    return world;
  };

  it('that went while the program was down is told at the start, and dropped after a day', async () => {
    const world = await oldRoute();
    isClosed(world, MARSH);
    await world.relay.channelEvent(there(HARBOUR, LIGHTHOUSE, ELSEWHERE));
    await world.pass(600);

    expect(world.texts(OPS)).toEqual([
      'The channel discord:1100000000000000066 was found to be gone (2026-03-05 18:00 UTC): it was deleted, or the bot was ' +
        'removed from its Discord server. What was followed there from chat (1 live blog), and the alerts asked for there, ' +
        'are dropped on 2026-03-06 18:00 UTC. Add the bot again before, and it goes on where it was.',
    ]);
    await world.pass(25 * HOUR);
    await world.relay.dropDeparted();
    expect(world.relay.directory.channels()).toEqual([HARBOUR, LIGHTHOUSE, ELSEWHERE]);
  });

  it('that is back within the day goes on', async () => {
    const world = await oldRoute();
    isClosed(world, MARSH);
    await world.relay.channelEvent(there(HARBOUR, LIGHTHOUSE, ELSEWHERE));
    world.closed.clear();
    world.chat.failWith(() => 'ok');
    await world.relay.channelEvent({ kind: 'mended', channel: MARSH });
    await world.pass(25 * HOUR);
    await world.relay.dropDeparted();

    expect(world.relay.directory.channels()).toContain(MARSH);
  });

  it('is left alone where the platform names it, lets us in, or cannot be asked', async () => {
    const world = await oldRoute();
    isClosed(world, MARSH);
    await world.relay.channelEvent(there(HARBOUR, LIGHTHOUSE, ELSEWHERE, MARSH));
    world.closed.clear();
    await world.relay.channelEvent(there(HARBOUR, LIGHTHOUSE, ELSEWHERE));
    world.unasked.add(MARSH);
    await world.relay.channelEvent(there(HARBOUR, LIGHTHOUSE, ELSEWHERE));
    await world.pass(25 * HOUR);
    await world.relay.dropDeparted();

    expect(world.relay.directory.channels()).toContain(MARSH);
    expect(world.texts(OPS).filter((text) => text.includes('gone'))).toEqual([]);
  });
});
