import { bornAt } from './refs.ts';

/** Differences below this are the rounding of a header, ms. */
const ROUNDING = 1_000;

/**
 * Discord's clock, as far as its answers tell. Ids hold Discord's time, so their age must not be reckoned with a clock of
 * ours that may be wrong.
 */
export class ServerTime {
  readonly #now: () => number;
  /** What has to be added to our clock, ms. */
  #ahead = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Reads the `Date` header of an answer: whole seconds, cut off. */
  heard(date: string | null): void {
    const told = Date.parse(date ?? '');
    if (Number.isNaN(told)) return;
    const ahead = told + ROUNDING / 2 - this.#now();
    this.#ahead = Math.abs(ahead) > ROUNDING ? ahead : 0;
  }

  /** How long ago the id was made, ms; right to about a second. */
  ageOf(id: string): number {
    return /^\d+$/u.test(id) ? this.#now() + this.#ahead - bornAt(id) : 0;
  }
}
