import type { ChannelId } from '../core/channel.ts';
import { type Route, routeSince } from '../core/route.ts';
import type { BlogSettings, ChannelRoutes, Records } from './records.ts';

/**
 * Who follows what: the blogs, the routes of each channel, and the channels of each blog. Held in memory; every change is
 * written before it holds.
 */
export type Directory = ReturnType<typeof createDirectory>;

const NOTHING: ChannelRoutes = { routes: [], pauses: [] };

export function createDirectory(records: Records) {
  const blogs = new Map<string, BlogSettings>();
  const channels = new Map<ChannelId, ChannelRoutes>();

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

    async saveRoutes(channel: ChannelId, routes: ChannelRoutes): Promise<void> {
      await records.saveRoutes(channel, routes);
      channels.set(channel, routes);
    },
  };
}

/** A channel's routes with one put in place of the route of the same blog, or added. */
export function withRoute(known: ChannelRoutes, route: Route): ChannelRoutes {
  const others = known.routes.filter((other) => other.blog !== route.blog);
  return { ...known, routes: [...others, route].toSorted((a, b) => routeSince(a) - routeSince(b)) };
}
