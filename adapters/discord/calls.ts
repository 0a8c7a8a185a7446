import type { Client, REST } from 'discord.js';
import { LimitedAnswer, toDeliveryError } from './errors.ts';
import type { Guard } from './guard.ts';
import type { Lanes } from './lanes.ts';

/** What a call is: its lane for waiting, its place in words, the caller's signal. */
export type CallFacts = { readonly lane: string; readonly where: string; readonly signal: AbortSignal };

/** Every REST call of ours: one attempt, a time-out over headers and body, failures as `DeliveryError`. */
export class Calls {
  readonly #client: () => Promise<Client>;
  readonly #guard: Guard;
  readonly #lanes: Lanes;
  readonly #timeout: number;

  constructor(client: () => Promise<Client>, guard: Guard, lanes: Lanes, timeout: number) {
    this.#client = client;
    this.#guard = guard;
    this.#lanes = lanes;
    this.#timeout = timeout;
  }

  /** Runs one call. Throws what Discord threw, with its code; `call` turns that into a `DeliveryError`. */
  async raw<T>({ lane, signal }: CallFacts, send: (rest: REST, signal: AbortSignal) => Promise<unknown>): Promise<T> {
    this.#guard.check();
    this.#lanes.check(lane);
    const limit = AbortSignal.any([signal, AbortSignal.timeout(this.#timeout)]);
    try {
      const { rest } = await this.#client();
      return (await send(rest, limit)) as T;
    } catch (error) {
      this.#remember(lane, error);
      throw error;
    }
  }

  async call<T>(facts: CallFacts, send: (rest: REST, signal: AbortSignal) => Promise<unknown>): Promise<T> {
    try {
      return await this.raw<T>(facts, send);
    } catch (error) {
      this.#guard.check();
      throw toDeliveryError(error, facts.where);
    }
  }

  /** Throws `rate-limited` while a lane must wait. */
  lane(lane: string): void {
    this.#lanes.check(lane);
  }

  /** Makes a lane wait. */
  wait(lane: string, ms: number): void {
    this.#lanes.wait(lane, ms);
  }

  #remember(lane: string, error: unknown): void {
    if (!(error instanceof LimitedAnswer)) return;
    if (error.global) this.#lanes.waitAll(error.retryAfter);
    else if (error.code === undefined) this.#lanes.wait(lane, error.retryAfter);
  }
}
