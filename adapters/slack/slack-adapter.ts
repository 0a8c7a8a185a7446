import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Adapter, ConnectionHealth, Inbound } from '../../src/ports/adapter.ts';
import { channelAccess } from './access.ts';
import { fetchWithin } from './fetch-within.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { Installations } from './installations.ts';
import { INSTALL_PATH, REDIRECT_PATH } from './oauth.ts';
import { DEFAULTS, type SlackOptions } from './options.ts';
import { createOutbound } from './outbound.ts';
import { type Bolt, EVENTS_PATH } from './receivers.ts';
import { Recent } from './recent.ts';
import { sdkLog } from './sdk-log.ts';
import { Sight } from './sight.ts';
import { Workspace } from './workspace.ts';
import { Workspaces } from './workspaces.ts';

/** What the program's web server hands over to Slack: requests whose path is one of `paths`. */
export type SlackHttp = {
  readonly paths: readonly string[];
  handle(request: IncomingMessage, response: ServerResponse): void;
};

export type SlackAdapter = Adapter & { readonly http: SlackHttp | undefined };

/**
 * Slack. Loads the SDK only here, so that a program without Slack does not pay for it. `outbound` works without `start`,
 * which connects for what people do. A Slack that cannot be reached at the start does not stop the program: `start` goes on
 * trying in the background and `status().health()` says so; a refused token throws.
 */
export async function createSlackAdapter(options: SlackOptions): Promise<SlackAdapter> {
  const bolt: Bolt = await import('@slack/bolt');
  const { clock, log } = options;
  const clientOptions = clientOptionsOf(options, bolt);
  const { oauth, store } = options;
  const installations =
    oauth === undefined ? undefined : new Installations(store, oauth.encryptionKey ?? oauth.clientSecret, clock, log);
  const workspaces = new Workspaces({
    botToken: options.botToken,
    tokens: installations,
    connect: (token) => new Workspace(token, new bolt.webApi.WebClient(token, clientOptions), clock),
  });
  const sight = new Sight(workspaces, clock);
  const removals = new Recent(clock);
  let gateway: Gateway | undefined;
  const paths = pathsOf(options);
  const http: SlackHttp = {
    paths,
    handle: (request, response) => {
      if (gateway === undefined) response.writeHead(503, { 'retry-after': '5' }).end();
      else gateway.handle(request, response);
    },
  };
  const idle: ConnectionHealth = { connected: false, since: clock.now(), reason: 'not started' };

  return {
    platform: 'slack',
    outbound: createOutbound(workspaces, removals),
    http: paths.length === 0 ? undefined : http,
    start: async (inbound: Inbound) => {
      gateway = await openGateway({ bolt, options, clientOptions, workspaces, installations, removals, inbound });
    },
    stop: async () => {
      await gateway?.stop();
      gateway = undefined;
    },
    status: () => ({
      health: () => gateway?.health() ?? idle,
      access: (channel, signal) => channelAccess(workspaces, channel, signal),
      name: (channel) => workspaces.names.get(channel),
      sees: (person, channel, _workspace, signal) => sight.sees(person, channel, signal),
    }),
  };
}

/** Nothing retries or sleeps inside: the workqueue owns that. */
function clientOptionsOf({ apiUrl, timeout = DEFAULTS.timeout, log }: SlackOptions, bolt: Bolt) {
  return {
    slackApiUrl: apiUrl ?? DEFAULTS.apiUrl,
    retryConfig: { retries: 0 },
    timeout,
    rejectRateLimitedCalls: true,
    fetch: fetchWithin(timeout),
    logger: sdkLog(log, bolt.LogLevel.WARN),
  };
}

function pathsOf({ appToken, signingSecret, oauth }: SlackOptions): string[] {
  const events = appToken === undefined && signingSecret !== undefined ? [EVENTS_PATH] : [];
  return oauth === undefined ? events : [...events, INSTALL_PATH, REDIRECT_PATH];
}
