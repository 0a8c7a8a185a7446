import { createAlertIndex } from '../core/alerts/alert-index.ts';
import { type AlertView, alertsWanted, FOLLOWED } from '../core/alerts/alert-posts.ts';
import { type ChannelId, type GonePlace, platformId, platformOf } from '../core/channel.ts';
import { firstEntry } from '../core/project/select.ts';
import { blogView, type Sizes } from '../core/project/views.ts';
import { parseQuery } from '../core/query/query.ts';
import type { RouteSettings } from '../core/route.ts';
import type { EntryRecord } from '../core/seen-set.ts';
import type { Wanted } from '../core/wanted.ts';
import type { ListedBlog, Newsroom } from '../ports/newsroom.ts';
import type { Store } from '../ports/store.ts';
import { messageUrls } from './entry-places.ts';
import type { Sight } from './sight.ts';

/** One alert of a person. `to` is set once it was removed. Epoch ms. */
export type Alert = {
  readonly id: string;
  readonly query: string;
  /** Only this blog; absent = all in reach. */
  readonly blog?: string;
  /** Where it was asked for: hits link to its messages before those of other channels. */
  readonly channel: ChannelId;
  /** The workspace or server it was asked for in: it watches what that person can read there. */
  readonly workspace?: string;
  readonly from: number;
  readonly to?: number;
};

/** All that one person asked for; written by that person's commands alone. */
export type PersonsAlerts = {
  readonly inbox: ChannelId;
  readonly alerts: readonly Alert[];
  readonly mutes: readonly { readonly from: number; readonly to: number }[];
};

export type AlertBookDeps = {
  readonly store: Store;
  readonly newsroom: Newsroom;
  readonly sizes: (channel: ChannelId) => Sizes;
  readonly settings: RouteSettings;
  readonly sees: Sight;
};

/** Removed alerts and past mutes are kept so long: they decide what shared a message. */
const KEPT = 7 * 24 * 60 * 60_000;

/** Everybody's alerts: held in memory over an index, written before a change holds. */
export type AlertBook = ReturnType<typeof createAlertBook>;

export function createAlertBook(deps: AlertBookDeps) {
  const people = new Map<ChannelId, PersonsAlerts>();
  const index = createAlertIndex();
  /** Blogs in which a person's alerts hit nothing, as of a version: they need not be read again. */
  const without = new Map<string, { readonly person: PersonsAlerts; readonly version: number }>();

  function hold(person: PersonsAlerts): void {
    for (const { id } of people.get(person.inbox)?.alerts ?? []) index.remove(`${person.inbox} ${id}`);
    people.set(person.inbox, person);
    for (const { id, query } of person.alerts) index.add(`${person.inbox} ${id}`, parseQuery(query));
  }

  /** Alerts that an entry hits now or hit at first sight: a correction that takes the hit away is told too. */
  function hitsOf(record: EntryRecord): string[] {
    const first = firstEntry(record);
    return first === record.entry ? index.match(first) : [...index.match(record.entry), ...index.match(first)];
  }

  return {
    /** Reads what was asked for before. */
    async load(): Promise<void> {
      for (const key of await deps.store.keys('alerts:')) {
        const person = await deps.store.get<PersonsAlerts>(key);
        if (person !== undefined) hold(person);
      }
    },

    of: (inbox: ChannelId): PersonsAlerts => people.get(inbox) ?? { inbox, alerts: [], mutes: [] },

    async save(person: PersonsAlerts, now: number): Promise<void> {
      const kept = {
        ...person,
        alerts: person.alerts.filter((alert) => (alert.to ?? now) > now - KEPT),
        mutes: person.mutes.filter((mute) => mute.to > now - KEPT),
      };
      await deps.store.set(`alerts:${person.inbox}`, kept);
      hold(kept);
    },

    /** Everybody's direct messages with an alert that one of these changed entries hits, or hit at first sight. */
    audience(blog: string, changed: readonly EntryRecord[]): ChannelId[] {
      const listed = deps.newsroom.blogs().find((one) => one.name === blog);
      if (listed === undefined) return [];
      const hit = changed.filter((record) => !record.baseline).flatMap(hitsOf);
      const found = [...new Set(hit)].flatMap((name) => {
        const [inbox = '', id] = name.split(' ');
        const alert = people.get(inbox as ChannelId)?.alerts.find((one) => one.id === id);
        return alert !== undefined && mayCover(alert, listed) ? [inbox as ChannelId] : [];
      });
      return [...new Set(found)];
    },

    /** Everybody who has an alert. */
    everybody: (): ChannelId[] => [...people.keys()],

    /** Drops what people asked for in a place that is gone. */
    async leave({ channels, workspace }: GonePlace, now: number): Promise<void> {
      const isThere = (alert: Alert) =>
        channels.includes(alert.channel) || (workspace !== undefined && alert.workspace === workspace);
      for (const inbox of people.keys()) {
        // A command of that person may write meanwhile; then what it wrote is looked at again.
        for (let person = this.of(inbox); person.alerts.some(isThere); person = this.of(inbox)) {
          await this.save({ ...person, alerts: person.alerts.filter((alert) => !isThere(alert)) }, now);
        }
      }
    },

    /** What a person's direct messages should show. */
    async wanted(inbox: ChannelId, now: number): Promise<Wanted[]> {
      const person = people.get(inbox);
      if (person === undefined || person.alerts.length === 0) return [];
      const wanted = await Promise.all(deps.newsroom.blogs().map((blog) => blogWanted(person, blog, now)));
      return wanted.flat();
    },

    /** The channels in which this person can read a blog, for an alert of theirs; none = it does not watch that blog. */
    reach: (inbox: ChannelId, alert: Pick<Alert, 'blog' | 'channel' | 'workspace'>, blog: ListedBlog) =>
      readableIn(inbox, alert, blog),
  };

  async function blogWanted(person: PersonsAlerts, blog: ListedBlog, now: number): Promise<Wanted[]> {
    const possible = person.alerts.filter((alert) => mayCover(alert, blog));
    if (possible.length === 0) return [];
    const state = await deps.newsroom.state(blog.name);
    if (state === undefined || (state.newestAt ?? now) < now - FOLLOWED) return [];
    const name = `${person.inbox} ${blog.name}`;
    const quiet = without.get(name);
    if (quiet?.person === person && quiet.version === state.version) return [];
    const known = await deps.newsroom.blog(blog.name);
    if (known === undefined) return [];
    const viewed = (alerts: readonly Alert[], urls: ReadonlyMap<number, string>): AlertView => ({
      blog: blogView(blog.name, blog.url, known.face),
      records: known.seen.records,
      alerts: alerts.map(({ query, from, to }) => ({
        query: parseQuery(query),
        from,
        ...(to === undefined ? {} : { to }),
      })),
      mutes: person.mutes,
      settings: deps.settings,
      sizes: deps.sizes(person.inbox),
      messageUrl: (seq) => urls.get(seq),
    });
    if (alertsWanted(viewed(possible, new Map()), now).length === 0) {
      without.set(name, { person, version: known.version });
      return [];
    }
    const covering: Alert[] = [];
    const readable = new Set<ChannelId>();
    for (const alert of possible) {
      const channels = await readableIn(person.inbox, alert, blog);
      if (channels.length > 0) covering.push(alert);
      for (const channel of channels) readable.add(channel);
    }
    if (covering.length === 0) return [];
    return alertsWanted(viewed(covering, await urlsIn([...readable], blog, now)), now);
  }

  /** The channel an alert was asked for in counts unless the platform says no; any other only when it says yes. */
  async function readableIn(
    inbox: ChannelId,
    alert: Pick<Alert, 'blog' | 'channel' | 'workspace'>,
    blog: ListedBlog,
  ): Promise<ChannelId[]> {
    const readable: ChannelId[] = [];
    for (const channel of channelsFor(alert, blog)) {
      const own = channel === alert.channel;
      const sees = await deps.sees(inbox, channel, own ? undefined : alert.workspace);
      if (sees === true || (own && sees !== false)) readable.push(channel);
    }
    return readable;
  }

  /** Where hits can be read in chat: in the first of these channels that follows the blog. */
  async function urlsIn(channels: readonly ChannelId[], blog: ListedBlog, now: number) {
    for (const channel of channels) {
      const route = deps.newsroom.following(channel).routes.find((one) => one.blog === blog.name);
      if (route === undefined) continue;
      const from = { newsroom: deps.newsroom, channel, sizes: deps.sizes(channel), now };
      return messageUrls(from, { route, name: blog.name });
    }
    return new Map<number, string>();
  }
}

/** Channels asked about for one alert and blog, at most: each may cost a call to the platform. */
const MOST_CHANNELS = 8;

/**
 * The channels through which an alert may come to watch a blog: the one it was asked for in, and the others of the same
 * workspace. Whether the person can read them is another question: what a private channel follows is its members' alone.
 */
function channelsFor(alert: Pick<Alert, 'blog' | 'channel' | 'workspace'>, blog: ListedBlog): ChannelId[] {
  if (alert.blog !== undefined && alert.blog !== blog.name) return [];
  const own = blog.channels.filter((channel) => channel === alert.channel);
  const others = blog.channels.filter((channel) => channel !== alert.channel && isNear(channel, alert));
  return [...own, ...others].slice(0, MOST_CHANNELS);
}

function mayCover(alert: Alert, blog: ListedBlog): boolean {
  return channelsFor(alert, blog).length > 0;
}

/** On Slack a channel's name tells its workspace; on Discord the platform is asked. */
function isNear(channel: ChannelId, alert: Pick<Alert, 'channel' | 'workspace'>): boolean {
  if (platformOf(channel) !== platformOf(alert.channel)) return false;
  return platformOf(channel) === 'slack' ? teamOf(channel) === teamOf(alert.channel) : alert.workspace !== undefined;
}

function teamOf(channel: ChannelId): string {
  const id = platformId(channel);
  return id.includes('/') ? id.slice(0, id.indexOf('/')) : '';
}
