import { nextRun } from '../core/project/hold.ts';
import { parseDuration } from '../core/time/durations.ts';
import { parseClockRange } from '../core/time/time-span.ts';
import { CommandError } from '../ports/commands.ts';

export const DIGEST_EXAMPLES = ['every 30m', 'every 2h', 'daily 8:00', 'off'] as const;

/** The cron expression that `every 30m`, `hourly`, `daily 8:00` or a cron line means; undefined when it is none. */
export function readDigest(said: string, now: number): string | undefined {
  const cron = cronOf(said.trim().toLowerCase());
  return cron !== undefined && digestRuns(cron, 'UTC', now, 1).length > 0 ? cron : undefined;
}

/** The same in the words that set it. */
export function digestWritten(cron: string): string {
  const minutes = /^\*\/(\d+) \* \* \* \*$/u.exec(cron)?.[1];
  if (minutes !== undefined) return `every ${minutes}m`;
  if (cron === '0 * * * *') return 'every 1h';
  const hours = /^0 \*\/(\d+) \* \* \*$/u.exec(cron)?.[1];
  if (hours !== undefined) return `every ${hours}h`;
  const daily = /^(\d+) (\d+) \* \* \*$/u.exec(cron);
  return daily === null ? cron : `daily ${daily[2]}:${(daily[1] ?? '').padStart(2, '0')}`;
}

/** The next times of a cron expression, epoch ms; none where it is no cron expression. */
export function digestRuns(cron: string, zone: string, now: number, count = 3): number[] {
  const runs: number[] = [];
  try {
    for (let after = now; runs.length < count; ) {
      const next = nextRun(cron, zone, after);
      if (next === undefined) break;
      runs.push(next);
      after = next;
    }
  } catch {
    return []; // The cron parser refuses by throwing; the caller says what would work.
  }
  return runs;
}

const EVEN_MINUTES = [5, 10, 12, 15, 20, 30];
const EVEN_HOURS = [1, 2, 3, 4, 6, 8, 12];

function cronOf(said: string): string | undefined {
  if (/^[\d*][\d*/,-]*(?:\s+[\da-z*/,#-]+){4}$/u.test(said)) return said;
  if (/^(?:hourly|every hour|stündlich)$/u.test(said)) return '0 * * * *';
  const daily = /^(?:daily|every day|täglich)(?:\s+(?:at\s+|um\s+)?(.+))?$/u.exec(said);
  if (daily !== null) return dailyCron(daily[1] ?? '8:00');
  const ms = parseDuration(said.replace(/^(?:every|each|alle)\s+/u, ''));
  if (ms === undefined) return undefined;
  const minutes = ms / 60_000;
  if (EVEN_MINUTES.includes(minutes)) return `*/${minutes} * * * *`;
  if (EVEN_HOURS.includes(minutes / 60)) return minutes === 60 ? '0 * * * *' : `0 */${minutes / 60} * * *`;
  if (minutes === 24 * 60) return '0 8 * * *';
  throw new CommandError(
    `A digest can come every ${EVEN_MINUTES.join(', ')} minutes or every ${EVEN_HOURS.join(', ')} hours.`,
    DIGEST_EXAMPLES.map((example) => `digest ${example}`),
  );
}

function dailyCron(clock: string): string | undefined {
  const range = parseClockRange(`${clock} to ${/^0?0:00$/u.test(clock) ? '1:00' : '0:00'}`);
  if (range === undefined) return undefined;
  const [hour = '8', minute = '0'] = range.from.split(':');
  return `${Number(minute)} ${Number(hour)} * * *`;
}
