import type { Snapshot } from '../core/entry.ts';
import type { Route, RouteSettings } from '../core/route.ts';
import { isStopWord } from '../core/text/stop-words.ts';
import { words as wordsOf } from '../core/text/words.ts';
import { CommandError } from '../ports/commands.ts';
import type { FollowedBlog, Look } from '../ports/newsroom.ts';
import { option } from './arguments.ts';
import { addressOf, followedBlogs } from './find-blog.ts';
import { followForm } from './follow-form.ts';
import { addressIn, checkAccess, entriesAnHour, lookAt, missingAccess, NOISY, offerToMend } from './looking.ts';
import { factsOf } from './preview.ts';
import { blogName, readRouteWords } from './route-words.ts';
import { bold, buttons, line, reply, small, text } from './say.ts';
import type { Desk, Request, Subcommand } from './subcommand.ts';
import { changeFollowing } from './undo.ts';

/** Entries shown to a new follower where there is nothing for a card to say. */
const LATEST_INSTEAD = 3;

export const follow: Subcommand = {
  name: 'follow',
  aliases: ['subscribe', 'add', 'sub'],
  usage: '<url> [name] [layout] [only] [except] [entries] [backfill]',
  does: 'follow a live blog in this channel',
  examples: [
    'follow https://example.org/live/storm',
    'follow https://example.org/live/storm harbour-storm thread',
    'follow https://example.org/live/storm only: ferry, "sea wall" except: sport backfill: key',
  ],
  manages: true,
  async run(request) {
    const { command, desk, now, sizes } = request;
    if (request.words === '' && Object.keys(command.options).length === 0) return followForm(request);
    const { url, rest } = addressIn([option(request, 'url') ?? '', request.words].join(' '), 'follow');
    const said = readRouteWords(request, rest, { ...desk.house.settings, backfill: 'card' }, `follow ${url}`);
    await checkNew(request, url);
    const look = await lookAt(request, url);
    const access = await missingAccess(request);
    const offer = await offerToMend(request, access, `follow ${wordsOfAll(request)}`);
    if (offer !== undefined) return offer;
    checkAccess(access, said.settings.layout);
    const blog = blogFor(desk, url, look, said.name);
    const settings = withBeginning(said.settings, look.snapshot);
    const routeFrom = (from: number): Route => ({
      blog: blog.name,
      channel: command.channel,
      origin: 'chat',
      by: personWithWorkspace(request),
      ...(command.workspace === undefined ? {} : { workspace: command.workspace }),
      versions: [{ from, settings, foldSize: sizes.foldSize }],
    });
    if (blog.fresh) await desk.book.addBlog(blog);
    const title = look.snapshot.title ?? blog.name;
    const undo = await changeFollowing(
      request,
      (known, from) => ({ ...known, routes: [...known.routes, routeFrom(from)] }),
      `followed ${title}`,
    );
    const pace = entriesAnHour(look.snapshot, now) ?? 0;
    const noisy = pace >= NOISY && said.settings.entries === 'all' && said.settings.layout === 'channel';
    return {
      ...reply(
        text('This channel now follows ', bold(title), ` as ${blog.name}. ${factsOf(look.snapshot, request)}`),
        ...(noisy
          ? [text(`About ${pace} entries an hour is a lot for a channel. It can be calmer:`), ...calmer(blog.name)]
          : []),
        ...(said.name === undefined || said.name === blog.name
          ? []
          : [
              small(
                `It goes by ${blog.name} here: ${blog.fresh ? 'that name was taken' : 'it is followed under that name already'}.`,
              ),
            ]),
        small('New entries are posted as they come; corrections and withdrawals change the messages.'),
        ...buttons(undo, { label: 'Settings', run: `settings ${blog.name}` }),
      ),
      announce: line(`${command.person.name ?? 'Somebody'} made this channel follow `, bold(title), '.'),
    };
  },
};

/** What was asked for as one line of words, also where it came by a form. */
function wordsOfAll({ command, words }: Request): string {
  const named = Object.entries(command.options).filter(([name, value]) => name !== 'url' && value !== '');
  const said = [command.options.url ?? '', words, ...named.map(([name, value]) => `${name}:${value}`)];
  return said.filter((part) => part !== '').join(' ');
}

/** A card says little about a blog without key points or key events: its latest entries stand in. */
function withBeginning(settings: RouteSettings, snapshot: Snapshot): RouteSettings {
  if (settings.backfill !== 'card' || snapshot.keyPoints.length > 0) return settings;
  const telling = snapshot.entries.some(({ flags }) => flags.includes('key') || flags.includes('breaking'));
  return telling ? settings : { ...settings, backfill: LATEST_INSTEAD };
}

function calmer(name: string) {
  return buttons(
    { label: 'In a thread', run: `settings ${name} layout:thread` },
    { label: 'Key events only', run: `settings ${name} entries:key` },
    { label: 'A digest every 30 min', run: 'digest every 30m' },
  );
}

async function checkNew({ desk, command }: Request, url: string): Promise<void> {
  const address = addressOf(url);
  const known = (await followedBlogs(desk, command.channel)).find((blog) => addressOf(blog.url) === address);
  if (known === undefined) return;
  throw new CommandError(`This channel follows that live blog already, as ${known.name}.`, [
    `settings ${known.name}`,
    `unfollow ${known.name}`,
  ]);
}

/** The blog at this address as others follow it, else a new one with a name nobody has. */
function blogFor(
  desk: Desk,
  url: string,
  look: Look,
  wanted: string | undefined,
): FollowedBlog & { readonly fresh: boolean } {
  const all = desk.newsroom.blogs();
  const known = all.find((blog) => addressOf(blog.url) === addressOf(url));
  if (known !== undefined) return { ...known, fresh: false };
  const taken = new Set(all.map((blog) => blog.name));
  const base = wanted ?? shortName(look.snapshot.title ?? new URL(url).pathname);
  let name = base;
  for (let number = 2; taken.has(name); number += 1) name = `${base}-${number}`;
  return { name, url, origin: 'chat', as: look.snapshot.kind, fresh: true };
}

/** The first telling words of a title. */
function shortName(title: string): string {
  const telling = wordsOf(title).filter(
    (word) => !isStopWord(word) && !/^(?:live|updates?|latest|blog|ticker)$/u.test(word),
  );
  return blogName(telling.slice(0, 3).join('-'));
}

/** `slack:U1`, or `slack:T1/U1` where channels carry their workspace. */
function personWithWorkspace({ command }: Request): string {
  const { channel, person } = command;
  const team = /^slack:([TE][A-Z0-9]+)\//u.exec(channel)?.[1];
  return team === undefined || person.id.includes('/') ? person.id : person.id.replace('slack:', `slack:${team}/`);
}
