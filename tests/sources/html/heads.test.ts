import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/entry.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';
import {
  clock,
  clock12,
  each,
  OLDEST_FIRST,
  page,
  paragraphs,
  REPORTS,
  type Report,
  textOf,
  wall,
} from './pages/saltmere.ts';

function read(body: string): Snapshot {
  const text = page('en-GB', 'Storm live', body);
  const fetchedAt = Date.parse('2031-03-03T12:00:00Z');
  const document = { url: 'https://www.saltmere.example/live/storm', text, contentType: 'text/html', fetchedAt };
  const { result } = readDocument(document, { body: createBodyMemo() });
  if ('elsewhere' in result) throw new Error('a page is read where it is');
  return result;
}

const told = ({ entries }: Snapshot) =>
  entries.map(({ title, body, publishedAt }) => [
    title,
    body.text,
    new Date(publishedAt ?? 0).toISOString().slice(0, 16),
  ]);
const minute = ({ at }: Report) => at.slice(0, 16);
const TITLED = OLDEST_FIRST.map((report) => [report.title, textOf(report), minute(report)]);
const BARE = OLDEST_FIRST.map((report) => [undefined, textOf(report), minute(report)]);
const date = (report: Report) => wall(report, 0).getUTCDate();

describe('entries that stand one under another in one long box', () => {
  it('begin with a line of date and time', () => {
    const post = (report: Report) =>
      `<p class="body-paragraph"><time>March ${date(report)}, 2031 at ${clock12(report, 0, [' AM', ' PM'])} GMT</time></p><h2>${report.title}</h2>${paragraphs(report, ' class="body-paragraph"')}`;

    expect(told(read(each(post)))).toEqual(TITLED);
  });

  it.each<[string, (report: Report) => string]>([
    [
      'a heading over a line of time',
      (report) =>
        `<h2>${report.title}</h2><p class="stamp">Posted ${clock12(report, 0, [' AM', ' PM'])} GMT</p>${paragraphs(report)}`,
    ],
    [
      'a heading over small print of the time and its day',
      (report) =>
        `<h4>${report.title}</h4><small>${clock(report, 0)}, ${date(report)} March</small>${paragraphs(report)}<hr>`,
    ],
    [
      'a paragraph of a clock and a title in bold',
      (report) => `<p>${clock(report, 0)} <strong>${report.title}</strong></p>${paragraphs(report)}`,
    ],
    [
      'what is shown of it while the rest is folded',
      (report) =>
        `<details open><summary>${clock(report, 0)}: ${report.title}</summary>${paragraphs(report)}</details>`,
    ],
    [
      'bold words of time and title in an item of a list',
      (report) => `<li><strong>${clock(report, 0)} - ${report.title}</strong>${paragraphs(report)}</li>`,
    ],
    [
      'a heading with the time at its end',
      (report) => `<h3>${report.title} (${clock(report, 0, '.')} Uhr)</h3>${paragraphs(report)}`,
    ],
  ])('begin with %s', (_, post) => {
    expect(told(read(each(post, '')))).toEqual(TITLED);
  });

  it('begin with a time in bold, and line breaks are all that parts them', () => {
    const post = (report: Report) => `<b>[${clock(report, 0, '.')}]</b> ${report.paragraphs.join('<br>')}<br><br>`;

    expect(
      told(read(`<div class="text"><p>${each(post, '')}</p></div>`)).map(([, text, at]) => [
        text?.replaceAll('\n\n', ' ').replaceAll('\n', ' '),
        at,
      ]),
    ).toEqual(OLDEST_FIRST.map((report) => [report.paragraphs.join(' '), minute(report)]));
  });

  it('are parted by headings that count the days and name them', () => {
    const post = (report: Report) => `<p><b>${clock12(report, 0)}</b></p>${paragraphs(report)}`;
    const [third, second] = ['2031-03-03', '2031-03-02'].map((of) =>
      REPORTS.filter(({ at }) => at.startsWith(of))
        .map(post)
        .join(''),
    );

    expect(told(read(`<h2>Day 2: Monday 3 March</h2>${third}<h2>Day 1: Sunday 2 March</h2>${second}`))).toEqual(BARE);
  });
});
