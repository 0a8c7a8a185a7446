import type { Payload } from './payload.ts';
import { escapeMrkdwn, line } from './plain.ts';
import { richText, section, textPart } from './rich-text.ts';

const LEVELS = { info: '', warning: 'Warning: ', error: 'Problem: ' } as const;

/** A sentence to people, its weight in words. */
export function renderNotice(text: string, level: keyof typeof LEVELS): Payload {
  const said = line(text, 2_800) || 'Nothing to report.';
  const word = LEVELS[level];
  return {
    text: escapeMrkdwn(`${word}${said}`),
    blocks: [richText([section([...textPart(word, { bold: true }), ...textPart(said)])])],
  };
}
