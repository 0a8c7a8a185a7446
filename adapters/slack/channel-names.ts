import type { Inline } from './rich-text.ts';
import { textPart } from './rich-text.ts';

/** A channel as the program writes it, in sentences of our own and in those about errors. */
const CHANNEL = /\b(?:slack:(?:[TE][A-Z0-9]+\/)?|Slack channel )([CG][A-Z0-9]+)\b/gu;

/**
 * Words of our own with the channels in them as Slack shows channels: by name to those who may see it. Never for words of
 * an entry.
 */
export function namingChannels(text: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(CHANNEL)) {
    parts.push(...textPart(text.slice(end, match.index)), { type: 'channel', channel_id: match[1] ?? '' });
    end = match.index + match[0].length;
  }
  return [...parts, ...textPart(text.slice(end))];
}

/** The same for text that Slack reads as mrkdwn, already escaped. */
export function mrkdwnNamingChannels(escaped: string): string {
  return escaped.replace(CHANNEL, '<#$1>');
}
