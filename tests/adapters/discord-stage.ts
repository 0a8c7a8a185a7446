import { createDiscordAdapter } from '../../adapters/discord/index.ts';
import type { DiscordOptions } from '../../adapters/discord/options.ts';
import type { Adapter, Inbound } from '../../src/ports/adapter.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Facts, Log } from '../../src/ports/log.ts';
import type { Seen, Stage } from '../contracts/adapter-contract.ts';
import { FakeDiscord } from '../support/fake-discord/server.ts';
import type { Denied } from '../support/fake-discord/world.ts';
import { ANA, CHANNEL, pingsOf, wordsOf } from '../support/fake-discord/world.ts';

/** Time as it passes. */
export const REAL_CLOCK: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    }),
};

/** Time as it passes on a machine whose clock is wrong by so much, ms. */
export function wrongClock(by: number): Clock {
  return { ...REAL_CLOCK, now: () => Date.now() + by };
}

/** A log whose lines are kept. */
export function keptLog(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (message: string, facts: Facts = {}) => void lines.push(`${message} ${JSON.stringify(facts)}`);
  return { log: { debug: () => undefined, info: keep, warn: keep, error: keep }, lines };
}

/** Takes what people do and does nothing with it. */
export const DEAF: Inbound = {
  command: async () => ({ kind: 'reply', blocks: [], visibility: 'private' }),
  complete: async () => [],
  channel: async () => undefined,
};

export type DiscordStage = { readonly fake: FakeDiscord; readonly adapter: Adapter; close(): Promise<void> };

/** A fake Discord and a started adapter on it. */
export async function discordStage(
  inbound: Inbound = DEAF,
  options: Partial<DiscordOptions> = {},
  prepare: (fake: FakeDiscord) => void = () => undefined,
): Promise<DiscordStage> {
  const fake = await new FakeDiscord().open();
  prepare(fake);
  const adapter = adapterOn(fake, options);
  await adapter.start(inbound);
  return {
    fake,
    adapter,
    close: async () => {
      await adapter.stop();
      await fake.close();
    },
  };
}

/** Another adapter on the same Discord, as after a restart. */
export function adapterOn(fake: FakeDiscord, options: Partial<DiscordOptions> = {}): Adapter {
  return createDiscordAdapter({
    token: fake.token,
    apiUrl: fake.apiUrl,
    timeout: 1_500,
    clock: REAL_CLOCK,
    ...options,
  });
}

/** What a reader of a channel sees, threads included. */
export function seenIn(fake: FakeDiscord, channel: string): Seen[] {
  const id = channel.replace('discord:', '');
  const real = id.startsWith('@') ? fake.world.direct.get(id.slice(1)) : id;
  const places = [...fake.world.channels.values()].filter((place) => place.id === real || place.parent === real);
  return places.flatMap((place) =>
    place.messages.map((message) => ({
      id: message.id,
      text: wordsOf(message),
      ...(place.parent === undefined ? {} : { under: place.id }),
      pinged: pingsOf(message),
    })),
  );
}

export function deny(fake: FakeDiscord, channel: string, ...rights: Denied[]): void {
  const place = fake.world.channels.get(channel);
  for (const right of rights) place?.denied.add(right);
}

/** The stage of the contract suite. */
export async function contractStage(): Promise<Stage> {
  const { fake, adapter, close } = await discordStage();
  return {
    adapter,
    channel: `discord:${CHANNEL}`,
    person: `discord:@${ANA.id}`,
    seen: (channel) => seenIn(fake, channel),
    failNext: (fault) => fake.faults.next(fault),
    moderate: (channel, message) => {
      const place = fake.world.channels.get(channel.replace('discord:', ''));
      if (place !== undefined) place.messages = place.messages.filter(({ id }) => id !== message);
    },
    expel: (channel) => deny(fake, channel.replace('discord:', ''), 'view'),
    revoke: () => {
      fake.token = 'another.bot.token';
    },
    close,
  };
}
