import { LIMITED_BY_CHANNEL, RULES, type Rule } from './limits.ts';

/**
 * Counts our own calls against Slack's documented limits, so that the platform never has to say "too many": `take` says
 * how long to wait instead. Remembers what Slack said when it did all the same. One for each workspace.
 */
export class Budget {
  readonly #calls = new Map<string, number[]>();
  readonly #blocked = new Map<string, number>();

  /** Milliseconds until a call may be made; 0 = it may, and is counted. */
  take(method: string, channel: string, now: number): number {
    const rules = (RULES[method] ?? []).map((rule) => ({ rule, key: keyOf(method, channel, rule) }));
    const waits = rules.map(({ rule, key }) => waitFor(rule, this.#calls.get(key) ?? [], now));
    const wait = Math.max(0, this.#blockedFor(method, channel, now), ...waits);
    if (wait > 0) return wait;
    for (const { rule, key } of rules) this.#calls.set(key, remember(rule, this.#calls.get(key) ?? [], now));
    return 0;
  }

  /** Slack said to wait: until then no call of this method (posts: into this channel) is made. */
  block(method: string, channel: string, until: number): void {
    this.#blocked.set(blockKey(method, channel), until);
  }

  #blockedFor(method: string, channel: string, now: number): number {
    const key = blockKey(method, channel);
    const until = this.#blocked.get(key) ?? 0;
    if (until <= now) this.#blocked.delete(key);
    return until - now;
  }
}

function keyOf(method: string, channel: string, rule: Rule): string {
  return rule.by === 'channel' ? `${method} ${channel}` : method;
}

function blockKey(method: string, channel: string): string {
  return LIMITED_BY_CHANNEL.has(method) ? `${method} ${channel}` : method;
}

/** A window remembers when its calls were; a bucket remembers one moment, the one at which it will be full again. */
function waitFor(rule: Rule, past: readonly number[], now: number): number {
  if (rule.kind === 'bucket') return Math.max(0, (past[0] ?? now) - now - (rule.calls - 1) * rule.ms);
  const recent = past.filter((at) => at > now - rule.ms);
  const oldest = recent.at(-rule.calls);
  return oldest === undefined ? 0 : oldest + rule.ms - now;
}

function remember(rule: Rule, past: readonly number[], now: number): number[] {
  if (rule.kind === 'bucket') return [Math.max(past[0] ?? now, now) + rule.ms];
  return [...past.filter((at) => at > now - rule.ms), now];
}
