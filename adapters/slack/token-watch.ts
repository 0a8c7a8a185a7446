import type { ConnectionHealth } from '../../src/ports/adapter.ts';
import type { SlackOptions } from './options.ts';
import type { Workspaces } from './workspaces.ts';

const EVERY = 15_000;

/** Health where there is no connection to keep: connected means that Slack knew our token when last asked. */
export class TokenWatch {
  readonly #workspaces: Workspaces;
  readonly #options: SlackOptions;
  readonly #stop = new AbortController();
  #health: ConnectionHealth;

  constructor(workspaces: Workspaces, options: SlackOptions) {
    this.#workspaces = workspaces;
    this.#options = options;
    this.#health = { connected: false, since: options.clock.now(), reason: 'not started' };
  }

  health(): ConnectionHealth {
    return this.#health;
  }

  async start(): Promise<void> {
    if (await this.#ask()) return;
    void this.#keepAsking().catch(() => {});
  }

  async stop(): Promise<void> {
    this.#stop.abort(new Error('stopped'));
    this.#health = { connected: false, since: this.#options.clock.now(), reason: 'stopped' };
  }

  async #keepAsking(): Promise<void> {
    do await this.#options.clock.sleep(EVERY, this.#stop.signal);
    while (!(await this.#ask()));
  }

  async #ask(): Promise<boolean> {
    const since = this.#options.clock.now();
    try {
      await this.#workspaces.own?.identity(this.#stop.signal);
      this.#health = { connected: true, since };
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown';
      this.#health = { connected: false, since: this.#health.since, reason };
    }
    return this.#health.connected;
  }
}
