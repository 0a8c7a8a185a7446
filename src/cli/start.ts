import type { Command } from 'commander';
import type { Config } from '../../config/config.ts';
import { loadConfig } from '../../config/load.ts';
import { whyNotYet } from '../../config/not-yet.ts';
import { secretsOf } from '../../config/secrets-of.ts';
import { strandedChannels } from '../app/config-blogs.ts';
import { startApp } from '../app.ts';
import { createLog } from '../log/log.ts';
import { systemClock } from '../system-clock.ts';
import { programVersion } from '../version.ts';
import type { Io } from './io.ts';
import { terminalOf } from './terminal-of.ts';
import { UsageError } from './usage-error.ts';

/** Work under way has this long to end after SIGINT or SIGTERM, ms. */
const GRACE = 8000;
const ROLES = ['all', 'worker', 'gateway'];
const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

/** `liveblog start`: runs the bot until it is told to stop. */
export function addStart(program: Command, io: Io): void {
  program
    .command('start')
    .description('run the bot until SIGINT or SIGTERM')
    .option('--config <file>', 'the configuration (default: config/liveblog.yaml if it is there)')
    .option('--role <role>', 'what this process does: all, worker or gateway', 'all')
    .action((options: { config?: string; role: string }) => start(options, io));
}

async function start(options: { readonly config?: string; readonly role: string }, io: Io): Promise<void> {
  refuseRole(options.role);
  const file = options.config === undefined ? {} : { file: options.config };
  const config = loadConfig({ environment: io.environment, folder: io.folder, ...file });
  const log = createLog({ level: logLevel(io), secrets: secretsOf(config), now: io.now });
  for (const line of introduction(config)) io.err(`${line}\n`);
  const app = await startApp(config, {
    version: programVersion(),
    clock: systemClock,
    log,
    terminal: { out: terminalOf(io), color: io.colour },
    signal: io.signal,
  });
  if (app.url !== undefined) io.err(`Web page, health and metrics: ${app.url}\n`);
  const { directory } = app.relay;
  if (directory.blogs().length === 0) io.err(`${nothingFollowed(config)}\n`);
  log.info('started', { blogs: directory.blogs().length, channels: directory.channels().length });
  await aborted(io.signal);
  await app.stop(GRACE);
  log.info('stopped');
}

function refuseRole(role: string): void {
  if (!ROLES.includes(role)) throw new UsageError(`--role is ${ROLES.join(', ')}, not "${role}".`);
  const why = whyNotYet('role', role);
  if (why !== undefined) throw new UsageError(`--role ${why}.`);
}

function logLevel(io: Io): (typeof LEVELS)[number] {
  return LEVELS.find((level) => level === io.environment.LIVEBLOG_LOG) ?? 'info';
}

/** What a person should know before anything happens: what is off, and what to do about it. */
function introduction(config: Config): string[] {
  return [
    ...config.notes,
    ...(isAlone(config)
      ? [
          'No chat platform is configured: everything is shown in this terminal.',
          'For Slack set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, for Discord DISCORD_TOKEN (in the environment or in .env).',
        ]
      : []),
    ...strandedChannels(config).map((channel) => `${channel} is not served: its platform is not configured.`),
  ];
}

function isAlone(config: Config): boolean {
  return config.slack === undefined && config.discord === undefined;
}

/** What to do where no blog comes from the configuration and none was followed in chat. */
function nothingFollowed(config: Config): string {
  const inChat = isAlone(config) ? '' : 'follow one in chat with /liveblog follow <url>, or ';
  return `No live blog is followed: ${inChat}name one under "blogs:" in the configuration.`;
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
