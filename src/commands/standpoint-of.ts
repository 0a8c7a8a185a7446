import type { Standpoint } from './entry-places.ts';
import type { Request } from './subcommand.ts';

/** Where the person who asks stands. */
export function standpointOf({ desk, command, sizes, now }: Request): Standpoint {
  return { newsroom: desk.newsroom, channel: command.channel, sizes, now };
}
