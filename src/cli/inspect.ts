import type { Command } from 'commander';
import { loadConfig } from '../../config/load.ts';
import type { SourceKind } from '../core/entry.ts';
import { blogJson } from './blog-json.ts';
import type { Io } from './io.ts';
import { calendarDay, sourceKind, timeZone } from './option-values.ts';
import { readTarget } from './read-target.ts';
import { withReadTools } from './read-tools.ts';
import { describeBlog } from './readable.ts';

type InspectOptions = {
  readonly as?: SourceKind;
  readonly timezone?: string;
  readonly date?: string;
  readonly json?: boolean;
};

/** `liveblog inspect`: one look at a live blog, as the bot would see it. */
export function addInspect(program: Command, io: Io): void {
  program
    .command('inspect')
    .description('read one live blog once and print what the bot would see')
    .argument('<url|file>', 'a page, feed or document: an address, or a file (HTML, XML, JSON or text)')
    .option('--as <kind>', 'read it as this kind instead of recognising it', sourceKind)
    .option('--timezone <zone>', 'of pages that show clock times only, and of the times shown', timeZone)
    .option('--date <day>', 'the day of the page (YYYY-MM-DD), where the page is wrong or silent', calendarDay)
    .option('--json', 'print JSON')
    .action((target: string, options: InspectOptions) => inspect(target, options, io));
}

async function inspect(target: string, options: InspectOptions, io: Io): Promise<void> {
  const { network } = loadConfig({ environment: io.environment, folder: io.folder });
  const blog = await withReadTools(network, io.now, (tools) => readTarget(target, options, tools, io));
  if (options.json === true) {
    io.out(`${JSON.stringify(blogJson(blog), null, 2)}\n`);
    return;
  }
  const timezone = options.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  io.out(describeBlog(blog, { colour: io.colour, timezone }));
}
