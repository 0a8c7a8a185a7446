import { option } from './arguments.ts';
import { entryLine, entryTime, standing } from './entry-lines.ts';
import { messageUrls } from './entry-places.ts';
import { type Followed, findBlog, followedBlogs } from './find-blog.ts';
import { bullets, buttons, heading, reply, small, text } from './say.ts';
import { standpointOf } from './standpoint-of.ts';
import type { Request, Subcommand } from './subcommand.ts';

const USUAL = 5;
const MOST = 25;

export const latest: Subcommand = {
  name: 'latest',
  aliases: ['last', 'new'],
  usage: '[blog] [n]',
  does: 'the latest entries, with links',
  examples: ['latest', 'latest harbour-storm 10'],
  manages: false,
  async run(request) {
    const { said, count } = readArguments(request);
    const blogs =
      said === ''
        ? await followedBlogs(request.desk, request.command.channel)
        : [await findBlog(request, said, 'latest')];
    if (blogs.length === 0) await findBlog(request, '', 'latest');
    const found = (await Promise.all(blogs.map((blog) => linesOf(request, blog))))
      .flat()
      .toSorted((a, b) => b.at - a.at)
      .slice(0, count);
    if (found.length === 0)
      return reply(text('Nothing has been published yet. New entries are posted here as they come.'));
    const name = said === '' ? '' : ` ${blogs[0]?.name ?? ''}`;
    const more = Math.min(MOST, count * 2);
    return reply(
      heading(blogs.length === 1 ? (blogs[0]?.title ?? 'Latest') : 'Latest entries'),
      bullets(found.map((one) => one.words)),
      ...(blogs.length > 1 ? [small(`Of ${blogs.map((blog) => blog.name).join(', ')}`)] : []),
      ...buttons(found.length === count && more > count ? { label: 'More', run: `latest${name} ${more}` } : undefined, {
        label: 'Summary',
        run: `summary${name}`,
      }),
    );
  },
};

function readArguments(request: Request): { said: string; count: number } {
  const typed = /^(.*?)(?:^|\s)(\d{1,3})$/u.exec(request.words);
  const only = /^\d+$/u.test(request.words);
  const count = option(request, 'n') ?? (only || typed !== null ? typed?.[2] : undefined);
  const said = option(request, 'blog') ?? (typed === null ? request.words : (typed[1] ?? '')).trim();
  return { said, count: Math.min(MOST, Math.max(1, Number.parseInt(count ?? '', 10) || USUAL)) };
}

async function linesOf(request: Request, blog: Followed) {
  const known = await request.desk.newsroom.blog(blog.name);
  const urls = await messageUrls(standpointOf(request), blog);
  return standing(known?.seen.records ?? [])
    .slice(-MOST)
    .map((record) => ({
      at: entryTime(record),
      words: entryLine(record, request.times, urls.get(record.seq)),
    }));
}
