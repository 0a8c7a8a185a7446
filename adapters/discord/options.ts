import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Store } from '../../src/ports/store.ts';

/** Writes nothing. */
export const SILENT: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export type DiscordOptions = {
  readonly token: string;
  /** Another base than https://discord.com/api; the gateway is the one that GET /gateway/bot names. */
  readonly apiUrl?: string;
  /** Guilds whose commands are registered there at once; empty or absent = globally. */
  readonly guilds?: readonly string[];
  /** Guilds served; empty or absent = all that installed the bot. */
  readonly workspaces?: readonly string[];
  /** Announcement channels (ids) whose key events are published to the channels that follow them. */
  readonly publish?: readonly string[];
  /** Milliseconds one call may take, headers and body; default 15 s. */
  readonly timeout?: number;
  /** Milliseconds `start` waits for Discord to be there before it goes on trying in the background; default 15 s. */
  readonly connectTimeout?: number;
  /** Remembers where commands were registered; absent = commands of other guilds than the named ones are left alone. */
  readonly store?: Store;
  readonly clock: Clock;
  readonly log?: Log;
};
