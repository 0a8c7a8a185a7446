import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeDiscord } from '../support/fake-discord/server.ts';
import { CHANNEL } from '../support/fake-discord/world.ts';
import { type PageEntry, type PageServer, servePage } from '../support/page-server.ts';
import { eventually, type StartedProgram, startProgram } from '../support/started-program.ts';

/** The whole program as an operator runs it, against a fake Discord; killed at the worst moment and started again. */
describe('the program on Discord', () => {
  let fake: FakeDiscord;
  let page: PageServer;
  let program: StartedProgram | undefined;

  const wave = (n: number, text = `It reached the quay at mark ${n}.`): PageEntry => ({
    id: `wave-${n}`,
    headline: `Wave ${n}`,
    text,
    at: Date.now() - 60_000 + n * 1_000,
  });
  const messages = () => fake.world.channels.get(CHANNEL)?.messages ?? [];
  const titles = () => messages().flatMap(({ embeds }) => embeds.map(({ title }) => String(title)));
  const see = (look: () => boolean) => eventually(look, () => `it said\n${program?.said()}`);

  beforeEach(async () => {
    fake = await new FakeDiscord().open();
    page = await servePage('Storm over Saltmere');
    page.entries = [wave(1), wave(2)];
  });
  afterEach(async () => {
    await program?.stop();
    await fake.close();
    await page.close();
  });

  it('posts once what it posted when it was killed, and goes on', { timeout: 90_000 }, async () => {
    const [first, second] = page.entries;
    const bot = startProgram(
      [
        'http: off',
        'poll: { every: 5s }',
        'blogs:',
        '  storm:',
        `    url: ${page.url}`,
        '    poll: 5s',
        '    to:',
        `      - { channel: "discord:${CHANNEL}", backfill: all }`,
      ].join('\n'),
      { DISCORD_TOKEN: fake.token, DISCORD_API_URL: fake.apiUrl },
    );
    program = bot;
    await see(() => titles().length >= 2);
    fake.faults.next({ kind: 'lost' });
    const third = wave(3);
    page.entries = [...page.entries, third];
    await see(() => titles().includes('Wave 3'));
    await bot.kill();
    if (first === undefined || second === undefined) throw new Error('the page began with two entries');
    page.entries = [first, { ...second, text: 'It was higher than said.' }, third, wave(4)];
    bot.startAgain();

    await see(() => titles().includes('Wave 4') && JSON.stringify(messages()).includes('higher than said'));

    expect(titles()).toEqual(['Wave 1', 'Wave 2', 'Wave 3', 'Wave 4']);
    expect(bot.said()).not.toContain(fake.token);
  });
});
