import { nextRun } from '../core/project/hold.ts';
import { currentSettings } from '../core/route.ts';
import { parseDuration } from '../core/time/durations.ts';
import { parseClockRange } from '../core/time/time-span.ts';
import { CommandError } from '../ports/commands.ts';
import { optionOrWords } from './arguments.ts';
import { changePace } from './pace.ts';
import { bullets, buttons, code, reply, small, text } from './say.ts';
import type { Request, Subcommand } from './subcommand.ts';

const EXAMPLES = ['digest every 30m', 'digest every 2h', 'digest daily 8:00', 'digest off'];

export const digest: Subcommand = {
  name: 'digest',
  aliases: [],
  usage: '<off|every 30m|cron>',
  does: 'entries together at set times instead of one by one',
  examples: [...EXAMPLES, 'digest 0 8,12,18 * * 1-5'],
  manages: true,
  async run(request) {
    const said = optionOrWords(request, 'when').trim().toLowerCase();
    if (said === '') return shown(request);
    if (/^(?:off|none|stop|at once|no)$/u.test(said)) {
      const { undo, kept, announce } = await changePace(
        request,
        ({ digest: _off, ...rest }) => rest,
        'switched the digest off',
      );
      return { ...reply(text(`Entries are posted one by one again.${kept}`), ...buttons(undo)), announce };
    }
    const cron = cronOf(said);
    const runs = cron === undefined ? [] : nextRuns(request, cron, zoneOf(request));
    if (cron === undefined || runs.length === 0) {
      throw new CommandError(
        `“${said}” is no time for a digest that I know. Try every 30m, every 2h, daily 8:00 or a cron line.`,
        EXAMPLES,
      );
    }
    const { undo, kept, announce } = await changePace(
      request,
      (settings) => ({ ...settings, digest: cron }),
      `set a digest: ${said}`,
    );
    return {
      ...reply(
        text(`Entries now come together. The next times are:${kept}`),
        bullets(runs.map((at) => [request.times.at(at)])),
        small(`As a cron line: ${cron} (${zoneOf(request)}).`),
        ...buttons(undo, { label: 'Off', run: 'digest off' }),
      ),
      announce,
    };
  },
};

/** Digests follow the clock of the channel's quiet hours where there are any, else UTC. */
function zoneOf({ desk, command }: Request): string {
  const [route] = desk.newsroom.following(command.channel).routes.filter((one) => one.origin === 'chat');
  return (route === undefined ? undefined : currentSettings(route).quiet?.timezone) ?? 'UTC';
}

function shown(request: Request) {
  const routes = request.desk.newsroom.following(request.command.channel).routes;
  const crons = [...new Set(routes.flatMap((route) => currentSettings(route).digest ?? []))];
  if (crons.length === 0) {
    return reply(text('Entries are posted one by one here. ', code('/liveblog digest every 30m'), ' gathers them.'));
  }
  const lines = crons.map((cron) => [
    `${cron}: next ${nextRuns(request, cron, zoneOf(request))
      .map((at) => request.times.at(at))
      .join(', ')}`,
  ]);
  return reply(text('Entries come together here:'), bullets(lines), ...buttons({ label: 'Off', run: 'digest off' }));
}

/** The next three times of a cron line; none where it is no cron line. */
function nextRuns({ now }: Request, cron: string, zone: string): number[] {
  const runs: number[] = [];
  try {
    for (let after = now; runs.length < 3; ) {
      const next = nextRun(cron, zone, after);
      if (next === undefined) break;
      runs.push(next);
      after = next;
    }
  } catch {
    return []; // The cron parser refuses by throwing; the caller says what would work.
  }
  return runs;
}

const EVEN_MINUTES = [5, 10, 12, 15, 20, 30];
const EVEN_HOURS = [1, 2, 3, 4, 6, 8, 12];

/** `every 30m`, `hourly`, `daily 8:00`, or a cron line as it stands. */
export function cronOf(said: string): string | undefined {
  if (/^[\d*][\d*/,\-\s]*(?:\s[\da-z*/,\-#]+){3,5}$/iu.test(said)) return said;
  if (said === 'hourly' || said === 'every hour') return '0 * * * *';
  const daily = /^(?:daily|every day)(?:\s+(?:at\s+)?(.+))?$/u.exec(said);
  if (daily !== null) return dailyCron(daily[1] ?? '8:00');
  const ms = parseDuration(said.replace(/^every\s+/u, ''));
  if (ms === undefined) return undefined;
  const minutes = ms / 60_000;
  if (EVEN_MINUTES.includes(minutes)) return `*/${minutes} * * * *`;
  if (EVEN_HOURS.includes(minutes / 60)) return minutes === 60 ? '0 * * * *' : `0 */${minutes / 60} * * *`;
  if (minutes === 24 * 60) return '0 8 * * *';
  throw new CommandError(
    `A digest can come every ${EVEN_MINUTES.join(', ')} minutes or every ${EVEN_HOURS.join(', ')} hours.`,
    EXAMPLES,
  );
}

function dailyCron(clock: string): string | undefined {
  const range = parseClockRange(`${clock} to ${clock === '0:00' ? '1:00' : '0:00'}`);
  if (range === undefined) return undefined;
  const [hour = '8', minute = '0'] = range.from.split(':');
  return `${Number(minute)} ${Number(hour)} * * *`;
}
