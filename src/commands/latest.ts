import { option } from './arguments.ts';
import { entryLine, entryTime, standing } from './entry-lines.ts';
import { messageUrls } from './entry-places.ts';
import { type Followed, findBlog, followedBlogs } from './find-blog.ts';
import { bullets, buttons, heading, reply, text } from './say.ts';
import { standpointOf } from './standpoint-of.ts';
import type { Request, Subcommand } from './subcommand.ts';

const USUAL = 5;
const MOST = 25;
/** Words around the number and the blog that say nothing. */
const FILLERS = /(?:^|\s)(?:entries|entry|updates?|posts?|please|the|from|of|on|in)(?=\s|$)/giu;

export const latest: Subcommand = {
  name: 'latest',
  aliases: ['last', 'new', 'newest', 'news', 'recent', 'updates'],
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
      bullets(found.map((one) => (blogs.length > 1 ? [...one.words, ` · ${one.name}`] : one.words))),
      ...buttons(found.length === count && more > count ? { label: 'More', run: `latest${name} ${more}` } : undefined, {
        label: 'Summary',
        run: `summary${name}`,
      }),
    );
  },
};

function readArguments(request: Request): { said: string; count: number } {
  const words = request.words.replace(FILLERS, ' ').replace(/\s+/gu, ' ').trim();
  const number = /(?:^|\s)-?(\d{1,3})$/u.exec(words) ?? /^-?(\d{1,3})(?=\s)/u.exec(words);
  const count = option(request, 'n') ?? number?.[1];
  const said = option(request, 'blog') ?? (number === null ? words : words.replace(number[0], '')).trim();
  return { said, count: Math.min(MOST, Math.max(1, Number.parseInt(count ?? '', 10) || USUAL)) };
}

async function linesOf(request: Request, blog: Followed) {
  const known = await request.desk.newsroom.blog(blog.name);
  const urls = await messageUrls(standpointOf(request), blog);
  return standing(known?.seen.records ?? [])
    .slice(-MOST)
    .map((record) => ({
      at: entryTime(record),
      name: blog.name,
      words: entryLine(record, request.times, urls.get(record.seq)),
    }));
}
