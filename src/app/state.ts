import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Metrics } from '../ports/metrics.ts';
import { type OpenStore, StoreError } from '../ports/store.ts';
import { openStore } from '../store/open-store.ts';

/** Between two attempts to reach a state server that is not up yet, ms. */
const AGAIN = 2000;
const WAITED_FOR = {
  unavailable: 'the state does not answer yet and is waited for',
  locked: 'another process uses the state and is waited for',
};

/**
 * Opens the state for this process alone. A server that does not answer is waited for, so that services may start in any
 * order, and so is another process that uses it: a killed one's hold ends by itself. Everything else that is wrong with the
 * state is the operator's to mend, and is thrown.
 */
export async function openStateWhenReady(
  location: string,
  parts: { readonly clock: Clock; readonly log: Log; readonly metrics: Metrics; readonly signal: AbortSignal },
): Promise<OpenStore> {
  const { clock, log, signal } = parts;
  for (;;) {
    try {
      return await openStore(location, { aloneBy: clock });
    } catch (error) {
      const isServer = !location.startsWith('sqlite:');
      if (!isServer || !(error instanceof StoreError) || !(error.kind in WAITED_FOR)) throw error;
      log.warn(WAITED_FOR[error.kind as keyof typeof WAITED_FOR], { reason: error.message });
      await clock.sleep(AGAIN, signal);
    }
  }
}
