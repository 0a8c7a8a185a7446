import type { types } from '@slack/bolt';
import type { BlogView, CardView } from '../../src/core/post.ts';
import { linkButton, overflow, runButton } from './buttons.ts';
import { SHARE, SLACK } from './limits.ts';
import type { Payload } from './payload.ts';
import { escapeMrkdwn, line, mrkdwnDate, seconds, utc, webAddress } from './plain.ts';
import { mrkdwnElement, plainElement, sourceName } from './render-parts.ts';
import { addresses, linkPart, richText, section, textPart } from './rich-text.ts';

/** The state of a live blog in words. */
export const STATUS: Readonly<Record<CardView['status'], string>> = {
  before: 'Not started yet',
  live: 'Live',
  quiet: 'Live, quiet at the moment',
  ended: 'Ended',
  unreachable: 'Cannot be read at the moment',
};

/** The state card on top of a thread: title, status, counts, key points, latest key events, and what one can do. */
export function renderCard(blog: BlogView, card: CardView): Payload {
  const give = addresses();
  const title = line(blog.title, SLACK.header) || blog.name;
  const status = STATUS[card.status];
  const blocks: types.KnownBlock[] = [
    { type: 'header', text: { type: 'plain_text', text: title, emoji: false } },
    { type: 'context', elements: [mrkdwnElement(`*${status}*`), plainElement(sourceName(blog)), ...cardFacts(card)] },
  ];
  const points = card.keyPoints.slice(0, 8).map((point) => section(textPart(line(point, SHARE.keyPoint) || '…')));
  if (points.length > 0) {
    blocks.push(
      richText([
        section(textPart('Key points', { bold: true })),
        { type: 'rich_text_list', style: 'bullet', elements: points },
      ]),
    );
  }
  const events = card.keyEvents
    .slice(0, 8)
    .map((event) =>
      section([
        { type: 'date', timestamp: seconds(event.at), format: '{time}', fallback: utc(event.at) },
        ...textPart(' '),
        ...linkPart(line(event.title, SHARE.title) || 'Key event', event.url, give),
      ]),
    );
  if (events.length > 0) {
    blocks.push(
      richText([
        section(textPart('Latest key events', { bold: true })),
        { type: 'rich_text_list', style: 'bullet', elements: events },
      ]),
    );
  }
  blocks.push({ type: 'actions', elements: actions(blog) });
  return { text: escapeMrkdwn(`${title} – ${status} (${sourceName(blog)})`), blocks };
}

/** Counts, and when something last changed. */
export function cardFacts({ counts, updatedAt }: CardView) {
  const words = [`${counts.entries} ${counts.entries === 1 ? 'entry' : 'entries'}`];
  if (counts.corrected > 0) words.push(`${counts.corrected} corrected`);
  if (counts.withdrawn > 0) words.push(`${counts.withdrawn} withdrawn`);
  const elements = [plainElement(words.join(', '))];
  return updatedAt === undefined ? elements : [...elements, mrkdwnElement(`Last change ${mrkdwnDate(updatedAt)}`)];
}

function actions(blog: BlogView): types.ActionsBlockElement[] {
  const url = webAddress(blog.url, SLACK.buttonUrl);
  return [
    ...(url === undefined ? [] : [linkButton('Open the live blog', url, 0)]),
    runButton({ label: 'Summary', run: `summary ${blog.name}` }, 1),
    runButton({ label: 'Latest', run: `latest ${blog.name}` }, 2),
    overflow([
      { label: 'Status', run: 'status' },
      { label: 'Settings', run: `settings ${blog.name}` },
      { label: 'Get alerts', run: 'alert list' },
    ]),
  ];
}
