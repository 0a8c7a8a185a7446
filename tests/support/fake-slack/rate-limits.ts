/** Documented allowances (docs.slack.dev/apis/web-api/rate-limits), counted in a minute that slides. */
const PER_MINUTE: Readonly<Record<string, number>> = {
  'chat.update': 50,
  'chat.delete': 50,
  'conversations.history': 50,
  'conversations.replies': 50,
  'conversations.info': 50,
  'conversations.open': 50,
  'conversations.join': 50,
  'conversations.list': 20,
  'chat.postEphemeral': 100,
  'users.info': 100,
  'views.open': 100,
  'views.publish': 100,
};
const POSTS_PER_MINUTE = 300;
/** "About one a second and channel, short bursts tolerated." */
const CHANNEL_BURST = 4;

/** Answers how many whole seconds a caller has to wait; undefined = go on. */
export class RateLimits {
  readonly #now: () => number;
  readonly #calls = new Map<string, number[]>();
  /** Every refusal, for tests that say there was none. */
  readonly refused: string[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  check(method: string, team: string, channel: string): number | undefined {
    const wait =
      method === 'chat.postMessage'
        ? Math.max(this.#window(`${team} posts`, POSTS_PER_MINUTE), this.#bucket(`${team} ${channel}`))
        : this.#window(`${team} ${method}`, PER_MINUTE[method] ?? Number.POSITIVE_INFINITY);
    if (wait <= 0) return undefined;
    this.refused.push(`${method} ${channel}`);
    return Math.ceil(wait / 1_000);
  }

  #window(key: string, most: number): number {
    const now = this.#now();
    const past = (this.#calls.get(key) ?? []).filter((at) => at > now - 60_000);
    const oldest = past.at(-most);
    if (past.length >= most && oldest !== undefined) return oldest + 60_000 - now;
    this.#calls.set(key, [...past, now]);
    return 0;
  }

  #bucket(key: string): number {
    const now = this.#now();
    const [full = now] = this.#calls.get(key) ?? [];
    const wait = full - now - (CHANNEL_BURST - 1) * 1_000;
    if (wait > 0) return wait;
    this.#calls.set(key, [Math.max(full, now) + 1_000]);
    return 0;
  }
}
