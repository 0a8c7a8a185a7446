import type { ChannelId } from '../core/channel.ts';
import { project } from '../core/project/project.ts';
import type { Wanted } from '../core/wanted.ts';
import { type ProjectionDeps, projectionOf } from './projection-of.ts';

export type WantedDeps = ProjectionDeps & {
  /** Posts that come from no route: notices, and a person's alerts. */
  readonly others: (channel: ChannelId, now: number) => Promise<readonly Wanted[]>;
};

/** All that a channel should show: each of its routes projected, and what is meant for it besides. */
export function createWantedFor(deps: WantedDeps): (channel: ChannelId, now: number) => Promise<readonly Wanted[]> {
  return async (channel, now) => {
    const { routes } = await deps.directory.currentRoutes(channel);
    const wanted: Wanted[] = [];
    for (const route of routes) {
      const projection = await projectionOf(deps, route);
      if (projection !== undefined) wanted.push(...project(projection, now));
    }
    return [...wanted, ...(await deps.others(channel, now))];
  };
}
