import type { ChannelId } from '../core/channel.ts';
import type { Wanted } from '../core/wanted.ts';
import type { AdapterLimits, ChannelEvent, Outbound } from '../ports/adapter.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Store } from '../ports/store.ts';
import type { Workqueue } from '../ports/workqueue.ts';
import { createChannelStates } from './channel-states.ts';
import { createDeliveries } from './deliveries.ts';
import { createDepartures } from './departures.ts';
import { createDirectory } from './directory.ts';
import type { GetDeps } from './fetch-step.ts';
import { createNotices } from './notices.ts';
import type { PersonalPosts } from './personal-posts.ts';
import { createPoll } from './poll.ts';
import { createReconcile } from './reconcile.ts';
import { createRecords } from './records.ts';
import { createRepostFinder } from './reposts.ts';
import { createSeenSets } from './seen-sets.ts';
import { createWantedFor } from './wanted-for.ts';

export type RelayDeps = Omit<GetDeps, 'clock'> & {
  readonly store: Store;
  /** Other processes work on the same store. */
  readonly shared: boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly polls: Workqueue;
  readonly channels: Workqueue;
  /** The platform's outgoing side; undefined while it is not there. */
  readonly outbound: (channel: ChannelId) => Outbound | undefined;
  readonly limits: (channel: ChannelId) => AdapterLimits;
  /** What people call a channel; undefined where the platform did not tell. */
  readonly nameOf: (channel: ChannelId) => string | undefined;
  /** Whether the platform lets us into a channel; undefined = it cannot be asked now. */
  readonly reaches: (channel: ChannelId) => Promise<boolean | undefined>;
  /** Where failures are told; undefined = to whoever set the route up. */
  readonly noticesTo: ChannelId | undefined;
};

export type Relay = ReturnType<typeof createRelay>;

/** The two loops over one store: polls of blogs and reconciles of channels, each waking the other side by keys alone. */
export function createRelay(deps: RelayDeps) {
  const { clock, log, metrics, polls, channels } = deps;
  const records = createRecords(deps.store);
  const directory = createDirectory(records, clock);
  const seenSets = createSeenSets(records, { shared: deps.shared });
  const deliveries = createDeliveries(records, { shared: deps.shared });
  const personal: PersonalPosts[] = [];
  const nextPolls = new Map<string, number | undefined>();
  const states = createChannelStates(records, log, deps.nameOf, (channel) => wakeNotices(channel));
  const departures = createDepartures({
    ...{ records, directory, deliveries, states, personal, clock, log, reaches: deps.reaches, wake: wakeAll },
    audience: (channel) => notices.audienceOfChannel(channel),
  });
  const notices = createNotices({ directory, seenSets, states, departures, noticesTo: deps.noticesTo });
  const projecting = { directory, seenSets, sizes: deps.limits };
  const wanted = createWantedFor({ ...projecting, others });
  const poll = createPoll({ ...deps, records, seenSets, reposts: createRepostFinder() });
  const { isLeft } = departures;
  const reconcile = createReconcile({
    wanted,
    deliveries,
    states,
    isLeft,
    outbound: deps.outbound,
    clock,
    log,
    metrics,
  });

  /** Posts that come from no route: notices, and what belongs to people. */
  async function others(channel: ChannelId, now: number): Promise<readonly Wanted[]> {
    const own = await Promise.all(personal.map((posts) => posts.wanted(channel, now)));
    return [...(await notices.wanted(channel, now)), ...own.flat()];
  }

  async function pollBlog(name: string, signal: AbortSignal): Promise<undefined> {
    const blog = directory.blog(name);
    if (blog === undefined) return;
    const { record, changed, entries } = await poll(blog, signal);
    nextPolls.set(name, record.nextPollAt ?? Number.POSITIVE_INFINITY);
    if (!changed) return;
    const people = personal.flatMap((posts) => posts.audience(name, entries));
    await wakeAll([...directory.followers(name), ...notices.audience(name), ...people]);
  }

  async function wakeAll(ids: readonly ChannelId[]): Promise<void> {
    for (const id of new Set(ids)) await channels.wake(id);
  }

  function wakeNotices(channel: ChannelId): void {
    void wakeAll(notices.audienceOfChannel(channel)).catch((error: unknown) => log.warn('a wake was lost', { error }));
  }

  return {
    records,
    directory,
    seenSets,
    deliveries,
    states,

    /** Reads what was set up, and starts both loops. */
    async start(): Promise<void> {
      await departures.load();
      await polls.start(pollBlog);
      await channels.start((channel, signal) => reconcile(channel as ChannelId, signal));
      await this.wakeEverything();
    },

    /** Stops both loops; what is under way has `graceMs`. */
    async stop(graceMs: number): Promise<void> {
      await Promise.all([polls.stop(graceMs), channels.stop(graceMs)]);
    },

    /** Every blog that is due is polled. */
    async beat(): Promise<void> {
      const now = clock.now();
      for (const { name } of directory.blogs()) {
        if ((nextPolls.get(name) ?? 0) <= now) await wakeBlog(name);
      }
    },

    /** Looks at every blog and every channel. */
    async wakeEverything(): Promise<void> {
      for (const { name } of directory.blogs()) await wakeBlog(name);
      await wakeChannels();
    },

    wakeChannels,

    /** Drops what was set up in places that have been gone for a day. */
    dropDeparted: () => departures.sweep(),

    /** Has these posts delivered too; before `start`. */
    addPersonal(posts: PersonalPosts): void {
      personal.push(posts);
    },

    wakeBlog,
    wakeChannel: (channel: ChannelId) => channels.wake(channel),

    /** Takes in what people did to a channel on its platform. */
    async channelEvent(event: ChannelEvent): Promise<void> {
      switch (event.kind) {
        case 'mended':
          await departures.mended(event.channel);
          if (!isOurs(event.channel)) return;
          await states.reopens(event.channel);
          return channels.wake(event.channel);
        case 'deleted':
          if (!isOurs(event.channel)) return;
          states.noteDeleted(event.channel, event.message);
          return channels.wake(event.channel);
        case 'lost':
          return channels.wake(event.channel);
        case 'gone':
          await departures.gone(event);
          return channels.wake(event.channel);
        case 'workspace-lost':
          return departures.lost(event);
        case 'workspace-back':
          return departures.back(event);
        case 'workspaces':
          return departures.present(event);
        case 'channels':
          return departures.among(event);
      }
    },
  };

  /** Looks at every channel again: whatever was missed, is found. */
  function wakeChannels(): Promise<void> {
    return wakeAll([
      ...directory.channels(),
      ...notices.everybody(),
      ...personal.flatMap((posts) => posts.everybody()),
    ]);
  }

  /** Whether anything of ours can stand in a channel: platforms tell of all of them, and of every deletion. */
  function isOurs(channel: ChannelId): boolean {
    if (directory.routes(channel).routes.length > 0 || channel === deps.noticesTo) return true;
    return /[:/]@/u.test(channel);
  }

  /** Marks the blog as being asked for, so that the beat does not ask again until it is answered. */
  async function wakeBlog(name: string): Promise<void> {
    nextPolls.set(name, Number.POSITIVE_INFINITY);
    await polls.wake(name);
  }
}
