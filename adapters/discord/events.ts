import type { Client, Guild } from 'discord.js';
import type { ChannelEvent, Inbound } from '../../src/ports/adapter.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Places } from './places.ts';
import type { Sdk } from './sdk.ts';

export type EventParts = {
  readonly inbound: Inbound;
  readonly places: Places;
  readonly served: (guild: string | undefined | null) => boolean;
  /** True once for each message that we deleted ourselves. */
  readonly removedByUs: (message: string) => boolean;
  readonly log: Log;
};

type Thread = { id: string; parent_id?: string | null; guild_id?: string; thread_metadata?: { locked?: boolean } };
type Deleted = { id?: string; ids?: readonly string[]; channel_id: string; guild_id?: string };

/**
 * Hands over what happens to channels. Deleted messages come without their author, so every deletion in a served guild
 * is told, except our own; the program knows which messages were its.
 */
export function listenForEvents(sdk: Sdk, client: Client, parts: EventParts): void {
  const { Events, GatewayDispatchEvents: Raw } = sdk;
  const tell = (event: ChannelEvent) => {
    parts.inbound.channel(event).catch((error: unknown) => {
      parts.log.warn('a channel event was not handled', { kind: event.kind, reason: String(error) });
    });
  };
  const gone = ({ id, guild_id }: { id: string; guild_id?: string }) => {
    if (!parts.served(guild_id)) return;
    const channel = `discord:${id}` as const;
    const name = parts.places.name(channel);
    tell({ kind: 'gone', channel, ...(name === undefined ? {} : { name }) });
    parts.places.forget(id);
  };
  const deleted = ({ id, ids, channel_id, guild_id }: Deleted) => {
    if (!parts.served(guild_id)) return;
    // What stands in a thread of ours belongs to the thread's channel.
    const thread = client.channels.cache.get(channel_id);
    const parent = thread?.isThread() ? thread.parentId : null;
    const channels = parent === null ? [channel_id] : [channel_id, parent];
    for (const message of ids ?? (id === undefined ? [] : [id])) {
      if (parts.removedByUs(message)) continue;
      for (const channel of channels) tell({ kind: 'deleted', channel: `discord:${channel}`, message });
    }
  };
  const removed = ({ id, unavailable }: { id: string; unavailable?: boolean }) => {
    // An outage of the server: it comes back by itself, and nothing has changed.
    if (unavailable === true) return;
    const guild = client.guilds.cache.get(id);
    const channels = [...(guild?.channels.cache.keys() ?? [])].map((channel) => `discord:${channel}` as const);
    const name = guild?.name === undefined ? {} : { name: guild.name };
    tell({ kind: 'workspace-lost', platform: 'discord', workspace: id, channels, ...name });
  };
  const joined = (guild: Guild) => {
    const facts = { server: guild.id, name: guild.name };
    if (!parts.served(guild.id)) {
      parts.log.info('added to a server that access.workspaces does not name; nothing is done there', facts);
      return;
    }
    parts.log.info('added to a server', facts);
    tell({ kind: 'workspace-back', platform: 'discord', workspace: guild.id });
    mended(guild);
  };
  const mended = (guild: Guild) => {
    if (!parts.served(guild.id)) return;
    for (const id of guild.channels.cache.keys()) tell({ kind: 'mended', channel: `discord:${id}` });
  };

  client.ws.on(Raw.MessageDelete, deleted);
  client.ws.on(Raw.MessageDeleteBulk, deleted);
  client.ws.on(Raw.ChannelDelete, gone);
  client.ws.on(Raw.ThreadDelete, gone);
  client.ws.on(Raw.ChannelUpdate, ({ id, guild_id }: { id: string; guild_id?: string }) => {
    parts.places.forget(id);
    if (parts.served(guild_id)) tell({ kind: 'mended', channel: `discord:${id}` });
  });
  client.ws.on(Raw.ThreadUpdate, ({ id, parent_id, guild_id, thread_metadata }: Thread) => {
    if (!parts.served(guild_id) || thread_metadata?.locked === true) return;
    // A thread of ours stands for the channel it belongs to.
    for (const channel of [id, parent_id ?? id]) tell({ kind: 'mended', channel: `discord:${channel}` });
  });
  client.on(Events.GuildRoleUpdate, (role) => mended(role.guild));
  client.on(Events.GuildCreate, joined);
  // Before the SDK hears of it and forgets the server's channels.
  client.ws.on(Raw.GuildDelete, removed);
  tellServers(sdk, client, tell);
  tellChannels(sdk, client, tell);
}

/** Each shard names its servers when it identifies itself; once all have, these are all the bot is in. */
function tellServers(sdk: Sdk, client: Client, tell: (event: ChannelEvent) => void): void {
  const ofShard = new Map<number, readonly string[]>();
  client.ws.on(sdk.GatewayDispatchEvents.Ready, ({ guilds }: { guilds: readonly { id: string }[] }, shard: number) => {
    ofShard.set(
      shard,
      guilds.map(({ id }) => id),
    );
    if (ofShard.size < client.ws.shards.size) return;
    tell({ kind: 'workspaces', platform: 'discord', workspaces: [...ofShard.values()].flat() });
  });
}

/**
 * Once a shard has the servers it named, with their channels, those of all are told. Archived threads are not among them.
 * Not the client's own list: it keeps channels that went while a session was over.
 */
function tellChannels(sdk: Sdk, client: Client, tell: (event: ChannelEvent) => void): void {
  const filled = new Set<number>();
  client.on(sdk.Events.ShardReady, (shard) => {
    filled.add(shard);
    if (filled.size < client.ws.shards.size) return;
    const channels = client.guilds.cache
      .flatMap((guild) => guild.channels.cache)
      .map(({ id }) => `discord:${id}` as const);
    tell({ kind: 'channels', platform: 'discord', channels });
  });
}
