import type { Client } from 'discord.js';
import type { ChannelId } from '../../src/core/channel.ts';
import { platformId } from '../../src/core/channel.ts';
import { DeliveryError } from '../../src/ports/adapter.ts';
import type { Calls } from './calls.ts';

/** A channel or thread as far as we need to know it. `guild` is absent for direct messages. */
export type Place = {
  readonly id: string;
  readonly kind: 'text' | 'announcement' | 'forum' | 'thread' | 'direct';
  readonly guild: string | undefined;
  readonly parent: string | undefined;
  readonly name: string | undefined;
  /** The server's name, once the gateway told it. */
  readonly server: string | undefined;
  /** A forum's tags that anybody may set. */
  readonly tags: readonly { readonly id: string; readonly name: string }[];
  readonly locked: boolean;
};

type ChannelWire = {
  id: string;
  type: number;
  guild_id?: string;
  parent_id?: string | null;
  name?: string | null;
  available_tags?: { id: string; name: string; moderated?: boolean }[];
  thread_metadata?: { archived?: boolean; locked?: boolean };
};

/** Channels change seldom; what we know of one is asked anew after ten minutes. */
const KEPT = 600_000;

/** Knows what kind of place a channel id names, and the direct-message channel of a person. */
export class Places {
  readonly #calls: Calls;
  readonly #client: () => Client | undefined;
  readonly #served: readonly string[];
  readonly #now: () => number;
  readonly #known = new Map<string, { place: Place; until: number }>();
  readonly #direct = new Map<string, string>();
  /** What channels are called, kept when they are gone. */
  readonly #names = new Map<string, string>();

  constructor(calls: Calls, client: () => Client | undefined, served: readonly string[], now: () => number) {
    this.#calls = calls;
    this.#client = client;
    this.#served = served;
    this.#now = now;
  }

  /** The place a `discord:` channel names. Throws where it is gone, out of sight or in a guild that is not served. */
  async of(channel: ChannelId, signal: AbortSignal): Promise<Place> {
    const id = platformId(channel);
    if (id.startsWith('@')) return this.#person(id.slice(1), signal);
    const place = await this.#look(id, signal);
    if (place.guild !== undefined && this.#served.length > 0 && !this.#served.includes(place.guild)) {
      throw new DeliveryError(
        'forbidden',
        `${where(place)}: this bot does not serve that server; add ${place.guild} to access.workspaces.`,
      );
    }
    return place;
  }

  forget(id: string): void {
    this.#known.delete(id);
  }

  /** What people call a channel, its server included: `#harbour (Saltmere)`. undefined where nobody told us yet. */
  name(channel: ChannelId): string | undefined {
    const id = platformId(channel);
    if (id.startsWith('@')) {
      const person = this.#client()?.users.cache.get(id.slice(1));
      return person === undefined ? undefined : `direct messages to ${person.displayName}`;
    }
    const cached = this.#cached(id);
    if (cached !== undefined) this.#remember(cached);
    return this.#names.get(id);
  }

  #remember(place: Place): void {
    const words = called(place);
    if (words !== undefined) this.#names.set(place.id, words);
  }

  /** A channel in words before it could be looked up. */
  #whereOf(channel: ChannelId): string {
    const id = platformId(channel);
    const name = this.name(channel);
    if (id.startsWith('@')) return name === undefined ? `Direct messages to ${id.slice(1)}` : capital(name);
    return `Channel ${name ?? id}`;
  }

  async #look(id: string, signal: AbortSignal): Promise<Place> {
    const cached = this.#cached(id);
    const known = this.#known.get(id);
    if (cached === undefined && known !== undefined && known.until > this.#now()) return known.place;
    const place = cached ?? (await this.#fetch(id, signal));
    this.#remember(place);
    this.#known.set(id, { place, until: this.#now() + KEPT });
    return place;
  }

  /** What the gateway already told. */
  #cached(id: string): Place | undefined {
    const channel = this.#client()?.channels.cache.get(id);
    if (channel === undefined || channel.isThread()) return undefined;
    const tags = 'availableTags' in channel ? channel.availableTags : [];
    return {
      id,
      kind: kindOf(channel.type),
      guild: 'guildId' in channel ? (channel.guildId ?? undefined) : undefined,
      server: 'guild' in channel ? channel.guild?.name : undefined,
      parent: 'parentId' in channel ? (channel.parentId ?? undefined) : undefined,
      name: 'name' in channel ? (channel.name ?? undefined) : undefined,
      tags: tags.filter((tag) => !tag.moderated).map((tag) => ({ id: tag.id, name: tag.name })),
      locked: false,
    };
  }

  async #fetch(id: string, signal: AbortSignal): Promise<Place> {
    const facts = { lane: `channel:${id}`, where: this.#whereOf(`discord:${id}`), signal };
    const wire = await this.#calls.call<ChannelWire>(facts, (rest, limit) =>
      rest.get(`/channels/${id}`, { signal: limit }),
    );
    return {
      id: wire.id,
      kind: kindOf(wire.type),
      guild: wire.guild_id,
      server: wire.guild_id === undefined ? undefined : this.#client()?.guilds.cache.get(wire.guild_id)?.name,
      parent: wire.parent_id ?? undefined,
      name: wire.name ?? undefined,
      tags: (wire.available_tags ?? [])
        .filter((tag) => tag.moderated !== true)
        .map(({ id: tag, name }) => ({ id: tag, name })),
      locked: wire.thread_metadata?.locked === true,
    };
  }

  async #person(id: string, signal: AbortSignal): Promise<Place> {
    let channel = this.#direct.get(id);
    if (channel === undefined) {
      const facts = { lane: 'direct', where: this.#whereOf(`discord:@${id}`), signal };
      const wire = await this.#calls.call<ChannelWire>(facts, (rest, limit) =>
        rest.post('/users/@me/channels', { body: { recipient_id: id }, signal: limit }),
      );
      channel = wire.id;
      this.#direct.set(id, channel);
    }
    const none = { guild: undefined, parent: undefined, server: undefined, tags: [], locked: false };
    return { id: channel, kind: 'direct', name: this.#whereOf(`discord:@${id}`), ...none };
  }
}

/** Channel types (resources/channel, "Channel Types"). */
function kindOf(type: number): Place['kind'] {
  if (type === 5) return 'announcement';
  if (type === 15 || type === 16) return 'forum';
  if (type === 10 || type === 11 || type === 12) return 'thread';
  return type === 1 || type === 3 ? 'direct' : 'text';
}

/**
 * A place in words. Never as `<#id>`: these words are read in direct messages, other platforms and logs too, where
 * Discord does not show the name.
 */
export function where(place: Place): string {
  return place.kind === 'direct' ? (place.name ?? 'Direct messages') : `Channel ${called(place) ?? place.id}`;
}

/** A thread of ours in a place, in words. */
export function inThread(place: Place): string {
  return `A thread in ${where(place).replace(/^Channel/u, 'channel')}`;
}

function called({ kind, name, server }: Place): string | undefined {
  if (name === undefined || kind === 'direct') return undefined;
  const words = kind === 'thread' ? `“${name}”` : `#${name}`;
  return server === undefined ? words : `${words} (${server})`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
