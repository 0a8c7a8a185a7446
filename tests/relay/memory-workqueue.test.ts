import { expect, it } from 'vitest';
import { createMemoryWorkqueue } from '../../src/relay/memory-workqueue.ts';
import { workqueueContract } from '../contracts/workqueue-contract.ts';
import { createFakeClock } from '../support/fake-clock.ts';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Lets everything that is not waiting for time go on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

function opened(options: {
  readonly concurrency: number;
  readonly backOff: { readonly first: number; readonly longest: number };
  readonly onStart?: (late: number) => void;
}) {
  const clock = createFakeClock(1_000_000);
  return {
    queue: createMemoryWorkqueue({ clock, log: silent, ...options }),
    now: () => clock.now(),
    pass: async (ms: number) => {
      await settled();
      clock.advance(ms);
      await settled();
      await settled();
    },
  };
}

workqueueContract({ name: 'in-memory', open: async (options) => opened(options) });

it('how late a key was when its run began is told', async () => {
  const late: number[] = [];
  const backOff = { first: 100, longest: 1_000 };
  const { queue, now, pass } = opened({ concurrency: 1, backOff, onStart: (ms) => late.push(ms) });
  await queue.wake('a', now() + 100);
  await pass(350);
  await queue.start(async () => undefined);
  await pass(0);

  expect(late).toEqual([250]);
  await queue.stop(0);
});
