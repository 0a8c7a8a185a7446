import type { types } from '@slack/bolt';
import { SLACK } from './limits.ts';
import { mrkdwnOf } from './mrkdwn.ts';
import { type Inline, richText, section } from './rich-text.ts';

/**
 * A line with something beside it, which only a section can have. undefined where its words cannot be said in mrkdwn, or
 * escaping would make them more than `growth` characters longer.
 */
export function leadBlock(
  parts: readonly Inline[],
  accessory: types.Overflow | types.Button | undefined,
  growth: number,
): types.SectionBlock | undefined {
  const text = accessory === undefined || parts.length === 0 ? undefined : mrkdwnOf(parts);
  if (text === undefined || accessory === undefined || text.trim() === '') return undefined;
  if (text.length > Math.min(SLACK.textObject, sizeOf(parts) + growth)) return undefined;
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true }, expand: true, accessory };
}

/** The same, and as rich text without what stands beside it where that cannot be. */
export function leadBlocks(
  parts: readonly Inline[],
  accessory: types.Overflow | types.Button | undefined,
  growth: number,
): types.KnownBlock[] {
  return [leadBlock(parts, accessory, growth) ?? richText([section(parts)])];
}

function sizeOf(parts: readonly Inline[]): number {
  return parts.reduce(
    (sum, part) => sum + ('text' in part ? (part.text?.length ?? 0) : 0) + ('url' in part ? part.url.length : 0),
    0,
  );
}
