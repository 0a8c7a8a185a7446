import type { ChannelId, GonePlace } from '../core/channel.ts';
import type { EntryRecord } from '../core/seen-set.ts';
import type { Wanted } from '../core/wanted.ts';

/** Posts that belong to people and not to routes, such as alerts in their direct messages. */
export interface PersonalPosts {
  /** What a person's direct messages should show. */
  wanted(channel: ChannelId, now: number): Promise<readonly Wanted[]>;
  /** Whose direct messages have to be looked at because these entries of a blog changed. */
  audience(blog: string, changed: readonly EntryRecord[]): readonly ChannelId[];
  everybody(): readonly ChannelId[];
  /** Drops for good what people asked for in a place that is gone. */
  leave(place: GonePlace, now: number): Promise<void>;
}
