import type { Post } from '../core/post.ts';
import { project } from '../core/project/project.ts';
import { blogView, entryView } from '../core/project/views.ts';
import { currentSettings } from '../core/route.ts';
import { CommandError } from '../ports/commands.ts';
import { isFailing } from './failing.ts';
import { type Followed, followedBlogs } from './find-blog.ts';
import { reply } from './say.ts';
import type { Request, Subcommand } from './subcommand.ts';

/** What a message of a spoiler route hides, told to one person: the Show button. */
export const reveal: Subcommand = {
  name: 'reveal',
  aliases: [],
  usage: '',
  does: 'shows you alone what a spoiler message hides (the Show button)',
  examples: [],
  manages: false,
  async run(request) {
    const blogs = await followedBlogs(request.desk, request.command.channel);
    const post = (await postOfMessage(request, blogs)) ?? (await namedEntry(request, blogs));
    if (post === undefined)
      throw new CommandError(
        'I do not know any more what that message hides. The latest entries say where it stands.',
        ['latest'],
      );
    const { spoiler: _hidden, mention: _ping, ...open } = post;
    return reply({ kind: 'post', post: open });
  },
};

/** The post that the pressed message shows, as it is now. */
async function postOfMessage(
  { command, desk, sizes, now }: Request,
  blogs: readonly Followed[],
): Promise<Post | undefined> {
  const { message, channel } = command;
  if (message === undefined) return undefined;
  const { pauses } = desk.newsroom.following(channel);
  for (const { name, route } of blogs) {
    const known = await desk.newsroom.blog(name);
    if (known === undefined) continue;
    const { face, seen, failure } = known;
    const wanted = project({ name, face, failing: isFailing(failure), seen, route, pauses, sizes }, now);
    const keys = wanted.map(({ key }) => key);
    const deliveries = await desk.newsroom.deliveries(channel, keys);
    const at = deliveries.findIndex((one) => one !== undefined && 'message' in one && one.message.id === message);
    if (at >= 0) return wanted[at]?.post();
  }
  return undefined;
}

/** The entry that a button names by blog and number, where the message itself is a note about it. */
async function namedEntry({ words, sizes, desk }: Request, blogs: readonly Followed[]): Promise<Post | undefined> {
  const [name, seq] = words.split(' ');
  const blog = blogs.find((one) => one.name === name);
  const known = blog === undefined ? undefined : await desk.newsroom.blog(blog.name);
  const record = known?.seen.records.find((one) => String(one.seq) === seq);
  if (blog === undefined || known === undefined || record === undefined) return undefined;
  const view = entryView(record, { ...currentSettings(blog.route), removals: 'strike' }, sizes);
  const key = `${blog.name}/reveal:${record.seq}`;
  return { kind: 'entry', key, revision: record.revision, blog: blogView(blog.name, blog.url, known.face), view };
}
