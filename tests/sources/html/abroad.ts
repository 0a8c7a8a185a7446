import type { Snapshot } from '../../../src/core/entry.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';
import { clock, iso, OLDEST_FIRST, page, paragraphs, REPORTS, type Report, textOf } from './pages/saltmere.ts';

const NOON = Date.parse('2031-03-03T12:00:00Z');
export const YEARS_LATER = Date.parse('2035-06-01T09:00:00Z');

export function read(html: string, url = 'https://www.saltmere.example.de/live/sturm', fetchedAt = NOON): Snapshot {
  const { result } = readDocument({ url, text: html, contentType: 'text/html', fetchedAt }, { body: createBodyMemo() });
  if ('elsewhere' in result) throw new Error('a page is read where it is');
  return result;
}

export const told = ({ entries }: Snapshot) =>
  entries.map(({ title, publishedAt, body }) => [title, publishedAt, body.text]);
export const RIGHT = OLDEST_FIRST.map((report) => [report.title, Date.parse(report.at), textOf(report)]);
export const all = (write: (report: Report) => string, list = REPORTS): string => list.map(write).join('\n');

export const item = (report: Report, inner = paragraphs(report), head = ''): string =>
  `<div class="entry" id="e-${report.n}77"><time datetime="${iso(report, 1)}">${clock(report, 1)} Uhr</time><h3>${report.title}</h3>${head}${inner}</div>`;
export const german = (write: (report: Report) => string, head = '', before = ''): Snapshot =>
  read(page('de', 'Liveblog: Sturm', `${before}<div class="entries">${all(write)}</div>`, head));
