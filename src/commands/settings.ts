import { currentSettings, type RouteSettings } from '../core/route.ts';
import type { Field, Form } from '../ports/commands.ts';
import { namedWords, option } from './arguments.ts';
import { type Followed, findBlog } from './find-blog.ts';
import { checkBroadcast, withSaid, withSettings } from './route-words.ts';
import { bold, buttons, line, reply, text } from './say.ts';
import type { Request, Subcommand } from './subcommand.ts';
import { changeFollowing } from './undo.ts';
import { checkOwn } from './unfollow.ts';

const NAMES = ['layout', 'broadcast', 'entries', 'only', 'except', 'edits', 'removals', 'reposts', 'spoiler'] as const;

export const settings: Subcommand = {
  name: 'settings',
  aliases: ['set', 'config', 'edit'],
  usage: '<blog>',
  does: 'change how a live blog is shown here',
  examples: ['settings harbour-storm', 'settings harbour-storm layout:thread entries:key'],
  manages: true,
  async run(request) {
    const { rest, named } = namedWords(request.words, NAMES);
    const blog = await findBlog(request, option(request, 'blog') ?? rest, 'settings');
    checkOwn(blog);
    const said = (name: string) =>
      name in request.command.options ? String(request.command.options[name]) : named.get(name);
    if (NAMES.every((name) => said(name) === undefined))
      return formFor(blog, request.desk.outlook.broadcasts(request.command.channel));
    return change(request, blog, said);
  },
};

async function change(request: Request, blog: Followed, said: (name: string) => string | undefined) {
  const { command, sizes } = request;
  const before = currentSettings(blog.route);
  const spoiler = said('spoiler');
  // Platforms leave an emptied field out of a form that was sent.
  const sent = ['edits', 'removals', 'reposts'].every((name) => name in command.options);
  const emptied = (name: string) => ((said(name) ?? (sent ? '' : 'kept')).trim() === '' ? 'none' : said(name));
  const after: RouteSettings = {
    ...withSaid(before, (name) => (name === 'only' || name === 'except' ? emptied(name) : said(name) || undefined)),
    spoiler: spoiler === undefined || spoiler === '' ? before.spoiler : /^(?:on|yes|true)$/iu.test(spoiler),
  };
  checkBroadcast(request, after);
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
  return NAMES.flatMap((name) => {
    const [was, is] = [shown(before[name]), shown(after[name])];
    return was === is ? [] : [`${name} ${was} → ${is}`];
  });
}

function shown(value: unknown): string {
  if (value === undefined) return 'off';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return String(value);
}

/** All of a route's presentation. Pace (digest, quiet hours, pause) belongs to the channel and has commands of its own. */
function formFor(blog: Followed, broadcasts: boolean): Form {
  const now = currentSettings(blog.route);
  return {
    kind: 'form',
    title: `Settings: ${blog.name}`.slice(0, 24),
    submit: `settings ${blog.name}`,
    label: 'Save',
    fields: [
      select('layout', 'Where', now.layout, { channel: 'In the channel', thread: 'In one thread, with a card on top' }),
      ...(broadcasts ? [broadcastField(now)] : []),
      select('entries', 'Entries', now.entries, { all: 'All of them', key: 'Key events, summaries and breaking news' }),
      typed('only', 'Only entries that match', now.only, 'Several are parted by commas; any of them will do.'),
      typed('except', 'No entries that match', now.except, 'Words mean all; "a phrase"; a OR b; -not; word*'),
      select('edits', 'When an entry is corrected', now.edits, {
        edit: 'Edit the message',
        reply: 'Reply with what changed',
        post: 'Post what changed',
        ignore: 'Do nothing',
      }),
      select('removals', 'When an entry is withdrawn', now.removals, {
        delete: 'Delete the message',
        strike: 'Strike it through',
        ignore: 'Do nothing',
      }),
      select('reposts', 'When an entry is repeated', now.reposts, {
        fold: 'Show it in one line',
        show: 'Show it in full',
        skip: 'Leave it out',
      }),
      select('spoiler', 'Hide the text until tapped', shown(now.spoiler), { off: 'No', on: 'Yes' }),
    ],
  };
}

function broadcastField({ broadcast }: RouteSettings): Field {
  return {
    ...select('broadcast', 'Show in the channel too', shown(broadcast), {
      off: 'Nothing: all stays in the thread',
      key: 'Key events and breaking news',
      breaking: 'Breaking news',
    }),
    hint: 'For the thread only: in the channel everything is in the channel.',
  };
}

function select(name: string, label: string, value: string, choices: Readonly<Record<string, string>>): Field {
  const all = Object.entries(choices).map(([key, text]) => ({ value: key, label: text }));
  return { name, label, value, optional: false, input: 'select', choices: all };
}

function typed(name: string, label: string, value: readonly string[], hint: string): Field {
  return {
    name,
    label,
    hint,
    value: value.join(', '),
    optional: true,
    input: 'text',
    placeholder: 'ferry, "sea wall"',
  };
}
