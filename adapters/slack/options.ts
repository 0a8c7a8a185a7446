import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Store } from '../../src/ports/store.ts';

/** Several workspaces: people install the app themselves. */
export type OauthOptions = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Slack's consent page; another for a test server. */
  readonly authorizeUrl?: string;
  /** Encrypts the tokens in the store; absent = a key derived from the client secret. */
  readonly encryptionKey?: string;
  /** Where this program is reached from outside, e.g. `https://bot.example`; absent = what the request says. */
  readonly publicUrl?: string;
};

/** All that the adapter needs, as values. At least one of `botToken` and `oauth`; of `appToken` and `signingSecret` one. */
export type SlackOptions = {
  readonly botToken?: string;
  /** Present: Socket Mode. */
  readonly appToken?: string;
  /** Present without `appToken`: HTTP mode, through `SlackAdapter.http`. */
  readonly signingSecret?: string;
  readonly apiUrl?: string;
  readonly oauth?: OauthOptions;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Teams served; empty or absent = all that installed the app. */
  readonly workspaces?: readonly string[];
  /** Milliseconds after which a call to Slack counts as unanswered. */
  readonly timeout?: number;
  /** Milliseconds `start` waits for the first connection before it goes on trying in the background. */
  readonly connectTimeout?: number;
};

export const DEFAULTS = {
  apiUrl: 'https://slack.com/api/',
  authorizeUrl: 'https://slack.com/oauth/v2/authorize',
  timeout: 10_000,
  connectTimeout: 15_000,
} as const;
