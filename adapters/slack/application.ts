import type { ChannelAccess } from '../../src/ports/adapter.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { fetchWithin } from './fetch-within.ts';
import { DEFAULTS } from './options.ts';
import { missingScopes } from './scopes.ts';
import { Workspace } from './workspace.ts';

export type SlackApplication = {
  readonly team: string;
  readonly url: string;
  readonly missing: ChannelAccess['missing'];
};

type Tokens = { readonly botToken: string; readonly appToken?: string; readonly apiUrl: string; readonly clock: Clock };

/** Which workspace the tokens belong to, and what they may not do. Throws `DeliveryError` for a refused token. */
export async function slackApplication(tokens: Tokens, signal: AbortSignal): Promise<SlackApplication> {
  const { webApi } = await import('@slack/bolt');
  const options = {
    slackApiUrl: tokens.apiUrl,
    retryConfig: { retries: 0 },
    timeout: DEFAULTS.timeout,
    rejectRateLimitedCalls: true,
    fetch: fetchWithin(DEFAULTS.timeout),
  };
  const open = (token: string) => new Workspace(token, new webApi.WebClient(token, options), tokens.clock);
  const { team, url, scopes } = await open(tokens.botToken).freshIdentity(signal);
  if (tokens.appToken !== undefined) await open(tokens.appToken).call('apps.connections.open', {}, { signal });
  return { team, url: url ?? tokens.apiUrl, missing: missingScopes(scopes) };
}
