import type { Timeline, TimelineEntry, TimelineRevision } from './timeline.ts';

export type TimelineFormat = 'md' | 'json' | 'csv';

/** A blog's timeline as a file that stands alone. */
export function formatTimeline(timeline: Timeline, format: TimelineFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ ...timeline, followedAt: iso(timeline.followedAt), entries: timeline.entries.map(jsonEntry) }, null, 2)}\n`;
    case 'csv':
      return csv(timeline);
    case 'md':
      return markdown(timeline);
  }
}

function jsonEntry({ publishedAt, updatedAt, firstSeenAt, withdrawnAt, revisions, ...entry }: TimelineEntry) {
  return {
    ...entry,
    publishedAt: iso(publishedAt),
    updatedAt: iso(updatedAt),
    firstSeenAt: iso(firstSeenAt),
    withdrawnAt: iso(withdrawnAt),
    revisions: revisions.map(({ seenAt, ...said }) => ({ seenAt: iso(seenAt), ...said })),
  };
}

const COLUMNS = [
  'id',
  'published',
  'first seen',
  'revision',
  'seen',
  'withdrawn',
  'authors',
  'flags',
  'title',
  'text',
  'url',
  'repost of',
];

/** One line per revision; RFC 4180. */
function csv({ entries }: Timeline): string {
  const rows = entries.flatMap((entry) =>
    entry.revisions.map((said, index) => [
      entry.id,
      iso(entry.publishedAt),
      iso(entry.firstSeenAt),
      String(index + 1),
      iso(said.seenAt),
      iso(entry.withdrawnAt),
      said.authors.join('; '),
      said.flags.join(' '),
      said.title,
      said.text,
      entry.url,
      entry.repostOf,
    ]),
  );
  return [COLUMNS, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** Spreadsheets run cells that begin like a formula: those get an apostrophe in front (OWASP, CSV injection). */
function csvCell(value: string | undefined): string {
  const text = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function markdown(timeline: Timeline): string {
  const head = [
    `# ${line(timeline.title ?? timeline.blog)}`,
    '',
    `Source: <${timeline.url}>  `,
    `Followed since ${iso(timeline.followedAt)}`,
  ];
  return `${[...head, ...timeline.entries.flatMap(markdownEntry)].join('\n')}\n`;
}

function markdownEntry(entry: TimelineEntry): string[] {
  const last = entry.revisions.at(-1);
  const withdrawn = entry.withdrawnAt === undefined ? [] : [`withdrawn ${iso(entry.withdrawnAt)}`];
  const corrected = entry.revisions.length > 1 ? [`${entry.revisions.length} revisions`] : [];
  const repost = entry.repostOf === undefined ? [] : [`repeats ${line(entry.repostOf)}`];
  const facts = [...(last?.authors ?? []).map(line), ...(last?.flags ?? []), ...corrected, ...withdrawn, ...repost];
  const link = entry.url === undefined ? [] : [`<${entry.url}>`];
  return [
    '',
    `## ${iso(entry.publishedAt ?? entry.firstSeenAt)}${last?.title === undefined ? '' : ` ${line(last.title)}`}`,
    '',
    ...quote(last),
    '',
    [...facts, ...link, `id ${line(entry.id)}`].join(' · '),
    ...entry.revisions.slice(0, -1).flatMap((said) => ['', `As seen ${iso(said.seenAt)}:`, '', ...quote(said)]),
  ];
}

function quote(said: TimelineRevision | undefined): string[] {
  return (said?.text ?? '').split('\n').map((text) => `> ${escaped(text)}`.trimEnd());
}

function line(text: string): string {
  return escaped(text.replace(/\s+/g, ' ').trim());
}

/** Other people's text must stay text in Markdown too. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}

function iso(at: number): string;
function iso(at: number | undefined): string | undefined;
function iso(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
