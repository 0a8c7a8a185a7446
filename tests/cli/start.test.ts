import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'liveblog-start-'));
const children = new Set<ChildProcess>();
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Running = { readonly child: ChildProcess; readonly err: () => string };

/** Starts the program as a process of its own, with nothing of this one's environment that it would read. */
function start(...argv: string[]): Running {
  const tsx = import.meta.resolve('tsx');
  const child = spawn(process.execPath, ['--import', tsx, join(ROOT, 'src/main.ts'), 'start', ...argv], {
    cwd: folder,
    env: { PATH: process.env.PATH, LIVEBLOG_HTTP_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  let err = '';
  child.stdout?.resume();
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return { child, err: () => err };
}

async function exitCode({ child }: Running): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'close');
  return child.exitCode;
}

const started = ({ err }: Running) =>
  vi.waitFor(() => expect(err()).toContain('"msg":"started"'), { timeout: 15_000, interval: 50 });

describe('start as a process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('stops cleanly on %s within ten seconds', async (signal) => {
    const running = start();
    await started(running);

    const began = performance.now();
    running.child.kill(signal);

    expect(await exitCode(running)).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(running.err()).toContain('No chat platform is configured');
  });

  it('is refused on the state of another one that runs, which goes on', async () => {
    const first = start();
    await started(first);

    const second = start();

    expect(await exitCode(second)).toBe(1);
    expect(second.err()).toContain(`in use by process ${first.child.pid}`);
    expect(first.child.exitCode).toBeNull();
  });

  it('with a wrong configuration ends with 2 before it touches anything', async () => {
    writeFileSync(join(folder, 'wrong.yaml'), 'stat: sqlite:elsewhere.db\n');

    const running = start('--config', 'wrong.yaml');

    expect(await exitCode(running)).toBe(2);
    expect(running.err()).toContain('did you mean "state"?');
  });

  it('on a damaged state ends with 1 and leaves it', async () => {
    writeFileSync(join(folder, 'damaged.db'), 'not a database, but kept '.repeat(100));
    writeFileSync(join(folder, 'damaged.yaml'), 'state: sqlite:damaged.db\n');

    const running = start('--config', 'damaged.yaml');

    expect(await exitCode(running)).toBe(1);
    expect(running.err()).toContain('is damaged or is no database');
  });
});
