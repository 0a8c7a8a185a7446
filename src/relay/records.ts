import type { ChannelId } from '../core/channel.ts';
import type { Delivery } from '../core/delivery.ts';
import type { SourceKind } from '../core/entry.ts';
import type { PageWord } from '../core/page-word.ts';
import type { Pause, Route } from '../core/route.ts';
import type { BlogFace, EntryRecord, SeenFacts } from '../core/seen-set.ts';
import type { DeliveryErrorKind } from '../ports/adapter.ts';
import type { Validators } from '../ports/fetcher.ts';
import type { SourceErrorKind } from '../ports/source.ts';
import type { Store } from '../ports/store.ts';

/** A blog that somebody wants followed. From the config file, or made by a command. Durations in ms. */
export type BlogSettings = {
  readonly name: string;
  readonly url: string;
  readonly origin: 'config' | 'chat';
  /** The kind to read it as, where an operator knows better. */
  readonly as?: SourceKind;
  readonly timezone?: string;
  readonly every: number;
  readonly max: number;
};

/** A time in which something did not work; `endedAt` once it does again. Epoch ms. */
export type Failure<Kind extends string> = {
  readonly kind: Kind;
  /** For a person: what, where, what to do. */
  readonly message: string;
  readonly since: number;
  readonly count: number;
  readonly endedAt?: number;
};

/** Where entries are fetched, and as what they are read. */
export type Address = { readonly url: string; readonly kind?: SourceKind | undefined };

/** A blog's page that is read in place of the address its entries come from. Epoch ms. */
export type StandingIn = {
  readonly page: Address;
  /** The address that gives no entries, and why. */
  readonly entries: Address;
  readonly why: string;
  readonly since: number;
  readonly tries: number;
  readonly nextTryAt: number;
};

/** What the poll loop knows of a blog; written by that blog's poll alone, always after its entry records. */
export type BlogRecord = {
  readonly name: string;
  /** One more with each save. */
  readonly version: number;
  readonly facts: SeenFacts;
  readonly face: BlogFace;
  /** The address the entries are read from, when it is not the blog's own. */
  readonly readFrom?: Address;
  readonly standIn?: StandingIn;
  /** What the blog's own page last said of its end, where the entries are read from another address. */
  readonly page?: PageWord;
  /** By address: what the server said last time. */
  readonly validators: Readonly<Record<string, Validators>>;
  readonly cursor?: string;
  readonly fullReadAt?: number;
  /** When a snapshot was last believed; undefined = never: the next one is the blog's first sight. */
  readonly readAt?: number;
  readonly polledAt: number;
  /** The times of a poll that found nothing are saved only now and then; this is when they last were. */
  readonly savedAt: number;
  readonly changedAt: number;
  /** When the newest entry that was not there before us was first seen; 0 = there is none yet, undefined = not known. */
  readonly newestAt?: number;
  /** undefined = the blog has ended and is not polled any more. */
  readonly nextPollAt?: number;
  readonly failure?: Failure<SourceErrorKind | 'quarantine'>;
  readonly warnings: readonly string[];
  readonly successor?: { readonly url: string; readonly title?: string };
};

/** A page that was not believed, kept for whoever looks into it. */
export type QuarantinedPage = {
  readonly at: number;
  readonly reason: string;
  readonly url: string;
  readonly text: string;
};

/** The routes of one channel and its pauses; written by the command handler of that channel. */
export type ChannelRoutes = { readonly routes: readonly Route[]; readonly pauses: readonly Pause[] };

/** What the reconcile loop knows of a channel; written by that channel's reconcile alone. */
export type ChannelRecord = {
  /** What people call it, as it was last known: the platform tells no more once the bot is out. */
  readonly name?: string;
  readonly failure?: Failure<DeliveryErrorKind>;
  /** Not tried again before, epoch ms, unless the platform says the channel is mended. */
  readonly stoppedUntil?: number;
  /** A lost answer could not be looked up here: a post may have been shown twice. */
  readonly atLeastOnceSince?: number;
};

/** A workspace the bot was removed from, or a channel that was deleted. Epoch ms. */
export type Departure = {
  /** `discord:1234`, `slack:T1`. */
  readonly id: string;
  readonly kind: 'workspace' | 'channel';
  readonly name?: string;
  /** Where its own name is not known: what people call a channel of it. */
  readonly knownBy?: string;
  readonly since: number;
  /** Nobody told us of it: `since` is when it was noticed. */
  readonly noticedLater?: true;
  /** The followed channels of it, as far as they are known. */
  readonly channels: readonly ChannelId[];
  /** Who is told of it. */
  readonly told: readonly ChannelId[];
  /** When what was set up there in chat was dropped. */
  readonly droppedAt?: number;
  readonly backAt?: number;
};

export type Records = ReturnType<typeof createRecords>;

/** The relay's records over the store: one key for each, so that each has one writer. */
export function createRecords(store: Store) {
  return {
    blog: (name: string) => store.get<BlogRecord>(`blog:${name}`),
    saveBlog: (record: BlogRecord) => store.set(`blog:${record.name}`, record),

    entries: (blog: string, seqs: readonly number[]) =>
      store.getMany<EntryRecord>(seqs.map((seq) => `entry:${blog}:${seq}`)),
    saveEntries: (blog: string, records: readonly EntryRecord[]) =>
      Promise.all(records.map((record) => store.set(`entry:${blog}:${record.seq}`, record))),

    settings: (name: string) => store.get<BlogSettings>(`settings:${name}`),
    saveSettings: (settings: BlogSettings) => store.set(`settings:${settings.name}`, settings),
    deleteSettings: (name: string) => store.delete(`settings:${name}`),
    settingsNames: async () => (await store.keys('settings:')).map((key) => key.slice('settings:'.length)),

    quarantined: (blog: string) => store.get<QuarantinedPage>(`quarantine:${blog}`),
    saveQuarantined: (blog: string, page: QuarantinedPage) => store.set(`quarantine:${blog}`, page),

    routes: (channel: ChannelId) => store.get<ChannelRoutes>(`routes:${channel}`),
    saveRoutes: (channel: ChannelId, routes: ChannelRoutes) => store.set(`routes:${channel}`, routes),
    deleteRoutes: (channel: ChannelId) => store.delete(`routes:${channel}`),
    routedChannels: async () => (await store.keys('routes:')).map((key) => key.slice('routes:'.length) as ChannelId),

    channel: (channel: ChannelId) => store.get<ChannelRecord>(`channel:${channel}`),
    saveChannel: (channel: ChannelId, record: ChannelRecord) => store.set(`channel:${channel}`, record),

    deleteChannel: (channel: ChannelId) => store.delete(`channel:${channel}`),

    departure: (id: string) => store.get<Departure>(`departure:${id}`),
    saveDeparture: (departure: Departure) => store.set(`departure:${departure.id}`, departure),
    deleteDeparture: (id: string) => store.delete(`departure:${id}`),
    departureIds: async () => (await store.keys('departure:')).map((key) => key.slice('departure:'.length)),

    deliveries: (channel: ChannelId, keys: readonly string[]) =>
      store.getMany<Delivery>(keys.map((key) => `delivery:${channel}:${key}`)),
    saveDelivery: (channel: ChannelId, delivery: Delivery) =>
      store.set(`delivery:${channel}:${delivery.key}`, delivery),
    deleteDelivery: (channel: ChannelId, key: string) => store.delete(`delivery:${channel}:${key}`),
    deliveryKeys: async (channel: ChannelId) => {
      const prefix = `delivery:${channel}:`;
      return (await store.keys(prefix)).map((key) => key.slice(prefix.length));
    },
  };
}
