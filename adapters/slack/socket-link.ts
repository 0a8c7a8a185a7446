import type { SocketModeReceiver } from '@slack/bolt';
import type { ConnectionHealth } from '../../src/ports/adapter.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import { abortable } from './abortable.ts';
import { slackCode, toDeliveryError } from './errors.ts';

/** A pong this late means a dead connection; it also bounds how long a closing one holds us (four thirds of it). */
export const PING_TIMEOUT = 1_200;
const HELLO_TIMEOUT = 10_000;
/** Slack allows few connections a minute: after one that ended at once, and after each failure, we wait (ms). */
const SHORT_LIFE = 2_000;
const PAUSE = 400;
const LONGEST_PAUSE = 15_000;

/**
 * Keeps the socket connected. The SDK's own reconnecting waits before its first attempt, and its promise of a failed one
 * is held by nobody, so a revoked token would end the process; so the SDK's is off and this one reconnects at once, then
 * ever slower. Each connection has a receiver of its own: when Slack asks us to come again, the new one is made while the
 * old one is still being closed, which takes a second where Slack keeps its end open.
 */
export class SocketLink {
  readonly #open: () => SocketModeReceiver;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #stop = new AbortController();
  #health: ConnectionHealth;
  #running: Promise<void> | undefined;
  #receiver: SocketModeReceiver | undefined;

  constructor(open: () => SocketModeReceiver, clock: Clock, log: Log) {
    this.#open = open;
    this.#clock = clock;
    this.#log = log;
    this.#health = { connected: false, since: clock.now(), reason: 'not started' };
  }

  health(): ConnectionHealth {
    return this.#health;
  }

  /** Resolves when connected, or after `patience` ms with the attempts going on; throws when the token is refused. */
  async start(patience: number): Promise<void> {
    const first = new Promise<void>((resolve, reject) => {
      this.#running = this.#keep(resolve, reject);
    });
    const waiting = this.#clock.sleep(patience, this.#stop.signal).catch(() => {});
    await Promise.race([first, waiting]);
  }

  async stop(): Promise<void> {
    this.#stop.abort(new Error('stopped'));
    await this.#receiver?.stop();
    await this.#running;
    this.#set(false, 'stopped');
  }

  async #keep(connected: () => void, refused: (error: Error) => void): Promise<void> {
    const signal = this.#stop.signal;
    for (let failures = 0; !signal.aborted; ) {
      const receiver = this.#open();
      this.#receiver = receiver;
      const ended = endOf(receiver);
      let pause = 0;
      try {
        await this.#connect(receiver);
        const begun = this.#clock.now();
        failures = 0;
        this.#set(true);
        connected();
        await abortable(ended, signal);
        this.#set(false, 'the connection ended');
        if (this.#clock.now() - begun < SHORT_LIFE) pause = PAUSE;
      } catch (error) {
        if (signal.aborted) break;
        const failure = toDeliveryError(error, { method: 'apps.connections.open' });
        this.#set(false, failure.message);
        if (failure.kind === 'forbidden') refused(failure);
        this.#log.warn('slack socket not connected', { reason: slackCode(error) ?? failure.kind });
        failures += 1;
        pause = failure.retryAfter ?? Math.min(LONGEST_PAUSE, (PAUSE / 2) * 2 ** Math.min(failures, 8));
      }
      await this.#clock.sleep(pause, signal).catch(() => {});
    }
  }

  async #connect(receiver: SocketModeReceiver): Promise<void> {
    const late = AbortSignal.any([this.#stop.signal, AbortSignal.timeout(HELLO_TIMEOUT)]);
    try {
      await abortable(Promise.resolve(receiver.start()), late);
    } catch (error) {
      if (late.aborted) await receiver.stop();
      throw error;
    }
  }

  #set(connected: boolean, reason?: string): void {
    if (connected !== this.#health.connected) this.#log.info('slack socket', { connected, reason });
    const since = connected === this.#health.connected ? this.#health.since : this.#clock.now();
    this.#health = reason === undefined ? { connected, since } : { connected, since, reason };
  }
}

/**
 * The end of the connection that is about to be made; listened to before it begins. Slack announces it, and the SDK begins
 * to close at once.
 */
function endOf({ client }: SocketModeReceiver): Promise<void> {
  return new Promise((resolve) => {
    client.once('disconnected', () => resolve());
    client.on('ws_message', (data: unknown) => {
      if (typeof data === 'string' && isDisconnect(data)) resolve();
    });
  });
}

/** The one kind of message that is about the connection and not about anything in Slack; it is always short. */
function isDisconnect(message: string): boolean {
  if (message.length > 1_000 || !message.includes('"disconnect"')) return false;
  try {
    return (JSON.parse(message) as { readonly type?: unknown }).type === 'disconnect';
  } catch {
    return false; // The SDK passes over what is no JSON, and so do we.
  }
}
