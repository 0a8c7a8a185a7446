import type { Platform } from '../core/channel.ts';
import { digestClock } from '../core/digest-clock.ts';
import type { RouteSettings } from '../core/route.ts';
import { parseDuration } from '../core/time/durations.ts';
import { queryList } from './arguments.ts';
import { DIGEST_EXAMPLES, digestWritten, readDigest } from './digest-words.ts';
import { mentionWritten, readMention } from './mention-words.ts';
import { readQuery } from './queries.ts';
import { QUIET_EXAMPLES, quietHoursWritten, readQuietHours } from './quiet-words.ts';

/** Who is asking, and when: some values are read by it. */
export type Asker = {
  readonly now: number;
  readonly timezone: string;
  /** The zone whose clock the channel goes by. */
  readonly channelZone: string;
  readonly platform: Platform;
};

/** One thing a person can decide of how a blog is shown. */
export type RouteSetting = {
  /** The question, as a form asks it. */
  readonly label: string;
  readonly hint?: string;
  /** What can be chosen, each with what it means; absent = free text. */
  readonly choices?: Readonly<Record<string, string>>;
  /** False: it must be given. */
  readonly clears: boolean;
  /** Values that work, the first one also as a placeholder. */
  readonly examples: readonly string[];
  /** What holds, in the words that would set it. */
  written(settings: RouteSettings): string;
  /** The settings with what was said; undefined when it is not understood. */
  read(said: string, before: RouteSettings, asker: Asker): RouteSettings | undefined;
};

/** Every setting of a route by its name in the configuration; a route cannot have one that people cannot change. */
export const ROUTE_SETTINGS: { readonly [Name in keyof Required<RouteSettings>]: RouteSetting } = {
  layout: choice(
    'layout',
    'Where',
    { channel: 'In the channel', thread: 'In one thread, with a card on top' },
    { threads: 'thread', messages: 'channel' },
  ),
  broadcast: {
    label: 'Show in the channel too',
    hint: 'For the thread only: in the channel everything is in the channel.',
    choices: {
      off: 'Nothing: all stays in the thread',
      key: 'Key events and breaking news',
      breaking: 'Breaking news',
    },
    clears: false,
    examples: ['key', 'breaking', 'off'],
    written: ({ broadcast }) => broadcast ?? 'off',
    read(said, { broadcast: _before, ...rest }) {
      if (isOff(said)) return rest;
      const broadcast = (['key', 'breaking'] as const).find((one) => one === said.toLowerCase());
      return broadcast === undefined ? undefined : { ...rest, broadcast };
    },
  },
  entries: choice(
    'entries',
    'Which entries',
    { all: 'All of them', key: 'Key events, summaries and breaking news' },
    { 'key events': 'key', 'key only': 'key', important: 'key', everything: 'all' },
  ),
  only: queries('only', 'Only entries that match', 'Several are parted by commas; any of them will do.'),
  except: queries('except', 'No entries that match', 'Words mean all; "a phrase"; a OR b; -not; word*'),
  edits: choice(
    'edits',
    'When an entry is corrected',
    { edit: 'Edit the message', reply: 'Reply with what changed', post: 'Post what changed', ignore: 'Do nothing' },
    { update: 'edit', nothing: 'ignore', off: 'ignore' },
  ),
  removals: choice(
    'removals',
    'When an entry is withdrawn',
    { delete: 'Delete the message', strike: 'Strike it through', ignore: 'Do nothing' },
    { remove: 'delete', keep: 'ignore', nothing: 'ignore', 'strike through': 'strike', off: 'ignore' },
  ),
  reposts: choice(
    'reposts',
    'When an entry is repeated',
    { fold: 'Show it in one line', show: 'Show it in full', skip: 'Leave it out' },
    { hide: 'skip', ignore: 'skip', short: 'fold' },
  ),
  mention: {
    label: 'Ping somebody',
    hint: 'Whom, and on key, breaking or all; empty for nobody.',
    clears: true,
    examples: ['@here on key', '@here on breaking', 'off'],
    written: ({ mention }) => (mention === undefined ? 'off' : mentionWritten(mention)),
    read(said, { mention: _before, ...rest }, { platform }) {
      if (isOff(said)) return rest;
      const mention = readMention(said, platform);
      return mention === undefined ? undefined : { ...rest, mention };
    },
  },
  spoiler: {
    ...choice('spoiler', 'Hide the text until tapped', { off: 'No', on: 'Yes' }),
    written: ({ spoiler }) => (spoiler ? 'on' : 'off'),
    read(said, before) {
      if (/^(?:on|yes|true|ja|oui)$/iu.test(said)) return { ...before, spoiler: true };
      return isOff(said) || /^false$/iu.test(said) ? { ...before, spoiler: false } : undefined;
    },
  },
  digest: {
    label: 'Together at set times',
    hint: 'every 30m, daily 8:00 Europe/London or a cron line; empty to post at once.',
    clears: true,
    examples: DIGEST_EXAMPLES,
    written: (settings) => {
      const clock = digestClock(settings);
      return clock === undefined ? 'off' : digestWritten(clock);
    },
    read(said, { digest: _before, ...rest }, { now, channelZone }) {
      if (isOff(said)) return rest;
      const digest = readDigest(said, now, rest.quiet?.timezone ?? channelZone);
      return digest === undefined ? undefined : { ...rest, digest };
    },
  },
  quiet: {
    label: 'Hours without posts',
    hint: 'Key events come through; with “strict” nothing does, with “breaking” that alone. Empty for none.',
    clears: true,
    examples: QUIET_EXAMPLES,
    written: ({ quiet }) => (quiet === undefined ? 'off' : quietHoursWritten(quiet)),
    read(said, { quiet: _before, ...rest }, { timezone }) {
      if (isOff(said)) return rest;
      const quiet = readQuietHours(said, timezone);
      return quiet === undefined ? undefined : { ...rest, quiet };
    },
  },
  burst: {
    label: 'Fold many at once',
    hint: 'From so many entries in one go on they share messages: 2 to 100, or off.',
    clears: false,
    examples: ['4', '10', 'off'],
    written: ({ burst }) => String(burst),
    read(said, before) {
      if (isOff(said)) return { ...before, burst: 'off' };
      const burst = wholeNumber(said, 2, 100);
      return burst === undefined ? undefined : { ...before, burst };
    },
  },
  settle: duration('settle', 'Wait for calm before posting', 'After the last change of a new entry; at most 10m.', {
    most: 10 * 60_000,
    examples: ['2s', '30s', '0s'],
  }),
  editGap: duration('editGap', 'Wait between two edits', 'Of one message; at most 60m.', {
    most: 60 * 60_000,
    examples: ['5s', '1m', '0s'],
  }),
  backfill: {
    label: 'What of before to post',
    choices: {
      card: 'A card saying where it stands',
      none: 'Nothing',
      latest: 'The latest entry',
      key: 'The key events',
      all: 'Everything',
    },
    clears: false,
    examples: ['key', 'latest', '10', 'all', 'none'],
    written: ({ backfill }) => String(backfill),
    read(said, before) {
      const count = wholeNumber(said, 1, 500);
      if (count !== undefined) return { ...before, backfill: count };
      const known = (['none', 'latest', 'key', 'all', 'card'] as const).find((one) => one === said.toLowerCase());
      return known === undefined ? undefined : { ...before, backfill: known };
    },
  },
};

export type SettingName = keyof typeof ROUTE_SETTINGS;

/** In the order in which a form asks for them. */
export const SETTING_NAMES = Object.keys(ROUTE_SETTINGS) as readonly SettingName[];

/** What decides at the moment of following, and never again. */
export const AT_FOLLOWING: readonly SettingName[] = ['backfill'];

type Chosen = 'entries' | 'reposts' | 'layout' | 'edits' | 'removals';

function choice<Name extends Chosen | 'spoiler'>(
  name: Name,
  label: string,
  choices: Name extends Chosen ? Readonly<Record<RouteSettings[Name], string>> : Readonly<Record<string, string>>,
  also: Readonly<Record<string, string>> = {},
): RouteSetting {
  const values = Object.keys(choices);
  return {
    label,
    choices,
    clears: false,
    examples: values.toReversed(),
    written: (settings) => String(settings[name]),
    read(said, before) {
      const word = said.toLowerCase();
      const value = values.find((one) => one === word) ?? (Object.hasOwn(also, word) ? also[word] : undefined);
      return value === undefined ? undefined : { ...before, [name]: value };
    },
  };
}

function queries(name: 'only' | 'except', label: string, hint: string): RouteSetting {
  return {
    label,
    hint,
    clears: true,
    examples: ['ferry, "sea wall"', 'none'],
    written: (settings) => (settings[name].length === 0 ? 'none' : settings[name].join(', ')),
    read(said, before) {
      const all = isOff(said) || /^(?:all|-)$/iu.test(said) ? [] : queryList(said);
      for (const one of all) readQuery(one);
      return { ...before, [name]: all };
    },
  };
}

function duration(
  name: 'settle' | 'editGap',
  label: string,
  hint: string,
  { most, examples }: { readonly most: number; readonly examples: readonly string[] },
): RouteSetting {
  return {
    label,
    hint,
    clears: false,
    examples,
    written: (settings) => durationWritten(settings[name]),
    read(said, before) {
      const ms = isOff(said) || /^0+\s?[a-z]*$/iu.test(said) ? 0 : parseDuration(said);
      return ms === undefined || ms > most ? undefined : { ...before, [name]: ms };
    },
  };
}

function durationWritten(ms: number): string {
  if (ms % 60_000 === 0 && ms > 0) return `${ms / 60_000}m`;
  return `${ms / 1_000}s`;
}

function wholeNumber(said: string, least: number, most: number): number | undefined {
  const number = /^\d{1,4}$/u.test(said) ? Number(said) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

function isOff(said: string): boolean {
  return /^(?:|off|none|no|never|nobody|stop|at once|aus|keine?s?)$/iu.test(said);
}
