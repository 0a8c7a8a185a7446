import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'liveblog-kill-'));
const writers = new Set<ChildProcess>();
afterAll(() => {
  for (const writer of writers) writer.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the writing process; resolves when the store is open there. */
async function startWriter(location: string, lanes: number): Promise<{ writer: ChildProcess; printed: () => string }> {
  const script = resolve(import.meta.dirname, 'sqlite-writer.ts');
  const writer = spawn(process.execPath, ['--import', 'tsx', script, location, String(lanes)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  writers.add(writer);
  let printed = '';
  writer.stdout?.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  await once(writer.stdout ?? writer, 'data');
  return { writer, printed: () => printed };
}

const pause = (ms: number) => new Promise((go) => setTimeout(go, ms));

describe('a process killed with SIGKILL while it writes', () => {
  it.each([
    [1, 20],
    [20, 200],
    [200, 1500],
  ])('leaves every set that had resolved (%i at a time, after %i or more)', async (lanes, enough) => {
    const location = `sqlite:${join(folder, `kill-${lanes}.db`)}`;
    const { writer, printed } = await startWriter(location, lanes);

    while (printed().split('\n').length < enough) await pause(2);
    writer.kill('SIGKILL');
    await once(writer, 'close');

    const resolved = printed().split('\n').slice(1, -1);
    const store = await openStore(location);
    const found = await store.getMany<{ n: number }>(resolved.map((n) => `n:${n}`));
    await store.close();
    expect(resolved.length).toBeGreaterThan(enough / 2);
    expect(found.map((value) => String(value?.n))).toEqual(resolved);
  });

  it('leaves no lock behind, and held one while it lived', async () => {
    const location = `sqlite:${join(folder, 'lock.db')}`;
    const { writer } = await startWriter(location, 1);

    await expect(openStore(location)).rejects.toMatchObject({
      name: 'StoreError',
      kind: 'locked',
      message: expect.stringContaining(`in use by process ${writer.pid}`),
    });
    const reader = await openStore(location, { access: 'read' });
    await vi.waitFor(async () => expect(await reader.get('n:0')).toMatchObject({ n: 0 }));
    await reader.close();

    writer.kill('SIGKILL');
    await once(writer, 'close');
    const store = await openStore(location);
    await store.set('after', true);
    await store.close();
  });
});
