import type { ChannelId } from '../core/channel.ts';
import type { Facts, Log } from '../ports/log.ts';

/** A log that says beside a channel's id what people call it: nobody knows their channels by numbers. */
export function withChannelNames(log: Log, nameOf: (channel: ChannelId) => string | undefined): Log {
  const named = (facts: Facts | undefined): Facts | undefined => {
    if (typeof facts?.channel !== 'string') return facts;
    const channelName = nameOf(facts.channel as ChannelId);
    return channelName === undefined ? facts : { ...facts, channelName };
  };
  return {
    debug: (message, facts) => log.debug(message, named(facts)),
    info: (message, facts) => log.info(message, named(facts)),
    warn: (message, facts) => log.warn(message, named(facts)),
    error: (message, facts) => log.error(message, named(facts)),
  };
}
