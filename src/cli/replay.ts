import { resolve } from 'node:path';
import type { Command } from 'commander';
import { loadConfig } from '../../config/load.ts';
import type { Snapshot, SourceKind } from '../core/entry.ts';
import { type Document, SourceError } from '../ports/source.ts';
import { systemClock } from '../system-clock.ts';
import type { Io } from './io.ts';
import { calendarDay, sourceKind, speed, timeZone, wholeNumber } from './option-values.ts';
import type { ReadTools } from './read-target.ts';
import { withReadTools } from './read-tools.ts';

type ReplayOptions = {
  readonly port: number;
  readonly speed: number;
  readonly as?: SourceKind;
  readonly timezone?: string;
  readonly date?: string;
};

/** `liveblog replay`: a recorded live blog served on loopback as if it were happening now. */
export function addReplay(program: Command, io: Io): void {
  program
    .command('replay')
    .description('serve a recorded live blog on this machine as if it were happening now')
    .argument('<file|folder>', 'one finished page, feed or document, or a folder of snapshots')
    .option('--port <number>', 'where to serve; 0 = any free one', wholeNumber(0, 65_535), 0)
    .option('--speed <factor>', 'how many times faster than it happened', speed, 60)
    .option('--as <kind>', 'read the file as this kind instead of recognising it', sourceKind)
    .option('--timezone <zone>', 'of pages that show clock times only', timeZone)
    .option('--date <day>', 'the day of the page (YYYY-MM-DD), where the page is wrong or silent', calendarDay)
    .action((path: string, options: ReplayOptions) => replay(path, options, io));
}

async function replay(path: string, options: ReplayOptions, io: Io): Promise<void> {
  // Loaded only here: the bot has no use for it.
  const { createReplayServer } = await import('../replay/replay-server.ts');
  const { network } = loadConfig({ environment: io.environment, folder: io.folder });
  await withReadTools(network, io.now, async (tools) => {
    const server = await createReplayServer({
      path: resolve(io.folder, path),
      port: options.port,
      speed: options.speed,
      clock: systemClock,
      signal: io.signal,
      decode: tools.decode,
      read: (document) => readRecording(document, options, tools),
    });
    try {
      io.out(`${server.url}\n`);
      io.err(
        `${server.title}: ${server.steps} steps in ${span(server.length)}. Follow the address above; Ctrl-C ends.\n`,
      );
      await server.done;
      if (!io.signal.aborted) io.err('All is told; the last state is served until Ctrl-C.\n');
      await aborted(io.signal);
    } finally {
      await server.close();
    }
  });
}

function readRecording(document: Document, { as, timezone, date }: ReplayOptions, tools: ReadTools): Snapshot {
  const { result } = tools.reader.read(document, as, {
    ...(timezone === undefined ? {} : { timezone }),
    ...(date === undefined ? {} : { date }),
    body: tools.body,
  });
  if (!('elsewhere' in result)) return result;
  throw new SourceError(
    'malformed',
    `A replay needs the entries themselves, and ${result.why}. Record ${result.elsewhere}.`,
  );
}

function span(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
}
