import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Driver } from '../support/fake-slack/driver.ts';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { readMessage } from '../support/fake-slack/reader.ts';
import { type PageEntry, type PageServer, servePage } from '../support/page-server.ts';
import { eventually, type StartedProgram, startProgram } from '../support/started-program.ts';

const CHANNEL = 'C0123456789';
const TOKEN = 'xoxb-1-very-secret';

/** The whole program with nothing but Slack configured: people set up the rest. */
describe('a channel set up by commands alone', () => {
  let slack: FakeSlack;
  let team: ReturnType<FakeSlack['world']['addTeam']> | undefined;
  let driver: Driver;
  let page: PageServer;
  let program: StartedProgram | undefined;

  const wave = (n: number): PageEntry => ({
    id: `wave-${n}`,
    headline: `Wave ${n}`,
    text: `Wave ${n} reached the quay.`,
    at: Date.UTC(2026, 2, 14, 9, n),
  });
  const shown = (channel = CHANNEL) =>
    (slack.world.channels.get(channel)?.messages ?? [])
      .map(({ text, blocks }) => readMessage(text, blocks).text)
      .join('\n');
  const inbox = () => {
    const direct = team === undefined ? undefined : slack.world.directChannel(team, 'U2');
    return (direct?.messages ?? []).map(({ text, blocks }) => readMessage(text, blocks).text).join('\n');
  };
  const told = (user: string) =>
    slack.world.ephemerals
      .filter((one) => one.user === user)
      .map((one) => readMessage(one.text, one.blocks).text)
      .join('\n');

  const see = (look: () => boolean) =>
    eventually(look, () => `people see\n${shown()}\n${told('U1')}\nit said\n${program?.said()}`);

  async function start(): Promise<StartedProgram> {
    program = startProgram('http: off\npoll: { every: 5s }\nnetwork: { allowPrivate: true }\n', {
      SLACK_BOT_TOKEN: TOKEN,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
    });
    await see(() => slack.socket.connected);
    return program;
  }

  beforeEach(async () => {
    slack = await new FakeSlack({ limits: true }).start();
    driver = new Driver(slack);
    team = slack.world.addTeam('T1', TOKEN);
    slack.world.addChannel(CHANNEL, 'T1');
    slack.world.addUser('U1', { name: 'Ines', admin: true });
    slack.world.addUser('U2', { name: 'Tomas' });
    page = await servePage('Storm over Saltmere');
    page.entries = [wave(1), wave(2)];
  });
  afterEach(async () => {
    await program?.stop();
    await slack.close();
    await page.close();
  });

  it('follows, alerts and answers, and goes on after a kill', async () => {
    const bot = await start();
    await driver.slash(`follow <${page.url}>`, { user: 'U1', channel: CHANNEL });
    await see(() => told('U1').includes('This channel now follows Storm over Saltmere'));
    await driver.slash('alert add quay', { user: 'U2', channel: CHANNEL });
    await see(() => told('U2').includes('I will write to you'));
    await see(() => shown().includes('Wave 2 reached the quay.'));

    page.entries = [...page.entries, wave(3)];
    await see(() => shown().includes('Wave 3 reached the quay.'));
    await see(() => inbox().includes('Your alert “quay” matched in Storm over Saltmere'));

    await bot.kill();
    page.entries = [...page.entries, wave(4)];
    bot.startAgain();
    await see(() => slack.socket.connected);
    await see(() => shown().includes('Wave 4 reached the quay.'));
    await driver.slash('list', { user: 'U1', channel: CHANNEL });
    await see(() => told('U1').includes('1 storm-saltmere – Storm over Saltmere'));
    expect(shown().match(/Wave 3 reached/gu)).toHaveLength(1);
    expect(inbox().match(/Wave 3 reached/gu)).toHaveLength(1);
    expect(bot.said().match(/No live blog is followed/gu)).toHaveLength(1);
  }, 120_000);
});
