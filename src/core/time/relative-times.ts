import { anyPattern, anyWord, inAll } from '../languages/in-all.ts';
import type { AgeUnit } from '../languages/language.ts';
import { LANGUAGES } from '../languages/languages.ts';
import { withoutLabel } from './date-labels.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const UNITS: Readonly<Record<AgeUnit, number>> = {
  second: 1000,
  minute: MINUTE,
  hour: 60 * MINUTE,
  day: DAY,
  week: 7 * DAY,
};
const UNIT_WORDS = new Map<string, number>(
  (Object.keys(UNITS) as AgeUnit[]).flatMap((unit) =>
    inAll(({ ages }) => ages?.units?.[unit]).map((word) => [word, UNITS[unit]] as const),
  ),
);
const AROUND = LANGUAGES.flatMap(({ ages }) => ages?.around ?? []);
const WORDS_BEFORE = inAll(({ ages }) => ages?.before);
const WORDS_AFTER = inAll(({ ages }) => [...(ages?.after ?? []), ...(ages?.around ?? []).map(([, after]) => after)]);
const NOW = new Set(inAll(({ ages }) => ages?.now));

const BEFORE = new RegExp(
  String.raw`^${anyPattern([anyWord(WORDS_BEFORE), ...AROUND.map(([before, after]) => `${before}(?=.* ${after}$)`)])}\s+`,
  'u',
);
const AFTER = new RegExp(String.raw`\s*${anyWord(WORDS_AFTER)}$`, 'u');
const NEARLY = new RegExp(String.raw`^${anyWord(inAll(({ ages }) => ages?.nearly))}\s+`, 'u');
const HALF = new Set(inAll(({ ages }) => ages?.halfHour));
const ONE = new RegExp(String.raw`\b${anyWord(inAll(({ ages }) => ages?.one))}(?:\s+|(?<='))(?=\p{L})`, 'gu');
const ALONE = new Set(inAll(({ ages }) => ages?.alone));
/** Romanian counts from twenty on as "20 de minute". */
const PART = new RegExp(
  String.raw`(\d+(?:[.,]\d+)?)\s*(?:de\s+)?([\p{L}\p{M}]+)\.?(?:\s*(?:,|${anyWord(inAll(({ and }) => and))})\s+|\s*)`,
  'uy',
);

/**
 * One of the words that tell an age, and of the ages that are told by none of these: most texts have neither, and asking for
 * the ages themselves costs many times as much.
 */
const TELLING = [...WORDS_BEFORE.map((word) => `${word} `), ...WORDS_AFTER];
const MAYBE = new RegExp(
  anyWord([...TELLING, ...[...NOW].filter((said) => !TELLING.some((word) => said.includes(word)))]),
  'u',
);

/**
 * The instant that "4m ago", "vor 4 Minuten" or "il y a 2 h" means when read at `now` (epoch ms); undefined when the
 * text says no such thing. As exact as its unit: never use it to order entries that have better times.
 */
export function parseAgo(text: string, now: number): number | undefined {
  if (text.length > 80) return undefined;
  const written = text.toLowerCase();
  if (!MAYBE.test(written)) return undefined;
  const lower = withoutLabel(written.trim().replaceAll('’', "'").replace(/\.$/u, ''));
  if (lower.length > 60) return undefined;
  if (NOW.has(lower)) return now;
  const inner = lower.replace(BEFORE, '').replace(AFTER, '');
  if (inner === lower) return undefined;
  const exact = inner.replace(NEARLY, '');
  if (HALF.has(exact)) return now - 30 * MINUTE;
  const age = readAge(ALONE.has(exact) ? `1 ${exact}` : exact.replace(ONE, '1 ').trim());
  return age === undefined ? undefined : now - age;
}

/** The age a text begins with ("4 minutes ago: Tide turns", "vor 4 Min. – …"), as an instant, and what follows it. */
export function leadingAgo(text: string, now: number): { at: number; rest: string } | undefined {
  const lead = /^(.{2,40}?)(?:\s*[:–—|•·]\s*|\s+-\s+|$)/u.exec(text);
  const at = lead === null ? undefined : parseAgo(lead[1] ?? '', now);
  return lead === null || at === undefined ? undefined : { at, rest: text.slice(lead[0].length) };
}

function readAge(text: string): number | undefined {
  if (text === '') return undefined;
  const hours = /^(\d{1,2})\s?h\s?(\d{2})$/u.exec(text);
  if (hours !== null) return (Number(hours[1]) * 60 + Number(hours[2])) * MINUTE;
  let age = 0;
  PART.lastIndex = 0;
  while (PART.lastIndex < text.length) {
    const match = PART.exec(text);
    const unit = UNIT_WORDS.get(match?.[2] ?? '');
    if (match === null || unit === undefined) return undefined;
    age += Number(match[1]?.replace(',', '.')) * unit;
  }
  return Math.round(age);
}
