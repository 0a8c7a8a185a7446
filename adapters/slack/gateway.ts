import type { webApi } from '@slack/bolt';
import type { ConnectionHealth, Inbound } from '../../src/ports/adapter.ts';
import { DEFAULTS, type SlackOptions } from './options.ts';
import type { Recent } from './recent.ts';
import { PING_TIMEOUT, SocketLink } from './socket-link.ts';
import type { Workspaces } from './workspaces.ts';

/** The parts of the SDK that exist at run time, loaded by `createSlackAdapter`. */
export type Bolt = Pick<
  typeof import('@slack/bolt'),
  'App' | 'HTTPReceiver' | 'LogLevel' | 'SocketModeReceiver' | 'webApi'
>;

/** The way in: what people do, by socket or by HTTP. */
export type Gateway = { health(): ConnectionHealth; stop(): Promise<void> };

export type GatewayParts = {
  readonly bolt: Bolt;
  readonly options: SlackOptions;
  readonly clientOptions: webApi.WebClientOptions & { readonly logger: webApi.Logger };
  readonly workspaces: Workspaces;
  readonly removals: Recent;
  readonly inbound: Inbound;
};

export async function openGateway(parts: GatewayParts): Promise<Gateway> {
  const { bolt, options, clientOptions } = parts;
  const receiver = new bolt.SocketModeReceiver({
    appToken: options.appToken ?? '',
    autoReconnectEnabled: false,
    clientPingTimeout: PING_TIMEOUT,
    logger: clientOptions.logger,
    installerOptions: { clientOptions },
  });
  const link = new SocketLink(receiver, options.clock, options.log);
  await link.start(options.connectTimeout ?? DEFAULTS.connectTimeout);
  return { health: () => link.health(), stop: () => link.stop() };
}
