import type { ChannelId } from '../core/channel.ts';
import { hash } from '../core/hash.ts';
import { type Button, CommandError } from '../ports/commands.ts';
import type { FollowedBlog, Following } from '../ports/newsroom.ts';
import { line, reply, text } from './say.ts';
import type { Request, Subcommand } from './subcommand.ts';

/** What is needed to take one change back. */
type Undoing = {
  readonly channel: ChannelId;
  readonly at: number;
  readonly what: string;
  readonly before: Following;
  readonly after: Following;
  /** Blogs that the change let go of. */
  readonly dropped: readonly FollowedBlog[];
};

/** How long a change can be taken back. */
const KEPT = 24 * 60 * 60_000;

/** Changes what a channel follows, writes who did it to the log, and gives the button that takes it back. */
export async function changeFollowing(
  request: Request,
  build: (known: Following, from: number) => Following,
  what: string,
  dropped: readonly FollowedBlog[] = [],
): Promise<Button> {
  const { command, desk, now } = request;
  const { channel, person } = command;
  const before = desk.newsroom.following(channel);
  const after = await desk.book.change(channel, build);
  const undoing: Undoing = { channel, at: now, what, before, after, dropped };
  const id = hash(`${now} ${channel} ${person.id} ${what}`).slice(0, 10);
  await desk.store.set(`undo:${id}`, undoing);
  await desk.store.set(`undo:last:${channel}`, { id });
  for (const { name } of dropped) await desk.book.dropBlog(name);
  desk.log.info('a channel was changed by a command', { channel, person: person.id, command: command.name, what });
  return { label: 'Undo', run: `undo ${id}` };
}

export const undo: Subcommand = {
  name: 'undo',
  aliases: [],
  usage: '',
  does: 'takes the last change back (the Undo button)',
  examples: [],
  manages: true,
  async run(request) {
    const { command, desk, now, words } = request;
    const last =
      words === '' ? await desk.store.get<{ readonly id: string }>(`undo:last:${command.channel}`) : undefined;
    const id = last?.id ?? words;
    const undoing = await desk.store.get<Undoing>(`undo:${id}`);
    if (undoing === undefined || undoing.channel !== command.channel || now - undoing.at > KEPT) {
      throw new CommandError('That change can no longer be taken back.', ['list']);
    }
    for (const blog of undoing.dropped) await desk.book.addBlog(blog);
    await desk.book.change(command.channel, (known) => {
      if (fingerprint(known) === fingerprint(undoing.after)) return undoing.before;
      throw new CommandError('Something else was changed in this channel since, so this cannot be taken back.', [
        'list',
      ]);
    });
    await desk.store.delete(`undo:${id}`);
    await dropUnfollowed(request, undoing);
    desk.log.info('a change was taken back', {
      channel: command.channel,
      person: command.person.id,
      what: undoing.what,
    });
    const announce = line(`${command.person.name ?? 'Somebody'} took back: ${undoing.what}`);
    return { ...reply(text(`Taken back: ${undoing.what}.`)), replaces: true, announce };
  },
};

/** Lets go of a blog that was followed by the change that is taken back. */
async function dropUnfollowed({ desk }: Request, { before, after }: Undoing): Promise<void> {
  const kept = new Set(before.routes.map((route) => route.blog));
  for (const { blog } of after.routes) {
    const listed = desk.newsroom.blogs().find((one) => one.name === blog);
    const alone = listed?.origin === 'chat' && listed.channels.length === 0;
    if (!kept.has(blog) && alone) await desk.book.dropBlog(blog);
  }
}

function fingerprint({ routes, pauses }: Following): string {
  return JSON.stringify([routes.map(({ blog, versions }) => [blog, versions.length, versions.at(-1)?.from]), pauses]);
}
