#!/usr/bin/env node
import './frugal-heap.ts';
import { wantsColor } from '../adapters/terminal/index.ts';
import { runCommandLine } from './cli/program.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // The second one is for those who cannot wait.
  process.once(signal, () => {
    stop.abort(new Error(signal));
    process.once(signal, () => process.exit(1));
  });
}
// Whoever reads our output may stop early (`liveblog export … | head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
});

const code = await runCommandLine(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  environment: process.env,
  folder: process.cwd(),
  colour: wantsColor(process.env, process.stdout.isTTY === true),
  columns: () => process.stdout.columns,
  signal: stop.signal,
  now: () => Date.now(),
});
// A pipe is written behind our back: the last of it first.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
