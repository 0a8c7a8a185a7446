import type { ChannelId } from '../core/channel.ts';
import type { Sizes } from '../core/project/views.ts';
import { nearest } from '../core/text/nearest.ts';
import type { Clock } from '../ports/clock.ts';
import {
  type Answer,
  type Choice,
  type Command,
  CommandError,
  type PartialCommand,
  type Reply,
} from '../ports/commands.ts';
import type { Log } from '../ports/log.ts';
import type { Newsroom, Outlook, RouteBook } from '../ports/newsroom.ts';
import { type Store, StoreError } from '../ports/store.ts';
import { checkManager, checkWorkspace } from './access.ts';
import { alert } from './alert.ts';
import { type AlertBook, createAlertBook } from './alert-book.ts';
import { clipped, plainWords } from './arguments.ts';
import { catchup } from './catchup.ts';
import { suggest } from './complete.ts';
import { digest } from './digest.ts';
import { leadOn, ledElsewhere } from './elsewhere.ts';
import { createEntrySearch } from './entry-search.ts';
import { follow } from './follow.ts';
import { createHelp } from './help.ts';
import { history } from './history.ts';
import { home } from './home.ts';
import { latest } from './latest.ts';
import { list } from './list.ts';
import { mute } from './mute.ts';
import { pause, resume } from './pause.ts';
import { inCommandWords } from './phrases.ts';
import { preview } from './preview.ts';
import { quiet } from './quiet.ts';
import { createRateLimit } from './rate-limit.ts';
import { retry } from './retry.ts';
import { reveal } from './reveal.ts';
import { small } from './say.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { keptLine } from './short-line.ts';
import { sightOf } from './sight.ts';
import { status } from './status.ts';
import type { Desk, House, Request, Subcommand } from './subcommand.ts';
import { summary } from './summary.ts';
import { timesFor } from './times.ts';
import { undo } from './undo.ts';
import { unfollow } from './unfollow.ts';
import { why } from './why.ts';

export type CommandsDeps = {
  readonly newsroom: Newsroom;
  readonly book: RouteBook;
  readonly outlook: Outlook;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly house: House;
};

/** Every `/liveblog` command, the same for all platforms. `alerts` is what delivers people's alerts. */
export type Commands = {
  run(command: Command): Promise<Answer>;
  complete(partial: PartialCommand): Promise<readonly Choice[]>;
  readonly alerts: AlertBook;
};

const help = createHelp(() => ALL);

const ALL: readonly Subcommand[] = [
  help,
  preview,
  follow,
  unfollow,
  list,
  settings,
  latest,
  search,
  summary,
  catchup,
  alert,
  digest,
  quiet,
  pause,
  resume,
  status,
  why,
  history,
  mute,
  reveal,
  retry,
  undo,
  home,
];

export function createCommands(deps: CommandsDeps): Commands {
  const { newsroom, store, outlook, house, clock, log } = deps;
  const sizes = (channel: ChannelId): Sizes => outlook.sizes(channel);
  const alerts = createAlertBook({ store, newsroom, sizes, settings: house.settings, sees: sightOf(outlook, clock) });
  const search = createEntrySearch({ newsroom, clock, log });
  const book: RouteBook = {
    ...deps.book,
    async dropBlog(name) {
      search.forget(name);
      await deps.book.dropBlog(name);
    },
  };
  const desk: Desk = { ...deps, book, alerts, search };
  const limit = createRateLimit();

  async function run(command: Command, hops = 0): Promise<Answer> {
    const read = readLine(command);
    if (read.subcommand === help) return help.run(requestFor(desk, { ...command, name: 'help', words: read.words }));
    checkWorkspace(command, house);
    if (hops === 0) limit(command, clock.now());
    if (read.name === 'go' && hops === 0) return run(await longLine(store, command, read.words), 1);
    const { subcommand } = read;
    if (subcommand === undefined) throw unknown(read.name, read.words);
    const led = ledElsewhere({ ...command, name: read.name, words: read.words }, newsroom);
    if (subcommand.manages) checkManager(led.command, house);
    const given = await subcommand.run(requestFor(desk, led.command));
    const answer = led.channel === undefined ? given : await leadOn(given, led.channel, store);
    return read.guessed && answer.kind === 'reply' ? withNote(answer, read.name, subcommand.name) : answer;
  }

  return {
    alerts,
    async run(command) {
      search.rest();
      try {
        return await run(command);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        log.error('a command met a failing store', { command: command.name, kind: error.kind, reason: error.message });
        throw new CommandError(
          'My memory cannot be reached at present, so nothing was changed. Please try again in a minute.',
          ['help'],
        );
      }
    },
    complete: (partial) => suggest(partial, desk, ALL),
  };
}

type Line = {
  readonly name: string;
  readonly words: string;
  readonly subcommand: Subcommand | undefined;
  readonly guessed: boolean;
};

/** The subcommand that is meant. A slip of the finger is forgiven where nothing can be changed by it. */
function readLine(command: Command): Line {
  const line = inCommandWords(
    plainWords(`${command.name} ${command.words}`)
      .trim()
      .replace(/^\/?liveblog\s+/iu, ''),
  );
  const [first = '', ...rest] = line.split(/\s+/u);
  const words = rest.join(' ');
  const name = first.toLowerCase();
  if (name === '') return { name: 'help', words: '', subcommand: help, guessed: false };
  if (/^["']?<?https?:\/\//u.test(name))
    return { name: 'preview', words: `${first} ${words}`.trim(), subcommand: preview, guessed: false };
  const exact = ALL.find((one) => one.name === name || one.aliases.includes(name));
  if (exact !== undefined || name === 'go') return { name, words, subcommand: exact, guessed: false };
  if (/(?:^|\s)https?:\/\//iu.test(words) && nearestCommand(name) === undefined)
    return { name: 'preview', words, subcommand: preview, guessed: false };
  const near = nearestCommand(name);
  return { name, words, subcommand: near?.manages === false ? near : undefined, guessed: true };
}

function nearestCommand(name: string): Subcommand | undefined {
  const shown = ALL.filter((one) => one.examples.length > 0);
  // Of two letters one was left out perhaps; none is wrong.
  const names = shown.flatMap((one) => [one.name, ...one.aliases]).filter((one) => name.length > 2 || one.length > 2);
  const near = nearest(name, names);
  return shown.find((one) => one.name === near || one.aliases.includes(near ?? ''));
}

function unknown(name: string, words: string): CommandError {
  const near = nearestCommand(name);
  if (near === undefined)
    return new CommandError(`There is no command “${clipped(name)}”. help lists them all.`, ['help', 'list', 'latest']);
  const meant = `${near.name} ${words}`.trim();
  return new CommandError(`There is no command “${name}”. Did you mean ${near.name}?`, [meant, `help ${near.name}`]);
}

function withNote(answer: Reply, typed: string, meant: string): Reply {
  return { ...answer, blocks: [...answer.blocks, small(`“${typed}” was read as ${meant}.`)] };
}

async function longLine(store: Store, command: Command, id: string): Promise<Command> {
  const line = await keptLine(store, id);
  if (line === undefined) throw new CommandError('That button is too old. Please ask again.', ['help']);
  const [name = '', ...words] = line.split(' ');
  return { ...command, name, words: words.join(' ') };
}

function requestFor(desk: Desk, command: Command): Request {
  const now = desk.clock.now();
  const { language, timezone } = desk.house;
  return {
    command,
    words: command.words.trim(),
    now,
    times: timesFor(command.person, { language, timezone }, now),
    sizes: desk.outlook.sizes(command.channel),
    desk,
  };
}
