import type { Clock } from '../../src/ports/clock.ts';

/** Where facts go; pino's loggers fit. Messages are static, facts are fields; tokens, payloads and texts never. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Writes nothing. */
export const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

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
  readonly clock: Clock;
  readonly log?: Log;
};
