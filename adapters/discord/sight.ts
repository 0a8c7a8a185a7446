import { type ChannelId, platformId } from '../../src/core/channel.ts';
import { DeliveryError } from '../../src/ports/adapter.ts';
import { type AccessParts, bitsOf, told } from './access.ts';
import type { Place } from './places.ts';
import { where } from './places.ts';

/** topics/permissions: View Channel. */
const VIEW = 1n << 10n;
/** resources/channel, "Channel Types": a thread for those who were added to it. */
const PRIVATE_THREAD = 12;

/**
 * Whether a person may read a channel of a server. undefined = Discord does not tell, or does not know the person there:
 * then it does not take direct messages to them either. Throws when it cannot be asked just now.
 */
export async function sees(
  parts: AccessParts,
  person: ChannelId,
  channel: ChannelId,
  server: string | undefined,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  const who = platformId(person).replace(/^@/u, '');
  const id = platformId(channel);
  if (id.startsWith('@')) return id === `@${who}`;
  try {
    const place = await parts.places.of(channel, signal);
    if (place.guild === undefined) return undefined;
    if (server !== undefined && place.guild !== server) return false;
    const member = await told(memberOf(parts, place.guild, who, signal));
    if (member === undefined) return undefined;
    const bits = await bitsOf(parts, place, who, member.roles ?? [], signal);
    if (bits === undefined) return undefined;
    return (bits & VIEW) !== 0n && (await isInThread(parts, place, who, signal));
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    if (error.kind === 'rate-limited' || error.kind === 'unavailable') throw error;
    return undefined;
  }
}

function memberOf(parts: AccessParts, guild: string, member: string, signal: AbortSignal) {
  const facts = { lane: `guild:${guild}`, where: `Server ${guild}`, signal };
  return parts.calls.call<{ roles?: string[] }>(facts, (rest, limit) =>
    rest.get(`/guilds/${guild}/members/${member}`, { signal: limit }),
  );
}

/** Private threads show themselves to those who were added to them alone. */
async function isInThread(parts: AccessParts, place: Place, member: string, signal: AbortSignal): Promise<boolean> {
  if (place.kind !== 'thread') return true;
  const facts = { lane: `channel:${place.id}`, where: where(place), signal };
  const thread = await parts.calls.call<{ type?: number }>(facts, (rest, limit) =>
    rest.get(`/channels/${place.id}`, { signal: limit }),
  );
  if (thread.type !== PRIVATE_THREAD) return true;
  const added = await told(
    parts.calls.call(facts, (rest, limit) =>
      rest.get(`/channels/${place.id}/thread-members/${member}`, { signal: limit }),
    ),
  );
  return added !== undefined;
}
