import { quietUntil } from '../core/project/hold.ts';
import { currentSettings, type QuietHours } from '../core/route.ts';
import { CommandError } from '../ports/commands.ts';
import { optionOrWords } from './arguments.ts';
import { changePace } from './pace.ts';
import { QUIET_EXAMPLES, readQuietHours } from './quiet-words.ts';
import { buttons, code, reply, small, text } from './say.ts';
import type { Request, Subcommand } from './subcommand.ts';

const EXAMPLES = QUIET_EXAMPLES.map((example) => `quiet ${example}`);

const THROUGH: Readonly<Record<QuietHours['breakthrough'], string>> = {
  none: 'What comes meanwhile is posted together afterwards.',
  key: 'Key events and breaking news come through; the rest is posted together afterwards.',
  breaking: 'Breaking news comes through; the rest is posted together afterwards.',
};

export const quiet: Subcommand = {
  name: 'quiet',
  aliases: ['dnd', 'silence'],
  usage: '<from>-<to>|off',
  does: 'hours without posts in this channel',
  examples: EXAMPLES,
  manages: true,
  async run(request) {
    const said = optionOrWords(request, 'hours').trim();
    if (said === '') return shown(request);
    if (/^(?:off|none|no|stop)$/iu.test(said)) {
      const { undo, kept, announce } = await changePace(
        request,
        ({ quiet: _off, ...rest }) => rest,
        'switched quiet hours off',
      );
      return { ...reply(text(`Entries are posted at any hour again.${kept}`), ...buttons(undo)), announce };
    }
    const hours = readQuietHours(said, request.times.timezone);
    if (hours === undefined)
      throw new CommandError(`“${said}” are no hours I know. Give two times, such as 23:00-07:00.`, EXAMPLES);
    const { timezone, breakthrough, ...range } = hours;
    const what = `set quiet hours from ${range.from} to ${range.to} (${timezone})`;
    const { undo, kept, announce } = await changePace(request, (settings) => ({ ...settings, quiet: hours }), what);
    const holding = quietUntil(hours, request.now) !== undefined;
    return {
      ...reply(
        text(
          `No posts from ${range.from} to ${range.to}, by the clock of ${timezone}.${holding ? ' They hold now.' : ''}${kept}`,
        ),
        small(THROUGH[breakthrough]),
        ...buttons(
          undo,
          ...(breakthrough === 'none'
            ? []
            : [{ label: 'Let nothing through', run: `quiet ${range.from}-${range.to} ${timezone} strict` }]),
        ),
      ),
      announce,
    };
  },
};

function shown({ desk, command }: Request) {
  const all = desk.newsroom.following(command.channel).routes.flatMap((route) => currentSettings(route).quiet ?? []);
  const hours = [...new Set(all.map(({ from, to, timezone }) => `${from}–${to} (${timezone})`))];
  if (hours.length > 0)
    return reply(text(`Quiet here: ${hours.join(', ')}.`), ...buttons({ label: 'Off', run: 'quiet off' }));
  return reply(text('There are no quiet hours here. ', code('/liveblog quiet 23:00-07:00'), ' sets them.'));
}
