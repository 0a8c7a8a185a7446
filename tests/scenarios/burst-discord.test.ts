import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bornAt } from '../../adapters/discord/refs.ts';
import { burst } from '../support/burst.ts';
import { FakeDiscord } from '../support/fake-discord/server.ts';
import { GUILD } from '../support/fake-discord/world.ts';

const CHANNELS = [1, 2, 3, 4, 5].map((n) => `120000000000000000${n}`);
const ENTRIES = 200;
const PATIENCE = 45_000;
/** Five messages in five seconds and channel, as the fake's bucket headers say. */
const IN_A_WINDOW = 5;
const WINDOW = 5_000;

/** Many entries at once, through the whole program, on a Discord that keeps to its limits. */
describe('a burst on Discord', () => {
  let fake: FakeDiscord;

  const messages = (channel: string) => fake.world.channels.get(channel)?.messages ?? [];
  const titles = (channel: string) =>
    messages(channel).flatMap(({ embeds }) => embeds.map(({ title }) => String(title)));

  beforeEach(async () => {
    fake = await new FakeDiscord().open();
    for (const id of CHANNELS) fake.world.add({ id, type: 0, guild: GUILD, name: id });
  });
  afterEach(() => fake.close());

  it('comes once, in order, in an eighth of the messages and the time the limits leave', {
    timeout: PATIENCE + 45_000,
  }, async () => {
    const chat = {
      channels: CHANNELS.map((id) => `discord:${id}`),
      env: { DISCORD_TOKEN: fake.token, DISCORD_API_URL: fake.apiUrl },
      shown: (channel: string) => titles(channel.replace('discord:', '')),
    };

    const waves = await burst(chat, ENTRIES, PATIENCE);

    for (const id of CHANNELS) {
      const sent = messages(id);
      const took = bornAt(sent.at(-1)?.id ?? '0') - bornAt(sent[0]?.id ?? '0');
      expect(titles(id)).toEqual(waves);
      expect(sent.length).toBeLessThanOrEqual(ENTRIES / 8);
      expect(took).toBeLessThan((sent.length / IN_A_WINDOW - 1) * WINDOW * 1.2);
    }
    expect(fake.limits.given).toEqual([]);
  });
});
