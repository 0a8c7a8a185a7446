import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Driver } from '../support/fake-slack/driver.ts';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { readMessage } from '../support/fake-slack/reader.ts';

const CHANNEL = 'C0123456789';
const TOKEN = 'xoxb-1-very-secret';

/** The whole program as an operator runs it, against a fake Slack that keeps to the documented limits. */
describe('the program on Slack', () => {
  let slack: FakeSlack;
  let blog: Server;
  let folder: string;
  let bot: ChildProcess | undefined;
  let items: object[];
  let said = '';

  const item = (n: number, text = `Wave ${n} reached the quay.`) => ({
    id: `wave-${n}`,
    title: `Wave ${n}`,
    content_text: text,
    url: `https://gazette.example/live#wave-${n}`,
    date_published: new Date(Date.UTC(2026, 2, 14, 9, n)).toISOString(),
  });
  const messages = () => slack.world.channels.get(CHANNEL)?.messages ?? [];
  const shown = () => messages().map(({ text, blocks }) => readMessage(text, blocks).text);
  const headlines = () => shown().flatMap((text) => text.match(/^Wave \d+$/gmu) ?? []);

  const start = () => {
    const main = resolve(import.meta.dirname, '../../src/main.ts');
    bot = spawn(process.execPath, ['--import', 'tsx', main, 'start', '--config', join(folder, 'config.yaml')], {
      env: { ...process.env, SLACK_BOT_TOKEN: TOKEN, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [bot.stdout, bot.stderr])
      stream?.on('data', (data) => {
        said += String(data);
      });
  };
  const kill = async () => {
    const ended = new Promise<void>((done) => bot?.once('exit', () => done()));
    bot?.kill('SIGKILL');
    await ended;
  };
  const eventually = async (look: () => boolean) => {
    const end = Date.now() + 30_000;
    while (!look()) {
      if (Date.now() > end)
        throw new Error(`it did not come to pass; people see\n${shown().join('\n')}\nit said\n${said}`);
      await new Promise((done) => setTimeout(done, 25));
    }
  };

  beforeEach(async () => {
    said = '';
    slack = await new FakeSlack({ limits: true }).start();
    slack.world.addTeam('T1', TOKEN);
    slack.world.addChannel(CHANNEL, 'T1');
    slack.world.addUser('U1', { admin: true });
    items = [item(1), item(2)];
    blog = createServer((_request, response) => {
      response.setHeader('content-type', 'application/feed+json');
      const version = 'https://jsonfeed.org/version/1.1';
      response.end(JSON.stringify({ version, title: 'Storm', items: items.toReversed() }));
    });
    await new Promise<void>((done) => blog.listen(0, '127.0.0.1', done));
    folder = mkdtempSync(join(tmpdir(), 'liveblog-slack-'));
    writeFileSync(
      join(folder, 'config.yaml'),
      [
        `state: sqlite:${join(folder, 'state.db')}`,
        'http: off',
        'blogs:',
        '  storm:',
        `    url: http://127.0.0.1:${(blog.address() as AddressInfo).port}/feed.json`,
        '    poll: 5s',
        '    to:',
        `      - { channel: "slack:${CHANNEL}", backfill: all }`,
      ].join('\n'),
    );
  });
  afterEach(async () => {
    if (bot !== undefined && bot.exitCode === null && bot.signalCode === null) await kill();
    await slack.close();
    blog.closeAllConnections();
    blog.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('killed between a post and its answer finds the post and does not double it', { timeout: 90_000 }, async () => {
    start();
    await eventually(() => headlines().length === 2);
    slack.failNext({ kind: 'hang-done' });
    items = [...items, item(3)];
    await eventually(() => headlines().includes('Wave 3'));
    await kill();
    items = [item(1), item(2, 'Wave 2 was higher than said.'), item(3), item(4)];
    start();

    await eventually(() => headlines().includes('Wave 4') && shown().join().includes('higher than said'));

    expect(headlines()).toEqual(['Wave 1', 'Wave 2', 'Wave 3', 'Wave 4']);
    expect(shown().find((text) => text.includes('Wave 2'))).toMatch(/Corrected/u);
    expect(slack.limits.refused).toEqual([]);
    expect(said).not.toMatch(/xoxb-|xapp-/u);
  });

  it('answers commands, and leaves a message alone that a moderator deleted', { timeout: 60_000 }, async () => {
    const driver = new Driver(slack);
    start();
    await eventually(() => headlines().length === 2 && slack.socket.connected);
    const [first] = messages().splice(0, 1);
    await driver.event({
      type: 'message',
      subtype: 'message_deleted',
      channel: CHANNEL,
      deleted_ts: first?.ts,
      previous_message: { ts: first?.ts, bot_id: 'BBOTT1' },
    });
    items = [item(1, 'Wave 1 was lower than said.'), item(2), item(3)];

    const { acked, after } = await driver.slash('status', { channel: CHANNEL });
    await eventually(() => headlines().includes('Wave 3'));

    expect({ acked, slow: after > 1_000 }).toEqual({ acked: true, slow: false });
    await eventually(() => slack.world.ephemerals.some(({ text }) => text.includes('Storm')));
    expect(headlines().sort()).toEqual(['Wave 2', 'Wave 3']);
  });
});
