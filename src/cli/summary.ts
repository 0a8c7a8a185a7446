import type { Command } from 'commander';
import { loadConfig } from '../../config/load.ts';
import type { Entry } from '../core/entry.ts';
import { type Bullet, summarise } from '../core/summary/summary.ts';
import { parseSince } from '../core/time/time-span.ts';
import { isoTime, sourceJson } from './blog-json.ts';
import type { Io } from './io.ts';
import { timeZone, wholeNumber } from './option-values.ts';
import { type ReadBlog, readTarget } from './read-target.ts';
import { withReadTools } from './read-tools.ts';
import { describeSummary } from './readable.ts';
import { UsageError } from './usage-error.ts';

type SummaryOptions = {
  readonly since?: string;
  readonly max?: number;
  readonly timezone?: string;
  readonly json?: boolean;
};

/** `liveblog summary`: what `/liveblog summary` would answer about a blog as it stands. */
export function addSummary(program: Command, io: Io): void {
  program
    .command('summary')
    .description('print the summary that /liveblog summary would give')
    .argument('<url|file>', 'a page, feed or document: an address, or a file')
    .option('--since <span>', 'like 2h, today, 09:30 or start; a file’s "now" is its newest entry (default: start)')
    .option('--max <n>', 'most bullets', wholeNumber(1, 50))
    .option('--timezone <zone>', 'of pages that show clock times only, and of the times shown', timeZone)
    .option('--json', 'print JSON')
    .action((target: string, options: SummaryOptions) => summary(target, options, io));
}

async function summary(target: string, options: SummaryOptions, io: Io): Promise<void> {
  const { network } = loadConfig({ environment: io.environment, folder: io.folder });
  const zone = options.timezone === undefined ? {} : { timezone: options.timezone };
  const timezone = options.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const blog = await withReadTools(network, io.now, (tools) => readTarget(target, zone, tools, io));
  const since = sinceWhen(options.since ?? 'start', { now: nowOf(blog, io.now()), timezone });
  const within = blog.entries.filter(({ publishedAt }) => since === undefined || (publishedAt ?? since) >= since);
  const bullets = summarise(within, options.max === undefined ? {} : { max: options.max });
  if (options.json === true) io.out(`${JSON.stringify(summaryJson(blog, since, within, bullets), null, 2)}\n`);
  else io.out(describeSummary(blog.snapshot.title ?? blog.snapshot.url, bullets, { colour: io.colour, timezone }));
}

/** undefined = from the start. */
function sinceWhen(text: string, here: { readonly now: number; readonly timezone: string }): number | undefined {
  const since = parseSince(text, here);
  if (since === undefined) throw new UsageError(`"${text}" is no span of time: write 2h, today, 09:30 or start.`);
  return since === 'start' ? undefined : since;
}

/** A recorded blog ended long ago: "the last two hours" are its own. */
function nowOf({ entries, isFile }: ReadBlog, now: number): number {
  const times = entries.map((entry) => entry.publishedAt ?? 0);
  const newest = times.reduce((latest, at) => Math.max(latest, at), 0);
  return isFile && newest > 0 ? newest : now;
}

function summaryJson(blog: ReadBlog, since: number | undefined, within: readonly Entry[], bullets: readonly Bullet[]) {
  const first = within.find((entry) => entry.publishedAt !== undefined)?.publishedAt;
  return {
    source: sourceJson(blog.snapshot),
    since: isoTime(since ?? first),
    entries: within.length,
    bullets: bullets.map((bullet) => ({ ...bullet, publishedAt: isoTime(bullet.publishedAt) })),
  };
}
