import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reaches } from '../../src/app/reaches.ts';
import type { ChannelEvent, Inbound } from '../../src/ports/adapter.ts';
import { entryPost } from '../contracts/sample-posts.ts';
import { until } from '../support/fake-discord/driver.ts';
import { CHANNEL, FORUM, GUILD, NEWS, OTHER_CHANNEL, wireGuild } from '../support/fake-discord/world.ts';
import { DEAF, type DiscordStage, discordStage, keptLog } from './discord-stage.ts';

const ELSEWHERE = '1100000000000000009';
const target = { channel: `discord:${CHANNEL}` } as const;
const intent = () => ({ token: 'a', key: 'a', since: Date.now() });

describe('what happens to channels and servers on Discord', () => {
  const events: ChannelEvent[] = [];
  const { log, lines } = keptLog();
  const program: Inbound = { ...DEAF, channel: async (event) => void events.push(event) };
  const signal = AbortSignal.timeout(60_000);
  let stage: DiscordStage;

  beforeEach(async () => {
    events.length = 0;
    lines.length = 0;
    stage = await discordStage(program, { log });
    await until(() => events.some(({ kind }) => kind === 'channels'), 'the channels');
    events.length = 0;
  });
  afterEach(() => stage.close());

  it('a message a moderator deleted is told, one we removed is not', async () => {
    const { outbound } = stage.adapter;
    const ours = await outbound.post(target, entryPost(), intent(), signal);

    await outbound.remove(target, ours, signal);
    stage.fake.gateway.dispatch('MESSAGE_DELETE', { id: '77', channel_id: CHANNEL, guild_id: GUILD });

    await until(() => events.length > 0);
    expect(events).toEqual([{ kind: 'deleted', channel: `discord:${CHANNEL}`, message: '77' }]);
  });

  it('a message we failed to remove and a moderator then did is told', async () => {
    const { outbound } = stage.adapter;
    const ours = await outbound.post(target, entryPost(), intent(), signal);
    stage.fake.faults.next({ kind: 'broken' });
    await outbound.remove(target, ours, signal).catch(() => undefined);

    stage.fake.gateway.dispatch('MESSAGE_DELETE', { id: ours.id, channel_id: CHANNEL, guild_id: GUILD });

    await until(() => events.length > 0);
    expect(events).toEqual([{ kind: 'deleted', channel: `discord:${CHANNEL}`, message: ours.id }]);
  });

  it('a message deleted in a thread is told for its channel, and an unlocked thread opens it', async () => {
    const { outbound } = stage.adapter;
    const top = await outbound.post(target, entryPost(), intent(), signal);
    const mark = { ...intent(), token: 'b' };
    const { id, thread } = await outbound.post({ ...target, under: top }, entryPost(), mark, signal);
    const place = { id: thread, parent_id: CHANNEL, guild_id: GUILD };

    stage.fake.gateway.dispatch('MESSAGE_DELETE', { id, channel_id: thread, guild_id: GUILD });
    stage.fake.gateway.dispatch('THREAD_UPDATE', { ...place, type: 11, thread_metadata: { locked: false } });

    await until(() => events.length >= 4);
    expect(events).toContainEqual({ kind: 'deleted', channel: `discord:${CHANNEL}`, message: id });
    expect(events).toContainEqual({ kind: 'mended', channel: `discord:${CHANNEL}` });
  });

  it('a deleted channel is gone for good, and is called by its name', async () => {
    stage.fake.gateway.dispatch('CHANNEL_DELETE', { id: CHANNEL, guild_id: GUILD, type: 0 });

    await until(() => events.length > 0);
    expect(events).toEqual([{ kind: 'gone', channel: `discord:${CHANNEL}`, name: '#harbour (Saltmere)' }]);
    expect(stage.adapter.status().name(`discord:${CHANNEL}`)).toBe('#harbour (Saltmere)');
  });

  it('a channel deleted while nobody looked is noticed by the next post', async () => {
    stage.fake.world.channels.delete(CHANNEL);

    const posted = stage.adapter.outbound.post(target, entryPost(), intent(), signal);

    await expect(posted).rejects.toMatchObject({
      message: expect.stringMatching(/^Channel #harbour \(Saltmere\): the/u),
    });
    expect(events).toEqual([{ kind: 'gone', channel: `discord:${CHANNEL}`, name: '#harbour (Saltmere)' }]);
  });

  it('a server that threw the bot out is told with its channels', async () => {
    stage.fake.gateway.dispatch('GUILD_DELETE', { id: GUILD });

    await until(() => events.length > 0);
    expect(events).toEqual([
      {
        ...{ kind: 'workspace-lost', platform: 'discord', workspace: GUILD, name: 'Saltmere' },
        channels: [CHANNEL, OTHER_CHANNEL, NEWS, FORUM].map((id) => `discord:${id}`),
      },
    ]);
  });

  it('a server in an outage is not left, nor joined when it is back', async () => {
    stage.fake.gateway.dispatch('GUILD_DELETE', { id: GUILD, unavailable: true });
    stage.fake.gateway.dispatch('GUILD_CREATE', wireGuild(stage.fake.world, GUILD));
    stage.fake.gateway.dispatch('MESSAGE_DELETE', { id: '77', channel_id: CHANNEL, guild_id: GUILD });

    await until(() => events.length > 0);
    expect(events.map(({ kind }) => kind)).toEqual(['deleted']);
  });

  it('a server that adds the bot again is told, and its channels can be written to', async () => {
    stage.fake.gateway.dispatch('GUILD_DELETE', { id: GUILD });
    stage.fake.gateway.dispatch('GUILD_CREATE', wireGuild(stage.fake.world, GUILD));

    await until(() => events.length >= 6);
    expect(events[1]).toEqual({ kind: 'workspace-back', platform: 'discord', workspace: GUILD });
    expect(events.slice(2).map(({ kind }) => kind)).toEqual(['mended', 'mended', 'mended', 'mended']);
  });

  it('a server left while the session was over is missing from those it names anew', async () => {
    stage.fake.world.guilds.add(ELSEWHERE);
    stage.fake.world.guilds.delete(GUILD);
    stage.fake.gateway.expireSessions();
    stage.fake.gateway.cut();

    await until(() => events.length > 0, 'the servers');
    expect(events[0]).toEqual({ kind: 'workspaces', platform: 'discord', workspaces: [ELSEWHERE] });
  });

  it('a channel deleted while the session was over is missing from those that are there', async () => {
    stage.fake.world.channels.delete(CHANNEL);
    stage.fake.gateway.expireSessions();
    stage.fake.gateway.cut();

    await until(() => events.some(({ kind }) => kind === 'channels'), 'the channels');
    expect(events.find(({ kind }) => kind === 'channels')).toEqual({
      ...{ kind: 'channels', platform: 'discord' },
      channels: [OTHER_CHANNEL, NEWS, FORUM].map((id) => `discord:${id}`),
    });
  });

  it('a 404 that is not Discord’s own word says nothing of a channel', async () => {
    const reads = (method: string, path: string) => method === 'GET' && path === `/channels/${CHANNEL}`;
    stage.fake.faults.next({ kind: 'code', status: 404, code: 0, message: '404: Not Found' }, reads);
    expect(await reaches(stage.adapter, `discord:${CHANNEL}`)).toBeUndefined();

    stage.fake.faults.next({ kind: 'code', status: 404, code: 0, message: '404: Not Found' });
    const posted = stage.adapter.outbound.post(target, entryPost(), intent(), signal);
    await expect(posted).rejects.toMatchObject({ kind: 'unavailable' });

    stage.fake.world.channels.delete(CHANNEL);
    expect(await reaches(stage.adapter, `discord:${CHANNEL}`)).toBe(false);
  });
});

describe('a bot for some servers only', () => {
  it('stays silent in a server that is not named, and says so in its log', async () => {
    const events: ChannelEvent[] = [];
    const { log, lines } = keptLog();
    const stage = await discordStage(
      { ...DEAF, channel: async (event) => void events.push(event) },
      { workspaces: [GUILD], log },
    );
    stage.fake.gateway.dispatch('GUILD_CREATE', { ...wireGuild(stage.fake.world, ELSEWHERE), name: 'Gull Island' });

    await until(() => lines.some((line) => line.includes('does not name')), 'the line');
    expect(lines.find((line) => line.includes('does not name'))).toContain('Gull Island');
    expect(events.map(({ kind }) => kind)).toEqual(['workspaces', 'channels']);
    await stage.close();
  });
});
