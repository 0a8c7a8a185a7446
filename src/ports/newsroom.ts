import type { ChannelId } from '../core/channel.ts';
import type { Delivery } from '../core/delivery.ts';
import type { Snapshot, SourceKind } from '../core/entry.ts';
import type { Sizes } from '../core/project/views.ts';
import type { Pause, Route } from '../core/route.ts';
import type { BlogFace, SeenSet } from '../core/seen-set.ts';
import type { ChannelAccess } from './adapter.ts';

/** A blog that somebody follows, as it was set up. */
export type FollowedBlog = {
  readonly name: string;
  readonly url: string;
  readonly origin: 'config' | 'chat';
  readonly as?: SourceKind;
  readonly timezone?: string;
};

/** A blog with the channels that follow it. */
export type ListedBlog = FollowedBlog & { readonly channels: readonly ChannelId[] };

/** Something that does not work; `endedAt` once it does again. Epoch ms; `message` is for a person. */
export type Trouble = {
  readonly message: string;
  readonly since: number;
  readonly count: number;
  readonly endedAt?: number;
};

/** How a blog is doing, without its entries. Epoch ms. */
export type BlogState = {
  readonly name: string;
  readonly url: string;
  /** Moves on with every change of what is known. */
  readonly version: number;
  /** How many entries are known of it. */
  readonly entries: number;
  readonly face: BlogFace;
  /** The last time it was asked for, and the last time something in it changed. */
  readonly polledAt: number;
  readonly changedAt: number;
  /** When it was first read. */
  readonly followedAt: number;
  /** undefined = it has ended and is not asked for any more. */
  readonly nextPollAt?: number;
  readonly failure?: Trouble;
  readonly warnings: readonly string[];
  readonly successor?: { readonly url: string; readonly title?: string };
  /** When the newest entry was first seen that is not from before the first poll; absent where that was not kept. */
  readonly newestAt?: number;
};

/** All that is known of a blog. */
export type KnownBlog = BlogState & { readonly seen: SeenSet };

export type Following = { readonly routes: readonly Route[]; readonly pauses: readonly Pause[] };

/** How a channel is doing, as far as delivery goes. */
export type ChannelHealth = {
  readonly failure?: Trouble;
  /** A post may have been shown twice since then: the platform could not say. */
  readonly atLeastOnceSince?: number;
};

/** The read side of the relay: what commands may know. */
export interface Newsroom {
  blogs(): readonly ListedBlog[];
  /** undefined = it was never read. */
  state(name: string): Promise<BlogState | undefined>;
  /** The same with all entries, which may have to be read first. */
  blog(name: string): Promise<KnownBlog | undefined>;
  following(channel: ChannelId): Following;
  health(channel: ChannelId): Promise<ChannelHealth>;
  /** In the order of `keys`. */
  deliveries(channel: ChannelId, keys: readonly string[]): Promise<readonly (Delivery | undefined)[]>;
}

/** The write side: a channel's routes are changed by its commands alone. Each change holds once it is durable. */
export interface RouteBook {
  /** Begins to follow a blog, or changes how it is read. */
  addBlog(blog: FollowedBlog): Promise<void>;
  /** Nobody follows it any more. What is known of it stays. */
  dropBlog(name: string): Promise<void>;
  /**
   * Changes what a channel follows, and wakes it. `build` gets what holds and the moment from which the change is to
   * hold; it may be asked more than once, and nothing is written when it throws. Resolves to what holds now.
   */
  change(channel: ChannelId, build: (known: Following, from: number) => Following): Promise<Following>;
  /** Has a channel that was closed to us tried again at once. */
  resume(channel: ChannelId): Promise<void>;
}

/** What one look at an address shows. */
export type Look = { readonly url: string; readonly snapshot: Snapshot };

/** What commands need of the outside world. */
export interface Outlook {
  /** Reads a live blog once, without following it. Throws `SourceError`. */
  look(url: string, signal: AbortSignal): Promise<Look>;
  /** What the bot may do in a channel. */
  access(channel: ChannelId, signal: AbortSignal): Promise<ChannelAccess>;
  /** What people call a channel; undefined where the platform did not tell. */
  name(channel: ChannelId): string | undefined;
  /** Whether a person may read a channel; see `Status.sees`. */
  sees(
    person: ChannelId,
    channel: ChannelId,
    workspace: string | undefined,
    signal: AbortSignal,
  ): Promise<boolean | undefined>;
  /** The sizes that posts in a channel are made for. */
  sizes(channel: ChannelId): Sizes;
  /** Whether a message of a thread can be shown in its channel too. */
  broadcasts(channel: ChannelId): boolean;
}
