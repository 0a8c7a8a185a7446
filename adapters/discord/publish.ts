import type { Post } from '../../src/core/post.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Calls } from './calls.ts';
import { DISCORD } from './limits.ts';
import type { Place } from './places.ts';
import { where } from './places.ts';

const HOUR = 3_600_000;

/**
 * Publishes key events of announcement channels to the channels that follow them, when the operator asked for it. A
 * failure is logged and the post stands: publishing is an extra, and Discord allows about ten an hour.
 */
export class Publisher {
  readonly #calls: Calls;
  readonly #channels: readonly string[];
  readonly #now: () => number;
  readonly #log: Log;
  readonly #published = new Map<string, number[]>();

  constructor(calls: Calls, channels: readonly string[], now: () => number, log: Log) {
    this.#calls = calls;
    this.#channels = channels;
    this.#now = now;
    this.#log = log;
  }

  async consider(place: Place, message: string, post: Post, signal: AbortSignal): Promise<void> {
    if (place.kind !== 'announcement' || !this.#channels.includes(place.id) || !isKeyEvent(post)) return;
    const recent = (this.#published.get(place.id) ?? []).filter((at) => at > this.#now() - HOUR);
    if (recent.length >= DISCORD.crosspostsPerHour) {
      this.#log.info('key event not published: ten an hour are all Discord allows', {
        channel: `discord:${place.id}`,
      });
      return;
    }
    this.#published.set(place.id, [...recent, this.#now()]);
    const facts = { lane: `publish:${place.id}`, where: where(place), signal };
    try {
      await this.#calls.call(facts, (rest, limit) =>
        rest.post(`/channels/${place.id}/messages/${message}/crosspost`, { signal: limit }),
      );
    } catch (error) {
      this.#log.warn('key event posted but not published', {
        channel: `discord:${place.id}`,
        reason: String(error),
      });
    }
  }
}

function isKeyEvent(post: Post): boolean {
  return post.kind === 'entry' && post.view.entry.flags.some((flag) => flag === 'key' || flag === 'breaking');
}
