import { currentSettings, type RouteSettings } from '../core/route.ts';
import { CommandError, type Field, type Form } from '../ports/commands.ts';
import { clipped, option } from './arguments.ts';
import { type Followed, findBlog, followedBlogs, meant } from './find-blog.ts';
import { AT_FOLLOWING, ROUTE_SETTINGS, SETTING_NAMES, type SettingName } from './route-settings.ts';
import { bareSettings, checkChangeable, saidSettings, withSaid, withSettings, wordOf } from './route-words.ts';
import { bold, bullets, buttons, heading, line, reply, small, text } from './say.ts';
import type { Request, Subcommand } from './subcommand.ts';
import { changeFollowing } from './undo.ts';
import { checkOwn } from './unfollow.ts';

/** What can be changed of a route at any time. */
const CHANGEABLE = SETTING_NAMES.filter((name) => !AT_FOLLOWING.includes(name));

export const settings: Subcommand = {
  name: 'settings',
  aliases: ['set', 'config', 'edit'],
  usage: '<blog>',
  does: 'change how a live blog is shown here',
  examples: [
    'settings harbour-storm',
    'settings harbour-storm layout:thread entries:key',
    'settings harbour-storm only: ferry, "sea wall" quiet: 23:00-07:00 mention: @here on breaking',
  ],
  manages: true,
  async run(request) {
    const { rest, said: given } = saidSettings(request, request.words);
    const named = withEmptied(request, given);
    const { name, bare } = await splitName(request, option(request, 'blog') ?? rest);
    const blog = await findBlog(request, name, 'settings');
    const said = (word: string) => named(word) ?? bare.get(word);
    const asked = SETTING_NAMES.some((one) => said(wordOf(one)) !== undefined);
    if (blog.route.origin === 'config' && !asked) return shownOnly(blog);
    checkOwn(blog);
    if (!asked) return formFor(blog, possibleHere(request));
    return change(request, blog, said);
  },
};

/** What can be changed of a route in this channel. */
function possibleHere({ desk, command }: Request): SettingName[] {
  return CHANGEABLE.filter((name) => name !== 'broadcast' || desk.outlook.broadcasts(command.channel));
}

/** The blog's name, and what was said behind it without a colon: `storm key only`, `storm edits reply`. */
async function splitName(request: Request, words: string) {
  const blogs = await followedBlogs(request.desk, request.command.channel);
  const parts = words.split(' ');
  if (meant(blogs, words).length > 0 || parts.length < 2 || blogs.length === 0)
    return { name: words, bare: new Map<string, string>() };
  const known = meant(blogs, parts[0] ?? '').length > 0;
  const said = (known ? parts.slice(1) : parts).join(' ');
  const bare = bareSettings(said);
  if (known && bare === undefined) {
    const [first = ''] = said.split(/[\s:=]/u);
    throw new CommandError(`There is no setting “${clipped(first)}”. There are ${CHANGEABLE.map(wordOf).join(', ')}.`, [
      `settings ${parts[0]}`,
      'help settings',
    ]);
  }
  return bare === undefined
    ? { name: words, bare: new Map<string, string>() }
    : { name: known ? (parts[0] ?? '') : '', bare };
}

type Said = (word: string) => string | undefined;

/** A platform may leave an emptied field out of a form that was sent: what is missing of a whole form was emptied. */
function withEmptied(request: Request, said: Said): Said {
  const possible = possibleHere(request);
  if (!possible.every((name) => ROUTE_SETTINGS[name].clears || wordOf(name) in request.command.options)) return said;
  const emptied = new Set(possible.map(wordOf));
  return (word) => said(word) ?? (emptied.has(word) ? '' : undefined);
}

async function change(request: Request, blog: Followed, said: Said) {
  const { command, sizes } = request;
  checkChangeable(said, blog.name, blog.url);
  const before = currentSettings(blog.route);
  const after = withSaid(request, before, said, `settings ${blog.name}`);
  const changed = differences(before, after);
  if (changed.length === 0) return reply(text(`${blog.title} is shown like that already; nothing was changed.`));
  const what = `changed ${blog.name}: ${changed.join('; ')}`;
  const undo = await changeFollowing(
    request,
    (known, from) => ({
      ...known,
      routes: known.routes.map((route) =>
        route.blog === blog.name ? withSettings(route, after, from, sizes.foldSize) : route,
      ),
    }),
    what,
  );
  return {
    ...reply(
      text(bold(blog.title), `: ${changed.join('; ')}. It holds for new entries; what was posted stays.`),
      ...buttons(undo),
    ),
    announce: line(
      `${command.person.name ?? 'Somebody'} changed how `,
      bold(blog.title),
      ` is shown: ${changed.join('; ')}.`,
    ),
  };
}

function differences(before: RouteSettings, after: RouteSettings): string[] {
  return SETTING_NAMES.flatMap((name) => {
    const [was, is] = [ROUTE_SETTINGS[name].written(before), ROUTE_SETTINGS[name].written(after)];
    return was === is ? [] : [`${name} ${was} → ${is}`];
  });
}

/** How a blog of the configuration file is shown: to read, not to change. */
function shownOnly({ route, title, name }: Followed) {
  const now = currentSettings(route);
  return reply(
    heading(title),
    bullets(SETTING_NAMES.map((one) => [bold(one), ` ${ROUTE_SETTINGS[one].written(now)}`])),
    small(`${name} is set in the configuration file; whoever runs the bot can change it there.`),
  );
}

/** All of a route's presentation, with what holds now. */
function formFor(blog: Followed, names: readonly SettingName[]): Form {
  const now = currentSettings(blog.route);
  return {
    kind: 'form',
    title: `Settings: ${blog.name}`.slice(0, 24),
    submit: `settings ${blog.name}`,
    label: 'Save',
    fields: names.map((name) => fieldFor(name, now)),
  };
}

/** One setting as a question, with what holds now. */
export function fieldFor(name: SettingName, now: RouteSettings): Field {
  const { label, hint, choices, clears, examples, written } = ROUTE_SETTINGS[name];
  const value = written(now);
  const base = { name: wordOf(name), label, ...(hint === undefined ? {} : { hint }), optional: clears };
  if (choices !== undefined) {
    const all = Object.entries(choices).map(([key, words]) => ({ value: key, label: words }));
    return { ...base, value, input: 'select', choices: all };
  }
  // An empty text says "off" as well as the word does, and shows what may stand there.
  const shown = clears && (value === 'off' || value === 'none') ? '' : value;
  return { ...base, value: shown, input: 'text', placeholder: examples[0] ?? '' };
}
