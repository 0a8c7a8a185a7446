import type { QuietHours } from '../core/route.ts';
import { parseClockRange } from '../core/time/time-span.ts';
import { checkedZone, splitZone } from './zone-words.ts';

export const QUIET_EXAMPLES = ['23:00-07:00', '11pm to 7am Europe/London', 'off'] as const;

const BREAKTHROUGH: readonly (readonly [RegExp, QuietHours['breakthrough']])[] = [
  [/[\s,]+(?:all|everything|strict|none|nothing)$/iu, 'none'],
  [/[\s,]+(?:except\s+|but\s+)?breaking(?:\s+news)?$/iu, 'breaking'],
  [/[\s,]+(?:except\s+|but\s+)?key(?:\s+events)?$/iu, 'key'],
];

/**
 * `23:00-07:00`, `11pm to 7am Europe/London`, with `strict` or `breaking` behind it for what comes through (else key
 * events). undefined when these are no hours; throws for a time zone that does not exist.
 */
export function readQuietHours(said: string, timezone: string): QuietHours | undefined {
  const found = BREAKTHROUGH.find(([words]) => words.test(said));
  const plain = found === undefined ? said : said.replace(found[0], '');
  const { rest, zone } = splitZone(plain);
  const night = /^(?:at\s+night|nights?|overnight|nachts)(?=$|\s)/iu;
  const range = parseClockRange(night.test(plain) ? '23:00-07:00' : rest);
  if (range === undefined) return undefined;
  const named = checkedZone(zone ?? timezone, `quiet ${QUIET_EXAMPLES[1]}`);
  return { ...range, timezone: named, breakthrough: found?.[1] ?? 'key' };
}

/** Quiet hours in the words that set them. */
export function quietHoursWritten({ from, to, timezone, breakthrough }: QuietHours): string {
  const through = { none: ' strict', key: '', breaking: ' breaking' }[breakthrough];
  return `${from}-${to} ${timezone}${through}`;
}
