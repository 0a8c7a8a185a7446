import { DeliveryError } from '../../src/ports/adapter.ts';
import { DISCORD, INVALID_REQUESTS_OURS } from './limits.ts';

/**
 * Stops traffic before Discord does. A refused token ends it for good; many refusals (401, 403, 429) within ten minutes
 * end it until they are that old: at 10,000 Discord bans the address (topics/rate-limits, "Invalid Request Limit").
 */
export class Guard {
  readonly #now: () => number;
  readonly #allowed: number;
  #refusals: number[] = [];
  #banned = 0;
  #token: { readonly reason: string; readonly since: number } | undefined;
  #bannedSince = 0;

  constructor(now: () => number, allowed = INVALID_REQUESTS_OURS) {
    this.#now = now;
    this.#allowed = allowed;
  }

  /** Why nothing may be sent at the moment, and since when: in words, with the wait when it ends by itself. */
  stopped(): { reason: string; since: number; wait: number | undefined } | undefined {
    if (this.#token !== undefined) return { ...this.#token, wait: undefined };
    const now = this.#now();
    if (this.#banned > now) {
      const reason = 'Discord has blocked this address for a while';
      return { reason, since: this.#bannedSince, wait: this.#banned - now };
    }
    this.#refusals = this.#refusals.filter((at) => at > now - DISCORD.invalidWindow);
    const first = this.#refusals[0];
    const last = this.#refusals.at(-1);
    if (first === undefined || last === undefined || this.#refusals.length < this.#allowed) return undefined;
    return {
      since: last,
      reason: 'too many refused requests; pausing before Discord blocks us',
      wait: first + DISCORD.invalidWindow - now,
    };
  }

  /** Throws when nothing may be sent. */
  check(): void {
    const stop = this.stopped();
    if (stop === undefined) return;
    if (stop.wait === undefined) throw new DeliveryError('forbidden', stop.reason);
    throw new DeliveryError('rate-limited', `Discord: ${stop.reason}.`, { retryAfter: stop.wait });
  }

  refused(): void {
    this.#refusals.push(this.#now());
  }

  /** A refusal that is not Discord's JSON comes from its network edge: the temporary ban. */
  ban(wait: number): void {
    if (this.#banned <= this.#now()) this.#bannedSince = this.#now();
    this.#banned = Math.max(this.#banned, this.#now() + wait);
  }

  tokenRefused(): void {
    if (this.#token !== undefined) return;
    const reason =
      'Discord does not accept the bot token any more. Nothing is sent until it is replaced: copy the token from the ' +
      'developer portal (Bot → Reset Token) into DISCORD_TOKEN and restart.';
    this.#token = { reason, since: this.#now() };
  }
}
