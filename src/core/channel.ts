export type Platform = 'slack' | 'discord' | 'terminal';

/**
 * One chat destination, written `platform:id`: `slack:C123`, `slack:T1/C123` (with several workspaces),
 * `discord:1122334455` (a channel or thread), `terminal:`. A person's direct messages: `slack:@U123`, `slack:T1/@U123`,
 * `discord:@1122334455`.
 */
export type ChannelId = `${Platform}:${string}`;

const CHANNEL = /^(slack:(?:[TE][A-Z0-9]+\/)?(?:[CGD][A-Z0-9]+|@[UW][A-Z0-9]+)|discord:@?\d{1,20}|terminal:[\w-]*)$/;

/** Reads `platform:id`; undefined when it is not one. */
export function parseChannel(text: string): ChannelId | undefined {
  return CHANNEL.test(text) ? (text as ChannelId) : undefined;
}

export function platformOf(channel: ChannelId): Platform {
  return channel.slice(0, channel.indexOf(':')) as Platform;
}

/** What the platform itself calls the channel: the part after `platform:`. */
export function platformId(channel: ChannelId): string {
  return channel.slice(channel.indexOf(':') + 1);
}

/** Channels that are gone, and the workspace they were in when it is gone as a whole. */
export type GonePlace = { readonly channels: readonly ChannelId[]; readonly workspace?: string };
