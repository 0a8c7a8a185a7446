import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtProgram } from '../support/built-program.ts';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { readMessage } from '../support/fake-slack/reader.ts';
import { type PageEntry, type PageServer, servePage } from '../support/page-server.ts';

/*
 * The promise for real: the program as a process, the real SDK, the real store on disk, and SIGKILL at random moments of a
 * busy evening. Afterwards the channel shows what it would show without any kill.
 */
const KILLS = Number(process.env.KILLS ?? 50);

describe('the program, killed again and again while a blog is busy', () => {
  let main: string;
  let folder: string;
  let slack: FakeSlack;
  let page: PageServer;
  let child: ChildProcess | undefined;

  beforeAll(async () => {
    main = builtProgram();
    folder = mkdtempSync(join(tmpdir(), 'liveblog-kill-'));
    slack = await new FakeSlack().start();
    slack.world.addTeam('T1', 'xoxb-kill-1');
    slack.world.addChannel('C1', 'T1');
    page = await servePage('Storm over Saltmere');
    writeFileSync(
      join(folder, 'config.yaml'),
      [
        `state: sqlite:${join(folder, 'state.db')}`,
        'http: off',
        `slack: { botToken: xoxb-kill-1, appToken: ${slack.appToken}, apiUrl: "${slack.apiUrl}" }`,
        `blogs: { storm: { url: "${page.url}", poll: 5s, to: [{ channel: "slack:C1", settle: 0s, editGap: 0s }] } }`,
      ].join('\n'),
    );
  }, 60_000);

  afterAll(async () => {
    child?.kill('SIGKILL');
    await page?.close();
    await slack?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  it(`ends up as without kills, after ${KILLS} of them`, async () => {
    const evening = busyEvening(20260305);
    page.entries = evening.visible();
    child = await started(main, folder);
    await stopped(child);

    for (let kill = 0; kill < KILLS; kill++) {
      evening.happen();
      page.entries = evening.visible();
      child = spawnProgram(main, folder);
      await sleep(evening.random(250, 1400));
      child.kill('SIGKILL');
      await ended(child);
    }

    child = await started(main, folder);
    const expected = evening.fresh().map(({ text }) => text);
    await until(() => expect(textsOf(slack)).toEqual(expected), 60_000);
    await sleep(2000);
    expect(textsOf(slack)).toEqual(expected);
  }, 300_000);
});

/** Entries published, corrected and withdrawn; the same every time. */
function busyEvening(seed: number) {
  let state = seed;
  const random = (from: number, to: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return from + (state % (to - from + 1));
  };
  const start = Date.now() - 3_600_000;
  const entries: (PageEntry & { gone: boolean; old: boolean })[] = [];
  const publish = (old: boolean) => {
    const n = entries.length;
    const text = `Report ${n} from the quay, as first written.`;
    entries.push({ id: `r${n}`, headline: `Report ${n}`, text, at: start + n * 1000, gone: false, old });
  };
  for (let i = 0; i < 3; i++) publish(true);
  publish(true);
  return {
    random,
    happen() {
      for (let i = random(1, 2); i > 0; i--) publish(false);
      const which = random(4, entries.length - 1);
      const entry = entries[which];
      if (entry === undefined) return;
      const what = random(0, 3);
      if (what === 0)
        entries[which] = { ...entry, text: `Report ${which} from the quay, corrected at step ${entries.length}.` };
      if (what === 1 && which < entries.length - 1) entries[which] = { ...entry, gone: true };
    },
    visible: () => entries.filter((entry) => !entry.gone),
    fresh: () => entries.filter((entry) => !entry.gone && !entry.old),
  };
}

/** Every report the channel shows, in the order of its messages. */
function textsOf(slack: FakeSlack): string[] {
  const messages = slack.world.channels.get('C1')?.messages ?? [];
  return messages.flatMap(
    ({ text, blocks }) => readMessage(text, blocks).text.match(/Report \d+ from the quay, [^.]*\./gu) ?? [],
  );
}

function spawnProgram(main: string, folder: string): ChildProcess {
  return spawn(process.execPath, [main, 'start', '--config', join(folder, 'config.yaml')], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH ?? '' },
  });
}

async function started(main: string, folder: string): Promise<ChildProcess> {
  const child = spawnProgram(main, folder);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await until(() => expect(said).toContain('"started"'), 20_000);
  await sleep(1500);
  return child;
}

async function stopped(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  await ended(child);
  expect(child.exitCode).toBe(0);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((done) => child.once('exit', done));
}

async function until(check: () => void, patience: number): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(200);
    }
  }
}
