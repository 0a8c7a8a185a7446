import type { EntryRecord } from '../core/seen-set.ts';
import { cutText } from '../core/text/body-text.ts';
import { bold, link, type Words } from './say.ts';
import type { Times } from './times.ts';

/** An entry's headline, or the beginning of its text. */
export function headline(record: EntryRecord, most = 140): string {
  const { title, body, authors } = record.entry;
  const said = title ?? body.text.split('\n', 1)[0] ?? '';
  if (said !== '') return cutText(said, most);
  const [media] = body.media;
  return media === undefined
    ? `An entry by ${authors.join(', ') || 'the blog'}`
    : (media.caption ?? media.alt ?? `[${media.type}]`);
}

/** When an entry was published, or first seen where the source does not say. */
export function entryTime({ entry, order }: EntryRecord): number {
  return entry.publishedAt ?? order;
}

/** One line: time, marks, headline linked to the source, and a link to the message here. */
export function entryLine(record: EntryRecord, times: Times, messageUrl?: string): Words[] {
  const marks = marksOf(record);
  return [
    bold(times.at(entryTime(record))),
    ' ',
    marks === '' ? '' : `${marks} `,
    link(headline(record), record.entry.url),
    ...(messageUrl === undefined ? [] : [' (', link('message', messageUrl), ')']),
  ];
}

/** The marks of an entry in words. */
export function marksOf({ entry, edits, removedAt }: EntryRecord): string {
  const marks = [
    entry.flags.includes('breaking') ? 'Breaking' : '',
    entry.flags.includes('key') ? 'Key' : '',
    entry.flags.includes('summary') ? 'Summary' : '',
    entry.repostOf === undefined ? '' : 'Again',
    edits > 0 ? 'Corrected' : '',
    removedAt === undefined ? '' : 'Withdrawn',
  ].filter((mark) => mark !== '');
  return marks.length === 0 ? '' : `[${marks.join(', ')}]`;
}

/** The entries that stand, oldest first. */
export function standing(records: readonly EntryRecord[]): EntryRecord[] {
  return records
    .filter((record) => record.removedAt === undefined)
    .toSorted((a, b) => a.order - b.order || a.seq - b.seq);
}
