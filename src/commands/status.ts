import { digestClock } from '../core/digest-clock.ts';
import { hideAddresses } from '../core/hide-addresses.ts';
import { redactUrl } from '../core/redact-url.ts';
import { currentSettings } from '../core/route.ts';
import type { ChannelAccess } from '../ports/adapter.ts';
import type { Block } from '../ports/commands.ts';
import { digestWritten } from './digest-words.ts';
import { type EntryPlace, entryPlaces } from './entry-places.ts';
import { isFailing } from './failing.ts';
import { type Followed, followedBlogs, meant } from './find-blog.ts';
import { stateOf } from './list.ts';
import { pausedNow } from './pause.ts';
import { bold, bullets, buttons, heading, reply, text } from './say.ts';
import { standpointOf } from './standpoint-of.ts';
import type { Request, Subcommand } from './subcommand.ts';

const MOST = 12;
/** The rest of the answer does not wait longer for the platform, ms. */
const PATIENCE = 3_000;

export const status: Subcommand = {
  name: 'status',
  aliases: ['health', 'ping'],
  usage: '',
  does: 'is it live, when was it checked, what is wrong',
  examples: ['status'],
  manages: false,
  async run(request) {
    const all = await followedBlogs(request.desk, request.command.channel);
    const asked = request.words === '' ? [] : meant(all, request.words);
    const blogs = asked.length > 0 ? asked : all;
    const channel = await channelLines(request);
    if (blogs.length === 0) return reply(text('This channel follows no live blog yet, so nothing comes.'), ...channel);
    const lines = await Promise.all(blogs.slice(0, MOST).map((blog) => blogLines(request, blog)));
    return reply(
      heading('Status'),
      ...channel,
      ...lines.flat(),
      ...buttons({ label: 'Refresh', run: 'status' }, { label: 'List', run: 'list' }),
    );
  },
};

async function channelLines({ desk, command, now, times }: Request): Promise<Block[]> {
  const health = await desk.newsroom.health(command.channel);
  const pause = pausedNow(desk.newsroom.following(command.channel), now);
  const lines: string[] = [];
  if (health.failure !== undefined && isFailing(health.failure)) {
    lines.push(
      `Nothing can be posted here since ${times.at(health.failure.since)}: ${health.failure.message} It is tried again by itself; nothing is lost.`,
    );
  }
  if (pause !== undefined)
    lines.push(
      `This channel is paused ${pause.to === undefined ? 'until somebody resumes' : `until ${times.at(pause.to)}`}.`,
    );
  if (health.atLeastOnceSince !== undefined) {
    lines.push(
      `Since ${times.at(health.atLeastOnceSince)} a message may have been shown twice: an answer of the platform was lost and cannot be looked up here.`,
    );
  }
  return [...lines.map((line) => text(line)), ...(await missingLines(desk, command.channel))];
}

/** What the platform does not let us do here, each with its remedy. Nothing, where it does not answer in time. */
async function missingLines(desk: Request['desk'], channel: Request['command']['channel']): Promise<Block[]> {
  const { missing } = await desk.outlook
    .access(channel, AbortSignal.timeout(PATIENCE))
    .catch(() => ({ missing: [] as ChannelAccess['missing'] }));
  if (missing.length === 0) return [];
  return [text(bold('Missing here:')), bullets(missing.map(({ what, remedy }) => [`${what} – ${remedy}`]))];
}

async function blogLines(request: Request, blog: Followed): Promise<Block[]> {
  const { times, now } = request;
  const { known, route } = blog;
  if (known === undefined)
    return [text(bold(blog.title), ' – not read yet; that happens within a minute of following.')];
  const facts = [
    `checked ${times.ago(known.polledAt)}`,
    `last change ${times.ago(known.changedAt)}`,
    known.nextPollAt === undefined
      ? 'it has ended and is not checked any more'
      : `next check ${times.ago(Math.max(now, known.nextPollAt))}`,
    isFailing(known.failure) ? '' : 'source healthy',
  ].filter((fact) => fact !== '');
  const places = await entryPlaces(standpointOf(request), blog);
  const more = [
    failureLine(blog, request),
    ...known.warnings.map((warning) => withoutAddresses(warning, blog)),
    matchLine(places, blog),
    queueLine(places, request),
  ];
  const { quiet } = currentSettings(route);
  const digest = digestClock(currentSettings(route));
  if (digest !== undefined) more.push(`Entries come in a digest here: ${digestWritten(digest)}.`);
  if (quiet !== undefined) more.push(`Quiet hours from ${quiet.from} to ${quiet.to} (${quiet.timezone}).`);
  if (known.successor !== undefined)
    more.push(`It goes on in another live blog: ${known.successor.title ?? redactUrl(known.successor.url)}`);
  const said = more.filter((line) => line !== '');
  return [
    text(bold(blog.title), ` (${blog.name}) – ${stateOf(blog)}; ${facts.join(', ')}.`),
    ...(said.length === 0 ? [] : [bullets(said.map((line) => [line]))]),
  ];
}

function failureLine(blog: Followed, { times }: Request): string {
  const failure = blog.known?.failure;
  if (failure === undefined || !isFailing(failure)) return '';
  const tries = failure.count > 1 ? ` (${failure.count} times)` : '';
  return `It cannot be read since ${times.at(failure.since)}${tries}: ${withoutAddresses(failure.message, blog)} It is tried again by itself; nothing is lost.`;
}

/** How many of the entries since following the route's filters let through: silence by filter is said. */
function matchLine(places: readonly EntryPlace[], { route }: Followed): string {
  const { only, except, entries } = currentSettings(route);
  if (only.length === 0 && except.length === 0 && entries === 'all') return '';
  const since = places.filter(({ place }) => place.kind !== 'past' && place.kind !== 'backfill');
  const kept = since.filter(({ place }) => place.kind !== 'unselected').length;
  return `${kept} of ${since.length} entries since following matched this route's filters.`;
}

function queueLine(places: readonly EntryPlace[], { now, times }: Request): string {
  const due = places.flatMap(({ wanted, delivery }) => {
    const waits = delivery === undefined || delivery.state === 'posting';
    return wanted?.want === 'show' && waits && wanted.dueAt !== undefined && wanted.dueAt <= now ? [wanted.dueAt] : [];
  });
  const held = places.filter(({ place, delivery }) => place.kind === 'held' && delivery === undefined).length;
  const waiting = due.length === 0 ? '' : `${entries(due.length)} due, the oldest since ${times.at(Math.min(...due))}.`;
  return [waiting, held === 0 ? '' : `${entries(held)} held and wait for their time.`]
    .filter((part) => part !== '')
    .join(' ');
}

function entries(count: number): string {
  return count === 1 ? '1 entry is' : `${count} entries are`;
}

/** Addresses of the configuration file may be private: nobody in a channel learns them. */
export function withoutAddresses(message: string, { route, name }: Pick<Followed, 'route' | 'name'>): string {
  const shown = route.origin === 'config' ? hideAddresses(message, name) : message;
  return shown.replace(/\bhttps?:\/\/[^\s"”)]+/giu, redactUrl);
}
