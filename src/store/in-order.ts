/** Runs the work on each key one after the other, in the order asked; different keys do not wait for each other. */
export class InOrder {
  readonly #last = new Map<string, Promise<unknown>>();

  run<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = Promise.allSettled(keys.flatMap((key) => this.#last.get(key) ?? []));
    const mine = before.then(work);
    for (const key of keys) this.#last.set(key, mine);
    const forget = () => {
      for (const key of keys) if (this.#last.get(key) === mine) this.#last.delete(key);
    };
    mine.then(forget, forget);
    return mine;
  }

  /** Resolves when all that was asked so far is done, or failed. */
  async done(): Promise<void> {
    await Promise.allSettled(this.#last.values());
  }
}
