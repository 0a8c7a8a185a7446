import { type ChannelId, platformOf } from '../core/channel.ts';
import type { ChannelEvent, Workspace } from '../ports/adapter.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { ChannelStates } from './channel-states.ts';
import type { Deliveries } from './deliveries.ts';
import type { Directory } from './directory.ts';
import type { PersonalPosts } from './personal-posts.ts';
import type { Departure, Records } from './records.ts';

/** A bot removed by mistake loses nothing if it is back within this time, ms: as long as a command can be undone. */
export const KEPT_FOR = 24 * 60 * 60_000;
/** It is remembered so long after it is over, so that what was told of it is brought up to date. */
const FORGOTTEN_AFTER = 24 * 60 * 60_000;

export type DepartureDeps = {
  readonly records: Records;
  readonly directory: Directory;
  readonly deliveries: Deliveries;
  readonly states: ChannelStates;
  readonly personal: readonly PersonalPosts[];
  readonly clock: Clock;
  readonly log: Log;
  /** Who is told when nothing can be shown in this channel any more. */
  readonly audience: (channel: ChannelId) => readonly ChannelId[];
  /** Whether the platform lets us into a channel; undefined = it cannot be asked now. */
  readonly reaches: (channel: ChannelId) => Promise<boolean | undefined>;
  readonly wake: (channels: readonly ChannelId[]) => Promise<void>;
};

/**
 * Workspaces that removed the bot, and channels that were deleted. Nothing is sent there from that moment on; what was
 * set up there in chat – routes, alerts, records of messages – is dropped a day later, unless the bot is back by then.
 * Routes of the configuration file are the operator's, and stay.
 */
export type Departures = ReturnType<typeof createDepartures>;

export function createDepartures(deps: DepartureDeps) {
  const { records, directory, clock, log } = deps;
  const known = new Map<string, Departure>();
  /** Platforms tell of it several times at once. */
  const returning = new Set<string>();

  const open = () => [...known.values()].filter(({ backAt }) => backAt === undefined);

  async function save(departure: Departure): Promise<void> {
    await records.saveDeparture(departure);
    known.set(departure.id, departure);
    await deps.wake([...departure.told, ...departure.channels]);
  }

  async function leave(departure: Omit<Departure, 'since' | 'told' | 'knownBy'>): Promise<void> {
    const before = known.get(departure.id);
    if (before !== undefined && before.backAt === undefined) return;
    const told = [...new Set(departure.channels.flatMap((channel) => deps.audience(channel)))];
    const { id, name, channels } = departure;
    log.info(
      departure.kind === 'workspace' ? 'the bot was removed from a workspace' : 'a followed channel was deleted',
      {
        id,
        ...(name === undefined ? {} : { name }),
        channels,
      },
    );
    const knownBy = name === undefined ? await nameOfOne(channels) : undefined;
    await save({ ...departure, ...(knownBy === undefined ? {} : { knownBy }), since: clock.now(), told });
  }

  async function nameOfOne(channels: readonly ChannelId[]): Promise<string | undefined> {
    const called = await Promise.all(channels.map(async (channel) => (await deps.states.of(channel)).name));
    return called.find((name) => name !== undefined);
  }

  async function back(id: string): Promise<void> {
    const departure = known.get(id);
    if (departure === undefined || departure.backAt !== undefined || returning.has(id)) return;
    returning.add(id);
    try {
      for (const channel of departure.channels) await deps.states.reopens(channel);
      await save({ ...departure, backAt: clock.now() });
      log.info('the bot is back', { id, ...(departure.name === undefined ? {} : { name: departure.name }) });
    } finally {
      returning.delete(id);
    }
  }

  /** The followed channels of a workspace: those the platform named, and those whose routes were made in it. */
  function channelsOf({ platform, workspace }: Workspace, named: readonly ChannelId[] = []): ChannelId[] {
    return directory.channels().filter((channel) => {
      if (platformOf(channel) !== platform) return false;
      const { routes } = directory.routes(channel);
      const isNamed = named.includes(channel) || channel.startsWith(`${platform}:${workspace}/`);
      return routes.length > 0 && (isNamed || routes.some((route) => route.workspace === workspace));
    });
  }

  async function drop(departure: Departure): Promise<void> {
    const { id, kind, name } = departure;
    const workspace = kind === 'workspace' ? id.slice(id.indexOf(':') + 1) : undefined;
    const channels = departure.channels.filter((channel) => directory.routes(channel).routes.length > 0);
    await dropBlogs(channels);
    for (const channel of channels) await dropRoutes(channel);
    for (const posts of deps.personal)
      await posts.leave(
        { channels: departure.channels, ...(workspace === undefined ? {} : { workspace }) },
        clock.now(),
      );
    await save({ ...departure, droppedAt: clock.now() });
    log.info('what was set up in chat in a place that is gone was dropped', {
      id,
      ...(name === undefined ? {} : { name }),
      channels,
    });
  }

  /** Blogs that only these channels follow, from chat. Before the routes: a kill in between must not leave one behind. */
  async function dropBlogs(channels: readonly ChannelId[]): Promise<void> {
    const names = channels.flatMap((channel) => fromChat(channel).map(({ blog }) => blog));
    for (const name of new Set(names)) {
      const others = directory.followers(name).filter((channel) => !channels.includes(channel));
      if (directory.blog(name)?.origin === 'chat' && others.length === 0) await directory.dropBlog(name);
    }
  }

  async function dropRoutes(channel: ChannelId): Promise<void> {
    if (fromChat(channel).length < directory.routes(channel).routes.length) {
      return directory.change(channel, (before) => ({
        ...before,
        routes: before.routes.filter(({ origin }) => origin === 'config'),
      }));
    }
    await directory.dropChannel(channel);
    await deps.deliveries.dropAll(channel);
    await deps.states.drop(channel);
  }

  function fromChat(channel: ChannelId) {
    return directory.routes(channel).routes.filter(({ origin }) => origin === 'chat');
  }

  return {
    /** Reads what was known before. */
    async load(): Promise<void> {
      for (const id of await records.departureIds()) {
        const departure = await records.departure(id);
        if (departure !== undefined) known.set(id, departure);
      }
    },

    all: (): readonly Departure[] => [...known.values()],

    /** True in a workspace that removed the bot: nothing is sent there. */
    isLeft: (channel: ChannelId): boolean =>
      open().some(({ kind, channels }) => kind === 'workspace' && channels.includes(channel)),

    /** True for a channel that a departure speaks for: its failures need no words of their own. */
    covers: (channel: ChannelId): boolean => open().some(({ channels }) => channels.includes(channel)),

    async lost({ platform, workspace, name, channels }: EventOf<'workspace-lost'>): Promise<void> {
      const followed = channelsOf({ platform, workspace }, channels);
      const named = name === undefined ? {} : { name };
      await leave({ id: `${platform}:${workspace}`, kind: 'workspace', channels: followed, ...named });
    },

    back: ({ platform, workspace }: Workspace): Promise<void> => back(`${platform}:${workspace}`),

    /** All workspaces the bot is in: one with routes that is not among them was left while we did not hear of it. */
    async present({ platform, workspaces }: EventOf<'workspaces'>): Promise<void> {
      for (const workspace of workspaces) await back(`${platform}:${workspace}`);
      const made = directory
        .channels()
        .filter((channel) => platformOf(channel) === platform)
        .flatMap((channel) => fromChat(channel).flatMap((route) => route.workspace ?? []));
      for (const workspace of new Set(made)) {
        if (!workspaces.includes(workspace)) await this.lost({ kind: 'workspace-lost', platform, workspace });
      }
    },

    /** The platform lets us into a channel: it was not gone, or the bot is back. */
    async mended(channel: ChannelId): Promise<void> {
      for (const { id, channels } of open()) if (channels.includes(channel)) await back(id);
    },

    /**
     * The channels a platform knows where it lets us in. A followed one that is not among them may be a thread it does not
     * list, so it is asked for; whether it was deleted or its server left us cannot be told for routes that do not name it.
     */
    async among({ platform, channels }: EventOf<'channels'>): Promise<void> {
      const listed = new Set(channels);
      for (const channel of directory.channels()) {
        const isPlace = platformOf(channel) === platform && !/[:/]@/u.test(channel);
        if (!isPlace || listed.has(channel) || fromChat(channel).length === 0 || this.covers(channel)) continue;
        if ((await deps.reaches(channel)) !== false) continue;
        await leave({ id: channel, kind: 'channel', channels: [channel], noticedLater: true });
      }
    },

    async gone({ channel, name }: EventOf<'gone'>): Promise<void> {
      const named = name === undefined ? {} : { name };
      const isFollowed = directory.routes(channel).routes.length > 0;
      if (isFollowed) await leave({ id: channel, kind: 'channel', channels: [channel], ...named });
    },

    /** Drops what was set up where the bot has been gone for a day. The platform is asked once more before. */
    async sweep(): Promise<void> {
      for (const departure of known.values()) {
        const { id, since, backAt, droppedAt } = departure;
        if (isForgotten(departure)) await forget(id);
        if (backAt !== undefined || droppedAt !== undefined || clock.now() - since < KEPT_FOR) continue;
        const reached = await Promise.all(departure.channels.map((channel) => deps.reaches(channel)));
        if (reached.includes(true)) await back(id);
        else if (!reached.includes(undefined)) await drop(departure);
      }
    },
  };

  /** As long as the configuration file has routes there, nothing is sent there. */
  function isForgotten({ backAt, droppedAt, channels }: Departure): boolean {
    const overAt = backAt ?? droppedAt;
    if (overAt === undefined || clock.now() - overAt <= FORGOTTEN_AFTER) return false;
    return backAt !== undefined || channels.every((channel) => directory.routes(channel).routes.length === 0);
  }

  async function forget(id: string): Promise<void> {
    await records.deleteDeparture(id);
    known.delete(id);
  }
}

type EventOf<Kind extends ChannelEvent['kind']> = Extract<ChannelEvent, { readonly kind: Kind }>;
