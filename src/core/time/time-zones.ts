import { IANAZone } from 'luxon';
import { asUtc, type LocalTime } from './local-time.ts';

/**
 * Zone abbreviations as newsrooms write them, in minutes east of UTC, or the IANA zone where the abbreviation covers
 * summer and winter. The ambiguous ones read as most live blogs use them: BST is British Summer Time, IST is India, CST is
 * North America.
 */
const ABBREVIATIONS: Readonly<Record<string, number | string>> = {
  UTC: 0,
  UT: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  MET: 60,
  MEZ: 60,
  CEST: 120,
  MEST: 120,
  MESZ: 120,
  HAEC: 120,
  EET: 120,
  OEZ: 120,
  OESZ: 180,
  IDT: 180,
  EEST: 180,
  SAST: 120,
  CAT: 120,
  WAT: 60,
  EAT: 180,
  MSK: 180,
  TRT: 180,
  GST: 240,
  PKT: 300,
  IST: 330,
  NPT: 345,
  ICT: 420,
  WIB: 420,
  SGT: 480,
  HKT: 480,
  AWST: 480,
  PHT: 480,
  KST: 540,
  JST: 540,
  ACST: 570,
  ACDT: 630,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  NST: -210,
  NDT: -150,
  AST: -240,
  ADT: -180,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  ART: -180,
  BRT: -180,
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
  AT: 'America/Halifax',
  AET: 'Australia/Sydney',
  UK: 'Europe/London',
};

const OFFSET = /^(?:GMT|UTC|UT)?([+-])(\d{1,2}):?(\d{2})?$/i;

/** True for a zone that `zonedInstant` reads: an abbreviation, an offset ("+0200", "GMT-07:00") or an IANA name. */
export function isZone(text: string): boolean {
  return zoneOf(text) !== undefined;
}

/** True for a zone written as an abbreviation ("BST"); these are the only ones a reader meets beside a clock time. */
export function isZoneAbbreviation(text: string): boolean {
  return Object.hasOwn(ABBREVIATIONS, text);
}

/**
 * The instant (epoch ms) at which clocks in `zone` show `local`; undefined when the date or the zone does not exist.
 * A time that a clock change skips is read an hour later, one that happens twice as the first. `home` is the zone of
 * whoever wrote it, and decides what an abbreviation means that several zones share.
 */
export function zonedInstant(local: LocalTime, zone: string, home?: string): number | undefined {
  const utc = asUtc(local);
  const found = (home === undefined ? undefined : meantAt(zone, home)) ?? zoneOf(zone);
  if (utc === undefined || found === undefined) return undefined;
  if (typeof found === 'number') return utc - found * 60_000;
  const steady = steadyOffset(found, Math.floor(utc / DAY));
  if (steady !== undefined) return utc - steady * 60_000;
  return nearChange(utc, IANAZone.create(found));
}

/** Near a change of clocks: the first instant that shows it, else (it is skipped) what the clocks before would call it. */
function nearChange(utc: number, clocks: IANAZone): number | undefined {
  const offsets = [clocks.offset(utc - DAY), clocks.offset(utc + DAY)];
  const instants = offsets.map((minutes) => utc - minutes * 60_000);
  const shown = instants.filter((at) => at + clocks.offset(at) * 60_000 === utc);
  return shown.length > 0 ? Math.min(...shown) : instants[0];
}

/**
 * Abbreviations that mean another zone to newsrooms elsewhere, in minutes east of UTC: IST is India, but Ireland's summer
 * in Dublin and Israel's time in Jerusalem.
 */
const ELSEWHERE: Readonly<Record<string, readonly (readonly [home: RegExp, minutes: number])[]>> = {
  IST: [
    [/^Europe\/Dublin$/u, 60],
    [/^Asia\/(?:Jerusalem|Tel_Aviv)$/u, 120],
  ],
  CST: [
    [/^Asia\/(?:Shanghai|Taipei|Hong_Kong|Macau)$/u, 480],
    [/^America\/Havana$/u, -300],
  ],
  BST: [[/^Asia\/Dhaka$/u, 360]],
  AST: [[/^Asia\/(?:Riyadh|Baghdad|Kuwait|Qatar)$/u, 180]],
  PST: [[/^Asia\/Manila$/u, 480]],
  EST: [[/^Australia\//u, 600]],
  EDT: [[/^Australia\//u, 660]],
};

function meantAt(zone: string, home: string): number | undefined {
  if (!Object.hasOwn(ELSEWHERE, zone)) return undefined;
  return ELSEWHERE[zone]?.find(([place]) => place.test(home))?.[1];
}

/** The calendar day on which clocks in `zone` show the instant `at` (epoch ms); undefined when there is no such zone. */
export function localDay(at: number, zone: string): Pick<LocalTime, 'year' | 'month' | 'day'> | undefined {
  const found = zoneOf(zone);
  if (found === undefined) return undefined;
  const minutes = typeof found === 'number' ? found : IANAZone.create(found).offset(at);
  const local = new Date(at + minutes * 60_000);
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
}

/** The minute of the day that clocks in `zone` show at the instant `at` (epoch ms); undefined when there is no such zone. */
export function localClock(at: number, zone: string): number | undefined {
  const found = zoneOf(zone);
  if (found === undefined) return undefined;
  const minutes = typeof found === 'number' ? found : IANAZone.create(found).offset(at);
  return Math.floor((((at / 60_000 + minutes) % 1440) + 1440) % 1440);
}

const DAY = 86_400_000;
/** Days of which the offset is kept; a page tells of a few. */
const MOST_DAYS = 2_000;
const offsets = new Map<string, number | undefined>();

/**
 * Minutes east of UTC on a day (counted from the epoch) on which a zone's clocks are not changed, nor on the days beside
 * it; undefined near a change. Asking the platform for it takes a hundred times as long as remembering.
 */
function steadyOffset(zone: string, day: number): number | undefined {
  const key = `${zone} ${day}`;
  const known = offsets.get(key);
  if (known !== undefined || offsets.has(key)) return known;
  const clocks = IANAZone.create(zone);
  const [before, after] = [clocks.offset((day - 1) * DAY), clocks.offset((day + 2) * DAY)];
  const steady = before === after && Number.isFinite(before) ? before : undefined;
  if (offsets.size >= MOST_DAYS) offsets.clear();
  offsets.set(key, steady);
  return steady;
}

const known = new Map<string, number | string | undefined>();

function zoneOf(text: string): number | string | undefined {
  if (known.has(text)) return known.get(text);
  const zone = readZone(text);
  if (known.size < 500) known.set(text, zone);
  return zone;
}

function readZone(text: string): number | string | undefined {
  const upper = text.toUpperCase();
  if (Object.hasOwn(ABBREVIATIONS, upper)) return ABBREVIATIONS[upper];
  const offset = OFFSET.exec(text);
  if (offset !== null) return offsetMinutes(offset);
  return text.includes('/') && IANAZone.isValidZone(text) ? text : undefined;
}

function offsetMinutes([, sign, hours, minutes = '0']: RegExpExecArray): number | undefined {
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
