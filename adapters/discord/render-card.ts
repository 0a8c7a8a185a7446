import type { BlogView, CardView } from '../../src/core/post.ts';
import { cutText } from '../../src/core/text/body-text.ts';
import { colourOf } from './colour.ts';
import { safeUrl, tidy } from './escape.ts';
import { fitLine } from './markdown.ts';
import type { Embed } from './payload.ts';
import { timestamp } from './render-entry.ts';

const STATUS: Record<CardView['status'], string> = {
  before: 'Not yet begun',
  live: 'Live',
  quiet: 'Live, quiet at the moment',
  ended: 'Ended',
  unreachable: 'Cannot be read at the moment',
};

/** The state of a live blog on top of its thread: status in words, last change, key points, key events, counts. */
export function cardEmbed(blog: BlogView, card: CardView, spoiler = false): Embed {
  const hide = (line: string) => (spoiler ? `||${line}||` : line);
  const url = safeUrl(blog.url, 2_000);
  const change = card.updatedAt === undefined ? [] : [`last change ${timestamp(card.updatedAt)}`];
  const points = card.keyPoints.slice(0, 8).map((point) => `- ${hide(fitLine(point, 180))}`);
  const events = card.keyEvents.slice(0, 8).map((event) => {
    const href = safeUrl(event.url, 150);
    const title = fitLine(event.title, 100) || 'Update';
    return `- ${timestamp(event.at, 't')} ${hide(href === undefined ? title : `[${title}](${href})`)}`;
  });
  const parts = [
    [`**${STATUS[card.status]}**`, ...change, fitLine(blog.publisher ?? '', 80)]
      .filter((part) => part !== '')
      .join(' · '),
    points.length === 0 ? '' : `**Key points**\n${points.join('\n')}`,
    events.length === 0 ? '' : `**Key events**\n${events.join('\n')}`,
    counts(card.counts),
  ];
  return {
    title: fitLine(blog.title, 240) || blog.name,
    ...(url === undefined ? {} : { url }),
    description: parts.filter((part) => part !== '').join('\n\n'),
    color: colourOf(blog.hue),
  };
}

function counts(of: CardView['counts']): string {
  return [
    `${of.entries} ${of.entries === 1 ? 'update' : 'updates'}`,
    ...(of.corrected > 0 ? [`${of.corrected} corrected`] : []),
    ...(of.withdrawn > 0 ? [`${of.withdrawn} withdrawn`] : []),
  ].join(' · ');
}

/** The name of a blog's thread or forum post. */
export function threadName(blog: BlogView, max: number): string {
  return cutText(tidy(blog.title).trim() || blog.name, max);
}
