import type { Inbound } from '../ports/adapter.ts';
import { CommandError } from '../ports/commands.ts';
import type { Relay } from '../relay/relay.ts';

/** What people do on the platforms, led to the commands and the relay. */
export function inboundOf(relay: Relay): Inbound {
  return {
    command: async () => {
      throw new CommandError('This program answers no commands yet.');
    },
    complete: async () => [],
    channel: (event) => relay.channelEvent(event),
  };
}
