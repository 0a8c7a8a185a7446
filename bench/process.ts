import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtProgram } from '../tests/support/built-program.ts';
import { FakeSlack } from '../tests/support/fake-slack/fake-slack.ts';
import { type Figure, median } from './measure.ts';
import { liveBlogJson, liveBlogPage, sampleUpdates } from './sample-blog.ts';

const BLOGS = 100;
const ENTRIES = 200;
const MOST_MEGABYTES = 150;
const MOST_SECONDS = 1.5;

/** Memory and start of the real program following 100 blogs of 200 entries each into Slack. */
export async function processBench(): Promise<Figure[]> {
  const main = builtProgram();
  const folder = mkdtempSync(join(tmpdir(), 'liveblog-bench-'));
  const slack = await new FakeSlack().start();
  slack.world.addTeam('T1', 'xoxb-bench-1');
  slack.world.addChannel('C1', 'T1');
  const page = liveBlogPage(liveBlogJson(sampleUpdates(ENTRIES)));
  const server = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' }).end(page),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    writeFileSync(join(folder, 'config.yaml'), configOf(folder, origin, slack));
    const first = await start(main, folder);
    await sleep(12_000);
    const memory = residentMegabytes(first.child);
    await stop(first.child);
    const starts: number[] = [];
    for (let i = 0; i < 5; i++) {
      const again = await start(main, folder);
      starts.push(again.seconds);
      await stop(again.child);
    }
    const seconds = median(starts);
    return [
      {
        name: `resident memory, ${BLOGS} blogs of ${ENTRIES} entries`,
        value: `${memory} MB`,
        bound: `≤ ${MOST_MEGABYTES} MB`,
        holds: memory <= MOST_MEGABYTES,
      },
      {
        name: `start to ready, ${BLOGS} blogs in the state`,
        value: `${seconds.toFixed(2)} s`,
        bound: `≤ ${MOST_SECONDS} s`,
        holds: seconds <= MOST_SECONDS,
      },
    ];
  } finally {
    server.closeAllConnections();
    server.close();
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function configOf(folder: string, origin: string, slack: FakeSlack): string {
  const blogs = Array.from(
    { length: BLOGS },
    (_, n) => `  blog-${n}: { url: "${origin}/${n}", poll: 10s, to: ["slack:C1"] }`,
  );
  return [
    `state: sqlite:${join(folder, 'state.db')}`,
    'http: { port: 0 }',
    `slack: { botToken: xoxb-bench-1, appToken: ${slack.appToken}, apiUrl: "${slack.apiUrl}" }`,
    'blogs:',
    ...blogs,
  ].join('\n');
}

/** Starts the program and waits until `/ready` says 200. */
async function start(main: string, folder: string): Promise<{ child: ChildProcess; seconds: number }> {
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
    if (url !== undefined && (await isReady(url))) return { child, seconds: (performance.now() - started) / 1000 };
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

function residentMegabytes(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1]) / 1024);
}
