import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export type StartedProgram = {
  /** Everything it wrote so far, over all its lives. */
  readonly said: () => string;
  /** Kills it at once, as a power cut would; its state stays. */
  kill(): Promise<void>;
  /** Starts it again on the same state. */
  startAgain(): void;
  /** Asks it to stop, and gives its exit code and how long it took, ms. Its state goes with it. */
  stop(): Promise<{ readonly code: number | null; readonly after: number }>;
};

/** The whole program as an operator runs it, with this configuration and a state file of its own. */
export function startProgram(config: string, environment: Readonly<Record<string, string>>): StartedProgram {
  const folder = mkdtempSync(join(tmpdir(), 'liveblog-started-'));
  const file = join(folder, 'config.yaml');
  writeFileSync(file, `state: sqlite:${join(folder, 'state.db')}\n${config}`);
  let said = '';
  let life = start();

  function start(): Life {
    const main = resolve(import.meta.dirname, '../../src/main.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', main, 'start', '--config', file], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        said += String(data);
      });
    return { child, ended: new Promise((done) => child.once('exit', done)) };
  }

  return {
    said: () => said,
    async kill() {
      life.child.kill('SIGKILL');
      await life.ended;
    },
    startAgain() {
      life = start();
    },
    async stop() {
      const begun = Date.now();
      life.child.kill('SIGTERM');
      const giveUp = setTimeout(() => life.child.kill('SIGKILL'), 10_000);
      const code = await life.ended;
      clearTimeout(giveUp);
      rmSync(folder, { recursive: true, force: true });
      return { code, after: Date.now() - begun };
    },
  };
}

type Life = { readonly child: ChildProcess; readonly ended: Promise<number | null> };

/** Waits until something can be seen; says what `why` tells when it does not come to pass within 40 s. */
export async function eventually(look: () => boolean, why: () => string): Promise<void> {
  const end = Date.now() + 40_000;
  while (!look()) {
    if (Date.now() > end) throw new Error(`it did not come to pass; ${why()}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}
