import { z } from 'zod';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Store } from '../../src/ports/store.ts';
import { deriveKey, seal, unseal } from './seal.ts';
import type { Tokens } from './workspaces.ts';

const PREFIX = 'slack-installation:';

const Installed = z.object({ token: z.string(), name: z.string().optional() });
const Sealed = z.object({ v: z.literal(1), sealed: z.string(), at: z.number() });

export type Installed = z.infer<typeof Installed>;

/**
 * The workspaces that installed the app, one record each, its token encrypted. A record that cannot be read with our key
 * counts as not installed, and the log says so.
 */
export class Installations implements Tokens {
  readonly #store: Store;
  readonly #key: Buffer;
  readonly #clock: Clock;
  readonly #log: Log;

  constructor(store: Store, secret: string, clock: Clock, log: Log) {
    this.#store = store;
    this.#key = deriveKey(secret, 'slack tokens');
    this.#clock = clock;
    this.#log = log;
  }

  /** Installing again replaces the token. */
  async save(team: string, installed: Installed): Promise<void> {
    const sealed = seal(JSON.stringify(installed), this.#key, team);
    await this.#store.set(`${PREFIX}${team}`, { v: 1, sealed, at: this.#clock.now() });
  }

  async token(team: string): Promise<string | undefined> {
    const record = Sealed.safeParse(await this.#store.get(`${PREFIX}${team}`)).data;
    if (record === undefined) return undefined;
    const text = unseal(record.sealed, this.#key, team);
    if (text !== undefined) return Installed.parse(JSON.parse(text)).token;
    this.#log.error('slack token cannot be decrypted; install the app again or restore the key', { team });
    return undefined;
  }

  async teams(): Promise<readonly string[]> {
    return (await this.#store.keys(PREFIX)).map((key) => key.slice(PREFIX.length)).sort();
  }

  /** Forgets a workspace, unless it installed the app again after `at`. True when there was something to forget. */
  async forget(team: string, at: number): Promise<boolean> {
    const record = Sealed.safeParse(await this.#store.get(`${PREFIX}${team}`)).data;
    if (record === undefined || record.at > at + CLOCKS) return false;
    await this.#store.delete(`${PREFIX}${team}`);
    return true;
  }
}

/** Slack's times of events are whole seconds, and its clock is not ours. */
const CLOCKS = 2_000;
