import type { Entry } from '../core/entry.ts';
import type { EntryRecord } from '../core/seen-set.ts';
import { type Bullet, summarising } from '../core/summary/summary.ts';
import { nearest } from '../core/text/nearest.ts';
import { parseSince } from '../core/time/time-span.ts';
import { CommandError } from '../ports/commands.ts';
import { clipped, option } from './arguments.ts';
import { entryTime, standing } from './entry-lines.ts';
import { messageUrls } from './entry-places.ts';
import { findBlog, followedBlogs, meant } from './find-blog.ts';
import { bold, bullets, buttons, heading, link, reply, small, text, type Words } from './say.ts';
import { shortLine } from './short-line.ts';
import { standpointOf } from './standpoint-of.ts';
import type { Request, Subcommand } from './subcommand.ts';
import { unhurried } from './unhurried.ts';

const DAY = 24 * 60 * 60_000;
const EXAMPLES = ['summary', 'summary 2h', 'summary today share'];

export const summary: Subcommand = {
  name: 'summary',
  aliases: ['sum', 'tldr', 'recap'],
  usage: '[blog] [since] [share]',
  does: 'what matters, each point with its sources',
  examples: EXAMPLES,
  manages: false,
  async run(request) {
    const { said, since, share } = await readArguments(request);
    const blog = await findBlog(request, said, 'summary');
    const known = await request.desk.newsroom.blog(blog.name);
    const records = standing(known?.seen.records ?? []);
    const from = startOf(since, records, request.now);
    const within = records.filter((record) => entryTime(record) >= from);
    const span = from === Number.NEGATIVE_INFINITY ? 'from the start' : `since ${request.times.at(from)}`;
    if (within.length === 0)
      return reply(
        text(`Nothing was published on ${blog.title} ${span}.`),
        ...buttons({ label: 'From the start', run: `summary ${blog.name} start` }),
      );
    const found = await unhurried(summarising(within.map(dated), { max: 6 }), request.desk.clock);
    const urls = await messageUrls(standpointOf(request), blog);
    const points = known?.face.keyPoints ?? [];
    const answer = reply(
      heading(blog.title),
      ...(points.length === 0
        ? []
        : [text(bold('Key points of the publisher')), bullets(points.map((point) => [point]))]),
      ...(points.length === 0 ? [] : [text(bold('From the entries'))]),
      bullets(found.map((bullet) => bulletLine(bullet, within, urls, request))),
      small(`${within.length} entries ${span}. Sentences are the blog’s own; nothing is rewritten.`),
    );
    if (share) return { ...answer, visibility: 'shared' };
    const start = Number.isFinite(from) ? new Date(from).toISOString() : 'start';
    const run = await shortLine(request.desk.store, `summary ${blog.name} ${start} share`);
    return { ...answer, blocks: [...answer.blocks, ...buttons({ label: 'Share in the channel', run })] };
  },
};

type Since = number | 'start' | undefined;

/** Blog, span and `share` come in any order; what is a span for certain is taken for one. */
async function readArguments(request: Request): Promise<{ said: string; since: Since; share: boolean }> {
  const shared = /(?:^|\s)share(?:d)?$/iu;
  const words = request.words.replace(shared, '').trim();
  const share = String(request.command.options.share) === 'true' || shared.test(request.words);
  const given = option(request, 'since');
  if (given !== undefined) return { said: option(request, 'blog') ?? words, since: mustSince(request, given), share };
  const all = await followedBlogs(request.desk, request.command.channel);
  const parts = words === '' ? [] : words.split(' ');
  for (let cut = 0; cut <= parts.length; cut += 1) {
    const [said, span] = [parts.slice(0, cut).join(' '), parts.slice(cut).join(' ')];
    const known = said === '' || meant(all, said).length > 0;
    if (!known || (span === words && meant(all, words).length > 0 && /^\d+$/u.test(words))) continue;
    if (span === '') return { said: option(request, 'blog') ?? said, since: undefined, share };
    const since = sinceOf(request, span);
    if (since !== undefined) return { said: option(request, 'blog') ?? said, since, share };
  }
  const names = all.flatMap((blog) => [blog.name, blog.title]);
  if (
    option(request, 'blog') === undefined &&
    all.length > 0 &&
    nearest(words, names) === undefined &&
    parts.length === 1
  )
    throw new CommandError(
      `“${clipped(words)}” is no live blog here and no time I know. Try 2h, today, yesterday 18:00, 09:30 or start.`,
      [...EXAMPLES.slice(1), ...all.slice(0, 3).map((blog) => `summary ${blog.name}`)],
    );
  const [first = ''] = parts;
  if (parts.length > 1 && meant(all, first).length > 0) mustSince(request, parts.slice(1).join(' '));
  return { said: option(request, 'blog') ?? words, since: undefined, share };
}

function sinceOf(request: Request, span: string): Since {
  return parseSince(span, { now: request.now, timezone: request.times.timezone });
}

function mustSince(request: Request, span: string): Since {
  const since = sinceOf(request, span);
  if (since !== undefined) return since;
  throw new CommandError(
    `“${clipped(span)}” is no time I know. Try 2h, today, yesterday 18:00, 09:30 or start.`,
    EXAMPLES.slice(1),
  );
}

/** Unless the person says: from the start, or the last day of a blog that runs longer. */
function startOf(since: Since, records: readonly EntryRecord[], now: number): number {
  if (since === 'start') return Number.NEGATIVE_INFINITY;
  if (since !== undefined) return since;
  const [first] = records;
  const last = records.at(-1);
  if (first === undefined || last === undefined) return now - DAY;
  return entryTime(first) >= entryTime(last) - DAY ? Number.NEGATIVE_INFINITY : Math.min(now, entryTime(last)) - DAY;
}

/** An entry that always has a time: its own, or when it was first seen. */
export function dated(record: EntryRecord): Entry {
  return record.entry.publishedAt === undefined ? { ...record.entry, publishedAt: record.order } : record.entry;
}

/** Time, text, and links to what it rests on: the source, and the message here. */
export function bulletLine(
  bullet: Bullet,
  records: readonly EntryRecord[],
  urls: ReadonlyMap<number, string>,
  { times }: Request,
): Words[] {
  const rests = bullet.entries.flatMap((id) => records.find((record) => record.entry.id === id) ?? []);
  const sources = rests.slice(0, 3).flatMap((record): Words[] => {
    const message = urls.get(record.seq);
    const source: Words[] = record.entry.url === undefined ? [] : [' ', link('source', record.entry.url)];
    return message === undefined ? source : [...source, ' ', link('message', message)];
  });
  const again = rests.length > 1 ? ` (told ${rests.length} times)` : '';
  return [bold(times.at(bullet.publishedAt ?? 0)), ` ${bullet.text}${again}`, ...sources];
}
