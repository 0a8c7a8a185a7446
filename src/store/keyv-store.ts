import type { Keyv } from 'keyv';
import { type OpenStore, StoreError } from '../ports/store.ts';
import { withDeadline } from './deadline.ts';
import type { LeaseTable } from './lease.ts';

export type StoreCall = 'get' | 'getMany' | 'set' | 'delete' | 'keys';

/** How one kind of database is reached: what `open-store` needs to make a `Store` of it. */
export type Backend = {
  readonly keyv: Keyv;
  /** Keyv can only walk through keys and values together, so listing is the backend's own. */
  readonly keys: (prefix: string) => Promise<string[]>;
  /** For people: "the state file /data/x.db", never with a password. */
  readonly name: string;
  readonly explain: (error: unknown) => StoreError;
  /** undefined where the file's own lock keeps other processes out. */
  readonly lease: LeaseTable | undefined;
  readonly close: () => Promise<void>;
};

export type CallOptions = {
  /** Milliseconds a call may take. */
  readonly timeout: number;
  /** Asked before each call: throws where the store is not to be used. */
  readonly check: (() => void) | undefined;
  /** Told of each finished call: for the latency histogram. */
  readonly onCall: ((call: StoreCall, ms: number, ok: boolean) => void) | undefined;
};

/** Values read at a time: an embedded store works on our own thread, and what it reads must be parsed there too. */
const SLICE = 50;

function othersTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * The `Store` port over Keyv. Every call has a time-out, and every failure is a `StoreError`: Keyv by itself answers a
 * failed read with `undefined`, which would mean "nothing seen yet: post everything".
 */
export class KeyvStore implements OpenStore {
  readonly #backend: Backend;
  readonly #options: CallOptions;
  #closed: Promise<void> | undefined;

  constructor(backend: Backend, options: CallOptions) {
    this.#backend = backend;
    this.#options = options;
  }

  async get<T>(key: string): Promise<T | undefined> {
    return this.#call('get', () => this.#backend.keyv.get<T>(key));
  }

  async getMany<T>(keys: readonly string[]): Promise<(T | undefined)[]> {
    const found: (T | undefined)[] = [];
    for (let at = 0; at < keys.length; at += SLICE) {
      await othersTurn();
      const slice = keys.slice(at, at + SLICE);
      found.push(...(await this.#call('getMany', () => this.#backend.keyv.getMany<T>(slice))));
    }
    return found;
  }

  async set(key: string, value: unknown): Promise<void> {
    const done = await this.#call('set', () => this.#backend.keyv.set(key, value));
    if (!done) throw new StoreError('unavailable', `${this.#backend.name} did not take a write.`);
  }

  async delete(key: string): Promise<void> {
    await this.#call('delete', () => this.#backend.keyv.delete(key));
  }

  async keys(prefix: string): Promise<string[]> {
    return this.#call('keys', () => this.#backend.keys(prefix));
  }

  close(): Promise<void> {
    this.#closed ??= withDeadline(this.#backend.close(), this.#options.timeout, this.#backend.name).catch((error) => {
      throw this.#backend.explain(error);
    });
    return this.#closed;
  }

  async #call<T>(call: StoreCall, work: () => Promise<T>): Promise<T> {
    if (this.#closed !== undefined) throw new StoreError('unavailable', `${this.#backend.name} is closed.`);
    this.#options.check?.();
    const began = performance.now();
    let ok = false;
    try {
      const result = await withDeadline(work(), this.#options.timeout, this.#backend.name);
      ok = true;
      return result;
    } catch (error) {
      throw this.#backend.explain(error);
    } finally {
      this.#options.onCall?.(call, performance.now() - began, ok);
    }
  }
}
