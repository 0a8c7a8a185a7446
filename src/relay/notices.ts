import { type ChannelId, parseChannel } from '../core/channel.ts';
import { hideAddresses } from '../core/hide-addresses.ts';
import type { Wanted } from '../core/wanted.ts';
import type { DeliveryErrorKind } from '../ports/adapter.ts';
import type { ChannelStates } from './channel-states.ts';
import { departureNotice } from './departure-notices.ts';
import type { Departures } from './departures.ts';
import type { Directory } from './directory.ts';
import { noticePost, utc } from './notice-post.ts';
import type { Failure } from './records.ts';
import type { SeenSets } from './seen-sets.ts';

/** A failure that mends itself sooner than this is nobody's trouble, ms. */
const TOLD_AFTER = 2 * 60_000;
/** What a person has to mend is told at once. */
const FOR_PEOPLE: ReadonlySet<string> = new Set<DeliveryErrorKind>(['channel-gone', 'forbidden']);

export type NoticeDeps = {
  readonly directory: Directory;
  readonly seenSets: SeenSets;
  readonly states: ChannelStates;
  readonly departures: Pick<Departures, 'all' | 'covers'>;
  readonly noticesTo: ChannelId | undefined;
};

/**
 * Failures, told to people once and edited when they are over. They go to the channel the operator named, else to whoever
 * set the route up; a channel that is closed to us concerns both. Never into the channel that fails. Delivered like any
 * other post.
 */
export function createNotices({ directory, seenSets, states, departures, noticesTo }: NoticeDeps) {
  /** Who is told about a blog or a channel: the notices channel, or the people behind the routes. */
  function audienceOf(routes: readonly { readonly by?: string }[]): ChannelId[] {
    if (noticesTo !== undefined) return [noticesTo];
    return routes.flatMap(({ by }) => directMessages(by) ?? []);
  }

  function audience(blog: string): ChannelId[] {
    return audienceOf(directory.followers(blog).flatMap((channel) => routesOf(channel, blog)));
  }

  function routesOf(channel: ChannelId, blog: string) {
    return directory.routes(channel).routes.filter((route) => route.blog === blog);
  }

  /** Whom a failure of the channel may concern. */
  function audienceOfChannel(channel: ChannelId): ChannelId[] {
    const people = directory.routes(channel).routes.flatMap(({ by }) => directMessages(by) ?? []);
    return [...(noticesTo === undefined ? [] : [noticesTo]), ...people].filter((target) => target !== channel);
  }

  /** Where the operator is told of outages, people are not asked to mend them; only they can open a closed channel. */
  function concerns(failing: ChannelId, kind: DeliveryErrorKind, channel: ChannelId): boolean {
    const isClosed = kind === 'channel-gone' || kind === 'forbidden';
    if (noticesTo !== undefined && channel !== noticesTo && !isClosed) return false;
    return audienceOfChannel(failing).includes(channel);
  }

  return {
    audience,
    audienceOfChannel,

    /** Every channel that notices may go to. */
    everybody: (): ChannelId[] => [
      ...new Set([
        ...directory.channels().flatMap((channel) => audienceOfChannel(channel)),
        ...departures.all().flatMap(({ told }) => told),
      ]),
    ],

    /** The notices a channel should show. */
    async wanted(channel: ChannelId, now: number): Promise<Wanted[]> {
      const notices: Wanted[] = [];
      for (const { name, url, origin } of directory.blogs()) {
        if (!audience(name).includes(channel)) continue;
        const record = await seenSets.record(name);
        if (record?.failure === undefined) continue;
        const isPrivate = origin === 'config';
        const what = `The live blog “${record.face.title ?? name}” (${isPrivate ? name : hostOf(url)})`;
        const { message } = record.failure;
        const failure = { ...record.failure, message: isPrivate ? hideAddresses(message, name) : message };
        notices.push(
          ...notice(`notice/blog/${name}`, failure, `${what} cannot be read`, `${what} could not be read`, now),
        );
      }
      for (const { channel: failing, name, failure } of states.failures()) {
        if (!concerns(failing, failure.kind, channel) || departures.covers(failing)) continue;
        notices.push(
          ...notice(
            `notice/channel/${failing}`,
            { ...failure, message: afterName(failure.message, name) },
            `Nothing can be posted to ${name}`,
            `Nothing could be posted to ${name}`,
            now,
            FOR_PEOPLE.has(failure.kind) ? failing : undefined,
          ),
        );
      }
      for (const departure of departures.all()) {
        if (departure.told.includes(channel)) notices.push(departureNotice(departure, directory, now));
      }
      return notices;
    },
  };
}

/** What went wrong, for a sentence that has named the channel already: `Channel #harbour: it is gone` → `it is gone`. */
function afterName(message: string, name: string): string {
  const at = message.indexOf(`${name}: `);
  return at < 0 ? message : message.slice(at + name.length + 2);
}

/** `closed`: the channel that somebody has to open to us again. */
function notice(
  name: string,
  failure: Failure<string>,
  holds: string,
  held: string,
  now: number,
  closed?: ChannelId,
): Wanted[] {
  const { since, endedAt, message } = failure;
  const patience = FOR_PEOPLE.has(failure.kind) ? 0 : TOLD_AFTER;
  if (endedAt !== undefined && endedAt - since < patience) return [];
  const text =
    endedAt === undefined
      ? `${holds} since ${utc(since)}: ${message} It is tried again by itself; nothing is lost.${closed === undefined ? '' : ' Once it is mended, Resume tries at once.'}`
      : `${held} from ${utc(since)} to ${utc(endedAt)}: ${message} It works again, and what was missed follows.`;
  return [
    noticePost({
      key: `${name}:${since}`,
      text,
      level: endedAt === undefined ? 'warning' : 'info',
      since,
      dueAt: since + patience,
      holds: endedAt === undefined,
      follow: endedAt === undefined || now - endedAt <= 24 * 60 * 60_000,
      actions: closed === undefined || endedAt !== undefined ? [] : [{ label: 'Resume', run: `retry ${closed}` }],
    }),
  ];
}

/** The direct messages of a person written `slack:U1` or `slack:T1/U1`. */
function directMessages(person: string | undefined): ChannelId | undefined {
  if (person === undefined) return undefined;
  const at = Math.max(person.indexOf(':'), person.lastIndexOf('/')) + 1;
  return parseChannel(`${person.slice(0, at)}@${person.slice(at)}`);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
