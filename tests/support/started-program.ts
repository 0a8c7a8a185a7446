import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export type StartedProgram = {
  /** Everything it wrote so far. */
  readonly said: () => string;
  /** Asks it to stop, and gives its exit code and how long it took, ms. Its state goes with it. */
  stop(): Promise<{ readonly code: number | null; readonly after: number }>;
};

/** The whole program as an operator runs it, with this configuration and a state file of its own. */
export function startProgram(config: string, environment: Readonly<Record<string, string>>): StartedProgram {
  const folder = mkdtempSync(join(tmpdir(), 'liveblog-started-'));
  const file = join(folder, 'config.yaml');
  writeFileSync(file, `state: sqlite:${join(folder, 'state.db')}\n${config}`);
  const main = resolve(import.meta.dirname, '../../src/main.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', main, 'start', '--config', file], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      said += String(data);
    });

  return {
    said: () => said,
    async stop() {
      const begun = Date.now();
      child.kill('SIGTERM');
      const giveUp = setTimeout(() => child.kill('SIGKILL'), 10_000);
      const code = await ended;
      clearTimeout(giveUp);
      rmSync(folder, { recursive: true, force: true });
      return { code, after: Date.now() - begun };
    },
  };
}
