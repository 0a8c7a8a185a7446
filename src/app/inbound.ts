import type { Commands } from '../commands/commands.ts';
import type { Inbound } from '../ports/adapter.ts';
import type { Relay } from '../relay/relay.ts';

/** What people do on the platforms, led to the commands and the relay. */
export function inboundOf(relay: Relay, commands: Commands): Inbound {
  return {
    command: (command) => commands.run(command),
    complete: (partial) => commands.complete(partial),
    channel: (event) => relay.channelEvent(event),
  };
}
