import { type ChannelId, parseChannel } from '../core/channel.ts';
import { type Button, CommandError, type Reply } from '../ports/commands.ts';
import { isFailing } from './failing.ts';
import { missingAccess } from './looking.ts';
import { bullets, buttons, reply, text } from './say.ts';
import type { Request, Subcommand } from './subcommand.ts';

/**
 * Tries a channel again that was closed to us: the Resume button under the notice that said so. Whoever got the notice may
 * press it; it can do no more than what happens by itself a little later.
 */
export const retry: Subcommand = {
  name: 'retry',
  aliases: [],
  usage: '',
  does: 'tries a channel again that was closed to the bot (the Resume button)',
  examples: [],
  manages: false,
  async run(request) {
    const channel = parseChannel(request.words);
    if (channel === undefined) throw new CommandError('Which channel? Type resume in it.', ['resume']);
    if (!(await isClosed(request, channel)))
      return reply(
        text(
          `Nothing is stopped in ${request.desk.outlook.name(channel) ?? channel}. If nothing comes there, status says why.`,
        ),
      );
    return tryAgain(request, channel);
  },
};

/** True where the platform let nothing be posted when it was last tried. */
export async function isClosed({ desk }: Request, channel: ChannelId): Promise<boolean> {
  return isFailing((await desk.newsroom.health(channel)).failure);
}

/** Looks whether the channel is open to us by now, and goes on there; else says what is still missing. */
export async function tryAgain(request: Request, channel: ChannelId): Promise<Reply> {
  const { command, desk } = request;
  const access = await missingAccess({ ...request, command: { ...command, channel } });
  if (!access.reachable) {
    return reply(
      text(`${access.name ?? desk.outlook.name(channel) ?? channel} is still closed to me:`),
      bullets(access.missing.map(({ what, remedy }) => [`${what}: ${remedy}`])),
      ...buttons(...access.missing.map(({ mend }) => mend), resumeButton(channel)),
    );
  }
  await desk.book.resume(channel);
  return reply(
    text(`I go on in ${access.name ?? desk.outlook.name(channel) ?? channel}. What was missed follows now.`),
  );
}

function resumeButton(channel: ChannelId): Button {
  return { label: 'Resume', run: `retry ${channel}`, style: 'primary' };
}
