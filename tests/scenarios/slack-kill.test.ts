import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Driver } from '../support/fake-slack/driver.ts';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { readMessage } from '../support/fake-slack/reader.ts';
import { type PageEntry, type PageServer, servePage } from '../support/page-server.ts';
import { eventually, type StartedProgram, startProgram } from '../support/started-program.ts';

const CHANNEL = 'C0123456789';
const TOKEN = 'xoxb-1-very-secret';

/** The whole program as an operator runs it, against a fake Slack that keeps to the documented limits. */
describe('the program on Slack', () => {
  let slack: FakeSlack;
  let page: PageServer;
  let program: StartedProgram | undefined;

  const wave = (n: number, text = `It reached the quay at mark ${n}.`): PageEntry => ({
    id: `wave-${n}`,
    headline: `Wave ${n}`,
    text,
    at: Date.UTC(2026, 2, 14, 9, n),
  });
  const messages = () => slack.world.channels.get(CHANNEL)?.messages ?? [];
  const shown = () => messages().map(({ text, blocks }) => readMessage(text, blocks).text);
  const headlines = () => shown().flatMap((text) => text.match(/^Wave \d+$/gmu) ?? []);
  const see = (look: () => boolean) =>
    eventually(look, () => `people see\n${shown().join('\n')}\nit said\n${program?.said()}`);

  const start = () => {
    program = startProgram(
      [
        'http: off',
        'blogs:',
        '  storm:',
        `    url: ${page.url}`,
        '    poll: 5s',
        '    to:',
        `      - { channel: "slack:${CHANNEL}", backfill: all }`,
      ].join('\n'),
      { SLACK_BOT_TOKEN: TOKEN, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
    );
    return program;
  };

  beforeEach(async () => {
    slack = await new FakeSlack({ limits: true }).start();
    slack.world.addTeam('T1', TOKEN);
    slack.world.addChannel(CHANNEL, 'T1');
    slack.world.addUser('U1', { admin: true });
    page = await servePage('Storm over Saltmere');
    page.entries = [wave(1), wave(2)];
  });
  afterEach(async () => {
    await program?.stop();
    await slack.close();
    await page.close();
  });

  it('killed between a post and its answer finds the post and does not double it', { timeout: 90_000 }, async () => {
    const bot = start();
    await see(() => headlines().length === 2);
    slack.failNext({ kind: 'hang-done' });
    page.entries = [...page.entries, wave(3)];
    await see(() => headlines().includes('Wave 3'));
    await bot.kill();
    page.entries = [wave(1), wave(2, 'It was higher than said.'), wave(3), wave(4)];
    bot.startAgain();

    await see(() => headlines().includes('Wave 4') && shown().join().includes('higher than said'));

    expect(headlines()).toEqual(['Wave 1', 'Wave 2', 'Wave 3', 'Wave 4']);
    expect(shown().find((text) => text.includes('Wave 2'))).toMatch(/Corrected/u);
    expect(slack.limits.refused).toEqual([]);
    expect(bot.said()).not.toMatch(/xoxb-|xapp-/u);
  });

  it('answers commands, and leaves a message alone that a moderator deleted', { timeout: 60_000 }, async () => {
    const driver = new Driver(slack);
    start();
    await see(() => headlines().length === 2 && slack.socket.connected);
    const [first] = messages().splice(0, 1);
    await driver.event({
      type: 'message',
      subtype: 'message_deleted',
      channel: CHANNEL,
      deleted_ts: first?.ts,
      previous_message: { ts: first?.ts, bot_id: 'BBOTT1' },
    });
    page.entries = [wave(1, 'It was lower than said.'), wave(2), wave(3)];

    const { acked, after } = await driver.slash('status', { channel: CHANNEL });
    await see(() => headlines().includes('Wave 3'));

    expect({ acked, slow: after > 1_000 }).toEqual({ acked: true, slow: false });
    await see(() => slack.world.ephemerals.some(({ text }) => text.includes('Storm')));
    expect(headlines().sort()).toEqual(['Wave 2', 'Wave 3']);
  });
});
