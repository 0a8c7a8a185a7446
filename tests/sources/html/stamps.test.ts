import { describe, expect, it } from 'vitest';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';
import {
  clock,
  clock12,
  each,
  minutesAgo,
  OLDEST_FIRST,
  page,
  paragraphs,
  type Report,
  wall,
} from './pages/saltmere.ts';

const RIGHT = OLDEST_FIRST.map(({ at, title }) => [title, Date.parse(at)]);
const age = (report: Report) => Math.round(minutesAgo(report) / 10) * 10;
const utcString = (report: Report) => wall(report, 0).toUTCString().replace('GMT', '').replace(',', '').trim();

describe('an entry whose time is', () => {
  it.each<[string, (report: Report) => string]>([
    [
      'in a box with its age and a button, and said for scripts as scripts print it',
      (report) =>
        `<div class="card__timestamp"><time datetime="${utcString(report)} GMT+0000 (Greenwich Mean Time)"><span>4h ago / </span>${clock12(report, 0, [' AM', ' PM'])} GMT</time><button>SHARE</button></div>`,
    ],
    [
      'beside its age and words that lead elsewhere',
      (report) =>
        `<div class="card__time">4h ago <a href="#x">Copy</a> <time datetime="${report.at}">${clock(report, 0)}</time></div>`,
    ],
    [
      'a date with slashes and a dash before the clock, in a box without a name',
      (report) =>
        `<div class="field"><span>0${wall(report, 0).getUTCDate()}/03/2031 - ${clock(report, 0)}</span></div>`,
    ],
    [
      'a date with slashes and a comma before the clock',
      (report) => `<p>0${wall(report, 0).getUTCDate()}/03/2031, ${clock(report, 0)}</p>`,
    ],
    [
      'in brackets after its age, which is said twice',
      (report) =>
        `<div class="date-updates"><div class="date-relative"><span aria-hidden="true">${age(report)}m ago</span><span class="sr">Published ${age(report)} minutes ago</span></div><div class="hh">(${clock(report, 0)} GMT)</div></div>`,
    ],
    [
      'beside a portrait and a name',
      (report) =>
        `<div class="top"><img src="/f.jpg" alt="" width="48" height="48"><div><span>Dana Pike</span><span>${clock(report, 0)}</span></div></div>`,
    ],
    [
      'in small print behind an icon, before the name of who wrote it',
      (report) =>
        `<p><small class="muted"><i class="icon icon-time"></i> 0${wall(report, 0).getUTCDate()} Mar 2031, ${clock(report, 0)} via Dana Pike</small></p>`,
    ],
    ['before the name of who wrote it', (report) => `<p class="meta">${clock(report, 0)}, Dana Pike</p>`],
    ['after the name of who wrote it', (report) => `<p class="meta">Dana Pike | ${clock12(report, 0)}</p>`],
    ['after a word and the name of who wrote it', (report) => `<p>Posted by Dana Pike at ${clock12(report, 0)}</p>`],
  ])('%s is of that moment', (_, stamp) => {
    const post = (report: Report) =>
      `<section class="row" id="r${report.n}91">${stamp(report)}<h2>${report.title}</h2><div>${paragraphs(report)}</div></section>`;
    const text = page('en-IE', 'Storm live', each(post));
    const document = {
      url: 'https://news.example/live/storm',
      text,
      contentType: 'text/html',
      fetchedAt: Date.parse('2031-03-03T12:00:00Z'),
    };

    const authors = OLDEST_FIRST.every((report) => stamp(report).includes('Dana Pike')) ? ['Dana Pike'] : [];

    expect(readDocument(document, { body: createBodyMemo() }).result).toMatchObject({
      entries: RIGHT.map(([title, publishedAt]) => ({ title, publishedAt, authors, body: { media: [] } })),
    });
  });
});
