import type { Client } from 'discord.js';
import type { ConnectionHealth } from '../../src/ports/adapter.ts';
import { DeliveryError } from '../../src/ports/adapter.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Sdk } from './sdk.ts';

/** Pause between attempts to reach Discord at the start. */
const RETRY = 3_000;

/**
 * The gateway connection as it is. discord.js resumes, identifies anew and notices dead connections by itself; this only
 * listens, so that readiness tells the truth.
 */
export class Connection {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #stopped = new AbortController();
  #health: ConnectionHealth;

  constructor(clock: Clock, log: Log) {
    this.#clock = clock;
    this.#log = log;
    this.#health = { connected: false, since: clock.now(), reason: 'not started yet' };
  }

  health(): ConnectionHealth {
    return this.#health;
  }

  /** Before anybody else listens: whoever is told something by Discord finds the connection up. */
  listen(sdk: Sdk, client: Client): void {
    const { Events } = sdk;
    client.on(Events.ClientReady, () => this.#up());
    client.on(Events.ShardReady, () => this.#up());
    client.on(Events.ShardResume, () => this.#up());
    client.on(Events.ShardReconnecting, () => this.#lost('reconnecting to Discord'));
    client.on(Events.ShardDisconnect, ({ code }) => {
      const { message } = closed(code);
      this.#lost(message);
      this.#log.error('discord closed the connection for good', { code, reason: message });
    });
    client.on(Events.ShardError, (error) => this.#log.warn('discord connection error', { reason: error.message }));
    client.on(Events.Error, (error) => this.#log.warn('discord client error', { reason: error.message }));
  }

  /**
   * Connects, and runs `then` once connected. Where Discord cannot be reached it waits `patience` and leaves the rest to
   * the background, so that the bot may start in any order with the network; a refused token throws.
   */
  async open(sdk: Sdk, client: Client, token: string, patience: number, then: () => Promise<void>): Promise<void> {
    const waited = new AbortController();
    const connecting = this.#connect(sdk, client, token).then(then);
    const late = this.#clock.sleep(patience, waited.signal).then(
      () => 'late' as const,
      () => 'late' as const,
    );
    connecting.catch((error: unknown) => {
      this.#lost(error instanceof Error ? error.message : 'the connection failed');
      if (waited.signal.aborted && !this.#stopped.signal.aborted) {
        this.#log.error('discord could not be connected', { reason: String(error) });
      }
    });
    try {
      const first = await Promise.race([connecting, late]);
      if (first === 'late')
        this.#log.warn('discord is not connected yet; going on in the background', { reason: this.#health.reason });
    } finally {
      waited.abort();
    }
  }

  close(): void {
    this.#stopped.abort();
    this.#lost('stopped');
  }

  async #connect(sdk: Sdk, client: Client, token: string): Promise<void> {
    await this.#reach(client);
    const ready = new Promise<void>((resolve) => client.once(sdk.Events.ClientReady, () => resolve()));
    const refused = new Promise<never>((_, reject) => {
      client.once(sdk.Events.ShardDisconnect, ({ code }) => reject(closed(code)));
    });
    refused.catch(() => undefined);
    const login = client.login(token).catch((error: unknown) => {
      throw loginFailed(error);
    });
    await Promise.race([Promise.all([login, ready]), refused]);
  }

  /** Waits until Discord answers; a client that failed to log in cannot be used again, so it is asked for first. */
  async #reach(client: Client): Promise<void> {
    for (;;) {
      try {
        await client.rest.get('/gateway/bot');
        return;
      } catch (error) {
        const failed = loginFailed(error);
        if (failed.kind === 'forbidden') throw failed;
        this.#lost(failed.message);
        await this.#clock.sleep(RETRY, this.#stopped.signal);
      }
    }
  }

  #up(): void {
    if (!this.#health.connected) this.#health = { connected: true, since: this.#clock.now() };
  }

  #lost(reason: string): void {
    const since = this.#health.connected ? this.#clock.now() : this.#health.since;
    this.#health = { connected: false, since, reason };
  }
}

/** Close codes after which Discord wants no reconnection (topics/opcodes-and-status-codes, "Gateway Close Event Codes"). */
function closed(code: number): DeliveryError {
  if (code === 4004) return badToken();
  if (code === 4013 || code === 4014) {
    return new DeliveryError(
      'forbidden',
      'Discord: the bot asked for an intent it may not have. It needs none that must be switched on; check the application in the developer portal.',
    );
  }
  return new DeliveryError(
    'unavailable',
    `Discord closed the connection (${code}). Restart the bot; if it comes again, see the developer portal.`,
  );
}

/** Why nobody can log in with this token, for whoever starts the program. */
export function loginFailed(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'TokenInvalid' || (error instanceof Error && 'status' in error && error.status === 401))
    return badToken();
  const reason = error instanceof Error ? error.message : 'unknown';
  return new DeliveryError('unavailable', `Discord: the connection failed (${reason}). Is the network up?`);
}

function badToken(): DeliveryError {
  return new DeliveryError(
    'forbidden',
    'Discord does not accept the bot token. Copy it anew from the developer portal (Bot → Reset Token) into DISCORD_TOKEN.',
  );
}
