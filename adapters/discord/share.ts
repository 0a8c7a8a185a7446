import type { Reply } from '../../src/ports/commands.ts';
import type { Interaction } from './interaction.ts';
import { commandOf } from './interaction.ts';
import { DISCORD } from './limits.ts';
import { fitLine } from './markdown.ts';
import type { MessagePayload } from './payload.ts';

/** What everybody sees above something that one person showed to all. */
export function sharedBy(of: Interaction, content: string): string {
  const who = fitLine(commandOf(of).person.name ?? 'somebody', 80);
  return `Shared by ${who}${content === '' ? '' : `\n${content}`}`.slice(0, DISCORD.content);
}

/** An answer that shows something is worth sharing; a bare confirmation is not, nor one with a share button of its own. */
export function worthSharing(reply: Reply): boolean {
  const runs = reply.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons.map(({ run }) => run) : []));
  if (reply.announce !== undefined || runs.some((run) => / share$/u.test(run))) return false;
  const shows = reply.blocks.some(({ kind }) => kind === 'post' || kind === 'fields' || kind === 'heading');
  return shows || reply.blocks.filter(({ kind }) => kind === 'text').length > 1;
}

/** The parts of a received card that may be sent. */
export function writable({
  title,
  url,
  description,
  color,
  author,
  footer,
  image,
  fields,
}: MessagePayload['embeds'][number]) {
  return {
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
    ...(description === undefined ? {} : { description }),
    ...(color === undefined ? {} : { color }),
    ...(author === undefined
      ? {}
      : { author: { name: author.name, ...(author.url === undefined ? {} : { url: author.url }) } }),
    ...(footer === undefined ? {} : { footer: { text: footer.text } }),
    ...(image === undefined ? {} : { image: { url: image.url } }),
    ...(fields === undefined || fields.length === 0 ? {} : { fields }),
  };
}
