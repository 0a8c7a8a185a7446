import { describe, expect, it } from 'vitest';
import { LEAST, missingIn } from '../../adapters/discord/permissions.ts';
import { CHANNEL, OTHER_CHANNEL } from '../support/fake-discord/world.ts';
import { deny, discordStage } from './discord-stage.ts';

const signal = AbortSignal.timeout(30_000);
const bit = (n: number) => 1n << BigInt(n);
const whats = (bits: bigint, isThread: boolean) => missingIn(bits, isThread).map(({ what, only }) => [what, only]);

describe('what the bot may do in a channel', () => {
  it('is named by Discord’s words, with what lacks without it', async () => {
    const { fake, adapter, close } = await discordStage();
    deny(fake, OTHER_CHANNEL, 'send', 'history');

    const { reachable, name, missing } = await adapter.status().access(`discord:${OTHER_CHANNEL}`, signal);

    expect([reachable, name]).toEqual([true, '#lighthouse (Saltmere)']);
    expect(missing.map(({ what, only }) => [what, only])).toEqual([
      ['Send Messages', undefined],
      ['Read Message History', 'certainty'],
    ]);
    await close();
  });

  it('in a thread depends on writing in threads', () => {
    expect(whats(LEAST & ~bit(35) & ~bit(11), true)).toEqual([]);
    expect(whats(LEAST & ~bit(38), true)).toEqual([['Send Messages in Threads', undefined]]);
    expect(whats(LEAST & ~bit(35), false)).toEqual([['Create Public Threads', 'threads']]);
  });

  it('cannot be said with a refused token: that is no channel’s fault', async () => {
    const { fake, adapter, close } = await discordStage();
    fake.token = 'another.bot.token';

    await expect(adapter.status().access('discord:12345', signal)).rejects.toMatchObject({ kind: 'forbidden' });
    await close();
  });

  it('of a channel that is not there says so', async () => {
    const { fake, adapter, close } = await discordStage();
    fake.world.channels.delete(CHANNEL);

    const { reachable, missing } = await adapter.status().access(`discord:${CHANNEL}`, signal);

    expect(reachable).toBe(false);
    expect(missing[0]?.remedy).toContain('was deleted, or its id is wrong');
    await close();
  });
});
