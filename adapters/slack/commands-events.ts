import type { App, Context } from '@slack/bolt';
import type { ChannelEvent } from '../../src/ports/adapter.ts';
import { channelEvent } from './channel-events.ts';
import type { Desk } from './desk.ts';
import type { Recent } from './recent.ts';
import type { Workspaces } from './workspaces.ts';

/** Events after which a channel can show less, more, or lost a message of ours. */
const CHANNEL_EVENTS = [
  'message',
  'member_joined_channel',
  'channel_archive',
  'channel_unarchive',
  'channel_deleted',
  'channel_left',
  'group_archive',
  'group_unarchive',
  'group_deleted',
  'group_left',
] as const;

export type Uninstall = (team: string, at: number) => Promise<boolean>;

/** Tells the program what happened to its channels; `uninstall` forgets a workspace's token. */
export function listenForEvents(app: App, desk: Desk, removals: Recent, uninstall: Uninstall): void {
  for (const name of CHANNEL_EVENTS) {
    app.event(name, async ({ event, context }) => {
      const { workspaces } = desk;
      const known = workspaces.connected(context.teamId);
      const happened = channelEvent(event, {
        team: workspaces.several ? context.teamId : undefined,
        bot: context.botId,
        user: context.botUserId,
        removals,
        personOf: (channel) => known?.personOf(channel),
      });
      if (happened !== undefined) await desk.inbound.channel(named(happened, workspaces));
    });
  }

  app.event('app_uninstalled', ({ body, context }) => leave(desk, uninstall, context, body.event_time));
  app.event('tokens_revoked', async ({ event, body, context }) => {
    if ((event.tokens.bot ?? []).length > 0) await leave(desk, uninstall, context, body.event_time);
  });
}

/** A deleted channel cannot be asked for its name any more. */
function named(event: ChannelEvent, { names }: Workspaces): ChannelEvent {
  const name = event.kind === 'gone' ? names.get(event.channel) : undefined;
  return event.kind === 'gone' && name !== undefined ? { ...event, name } : event;
}

/** Such an event may come late, after the app was installed again: then it means the old token. */
async function leave(desk: Desk, uninstall: Uninstall, context: Context, seconds: number): Promise<void> {
  const team = context.teamId;
  if (team === undefined || !(await uninstall(team, seconds * 1_000))) return;
  desk.log.info('slack workspace left', { team });
  await desk.inbound.channel({ kind: 'workspace-lost', platform: 'slack', workspace: team });
}
