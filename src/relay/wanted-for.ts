import type { ChannelId } from '../core/channel.ts';
import { project } from '../core/project/project.ts';
import type { Sizes } from '../core/project/views.ts';
import type { Wanted } from '../core/wanted.ts';
import { isUnread } from './blog-record.ts';
import type { Directory } from './directory.ts';
import { isFailing } from './failure.ts';
import type { SeenSets } from './seen-sets.ts';

export type WantedDeps = {
  readonly directory: Directory;
  readonly seenSets: SeenSets;
  readonly sizes: (channel: ChannelId) => Sizes;
  /** Sentences to people that belong into this channel. */
  readonly notices: (channel: ChannelId, now: number) => Promise<readonly Wanted[]>;
};

/** All that a channel should show: each of its routes projected, and the notices meant for it. */
export function createWantedFor(deps: WantedDeps): (channel: ChannelId, now: number) => Promise<readonly Wanted[]> {
  const { directory, seenSets, sizes, notices } = deps;

  return async (channel, now) => {
    const { routes, pauses } = await directory.currentRoutes(channel);
    const wanted: Wanted[] = [];
    for (const route of routes) {
      const known = await seenSets.load(route.blog);
      if (known === undefined || isUnread(known.record)) continue;
      const { record, seen } = known;
      const { name, face } = record;
      const failing = isFailing(record.failure);
      wanted.push(...project({ name, face, failing, seen, route, pauses, sizes: sizes(channel) }, now));
    }
    return [...wanted, ...(await notices(channel, now))];
  };
}
