import { type ChannelId, platformId } from '../../src/core/channel.ts';

/** The parts of a channel's name: `slack:T1/C1`, `slack:C1`, `slack:T1/@U1`. */
export type Place = { readonly team: string | undefined; readonly id: string; readonly person: boolean };

export function placeOf(channel: ChannelId): Place {
  const name = platformId(channel);
  const slash = name.indexOf('/');
  const id = name.slice(slash + 1);
  const person = id.startsWith('@');
  return { team: slash < 0 ? undefined : name.slice(0, slash), id: person ? id.slice(1) : id, person };
}

/** How a channel is written: with its workspace only where there may be several. */
export function channelName(team: string | undefined, id: string): ChannelId {
  return team === undefined ? `slack:${id}` : `slack:${team}/${id}`;
}
