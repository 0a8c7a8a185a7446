import { type OpenStore, StoreError, type StoreErrorKind } from '../../src/ports/store.ts';

type Operation = 'get' | 'getMany' | 'set' | 'delete' | 'keys';

/** Says what goes wrong with the n-th call from now on (0 = the next one). */
export type Fault = (call: { readonly n: number; readonly operation: Operation; readonly key: string }) => Outcome;

/** `lost`: the write happens, but the answer does not come. `hang`: until `release`. */
export type Outcome = 'ok' | StoreErrorKind | 'lost' | 'hang';

/**
 * A store in memory that keeps what a real one would keep: JSON. It can fail, hang, lose answers, and be killed –
 * from the n-th call on everything is refused, while what was written before stays for the next process (`reopen`).
 */
export class MemoryStore implements OpenStore {
  readonly #data: Map<string, string>;
  #fault: Fault = () => 'ok';
  #calls = 0;
  #killAt = Number.POSITIVE_INFINITY;
  #dead = false;
  #hanging: (() => void)[] = [];

  constructor(data = new Map<string, string>()) {
    this.#data = data;
  }

  /** What is kept, by key, as JSON. */
  get records(): ReadonlyMap<string, string> {
    return this.#data;
  }

  /** Calls made so far, of all kinds. */
  get calls(): number {
    return this.#calls;
  }

  /** What happens to each call from now on; counts anew. `failWith(() => 'ok')` mends it. */
  failWith(fault: Fault): void {
    this.#fault = fault;
    this.#calls = 0;
  }

  /** After `n` more calls the process counts as dead: every later call is refused and changes nothing. */
  killAfter(n: number): void {
    this.#killAt = this.#calls + n;
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** Lets the calls that hang go on. */
  release(): void {
    for (const go of this.#hanging.splice(0)) go();
  }

  /** The store of the next process: same data, no faults. */
  reopen(): MemoryStore {
    this.#dead = true;
    return new MemoryStore(new Map(this.#data));
  }

  async get<T>(key: string): Promise<T | undefined> {
    await this.#begin('get', key);
    return this.#read<T>(key);
  }

  async getMany<T>(keys: readonly string[]): Promise<(T | undefined)[]> {
    if (keys.length === 0) return [];
    await this.#begin('getMany', keys[0] ?? '');
    return keys.map((key) => this.#read<T>(key));
  }

  async set(key: string, value: unknown): Promise<void> {
    const text = JSON.stringify(value);
    const outcome = await this.#begin('set', key);
    this.#data.set(key, text);
    this.#answer(outcome, key);
  }

  async delete(key: string): Promise<void> {
    const outcome = await this.#begin('delete', key);
    this.#data.delete(key);
    this.#answer(outcome, key);
  }

  async keys(prefix: string): Promise<string[]> {
    await this.#begin('keys', prefix);
    return [...this.#data.keys()].filter((key) => key.startsWith(prefix));
  }

  async close(): Promise<void> {
    this.#dead = true;
  }

  #read<T>(key: string): T | undefined {
    const text = this.#data.get(key);
    return text === undefined ? undefined : (JSON.parse(text) as T);
  }

  async #begin(operation: Operation, key: string): Promise<'ok' | 'lost'> {
    const n = this.#calls;
    this.#calls += 1;
    if (n >= this.#killAt) this.#dead = true;
    await Promise.resolve();
    this.#refuseIfDead();
    const outcome = this.#fault({ n, operation, key });
    if (outcome === 'hang') {
      await new Promise<void>((go) => this.#hanging.push(go));
      this.#refuseIfDead();
      return 'ok';
    }
    if (outcome === 'ok' || outcome === 'lost') return outcome;
    throw new StoreError(outcome, `The store in memory was told to fail with "${outcome}" at ${key}.`);
  }

  #answer(outcome: 'ok' | 'lost', key: string): void {
    if (outcome === 'lost') throw new StoreError('unavailable', `The answer for ${key} was lost.`);
  }

  #refuseIfDead(): void {
    if (this.#dead) throw new StoreError('unavailable', 'The store in memory is closed.');
  }
}
