import type { Config } from '../../config/config.ts';
import { type Commands, createCommands } from '../commands/commands.ts';
import type { ChannelId } from '../core/channel.ts';
import type { Adapter } from '../ports/adapter.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Outlook } from '../ports/newsroom.ts';
import type { Store } from '../ports/store.ts';
import type { GetDeps } from '../relay/fetch-step.ts';
import { createLook } from '../relay/look.ts';
import { createNewsroom, createRouteBook } from '../relay/newsroom.ts';
import type { Relay } from '../relay/relay.ts';
import { defaultSettings } from './defaults.ts';

export type CommandParts = {
  readonly config: Config;
  readonly relay: Relay;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly reading: GetDeps;
  readonly adapterOf: (channel: ChannelId) => Adapter;
};

/** The `/liveblog` commands over the relay; people's alerts are delivered by it. */
export async function connectCommands(parts: CommandParts): Promise<Commands> {
  const { config, relay, store, clock, log, adapterOf } = parts;
  const newsroomDeps = { ...relay, tempo: config.poll };
  const outlook: Outlook = {
    look: createLook(parts.reading),
    sees: (person, channel, workspace, signal) => adapterOf(channel).status().sees(person, channel, workspace, signal),
    access: (channel, signal) => adapterOf(channel).status().access(channel, signal),
    name: (channel) => adapterOf(channel).status().name(channel),
    sizes: (channel) => adapterOf(channel).outbound.limits,
    broadcasts: (channel) => adapterOf(channel).outbound.limits.broadcasts,
  };
  const commands = createCommands({
    newsroom: createNewsroom(newsroomDeps),
    book: createRouteBook(newsroomDeps),
    outlook,
    store,
    clock,
    log,
    house: {
      language: config.language,
      timezone: 'UTC',
      settings: defaultSettings(),
      manage: config.access.manage,
      workspaces: config.access.workspaces,
    },
  });
  await commands.alerts.load();
  relay.addPersonal(commands.alerts);
  return commands;
}
