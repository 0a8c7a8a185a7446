import type { types } from '@slack/bolt';
import type { EntryView, Post } from '../../src/core/post.ts';
import { cutText } from '../../src/core/text/body-text.ts';
import { ADAPTER_LIMITS, SHARE } from './limits.ts';
import type { Payload } from './payload.ts';
import { escapeMrkdwn, line, mrkdwnDate, seconds, utc } from './plain.ts';
import { entryUrl, markWords, mrkdwnElement, plainElement, sourceName, titleOf } from './render-parts.ts';
import { type Addresses, addresses, type Inline, linkPart, richText, section, textPart } from './rich-text.ts';

type Digest = Extract<Post, { kind: 'digest' }>;

/** Several entries, one line each: time in the reader's zone, marks, linked title. */
export function renderDigest({ blog, views, more, from, to }: Digest): Payload {
  const give = addresses();
  const shown = views.slice(0, ADAPTER_LIMITS.digestSize);
  const left = more + views.length - shown.length;
  const count = views.length + more;
  const title = `${count} ${count === 1 ? 'update' : 'updates'}: ${line(blog.title, SHARE.title)}`;
  const items = shown.map((view) => section(digestLine(view, blog, give)));
  const blocks: types.KnownBlock[] = [richText([section(linkPart(title, blog.url, give, { bold: true }))])];
  if (items.length > 0) blocks.push(richText([{ type: 'rich_text_list', style: 'bullet', elements: items }]));
  if (left > 0) blocks.push(richText([section(linkPart(`${left} more in the live blog`, blog.url, give))]));
  const span = `${mrkdwnDate(from, '{time}')} to ${mrkdwnDate(to, '{time}')}`;
  blocks.push({ type: 'context', elements: [plainElement(sourceName(blog)), mrkdwnElement(span)] });
  const titles = shown.map(lineText).join('; ');
  return { text: escapeMrkdwn(cutText(`${title} – ${titles}`, SHARE.notification)), blocks };
}

function digestLine(view: EntryView, blog: Digest['blog'], give: Addresses): Inline[] {
  const at = view.entry.publishedAt ?? view.firstSeenAt;
  const marks = markWords(view);
  if (view.correctedAt !== undefined) marks.push('Corrected');
  const strike = view.withdrawnAt === undefined ? {} : { strike: true as const };
  return [
    { type: 'date', timestamp: seconds(at), format: '{time}', fallback: utc(at) },
    ...textPart(marks.length === 0 ? ' ' : ` ${marks.join(', ')}: `, marks.length === 0 ? {} : { bold: true }),
    ...linkPart(lineText(view), entryUrl(view.entry, blog), give, strike),
  ];
}

function lineText(view: EntryView): string {
  return line(titleOf(view) || view.entry.body.text, SHARE.digestLine) || 'Entry without words';
}
