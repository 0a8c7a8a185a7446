import type { types } from '@slack/bolt';
import { cutText, cutTree, plainText } from '../../src/core/text/body-text.ts';
import type { Block, Reply } from '../../src/ports/commands.ts';
import { buttonRows } from './buttons.ts';
import { SHARE, SLACK } from './limits.ts';
import type { Payload } from './payload.ts';
import { clean, escapeMrkdwn, line } from './plain.ts';
import { renderPost } from './render.ts';
import {
  type Addresses,
  addresses,
  type Inline,
  inlineParts,
  richText,
  section,
  textPart,
  treeSections,
} from './rich-text.ts';

/** What a command says back, as Block Kit; what does not fit is cut and said so. */
export function renderReply(reply: Pick<Reply, 'blocks'>, most: number = SLACK.blocksInMessage): Payload {
  const give = addresses();
  let left: number = SHARE.reply;
  const blocks: types.KnownBlock[] = [];
  for (const [index, block] of reply.blocks.entries()) {
    const rendered = renderBlock(block, Math.max(200, left), give, index);
    left -= weight(rendered);
    if (blocks.length + rendered.length > most - 1 || left < 0) {
      blocks.push(
        richText([section(textPart('… more than fits here. Ask for less, or for one blog.', { italic: true }))]),
      );
      break;
    }
    blocks.push(...rendered);
  }
  if (blocks.length === 0) blocks.push(richText([section(textPart('Done.'))]));
  return { text: replyText(reply.blocks), blocks };
}

/** Characters of all words in blocks; addresses have an allowance of their own. */
function weight(blocks: readonly types.KnownBlock[]): number {
  let sum = 0;
  JSON.stringify(blocks, (key, value: unknown) => {
    if (typeof value === 'string' && (key === 'text' || key === 'alt_text')) sum += value.length;
    return value;
  });
  return sum;
}

/** The blocks of one piece; `index` keeps action ids apart within a message. */
export function renderBlock(block: Block, room: number, give: Addresses, index: number): types.KnownBlock[] {
  switch (block.kind) {
    case 'text': {
      const { tree } = cutTree(block.tree, Math.min(room, SLACK.textObject));
      const sections = treeSections(tree, give);
      return sections.length === 0 ? [] : [richText(sections)];
    }
    case 'heading': {
      const text = line(block.text, SLACK.header);
      return text === '' ? [] : [{ type: 'header', text: { type: 'plain_text', text, emoji: false } }];
    }
    case 'fields': {
      const sections = block.fields.map((field) => {
        const name = line(field.name, SHARE.name);
        const value = cutTree(field.value, SHARE.keyPoint * 2).tree;
        return section([...textPart(`${name}: `, { bold: true }), ...flat(value, give)]);
      });
      return sections.length === 0 ? [] : [richText(sections)];
    }
    case 'small':
      return small(block.tree, give);
    case 'post':
      return withoutButtons(renderPost(block.post).blocks);
    case 'buttons':
      return buttonRows(block.buttons, index);
    case 'divider':
      return [{ type: 'divider' }];
  }
}

/** Buttons of a post shown inside an answer would act on the answer, not on the post. */
function withoutButtons(blocks: readonly types.KnownBlock[]): types.KnownBlock[] {
  return blocks
    .filter((block) => block.type !== 'actions')
    .map((block) => {
      if (block.type !== 'section') return block;
      const { accessory: _menu, ...rest } = block;
      return rest;
    });
}

function flat(tree: Parameters<typeof plainText>[0], give: Addresses): Inline[] {
  const [only, ...more] = tree.children;
  if (only?.type === 'paragraph' && more.length === 0) return inlineParts(only.children, give, {});
  return textPart(plainText(tree));
}

/** Small print is a context block; it has no rich text, so words with links in them stay at normal size. */
function small(tree: Parameters<typeof plainText>[0], give: Addresses): types.KnownBlock[] {
  const text = cutText(clean(plainText(tree)), SLACK.textObject / 2);
  if (text === '') return [];
  if (JSON.stringify(tree).includes('"link"'))
    return [richText(treeSections(cutTree(tree, SLACK.textObject / 2).tree, give))];
  return [{ type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] }];
}

function replyText(blocks: readonly Block[]): string {
  const words = blocks.map(blockWords).filter((part) => part !== '');
  return escapeMrkdwn(cutText(words.join(' – ') || 'Done.', SHARE.notification));
}

function blockWords(block: Block): string {
  switch (block.kind) {
    case 'text':
    case 'small':
      return clean(plainText(block.tree)).replace(/\s+/gu, ' ').trim();
    case 'heading':
      return line(block.text, SLACK.header);
    case 'fields':
      return block.fields.map((field) => `${field.name}: ${plainText(field.value)}`).join(', ');
    case 'post':
    case 'buttons':
    case 'divider':
      return '';
  }
}
