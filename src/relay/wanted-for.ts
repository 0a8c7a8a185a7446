import type { ChannelId } from '../core/channel.ts';
import { isAnythingShown } from '../core/project/any-shown.ts';
import { changedPart, changeTimes } from '../core/project/changed.ts';
import { project } from '../core/project/project.ts';
import type { Projection } from '../core/project/projection.ts';
import type { Route } from '../core/route.ts';
import type { Wanted } from '../core/wanted.ts';
import { type ProjectionDeps, projectionOf } from './projection-of.ts';

export type WantedDeps = ProjectionDeps & {
  /** Posts that come from no route: notices, and a person's alerts. */
  readonly others: (channel: ChannelId, now: number) => Promise<readonly Wanted[]>;
};

/** What a channel should show. `inPlace` is called when all of it is there: later looks then ask for what changed alone. */
export type Look = { readonly wanted: readonly Wanted[]; readonly inPlace: () => void };

/** The blog as it was when a channel showed all of it, under this route. */
type Mark = { readonly route: Route; readonly changes: readonly number[] };

/** All that a channel should show: each of its routes projected, and what is meant for it besides. */
export function createWantedFor(deps: WantedDeps): (channel: ChannelId, now: number, whole: boolean) => Promise<Look> {
  const marks = new Map<ChannelId, Map<string, Mark>>();

  return async (channel, now, whole) => {
    const { routes } = await deps.directory.currentRoutes(channel);
    const seen = new Map<string, Mark>();
    const wanted: Wanted[] = [];
    for (const route of routes) {
      if (!isAnythingShown(route, (await deps.seenSets.record(route.blog))?.newestAt)) continue;
      const projection = await projectionOf(deps, route);
      if (projection === undefined) continue;
      const mark = whole ? undefined : marks.get(channel)?.get(route.blog);
      wanted.push(...project(since(projection, mark), now));
      seen.set(route.blog, { route, changes: changeTimes(projection.seen.records) });
    }
    return { wanted: [...wanted, ...(await deps.others(channel, now))], inPlace: () => void marks.set(channel, seen) };
  };
}

function since(projection: Projection, mark: Mark | undefined): Projection {
  if (mark === undefined || mark.route !== projection.route) return projection;
  return changedPart(projection, mark.changes) ?? projection;
}
