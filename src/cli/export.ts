import { type Command, Option } from 'commander';
import { loadConfig } from '../../config/load.ts';
import { nearest } from '../core/text/nearest.ts';
import { createRecords } from '../relay/records.ts';
import { openStore } from '../store/open-store.ts';
import type { Io } from './io.ts';
import { readTimeline } from './timeline.ts';
import { formatTimeline, type TimelineFormat } from './timeline-formats.ts';

type ExportOptions = { readonly format: TimelineFormat; readonly config?: string };

/** `liveblog export`: what is kept of a blog, while the bot runs or not. */
export function addExport(program: Command, io: Io): void {
  program
    .command('export')
    .description('print the timeline of a followed blog: who, when, where, and every revision')
    .argument('<blog>', 'its name')
    .addOption(new Option('--format <format>', 'of the output').choices(['md', 'json', 'csv']).default('md'))
    .option('--config <file>', 'the configuration that names the state')
    .action((blog: string, options: ExportOptions) => exportBlog(blog, options, io));
}

async function exportBlog(blog: string, options: ExportOptions, io: Io): Promise<void> {
  const file = options.config === undefined ? {} : { file: options.config };
  const config = loadConfig({ environment: io.environment, folder: io.folder, ...file });
  const store = await openStore(config.state, { access: 'read' });
  try {
    const records = createRecords(store);
    const timeline = await readTimeline(records, blog);
    if (timeline === undefined) throw new Error(unknownBlog(blog, await records.settingsNames()));
    io.out(formatTimeline(timeline, options.format));
  } finally {
    await store.close();
  }
}

function unknownBlog(blog: string, known: readonly string[]): string {
  const near = nearest(blog, known);
  if (near !== undefined) return `Nothing is kept of a blog "${blog}". Did you mean "${near}"?`;
  const list = known.length === 0 ? 'No blog was followed yet.' : `There is ${[...known].sort().join(', ')}.`;
  return `Nothing is kept of a blog "${blog}". ${list}`;
}
