import { type DigestClock, digestClock } from '../core/digest-clock.ts';
import { currentSettings } from '../core/route.ts';
import { CommandError } from '../ports/commands.ts';
import { optionOrWords } from './arguments.ts';
import { DIGEST_EXAMPLES, digestRuns, digestWritten, readDigest } from './digest-words.ts';
import { changePace } from './pace.ts';
import { bullets, buttons, code, reply, small, text } from './say.ts';
import type { Request, Subcommand } from './subcommand.ts';
import { timesFor } from './times.ts';
import { channelZone } from './zone-words.ts';

const EXAMPLES = DIGEST_EXAMPLES.map((example) => `digest ${example}`);

export const digest: Subcommand = {
  name: 'digest',
  aliases: [],
  usage: '<off|every 30m|cron>',
  does: 'entries together at set times instead of one by one',
  examples: [...EXAMPLES, 'digest 0 8,12,18 * * 1-5'],
  manages: true,
  async run(request) {
    const said = optionOrWords(request, 'when').trim();
    if (said === '') return shown(request);
    if (/^(?:off|none|stop|at once|no)$/iu.test(said)) {
      const { undo, kept, announce } = await changePace(
        request,
        ({ digest: _off, ...rest }) => rest,
        'switched the digest off',
      );
      return { ...reply(text(`Entries are posted one by one again.${kept}`), ...buttons(undo)), announce };
    }
    const read = readDigest(said, request.now, channelZone(request));
    const clock = digestClock(read === undefined ? {} : { digest: read });
    if (read === undefined || clock === undefined) {
      throw new CommandError(
        `“${said}” is no time for a digest that I know. Try every 30m, every 2h, daily 8:00 or a cron line.`,
        EXAMPLES,
      );
    }
    const written = digestWritten(clock);
    const { undo, kept, announce } = await changePace(
      request,
      (settings) => ({ ...settings, digest: read }),
      `set a digest: ${written}`,
    );
    return {
      ...reply(
        text(`Entries now come together: ${written}. The next times are:${kept}`),
        bullets(runsOf(clock, request).map((run) => [run])),
        small(`As a cron line: ${clock.cron} (${clock.timezone}).`),
        ...buttons(undo, { label: 'Off', run: 'digest off' }),
      ),
      announce,
    };
  },
};

/** The next times, by the digest's own clock, which may not be that of whoever reads them. */
function runsOf(clock: DigestClock, { command, desk, now }: Request): string[] {
  const there = timesFor({ ...command.person, timezone: clock.timezone }, desk.house, now);
  return digestRuns(clock, now).map((at) => `${there.at(at)} ${clock.timezone}`);
}

function shown(request: Request) {
  const { routes } = request.desk.newsroom.following(request.command.channel);
  const clocks = new Map(
    routes.flatMap((route) => {
      const clock = digestClock(currentSettings(route));
      return clock === undefined ? [] : [[digestWritten(clock), clock] as const];
    }),
  );
  if (clocks.size === 0) {
    return reply(text('Entries are posted one by one here. ', code('/liveblog digest every 30m'), ' gathers them.'));
  }
  const lines = [...clocks].map(([written, clock]) => [`${written}: next ${runsOf(clock, request).join(', ')}`]);
  return reply(text('Entries come together here:'), bullets(lines), ...buttons({ label: 'Off', run: 'digest off' }));
}
