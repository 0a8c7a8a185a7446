import { hoursInHalves } from './half-days.ts';
import { asUtc, type LocalTime } from './local-time.ts';
import { localDay, zonedInstant } from './time-zones.ts';

export type Day = Pick<LocalTime, 'year' | 'month' | 'day'>;

/** When an entry says it was written: a clock time, with a date where the page writes one beside it. */
export type ClockTime = {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  /** As written beside the time ("BST"). */
  readonly zone?: string;
  readonly date?: Day;
  /** Of which half of the day it is, the page does not say. */
  readonly halfUnsaid?: true;
};

export type ClockHints = {
  /** IANA zone of times that name none. */
  readonly timezone: string;
  /** The page's day, told by an operator, who knows better than the page. */
  readonly day?: Day;
  /** A date on the page (byline, "updated"): believed only where the entries' own dates do not speak against it. */
  readonly pageDay?: Day;
  /** Epoch ms before which nothing on the page was written, where its day is that of its first publication. */
  readonly notBefore?: number;
  /** Epoch ms. */
  readonly fetchedAt?: number;
  /** Place of an entry that the page marks as pinned: it tells nothing of the days of the others. */
  readonly pinned?: number;
};

export type Placed = {
  /** Epoch milliseconds, in the order of the list. */
  readonly times: readonly (number | undefined)[];
  readonly order: 'newest-first' | 'oldest-first';
  /** An entry held out of its place at the top of the list. */
  readonly pinned?: number;
};

const DAY = 86_400_000;
/** Entries saved late stand a little out of order; only a longer step (minutes) back up is a midnight. */
const MIDNIGHT = 240;

/**
 * Gives clock times their day. A page that writes the date beside some entries leaves it out for those of one day, the
 * day it was made: the first day after the dated ones. A page without any dates is followed from its newest entry, and
 * every step against its order is a midnight. So the same instants come out when the page writes the dates tomorrow.
 */
export function placeClockTimes(written: readonly ClockTime[], hints: ClockHints): Placed {
  const order = orderOf(written.filter((_, index) => index !== hints.pinned));
  const list = inHalves(written, order);
  const pinned = hints.pinned ?? pinnedIndex(list, order) ?? heldIndex(list, order, hints);
  const days = list.some((time) => time.date !== undefined)
    ? daysBesideDates(list, hints)
    : daysByMidnights(list, hints, order, pinned);
  const times = list.map((time, index) => instant(time, days[index], hints.timezone));
  return { times, order, ...(pinned !== undefined && { pinned }) };
}

function inHalves(list: readonly ClockTime[], order: Placed['order']): readonly ClockTime[] {
  const isRising = order === 'oldest-first';
  const found = hoursInHalves(isRising ? list : list.toReversed());
  const hours = isRising ? found : found?.toReversed();
  return hours === undefined ? list : list.map((time, index) => ({ ...time, hour: hours[index] ?? time.hour }));
}

function minutes(time: ClockTime): number {
  return time.hour * 60 + time.minute + (time.second ?? 0) / 60;
}

/** Days since the epoch: days are counted, not measured, so summer time does not matter. */
function dayNumber(day: Day): number {
  return (asUtc(day) ?? 0) / DAY;
}

function dayOf(number: number): Day {
  const date = new Date(number * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function instant(time: ClockTime, day: Day | undefined, timezone: string): number | undefined {
  if (day === undefined) return undefined;
  const { hour, minute, second = 0 } = time;
  return zonedInstant({ ...day, hour, minute, second }, time.zone ?? timezone, timezone);
}

/**
 * Most pages show the newest first; more rising than falling neighbours say otherwise. Dates count more than clocks. Where
 * as many rise as fall, a step of more than half a day is a midnight the other way.
 */
function orderOf(list: readonly ClockTime[]): Placed['order'] {
  let balance = 0;
  let overMidnights = 0;
  for (let index = 1; index < list.length; index += 1) {
    const [before, after] = [list[index - 1], list[index]];
    if (before === undefined || after === undefined) continue;
    const days = before.date && after.date ? dayNumber(after.date) - dayNumber(before.date) : 0;
    const step = minutes(after) - minutes(before);
    balance += Math.sign(days || step);
    overMidnights += Math.sign(days || (Math.abs(step) > 720 ? -step : step));
  }
  return (balance || overMidnights) > 0 ? 'oldest-first' : 'newest-first';
}

/** With dates on the page, all undated entries are of one day: a first one against their order is pinned. */
function pinnedIndex(list: readonly ClockTime[], order: Placed['order']): number | undefined {
  const [first, second, third] = list;
  if (first === undefined || second === undefined || third === undefined) return undefined;
  if (first.date !== undefined && second.date !== undefined) {
    const step = (dayNumber(second.date) - dayNumber(first.date)) * 1440 + minutes(second) - minutes(first);
    return isAgainst(step, order) ? 0 : undefined;
  }
  const oneDay = list.some((time) => time.date !== undefined);
  if (!oneDay || second.date !== undefined)
    return first.date !== undefined && second.date === undefined ? 0 : undefined;
  return isAgainst(minutes(second) - minutes(first), order) ? 0 : undefined;
}

/** Longer than any blog sleeps at night, and longer than one is silent whose page was fetched on its own day. */
const NO_NIGHT = 12 * 60;
const NO_PAUSE = 6 * 60;
const FEWEST_OTHERS = 3;

/**
 * Without dates a first entry against the order is either the first after midnight or held at the top. It is held when the
 * night between would be longer than a night is – unless the one below it would then lie ahead of the fetch.
 */
function heldIndex(list: readonly ClockTime[], order: Placed['order'], hints: ClockHints): number | undefined {
  const [first, second] = list;
  if (first === undefined || second === undefined || list.length <= FEWEST_OTHERS) return undefined;
  if (list.some((time) => time.date !== undefined)) return undefined;
  const step = minutes(second) - minutes(first);
  if (!isAgainst(step, order) || Math.abs(step) <= MIDNIGHT) return undefined;
  const night = 1440 - Math.abs(step);
  const told = hints.day ?? hints.pageDay;
  const fetched = fetchDay(hints);
  const isFetchDay = fetched !== undefined && (told === undefined || dayNumber(told) === fetched);
  if (isFetchDay && reachesAhead([second], fetched, hints)) return undefined;
  return night >= (isFetchDay ? NO_PAUSE : NO_NIGHT) ? 0 : undefined;
}

function isAgainst(step: number, order: Placed['order']): boolean {
  return order === 'newest-first' ? step > 0 : step < 0;
}

function daysBesideDates(list: readonly ClockTime[], hints: ClockHints): (Day | undefined)[] {
  const latest = Math.max(
    ...list.map((time) => (time.date === undefined ? Number.NEGATIVE_INFINITY : dayNumber(time.date))),
  );
  const undated = list.filter((time) => time.date === undefined);
  const today = dayOf(undatedDay(latest, undated, hints));
  return list.map((time) => time.date ?? today);
}

/**
 * The day after the last dated one, or that day itself where the next would lie ahead; the day of the fetch when a day
 * passed in silence.
 */
function undatedDay(latest: number, undated: readonly ClockTime[], hints: ClockHints): number {
  if (hints.day !== undefined && dayNumber(hints.day) >= latest) return dayNumber(hints.day);
  const fetched = fetchDay(hints);
  // A fetch before the page's own dates has a wrong clock and tells nothing.
  if (fetched === undefined || fetched < latest) return latest + 1;
  const next = reachesAhead(undated, latest + 1, hints) ? latest : latest + 1;
  if (fetched <= next || fetched > latest + 2) return next;
  return reachesAhead(undated, fetched, hints) ? next : fetched;
}

function reachesAhead(list: readonly ClockTime[], day: number, hints: ClockHints): boolean {
  const { fetchedAt, timezone } = hints;
  if (fetchedAt === undefined) return false;
  return list.some((time) => (instant(time, dayOf(day), timezone) ?? 0) > fetchedAt + 300_000);
}

function daysByMidnights(
  list: readonly ClockTime[],
  hints: ClockHints,
  order: Placed['order'],
  pinned: number | undefined,
): (Day | undefined)[] {
  const newestFirst = order === 'newest-first' ? [...list.keys()] : [...list.keys()].reverse();
  const newest = newestFirst.find((index) => index !== pinned);
  const days: (Day | undefined)[] = new Array(list.length).fill(undefined);
  const told = newest === undefined ? undefined : newestDay(list[newest], hints);
  if (told === undefined) return days;
  const back = midnightsSince(list, newestFirst, pinned);
  const from = told + daysAfterFirst(list, back, told, hints);
  for (const [index, nights] of back) days[index] = dayOf(from - nights);
  const held = pinned === undefined ? undefined : list[pinned];
  if (held !== undefined && pinned !== undefined) days[pinned] = dayOf(lastDay(held, list[newest ?? -1], from));
  return days;
}

/** How many midnights lie between the newest and each of the others, by their places, newest first. */
function midnightsSince(
  list: readonly ClockTime[],
  newestFirst: readonly number[],
  pinned: number | undefined,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let nights = 0;
  let later: number | undefined;
  for (const index of newestFirst) {
    const time = list[index];
    if (time === undefined || index === pinned) continue;
    if (later !== undefined && minutes(time) - later > MIDNIGHT) nights += 1;
    found.set(index, nights);
    later = minutes(time);
  }
  return found;
}

/** A page that says only when it was published goes on after its midnights: as many days as its oldest entry lies before. */
function daysAfterFirst(
  list: readonly ClockTime[],
  back: ReadonlyMap<number, number>,
  newest: number,
  { day, notBefore, timezone }: ClockHints,
): number {
  const [place, nights] = [...back].at(-1) ?? [];
  const oldest = list[place ?? -1];
  if (day !== undefined || notBefore === undefined || oldest === undefined || nights === undefined) return 0;
  const written = instant(oldest, dayOf(newest - nights), timezone) ?? notBefore;
  return Math.min(nights, Math.max(0, Math.ceil((notBefore - written) / DAY)));
}

/** The last day on which a pinned entry can have been written: no pinned entry is newer than the newest. */
function lastDay(held: ClockTime, newest: ClockTime | undefined, day: number): number {
  return newest !== undefined && minutes(held) > minutes(newest) ? day - 1 : day;
}

function newestDay(newest: ClockTime | undefined, hints: ClockHints): number | undefined {
  const told = hints.day ?? hints.pageDay;
  if (told !== undefined) return dayNumber(told);
  const fetched = fetchDay(hints);
  if (fetched === undefined || newest === undefined) return fetched;
  return reachesAhead([newest], fetched, hints) ? fetched - 1 : fetched;
}

function fetchDay({ fetchedAt, timezone }: ClockHints): number | undefined {
  if (fetchedAt === undefined) return undefined;
  const day = localDay(fetchedAt, timezone);
  return day === undefined ? undefined : dayNumber(day);
}

/** Reads `YYYY-MM-DD`; undefined when it is no day of the calendar. */
export function readDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (match === null) return undefined;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return asUtc(day) === undefined ? undefined : day;
}
