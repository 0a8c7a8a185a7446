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

/** The whole program with nothing but Slack configured: people set up the rest. */
describe('a channel set up by commands alone', () => {
  let slack: FakeSlack;
  let team: ReturnType<FakeSlack['world']['addTeam']> | undefined;
  let driver: Driver;
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
  const url = () => `http://127.0.0.1:${(blog.address() as AddressInfo).port}/feed.json`;
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

  async function start(): Promise<void> {
    const main = resolve(import.meta.dirname, '../../src/main.ts');
    bot = spawn(process.execPath, ['--import', 'tsx', main, 'start', '--config', join(folder, 'config.yaml')], {
      env: { ...process.env, SLACK_BOT_TOKEN: TOKEN, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [bot.stdout, bot.stderr])
      stream?.on('data', (data) => {
        said += String(data);
      });
    await eventually(() => slack.socket.connected);
  }

  async function kill(): Promise<void> {
    const ended = new Promise<void>((done) => bot?.once('exit', () => done()));
    bot?.kill('SIGKILL');
    await ended;
  }

  async function eventually(look: () => boolean): Promise<void> {
    const end = Date.now() + 40_000;
    while (!look()) {
      if (Date.now() > end)
        throw new Error(`it did not come to pass; people see\n${shown()}\n${told('U1')}\nit said\n${said}`);
      await new Promise((done) => setTimeout(done, 25));
    }
  }

  beforeEach(async () => {
    said = '';
    slack = await new FakeSlack({ limits: true }).start();
    driver = new Driver(slack);
    team = slack.world.addTeam('T1', TOKEN);
    slack.world.addChannel(CHANNEL, 'T1');
    slack.world.addUser('U1', { name: 'Ines', admin: true });
    slack.world.addUser('U2', { name: 'Tomas' });
    items = [item(1), item(2)];
    blog = createServer((_request, response) => {
      response.setHeader('content-type', 'application/feed+json');
      const version = 'https://jsonfeed.org/version/1.1';
      response.end(JSON.stringify({ version, title: 'Storm', items: items.toReversed() }));
    });
    await new Promise<void>((done) => blog.listen(0, '127.0.0.1', done));
    folder = mkdtempSync(join(tmpdir(), 'liveblog-commands-'));
    const lines = [
      `state: sqlite:${join(folder, 'state.db')}`,
      'http: off',
      'poll: { every: 5s }',
      'network: { allowPrivate: true }',
    ];
    writeFileSync(join(folder, 'config.yaml'), lines.join('\n'));
  });
  afterEach(async () => {
    if (bot !== undefined && bot.exitCode === null && bot.signalCode === null) await kill();
    await slack.close();
    blog.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('follows, alerts and answers, and goes on after a kill', async () => {
    await start();
    await driver.slash(`follow <${url()}>`, { user: 'U1', channel: CHANNEL });
    await eventually(() => told('U1').includes('This channel now follows Storm'));
    await driver.slash('alert add quay', { user: 'U2', channel: CHANNEL });
    await eventually(() => told('U2').includes('I will write to you'));
    await eventually(() => shown().includes('Wave 2 reached the quay.'));

    items.push(item(3));
    await eventually(() => shown().includes('Wave 3 reached the quay.'));
    await eventually(() => inbox().includes('Your alert “quay” matched in Storm'));

    await kill();
    items.push(item(4));
    await start();
    await eventually(() => shown().includes('Wave 4 reached the quay.'));
    await driver.slash('list', { user: 'U1', channel: CHANNEL });
    await eventually(() => told('U1').includes('1 storm – Storm'));
    expect(shown().match(/Wave 3 reached/gu)).toHaveLength(1);
    expect(inbox().match(/Wave 3 reached/gu)).toHaveLength(1);
  }, 120_000);
});
