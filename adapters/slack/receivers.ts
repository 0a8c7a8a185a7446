import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HTTPReceiver, SocketModeReceiver, webApi } from '@slack/bolt';
import type { Inbound } from '../../src/ports/adapter.ts';
import type { Installations } from './installations.ts';
import { INSTALL_PATH, installerOptions, type OauthPages, oauthPages, REDIRECT_PATH } from './oauth.ts';
import { DEFAULTS, type SlackOptions } from './options.ts';
import type { Recent } from './recent.ts';
import { withoutSecrets } from './sdk-log.ts';
import { PING_TIMEOUT } from './socket-link.ts';
import type { Workspaces } from './workspaces.ts';

/** The parts of the SDK that exist at run time, loaded by `createSlackAdapter`. */
export type Bolt = Pick<
  typeof import('@slack/bolt'),
  'App' | 'HTTPReceiver' | 'LogLevel' | 'SocketModeReceiver' | 'webApi'
>;

export type GatewayParts = {
  readonly bolt: Bolt;
  readonly options: SlackOptions;
  readonly clientOptions: webApi.WebClientOptions & { readonly logger: webApi.Logger };
  readonly workspaces: Workspaces;
  readonly installations: Installations | undefined;
  readonly removals: Recent;
  readonly inbound: Inbound;
};

export const EVENTS_PATH = '/slack/events';

export function socketReceiver({ bolt, clientOptions }: GatewayParts, appToken: string): SocketModeReceiver {
  return new bolt.SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    clientPingTimeout: PING_TIMEOUT,
    logger: clientOptions.logger,
    installerOptions: { clientOptions },
  });
}

/** Takes requests from Slack when asked to; never listens by itself. */
export function webReceiver({ bolt, options, clientOptions }: GatewayParts): HTTPReceiver {
  return new bolt.HTTPReceiver({
    signingSecret: options.signingSecret ?? '',
    signatureVerification: true,
    endpoints: [EVENTS_PATH],
    logger: clientOptions.logger,
    bodyLimit: '1mb',
  });
}

/** The one receiver an app has. */
export function receiverOf(socket: SocketModeReceiver | undefined, web: HTTPReceiver | undefined) {
  const receiver = socket ?? web;
  return receiver === undefined ? {} : { receiver };
}

/**
 * The pages of an installation. They have a receiver of their own that gets no events: the SDK will not let one app both
 * install itself and be told whom to trust.
 */
function installPages(parts: GatewayParts, served: (team: string) => boolean): OauthPages | undefined {
  const { bolt, options, clientOptions, installations } = parts;
  const { oauth, log } = options;
  if (oauth === undefined || installations === undefined) return undefined;
  const { installer } = new bolt.HTTPReceiver({
    signingSecret: '',
    signatureVerification: false,
    endpoints: [],
    logger: clientOptions.logger,
    ...installerOptions(oauth, installations, {
      served,
      installed: (workspace) => parts.inbound.channel({ kind: 'workspace-back', platform: 'slack', workspace }),
    }),
    installerOptions: {
      clientOptions,
      authorizationUrl: oauth.authorizeUrl ?? DEFAULTS.authorizeUrl,
      directInstall: true,
    },
  });
  return installer === undefined ? undefined : oauthPages(installer, oauth, log);
}

export type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/** Slack's requests and the pages of an installation, by path; the rest is not found. */
export function webHandler(
  parts: GatewayParts,
  web: HTTPReceiver | undefined,
  served: (team: string) => boolean,
): Handle {
  const pages = installPages(parts, served);
  return (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0];
    const failed = (error: unknown) => {
      parts.options.log.error('slack page failed', { reason: withoutSecrets(String(error)) });
      if (!response.headersSent) response.writeHead(503);
      response.end();
    };
    if (path === EVENTS_PATH && request.method === 'POST' && web !== undefined) web.requestListener(request, response);
    else if (path === INSTALL_PATH && pages !== undefined) pages.install(request, response).catch(failed);
    else if (path === REDIRECT_PATH && pages !== undefined) pages.redirect(request, response).catch(failed);
    else response.writeHead(404).end();
  };
}
