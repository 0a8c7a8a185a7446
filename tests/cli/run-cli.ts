import { runCommandLine } from '../../src/cli/program.ts';

export type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** Runs one command line inside the test. */
export async function runCli(
  argv: readonly string[],
  options: { readonly folder?: string; readonly environment?: Record<string, string>; readonly now?: number } = {},
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommandLine(argv, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    environment: options.environment ?? {},
    folder: options.folder ?? '/nowhere',
    colour: false,
    signal: new AbortController().signal,
    now: () => options.now ?? Date.UTC(2026, 0, 1, 12),
  });
  return { code, out: out.join(''), err: err.join('') };
}
