import { anyPattern, anyWord, inAll } from '../languages/in-all.ts';
import { withoutLabel } from './date-labels.ts';
import { withPlainTimes } from './east-asian-times.ts';
import { isZoneAbbreviation } from './time-zones.ts';

/** A clock time that a text begins with; `rest` is what follows it, separators removed. `zone` as written ("BST"). */
export type ClockText = {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  readonly zone?: string;
  /** Up to twelve and without am, pm or a word for the hour: of which half of the day it is, it does not say. */
  readonly halfUnsaid?: true;
  readonly rest: string;
};

/** Any word that stands before a clock time, as part of a regular expression. */
export const BEFORE_CLOCK = anyPattern(inAll(({ times }) => times?.at));
/** Any word that stands behind its hour, the same way. */
export const BEHIND_HOUR = anyPattern(inAll(({ times }) => times?.hour));
/** Words and signs before a clock time: "um 12.31 Uhr", "às 14h30", "kl. 14.05", "godz. 14:05", "+++ 12:31". */
const LEAD = new RegExp(String.raw`^(?:\+{2,})?[\s\p{Ps}•·*–—|-]*(?:${BEFORE_CLOCK}:?\s+)?`, 'iu');
const DIGITS =
  /^(\d{1,2})(?:([:.：∶])(\d{2})(?::(\d{2}))?|\s?[hu](?:(\d{2})(?![\d])|\s(\d{2})(?![\d])|(?![\p{L}\d])))?/iu;
const MERIDIEM = /^\s?([ap])\.?\s?m\b\.?/i;
const HOUR_WORD = new RegExp(String.raw`^\s?${BEHIND_HOUR}(?![\p{L}\d])`, 'iu');
const ZONE = /^\s*([([]?)([A-Z]{1,4})(?:((?:(?<=GMT|UTC)\s)?[+-]\d{1,2}(?::?\d{2})?))?(?![\p{L}\d])[)\]]?/u;
/** Minutes behind the word: "14 Uhr 05", "14h05min". */
const MINUTES = /^\s(\d{2})(?=\s*(?:[:–—|,-]|$))/u;
const MINUTE_WORD = /^\s?min(?![\p{L}\d])\.?/iu;
/** As ships and armies write it; only before a word that makes it a time. */
const FOUR_DIGITS = /^([01]\d|2[0-3])([0-5]\d)(?=\s?(?:hrs|GMT|UTC|BST|CET|CEST|E[SD]T)(?!\p{L}))/u;
const NOON = inAll(({ times }) => times?.noon);
const MIDNIGHT = inAll(({ times }) => times?.midnight);
const NAMED = new RegExp(
  String.raw`^(?:12\s?)?(?:${anyWord(NOON)}|(?<midnight>${anyWord(MIDNIGHT)}))(?=\s*(?:[:–—|•·,)\]-]|$))`,
  'iu',
);
const SEPARATOR = /^\s*(?:[:：–—|•·\-,)\]»›]\s*|$)/u;
const SEPARATORS = /^(?:\s*(?:[:：–—|•·\-,)\]»›]|\.(?=\s|$)))*\s*/u;
/** Abbreviations that a sentence may well begin with. */
const WORDS = new Set(['MET', 'WEST', 'ART', 'CAT', 'EAT', 'AT', 'WAT', 'UK', 'Z', 'CT', 'MT', 'PT', 'AST']);

const WORDED = /^\p{L}/u;
/** What no clock time is written without. */
const CLOCK = new RegExp(String.raw`\d|${anyWord([...NOON, ...MIDNIGHT])}`, 'iu');

/**
 * Reads the clock time a text begins with, as live pages write it in several languages: "12.31 Uhr: …", "14:05 –",
 * "8.30pm BST", "20h15", "às 14h30". A bare number, a decimal ("12.31 million") or a score ("2:1") is none.
 */
export function parseClock(written: string): ClockText | undefined {
  if (!CLOCK.test(written)) return undefined;
  const text = withPlainTimes(written);
  const bare = WORDED.test(text) ? withoutLabel(text) : text;
  const clock = bare.slice(LEAD.exec(bare)?.[0].length ?? 0);
  const named = NAMED.exec(clock);
  if (named !== null) return namedClock(named, clock);
  const digits = DIGITS.exec(clock.replace(FOUR_DIGITS, '$1:$2'));
  if (digits === null) return undefined;
  let rest = clock.replace(FOUR_DIGITS, '$1:$2').slice(digits[0].length);
  const meridiem = MERIDIEM.exec(rest);
  rest = rest.slice(meridiem?.[0].length ?? 0);
  const word = HOUR_WORD.exec(rest);
  rest = rest.slice(word?.[0].length ?? 0);
  const late = word !== null && digits[3] === undefined ? MINUTES.exec(rest) : null;
  rest = rest.slice(late?.[0].length ?? 0);
  if (/h/i.test(digits[0])) rest = rest.replace(MINUTE_WORD, '');
  const zone = readZone(rest);
  const marked = meridiem !== null || word !== null || zone !== undefined || /[hu]/i.test(digits[0]);
  if (!isClock(digits, marked, rest)) return undefined;
  const hour = hourOf(Number(digits[1]), meridiem?.[1]?.toLowerCase());
  const minute = Number(digits[3] ?? digits[5] ?? digits[6] ?? late?.[1] ?? 0);
  const second = digits[4] === undefined ? undefined : Number(digits[4]);
  if (hour === undefined || minute > 59 || (second ?? 0) > 59) return undefined;
  return {
    hour,
    minute,
    ...(second === undefined ? {} : { second }),
    ...(zone === undefined ? {} : { zone: zone.zone }),
    ...(meridiem === null && word === null && TWELVE.test(digits[0]) ? { halfUnsaid: true as const } : {}),
    rest: rest.slice(zone?.length ?? 0).replace(SEPARATORS, ''),
  };
}

const TWELVE = /^(?:[1-9]|1[012])[:.]/u;

function namedClock(named: RegExpExecArray, clock: string): ClockText {
  const hour = named.groups?.midnight === undefined ? 12 : 0;
  return { hour, minute: 0, rest: clock.slice(named[0].length).replace(SEPARATORS, '') };
}

function isClock(digits: RegExpExecArray, marked: boolean, rest: string): boolean {
  if (marked) return true;
  if (digits[3] === undefined) return false;
  if (/^[\d%€$£°]|^[.,]\d/u.test(rest)) return false;
  return digits[2] !== '.' ? !/^:\d/u.test(rest) : SEPARATOR.test(rest);
}

function hourOf(hour: number, meridiem: string | undefined): number | undefined {
  if (meridiem === undefined) return hour > 23 ? undefined : hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (meridiem === 'p' ? 12 : 0);
}

function readZone(rest: string): { zone: string; length: number } | undefined {
  const match = ZONE.exec(rest);
  const name = match?.[2];
  if (match === null || name === undefined || !isZoneAbbreviation(name)) return undefined;
  const certain = match[1] !== '' || !WORDS.has(name) || SEPARATOR.test(rest.slice(match[0].length));
  return certain ? { zone: `${name}${(match[3] ?? '').trim()}`, length: match[0].length } : undefined;
}
