import { commandsBench } from './commands.ts';
import { alertFigures, searchFigures, summaryFigures } from './figures.ts';
import type { Figure } from './measure.ts';
import { pollBench } from './poll.ts';
import { processBench } from './process.ts';
import { readingBench } from './reading.ts';
import { reconcileBench } from './reconcile.ts';

/**
 * Prints every figure with its bound, and ends with 1 when one does not hold. Run from the project's root, and built as the
 * program is: what compiles TypeScript in passing makes regular expressions anew at each call.
 */
const groups: readonly (readonly [string, () => Promise<Figure[]> | Figure[]])[] = [
  ['A poll of a blog of 1,000 entries', pollBench],
  ['Reading each capture, against the bare parse', readingBench],
  ['Reconcile', reconcileBench],
  ['Alerts', alertFigures],
  ['Search', searchFigures],
  ['Summaries, ROUGE-1 / ROUGE-2 recall', summaryFigures],
  ['Answers of the real program', commandsBench],
  ['The process', processBench],
];

const chosen = process.argv[2]?.toLowerCase();
let broken = 0;
for (const [title, run] of groups) {
  if (chosen !== undefined && !title.toLowerCase().includes(chosen)) continue;
  process.stdout.write(`${title}\n`);
  for (const { name, value, bound, holds } of await run()) {
    if (!holds) broken++;
    process.stdout.write(`  ${holds ? ' ' : '!'} ${name.padEnd(64)} ${value.padStart(16)}  ${bound}\n`);
  }
}
process.exitCode = broken === 0 ? 0 : 1;
