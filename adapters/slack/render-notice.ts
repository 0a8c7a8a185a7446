import type { Post } from '../../src/core/post.ts';
import { buttonRows } from './buttons.ts';
import { mrkdwnNamingChannels, namingChannels } from './channel-names.ts';
import type { Payload } from './payload.ts';
import { escapeMrkdwn, line } from './plain.ts';
import { richText, section, textPart } from './rich-text.ts';

const LEVELS = { info: '', warning: 'Warning: ', error: 'Problem: ' } as const;

/** A sentence to people, its weight in words, and what one tap can do about it. */
export function renderNotice({ text, level, actions = [] }: Extract<Post, { kind: 'notice' }>): Payload {
  const said = line(text, 2_800) || 'Nothing to report.';
  const word = LEVELS[level];
  return {
    text: mrkdwnNamingChannels(escapeMrkdwn(`${word}${said}`)),
    blocks: [
      richText([section([...textPart(word, { bold: true }), ...namingChannels(said)])]),
      ...buttonRows(actions, 0),
    ],
  };
}
