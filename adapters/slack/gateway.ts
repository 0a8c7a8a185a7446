import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App, Authorize, HTTPReceiver, Receiver, webApi } from '@slack/bolt';
import { type ConnectionHealth, DeliveryError, type Inbound } from '../../src/ports/adapter.ts';
import { listenForCommands } from './commands.ts';
import { listenForEvents } from './commands-events.ts';
import { listenForForms } from './commands-form.ts';
import type { Desk } from './desk.ts';
import type { Installations } from './installations.ts';
import { INSTALL_PATH, installerOptions, oauthPages, REDIRECT_PATH } from './oauth.ts';
import { DEFAULTS, type SlackOptions } from './options.ts';
import { People } from './people.ts';
import { Recent } from './recent.ts';
import { withoutSecrets } from './sdk-log.ts';
import { PING_TIMEOUT, SocketLink } from './socket-link.ts';
import { TokenWatch } from './token-watch.ts';
import type { Workspaces } from './workspaces.ts';

/** The parts of the SDK that exist at run time, loaded by `createSlackAdapter`. */
export type Bolt = Pick<
  typeof import('@slack/bolt'),
  'App' | 'HTTPReceiver' | 'LogLevel' | 'SocketModeReceiver' | 'webApi'
>;

export const EVENTS_PATH = '/slack/events';

/** The way in: what people do, by socket or by HTTP. */
export type Gateway = {
  health(): ConnectionHealth;
  stop(): Promise<void>;
  handle(request: IncomingMessage, response: ServerResponse): void;
};

export type GatewayParts = {
  readonly bolt: Bolt;
  readonly options: SlackOptions;
  readonly clientOptions: webApi.WebClientOptions & { readonly logger: webApi.Logger };
  readonly workspaces: Workspaces;
  readonly installations: Installations | undefined;
  readonly removals: Recent;
  readonly inbound: Inbound;
};

type Link = Pick<SocketLink, 'health' | 'start' | 'stop'>;

/** Connects by socket where there is an app token, else waits for requests; both end in the same listeners. */
export async function openGateway(parts: GatewayParts): Promise<Gateway> {
  const { bolt, options, clientOptions, workspaces, installations, removals } = parts;
  const desk = deskOf(parts);
  const web = webReceiver(parts, desk);
  const socket = options.appToken === undefined ? undefined : socketReceiver(parts, options.appToken);
  const app = new bolt.App({
    receiver: socket ?? (web satisfies Receiver),
    authorize: authorizeWith(workspaces, desk),
    logger: clientOptions.logger,
    clientOptions,
    convoStore: false,
  });
  handleOnce(app, options);
  listenForCommands(app, desk);
  listenForForms(app, desk);
  listenForEvents(app, desk, removals, async (team, at) => (await installations?.forget(team, at)) ?? true);
  app.error(async (error) => {
    options.log.error({ reason: withoutSecrets(error.message) }, 'slack request failed');
  });
  const link: Link =
    socket === undefined ? new TokenWatch(workspaces, options) : new SocketLink(socket, options.clock, options.log);
  await refuseBadToken(workspaces, desk);
  await link.start(options.connectTimeout ?? DEFAULTS.connectTimeout);
  return { health: () => link.health(), stop: () => link.stop(), handle: webHandler(parts, web, socket === undefined) };
}

function deskOf({ options, workspaces, inbound }: GatewayParts): Desk {
  const { clock, log, timeout = DEFAULTS.timeout } = options;
  return {
    inbound,
    workspaces,
    people: new People(workspaces, clock, log),
    log,
    served: (team) => (options.workspaces ?? []).length === 0 || (options.workspaces ?? []).includes(team),
    patience: () => AbortSignal.timeout(timeout * 2),
  };
}

function socketReceiver({ bolt, clientOptions }: GatewayParts, appToken: string) {
  return new bolt.SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    clientPingTimeout: PING_TIMEOUT,
    logger: clientOptions.logger,
    installerOptions: { clientOptions },
  });
}

/** For requests from Slack, and for the pages of an installation in either mode. Never listens by itself. */
function webReceiver({ bolt, options, clientOptions, installations }: GatewayParts, desk: Desk): HTTPReceiver {
  const { oauth } = options;
  const authorizationUrl = oauth?.authorizeUrl ?? DEFAULTS.authorizeUrl;
  return new bolt.HTTPReceiver({
    signingSecret: options.signingSecret ?? 'no requests are taken',
    endpoints: [EVENTS_PATH],
    logger: clientOptions.logger,
    bodyLimit: '1mb',
    ...(oauth === undefined || installations === undefined ? {} : installerOptions(oauth, installations, desk.served)),
    installerOptions: { clientOptions, authorizationUrl, directInstall: true },
  });
}

function webHandler({ options }: GatewayParts, web: HTTPReceiver, takesEvents: boolean): Gateway['handle'] {
  const { oauth, log } = options;
  const pages = web.installer === undefined || oauth === undefined ? undefined : oauthPages(web.installer, oauth, log);
  return (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0];
    const failed = (error: unknown) => {
      log.error({ reason: withoutSecrets(String(error)) }, 'slack page failed');
      if (!response.headersSent) response.writeHead(503);
      response.end();
    };
    if (path === EVENTS_PATH && takesEvents && request.method === 'POST') web.requestListener(request, response);
    else if (path === INSTALL_PATH && pages !== undefined) pages.install(request, response).catch(failed);
    else if (path === REDIRECT_PATH && pages !== undefined) pages.redirect(request, response).catch(failed);
    else response.writeHead(404).end();
  };
}

function authorizeWith(workspaces: Workspaces, desk: Desk): Authorize<boolean> {
  return async ({ teamId }) => {
    const signal = desk.patience();
    const workspace = await workspaces.of(teamId, signal);
    const { user, bot, team } = await workspace.identity(signal);
    return { botToken: workspace.token, botUserId: user, teamId: team, ...(bot === undefined ? {} : { botId: bot }) };
  };
}

/** Slack delivers again what it thinks was lost; each event and each press counts once. */
function handleOnce(app: App, { clock }: SlackOptions): void {
  const handled = new Recent(clock);
  app.use(async (args) => {
    const { event_id, trigger_id } = args.body as { event_id?: string; trigger_id?: string };
    const id = event_id ?? trigger_id;
    if (id !== undefined && handled.has(id)) {
      if ('ack' in args && typeof args.ack === 'function') await (args.ack as () => Promise<void>)();
      return;
    }
    if (id !== undefined) handled.add(id);
    await args.next();
  });
}

/** A token that Slack refuses will not get better by waiting: whoever starts the program must hear of it. */
async function refuseBadToken(workspaces: Workspaces, desk: Desk): Promise<void> {
  try {
    await workspaces.own?.freshIdentity(desk.patience());
  } catch (error) {
    if (error instanceof DeliveryError && error.kind === 'forbidden') throw error;
    desk.log.warn({ reason: error instanceof Error ? error.message : 'unknown' }, 'slack not reached at the start');
  }
}
