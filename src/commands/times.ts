import { DateTime } from 'luxon';
import type { Person } from '../ports/commands.ts';

/**
 * Writes times for one person: in their zone, and in English as the sentences are that they stand in, by the conventions of
 * the person's own English where it is that.
 */
export type Times = {
  readonly timezone: string;
  /** `14:05`, with the day where it is not today. */
  at(time: number): string;
  /** `6 min ago`, `in 14 s`. */
  ago(time: number): string;
};

export function timesFor(person: Person, fallback: { language: string; timezone: string }, now: number): Times {
  const zone = person.timezone ?? fallback.timezone;
  const timezone = DateTime.utc().setZone(zone).isValid ? zone : 'UTC';
  const language = english(person.language) ?? english(fallback.language) ?? 'en-GB';
  const clock = { hour: '2-digit', minute: '2-digit', timeZone: timezone } as const;
  // Each takes a good part of a millisecond to make, and few answers need more than one or two.
  const today = once(() => new Intl.DateTimeFormat(language, clock));
  const near = once(
    () => new Intl.DateTimeFormat(language, { ...clock, weekday: 'short', day: 'numeric', month: 'short' }),
  );
  const far = once(
    () => new Intl.DateTimeFormat(language, { ...clock, day: 'numeric', month: 'short', year: 'numeric' }),
  );
  const relative = once(() => new Intl.RelativeTimeFormat(language, { style: 'short', numeric: 'auto' }));
  const here = DateTime.fromMillis(now, { zone: timezone });

  return {
    timezone,
    at(time) {
      const then = DateTime.fromMillis(time, { zone: timezone });
      if (then.hasSame(here, 'day')) return today().format(time);
      return then.hasSame(here, 'year') ? near().format(time) : far().format(time);
    },
    ago(time) {
      const seconds = Math.round((time - now) / 1_000);
      const size = Math.abs(seconds);
      if (size < 90) return relative().format(seconds, 'second');
      if (size < 90 * 60) return relative().format(Math.round(seconds / 60), 'minute');
      if (size < 36 * 3_600) return relative().format(Math.round(seconds / 3_600), 'hour');
      return relative().format(Math.round(seconds / 86_400), 'day');
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function english(language: string | undefined): string | undefined {
  if (language === undefined || !/^en(?:[-_]|$)/iu.test(language)) return undefined;
  const tag = language.replace('_', '-');
  try {
    // Cheaper than to ask which are supported, which takes 30 ms the first time: of English all fall back to English.
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined; // Not a language tag; platforms pass on what people's clients send.
  }
}
