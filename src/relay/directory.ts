import type { ChannelId } from '../core/channel.ts';
import { type Route, routeSince } from '../core/route.ts';
import type { Clock } from '../ports/clock.ts';
import type { BlogSettings, ChannelRoutes, Records } from './records.ts';

/**
 * Who follows what: the blogs, the routes of each channel, and the channels of each blog. Held in memory; every change is
 * written before it holds.
 */
export type Directory = ReturnType<typeof createDirectory>;

/** How far ahead of its writing a change begins to hold, ms. */
const AHEAD = 250;

const NOTHING: ChannelRoutes = { routes: [], pauses: [] };

export function createDirectory(records: Records, clock: Clock) {
  const blogs = new Map<string, BlogSettings>();
  const channels = new Map<ChannelId, ChannelRoutes>();
  /** A write whose outcome is unknown: what the store has now is what holds. */
  const doubtful = new Set<ChannelId>();

  return {
    /** Reads everything that was set up before. */
    async load(): Promise<void> {
      for (const name of await records.settingsNames()) {
        const settings = await records.settings(name);
        if (settings !== undefined) blogs.set(name, settings);
      }
      for (const channel of await records.routedChannels()) {
        const routes = await records.routes(channel);
        if (routes !== undefined) channels.set(channel, routes);
      }
    },

    blogs: (): readonly BlogSettings[] => [...blogs.values()],
    blog: (name: string): BlogSettings | undefined => blogs.get(name),
    channels: (): readonly ChannelId[] => [...channels.keys()],
    routes: (channel: ChannelId): ChannelRoutes => channels.get(channel) ?? NOTHING,

    /** The channels that a blog is routed to. */
    followers(blog: string): readonly ChannelId[] {
      return [...channels].filter(([, { routes }]) => routes.some((route) => route.blog === blog)).map(([id]) => id);
    },

    async saveBlog(settings: BlogSettings): Promise<void> {
      await records.saveSettings(settings);
      blogs.set(settings.name, settings);
    },

    /** Nobody follows it any more: it is not polled; what is known of it stays. */
    async dropBlog(name: string): Promise<void> {
      await records.deleteSettings(name);
      blogs.delete(name);
    },

    /** Nobody can follow anything in the channel any more: it is gone. */
    async dropChannel(channel: ChannelId): Promise<void> {
      await records.deleteRoutes(channel);
      channels.delete(channel);
    },

    async saveRoutes(channel: ChannelId, routes: ChannelRoutes): Promise<void> {
      doubtful.add(channel);
      await records.saveRoutes(channel, routes);
      doubtful.delete(channel);
      channels.set(channel, routes);
    },

    /**
     * Changes what a channel follows, and how. The change holds for entries first seen after `from`, a moment that still
     * lies ahead when the change is written: an entry can never have been shown by the old rules and then belong under the
     * new ones.
     */
    async change(channel: ChannelId, build: (known: ChannelRoutes, from: number) => ChannelRoutes): Promise<void> {
      const before = await this.currentRoutes(channel);
      for (;;) {
        const from = clock.now() + AHEAD;
        await this.saveRoutes(channel, build(before, from));
        if (clock.now() < from) return;
      }
    },

    /** The channel's routes for showing things by: never older than what was last written. */
    async currentRoutes(channel: ChannelId): Promise<ChannelRoutes> {
      if (doubtful.has(channel)) {
        const routes = await records.routes(channel);
        doubtful.delete(channel);
        channels.set(channel, routes ?? NOTHING);
      }
      return channels.get(channel) ?? NOTHING;
    },
  };
}

/** A channel's routes with one put in place of the route of the same blog, or added. */
export function withRoute(known: ChannelRoutes, route: Route): ChannelRoutes {
  const others = known.routes.filter((other) => other.blog !== route.blog);
  return { ...known, routes: [...others, route].toSorted((a, b) => routeSince(a) - routeSince(b)) };
}
