import type { Client } from 'discord.js';
import type { ChannelId } from '../../src/core/channel.ts';
import type { Adapter, ChannelAccess, ConnectionHealth, Inbound, Status } from '../../src/ports/adapter.ts';
import type { Log } from '../../src/ports/log.ts';
import { accessOf, canReadHistory } from './access.ts';
import { Calls } from './calls.ts';
import { Commands } from './commands.ts';
import { Connection } from './connection.ts';
import { listenForEvents } from './events.ts';
import { Guard } from './guard.ts';
import { Lanes } from './lanes.ts';
import type { DiscordOptions } from './options.ts';
import { SILENT } from './options.ts';
import { DiscordOutbound } from './outbound.ts';
import { registerHere } from './own-commands.ts';
import { Places } from './places.ts';
import { Publisher } from './publish.ts';
import type { Sdk } from './sdk.ts';
import { createClient, loadSdk } from './sdk.ts';
import { ServerTime } from './server-time.ts';
import { sees } from './sight.ts';
import { Threads } from './threads.ts';

export { discordApplication } from './application.ts';
export type { DiscordOptions } from './options.ts';

/** Ids of messages we deleted, kept until their events have come. */
const REMOVALS = 1_000;

/**
 * Discord as one adapter. Nothing is loaded or sent before it is used: posting and `status().access` work without
 * `start`, which adds the gateway connection and the commands.
 */
export function createDiscordAdapter(options: DiscordOptions): Adapter {
  return new DiscordAdapter(options);
}

class DiscordAdapter implements Adapter {
  readonly platform = 'discord';
  readonly outbound: DiscordOutbound;
  readonly #options: DiscordOptions;
  readonly #guard: Guard;
  readonly #time: ServerTime;
  readonly #calls: Calls;
  readonly #places: Places;
  readonly #connection: Connection;
  readonly #removals = new Set<string>();
  #inbound: Inbound | undefined;
  #sdk: Promise<Sdk> | undefined;
  #made: Promise<Client> | undefined;
  #client: Client | undefined;
  #self: string | undefined;

  constructor(options: DiscordOptions) {
    const now = () => options.clock.now();
    const log = options.log ?? SILENT;
    this.#options = options;
    this.#guard = new Guard(now);
    this.#time = new ServerTime(now);
    this.#calls = new Calls(() => this.#ready(), this.#guard, new Lanes(now), options.timeout ?? 15_000);
    this.#places = new Places(this.#calls, () => this.#client, options.workspaces ?? [], now);
    this.#connection = new Connection(options.clock, log);
    this.outbound = new DiscordOutbound({
      calls: this.#calls,
      places: this.#places,
      threads: new Threads(this.#calls),
      publisher: new Publisher(this.#calls, options.publish ?? [], now, log),
      now,
      self: (signal) => this.#whoAmI(signal),
      canReadHistory: (place, signal) => canReadHistory(this.#accessParts(), place, signal),
      removing: (message) => this.#removing(message),
      gone: (channel) => this.#gone(channel),
    });
  }

  async start(inbound: Inbound): Promise<void> {
    this.#inbound = inbound;
    const [sdk, client] = await Promise.all([this.#load(), this.#ready()]);
    const log = this.#options.log ?? SILENT;
    this.#connection.listen(sdk, client);
    listenForEvents(sdk, client, {
      inbound,
      places: this.#places,
      served: (guild) => this.#serves(guild),
      removedByUs: (message) => this.#removals.delete(message),
      log,
    });
    const commands = new Commands({
      client,
      inbound,
      clock: this.#options.clock,
      ageOf: (id) => this.#time.ageOf(id),
      log,
      served: (guild) => this.#serves(guild),
    });
    client.ws.on(sdk.GatewayDispatchEvents.InteractionCreate, (payload: unknown) => {
      void commands.handle(payload);
    });
    const { token, connectTimeout = 15_000 } = this.#options;
    await this.#connection.open(sdk, client, token, connectTimeout, () => this.#register(client, log));
  }

  /** Commands that could not be registered leave those of the last start; posting goes on. */
  async #register(client: Client, log: Log): Promise<void> {
    const application = client.application?.id;
    if (application === undefined) return;
    try {
      const { guilds = [], store } = this.#options;
      const present = [...client.guilds.cache.keys()];
      await registerHere({ rest: client.rest, application, wanted: guilds, present, store, log });
    } catch (error) {
      log.error('the commands could not be registered; those of the last start stay', { reason: String(error) });
    }
  }

  async stop(): Promise<void> {
    this.#connection.close();
    await this.#client?.destroy();
  }

  status(): Status {
    return {
      health: () => this.#health(),
      access: (channel, signal) => this.#access(channel, signal),
      name: (channel) => this.#places.name(channel),
      sees: (person, channel, server, signal) => sees(this.#accessParts(), person, channel, server, signal),
    };
  }

  /** A bot that may not send anything is not connected, whatever the gateway says. */
  #health(): ConnectionHealth {
    const stop = this.#guard.stopped();
    return stop === undefined
      ? this.#connection.health()
      : { connected: false, since: stop.since, reason: stop.reason };
  }

  #access(channel: ChannelId, signal: AbortSignal): Promise<ChannelAccess> {
    return accessOf(this.#accessParts(), channel, signal);
  }

  #accessParts() {
    return {
      calls: this.#calls,
      places: this.#places,
      client: () => this.#client,
      self: (signal: AbortSignal) => this.#whoAmI(signal),
    };
  }

  #load(): Promise<Sdk> {
    this.#sdk ??= loadSdk();
    return this.#sdk;
  }

  #ready(): Promise<Client> {
    this.#made ??= this.#load().then((sdk) => {
      this.#client = createClient(sdk, this.#options, { guard: this.#guard, time: this.#time });
      return this.#client;
    });
    return this.#made;
  }

  #serves(guild: string | undefined | null): boolean {
    const { workspaces = [] } = this.#options;
    return workspaces.length === 0 || guild === undefined || guild === null || workspaces.includes(guild);
  }

  /** The bot's own user id. */
  async #whoAmI(signal: AbortSignal): Promise<string> {
    this.#self ??= this.#client?.user?.id;
    if (this.#self === undefined) {
      const facts = { lane: 'self', where: 'Discord', signal };
      const me = await this.#calls.call<{ id: string }>(facts, (rest, limit) =>
        rest.get('/users/@me', { signal: limit }),
      );
      this.#self = me.id;
    }
    return this.#self;
  }

  async #gone(channel: ChannelId): Promise<void> {
    const name = this.#places.name(channel);
    await this.#inbound?.channel({ kind: 'gone', channel, ...(name === undefined ? {} : { name }) });
  }

  #removing(message: string): () => void {
    this.#removals.add(message);
    const [oldest] = this.#removals;
    if (this.#removals.size > REMOVALS && oldest !== undefined) this.#removals.delete(oldest);
    return () => this.#removals.delete(message);
  }
}
