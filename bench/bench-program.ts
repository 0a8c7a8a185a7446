import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtProgram } from '../tests/support/built-program.ts';
import type { FakeSlack } from '../tests/support/fake-slack/fake-slack.ts';

export type BenchProgram = {
  readonly child: ChildProcess;
  /** Of its web page. */
  readonly url: string;
  /** From its start until `/ready` said 200. */
  readonly seconds: number;
  stop(): Promise<void>;
};

/** Writes the configuration of a bot on Slack that follows `count` blogs at `origin/0`, `origin/1` … every ten seconds. */
export function configure(folder: string, origin: string, slack: FakeSlack, count: number): void {
  const blogs = Array.from(
    { length: count },
    (_, n) => `  blog-${n}: { url: "${origin}/${n}", poll: 10s, to: ["slack:C1"] }`,
  );
  const lines = [
    `state: sqlite:${join(folder, 'state.db')}`,
    'http: { port: 0 }',
    `slack: { botToken: xoxb-bench-1, appToken: ${slack.appToken}, apiUrl: "${slack.apiUrl}" }`,
    'blogs:',
    ...blogs,
  ];
  writeFileSync(join(folder, 'config.yaml'), lines.join('\n'));
}

/** Starts the built program with the configuration in this folder and waits until it is ready. */
export async function startBuilt(folder: string): Promise<BenchProgram> {
  const main = builtProgram();
  const started = performance.now();
  const child = spawn(process.execPath, [main, 'start', '--config', join(folder, 'config.yaml')], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  for (;;) {
    const url = /http:\/\/[\d.]+:\d+\//u.exec(said)?.[0];
    if (url !== undefined && (await isReady(url))) {
      return { child, url, seconds: (performance.now() - started) / 1000, stop: () => stop(child) };
    }
    if (child.exitCode !== null) throw new Error(`the program ended: ${said}`);
    await sleep(10);
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}ready`)).status === 200;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}
