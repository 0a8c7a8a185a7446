import { type ChannelId, parseChannel } from '../core/channel.ts';
import { type Answer, type Button, type Command, CommandError } from '../ports/commands.ts';
import type { Newsroom } from '../ports/newsroom.ts';
import type { Store } from '../ports/store.ts';
import { isDirect } from './access.ts';
import { shortLine } from './short-line.ts';

const ELSEWHERE = /\s?\bin:(\S+)$/u;

/** A command that somebody gives from their own page for a channel: `settings storm in:slack:C1`, or a form's `in`. */
export type Elsewhere = { readonly command: Command; readonly channel: ChannelId | undefined };

/**
 * Leads a command to the channel it names. On Slack alone, whose home page needs it: there an administrator is one
 * everywhere. Only for somebody who is in that channel, or set something up there.
 */
export function ledElsewhere(command: Command, newsroom: Newsroom): Elsewhere {
  const said = ELSEWHERE.exec(command.words)?.[1] ?? command.options.in;
  const channel = said === undefined ? undefined : parseChannel(String(said));
  if (channel === undefined || command.platform !== 'slack' || !isDirect(command.channel))
    return { command, channel: undefined };
  if (!isTheirs(command, newsroom, channel) || teamOf(channel) !== teamOf(command.channel)) {
    throw new CommandError(
      'You can change from here only what your own channels follow. Use the command in that channel.',
      ['home'],
    );
  }
  const { in: _channel, ...options } = command.options;
  return { command: { ...command, options, channel, words: command.words.replace(ELSEWHERE, '') }, channel };
}

function isTheirs({ person, memberOf = [] }: Command, newsroom: Newsroom, channel: ChannelId): boolean {
  const own = person.id.replace(/^.*[:/]/u, '');
  const { routes } = newsroom.following(channel);
  return memberOf.includes(channel) || routes.some((route) => route.by?.replace(/^.*[:/]/u, '') === own);
}

/** Makes the buttons and forms of an answer lead to the same channel again, and its line be left there. */
export async function leadOn(answer: Answer, channel: ChannelId, store: Store): Promise<Answer> {
  if (answer.kind === 'form') return { ...answer, submit: `${answer.submit} in:${channel}` };
  const blocks = answer.blocks.map(async (block) =>
    block.kind === 'buttons'
      ? { ...block, buttons: await Promise.all(block.buttons.map((button) => leadButton(button, channel, store))) }
      : block,
  );
  return { ...answer, blocks: await Promise.all(blocks), announceIn: channel };
}

async function leadButton(button: Button, channel: ChannelId, store: Store): Promise<Button> {
  return { ...button, run: await shortLine(store, `${button.run} in:${channel}`) };
}

function teamOf(channel: ChannelId): string {
  return /^(\w+:(?:\w+\/)?)/u.exec(channel)?.[1] ?? '';
}
