import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/entry.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';
import { clock, each, iso, OLDEST_FIRST, page, paragraphs, type Report, textOf } from './pages/saltmere.ts';

function read(body: string): Snapshot {
  const fetchedAt = Date.parse('2031-03-03T12:00:00Z');
  const text = page('en-GB', 'Storm live', body);
  const document = { url: 'https://www.saltmere.example/live/storm', text, contentType: 'text/html', fetchedAt };
  const { result } = readDocument(document, { body: createBodyMemo() });
  if ('elsewhere' in result) throw new Error('a page is read where it is');
  return result;
}

const told = ({ entries }: Snapshot) => entries.map(({ title, body }) => [title, body.text]);
const TITLED = OLDEST_FIRST.map((report) => [report.title, textOf(report)]);
const date = (report: Report) => Number(report.at.slice(8, 10));
const said = (report: Report) => report.paragraphs.join('<br><br>');

describe('the title of an entry without a heading is', () => {
  it.each<[string, (report: Report) => string]>([
    [
      'the bold line over its paragraphs, in a list of terms',
      (report) => `<dt>${clock(report, 0)}</dt><dd><b>${report.title}</b>${paragraphs(report)}</dd>`,
    ],
    [
      'the bold words before a line break',
      (report) =>
        `<li class="post" id="p-${report.n}71"><span class="time">${clock(report, 0)}</span><div><b>${report.title}</b><br/>${said(report)}</div></li>`,
    ],
    [
      'the bold words before a line break in its first paragraph',
      (report) =>
        `<div class="post" id="p-${report.n}71"><time datetime="${iso(report, 0)}"></time><p><strong>${report.title}</strong><br>${said(report)}</p></div>`,
    ],
    [
      'what stands beside the time in bold, before a line break',
      (report) => `<p><strong>+++ ${clock(report, 0)} ${report.title} +++</strong><br>${said(report)}</p>`,
    ],
    [
      'what is called so, without the dash before it',
      (report) =>
        `<div class="post" id="p-${report.n}71"><div><span class="time">${clock(report, 0)}</span> <span class="live-title">- ${report.title}</span></div>${paragraphs(report)}</div>`,
    ],
  ])('%s', (_, write) => {
    const list = each(write, '');

    expect(told(read(list.startsWith('<dt>') ? `<dl class="live">${list}</dl>` : list))).toEqual(TITLED);
  });

  it('not what a text has in bold in its midst, or begins with', () => {
    const post = (report: Report) =>
      `<div class="post" id="p-${report.n}71"><time datetime="${iso(report, 0)}"></time><div><b>At the pier</b> it was said: ${said(report)}</div></div>`;

    expect(read(each(post, '')).entries.map(({ title }) => title)).toEqual(OLDEST_FIRST.map(() => undefined));
  });
});

describe('the title of an entry with several headings is', () => {
  it('the first that is no time', () => {
    const post = (report: Report) =>
      `<div class="liveblog-paragraph" id="p-${report.n}71"><h4 class="date"><a href="/entry/${report.n}">${date(report)} March, ${clock(report, 0)}</a></h4><h4>${report.title}</h4>${paragraphs(report)}</div>`;

    expect(told(read(each(post, '')))).toEqual(TITLED);
  });

  it('not the hour under which it stands', () => {
    const post = (report: Report) =>
      `<section class="hour"><h3>${clock(report, 0).slice(0, 2)}:00</h3><div class="post" id="p-${report.n}71"><span class="time">${clock(report, 0)}</span><h4>${report.title}</h4>${paragraphs(report)}</div></section>`;

    expect(told(read(each(post, '')))).toEqual(TITLED);
  });
});

describe('what leads back to the top', () => {
  it.each([
    'Return to menu',
    'Back to top',
    '↑ Back to the top',
    'Nach oben',
    'Retour en haut',
    'Volver arriba',
    'Torna su',
  ])('is no part of what was written: %s', (words) => {
    const post = (report: Report) =>
      `<div class="post" id="p-${report.n}71"><time datetime="${iso(report, 0)}"></time><h3>${report.title}</h3>${paragraphs(report)}<div class="end">${words}</div></div>`;

    expect(told(read(each(post, '')))).toEqual(TITLED);
  });
});
