import { CommandError } from '../ports/commands.ts';
import type { FollowedBlog, Following } from '../ports/newsroom.ts';
import { optionOrWords } from './arguments.ts';
import type { Followed } from './find-blog.ts';
import { findBlog, followedBlogs } from './find-blog.ts';
import { bold, buttons, counted, line, reply, text } from './say.ts';
import type { Request, Subcommand } from './subcommand.ts';
import { changeFollowing } from './undo.ts';

export const unfollow: Subcommand = {
  name: 'unfollow',
  aliases: ['unsubscribe', 'remove', 'unsub', 'stop', 'delete', 'leave'],
  usage: '<blog|all>',
  does: 'stop following a live blog here',
  examples: ['unfollow harbour-storm', 'unfollow 2'],
  manages: true,
  async run(request) {
    const said = optionOrWords(request, 'blog').trim();
    if (/^all(?: yes)?$/iu.test(said)) return unfollowAll(request, / yes$/iu.test(said));
    const blog = await findBlog(request, said, 'unfollow');
    if (said === '' && /^stop$/iu.test(request.command.name))
      throw new CommandError('Stop for a while, or for good?', ['pause 2h', 'pause', `unfollow ${blog.name}`]);
    checkOwn(blog);
    const { command } = request;
    const without = (known: Following) => ({
      ...known,
      routes: known.routes.filter((route) => route.blog !== blog.name),
    });
    const dropped = onlyHere(request, [blog]);
    const undo = await changeFollowing(request, without, `stopped following ${blog.title}`, dropped);
    return {
      ...reply(text('This channel no longer follows ', bold(blog.title), '. What was posted stays.'), ...buttons(undo)),
      announce: line(`${command.person.name ?? 'Somebody'} made this channel stop following `, bold(blog.title), '.'),
    };
  },
};

/** The blogs that nobody else follows: they need not be asked for any more. */
function onlyHere({ desk, command }: Request, leaving: readonly Followed[]): FollowedBlog[] {
  const names = new Set(leaving.map((blog) => blog.name));
  return desk.newsroom
    .blogs()
    .filter(({ name, origin }) => names.has(name) && origin === 'chat')
    .filter(({ channels }) => channels.every((channel) => channel === command.channel));
}

/** Refuses to change what the configuration file says. */
export function checkOwn({ route, name }: Followed): void {
  if (route.origin === 'chat') return;
  throw new CommandError(
    `${name} is set in the configuration file and cannot be changed from chat. Whoever runs the bot can change it there; pausing this channel works.`,
    ['pause 2h'],
  );
}

/** Asks first; routes of the configuration file stay. */
async function unfollowAll(request: Request, sure: boolean) {
  const { desk, command } = request;
  const own = (await followedBlogs(desk, command.channel)).filter((blog) => blog.route.origin === 'chat');
  if (own.length === 0) throw new CommandError('There is nothing here that was followed from chat.', ['list']);
  const many = counted(own.length, 'live blog', 'live blogs');
  if (!sure) {
    return reply(
      text(`Stop following ${many}: ${own.map((blog) => blog.name).join(', ')}?`),
      ...buttons({
        label: `Unfollow ${many}`,
        run: 'unfollow all yes',
        style: 'danger',
        confirm: `Stop following ${many} in this channel?`,
      }),
    );
  }
  const without = (known: Following) => ({
    ...known,
    routes: known.routes.filter((route) => route.origin === 'config'),
  });
  const undo = await changeFollowing(request, without, `stopped following ${many}`, onlyHere(request, own));
  return {
    ...reply(text(`This channel no longer follows ${own.map((blog) => blog.title).join(', ')}.`), ...buttons(undo)),
    replaces: true,
    announce: line(`${command.person.name ?? 'Somebody'} made this channel stop following ${many}.`),
  };
}
