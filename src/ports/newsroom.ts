import type { ChannelId } from '../core/channel.ts';
import type { Delivery, MessageRef } from '../core/delivery.ts';
import type { Snapshot, SourceKind } from '../core/entry.ts';
import type { Place } from '../core/project/place.ts';
import type { Pause, Route, RouteSettings } from '../core/route.ts';
import type { BlogFace, EntryRecord, SeenSet } from '../core/seen-set.ts';
import type { ChannelAccess } from './adapter.ts';

/** Something that did not work, in words for a person; over when `endedAt` is set. Epoch ms. */
export type Trouble = { readonly message: string; readonly since: number; readonly endedAt?: number };

/** A followed blog, as commands see it. `seen` holds its entries; `polledAt` undefined = never read yet. */
export type BlogKnown = {
  readonly name: string;
  readonly url: string;
  readonly origin: 'config' | 'chat';
  readonly face: BlogFace;
  readonly seen: SeenSet;
  readonly polledAt?: number;
  readonly changedAt?: number;
  readonly nextPollAt?: number;
  readonly trouble?: Trouble;
  readonly warnings: readonly string[];
  readonly successor?: { readonly url: string; readonly title?: string };
};

/** What a channel follows, and how it is doing. */
export type ChannelKnown = {
  readonly routes: readonly Route[];
  readonly pauses: readonly Pause[];
  readonly trouble?: Trouble;
  /** A lost answer could not be looked up: posts may appear twice here. */
  readonly atLeastOnce: boolean;
  /** Since when the oldest due post waits. */
  readonly waitingSince?: number;
};

/** Where the real pipeline put an entry of a channel, and what became of it. */
export type Explained = {
  readonly place: Place;
  /** The post that carries the entry here, if one does. */
  readonly key?: string;
  readonly delivery?: Delivery;
  readonly dueAt?: number;
};

/** The read side. Names of blogs are those of this program; a channel only ever learns of what it follows. */
export interface Reading {
  blog(name: string): Promise<BlogKnown | undefined>;
  channel(channel: ChannelId): Promise<ChannelKnown>;
  /** The message of a channel that carries an entry, where there is one now. */
  messageOf(channel: ChannelId, blog: string, record: EntryRecord): Promise<MessageRef | undefined>;
  /** The entries that a message of a channel carries, by the platform's message id or permalink. */
  entriesOf(
    channel: ChannelId,
    message: string,
  ): Promise<readonly { readonly blog: string; readonly record: EntryRecord }[]>;
  explain(channel: ChannelId, blog: string, record: EntryRecord, now: number): Promise<Explained | undefined>;
}

export type NewRoute = {
  readonly channel: ChannelId;
  /** The blog's name; made from the title when it is new. */
  readonly blog: string;
  readonly url: string;
  readonly as?: SourceKind;
  readonly timezone?: string;
  readonly settings: RouteSettings;
  /** `slack:U1`. */
  readonly by: string;
};

/** The write side. A change holds for entries first seen from then on; what was posted stays. */
export interface Changing {
  /** Makes a route, and the blog if nobody follows it yet. Rejects with `CommandError` where the config file owns it. */
  follow(route: NewRoute): Promise<void>;
  unfollow(channel: ChannelId, blog: string): Promise<void>;
  /** Replaces a route's settings. */
  setSettings(channel: ChannelId, blog: string, settings: RouteSettings): Promise<void>;
  /** Pauses the channel until `to` (undefined = until resumed). */
  pause(channel: ChannelId, to: number | undefined): Promise<void>;
  resume(channel: ChannelId): Promise<void>;
}

/** What a URL is, found out by reading it once. */
export type Tried = { readonly kind: SourceKind; readonly url: string; readonly snapshot: Snapshot };

export interface Trying {
  /** Reads a live blog without following it. Throws `SourceError`. */
  preview(url: string, as: SourceKind | undefined, signal: AbortSignal): Promise<Tried>;
  access(channel: ChannelId, signal: AbortSignal): Promise<ChannelAccess>;
  /** Names a blog of this program by its address, if it is followed already. */
  nameOf(url: string): string | undefined;
  /** Settings of a route that nobody chose otherwise. */
  defaults(): RouteSettings;
}

/** A person's own route: keywords → their direct messages. */
export type Alert = {
  readonly id: string;
  /** `slack:U1`. */
  readonly person: string;
  /** The direct messages it goes to, `slack:@U1`. */
  readonly to: ChannelId;
  readonly query: string;
  /** Only this blog; undefined = every blog of the channel it was made in. */
  readonly blogs: readonly string[];
  readonly since: number;
  readonly mutedUntil?: number;
  readonly language?: string;
  readonly timezone?: string;
};

export interface Alerts {
  of(person: string): Promise<readonly Alert[]>;
  add(alert: Omit<Alert, 'id'>): Promise<Alert>;
  remove(person: string, ids: readonly string[]): Promise<void>;
  mute(person: string, until: number): Promise<void>;
}

/** Everything commands work on. */
export type Newsroom = {
  readonly reading: Reading;
  readonly changing: Changing;
  readonly trying: Trying;
  readonly alerts: Alerts;
};
