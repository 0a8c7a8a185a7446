import type { DigestClock } from '../core/digest-clock.ts';
import { nextRun } from '../core/project/hold.ts';
import { parseDuration } from '../core/time/durations.ts';
import { parseClockRange } from '../core/time/time-span.ts';
import { CommandError } from '../ports/commands.ts';
import { checkedZone, splitZone } from './zone-words.ts';

export const DIGEST_EXAMPLES = ['every 30m', 'every 2h', 'daily 8:00', 'daily 8:00 Europe/London', 'off'] as const;

/**
 * The digest that `every 30m`, `hourly`, `daily 8:00 Europe/London` or a cron line means, by the clock of `timezone` where
 * none is named; undefined when it is none. Throws for a time zone that does not exist.
 */
export function readDigest(said: string, now: number, timezone: string): string | undefined {
  const { rest, zone } = splitZone(said.trim());
  const cron = cronOf(rest.trim().toLowerCase());
  if (cron === undefined || digestRuns({ cron, timezone: 'UTC' }, now, 1).length === 0) return undefined;
  return `${cron} ${checkedZone(zone ?? timezone, `digest ${DIGEST_EXAMPLES[3]}`)}`;
}

/** The same in the words that set it. The zone is left out where every zone gives the same times. */
export function digestWritten({ cron, timezone }: DigestClock): string {
  const minutes = /^\*\/(\d+) \* \* \* \*$/u.exec(cron)?.[1];
  if (minutes !== undefined) return `every ${minutes}m`;
  if (cron === '0 * * * *') return 'every 1h';
  const hours = /^0 \*\/(\d+) \* \* \*$/u.exec(cron)?.[1];
  if (hours !== undefined) return `every ${hours}h ${timezone}`;
  const daily = /^(\d+) (\d+(?:,\d+)*) \* \* \*$/u.exec(cron);
  if (daily === null) return `${cron} ${timezone}`;
  const minute = (daily[1] ?? '').padStart(2, '0');
  const clocks = (daily[2] ?? '').split(',').map((hour) => `${hour}:${minute}`);
  return `daily ${clocks.join(', ')} ${timezone}`;
}

/** The next times of a digest, epoch ms; none where it is no cron expression. */
export function digestRuns({ cron, timezone }: DigestClock, now: number, count = 3): number[] {
  const runs: number[] = [];
  try {
    for (let after = now; runs.length < count; ) {
      const next = nextRun(cron, timezone, after);
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
  const weekly = /^(?:weekly|every week|wöchentlich)$/u.test(said);
  if (weekly) return '0 8 * * 1';
  if (/^(?:every|in the)\s+morning$/u.test(said)) return dailyCron('8:00');
  if (/^(?:every|in the)\s+evening$/u.test(said)) return dailyCron('18:00');
  const span = said.replace(/^(?:every|each|alle)\s+/u, '').replace(/^half(?:\s+an)?\s+hour$/u, '30m');
  const ms = parseDuration(/^\d+$/u.test(span) ? `${span}m` : span);
  if (ms === undefined) return dailyCron(said.replace(/^(?:at|um)\s+/u, ''));
  const minutes = ms / 60_000;
  if (EVEN_MINUTES.includes(minutes)) return `*/${minutes} * * * *`;
  if (EVEN_HOURS.includes(minutes / 60)) return minutes === 60 ? '0 * * * *' : `0 */${minutes / 60} * * *`;
  if (minutes === 24 * 60) return '0 8 * * *';
  throw new CommandError(
    `A digest can come every ${EVEN_MINUTES.join(', ')} minutes or every ${EVEN_HOURS.join(', ')} hours.`,
    DIGEST_EXAMPLES.map((example) => `digest ${example}`),
  );
}

/** `8:00`, `8am and 6pm`: once a day at each; the minute must be the same. */
function dailyCron(clocks: string): string | undefined {
  const times = clocks.split(/\s*(?:,|&|\band\b|\bund\b)\s*/u).map(clockOf);
  const [first] = times;
  if (first === undefined || times.some((time) => time?.minute !== first.minute)) return undefined;
  return `${first.minute} ${times.map((time) => time?.hour).join(',')} * * *`;
}

function clockOf(text: string): { readonly hour: number; readonly minute: number } | undefined {
  const range = parseClockRange(`${text} to ${/^0?0:00$/u.test(text) ? '1:00' : '0:00'}`);
  if (range === undefined) return undefined;
  const [hour = '', minute = ''] = range.from.split(':');
  return { hour: Number(hour), minute: Number(minute) };
}
