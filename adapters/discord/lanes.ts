import { DeliveryError } from '../../src/ports/adapter.ts';

/**
 * Remembers until when a kind of call must wait, by lane (`post:CHANNEL`, `edit:CHANNEL`, …) and for all of them. A lane
 * that must wait refuses at once; nobody sleeps here, so one limited channel never delays another.
 */
export class Lanes {
  readonly #now: () => number;
  readonly #until = new Map<string, number>();
  #all = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Throws `rate-limited` when the lane, or everything, must wait. */
  check(lane: string): void {
    const now = this.#now();
    const until = Math.max(this.#all, this.#until.get(lane) ?? 0);
    if (until > now) {
      throw new DeliveryError('rate-limited', 'Discord asked us to wait before the next call of this kind.', {
        retryAfter: until - now,
      });
    }
    this.#until.delete(lane);
  }

  wait(lane: string, ms: number): void {
    this.#until.set(lane, this.#now() + ms);
    if (this.#until.size > 10_000) this.#forgetPast();
  }

  waitAll(ms: number): void {
    this.#all = Math.max(this.#all, this.#now() + ms);
  }

  #forgetPast(): void {
    const now = this.#now();
    for (const [lane, until] of this.#until) if (until <= now) this.#until.delete(lane);
  }
}
