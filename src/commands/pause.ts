import { parseUntil } from '../core/time/time-span.ts';
import { CommandError } from '../ports/commands.ts';
import type { Following } from '../ports/newsroom.ts';
import { clipped, optionOrWords } from './arguments.ts';
import { announced } from './pace.ts';
import { isClosed, tryAgain } from './retry.ts';
import { buttons, reply, small, text } from './say.ts';
import type { Subcommand } from './subcommand.ts';
import { changeFollowing } from './undo.ts';

const EXAMPLES = ['pause', 'pause 2h', 'pause until 18:00'];

export const pause: Subcommand = {
  name: 'pause',
  aliases: ['hold', 'snooze'],
  usage: '[duration]',
  does: 'hold the entries of this channel',
  examples: EXAMPLES,
  manages: true,
  async run(request) {
    const { desk, command, now, times } = request;
    const said = optionOrWords(request, 'duration').trim();
    const endless =
      said === '' ||
      /^(?:forever|indefinitely|for ever|for now|until (?:resumed?|i say so|further notice))$/iu.test(said);
    const until = endless ? undefined : parseUntil(said, { now, timezone: times.timezone });
    if (!endless && until === undefined) {
      throw new CommandError(
        `“${clipped(said)}” is no time I know. Try 30m, 2h, until 18:00 or tomorrow 8:00.`,
        EXAMPLES,
      );
    }
    const following = desk.newsroom.following(command.channel);
    if (following.routes.length === 0)
      throw new CommandError('This channel follows no live blog, so there is nothing to pause.', ['list']);
    const ending = until === undefined ? 'until somebody resumes' : `until ${times.at(until)}`;
    const undo = await changeFollowing(
      request,
      (known, from) => ({
        ...known,
        pauses: [...ended(known, from), { from, ...(until === undefined ? {} : { to: Math.max(until, from + 1) }) }],
      }),
      `paused this channel ${ending}`,
    );
    return {
      ...reply(
        text(`This channel is paused ${ending}.`),
        small(
          'What comes meanwhile is posted together afterwards; corrections and withdrawals of what stands here go on.',
        ),
        ...buttons({ label: 'Resume', run: 'resume', style: 'primary' }, undo),
      ),
      announce: announced(request, `paused this channel ${ending}`),
      offers: [{ label: 'Resume', run: 'resume' }],
    };
  },
};

export const resume: Subcommand = {
  name: 'resume',
  aliases: ['unpause', 'continue'],
  usage: '',
  does: 'let the entries of this channel go on',
  examples: ['resume'],
  manages: true,
  async run(request) {
    const { desk, command, now } = request;
    const following = desk.newsroom.following(command.channel);
    if (pausedNow(following, now) === undefined) {
      if (await isClosed(request, command.channel)) return tryAgain(request, command.channel);
      throw new CommandError('This channel is not paused. If nothing comes, status says why.', ['status']);
    }
    const undo = await changeFollowing(
      request,
      (known, from) => ({ ...known, pauses: ended(known, from) }),
      'resumed this channel',
    );
    return {
      ...reply(text('This channel goes on. What came meanwhile follows now.'), ...buttons(undo)),
      announce: announced(request, 'resumed this channel'),
    };
  },
};

/** The pause that holds now. */
export function pausedNow({ pauses }: Following, now: number) {
  return pauses.find((one) => one.to === undefined || now < one.to);
}

function ended({ pauses }: Following, now: number): Following['pauses'] {
  return pauses.map((one) => (one.to === undefined || one.to > now ? { ...one, to: now } : one));
}
