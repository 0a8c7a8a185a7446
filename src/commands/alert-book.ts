import { createAlertIndex } from '../core/alerts/alert-index.ts';
import { type AlertView, alertsWanted } from '../core/alerts/alert-posts.ts';
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

/** One alert of a person. `to` is set once it was removed. Epoch ms. */
export type Alert = {
  readonly id: string;
  readonly query: string;
  /** Only this blog; absent = all in reach. */
  readonly blog?: string;
  /** Where it was asked for: its blogs are in reach, and hits link to its messages. */
  readonly channel: ChannelId;
  /** The workspace that channel is in. */
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
};

/** Removed alerts and past mutes are kept so long: they decide what shared a message. */
const KEPT = 7 * 24 * 60 * 60_000;

/** Everybody's alerts: held in memory over an index, written before a change holds. */
export type AlertBook = ReturnType<typeof createAlertBook>;

export function createAlertBook(deps: AlertBookDeps) {
  const people = new Map<ChannelId, PersonsAlerts>();
  const index = createAlertIndex();

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
        return alert !== undefined && covers(alert, listed) ? [inbox as ChannelId] : [];
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
  };

  async function blogWanted(person: PersonsAlerts, blog: ListedBlog, now: number): Promise<Wanted[]> {
    const covering = person.alerts.filter((alert) => covers(alert, blog));
    if (covering.length === 0) return [];
    const known = await deps.newsroom.blog(blog.name);
    if (known === undefined) return [];
    const view: AlertView = {
      blog: blogView(blog.name, blog.url, known.face),
      records: known.seen.records,
      alerts: covering.map(({ query, from, to }) => ({
        query: parseQuery(query),
        from,
        ...(to === undefined ? {} : { to }),
      })),
      mutes: person.mutes,
      settings: deps.settings,
      sizes: deps.sizes(person.inbox),
      messageUrl: () => undefined,
    };
    if (alertsWanted(view, now).length === 0) return [];
    const urls = await urlsFor(covering, blog, now);
    return alertsWanted({ ...view, messageUrl: (seq) => urls.get(seq) }, now);
  }

  /** Where hits can be read in chat: in the channel the alert was asked for in, no other. */
  async function urlsFor(covering: readonly Alert[], blog: ListedBlog, now: number) {
    const channel = covering.find((alert) => blog.channels.includes(alert.channel))?.channel;
    if (channel === undefined) return new Map<number, string>();
    const route = deps.newsroom.following(channel).routes.find((one) => one.blog === blog.name);
    if (route === undefined) return new Map<number, string>();
    const from = { newsroom: deps.newsroom, channel, sizes: deps.sizes(channel), now };
    return messageUrls(from, { route, name: blog.name });
  }
}

/**
 * Whether an alert speaks of a blog: one followed by the channel it was asked for in, or, on Slack, one that somebody of
 * the same workspace follows from chat. What the operator set up for other channels may be private, and other servers
 * and workspaces are none of the person's business.
 */
export function covers(alert: Pick<Alert, 'blog' | 'channel'>, blog: ListedBlog): boolean {
  if (alert.blog !== undefined && alert.blog !== blog.name) return false;
  if (blog.channels.includes(alert.channel)) return true;
  return blog.origin === 'chat' && blog.channels.some((channel) => sameSlack(channel, alert.channel));
}

function sameSlack(a: ChannelId, b: ChannelId): boolean {
  return platformOf(a) === 'slack' && platformOf(b) === 'slack' && teamOf(a) === teamOf(b);
}

function teamOf(channel: ChannelId): string {
  const id = platformId(channel);
  return id.includes('/') ? id.slice(0, id.indexOf('/')) : '';
}
