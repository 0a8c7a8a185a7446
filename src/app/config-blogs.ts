import type { Config } from '../../config/config.ts';
import { type ChannelId, platformOf } from '../core/channel.ts';
import type { RouteSettings } from '../core/route.ts';
import type { ConfiguredBlog } from '../relay/config-routes.ts';

const TERMINAL: ChannelId = 'terminal:';

/**
 * The config file's blogs with their routes. Without any chat platform everything is shown in the terminal, under the
 * wishes of the blog's first route.
 */
export function configuredBlogs(config: Config, defaults: RouteSettings): ConfiguredBlog[] {
  const alone = config.slack === undefined && config.discord === undefined;
  return config.blogs.map(({ name, url, as, poll, timezone, routes }) => ({
    blog: {
      name,
      url,
      origin: 'config',
      ...(as === undefined ? {} : { as }),
      ...(timezone === undefined ? {} : { timezone }),
      every: poll ?? config.poll.every,
      max: Math.max(poll ?? config.poll.every, config.poll.max),
    },
    routes: alone ? [{ channel: TERMINAL, settings: routes[0]?.settings ?? defaults }] : routes,
  }));
}

/** Routes into platforms that are not configured: nothing can be shown there. */
export function strandedChannels(config: Config): ChannelId[] {
  if (config.slack === undefined && config.discord === undefined) return [];
  const off = { slack: config.slack === undefined, discord: config.discord === undefined, terminal: false };
  const channels = config.blogs.flatMap(({ routes }) => routes.map(({ channel }) => channel));
  return [...new Set(channels)].filter((channel) => off[platformOf(channel)]);
}
