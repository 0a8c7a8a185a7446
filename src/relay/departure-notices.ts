import { type ChannelId, platformOf } from '../core/channel.ts';
import type { Wanted } from '../core/wanted.ts';
import { KEPT_FOR } from './departures.ts';
import type { Directory } from './directory.ts';
import { noticePost, utc } from './notice-post.ts';
import type { Departure } from './records.ts';

const WORKSPACE = { slack: 'Slack workspace', discord: 'Discord server', terminal: 'terminal' } as const;
const FOLLOWED_UP = 24 * 60 * 60_000;

/** What is told of a place that is gone: what happened, what becomes of what was set up there, and what helps. */
export function departureNotice(departure: Departure, directory: Directory, now: number): Wanted {
  const { id, since, backAt, droppedAt } = departure;
  const overAt = backAt ?? droppedAt;
  return noticePost({
    key: `notice/gone/${id}:${since}`,
    text: `${happened(departure)} ${setUpThere(departure, directory)}`.trim(),
    level: overAt === undefined ? 'warning' : 'info',
    since,
    dueAt: since,
    holds: overAt === undefined,
    follow: overAt === undefined || now - overAt < FOLLOWED_UP,
  });
}

function happened({ id, kind, name, knownBy, since, noticedLater, backAt, droppedAt }: Departure): string {
  const from = utc(since);
  const channel = `The channel ${name ?? knownBy ?? id}`;
  if (kind === 'channel' && noticedLater !== undefined) {
    const whose = WORKSPACE[platformOf(id as ChannelId)];
    if (backAt !== undefined) return `${channel} could not be found from ${from} to ${utc(backAt)}. It is back.`;
    return `${channel} was found to be gone (${from}): it was deleted, or the bot was removed from its ${whose}.`;
  }
  if (kind === 'channel') return `${channel} was deleted (${from}).`;
  const short = id.slice(id.indexOf(':') + 1);
  const place = `the ${WORKSPACE[platformOf(id as ChannelId)]} ${name === undefined ? (knownBy === undefined ? short : `of ${knownBy}`) : `“${name}” (${short})`}`;
  if (backAt !== undefined) return `The bot was not in ${place} from ${from} to ${utc(backAt)}. It is back.`;
  if (droppedAt !== undefined) return `The bot was removed from ${place} on ${from}, and was not added again.`;
  return `The bot was removed from ${place} on ${from}. Nothing is shown there.`;
}

function setUpThere(
  { kind, channels, since, noticedLater, backAt, droppedAt }: Departure,
  directory: Directory,
): string {
  const routes = channels.flatMap((channel) => directory.routes(channel).routes);
  const chat = routes.filter(({ origin }) => origin === 'chat').length;
  const file = routes.length - chat;
  const stays = file === 0 ? '' : ` ${routesOfFile(file)} into it: take them out of the file if it stays so.`;
  if (backAt !== undefined) {
    return droppedAt === undefined
      ? 'All that was followed there goes on, and what was missed follows.'
      : 'What was followed there from chat had been dropped and can be followed anew.';
  }
  if (droppedAt !== undefined)
    return `What was followed there from chat is followed no more, and the alerts asked for there are gone.${stays}`;
  if (chat === 0) return stays.trim();
  const saved =
    kind === 'channel' && noticedLater === undefined ? '' : ' Add the bot again before, and it goes on where it was.';
  return `What was followed there from chat (${liveBlogs(chat)}), and the alerts asked for there, are dropped on ${utc(since + KEPT_FOR)}.${saved}${stays}`;
}

function liveBlogs(count: number): string {
  return count === 1 ? '1 live blog' : `${count} live blogs`;
}

function routesOfFile(count: number): string {
  return count === 1 ? 'The configuration file has a route' : `The configuration file has ${count} routes`;
}
