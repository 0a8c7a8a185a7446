import type { ChannelId } from '../core/channel.ts';
import type { Projection } from '../core/project/projection.ts';
import type { Sizes } from '../core/project/views.ts';
import type { Route } from '../core/route.ts';
import { isUnread } from './blog-record.ts';
import type { Directory } from './directory.ts';
import { isFailing } from './failure.ts';
import type { SeenSets } from './seen-sets.ts';

export type ProjectionDeps = {
  readonly directory: Directory;
  readonly seenSets: SeenSets;
  readonly sizes: (channel: ChannelId) => Sizes;
};

/** What is needed to show a route's blog; undefined while the blog was never read. */
export async function projectionOf(deps: ProjectionDeps, route: Route): Promise<Projection | undefined> {
  const { pauses } = await deps.directory.currentRoutes(route.channel);
  const known = await deps.seenSets.load(route.blog);
  if (known === undefined || isUnread(known.record)) return undefined;
  const { record, seen } = known;
  const { name, face, failure } = record;
  return { name, face, failing: isFailing(failure), seen, route, pauses, sizes: deps.sizes(route.channel) };
}
