import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App, Authorize, SocketModeReceiver } from '@slack/bolt';
import { type ConnectionHealth, DeliveryError } from '../../src/ports/adapter.ts';
import { listenForCommands } from './commands.ts';
import { listenForEvents } from './commands-events.ts';
import { listenForForms } from './commands-form.ts';
import type { Desk } from './desk.ts';
import { Memberships } from './memberships.ts';
import { DEFAULTS, type SlackOptions } from './options.ts';
import { People } from './people.ts';
import { type GatewayParts, receiverOf, socketReceiver, webHandler, webReceiver } from './receivers.ts';
import { Recent } from './recent.ts';
import { withoutSecrets } from './sdk-log.ts';
import { SocketLink } from './socket-link.ts';
import { TokenWatch } from './token-watch.ts';
import type { Workspaces } from './workspaces.ts';

/** The way in: what people do, by socket or by HTTP. */
export type Gateway = {
  health(): ConnectionHealth;
  stop(): Promise<void>;
  handle(request: IncomingMessage, response: ServerResponse): void;
};

type Link = Pick<SocketLink, 'health' | 'start' | 'stop'>;

/** Connects by socket where there is an app token, else waits for requests; both end in the same listeners. */
export async function openGateway(parts: GatewayParts): Promise<Gateway> {
  const { bolt, options, clientOptions, workspaces, installations, removals } = parts;
  const desk = deskOf(parts);
  const socket = options.appToken === undefined ? undefined : socketReceiver(parts, options.appToken);
  const web = socket === undefined ? webReceiver(parts) : undefined;
  const app = new bolt.App({
    ...receiverOf(socket, web),
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
    options.log.error('slack request failed', { reason: withoutSecrets(error.message) });
  });
  const link: Link =
    socket === undefined
      ? new TokenWatch(workspaces, options)
      : new SocketLink(receiversFor(app, socket, parts), options.clock, options.log);
  await refuseBadToken(workspaces, desk);
  await link.start(options.connectTimeout ?? DEFAULTS.connectTimeout);
  await tellOwn(workspaces, desk);
  return { health: () => link.health(), stop: () => link.stop(), handle: webHandler(parts, web, desk.served) };
}

/** A receiver for each connection, all of one app; it was built with the first. */
function receiversFor(app: App, first: SocketModeReceiver, parts: GatewayParts): () => SocketModeReceiver {
  let unused: SocketModeReceiver | undefined = first;
  return () => {
    const receiver = unused ?? socketReceiver(parts, parts.options.appToken ?? '');
    if (unused === undefined) receiver.init(app);
    unused = undefined;
    return receiver;
  };
}

function deskOf({ options, workspaces, inbound }: GatewayParts): Desk {
  const { clock, log, timeout = DEFAULTS.timeout } = options;
  return {
    inbound,
    workspaces,
    people: new People(workspaces, clock, log),
    memberships: new Memberships(workspaces, clock, log),
    clock,
    log,
    served: (team) => (options.workspaces ?? []).length === 0 || (options.workspaces ?? []).includes(team),
    patience: () => AbortSignal.timeout(timeout * 2),
  };
}

function authorizeWith(workspaces: Workspaces, desk: Desk): Authorize<boolean> {
  return async ({ teamId }) => {
    const signal = desk.patience();
    const workspace = await workspaces.of(teamId, signal);
    const { user, bot, team } = await workspace.identity(signal);
    return {
      botToken: workspace.token,
      teamId: team,
      ...(user === undefined ? {} : { botUserId: user }),
      ...(bot === undefined ? {} : { botId: bot }),
    };
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

/** A workspace that threw the app out may have it again, by a new token in the configuration. */
async function tellOwn(workspaces: Workspaces, desk: Desk): Promise<void> {
  const team = await workspaces.own?.identity(desk.patience()).then(
    (identity) => identity.team,
    () => undefined,
  );
  if (team !== undefined) await desk.inbound.channel({ kind: 'workspace-back', platform: 'slack', workspace: team });
}

/** A token that Slack refuses will not get better by waiting: whoever starts the program must hear of it. */
async function refuseBadToken(workspaces: Workspaces, desk: Desk): Promise<void> {
  try {
    await workspaces.own?.freshIdentity(desk.patience());
  } catch (error) {
    if (error instanceof DeliveryError && error.kind === 'forbidden') throw error;
    desk.log.warn('slack not reached at the start', { reason: error instanceof Error ? error.message : 'unknown' });
  }
}
