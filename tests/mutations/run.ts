import { MUTATIONS, type Mutation } from './mutations.ts';
import { openWorkshop, type Verdict } from './workshop.ts';

/*
 * `npm run test:mutations [words…]`: breaks the program in each named way and demands that a test notices; with words, only
 * the mutations whose names hold them. Two at a time, about ten minutes. Nightly, not part of `npm test`, which checks only
 * that the list fits the sources.
 */

/** Mutations tried at the same time. */
const AT_ONCE = 2;

const words = process.argv.slice(2);
const waiting = MUTATIONS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const verdicts = new Map<Mutation, Verdict>();

async function work(): Promise<void> {
  const workshop = openWorkshop();
  try {
    if (!(await workshop.passes())) throw new Error('The suites fail on the program as it is: mend that first.');
    for (let mutation = waiting.shift(); mutation !== undefined; mutation = waiting.shift()) {
      const start = performance.now();
      const verdict = await workshop.try(mutation);
      verdicts.set(mutation, verdict);
      const seconds = Math.round((performance.now() - start) / 1000);
      process.stdout.write(`${verdict.padEnd(11)} ${`${seconds} s`.padStart(5)}  ${mutation.name}\n`);
    }
  } finally {
    workshop.close();
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, work));
const bad = [...verdicts].filter(([, verdict]) => verdict !== 'caught');
process.stdout.write(`${verdicts.size - bad.length} of ${verdicts.size} mutations were caught.\n`);
process.exitCode = bad.length === 0 ? 0 : 1;
