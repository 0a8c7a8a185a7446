import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bornAt } from '../../adapters/discord/refs.ts';
import { FakeDiscord } from '../support/fake-discord/server.ts';
import { GUILD } from '../support/fake-discord/world.ts';
import { type PageServer, servePage } from '../support/page-server.ts';
import { type StartedProgram, startProgram } from '../support/started-program.ts';

const CHANNELS = [1, 2, 3, 4, 5].map((n) => `120000000000000000${n}`);
const ENTRIES = 200;
/** Five messages in five seconds and channel, as the fake's bucket headers say. */
const IN_A_WINDOW = 5;
const WINDOW = 5_000;

/** Many entries at once, through the whole program, on a Discord that keeps to its limits. */
describe('a burst on Discord', () => {
  let fake: FakeDiscord;
  let page: PageServer;
  let program: StartedProgram | undefined;

  const messages = (channel: string) => fake.world.channels.get(channel)?.messages ?? [];
  const titles = (channel: string) => messages(channel).flatMap(({ embeds }) => embeds.map(({ title }) => title));

  beforeEach(async () => {
    fake = await new FakeDiscord().open();
    for (const id of CHANNELS) fake.world.add({ id, type: 0, guild: GUILD, name: id });
    page = await servePage('Storm over Saltmere');
  });
  afterEach(async () => {
    await program?.stop();
    await fake.close();
    await page.close();
  });

  it('comes once, in order, in an eighth of the messages and the time the limits leave', {
    timeout: 60_000,
  }, async () => {
    const start = Date.now();
    page.entries = [{ id: 'calm', headline: 'Calm', text: 'All is calm.', at: start - 60_000 }];
    program = startProgram(
      ['http: off', 'blogs:', '  storm:', `    url: ${page.url}`, '    poll: 5s', '    to:']
        .concat(CHANNELS.map((id) => `      - discord:${id}`))
        .join('\n'),
      { DISCORD_TOKEN: fake.token, DISCORD_API_URL: fake.apiUrl },
    );
    await vi.waitFor(() => expect(program?.said()).toContain('started'), 20_000);
    const waves = Array.from({ length: ENTRIES }, (_, n) => ({
      id: `wave-${n}`,
      headline: `Wave ${n}`,
      text: `It reached the quay at mark ${n}.`,
      at: start + n,
    }));
    page.entries = [...page.entries, ...waves];

    await vi.waitFor(
      () => {
        for (const id of CHANNELS) expect(titles(id).length).toBeGreaterThanOrEqual(ENTRIES);
      },
      { timeout: 45_000, interval: 100 },
    );

    for (const id of CHANNELS) {
      const sent = messages(id);
      const took = bornAt(sent.at(-1)?.id ?? '0') - bornAt(sent[0]?.id ?? '0');
      expect(titles(id)).toEqual(waves.map(({ headline }) => headline));
      expect(sent.length).toBeLessThanOrEqual(ENTRIES / 8);
      expect(took).toBeLessThan((sent.length / IN_A_WINDOW - 1) * WINDOW * 1.2);
    }
    expect(fake.limits.given).toEqual([]);
  });
});
