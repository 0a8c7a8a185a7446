import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Mutation } from './mutations.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PARTS = ['src', 'tests', 'adapters', 'config', 'package.json', 'tsconfig.json', 'vitest.config.ts'];

/** What the suites said of a mutated program. */
export type Verdict = 'caught' | 'survived' | 'out of date';

/** Suites that are run one after another until one fails. */
export type Stage = { readonly files: readonly string[]; readonly env?: Readonly<Record<string, string>> };

export const STAGES: readonly Stage[] = [
  {
    files: ['core/detect', 'core/diff', 'core/hold', 'relay/seen-sets', 'relay/deliveries', 'relay/directory'].map(
      (name) => `tests/${name}`,
    ),
  },
  {
    files: [
      'channel',
      'mended',
      'odd-pages',
      'places-never-change',
      'catalogue-delivery',
      'catalogue-reading',
      'equal-entries',
      'silent-entries',
    ].map((name) => `tests/scenarios/${name}`),
  },
  { files: ['tests/relay/convergence'], env: { RELAY_RUNS: '300', RELAY_FIRST_FAILURE: '1' } },
];

/** A copy of the program in which one mutation after another is tried. */
export type Workshop = {
  try(mutation: Mutation, stages?: readonly Stage[]): Promise<Verdict>;
  /** Whether the suites pass on the program as it is; what they say is shown. */
  passes(stages?: readonly Stage[]): Promise<boolean>;
  close(): void;
};

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'mutations-'));
  for (const part of PARTS) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(resolve(ROOT, 'node_modules'), join(folder, 'node_modules'));

  async function allPass(stages: readonly Stage[], output: 'ignore' | 'inherit'): Promise<boolean> {
    for (const stage of stages) if (!(await passes(folder, stage, output))) return false;
    return true;
  }

  return {
    passes: (stages = STAGES) => allPass(stages, 'inherit'),
    async try({ file, find, instead }, stages = STAGES) {
      const path = join(folder, file);
      const before = readFileSync(path, 'utf8');
      if (before.split(find).length !== 2) return 'out of date';
      writeFileSync(
        path,
        before.replace(find, () => instead),
      );
      try {
        return (await allPass(stages, 'ignore')) ? 'survived' : 'caught';
      } finally {
        writeFileSync(path, before);
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** True when the mutation's text stands exactly once where it should. */
export function isUpToDate({ file, find, instead }: Mutation): boolean {
  return find !== instead && readFileSync(join(ROOT, file), 'utf8').split(find).length === 2;
}

/** Runs the suites of a stage; a run that does not end in time counts as failed. */
function passes(folder: string, { files, env }: Stage, output: 'ignore' | 'inherit'): Promise<boolean> {
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs');
  const run = spawn(process.execPath, [vitest, 'run', '--bail=1', '--maxWorkers=1', ...files], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
    timeout: 180_000,
  });
  return new Promise((done, failed) => {
    run.once('error', failed);
    run.once('exit', (code) => done(code === 0));
  });
}
