import type { Client } from 'discord.js';
import type { ConnectionHealth } from '../../src/ports/adapter.ts';
import { DeliveryError } from '../../src/ports/adapter.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from './options.ts';
import type { Sdk } from './sdk.ts';

/** How long a first connection may take before `start` gives up. */
const PATIENCE = 60_000;

/**
 * The gateway connection as it is. discord.js resumes, identifies anew and notices dead connections by itself; this only
 * listens, so that readiness tells the truth.
 */
export class Connection {
  readonly #clock: Clock;
  readonly #log: Log;
  #health: ConnectionHealth;

  constructor(clock: Clock, log: Log) {
    this.#clock = clock;
    this.#log = log;
    this.#health = { connected: false, since: clock.now(), reason: 'not started yet' };
  }

  health(): ConnectionHealth {
    return this.#health;
  }

  /** Logs in and waits until Discord has said who we are and which servers we are in. */
  async open(sdk: Sdk, client: Client, token: string): Promise<void> {
    this.#listen(sdk, client);
    const given = new AbortController();
    const ready = new Promise<void>((resolve) => client.once(sdk.Events.ClientReady, () => resolve()));
    const refused = new Promise<never>((_, reject) => {
      client.once(sdk.Events.ShardDisconnect, ({ code }) => reject(closed(code)));
    });
    const late = this.#clock.sleep(PATIENCE, given.signal).then(() => {
      throw new DeliveryError('unavailable', 'Discord: no connection within a minute. Is the network up?');
    });
    const login = client.login(token).catch((error: unknown) => {
      throw loginFailed(error);
    });
    try {
      await Promise.race([Promise.all([login, ready]), refused, late]);
    } catch (error) {
      this.#lost(error instanceof Error ? error.message : 'the connection failed');
      throw error;
    } finally {
      given.abort();
      for (const promise of [refused, late]) promise.catch(() => undefined);
    }
  }

  close(): void {
    this.#lost('stopped');
  }

  #listen(sdk: Sdk, client: Client): void {
    const { Events } = sdk;
    client.on(Events.ClientReady, () => this.#up());
    client.on(Events.ShardReady, () => this.#up());
    client.on(Events.ShardResume, () => this.#up());
    client.on(Events.ShardReconnecting, () => this.#lost('reconnecting to Discord'));
    client.on(Events.ShardDisconnect, ({ code }) => {
      const { message } = closed(code);
      this.#lost(message);
      this.#log.error({ code, reason: message }, 'discord closed the connection for good');
    });
    client.on(Events.ShardError, (error) => this.#log.warn({ reason: error.message }, 'discord connection error'));
    client.on(Events.Error, (error) => this.#log.warn({ reason: error.message }, 'discord client error'));
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

function loginFailed(error: unknown): DeliveryError {
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
