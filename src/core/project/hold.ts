import { Cron } from 'croner';
import { DateTime } from 'luxon';
import { digestClock } from '../digest-clock.ts';
import type { Entry } from '../entry.ts';
import type { Pause, QuietHours, RouteSettings } from '../route.ts';

/** A time in which new entries wait. `until` is undefined for a pause without an end. */
export type Hold = {
  readonly rule: 'pause' | 'digest' | 'quiet';
  /** Names the window: all that waits for the same reason until the same time is posted together. */
  readonly name: string;
  readonly from: number;
  readonly until: number | undefined;
};

/** The window an entry falls into that is first seen at `at`; undefined when it may be posted at once. */
export function holdAt(
  settings: RouteSettings,
  pauses: readonly Pause[],
  at: number,
  entry: Pick<Entry, 'flags'>,
): Hold | undefined {
  const pause = pauses.findLast(
    (candidate) => candidate.from < at && (candidate.to === undefined || at < candidate.to),
  );
  if (pause !== undefined) return { rule: 'pause', name: `p${pause.from}`, from: pause.from, until: pause.to };
  const clock = digestClock(settings);
  if (clock !== undefined) {
    const until = nextRun(clock.cron, clock.timezone, at);
    if (until !== undefined) return { rule: 'digest', name: `d${until}`, from: at, until };
  }
  if (settings.quiet === undefined || breaksThrough(settings.quiet, entry)) return undefined;
  const until = quietUntil(settings.quiet, at);
  return until === undefined ? undefined : { rule: 'quiet', name: `q${until}`, from: at, until };
}

/** Whether an entry is urgent enough to be posted in quiet hours. */
export function breaksThrough(quiet: QuietHours, entry: Pick<Entry, 'flags'>): boolean {
  switch (quiet.breakthrough) {
    case 'none':
      return false;
    case 'key':
      return entry.flags.includes('key') || entry.flags.includes('breaking');
    case 'breaking':
      return entry.flags.includes('breaking');
  }
}

/** When the quiet hours that hold at `at` end, epoch ms; undefined when none hold. */
export function quietUntil(quiet: QuietHours, at: number): number | undefined {
  const here = DateTime.fromMillis(at, { zone: quiet.timezone });
  const [from, to] = [clockMinutes(quiet.from), clockMinutes(quiet.to)];
  const minutes = here.hour * 60 + here.minute;
  const overnight = to <= from;
  const holds = overnight ? minutes >= from || minutes < to : minutes >= from && minutes < to;
  if (!holds) return undefined;
  const day = overnight && minutes >= from ? here.plus({ days: 1 }) : here;
  return day.set({ hour: Math.floor(to / 60), minute: to % 60, second: 0, millisecond: 0 }).toMillis();
}

function clockMinutes(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}

const crons = new Map<string, Cron>();

/** The first time of a cron expression after `at`, epoch ms. */
export function nextRun(expression: string, timezone: string, at: number): number | undefined {
  const name = `${timezone} ${expression}`;
  let cron = crons.get(name);
  if (cron === undefined) {
    cron = new Cron(expression, { timezone, paused: true });
    if (crons.size > 1000) crons.clear();
    crons.set(name, cron);
  }
  return cron.nextRun(new Date(at))?.getTime();
}
