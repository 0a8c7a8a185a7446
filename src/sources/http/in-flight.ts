import { setMaxListeners } from 'node:events';

type Flight<T> = { readonly result: Promise<T>; readonly stop: AbortController; passengers: number };

/** Lets all who want the same thing at the same time share one piece of work, which stops when the last of them gives up. */
export class InFlight<T> {
  readonly #flights = new Map<string, Flight<T>>();

  /** `work` runs only when nobody is at it under `key`. Rejects with the signal's reason when `signal` aborts. */
  async share(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    const flight = this.#flights.get(key) ?? this.#begin(key, work);
    flight.passengers += 1;
    try {
      return await unlessAborted(flight.result, signal);
    } finally {
      flight.passengers -= 1;
      if (flight.passengers === 0) {
        if (this.#flights.get(key) === flight) this.#flights.delete(key);
        flight.stop.abort(signal.reason);
      }
    }
  }

  #begin(key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const stop = new AbortController();
    const result = work(stop.signal).finally(() => {
      if (this.#flights.get(key)?.stop === stop) this.#flights.delete(key);
    });
    result.catch(() => undefined); // every passenger gets the failure; this only keeps it from counting as unhandled
    const flight = { result, stop, passengers: 0 };
    this.#flights.set(key, flight);
    return flight;
  }
}

async function unlessAborted<T>(result: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    // One signal stops all polls of the program: many listeners are no leak.
    setMaxListeners(0, signal);
    signal.addEventListener('abort', stop, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
