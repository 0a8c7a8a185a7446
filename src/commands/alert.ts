import { hash } from '../core/hash.ts';
import { describeQuery, type Query } from '../core/query/query.ts';
import { matches } from '../core/query/query-match.ts';
import { nearest } from '../core/text/nearest.ts';
import { parseUntil } from '../core/time/time-span.ts';
import { CommandError } from '../ports/commands.ts';
import type { ListedBlog } from '../ports/newsroom.ts';
import type { Alert, PersonsAlerts } from './alert-book.ts';
import { clipped, option } from './arguments.ts';
import { isFailing } from './failing.ts';
import { type Followed, followedBlogs, meant } from './find-blog.ts';
import { directMessages } from './find-entry.ts';
import { readQuery } from './queries.ts';
import { bold, bullets, buttons, code, counted, heading, reply, small, text } from './say.ts';
import { shortLine } from './short-line.ts';
import type { Request, Subcommand } from './subcommand.ts';

const MOST = 50;
const HOUR = 60 * 60_000;
/** `alert me when the ferry sails`: what comes before what to look for. */
const FILLERS = /^(?:me\s+)?(?:about|when|if|for|on)\s+/iu;

export const alert: Subcommand = {
  name: 'alert',
  aliases: ['alerts', 'notify'],
  usage: 'add <query> [blog] | list | remove <query|all>',
  does: 'your own keyword alerts, by direct message',
  examples: [
    'alert add ferry cancelled',
    'alert add "sea wall" OR flood* harbour-storm',
    'alert list',
    'alert remove ferry',
  ],
  manages: false,
  async run(request) {
    const [verb = '', ...rest] = `${request.command.name.split(' ')[1] ?? ''} ${request.words}`.trim().split(' ');
    const said = rest.join(' ').trim();
    if (/^(?:off|stop|pause|quiet)$/iu.test(verb))
      throw new CommandError('Mute your alerts for a while, or remove them?', [
        'alert mute 1h',
        'alert list',
        'alert remove all',
      ]);
    const verbs = {
      add: addAlert,
      new: addAlert,
      list: listAlerts,
      show: listAlerts,
      remove: removeAlert,
      delete: removeAlert,
      clear: removeAlert,
      mute: muteAlerts,
      unmute: unmuteAlerts,
      resume: unmuteAlerts,
    };
    const known = Object.keys(verbs) as (keyof typeof verbs)[];
    if (verb === '') return listAlerts(request);
    const exact = known.find((one) => one === verb.toLowerCase()) ?? known.find((one) => one === nearest(verb, known));
    // Nobody reads a manual: what is no verb is what to look for.
    if (exact === undefined) return addAlert(request, request.words.replace(FILLERS, ''));
    return verbs[exact](request, exact === 'clear' && said === '' ? 'all' : said);
  },
  async complete(partial, desk) {
    const person = desk.alerts.of(directMessages(partial.person.id));
    const own = held(person).map((one) => ({ label: one.query, value: one.query }));
    return own.filter(({ label }) => label.toLowerCase().includes(partial.typed.toLowerCase()));
  },
};

/** Where this person's alerts go: their direct messages, in the workspace they asked from. */
function inboxOf({ command }: Request) {
  const team = /^slack:([TE][A-Z0-9]+)\//u.exec(command.channel)?.[1];
  const { id } = command.person;
  return directMessages(team === undefined || id.includes('/') ? id : id.replace('slack:', `slack:${team}/`));
}

function held(person: PersonsAlerts): Alert[] {
  return person.alerts.filter((one) => one.to === undefined);
}

async function addAlert(request: Request, typed: string) {
  const { desk, now, command } = request;
  const said = option(request, 'query') ?? typed;
  const blogs = await followedBlogs(desk, command.channel);
  const { query, blog } = await splitBlog(request, said, option(request, 'blog'), blogs);
  const parsed = readQuery(query, 'alert add');
  const person = desk.alerts.of(inboxOf(request));
  const own = held(person);
  const written = describeQuery(parsed);
  const twin = own.find((one) => describeQuery(readQuery(one.query)) === written && one.blog === blog?.name);
  if (twin !== undefined) throw new CommandError(`You have that alert already: ${twin.query}.`, ['alert list']);
  if (own.length >= MOST)
    throw new CommandError(`You have ${MOST} alerts, which is the most. Remove one first.`, ['alert list']);
  const where = whereOf(request);
  if (blogs.length === 0 && blog === undefined && !(await reachesAny(request))) {
    throw new CommandError(
      'There is no live blog here to watch. Ask in a channel that follows one; I write to you all the same.',
      ['list'],
    );
  }
  const id = hash(`${person.inbox} ${written} ${now}`).slice(0, 8);
  const made: Alert = { id, query, ...where, from: now, ...(blog === undefined ? {} : { blog: blog.name }) };
  await desk.alerts.save({ ...person, alerts: [...person.alerts, made] }, now);
  desk.log.info('an alert was added', { person: command.person.id, alert: id });
  const tried = blog === undefined ? blogs.map(({ name }) => name) : [blog.name];
  return reply(
    text('I will write to you when an entry matches ', bold(written), blog === undefined ? '.' : ` in ${blog.title}.`),
    small(
      `${blog === undefined ? 'It watches every live blog in the channels you can read. ' : ''}${await backtest(request, parsed, tried)} Hits within a minute come in one message; if an entry is corrected or withdrawn, the message says so.`,
    ),
    ...buttons({ label: 'My alerts', run: 'alert list' }, { label: 'Remove', run: `alert remove ${id}` }),
  );
}

/** Where an alert is asked for. */
function whereOf({ command }: Request): Pick<Alert, 'channel' | 'workspace'> {
  const { channel, workspace } = command;
  return { channel, ...(workspace === undefined ? {} : { workspace }) };
}

async function reachesAny(request: Request): Promise<boolean> {
  for (const blog of request.desk.newsroom.blogs()) if (await reaches(request, blog)) return true;
  return false;
}

async function reaches(request: Request, blog: ListedBlog): Promise<boolean> {
  return (await request.desk.alerts.reach(inboxOf(request), whereOf(request), blog)).length > 0;
}

/** What the alert would have brought lately. */
async function backtest({ desk, now }: Request, query: Query, blogs: readonly string[]): Promise<string> {
  const known = await Promise.all(blogs.map((blog) => desk.newsroom.blog(blog)));
  const day = known
    .flatMap((blog) => blog?.seen.records ?? [])
    .filter((record) => record.order > now - 24 * HOUR && record.removedAt === undefined);
  if (day.length === 0) return '';
  const hits = day.filter((record) => matches(query, record.entry, { corrected: record.edits > 0 })).length;
  const much = day.length >= 4 && hits * 2 > day.length ? ' That is a lot: another word would tell it apart.' : '';
  return `Of the last day's ${counted(day.length, 'entry', 'entries')} here it would have told you of ${hits}.${much}`;
}

/** A blog of this channel, or one of another channel that the person can read. */
async function splitBlog(request: Request, said: string, named: string | undefined, blogs: readonly Followed[]) {
  if (named !== undefined) {
    const [found] = meant(blogs, named);
    const blog = found ?? (await readable(request, named));
    if (blog === undefined) throw new CommandError(`You can read no live blog “${named}” here.`, ['list']);
    return { query: said, blog };
  }
  const last = /^(.+?)\s+(?:in:?\s*)?(\S+)$/u.exec(said);
  const name = last?.[2]?.toLowerCase() ?? '';
  const blog = blogs.find((one) => one.name === name) ?? (await readable(request, name));
  return blog === undefined ? { query: said, blog: undefined } : { query: last?.[1] ?? said, blog };
}

async function readable(request: Request, name: string) {
  const blog = request.desk.newsroom.blogs().find((one) => one.name === name.toLowerCase());
  if (blog === undefined || !(await reaches(request, blog))) return undefined;
  const state = await request.desk.newsroom.state(blog.name);
  return { name: blog.name, title: state?.face.title ?? blog.name };
}

async function listAlerts(request: Request) {
  const { desk, now, times } = request;
  const person = desk.alerts.of(inboxOf(request));
  const own = held(person);
  if (own.length === 0) {
    return reply(
      text(
        'You have no alerts. ',
        code('/liveblog alert add ferry cancelled'),
        ' tells you by direct message when an entry matches.',
      ),
    );
  }
  const muted = person.mutes.find((mute) => mute.from <= now && now < mute.to);
  const { failure } = await desk.newsroom.health(person.inbox);
  return reply(
    heading('Your alerts'),
    bullets(
      own.map((one, index) => [
        bold(`${index + 1}`),
        ' ',
        bold(one.query),
        one.blog === undefined ? '' : ` in ${one.blog}`,
      ]),
    ),
    ...(muted === undefined ? [] : [text(`Muted until ${times.at(muted.to)}.`)]),
    ...(failure !== undefined && isFailing(failure) ? [text(`I cannot write to you: ${failure.message}`)] : []),
    ...buttons(
      ...own.slice(0, 4).map((one) => ({ label: `Remove ${one.query}`.slice(0, 40), run: `alert remove ${one.id}` })),
      muted === undefined ? { label: 'Mute for 1 h', run: 'alert mute 1h' } : { label: 'Unmute', run: 'alert unmute' },
    ),
  );
}

async function removeAlert(request: Request, typed: string) {
  const { desk, now, command } = request;
  const said = (option(request, 'query') ?? typed).trim();
  const person = desk.alerts.of(inboxOf(request));
  const own = held(person);
  if (own.length === 0) throw new CommandError('You have no alerts to remove.', ['alert add ferry cancelled']);
  if (/^all$/iu.test(said) && own.length > 1) {
    const run = 'alert remove all yes';
    return reply(
      text(`Remove all ${own.length} of your alerts?`),
      ...buttons({ label: `Remove ${own.length}`, run, style: 'danger', confirm: `Remove all ${own.length} alerts?` }),
    );
  }
  if (said === '')
    throw new CommandError('Which alert? Give its number or its words.', [
      ...own.slice(0, 4).map((_, at) => `alert remove ${at + 1}`),
      'alert remove all',
    ]);
  const going = /^all(?: yes)?$/iu.test(said) ? own : [theAlert(own, said)];
  const gone = new Set(going.map((one) => one.id));
  const alerts = person.alerts.map((one) => (gone.has(one.id) ? { ...one, to: now } : one));
  await desk.alerts.save({ ...person, alerts }, now);
  desk.log.info('alerts were removed', { person: command.person.id, count: gone.size });
  const [only] = going;
  const back = only === undefined || going.length > 1 ? [] : [await undoRemoval(request, only)];
  return {
    ...reply(
      text(`Removed: ${going.map((one) => one.query).join(' · ')}.`),
      ...buttons(...back, { label: 'My alerts', run: 'alert list' }),
    ),
    replaces: true,
  };
}

async function undoRemoval({ desk }: Request, one: Alert) {
  const line = `alert add ${one.query}${one.blog === undefined ? '' : ` ${one.blog}`}`;
  return { label: 'Undo', run: await shortLine(desk.store, line) };
}

function theAlert(own: readonly Alert[], said: string): Alert {
  const plain = said.replace(/^["']|["']$/gu, '').toLowerCase();
  const found =
    own.find((one) => one.id === said || one.query.toLowerCase() === said.toLowerCase()) ??
    own.find((one) => one.query.toLowerCase().replace(/["']/gu, '') === plain) ??
    (/^\d+$/u.test(said) ? own[Number(said) - 1] : undefined);
  if (found !== undefined) return found;
  const near = nearest(
    said,
    own.map((one) => one.query),
  );
  const hint =
    near === undefined
      ? `You have ${own
          .slice(0, 5)
          .map((one) => clipped(one.query))
          .join(' · ')}${own.length > 5 ? ` and ${own.length - 5} more` : ''}.`
      : `Did you mean ${near}?`;
  const guess = own.find((one) => one.query === near);
  throw new CommandError(
    `You have no alert “${clipped(said)}”. ${hint}`,
    guess === undefined ? ['alert list'] : [`alert remove ${guess.query}`],
  );
}

async function muteAlerts(request: Request, typed: string) {
  const { desk, now, times } = request;
  const until = parseUntil(typed === '' ? '1h' : typed, { now, timezone: times.timezone });
  if (until === undefined)
    throw new CommandError(`“${clipped(typed)}” is no time I know. Try 1h or until 18:00.`, [
      'alert mute 1h',
      'alert mute until 18:00',
    ]);
  const person = desk.alerts.of(inboxOf(request));
  await desk.alerts.save({ ...person, mutes: [...endMutes(person, now), { from: now, to: until }] }, now);
  return reply(
    text(`Your alerts are muted until ${times.at(until)}.`),
    ...buttons({ label: 'Unmute', run: 'alert unmute' }),
  );
}

async function unmuteAlerts(request: Request) {
  const { desk, now } = request;
  const person = desk.alerts.of(inboxOf(request));
  await desk.alerts.save({ ...person, mutes: endMutes(person, now) }, now);
  return reply(text('Your alerts are on again.'), ...buttons({ label: 'My alerts', run: 'alert list' }));
}

function endMutes(person: PersonsAlerts, now: number) {
  return person.mutes.map((mute) => (mute.to > now ? { ...mute, to: now } : mute));
}
