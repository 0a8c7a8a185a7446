import type { ChannelId } from '../core/channel.ts';
import type { BlogState, FollowedBlog, Newsroom, RouteBook, Trouble } from '../ports/newsroom.ts';
import type { ChannelStates } from './channel-states.ts';
import type { Directory } from './directory.ts';
import type { BlogRecord, Failure, Records } from './records.ts';
import type { SeenSets } from './seen-sets.ts';

export type NewsroomDeps = {
  readonly directory: Directory;
  readonly seenSets: SeenSets;
  readonly states: ChannelStates;
  readonly records: Records;
  readonly wakeBlog: (name: string) => Promise<void>;
  readonly wakeChannel: (channel: ChannelId) => Promise<void>;
  /** How often blogs followed from chat are asked for, ms. */
  readonly tempo: { readonly every: number; readonly max: number };
};

/** What commands read of the relay. */
export function createNewsroom({ directory, seenSets, states, records }: NewsroomDeps): Newsroom {
  return {
    blogs: () => directory.blogs().map((blog) => ({ ...followed(blog), channels: directory.followers(blog.name) })),

    async state(name) {
      const record = await seenSets.record(name);
      return record === undefined ? undefined : stateOf(record);
    },

    async blog(name) {
      const known = await seenSets.load(name);
      return known === undefined ? undefined : { ...stateOf(known.record), seen: known.seen };
    },

    following: (channel) => directory.routes(channel),

    async health(channel) {
      const { failure, atLeastOnceSince } = await states.of(channel);
      return {
        ...(failure === undefined ? {} : { failure: troubleOf(failure) }),
        ...(atLeastOnceSince === undefined ? {} : { atLeastOnceSince }),
      };
    },

    deliveries: (channel, keys) => records.deliveries(channel, keys),
  };
}

function stateOf(record: BlogRecord): BlogState {
  const { name, facts, version, face, polledAt, changedAt, nextPollAt, failure, warnings, successor, newestAt } =
    record;
  return {
    name,
    url: facts.url,
    version,
    entries: facts.count,
    face,
    polledAt,
    changedAt,
    followedAt: facts.followedAt,
    warnings,
    ...(nextPollAt === undefined ? {} : { nextPollAt }),
    ...(failure === undefined ? {} : { failure: troubleOf(failure) }),
    ...(successor === undefined ? {} : { successor }),
    ...(newestAt === undefined ? {} : { newestAt }),
  };
}

/** What commands change. */
export function createRouteBook(deps: NewsroomDeps): RouteBook {
  const { directory, tempo } = deps;
  return {
    async addBlog(blog) {
      if (directory.blog(blog.name) === undefined) await directory.saveBlog({ ...followed(blog), ...tempo });
      await deps.wakeBlog(blog.name);
    },

    dropBlog: (name) => directory.dropBlog(name),

    async change(channel, build) {
      await directory.change(channel, build);
      await deps.wakeChannel(channel);
      return directory.routes(channel);
    },

    async resume(channel) {
      await deps.states.reopens(channel);
      await deps.wakeChannel(channel);
    },
  };
}

function followed({ name, url, origin, as, timezone }: FollowedBlog): FollowedBlog {
  return {
    name,
    url,
    origin,
    ...(as === undefined ? {} : { as }),
    ...(timezone === undefined ? {} : { timezone }),
  };
}

function troubleOf({ message, since, count, endedAt }: Failure<string>): Trouble {
  return { message, since, count, ...(endedAt === undefined ? {} : { endedAt }) };
}
