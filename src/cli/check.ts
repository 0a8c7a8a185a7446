import type { Command } from 'commander';
import { describeConfig } from '../../config/effective.ts';
import { loadConfig } from '../../config/load.ts';
import type { Io } from './io.ts';

/** `liveblog check`: says whether the configuration is right, and what is in force. */
export function addCheck(program: Command, io: Io): void {
  program
    .command('check')
    .description('validate the configuration and print what is in force, secrets masked')
    .option('--config <file>', 'the configuration (default: config/liveblog.yaml if it is there)')
    .option('--online', 'also try tokens, channels and every blog, without posting anything')
    .action((options: { config?: string; online?: boolean }) => check(options, io));
}

async function check({ config: file, online }: { config?: string; online?: boolean }, io: Io): Promise<void> {
  const config = loadConfig({
    environment: io.environment,
    folder: io.folder,
    ...(file === undefined ? {} : { file }),
  });
  io.out(describeConfig(config));
  for (const note of config.notes) io.err(`${note}\n`);
  io.err(`${config.file ?? 'The environment alone'}: nothing wrong.\n`);
  if (online !== true) return;
  const { checkOnline } = await import('./check-online.ts');
  const problems = await checkOnline(config, io);
  if (problems > 0)
    throw new Error(`${problems} ${problems === 1 ? 'thing does' : 'things do'} not work yet; see above.`);
}
