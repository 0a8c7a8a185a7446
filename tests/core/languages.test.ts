import { describe, expect, it } from 'vitest';
import type { AgeUnit, Label, Language } from '../../src/core/languages/language.ts';
import { LANGUAGES } from '../../src/core/languages/languages.ts';
import { saysClosed } from '../../src/core/text/closing-words.ts';
import { isFurnitureLine } from '../../src/core/text/furniture-words.ts';
import { isReadMore, labelOf } from '../../src/core/text/language-words.ts';
import { sentences } from '../../src/core/text/sentences.ts';
import { isStopWord } from '../../src/core/text/stop-words.ts';
import { foldWord } from '../../src/core/text/words.ts';
import { parseClock } from '../../src/core/time/clock-text.ts';
import { areLabels } from '../../src/core/time/date-labels.ts';
import { monthNumber, weekdayNumber } from '../../src/core/time/date-names.ts';
import { parseDate } from '../../src/core/time/dates.ts';
import { leadingDayWord } from '../../src/core/time/day-words.ts';
import { parseAgo } from '../../src/core/time/relative-times.ts';
import { parseSince, parseUntil } from '../../src/core/time/time-span.ts';
import { SAMPLES } from './language-samples.ts';

const NOW = Date.UTC(2031, 2, 3, 14, 5);
const MINUTES: Readonly<Record<AgeUnit, number>> = { second: 1 / 60, minute: 1, hour: 60, day: 1440, week: 10_080 };

const minutesAgo = (text: string) => {
  const at = parseAgo(text, NOW);
  return at === undefined ? undefined : (NOW - at) / 60_000;
};
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const labelsOf = ({ labels = {} }: Language) =>
  (Object.keys(labels) as Label[]).flatMap((label) => (labels[label] ?? []).map((word) => [word, label] as const));

describe.each(LANGUAGES.map((language) => [language.name, language] as const))('%s', (name, language) => {
  const samples = SAMPLES[name] ?? {};

  it('has a sample of every kind of sentence that is read in it', () => {
    const read = { closed: language.closing, ages: language.ages, pointers: language.pointers };
    const kinds = (Object.keys(read) as (keyof typeof read)[]).filter((kind) => read[kind] !== undefined);
    expect(kinds.filter((kind) => (samples[kind] ?? []).length === 0)).toEqual([]);
  });

  it('labels an entry with each of its labels, however it is written', () => {
    const written = labelsOf(language).flatMap(([word, label]) =>
      [word, capital(word), `${word}:`, `[${word}]`].map((text) => [text, label]),
    );
    expect(written.map(([text = '']) => [text, labelOf(text)])).toEqual(written);
  });

  it('labels what its pages say', () => {
    const said = Object.entries(samples.labels ?? {}).flatMap(([label, words]) => words.map((word) => [word, label]));
    expect(said.map(([word = '']) => [word, labelOf(word)])).toEqual(said);
  });

  it('closes a live blog with its closing sentences and with no others', () => {
    expect(samples.closed?.filter((text) => !saysClosed(text)) ?? []).toEqual([]);
    expect(samples.open?.filter(saysClosed) ?? []).toEqual([]);
  });

  it('tells how long ago something was', () => {
    const ages = samples.ages ?? [];
    expect(ages.map(([text]) => [text, minutesAgo(text)])).toEqual(ages);
  });

  it('tells it in each of its units', () => {
    const { before = [], after = [], around = [], units = {} } = language.ages ?? {};
    const frames = [
      ...before.map((word) => (age: string) => `${word} ${age}`),
      ...after.map((word) => (age: string) => `${age} ${word}`),
      ...around.map(
        ([first, last]) =>
          (age: string) =>
            `${first} ${age} ${last}`,
      ),
    ];
    const ages = (Object.keys(units) as AgeUnit[]).flatMap((unit) =>
      (units[unit] ?? []).flatMap((word) => frames.map((frame) => [frame(`4 ${word}`), 4 * MINUTES[unit]] as const)),
    );
    expect(ages.map(([text]) => [text, Math.round((minutesAgo(text) ?? -1) * 60)])).toEqual(
      ages.map(([text, minutes]) => [text, Math.round(minutes * 60)]),
    );
  });

  it('names the months and weekdays', () => {
    for (const tag of language.tags) {
      const nameOf = (options: Intl.DateTimeFormatOptions, at: number) =>
        new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }).format(at);
      const months = Array.from({ length: 12 }, (_, month) => [
        nameOf({ month: 'long' }, Date.UTC(2031, month, 15)),
        month + 1,
      ]);
      expect(months.map(([month]) => [month, monthNumber(`${month}`)])).toEqual(months);
      const weekdays = Array.from({ length: 7 }, (_, day) => [
        nameOf({ weekday: 'long' }, Date.UTC(2023, 0, 1 + day)),
        day,
      ]);
      expect(weekdays.map(([day]) => [day, weekdayNumber(`${day}`)])).toEqual(weekdays);
    }
    const months = Object.entries(language.months ?? {});
    expect(months.map(([month]) => [month, monthNumber(month)])).toEqual(months);
    const weekdays = Object.entries(language.weekdays ?? {});
    expect(weekdays.map(([day]) => [day, weekdayNumber(day)])).toEqual(weekdays);
  });

  it('names today, yesterday and tomorrow', () => {
    const { today = [], yesterday = [], tomorrow = [] } = language.times ?? {};
    const here = { now: NOW, timezone: 'UTC' };
    const yesterdays = yesterday.filter((word) => !word.includes(' '));
    expect(yesterdays.filter((word) => parseSince(`${word} 18:00`, here) !== Date.UTC(2031, 2, 2, 18))).toEqual([]);
    expect(tomorrow.filter((word) => parseUntil(`${word} 8:00`, here) !== Date.UTC(2031, 2, 4, 8))).toEqual([]);
    const days = [...today.map((word) => [word, 0]), ...yesterday.map((word) => [word, 1])];
    expect(days.map(([word]) => [word, leadingDayWord(capital(`${word}, 14:05`))?.daysAgo])).toEqual(days);
  });

  it('says before a time what it is of', () => {
    const said = [...(language.labels?.updated ?? []).map((word) => `${capital(word)}: 14:05`)];
    expect(said.filter((text) => parseClock(text)?.rest !== '')).toEqual([]);
    expect((language.labels?.updated ?? []).filter((word) => !areLabels(`• ${word}:`))).toEqual([]);
    const clocks = (samples.times ?? []).map((text) => {
      const clock = parseClock(text);
      const at = clock === undefined ? new Date(parseDate(text) ?? 0) : undefined;
      return [text, clock?.hour ?? at?.getUTCHours(), clock?.minute ?? at?.getUTCMinutes()];
    });
    expect(clocks).toEqual((samples.times ?? []).map((text) => [text, 14, 5]));
  });

  it('points elsewhere', () => {
    const pointers = samples.pointers ?? [];
    expect(pointers.filter((line) => !isReadMore(line, 0))).toEqual([]);
    expect(pointers.filter((line) => !isReadMore(`${line}: Storm over Saltmere`, 20))).toEqual([]);
  });

  it('has lines that belong to the page', () => {
    const lines = language.furniture?.lines ?? [];
    expect(lines.filter((line) => !isFurnitureLine(capital(line)))).toEqual([]);
  });

  it('ends no sentence with an abbreviation', () => {
    const abbreviated = samples.abbreviated ?? [];
    expect(abbreviated.flatMap(sentences)).toEqual(abbreviated);
  });

  it('has words that carry no story', () => {
    expect((samples.stopWords ?? []).filter((word) => !isStopWord(foldWord(word)))).toEqual([]);
  });
});

describe('the list of languages', () => {
  /** What each word is said to be, by those who say something else of it. */
  const clashes = (said: readonly (readonly [word: string, meaning: string | number, by: string])[]) => {
    const meanings = new Map<string, Map<string | number, string>>();
    for (const [word, meaning, by] of said)
      meanings.set(word, (meanings.get(word) ?? new Map()).set(meaning, `${by}: ${meaning}`));
    return [...meanings].filter(([, by]) => by.size > 1).map(([word, by]) => [word, ...by.values()]);
  };

  it('names no language twice, and samples no language that it has not', () => {
    const names = LANGUAGES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(SAMPLES).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('has no word that two languages take for different labels', () => {
    const said = LANGUAGES.flatMap((language) =>
      labelsOf(language).map(([word, label]) => [word, label, language.name] as const),
    );
    expect(clashes(said)).toEqual([]);
  });

  it('has no word that two languages take for different spans of time', () => {
    const said = LANGUAGES.flatMap(({ name, ages }) =>
      (Object.keys(ages?.units ?? {}) as AgeUnit[]).flatMap((unit) =>
        (ages?.units?.[unit] ?? []).map((word) => [word, unit, name] as const),
      ),
    );
    expect(clashes(said)).toEqual([]);
  });

  it('has no word that is today in one language and yesterday in another', () => {
    const said = LANGUAGES.flatMap(({ name, times }) => [
      ...(times?.today ?? []).map((word) => [word, 'today', name] as const),
      ...(times?.yesterday ?? []).map((word) => [word, 'yesterday', name] as const),
    ]);
    expect(clashes(said)).toEqual([]);
  });
});
