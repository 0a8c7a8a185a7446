import type { Clock } from '../../ports/clock.ts';
import { SourceError } from '../../ports/source.ts';

/** Requests to one host at the same time. */
const AT_ONCE = 2;
/** Milliseconds between the starts of two requests to one host. */
const GAP = 100;
/** A host's wish to be left alone is kept at most this long here; the error carries the whole of it. */
const MAX_HOLD = 60 * 60 * 1000;

type Host = { running: number; lastStart: number; heldUntil: number; readonly waiting: (() => void)[] };

/** Politeness: how many requests a host gets at once, how close together, and when none at all. */
export class HostQueue {
  readonly #clock: Clock;
  readonly #hosts = new Map<string, Host>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Resolves when the host may be asked; the caller then owes one `leave`. Throws at once while the host wants quiet. */
  async enter(name: string, options: { near: boolean; where: string; signal: AbortSignal }): Promise<void> {
    const host = this.#host(name);
    this.#checkHold(host, options.where);
    if (host.running >= AT_ONCE) await this.#turn(host, options.signal);
    else host.running += 1;
    try {
      this.#checkHold(host, options.where);
      await this.#gap(host, options);
    } catch (error) {
      this.leave(name);
      throw error;
    }
  }

  leave(name: string): void {
    const host = this.#hosts.get(name);
    if (host === undefined) return;
    const next = host.waiting.shift();
    if (next !== undefined) {
      next();
      return;
    }
    host.running -= 1;
    if (host.running === 0 && host.heldUntil <= this.#clock.now() && this.#hosts.size > 1_000) this.#hosts.delete(name);
  }

  /** The host asked for `ms` of quiet (Retry-After). */
  hold(name: string, ms: number): void {
    const host = this.#host(name);
    host.heldUntil = Math.max(host.heldUntil, this.#clock.now() + Math.min(ms, MAX_HOLD));
  }

  #host(name: string): Host {
    const known = this.#hosts.get(name);
    if (known !== undefined) return known;
    const host: Host = { running: 0, lastStart: 0, heldUntil: 0, waiting: [] };
    this.#hosts.set(name, host);
    return host;
  }

  #checkHold(host: Host, where: string): void {
    const wait = host.heldUntil - this.#clock.now();
    if (wait <= 0) return;
    const text = `${where} was not asked: its server wants quiet for another ${Math.ceil(wait / 1000)} s; it will be tried after that.`;
    throw new SourceError('rate-limited', text, { retryAfter: wait });
  }

  /** A leaving request hands its place over, so `running` stays as it is. */
  async #turn(host: Host, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const go = (): void => {
        signal.removeEventListener('abort', stop);
        resolve();
      };
      const stop = (): void => {
        host.waiting.splice(host.waiting.indexOf(go), 1);
        reject(signal.reason);
      };
      host.waiting.push(go);
      signal.addEventListener('abort', stop, { once: true });
    });
  }

  /** The start is booked before the wait, so that two that wait at the same time do not start together. */
  async #gap(host: Host, options: { near: boolean; signal: AbortSignal }): Promise<void> {
    const now = this.#clock.now();
    const start = options.near ? now : Math.max(now, host.lastStart + GAP);
    host.lastStart = start;
    if (start > now) await this.#clock.sleep(start - now, options.signal);
  }
}
