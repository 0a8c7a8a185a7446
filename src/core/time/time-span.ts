import { DateTime } from 'luxon';
import { inAll } from '../languages/in-all.ts';
import { parseClock } from './clock-text.ts';
import { parseDuration } from './durations.ts';

/** When and where a person is, for reading the times they write. */
export type Here = { readonly now: number; readonly timezone: string };

const START = /^(?:(?:the )?(?:very )?(?:start|beginning)|all|everything|whole|ever)$/u;
const LEAD = /^(?:(?:since|from|after|for|in|over|during|the|past|last|previous|seit|letzten?)\s+)+/u;
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
/** Parts of a day, by the hour they begin at. */
const PARTS: Readonly<Record<string, number>> = {
  midnight: 0,
  'this morning': 5,
  morning: 5,
  noon: 12,
  midday: 12,
  'this afternoon': 12,
  afternoon: 12,
  'this evening': 17,
  evening: 17,
  tonight: 17,
};

/**
 * The beginning of the span a person means (epoch ms), or 'start': `2h`, `last 90 min`, `today`, `yesterday 18:00`,
 * `monday`, `09:30`, `since 9`, `9pm`, `tonight`, `start`, or an ISO date. A clock time that is yet to come today was
 * yesterday. undefined when it is none of these.
 */
export function parseSince(text: string, here: Here): number | 'start' | undefined {
  const plain = inEnglish(tidy(text)).replace(/^[-–]\s*(?=\d)/u, '');
  if (plain === '') return undefined;
  const bare = plain.replace(LEAD, '').replace(/\s+ago$/u, '');
  if (START.test(bare)) return 'start';
  const duration = parseDuration(/^(?:minute|hour|day|week)$/u.test(bare) ? `1 ${bare}` : bare);
  if (duration !== undefined) return here.now - duration;
  if (plain === 'last night') return midnight(here).minus({ days: 1 }).set({ hour: 18 }).toMillis();
  const at = parseMoment(bare, here);
  if (at === undefined) return undefined;
  const before = at.dated || at.at.toMillis() <= here.now ? at.at : at.at.minus({ days: 1 });
  return before.toMillis() <= here.now ? before.toMillis() : undefined;
}

/**
 * The end of a pause or mute a person means (epoch ms): `2h`, `until 18:00`, `till tomorrow`, `monday 8am`. A clock
 * time that has passed today is tomorrow's. undefined when it is none of these, or not in the future.
 */
export function parseUntil(text: string, here: Here): number | undefined {
  const plain = inEnglish(tidy(text)).replace(/^(?:(?:until|till|til|for|bis|to|by)\s+)+/u, '');
  if (/^[-–]/u.test(plain)) return undefined;
  const duration = parseDuration(plain);
  if (duration !== undefined) return here.now + duration;
  const moment = parseMoment(plain, here, true);
  if (moment === undefined) return undefined;
  const later = moment.dated || moment.at.toMillis() > here.now ? moment.at : moment.at.plus({ days: 1 });
  return later.toMillis() > here.now ? later.toMillis() : undefined;
}

/** `23:00-07:00`, `11pm to 7am`, `23–7`: two clock times as `HH:MM`; undefined when it is not two different ones. */
export function parseClockRange(text: string): { readonly from: string; readonly to: string } | undefined {
  const sides = tidy(text)
    .replace(/^(?:from|between|von)\s+/u, '')
    .replace(/^(\d\d?:\d\d) (?=\d\d?:\d\d$)/u, '$1-')
    .split(/\s*(?:-|–|—|\bto\b|\buntil\b|\btill\b|\band\b|\bbis\b)\s*/u);
  const [from, to] = sides.map((side) => clockOf(side));
  if (sides.length !== 2 || from === undefined || to === undefined) return undefined;
  const range = { from: written(from), to: written(to) };
  return range.from === range.to ? undefined : range;
}

type Clock = { readonly hour: number; readonly minute: number };
type Moment = { readonly at: DateTime; readonly dated: boolean };

function parseMoment(text: string, here: Here, future = false): Moment | undefined {
  const iso = isoMoment(text, here);
  if (iso !== undefined) return { at: iso, dated: true };
  const named = /^(today|yesterday|tomorrow|[a-z]{3,9})\b[\s,]*(?:at\s+)?(.*)$/u.exec(text);
  const day = named === null ? undefined : dayOf(named[1] ?? '', here, future);
  if (day !== undefined && named !== null) {
    const clock = (named[2] ?? '') === '' ? { hour: 0, minute: 0 } : clockOf(named[2] ?? '');
    return clock === undefined ? undefined : { at: day.set(clock), dated: true };
  }
  const clock = clockOf(text);
  return clock === undefined ? undefined : { at: midnight(here).set(clock), dated: false };
}

function isoMoment(text: string, { timezone }: Here): DateTime | undefined {
  if (!/^\d{4}-\d{2}-\d{2}/u.test(text)) return undefined;
  const at = DateTime.fromISO(text.toUpperCase().replace(/^(\S{10})\s+/u, '$1T'), { zone: zoneOf(timezone) });
  return at.isValid ? at : undefined;
}

function dayOf(name: string, here: Here, future: boolean): DateTime | undefined {
  const today = midnight(here);
  if (name === 'today') return today;
  if (name === 'yesterday') return today.minus({ days: 1 });
  if (name === 'tomorrow') return today.plus({ days: 1 });
  const weekday = DAYS.findIndex((day) => day === name || (name.length === 3 && day.startsWith(name))) + 1;
  if (weekday === 0) return undefined;
  const ahead = (weekday - today.weekday + 7) % 7;
  if (future) return today.plus({ days: ahead === 0 ? 7 : ahead });
  return today.minus({ days: (7 - ahead) % 7 });
}

function clockOf(text: string): Clock | undefined {
  const plain = text.trim().replace(/^(?:at|um)\s+/u, '');
  const part = Object.hasOwn(PARTS, plain) ? PARTS[plain] : undefined;
  if (part !== undefined) return { hour: part, minute: 0 };
  const compact = /^([01]\d|2[0-3])([0-5]\d)$/u.exec(plain);
  if (compact !== null) return { hour: Number(compact[1]), minute: Number(compact[2]) };
  const hour = /^(\d{1,2})$/u.exec(plain);
  if (hour !== null) return Number(hour[1]) > 24 ? undefined : { hour: Number(hour[1]) % 24, minute: 0 };
  if (plain === '24:00') return { hour: 0, minute: 0 };
  const clock = parseClock(plain);
  return clock === undefined || clock.rest !== '' ? undefined : { hour: clock.hour, minute: clock.minute };
}

function written({ hour, minute }: Clock): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function midnight({ now, timezone }: Here): DateTime {
  return DateTime.fromMillis(now, { zone: zoneOf(timezone) }).startOf('day');
}

function zoneOf(timezone: string): string {
  return DateTime.utc().setZone(timezone).isValid ? timezone : 'utc';
}

const DAY_WORDS = new Map(
  (['today', 'yesterday', 'tomorrow'] as const).flatMap((day) =>
    inAll(({ times }) => times?.[day]).map((word) => [word, day] as const),
  ),
);

/** Words for days in other languages. */
function inEnglish(text: string): string {
  return text.replace(/[\p{L}']+/gu, (word) => DAY_WORDS.get(word) ?? word);
}

function tidy(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[.!?]$/u, '');
}
