import type { ChannelId } from '../core/channel.ts';
import { currentSettings, type Route, type RouteSettings } from '../core/route.ts';
import { type Directory, withRoute } from './directory.ts';
import type { BlogSettings, ChannelRoutes } from './records.ts';

/** A blog of the config file with its routes. */
export type ConfiguredBlog = {
  readonly blog: BlogSettings;
  readonly routes: readonly { readonly channel: ChannelId; readonly settings: RouteSettings }[];
};

/**
 * Brings the directory in line with the config file. A route whose settings changed gets a new version, which holds from
 * now on; a route or blog that left the file is followed no more, and what it posted stays. Routes made in chat are not
 * touched.
 */
export async function applyConfig(
  directory: Directory,
  configured: readonly ConfiguredBlog[],
  foldSize: (channel: ChannelId) => number,
): Promise<void> {
  for (const { blog } of configured) await directory.saveBlog(blog);
  const wanted = configured.flatMap(({ blog, routes }) => routes.map((route) => ({ ...route, blog: blog.name })));
  const channels = new Set([...wanted.map(({ channel }) => channel), ...directory.channels()]);
  for (const channel of channels) {
    const mine = wanted.filter((route) => route.channel === channel);
    if (isCurrent(directory.routes(channel).routes, mine)) continue;
    await directory.change(channel, (known, from) => {
      const kept = known.routes.filter(
        (route) => route.origin === 'chat' || mine.some(({ blog }) => blog === route.blog),
      );
      const start: ChannelRoutes = { ...known, routes: kept };
      return mine.reduce<ChannelRoutes>((all, { blog, settings }) => {
        const before = known.routes.find((route) => route.blog === blog);
        return withRoute(all, routed(blog, channel, settings, before, from, foldSize(channel)));
      }, start);
    });
  }
  await dropUnfollowed(directory, new Set(configured.map(({ blog }) => blog.name)));
}

function routed(
  blog: string,
  channel: ChannelId,
  settings: RouteSettings,
  before: Route | undefined,
  from: number,
  foldSize: number,
): Route {
  if (before !== undefined && before.origin === 'config' && sameSettings(currentSettings(before), settings))
    return before;
  const versions = [...(before?.versions ?? []), { from, settings, foldSize }];
  return { blog, channel, origin: 'config', versions };
}

function isCurrent(
  routes: readonly Route[],
  mine: readonly { readonly blog: string; readonly settings: RouteSettings }[],
): boolean {
  const fromFile = routes.filter((route) => route.origin === 'config');
  if (fromFile.length !== mine.length) return false;
  return mine.every(({ blog, settings }) => {
    const route = fromFile.find((candidate) => candidate.blog === blog);
    return route !== undefined && sameSettings(currentSettings(route), settings);
  });
}

function sameSettings(a: RouteSettings, b: RouteSettings): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

async function dropUnfollowed(directory: Directory, configured: ReadonlySet<string>): Promise<void> {
  for (const blog of directory.blogs()) {
    if (blog.origin !== 'config' || configured.has(blog.name)) continue;
    if (directory.followers(blog.name).length === 0) await directory.dropBlog(blog.name);
    else await directory.saveBlog({ ...blog, origin: 'chat' });
  }
}
