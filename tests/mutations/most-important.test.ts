import { afterAll, describe, expect, it } from 'vitest';
import { MUTATIONS } from './mutations.ts';
import { openWorkshop, type Stage } from './workshop.ts';

/*
 * The first five mutations of the list, against the suites that know of them: some twenty seconds. All of them, against all
 * fast suites and the convergence property: `npm run test:mutations`.
 */
const FIVE = MUTATIONS.slice(0, 5);
const SUITES: readonly Stage[] = [
  {
    files: ['tests/core/diff', 'tests/core/detect', 'tests/relay/seen-sets', 'tests/scenarios/mended'],
  },
];

describe('a program broken on purpose', () => {
  const workshop = openWorkshop();
  afterAll(() => workshop.close());

  it('passes as it is', async () => {
    expect(await workshop.passes(SUITES)).toBe(true);
  }, 120_000);

  it.each(FIVE.map((mutation) => [mutation.name, mutation] as const))(
    'is caught: %s',
    async (_name, mutation) => {
      expect(await workshop.try(mutation, SUITES)).toBe('caught');
    },
    120_000,
  );
});
