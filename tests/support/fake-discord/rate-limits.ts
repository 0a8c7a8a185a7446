/** One answer's rate-limit headers, and whether the request is over it. */
export type Verdict = {
  readonly headers: Record<string, string>;
  readonly over?: { readonly retryAfter: number; readonly scope: 'user' | 'shared' | 'global' };
};

type Window = { until: number; left: number };

/** Requests a window per bucket; "typical" numbers, for Discord publishes none. */
const BUCKETS: readonly (readonly [RegExp, number, number])[] = [
  [/^POST \/channels\/:id\/messages$/u, 5, 5_000],
  [/^PATCH \/channels\/:id\/messages\/:id$/u, 5, 5_000],
  [/^DELETE \/channels\/:id\/messages\/:id$/u, 5, 1_000],
  [/^POST \/channels\/:id\/messages\/:id\/crosspost$/u, 10, 3_600_000],
  [/./u, 50, 1_000],
];

/** Buckets by route and channel, guild or webhook; fifty requests a second over all; the ban for bad manners. */
export class RateLimits {
  readonly #windows = new Map<string, Window>();
  #second: Window = { until: 0, left: 50 };
  #invalid: number[] = [];
  /** Answers of 401, 403 and 429 in ten minutes that lead to the ban. */
  banAfter = 10_000;
  /** Every 429 given, with the route. */
  readonly given: string[] = [];

  banned(): boolean {
    return this.#invalid.length >= this.banAfter;
  }

  invalid(): void {
    this.#invalid.push(Date.now());
  }

  get invalidCount(): number {
    return this.#invalid.length;
  }

  ask(method: string, path: string): Verdict {
    const now = Date.now();
    const route = `${method} ${path.replace(/\d{5,20}/gu, ':id').replace(/(webhooks\/:id)\/[^/]+/u, '$1/:token')}`;
    const major = /^\/(?:channels|guilds|webhooks)\/(\d+(?:\/[\w.-]+)?)/u.exec(path)?.[1]?.split('/')[0] ?? 'none';
    const [, limit, length] = BUCKETS.find(([pattern]) => pattern.test(route)) ?? BUCKETS[4] ?? [/./u, 50, 1_000];
    const window = this.#window(`${route}:${major}`, limit, length, now);
    const headers = () => headersOf(route, limit, window, now);
    if (!path.includes('/callback')) {
      if (this.#second.until <= now) this.#second = { until: now + 1_000, left: 50 };
      if (this.#second.left <= 0) {
        this.given.push(route);
        return { headers: headers(), over: { retryAfter: this.#second.until - now, scope: 'global' } };
      }
      this.#second.left -= 1;
    }
    if (window.left <= 0) {
      this.given.push(route);
      return { headers: headers(), over: { retryAfter: window.until - now, scope: 'user' } };
    }
    window.left -= 1;
    return { headers: headers() };
  }

  #window(key: string, limit: number, length: number, now: number): Window {
    let window = this.#windows.get(key);
    if (window === undefined || window.until <= now) {
      window = { until: now + length, left: limit };
      this.#windows.set(key, window);
    }
    return window;
  }
}

function headersOf(route: string, limit: number, window: Window, now: number): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(window.left),
    'x-ratelimit-reset': (window.until / 1_000).toFixed(3),
    'x-ratelimit-reset-after': ((window.until - now) / 1_000).toFixed(3),
    'x-ratelimit-bucket': Buffer.from(route).toString('hex').slice(0, 32),
  };
}
