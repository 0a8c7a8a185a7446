import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Metrics } from '../ports/metrics.ts';
import { type OpenStore, StoreError } from '../ports/store.ts';
import { openStore } from '../store/open-store.ts';

/** Between two attempts to reach a state server that is not up yet, ms. */
const AGAIN = 2000;

/**
 * Opens the state. A server that does not answer is waited for, so that services may start in any order; everything else
 * that is wrong with the state is the operator's to mend, and is thrown.
 */
export async function openStateWhenReady(
  location: string,
  parts: { readonly clock: Clock; readonly log: Log; readonly metrics: Metrics; readonly signal: AbortSignal },
): Promise<OpenStore> {
  const { clock, log, signal } = parts;
  for (;;) {
    try {
      return await openStore(location);
    } catch (error) {
      const isServer = !location.startsWith('sqlite:');
      if (!(error instanceof StoreError) || error.kind !== 'unavailable' || !isServer) throw error;
      log.warn('the state does not answer yet and is waited for', { reason: error.message });
      await clock.sleep(AGAIN, signal);
    }
  }
}
