import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Driver } from '../support/fake-discord/driver.ts';
import { FakeDiscord } from '../support/fake-discord/server.ts';
import { ANA, CHANNEL, GUILD, wireGuild, wordsOf } from '../support/fake-discord/world.ts';
import { type PageServer, servePage } from '../support/page-server.ts';
import { eventually, type StartedProgram, startProgram } from '../support/started-program.ts';

/** The whole program, with nothing set up but the token, in a server that throws it out and takes it back. */
describe('the program on Discord, thrown out and taken back', () => {
  let fake: FakeDiscord;
  let page: PageServer;
  let program: StartedProgram | undefined;

  const shown = (channel: string | undefined) => (fake.world.channels.get(channel ?? '')?.messages ?? []).map(wordsOf);
  const inbox = () => shown(fake.world.direct.get(ANA.id));
  const see = (look: () => boolean) =>
    eventually(look, () => `people see\n${shown(CHANNEL)}\nit said\n${program?.said()}`);
  const report = (n: number) => ({ id: `r${n}`, headline: `Report ${n}`, text: `Mark ${n}.`, at: Date.now() });

  beforeEach(async () => {
    fake = await new FakeDiscord().open();
    page = await servePage('Storm over Saltmere');
    page.entries = [report(1)];
  });
  afterEach(async () => {
    await program?.stop();
    await fake.close();
    await page.close();
  });

  it('sends nothing meanwhile, tells who set it up, and goes on where it was', { timeout: 90_000 }, async () => {
    program = startProgram('http: off\nnetwork: { allowPrivate: true }\npoll: { every: 5s }', {
      DISCORD_TOKEN: fake.token,
      DISCORD_API_URL: fake.apiUrl,
    });
    await see(() => fake.gateway.log.includes('identify') && fake.commands.writes > 0);
    new Driver(fake).slash('follow', { url: page.url }, { permissions: '32' });
    await see(() => shown(CHANNEL).some((text) => text.includes('Report 1')));

    fake.world.channels.get(CHANNEL)?.denied.add('view');
    fake.gateway.dispatch('GUILD_DELETE', { id: GUILD });
    await see(() => inbox().some((text) => text.includes('The bot was removed from the Discord server “Saltmere”')));
    page.entries = [...page.entries, report(2)];
    const asked = fake.requests.length;
    await new Promise((done) => setTimeout(done, 8_000));
    const meanwhile = fake.requests.slice(asked);

    fake.world.channels.get(CHANNEL)?.denied.clear();
    fake.gateway.dispatch('GUILD_CREATE', wireGuild(fake.world, GUILD));
    await see(() => shown(CHANNEL).some((text) => text.includes('Report 2')));
    await see(() => inbox().some((text) => text.includes('It is back.')));

    expect(meanwhile).toEqual([]);
    expect(shown(CHANNEL).filter((text) => text.includes('Mark 1.'))).toHaveLength(1);
    expect(inbox()).toHaveLength(1);
  });
});
