import type { Route, RouteSettings } from '../core/route.ts';
import { CommandError } from '../ports/commands.ts';
import { namedWords, oneOf, option, queryList } from './arguments.ts';
import { readQuery } from './queries.ts';
import type { Request } from './subcommand.ts';

const NAMES = [
  'name',
  'layout',
  'broadcast',
  'only',
  'except',
  'entries',
  'backfill',
  'edits',
  'removals',
  'reposts',
] as const;

export type RouteWords = { readonly name?: string; readonly settings: RouteSettings };

/** Reads what a person said of how a blog is to be shown, as options, as `layout:thread`, or as bare words. */
export function readRouteWords(request: Request, rest: string, base: RouteSettings): RouteWords {
  const { rest: bare, named } = namedWords(rest, NAMES);
  const said = (name: (typeof NAMES)[number]) => option(request, name) ?? named.get(name);
  let settings = base;
  let name = said('name');
  for (const word of bare.split(' ').filter((one) => one !== '')) {
    const plain = word.toLowerCase();
    if (plain === 'thread' || plain === 'threads') settings = { ...settings, layout: 'thread' };
    else if (plain === 'key' || plain === 'key-only') settings = { ...settings, entries: 'key' };
    else if (name === undefined) name = word;
    else throw new CommandError(`I do not know what “${word}” means here.`, ['help follow']);
  }
  settings = withSaid(settings, said);
  checkBroadcast(request, settings);
  return { ...(name === undefined ? {} : { name: blogName(name) }), settings };
}

/** Throws where the platform cannot show a message of a thread in the channel too, saying what does instead. */
export function checkBroadcast({ command, desk }: Request, { broadcast }: RouteSettings): void {
  if (broadcast === undefined || desk.outlook.broadcasts(command.channel)) return;
  throw new CommandError(
    'Messages of a thread cannot be shown in the channel too on this platform. The card on top of the thread stands in the channel and lists the latest key events.',
    ['help settings'],
  );
}

type Said = (name: (typeof NAMES)[number]) => string | undefined;

/** Settings with what was said of them; every value is checked. */
export function withSaid(base: RouteSettings, said: Said): RouteSettings {
  const choice = <T extends string>(name: (typeof NAMES)[number], all: readonly T[], before: T): T => {
    const text = said(name);
    return text === undefined ? before : oneOf(name, text, all, `help follow`);
  };
  return {
    ...withBroadcast(base, choice('broadcast', ['off', 'key', 'breaking'], base.broadcast ?? 'off')),
    layout: choice('layout', ['channel', 'thread'], base.layout),
    entries: choice('entries', ['all', 'key'], base.entries),
    edits: choice('edits', ['edit', 'reply', 'post', 'ignore'], base.edits),
    removals: choice('removals', ['delete', 'strike', 'ignore'], base.removals),
    reposts: choice('reposts', ['show', 'fold', 'skip'], base.reposts),
    only: queries(said('only'), base.only),
    except: queries(said('except'), base.except),
    backfill: backfill(said('backfill'), base.backfill),
  };
}

function withBroadcast(base: RouteSettings, said: 'off' | 'key' | 'breaking'): RouteSettings {
  const { broadcast: _before, ...rest } = base;
  return said === 'off' ? rest : { ...rest, broadcast: said };
}

function queries(text: string | undefined, before: readonly string[]): readonly string[] {
  if (text === undefined) return before;
  if (/^(?:none|off|all|-)$/iu.test(text)) return [];
  const all = queryList(text);
  for (const one of all) readQuery(one);
  return all;
}

function backfill(text: string | undefined, before: RouteSettings['backfill']): RouteSettings['backfill'] {
  if (text === undefined) return before;
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 500) return count;
  return oneOf<'none' | 'latest' | 'key' | 'all' | 'card'>(
    'backfill',
    text,
    ['none', 'latest', 'key', 'all', 'card'],
    'help follow',
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
