import { inAll } from '../languages/in-all.ts';
import { LANGUAGES } from '../languages/languages.ts';

const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
];
const TAGS = inAll(({ tags }) => tags);

let months: ReadonlyMap<string, number> | undefined;
/** The names of weekdays and all they begin with. */
let weekdays: ReadonlySet<string> | undefined;

/**
 * The number (1–12) of a month named in one of many languages, long or short, with or without accents and full stop. Where
 * two use one word for different months, the earlier wins.
 */
export function monthNumber(word: string): number | undefined {
  months ??= buildMonths();
  return months.get(fold(word));
}

/** True for a weekday's name or the beginning of one, in any language that `monthNumber` knows. */
export function isWeekday(word: string): boolean {
  weekdays ??= buildWeekdays();
  return weekdays.has(fold(word));
}

let weekdayNumbers: ReadonlyMap<string, number> | undefined;

/**
 * The number (0 = Sunday) of a weekday's name or its usual short form; undefined for a word that is another day in another
 * language.
 */
export function weekdayNumber(word: string): number | undefined {
  weekdayNumbers ??= buildWeekdayNumbers();
  const number = weekdayNumbers.get(fold(word));
  return number === SEVERAL ? undefined : number;
}

const SEVERAL = -1;

function buildWeekdayNumbers(): Map<string, number> {
  const numbers = new Map(LANGUAGES.flatMap(({ weekdays = {} }) => Object.entries(weekdays)));
  for (const language of TAGS) {
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      for (let number = 0; number < 7; number += 1) {
        const name = fold(format.format(Date.UTC(2023, 0, 1 + number)));
        numbers.set(name, (numbers.get(name) ?? number) === number ? number : SEVERAL);
      }
    }
  }
  return numbers;
}

function fold(word: string): string {
  return (PLAIN.test(word) ? word : word.normalize('NFD').replace(/[\p{M}.]/gu, '')).toLowerCase();
}

/** Nothing to take off. */
const PLAIN = /^[a-z]*$/i;

function buildMonths(): Map<string, number> {
  const names = new Map(LANGUAGES.flatMap((language) => Object.entries(language.months ?? {})));
  for (const language of TAGS) {
    for (const form of FORMS) {
      const format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) addMonth(names, format, month);
    }
  }
  return names;
}

function addMonth(names: Map<string, number>, format: Intl.DateTimeFormat, month: number): void {
  const part = format.formatToParts(Date.UTC(2023, month - 1, 15)).find(({ type }) => type === 'month');
  const name = fold(part?.value ?? '');
  if (/^\p{L}+$/u.test(name) && !names.has(name)) names.set(name, month);
}

function buildWeekdays(): Set<string> {
  const names = TAGS.flatMap((language) =>
    (['long', 'short'] as const).flatMap((weekday) => {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      return [1, 2, 3, 4, 5, 6, 7].map((day) => fold(format.format(Date.UTC(2023, 4, day))));
    }),
  );
  const others = LANGUAGES.flatMap((language) => Object.keys(language.weekdays ?? {}));
  return new Set([...names.flatMap(beginnings), ...others]);
}

/** "mo", "mon", "mond" …: one letter alone names no day. */
function beginnings(name: string): string[] {
  return Array.from({ length: Math.max(name.length - 1, 0) }, (_, index) => name.slice(0, index + 2));
}
