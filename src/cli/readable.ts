import pc from 'picocolors';
import type { Entry, Snapshot } from '../core/entry.ts';
import type { Bullet } from '../core/summary/summary.ts';
import type { ReadBlog } from './read-target.ts';

export type Look = {
  readonly colour: boolean;
  /** IANA zone the times are shown in. */
  readonly timezone: string;
};

/** How much of the blog was read, in words for people. */
const COVERAGE: Readonly<Record<Snapshot['coverage'], string>> = {
  complete: 'all there is',
  window: 'the newest of it',
  increment: 'the newest of it',
  'stand-in': 'what its page shows',
};

const WIDTH = 96;
const LONGEST_TEXT = 600;

/** What a person wants to see of a blog: where it stands, then its entries, oldest first. */
export function describeBlog({ snapshot, entries }: ReadBlog, look: Look): string {
  const { bold, dim, yellow } = pc.createColors(look.colour);
  const live = snapshot.live === null ? 'live or not: unknown' : snapshot.live ? 'live' : 'ended';
  const facts = [
    snapshot.kind,
    live,
    `${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`,
    COVERAGE[snapshot.coverage],
  ];
  const head = [bold(plain(snapshot.title ?? snapshot.url)), dim(plain(snapshot.url)), facts.join(' · ')];
  const points = snapshot.keyPoints.map((point) => `  • ${wrap(plain(point), '    ')}`);
  const warnings = snapshot.warnings.map((warning) => yellow(`! ${wrap(plain(warning), '  ')}`));
  const parts = [
    head.join('\n'),
    points.join('\n'),
    warnings.join('\n'),
    ...entries.map((entry) => describeEntry(entry, look)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function describeEntry(entry: Entry, look: Look): string {
  const { bold, dim, cyan } = pc.createColors(look.colour);
  const marks = [...entry.flags, ...(entry.repostOf === undefined ? [] : [`repeats ${plain(entry.repostOf)}`])];
  const head = [cyan(timeText(entry.publishedAt, look.timezone)), ...marks.map((mark) => `[${mark}]`)];
  const title = entry.title === undefined ? '' : ` ${bold(plain(entry.title))}`;
  const text = entry.body.text === '' ? [] : [wrap(cut(plain(entry.body.text)), '  ')];
  const media = entry.body.media.map(({ type, alt, caption, url }) => `${type}: ${plain(alt ?? caption ?? url)}`);
  const foot = [entry.authors.map(plain).join(', '), plain(entry.url ?? ''), `id ${plain(entry.id)}`].filter(
    (part) => part !== '',
  );
  return [head.join(' ') + title, ...[...text, ...media, dim(foot.join(' · '))].map((line) => `  ${line}`)].join('\n');
}

/** A summary as a list, each line with its time and where it can be read. */
export function describeSummary(title: string, bullets: readonly Bullet[], look: Look): string {
  const { bold, dim, cyan } = pc.createColors(look.colour);
  const lines = bullets.map(({ text, publishedAt, url, entries }) => {
    const strength = entries.length > 1 ? ` (${entries.length} entries)` : '';
    const link = url === undefined ? '' : `\n    ${dim(plain(url))}`;
    return `  • ${cyan(timeText(publishedAt, look.timezone))} ${wrap(plain(text), '    ')}${dim(strength)}${link}`;
  });
  return `${[bold(plain(title)), ...lines].join('\n')}\n`;
}

function timeText(at: number | undefined, timezone: string): string {
  if (at === undefined) return 'no time';
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: timezone });
  return format.format(at);
}

/** Other people's text without what a terminal would obey: escape sequences and other control characters. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ');
}

function cut(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`;
}

function wrap(text: string, indent: string): string {
  const lines = text.split('\n').flatMap((line) => wrapLine(line, WIDTH - indent.length));
  return lines.join(`\n${indent}`);
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + word.length + 1 > width) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
}
