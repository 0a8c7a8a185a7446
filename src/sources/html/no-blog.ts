import { localClock } from '../../core/time/time-zones.ts';
import type { Draft } from './entry/entry.ts';
import type { PageFacts } from './page/facts.ts';

/*
 * Lists with times that papers and stations call "live" and that report nothing as it happens: guides, fixtures, forecasts,
 * departures, archives. Asked where a page is recognised; whoever says that it is a live blog has it read all the same.
 */

/** Fewer entries tell nothing. */
const TELLING = 6;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Clocks of servers and readers differ, and an embargo may run out in a moment. */
const LATE = 30 * MINUTE;

type Facts = Pick<PageFacts, 'changedAt' | 'timezone'>;

/** Reports say something; rows of a timetable name a place and a platform. */
export function areSentences(drafts: readonly Draft[]): boolean {
  const lengths = drafts
    .map(({ entry: { title = '', body } }) => title.length + body.text.length)
    .sort((a, b) => a - b);
  return (lengths[Math.floor(lengths.length / 2)] ?? 0) >= SHORTEST_SENTENCE;
}

const SHORTEST_SENTENCE = 40;

/** True for a list that no desk wrote while things happened. */
export function isNoBlog(drafts: readonly Draft[], facts: Facts, fetchedAt: number): boolean {
  if (isPlanned(drafts) || isAtOneTime(drafts)) return true;
  if (drafts.length < TELLING) return false;
  return (
    liesAhead(drafts, fetchedAt) ||
    runsThroughNow(drafts, facts, fetchedAt) ||
    isByTheQuarter(drafts) ||
    isSlow(drafts) ||
    saysNothing(drafts)
  );
}

/** Of fewer times, steps of five minutes may be chance. */
const FEW = 5;

/** Clock times alone that rise in steps of five minutes: who writes downwards as things happen does not wait for them. */
function isPlanned(drafts: readonly Draft[]): boolean {
  if (drafts.length < FEW) return false;
  return (
    isRising(drafts) &&
    drafts.every(({ clock }) => clock !== undefined && clock.date === undefined && clock.minute % 5 === 0)
  );
}

/** What begins all at once. */
function isAtOneTime(drafts: readonly Draft[]): boolean {
  const times = new Set(
    drafts.map(({ clock }) => (clock === undefined || clock.date !== undefined ? undefined : minuteOf(clock))),
  );
  return drafts.length >= 3 && times.size === 1 && !times.has(undefined);
}

function isRising(drafts: readonly Draft[]): boolean {
  const minutes = drafts.map(({ clock }) => (clock === undefined ? 0 : minuteOf(clock)));
  return minutes.every((minute, place) => place === 0 || minute >= (minutes[place - 1] ?? 0));
}

/** A third of it has yet to happen: fixtures, guides, events. */
function liesAhead(drafts: readonly Draft[], fetchedAt: number): boolean {
  const ahead = drafts.filter(({ entry: { publishedAt = 0 } }) => publishedAt > fetchedAt + LATE);
  return ahead.length >= drafts.length / 3;
}

/** What is planned begins at full five minutes; of what happens, a fifth does. */
const PLANNED = 0.6;

/**
 * Planned clock times alone that rise on and on, from before this hour to after it, on a page that is not of another day. A
 * blog that is written downwards and was read the next day looks the same but for the minutes.
 */
function runsThroughNow(drafts: readonly Draft[], facts: Facts, fetchedAt: number): boolean {
  if (facts.changedAt !== undefined && facts.changedAt < fetchedAt - 12 * HOUR) return false;
  const clocks = drafts.flatMap(({ clock }) =>
    clock === undefined || clock.date !== undefined ? [] : [minuteOf(clock)],
  );
  if (clocks.length < drafts.length) return false;
  if (!isRising(drafts)) return false;
  if (clocks.filter((minute) => minute % 5 === 0).length < clocks.length * PLANNED) return false;
  const now = localClock(fetchedAt, facts.timezone ?? 'UTC');
  if (now === undefined) return false;
  const late = LATE / MINUTE;
  return (clocks[0] ?? 0) < now - late && (clocks.at(-1) ?? 0) > now + late;
}

function minuteOf({ hour, minute }: { readonly hour: number; readonly minute: number }): number {
  return hour * 60 + minute;
}

/** All at full, half and quarter hours: what is planned happens then, news do not. */
function isByTheQuarter(drafts: readonly Draft[]): boolean {
  return drafts.every(({ clock, entry: { publishedAt } }) => {
    if (clock !== undefined) return clock.minute % 15 === 0;
    return publishedAt !== undefined && publishedAt % (15 * MINUTE) === 0;
  });
}

/** Less than one in a day and a half, as a rule: episodes, releases, an archive. */
function isSlow(drafts: readonly Draft[]): boolean {
  const times = drafts.flatMap(({ entry: { publishedAt } }) => publishedAt ?? []).sort((a, b) => a - b);
  if (times.length < drafts.length) return false;
  const gaps = times.slice(1).map((time, place) => time - (times[place] ?? time));
  gaps.sort((a, b) => a - b);
  return (gaps[Math.floor(gaps.length / 2)] ?? 0) > 36 * HOUR;
}

const SENTENCE = /[.!?…:;"”»)\]。！？](?:\s|$)/u;
/** What stands in fields of its own runs into the next where nothing but a style parts them: "TidewickPlatform 4On time". */
const GLUED = /\p{Ll}{2}\p{Lu}\p{Ll}|\d\p{Lu}\p{Ll}/u;
const FIELDS = 3;
const LONGEST_FIELD = 45;

/** Rows of names and numbers; a headline is one field. */
function saysNothing(drafts: readonly Draft[]): boolean {
  const rows = drafts.filter(({ entry: { title = '', body } }) => {
    if (title !== '' || body.media.length > 0 || SENTENCE.test(body.text)) return false;
    const fields = body.text.split('\n\n');
    return GLUED.test(body.text) || (fields.length >= FIELDS && fields.every(({ length }) => length < LONGEST_FIELD));
  });
  return rows.length >= drafts.length * 0.8;
}
