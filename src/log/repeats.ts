export type Verdict = { readonly say: false } | { readonly say: true; readonly repeats: number };

type Run = { readonly since: number; repeats: number };

/** More kinds of trouble than this at once are not kept apart. */
const MOST = 1000;

/**
 * The same trouble again and again is said once, and then once an interval with how often it came. What a run hid at its
 * end is said with its next beginning.
 */
export class Repeats {
  readonly #interval: number;
  readonly #runs = new Map<string, Run>();

  /** `interval`: milliseconds between two lines about the same. */
  constructor(interval: number) {
    this.#interval = interval;
  }

  hear(key: string, now: number): Verdict {
    const run = this.#runs.get(key);
    if (run !== undefined && now - run.since < this.#interval) {
      run.repeats += 1;
      return { say: false };
    }
    this.#runs.delete(key);
    if (this.#runs.size >= MOST) this.#runs.delete(this.#runs.keys().next().value ?? '');
    this.#runs.set(key, { since: now, repeats: 0 });
    return { say: true, repeats: run?.repeats ?? 0 };
  }
}
