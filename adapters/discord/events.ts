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
    parts.places.forget(id);
    if (parts.served(guild_id)) tell({ kind: 'lost', channel: `discord:${id}` });
  };
  const deleted = ({ id, ids, channel_id, guild_id }: Deleted) => {
    if (!parts.served(guild_id)) return;
    for (const message of ids ?? (id === undefined ? [] : [id])) {
      if (!parts.removedByUs(message)) tell({ kind: 'deleted', channel: `discord:${channel_id}`, message });
    }
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
  client.on(Events.GuildRoleUpdate, (role) => mended(role.guild));
  client.on(Events.GuildCreate, mended);
  client.on(Events.GuildDelete, ({ id }) => {
    tell({ kind: 'workspace-lost', platform: 'discord', workspace: id });
  });
}
