import type { ChannelId } from './channel.ts';

export type QuietHours = {
  /** Clock times `HH:MM` in `timezone`; a `to` before `from` is the next morning. */
  readonly from: string;
  readonly to: string;
  readonly timezone: string;
  /** Entries that are posted all the same. */
  readonly breakthrough: 'none' | 'key' | 'breaking';
};

export type Mention = { readonly on: 'key' | 'breaking' | 'all'; readonly text: string };

/** How one blog is shown in one channel. Durations in milliseconds. */
export type RouteSettings = {
  readonly layout: 'channel' | 'thread';
  /** Queries (`core/query`): keep entries that match any; empty = all. */
  readonly only: readonly string[];
  readonly except: readonly string[];
  readonly entries: 'all' | 'key';
  readonly edits: 'edit' | 'reply' | 'post' | 'ignore';
  readonly removals: 'delete' | 'strike' | 'ignore';
  readonly reposts: 'show' | 'fold' | 'skip';
  /** What a new follower gets of what was there before; `card` = one card saying where the blog stands. */
  readonly backfill: 'none' | 'latest' | 'key' | 'all' | 'card' | number;
  /** Cron expression, with the zone it goes by behind it (`core/digest-clock`); posts come at its times, several entries in one. */
  readonly digest?: string;
  readonly quiet?: QuietHours;
  readonly mention?: Mention;
  /** In the thread layout: these entries are shown in the channel too. Absent = none. */
  readonly broadcast?: 'key' | 'breaking';
  /** Wait for so much calm after the last change of a new entry before posting it. */
  readonly settle: number;
  /** Least time between two edits of one message. */
  readonly editGap: number;
  /** From so many entries in one poll on they are folded; `off` = never. */
  readonly burst: number | 'off';
  /** Hide text behind the platform's spoiler mark. */
  readonly spoiler: boolean;
};

/** Settings hold for entries first seen after `from` (epoch ms), until the next version. */
export type RouteVersion = {
  readonly from: number;
  readonly settings: RouteSettings;
  /** What the platform could hold when the version was made: the sizes of folds must not change with an upgrade. */
  readonly foldSize: number;
};

/** blog → channel. Versions are oldest first; there is at least one. */
export type Route = {
  readonly blog: string;
  readonly channel: ChannelId;
  /** `config`: from the file, not to be changed from chat. */
  readonly origin: 'config' | 'chat';
  /** Who set it up (`slack:U1`), for notices. */
  readonly by?: string;
  /** The Slack team or Discord server it was made in, by its platform's id. */
  readonly workspace?: string;
  readonly versions: readonly RouteVersion[];
};

/** A time in which a channel got nothing new; without `to` it still holds. Epoch ms. */
export type Pause = { readonly from: number; readonly to?: number };

/** The version in force when an entry was first seen; the first one for what came before the route. */
export function versionAt(route: Route, at: number): RouteVersion {
  const version = route.versions.findLast((candidate) => candidate.from < at) ?? route.versions[0];
  if (version === undefined) throw new Error(`route ${route.blog} → ${route.channel} has no version`);
  return version;
}

/** When the route was made, epoch ms. */
export function routeSince(route: Route): number {
  return route.versions[0]?.from ?? 0;
}

/** The settings in force now. */
export function currentSettings(route: Route): RouteSettings {
  return versionAt(route, Number.MAX_SAFE_INTEGER).settings;
}
