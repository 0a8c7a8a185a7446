import type { Route, RouteSettings } from '../core/route.ts';
import { nearest } from '../core/text/nearest.ts';
import { CommandError } from '../ports/commands.ts';
import { clipped, namedWords, option } from './arguments.ts';
import { AT_FOLLOWING, ROUTE_SETTINGS, SETTING_NAMES, type SettingName } from './route-settings.ts';
import type { Request } from './subcommand.ts';
import { channelZone } from './zone-words.ts';

export type RouteWords = { readonly name?: string; readonly settings: RouteSettings };

/** Throws where the platform cannot show a message of a thread in the channel too, saying what does instead. */
function checkBroadcast({ command, desk }: Request, { broadcast }: RouteSettings): void {
  if (broadcast === undefined || desk.outlook.broadcasts(command.channel)) return;
  throw new CommandError(
    'Messages of a thread cannot be shown in the channel too on this platform. The card on top of the thread stands in the channel and lists the latest key events.',
    ['help settings'],
    'broadcast',
  );
}

/** A setting's name as commands, options and forms carry it: `editgap`. */
export function wordOf(name: SettingName): string {
  return name.toLowerCase();
}

const WORDS = SETTING_NAMES.map(wordOf);

/** What a person said of each setting, in options or as `layout:thread entries:key`; the words before them are the rest. */
export function saidSettings({ command }: Request, words: string) {
  const { rest, named } = namedWords(words, ['name', ...WORDS]);
  const said = (word: string): string | undefined =>
    word in command.options ? String(command.options[word]).trim() : named.get(word);
  return { rest, said };
}

/** Reads what a person said of how a blog is to be shown, as options, as `layout:thread`, or as bare words. */
export function readRouteWords(request: Request, words: string, base: RouteSettings, line: string): RouteWords {
  const { rest, said } = saidSettings(request, words);
  const { bare, settings } = bareWords(rest, base);
  const name = option(request, 'name') ?? said('name') ?? (bare === '' ? undefined : bare);
  return {
    ...(name === undefined || name === '' ? {} : { name: blogName(name) }),
    settings: withSaid(request, settings, (word) => said(word) || undefined, line),
  };
}

const THREAD = /(?:^|\s)(?:(?:in|as)\s+)?(?:(?:a|one|the)\s+)?threads?(?=\s|$)/iu;
const KEY = /(?:^|\s)(?:only\s+)?(?:the\s+)?key(?:[- ]?(?:events?|moments?))?(?:[- ]only)?(?=\s|$)/iu;
const CALLED = /(?:^|\s)(?:as|called|named)(?=\s)/iu;

/** `in a thread`, `key events only`; what is left is taken for the blog's name. */
function bareWords(rest: string, base: RouteSettings) {
  const thread = THREAD.test(rest);
  const key = KEY.test(rest);
  const bare = rest.replace(THREAD, ' ').replace(KEY, ' ').replace(CALLED, ' ').replace(/\s+/gu, ' ').trim();
  const settings = {
    ...base,
    ...(thread ? { layout: 'thread' as const } : {}),
    ...(key ? { entries: 'key' as const } : {}),
  };
  return { bare, settings };
}

/** `key only`, `in a thread`, `edits reply`: settings said without a colon; undefined when that is none. */
export function bareSettings(said: string): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  let rest = said;
  if (THREAD.test(rest)) found.set('layout', 'thread');
  rest = rest.replace(THREAD, ' ');
  if (KEY.test(rest)) found.set('entries', 'key');
  rest = rest.replace(KEY, ' ').trim();
  const [name = '', ...value] = rest.split(/\s+/u);
  if (rest !== '' && (value.length === 0 || !WORDS.includes(name.toLowerCase()))) return undefined;
  if (rest !== '') found.set(name.toLowerCase(), value.join(' '));
  return found;
}

/** Settings with what was said of them. `line` is the command that would set one: examples begin with it. */
export function withSaid(
  request: Request,
  base: RouteSettings,
  said: (word: string) => string | undefined,
  line: string,
): RouteSettings {
  const after = SETTING_NAMES.reduce((settings, name) => {
    const text = said(wordOf(name));
    return text === undefined ? settings : readSetting(request, name, text, settings, line);
  }, base);
  checkBroadcast(request, after);
  return after;
}

function readSetting(
  request: Request,
  name: SettingName,
  said: string,
  before: RouteSettings,
  line: string,
): RouteSettings {
  const setting = ROUTE_SETTINGS[name];
  const { command, now, times } = request;
  const asker = { now, timezone: times.timezone, channelZone: channelZone(request), platform: command.platform };
  try {
    const read = setting.read(said, before, asker);
    if (read !== undefined) return read;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new CommandError(error.message, [`${line} ${wordOf(name)}:${setting.examples[0] ?? 'off'}`], wordOf(name));
  }
  const values = Object.keys(setting.choices ?? {});
  const near = nearest(said, values);
  const can = listed(values.length === 0 ? setting.examples : values);
  const hint = near === undefined ? '' : ` Did you mean ${near}?`;
  const example = `${line} ${wordOf(name)}:${near ?? setting.examples[0] ?? 'off'}`;
  const what = said === '' ? `${name} needs a value` : `“${clipped(said)}” is nothing I know for ${name}`;
  const like = values.length === 0 ? 'Try' : 'It can be';
  throw new CommandError(`${what}. ${like} ${can}.${hint}`, [example], wordOf(name));
}

/** `a, b or c`. */
export function listed(all: readonly string[]): string {
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} or ${last}`;
}

/** Refuses what cannot change any more once a blog is followed. */
export function checkChangeable(said: (word: string) => string | undefined, blog: string, url: string): void {
  const name = AT_FOLLOWING.find((one) => said(wordOf(one)) !== undefined);
  if (name === undefined) return;
  throw new CommandError(
    `${name} decides what is posted when a channel begins to follow. Unfollow ${blog} and follow it again with it.`,
    [`unfollow ${blog}`, `follow ${url} ${name}:${said(wordOf(name))}`],
    wordOf(name),
  );
}

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const LONGEST = 40;

/** A name as commands and keys carry it: small letters, digits and hyphens. */
export function blogName(text: string): string {
  const name = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, LONGEST)
    .replace(/-+$/u, '');
  return NAME.test(name) ? name : 'blog';
}

/** The same route with new settings, which hold for entries from now on. */
export function withSettings(route: Route, settings: RouteSettings, now: number, foldSize: number): Route {
  return { ...route, versions: [...route.versions, { from: now, settings, foldSize }] };
}
