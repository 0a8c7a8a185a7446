import type { Clock } from '../../src/ports/clock.ts';

/** Slack tells of a deletion within seconds, again at the latest five minutes after a missed acknowledgement. */
const KEPT = 10 * 60_000;

/**
 * What was seen lately: messages we removed ourselves, events already handled. In memory; after a restart a repetition
 * may pass once, which callers must stand.
 */
export class Recent {
  readonly #seen = new Map<string, number>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(...key: readonly string[]): void {
    const now = this.#clock.now();
    // A map keeps the order of insertion, so the oldest come first.
    this.#seen.delete(key.join(' '));
    this.#seen.set(key.join(' '), now);
    for (const [old, at] of this.#seen) {
      if (at > now - KEPT) break;
      this.#seen.delete(old);
    }
  }

  /** It did not happen after all. */
  forget(...key: readonly string[]): void {
    this.#seen.delete(key.join(' '));
  }

  has(...key: readonly string[]): boolean {
    const at = this.#seen.get(key.join(' '));
    return at !== undefined && at > this.#clock.now() - KEPT;
  }
}
