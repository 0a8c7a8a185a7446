import type { EntryRecord } from '../core/seen-set.ts';
import { summarising } from '../core/summary/summary.ts';
import { wordChanges } from '../core/text/word-diff.ts';
import type { Block } from '../ports/commands.ts';
import { headline, standing } from './entry-lines.ts';
import { messageUrls } from './entry-places.ts';
import { type Followed, findBlog, followedBlogs } from './find-blog.ts';
import { bullets, buttons, counted, heading, link, reply, small, struck, text, type Words } from './say.ts';
import { standpointOf } from './standpoint-of.ts';
import type { Request, Subcommand } from './subcommand.ts';
import { bulletLine, dated } from './summary.ts';
import { unhurried } from './unhurried.ts';

const DAY = 24 * 60 * 60_000;
const LISTED = 4;

export const catchup: Subcommand = {
  name: 'catchup',
  aliases: ['catch-up', 'missed'],
  usage: '',
  does: 'what changed since you last asked here',
  examples: ['catchup'],
  manages: false,
  async run(request) {
    const { desk, command, now, times } = request;
    const key = `catchup:${command.person.id}:${command.channel}`;
    const last = await desk.store.get<{ readonly at: number }>(key);
    const blogs = await followedBlogs(desk, command.channel);
    if (blogs.length === 0) await findBlog(request, '', 'catchup');
    const since = last?.at ?? now - DAY;
    const blocks: Block[] = [];
    // One after the other: what is known of a blog of a thousand entries may have to be read again.
    for (const blog of blogs) if (hasNews(blog, since)) blocks.push(...(await caughtUp(request, blog, since)));
    await desk.store.set(key, { at: now });
    const span =
      last === undefined ? 'in the last 24 hours' : `since you last asked (${times.at(since)}, ${times.ago(since)})`;
    if (blocks.length === 0)
      return reply(text(`Nothing changed here ${span}.`), ...buttons({ label: 'Latest', run: 'latest' }));
    return reply(...blocks, small(`What changed ${span}. Ask again, and it begins from now.`));
  },
};

/** Whether it is worth reading what is known of a blog. What was there when it was first read is no news. */
function hasNews({ known }: Followed, since: number): boolean {
  return known !== undefined && known.changedAt > since && known.changedAt !== known.followedAt;
}

async function caughtUp(request: Request, blog: Followed, since: number): Promise<Block[]> {
  const records = (await request.desk.newsroom.blog(blog.name))?.seen.records ?? [];
  const fresh = standing(records).filter((record) => record.firstSeenAt > since && !record.baseline);
  const known = records.filter((record) => record.baseline || record.firstSeenAt <= since);
  const corrected = known.filter((record) => (record.correctedAt ?? 0) > since && record.removedAt === undefined);
  const withdrawn = known.filter((record) => (record.removedAt ?? 0) > since);
  if (fresh.length + corrected.length + withdrawn.length === 0) return [];
  const urls = await messageUrls(standpointOf(request), blog);
  const found = await unhurried(summarising(fresh.map(dated), { max: 6 }), request.desk.clock);
  return [
    heading(blog.title),
    text(
      [
        counted(fresh.length, 'new entry', 'new entries'),
        ...(corrected.length === 0 ? [] : [`${corrected.length} corrected`]),
        ...(withdrawn.length === 0 ? [] : [`${withdrawn.length} withdrawn`]),
      ].join(', '),
    ),
    ...(found.length === 0 ? [] : [bullets(found.map((bullet) => bulletLine(bullet, fresh, urls, request)))]),
    ...(corrected.length === 0 ? [] : [bullets(corrected.slice(-LISTED).map(correctedLine))]),
    ...(withdrawn.length === 0
      ? []
      : [bullets(withdrawn.slice(-LISTED).map((record) => ['Withdrawn: ', struck(headline(record))]))]),
  ];
}

function correctedLine(record: EntryRecord): Words[] {
  const before = record.past.at(-1);
  const changes = before === undefined ? [] : wordChanges(before.text, record.entry.body.text).slice(0, 3);
  const said = changes.flatMap(({ before: was, after }): Words[] => [
    ' ',
    was === '' ? '' : struck(was),
    was === '' ? '' : ' ',
    after,
  ]);
  return ['Corrected: ', link(headline(record, 80), record.entry.url), ...(said.length === 0 ? [] : [':', ...said])];
}
