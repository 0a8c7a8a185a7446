import type { Clock } from '../../src/ports/clock.ts';

/** A clock that stands still until it is moved; sleepers wake when it passes their time. */
export type FakeClock = Clock & {
  advance(ms: number): void;
  /** `advance`, and lets those who wake go on. */
  pass(ms: number): Promise<void>;
  set(at: number): void;
};

export function createFakeClock(start: number): FakeClock {
  let now = start;
  const sleepers = new Set<{ at: number; wake: () => void }>();

  function wakeSleepers(): void {
    for (const sleeper of [...sleepers].toSorted((a, b) => a.at - b.at)) {
      if (sleeper.at <= now) sleeper.wake();
    }
  }

  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = {
          at: now + ms,
          wake: () => {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', stop);
            resolve();
          },
        };
        const stop = () => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        if (signal?.aborted) reject(signal.reason);
        else if (ms <= 0) resolve();
        else {
          sleepers.add(sleeper);
          signal?.addEventListener('abort', stop, { once: true });
        }
      }),
    advance(ms) {
      now += ms;
      wakeSleepers();
    },
    async pass(ms) {
      now += ms;
      wakeSleepers();
      await new Promise((resolve) => setImmediate(resolve));
    },
    set(at) {
      now = Math.max(now, at);
      wakeSleepers();
    },
  };
}
