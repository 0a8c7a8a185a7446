import type { Client } from 'discord.js';
import type { ChannelId } from '../../src/core/channel.ts';
import type { ChannelAccess } from '../../src/ports/adapter.ts';
import { DeliveryError } from '../../src/ports/adapter.ts';
import type { Calls } from './calls.ts';
import { codeOf, isDeleted } from './errors.ts';
import type { Overwrite } from './permissions.ts';
import { missingIn, permissionsIn } from './permissions.ts';
import type { Place, Places } from './places.ts';
import { where } from './places.ts';

export type AccessParts = {
  readonly calls: Calls;
  readonly places: Places;
  readonly client: () => Client | undefined;
  readonly self: (signal: AbortSignal) => Promise<string>;
};

/** What the bot may do in a channel, asked of Discord anew each time. */
export async function accessOf(parts: AccessParts, channel: ChannelId, signal: AbortSignal): Promise<ChannelAccess> {
  let place: Place;
  try {
    place = await parts.places.of(channel, signal);
    parts.places.forget(place.id);
    place = await parts.places.of(channel, signal);
    const bits = await grantedIn(parts, place, signal);
    const name = parts.places.name(channel);
    const named = name === undefined ? {} : { name };
    if (bits === undefined) return { reachable: true, ...named, missing: [] };
    const missing = missingIn(bits, place.kind === 'thread').map(({ what, why, only }) => ({
      what,
      remedy: `Channel settings → Permissions → the bot's role: allow “${what}” (${why}).`,
      ...(only === undefined ? {} : { only }),
    }));
    return { reachable: missing.every(({ what }) => what !== 'View Channel'), ...named, missing };
  } catch (error) {
    if (!(error instanceof DeliveryError) || !(codeOf(error.cause) ?? 0)) throw error;
    if (isDeleted(error)) return { reachable: false, missing: [{ what: 'The channel', remedy: NO_CHANNEL }] };
    if (error.kind !== 'forbidden' && error.kind !== 'channel-gone') throw error;
    return { reachable: false, missing: [{ what: 'View Channel', remedy: NO_SIGHT }] };
  }
}

const NO_CHANNEL =
  'It was deleted, or its id is wrong: with Developer Mode on, right-click the channel → Copy Channel ID.';
const NO_SIGHT =
  "If the bot is not in the server yet, add it with the invite link. Else: Channel settings → Permissions → the bot's role: allow “View Channel”.";

/** False only where Discord says so: there a search of the history would come back empty. */
export async function canReadHistory(parts: AccessParts, place: Place, signal: AbortSignal): Promise<boolean> {
  const bits = await grantedIn(parts, place, signal);
  return bits === undefined || (bits & HISTORY) !== 0n;
}

const HISTORY = 1n << 16n;

type GuildWire = { id: string; owner_id?: string; roles?: RoleWire[] };
type RoleWire = { id: string; permissions: string; tags?: { bot_id?: string } };
type MemberWire = { roles?: string[] };
type ChannelWire = { parent_id?: string | null; permission_overwrites?: Overwrite[] };

/** The bot's permission bits in a place; undefined where there are none to ask for, or Discord did not tell. */
async function grantedIn(parts: AccessParts, place: Place, signal: AbortSignal): Promise<bigint | undefined> {
  const { guild } = place;
  if (guild === undefined) return undefined;
  const member = await parts.self(signal);
  return bitsOf(parts, place, member, (server) => botRoles(parts, guild, member, server, signal), signal);
}

async function botRoles(
  parts: AccessParts,
  guild: string,
  member: string,
  server: readonly RoleWire[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  return (await told(rolesOf(parts, guild, member, signal))) ?? ownRoles(server, member);
}

/** The permission bits of a member in a place of a server; undefined where Discord did not tell. */
export async function bitsOf(
  parts: AccessParts,
  place: Place,
  member: string,
  roles: readonly string[] | ((server: readonly RoleWire[]) => Promise<readonly string[]>),
  signal: AbortSignal,
): Promise<bigint | undefined> {
  const { guild } = place;
  if (guild === undefined) return undefined;
  const facts = { lane: `guild:${guild}`, where: where(place), signal };
  const channelId = place.kind === 'thread' && place.parent !== undefined ? place.parent : place.id;
  const channel = await parts.calls.call<ChannelWire>(facts, (rest, limit) =>
    rest.get(`/channels/${channelId}`, { signal: limit }),
  );
  const server = await told(
    parts.calls.call<GuildWire>(facts, (rest, limit) => rest.get(`/guilds/${guild}`, { signal: limit })),
  );
  if (server?.roles === undefined) return undefined;
  return permissionsIn({
    guild,
    member,
    roles: typeof roles === 'function' ? await roles(server.roles) : roles,
    owner: server.owner_id,
    guildRoles: server.roles,
    overwrites: channel.permission_overwrites ?? [],
  });
}

/** The role Discord made for the bot when it was invited. */
function ownRoles(roles: readonly RoleWire[], member: string): string[] {
  return roles.filter(({ tags }) => tags?.bot_id === member).map(({ id }) => id);
}

/** What was asked, or undefined when Discord does not know it: that alone says nothing of the channel. */
export async function told<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DeliveryError && error.kind === 'channel-gone') return undefined;
    throw error;
  }
}

/** The bot's own roles: from the gateway when connected, else asked for. */
async function rolesOf(
  parts: AccessParts,
  guild: string,
  member: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const me = parts.client()?.guilds.cache.get(guild)?.members.me;
  if (me !== undefined && me !== null) return me.roles.cache.map(({ id }) => id);
  const facts = { lane: `guild:${guild}`, where: `Server ${guild}`, signal };
  const wire = await parts.calls.call<MemberWire>(facts, (rest, limit) =>
    rest.get(`/guilds/${guild}/members/${member}`, { signal: limit }),
  );
  return wire.roles ?? [];
}
