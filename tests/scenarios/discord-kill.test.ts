import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeDiscord } from '../support/fake-discord/server.ts';
import { CHANNEL } from '../support/fake-discord/world.ts';

type Item = { id: string; title: string; content_text: string; url: string; date_published: string };

/** The whole program as an operator runs it, against a fake Discord; killed at the worst moment and started again. */
describe('the program on Discord', () => {
  let fake: FakeDiscord;
  let feed: Server;
  let folder: string;
  let bot: ChildProcess | undefined;
  let items: Item[];
  let said = '';

  const item = (n: number, text = `Wave ${n} reached the quay.`): Item => ({
    id: `wave-${n}`,
    title: `Wave ${n}`,
    content_text: text,
    url: `https://gazette.example/live#wave-${n}`,
    date_published: new Date(Date.now() - 60_000 + n * 1_000).toISOString(),
  });
  const titles = () =>
    (fake.world.channels.get(CHANNEL)?.messages ?? []).flatMap(({ embeds }) =>
      embeds.map(({ title }) => String(title)),
    );
  const texts = () => JSON.stringify(fake.world.channels.get(CHANNEL)?.messages ?? []);

  const start = () => {
    const main = resolve(import.meta.dirname, '../../src/main.ts');
    bot = spawn(process.execPath, ['--import', 'tsx', main, 'start', '--config', join(folder, 'config.yaml')], {
      env: { ...process.env, DISCORD_TOKEN: fake.token, DISCORD_API_URL: fake.apiUrl },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    bot.stderr?.on('data', (data) => {
      said += String(data);
    });
  };
  const kill = async () => {
    const ended = new Promise<void>((done) => bot?.once('exit', () => done()));
    bot?.kill('SIGKILL');
    await ended;
  };

  beforeEach(async () => {
    fake = await new FakeDiscord().open();
    items = [item(1), item(2)];
    feed = createServer((_request, response) => {
      response.setHeader('content-type', 'application/feed+json');
      response.end(
        JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Storm', items: items.toReversed() }),
      );
    });
    await new Promise<void>((done) => feed.listen(0, '127.0.0.1', done));
    folder = mkdtempSync(join(tmpdir(), 'liveblog-discord-'));
    const { port } = feed.address() as AddressInfo;
    writeFileSync(
      join(folder, 'config.yaml'),
      [
        `state: sqlite:${join(folder, 'state.db')}`,
        'http: off',
        'poll: { every: 5s }',
        'blogs:',
        '  storm:',
        `    url: http://127.0.0.1:${port}/feed.json`,
        '    poll: 5s',
        '    to:',
        `      - { channel: "discord:${CHANNEL}", backfill: all }`,
      ].join('\n'),
    );
  });
  afterEach(async () => {
    if (bot !== undefined && bot.exitCode === null && bot.signalCode === null) await kill();
    await fake.close();
    feed.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('posts once what it posted when it was killed, and goes on', { timeout: 90_000 }, async () => {
    start();
    await eventually(
      () => titles().length >= 2,
      () => said,
    );
    fake.faults.next({ kind: 'lost' });
    items = [...items, item(3)];
    await eventually(
      () => titles().includes('Wave 3'),
      () => said,
    );
    await kill();
    items = [item(1), item(2, 'Wave 2 was higher than said.'), item(3), item(4)];
    start();

    await eventually(
      () => titles().includes('Wave 4') && texts().includes('higher than said'),
      () => said,
    );

    expect(titles()).toEqual(['Wave 1', 'Wave 2', 'Wave 3', 'Wave 4']);
    expect(said).not.toContain(fake.token);
  });
});

async function eventually(look: () => boolean, why: () => string): Promise<void> {
  const end = Date.now() + 40_000;
  while (!look()) {
    if (Date.now() > end) throw new Error(`it did not come to pass; the program said:\n${why()}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
