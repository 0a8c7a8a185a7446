import { plainText } from '../../src/core/text/body-text.ts';
import type { Block, Button, CommandError, Reply } from '../../src/ports/commands.ts';
import { safeUrl, tidy } from './escape.ts';
import { DISCORD } from './limits.ts';
import { fitLine, fitMarkdown } from './markdown.ts';
import type { ButtonPayload, Embed, MessagePayload, Row } from './payload.ts';
import { NOBODY } from './payload.ts';
import { render } from './render.ts';

/** What a button's custom_id begins with. `run`: runs the command line after it; `ask`: asks first. */
export type ButtonMark = 'run' | 'ask';

/** Shows a private answer to everybody. */
export const SHARE = 'share';

/**
 * What a command says back. Words become one card after another, posts the cards a channel would show, buttons the rows
 * below. `share` adds the button that shows it to everybody.
 */
export function renderReply(reply: Pick<Reply, 'blocks'>, share = false): MessagePayload {
  const embeds: Embed[] = [];
  const buttons: ButtonPayload[] = [];
  let words: string[] = [];
  const flush = () => {
    const text = words.join('\n\n');
    words = [];
    if (text !== '') embeds.push({ description: text });
  };
  let left: number = DISCORD.embedTotal - 200;
  for (const block of reply.blocks) {
    if (block.kind === 'buttons') {
      for (const button of block.buttons) buttons.push(buttonOf(button, buttons.length));
      continue;
    }
    if (block.kind === 'post') {
      flush();
      embeds.push(...render(block.post).embeds);
      continue;
    }
    const length = words.join('\n\n').length;
    const text = wordsOf(block, Math.min(left, DISCORD.embedDescription - length - 2));
    if (text === '' && left < 100) break;
    left -= text.length + 2;
    words.push(text);
    if (length + text.length > DISCORD.embedDescription - 200) flush();
  }
  flush();
  const fitted = within(embeds);
  if (share && fitted.length > 0) buttons.push({ type: 2, style: 2, label: 'Share to channel', custom_id: SHARE });
  const content = fitted.length === 0 ? 'Done.' : '';
  return { content, embeds: fitted, components: rowsOf(buttons), allowed_mentions: NOBODY };
}

/** A refusal a person can act on: what is wrong, and what would work. */
export function renderRefusal(error: Pick<CommandError, 'message' | 'examples'>): MessagePayload {
  const examples = error.examples
    .slice(0, 5)
    .map((line) => `- \`/liveblog ${line.replace(/`/gu, "'").slice(0, 150)}\``);
  const tried = examples.length === 0 ? '' : `\nTry:\n${examples.join('\n')}`;
  return { content: `${fitLine(error.message, 900)}${tried}`, embeds: [], components: [], allowed_mentions: NOBODY };
}

/** One short line and perhaps buttons. */
export function renderLine(content: string, buttons: readonly ButtonPayload[] = []): MessagePayload {
  return { content, embeds: [], components: rowsOf(buttons), allowed_mentions: NOBODY };
}

function wordsOf(block: Exclude<Block, { kind: 'post' | 'buttons' }>, room: number): string {
  switch (block.kind) {
    case 'text':
      return fitMarkdown(block.tree, room).text;
    case 'heading': {
      const text = fitLine(block.text, Math.min(200, room - 4));
      return text === '' ? '' : `**${text}**`;
    }
    case 'small':
      return fitMarkdown(block.tree, Math.min(1_000, room - 4))
        .text.split('\n')
        .map((line) => (line === '' ? '' : `-# ${line}`))
        .join('\n');
    case 'fields':
      return block.fields
        .map(({ name, value }) => {
          const label = fitLine(name, 60);
          const share = Math.max(20, Math.floor(room / block.fields.length) - label.length - 8);
          const inline = plainText(value).includes('\n') ? '\n' : ' ';
          return `**${label}:**${inline}${fitMarkdown(value, Math.min(1_000, share)).text}`;
        })
        .join('\n');
    case 'divider':
      return '';
  }
}

/** Cards while they fit: ten, and six thousand characters over all of them. */
function within(embeds: readonly Embed[]): Embed[] {
  const kept: Embed[] = [];
  let total = 0;
  for (const embed of embeds.slice(0, DISCORD.embeds)) {
    const length = [embed.title, embed.description, embed.author?.name, embed.footer?.text].join('').length;
    if (total + length > DISCORD.embedTotal) break;
    total += length;
    kept.push(embed);
  }
  return kept;
}

/** A button; its place in the message keeps two that run the same apart. */
export function buttonOf(button: Button, at: number): ButtonPayload {
  const label = [...(tidy(button.label).trim() || 'Run')].slice(0, 40).join('').slice(0, DISCORD.buttonLabel);
  const url = safeUrl(button.url, DISCORD.buttonUrl);
  if (url !== undefined) return { type: 2, style: 5, label, url };
  const mark: ButtonMark = button.confirm === undefined ? 'run' : 'ask';
  const style = button.style === 'primary' ? 1 : button.style === 'danger' ? 4 : 2;
  return { type: 2, style, label, custom_id: `${mark}:${at}:${button.run}`.slice(0, DISCORD.customId) };
}

/** The command line in a custom_id; undefined when it carries none. */
export function runOf(customId: string): { mark: ButtonMark; line: string } | undefined {
  const match = /^(run|ask):\d+:(.*)$/su.exec(customId);
  return match === null ? undefined : { mark: match[1] as ButtonMark, line: match[2] ?? '' };
}

function rowsOf(buttons: readonly ButtonPayload[]): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < buttons.length && rows.length < DISCORD.rows; at += DISCORD.rowButtons) {
    rows.push({ type: 1, components: buttons.slice(at, at + DISCORD.rowButtons) });
  }
  return rows;
}
