import type { Query } from '../core/query/query.ts';
import { explainMatch } from '../core/query/query-explain.ts';
import type { SearchHit } from '../core/search.ts';
import { option } from './arguments.ts';
import { entryLine, headline } from './entry-lines.ts';
import { messageUrls } from './entry-places.ts';
import { type Followed, followedBlogs, meant } from './find-blog.ts';
import { refreshSearch } from './find-entry.ts';
import { readQuery } from './queries.ts';
import { bullets, buttons, heading, reply, small, text, type Words } from './say.ts';
import { shortLine } from './short-line.ts';
import { standpointOf } from './standpoint-of.ts';
import type { Request, Subcommand } from './subcommand.ts';

const PAGE = 6;

export const search: Subcommand = {
  name: 'search',
  aliases: ['find', 'grep'],
  usage: '<query> [blog]',
  does: 'search the entries of the live blogs here',
  examples: ['search ferry cancelled', 'search "sea wall" -sport', 'search author:lindqvist is:key'],
  manages: false,
  async run(request) {
    const { desk, now } = request;
    const page = /^page:(\d{1,3})\s/u.exec(request.words);
    const typed = option(request, 'query') ?? request.words.slice(page?.[0].length ?? 0);
    const all = await followedBlogs(desk, request.command.channel);
    const { query: said, blogs } = splitBlog(typed, option(request, 'blog'), all);
    const query = readQuery(said);
    refreshSearch(desk, blogs, false);
    const number = Math.max(1, Number(page?.[1] ?? 1));
    const names = blogs.map((blog) => blog.name);
    const { hits, total } = desk.search.search(query, { now, blogs: names, limit: PAGE, offset: (number - 1) * PAGE });
    if (total === 0) return nothing(said, blogs);
    const urls = await urlsOf(
      request,
      blogs.filter((blog) => hits.some((hit) => hit.blog === blog.name)),
    );
    const lines = hits.map((hit) => lineOf(request, blogs, hit, query, urls));
    const pages = Math.ceil(total / PAGE);
    const [only] = blogs;
    const within = option(request, 'blog') === undefined || blogs.length > 1 ? '' : ` in:${only?.name ?? ''}`;
    const to = (at: number) => shortLine(desk.store, `search page:${at} ${typed}${within}`);
    const answer = reply(
      heading(`${total} found for ${said}`),
      bullets(lines.filter((line) => line !== undefined)),
      ...(pages > 1 ? [small(`Page ${number} of ${pages}`)] : []),
      ...buttons(
        number > 1 ? { label: 'Back', run: await to(number - 1) } : undefined,
        number < pages ? { label: 'More', run: await to(number + 1) } : undefined,
        { label: 'Tell me of new ones', run: await shortLine(desk.store, `alert add ${said}`) },
      ),
    );
    return page === null ? answer : { ...answer, replaces: true };
  },
};

/** The last words may name a blog: only when they are exactly its name, so that no search word is lost. */
function splitBlog(typed: string, said: string | undefined, all: readonly Followed[]) {
  if (said !== undefined) {
    const found = meant(all, said);
    return { query: typed, blogs: found.length > 0 ? found : all };
  }
  const named = /^(.+?)\s+(?:in:)?(\S+)$/u.exec(typed);
  const blog = all.find((one) => one.name === named?.[2]?.toLowerCase());
  return blog === undefined ? { query: typed, blogs: all } : { query: named?.[1] ?? typed, blogs: [blog] };
}

function nothing(said: string, blogs: readonly Followed[]) {
  const kept = blogs.reduce((sum, blog) => sum + (blog.known?.seen.records.length ?? 0), 0);
  return reply(
    text(
      `Nothing found for ${said} in ${kept} entries of ${blogs.map((blog) => blog.name).join(', ') || 'no live blog'}.`,
    ),
    small('Words mean all of them; try fewer, a beginning such as flood*, or alternatives: storm OR flood.'),
  );
}

type Urls = ReadonlyMap<string, ReadonlyMap<number, string>>;

async function urlsOf(request: Request, blogs: readonly Followed[]): Promise<Urls> {
  const urls = new Map<string, ReadonlyMap<number, string>>();
  for (const blog of blogs) urls.set(blog.name, await messageUrls(standpointOf(request), blog));
  return urls;
}

function lineOf(
  request: Request,
  blogs: readonly Followed[],
  hit: SearchHit,
  query: Query,
  urls: Urls,
): Words[] | undefined {
  const { known } = blogs.find((one) => one.name === hit.blog) ?? {};
  const record = known?.seen.records.find((one) => one.entry.id === hit.entry.id);
  if (record === undefined) return undefined;
  const context = explainMatch(query, record.entry, { corrected: record.edits > 0 })?.context ?? '';
  const line: Words[] = entryLine(record, request.times, urls.get(hit.blog)?.get(record.seq));
  return context === '' || headline(record).startsWith(context.replace(/…$/u, '').slice(0, 100))
    ? line
    : [...line, ` – ${context}`];
}
