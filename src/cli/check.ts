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
    .action((options: { config?: string }) => check(options.config, io));
}

function check(file: string | undefined, io: Io): void {
  const config = loadConfig({
    environment: io.environment,
    folder: io.folder,
    ...(file === undefined ? {} : { file }),
  });
  io.out(describeConfig(config));
  for (const note of config.notes) io.err(`${note}\n`);
  io.err(`${config.file ?? 'The environment alone'}: nothing wrong.\n`);
}
