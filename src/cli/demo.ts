import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Config } from '../../config/config.ts';
import { loadConfig } from '../../config/load.ts';
import { defaultSettings } from '../app/defaults.ts';
import { type App, startApp } from '../app.ts';
import type { SampleServer } from '../demo/sample-server.ts';
import { createLog } from '../log/log.ts';
import { systemClock } from '../system-clock.ts';
import { programVersion } from '../version.ts';
import type { Io } from './io.ts';
import { speed, wholeNumber } from './option-values.ts';
import { terminalOf } from './terminal-of.ts';

type DemoOptions = { readonly port: number; readonly speed: number; readonly once?: boolean };

const BLOG = 'saltmere';
/** Between two looks at the sample, ms at speed 1: it lives on this machine, so there is nobody to be polite to. */
const LOOK = 1000;
/** Looks after the sample has played out, so that its last entry and a suspected withdrawal are settled. */
const LAST_LOOKS = 4;
/** Work under way has this long to end, ms. */
const GRACE = 5000;

/** `liveblog demo`: the bundled sample live blog, followed by the real pipeline into the terminal. */
export function addDemo(program: Command, io: Io): void {
  program
    .command('demo')
    .description('follow a sample live blog in this terminal: no account, no network')
    .option('--port <number>', 'where the sample is served; 0 = any free one', wholeNumber(0, 65_535), 0)
    .option('--speed <factor>', 'how many times faster than the usual minute and a half', speed, 1)
    .option('--once', 'end when the sample has played out')
    .action((options: DemoOptions) => demo(options, io));
}

async function demo(options: DemoOptions, io: Io): Promise<void> {
  // Loaded only here: the bot has no use for it.
  const { createSampleServer } = await import('../demo/sample-server.ts');
  const folder = await mkdtemp(join(tmpdir(), 'liveblog-demo-'));
  const stop = new AbortController();
  const signal = AbortSignal.any([io.signal, stop.signal]);
  const sample = await createSampleServer({ ...options, clock: systemClock, signal }).catch(async (error: unknown) => {
    await rm(folder, { recursive: true, force: true });
    throw error;
  });
  let app: App | undefined;
  try {
    app = await startApp(demoConfig(sample.url, folder), {
      version: programVersion(),
      clock: systemClock,
      log: createLog({ level: 'error', secrets: [], now: io.now }),
      terminal: { out: terminalOf(io), color: io.colour },
      signal,
    });
    io.err(introduction(sample, app));
    await follow(app, sample, options, io);
  } finally {
    stop.abort();
    await app?.stop(GRACE);
    await sample.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Everything by default, but for the one blog, no chat platform, and a state that is thrown away. */
function demoConfig(url: string, folder: string): Config {
  const usual = loadConfig({ environment: {}, folder });
  const settings = { ...defaultSettings(), backfill: 'all', settle: 0, editGap: 0 } as const;
  return {
    ...usual,
    state: `sqlite:${join(folder, 'demo.db')}`,
    http: { host: '127.0.0.1', port: 0 },
    blogs: [{ name: BLOG, url, routes: [{ channel: 'terminal:', settings }] }],
  };
}

/** Looks at the sample every second while it plays; the usual cadence would show a lively evening in few big steps. */
async function follow(app: App, sample: SampleServer, options: DemoOptions, io: Io): Promise<void> {
  const wait = Math.max(200, LOOK / options.speed);
  let over = false;
  void sample.done.then(() => {
    over = true;
  });
  for (let last = LAST_LOOKS; last > 0 && !io.signal.aborted; last -= over ? 1 : 0) {
    await app.relay.wakeBlog(BLOG);
    await pause(wait, io.signal);
  }
  if (options.once === true || io.signal.aborted) return;
  io.err('The evening is over. Ctrl-C ends the demo; `npx liveblog start` follows real live blogs.\n');
  while (!io.signal.aborted) await pause(60_000, io.signal);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await systemClock.sleep(ms, signal).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

function introduction(sample: SampleServer, app: App): string {
  const page = app.url === undefined ? '' : `Health and metrics: ${app.url}\n`;
  return `A sample live blog is served at ${sample.url} and followed here. Ctrl-C ends.\n${page}\n`;
}
