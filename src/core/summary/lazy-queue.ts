import type { Steps } from '../steps.ts';

type Queued<T> = { readonly item: T; readonly place: number; worth: number };

/**
 * Gives the best of its items again and again, where what an item is worth only ever falls: the one that still leads after
 * its worth was looked at anew is the best of all, and the rest need not be looked at (Minoux 1978). Of equals the one put
 * in first leads.
 */
export class LazyQueue<T> {
  readonly #heap: Queued<T>[] = [];

  /** Items worth nothing are left out. */
  put(item: T, worth: number): void {
    if (worth <= 0) return;
    this.#heap.push({ item, place: this.#heap.length, worth });
    this.#rise(this.#heap.length - 1);
  }

  /** Takes out the best; `worthOf` tells what an item is worth now, 0 = it is dropped. A step for each item looked at. */
  *take(worthOf: (item: T) => number): Steps<T | undefined> {
    for (let [top] = this.#heap; top !== undefined; [top] = this.#heap) {
      const worth = worthOf(top.item);
      if (worth > 0 && worth === top.worth) {
        this.#drop();
        return top.item;
      }
      if (worth > 0) {
        top.worth = worth;
        this.#sink();
      } else this.#drop();
      yield;
    }
    return undefined;
  }

  #drop(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#sink();
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const above = (at - 1) >> 1;
      if (!this.#swapIfBetter(at, above)) return;
      at = above;
    }
  }

  #sink(): void {
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const better = this.#leads(right, left) ? right : left;
      if (!this.#swapIfBetter(better, at)) return;
      at = better;
    }
  }

  #leads(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (a === undefined || b === undefined) return false;
    return a.worth > b.worth || (a.worth === b.worth && a.place < b.place);
  }

  #swapIfBetter(lower: number, upper: number): boolean {
    const [a, b] = [this.#heap[lower], this.#heap[upper]];
    if (a === undefined || b === undefined || !this.#leads(lower, upper)) return false;
    this.#heap[upper] = a;
    this.#heap[lower] = b;
    return true;
  }
}
