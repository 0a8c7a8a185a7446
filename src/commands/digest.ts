import { currentSettings } from '../core/route.ts';
import { CommandError } from '../ports/commands.ts';
import { optionOrWords } from './arguments.ts';
import { DIGEST_EXAMPLES, digestRuns, digestWritten, readDigest } from './digest-words.ts';
import { changePace } from './pace.ts';
import { bullets, buttons, code, reply, small, text } from './say.ts';
import type { Request, Subcommand } from './subcommand.ts';

const EXAMPLES = DIGEST_EXAMPLES.map((example) => `digest ${example}`);

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
    const cron = readDigest(said, request.now);
    if (cron === undefined) {
      throw new CommandError(
        `“${said}” is no time for a digest that I know. Try every 30m, every 2h, daily 8:00 or a cron line.`,
        EXAMPLES,
      );
    }
    const runs = digestRuns(cron, zoneOf(request), request.now);
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
    `${digestWritten(cron)}: next ${digestRuns(cron, zoneOf(request), request.now)
      .map((at) => request.times.at(at))
      .join(', ')}`,
  ]);
  return reply(text('Entries come together here:'), bullets(lines), ...buttons({ label: 'Off', run: 'digest off' }));
}
