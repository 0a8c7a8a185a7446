import type { Clock } from '../ports/clock.ts';

/** Takes long work step by step, so that polls and other people never wait for it. */
export async function unhurried<T>(steps: Generator<undefined, T>, clock: Clock): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await clock.sleep(0);
  }
}
