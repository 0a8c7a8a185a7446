import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from './ports/clock.ts';

/** Longer waits than this overflow the timer and would fire at once. */
const LONGEST = 2 ** 31 - 1;

/** The real time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    // One signal ends many sleeps.
    if (signal !== undefined) setMaxListeners(0, signal);
    await sleep(Math.min(Math.max(0, ms), LONGEST), undefined, signal === undefined ? undefined : { signal });
  },
};
