import type { Query } from '../core/query/query.ts';
import { explainMatch } from '../core/query/query-explain.ts';
import type { EntryRecord } from '../core/seen-set.ts';
import type { Block, Button } from '../ports/commands.ts';
import { option } from './arguments.ts';
import { entryLine, headline } from './entry-lines.ts';
import { messageUrls } from './entry-places.ts';
import { type Followed, followedBlogs, meant } from './find-blog.ts';
import { hitRecords } from './find-entry.ts';
import { readQuery } from './queries.ts';
import { bullets, buttons, counted, heading, reply, small, text, type Words } from './say.ts';
import { shortLine } from './short-line.ts';
import { standpointOf } from './standpoint-of.ts';
import type { Request, Subcommand } from './subcommand.ts';

const PAGE = 6;
/** How long people wait for what was not searched before, ms; then they get what is there. */
const PATIENCE = 1_500;

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
    const missing = await desk.search.ready(
      blogs.flatMap((blog) => blog.known ?? []),
      PATIENCE,
    );
    const number = Math.max(1, Number(page?.[1] ?? 1));
    const names = blogs.map((blog) => blog.name);
    const { hits, total } = desk.search.search(query, { now, blogs: names, limit: PAGE, offset: (number - 1) * PAGE });
    const again =
      missing === 0 ? undefined : { label: 'Search again', run: await shortLine(desk.store, `search ${typed}`) };
    if (total === 0) return nothing(said, blogs, missing, again);
    const urls = await urlsOf(
      request,
      blogs.filter((blog) => hits.some((hit) => hit.blog === blog.name)),
    );
    const records = await hitRecords(desk, hits);
    const lines = records.map((record, at) =>
      lineOf(request, record, query, urls.get(hits[at]?.blog ?? ''), blogs.length > 1 ? hits[at]?.blog : undefined),
    );
    const pages = Math.ceil(total / PAGE);
    const [only] = blogs;
    const within = option(request, 'blog') === undefined || blogs.length > 1 ? '' : ` in:${only?.name ?? ''}`;
    const to = (at: number) => shortLine(desk.store, `search page:${at} ${typed}${within}`);
    const answer = reply(
      heading(`${total} found for ${said}`),
      bullets(lines),
      ...waiting(blogs, missing),
      ...(pages > 1 ? [small(`Page ${number} of ${pages}`)] : []),
      ...buttons(
        number > 1 ? { label: 'Back', run: await to(number - 1) } : undefined,
        number < pages ? { label: 'More', run: await to(number + 1) } : undefined,
        again,
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
  const named = /^(.+?)\s+(?:in:?\s+|in:)?(\S+)$/u.exec(typed);
  const blog = all.find((one) => one.name === named?.[2]?.toLowerCase());
  return blog === undefined ? { query: typed, blogs: all } : { query: named?.[1] ?? typed, blogs: [blog] };
}

function nothing(said: string, blogs: readonly Followed[], missing: number, again: Button | undefined) {
  const kept = blogs.reduce((sum, blog) => sum + (blog.known?.entries ?? 0), 0);
  const where = blogs.length > 4 ? `${blogs.length} live blogs` : blogs.map((blog) => blog.name).join(', ');
  return reply(
    text(
      missing > 0
        ? `Nothing found for ${said} so far.`
        : `Nothing found for ${said} in ${counted(kept, 'entry', 'entries')} of ${where || 'no live blog'}.`,
    ),
    ...waiting(blogs, missing),
    small('Words mean all of them; try fewer, a beginning such as flood*, or alternatives: storm OR flood.'),
    ...buttons(again),
  );
}

function waiting(blogs: readonly Followed[], missing: number): Block[] {
  if (missing === 0) return [];
  const there = blogs.length - missing;
  return [
    small(`Searched ${there} of ${blogs.length} live blogs; the rest is being made ready, so ask again in a moment.`),
  ];
}

type Urls = ReadonlyMap<string, ReadonlyMap<number, string>>;

async function urlsOf(request: Request, blogs: readonly Followed[]): Promise<Urls> {
  const urls = new Map<string, ReadonlyMap<number, string>>();
  for (const blog of blogs) urls.set(blog.name, await messageUrls(standpointOf(request), blog));
  return urls;
}

function lineOf(
  { times }: Request,
  record: EntryRecord,
  query: Query,
  urls: ReadonlyMap<number, string> | undefined,
  blog: string | undefined,
): Words[] {
  const context = explainMatch(query, record.entry, { corrected: record.edits > 0 })?.context ?? '';
  const line: Words[] = [...entryLine(record, times, urls?.get(record.seq)), blog === undefined ? '' : ` · ${blog}`];
  return context === '' || headline(record).startsWith(context.replace(/…$/u, '').slice(0, 100))
    ? line
    : [...line, ` – ${context}`];
}
