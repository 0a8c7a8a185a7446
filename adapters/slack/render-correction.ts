import type { types } from '@slack/bolt';
import type { BlogView, EntryView, Post } from '../../src/core/post.ts';
import { SHARE } from './limits.ts';
import type { Payload } from './payload.ts';
import { escapeMrkdwn, line, mrkdwnDate } from './plain.ts';
import { entryUrl, mrkdwnElement, plainElement, sourceName, titleOf } from './render-parts.ts';
import { addresses, type Inline, linkPart, richText, section, textPart } from './rich-text.ts';

type Changes = Extract<Post, { kind: 'correction' }>['changes'];
const MOST = 12;

/** What changed in an earlier message, in words: was, now, added, removed. */
export function renderCorrection(blog: BlogView, view: EntryView, changes: Changes): Payload {
  const give = addresses();
  const word = view.withdrawnAt === undefined ? 'Corrected' : 'Withdrawn';
  const title = titleOf(view) || line(view.entry.body.text, SHARE.title) || 'an entry';
  const top = [
    ...textPart(`${word}: `, { bold: true }),
    ...linkPart(title, entryUrl(view.entry, blog), give, { bold: true }),
  ];
  const lines = changes.slice(0, MOST).map((change) => section(changeLine(change)));
  const blocks: types.KnownBlock[] = [richText([section(top)])];
  if (lines.length > 0) blocks.push(richText([{ type: 'rich_text_list', style: 'bullet', elements: lines }]));
  if (changes.length > MOST) blocks.push(richText([section(textPart(`${changes.length - MOST} more changes`))]));
  const at = view.withdrawnAt ?? view.correctedAt;
  const when = at === undefined ? [] : [mrkdwnElement(mrkdwnDate(at))];
  blocks.push({ type: 'context', elements: [plainElement(sourceName(blog)), ...when] });
  return { text: escapeMrkdwn(`${word}: ${title} (${sourceName(blog)})`), blocks };
}

function changeLine({ before, after }: Changes[number]): Inline[] {
  const was = line(before, SHARE.change);
  const now = line(after, SHARE.change);
  if (was === '') return [...textPart('Added: '), ...textPart(now || '…', { bold: true })];
  if (now === '') return [...textPart('Removed: '), ...textPart(was, { strike: true })];
  return [
    ...textPart('Was: '),
    ...textPart(was, { strike: true }),
    ...textPart(' Now: '),
    ...textPart(now, { bold: true }),
  ];
}
