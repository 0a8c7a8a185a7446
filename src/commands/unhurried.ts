import type { Steps } from '../core/steps.ts';
import type { Clock } from '../ports/clock.ts';

/** So long is worked before others have their turn, ms. An answer to one of them takes several turns. */
const STRETCH = 4;

/** Takes long work step by step, so that polls and other people never wait for it. */
export async function unhurried<T>(steps: Steps<T>, clock: Clock): Promise<T> {
  let since = clock.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (clock.now() - since < STRETCH) continue;
    await clock.sleep(0);
    since = clock.now();
  }
}
