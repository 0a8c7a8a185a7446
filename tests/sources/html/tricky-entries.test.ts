import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/entry.ts';
import type { ReadContext } from '../../../src/ports/source.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';
import { clock, day, naive, OLDEST_FIRST, page, paragraphs, REPORTS, type Report, textOf } from './pages/saltmere.ts';

const NOON = Date.parse('2031-03-03T12:00:00Z');
const YEARS_LATER = Date.parse('2035-06-01T09:00:00Z');
const URL = 'https://www.saltmere.example.de/live/storm';

function read(html: string, more: Partial<ReadContext> = {}, fetchedAt = NOON): Snapshot {
  const document = { url: URL, text: html, contentType: 'text/html', fetchedAt };
  const { result } = readDocument(document, { body: createBodyMemo(), ...more });
  if ('elsewhere' in result) throw new Error('a page is read where it is');
  return result;
}

const live = (entry: (report: Report) => string, head = '', list = REPORTS): string =>
  page('de', 'Liveblog: Sturm', `<div class="entries">${list.map(entry).join('')}</div>`, head);
const box = (report: Report, inner: string): string =>
  `<div class="entry" id="e-${report.n}77"><span>${clock(report, 1)} Uhr</span><h3>${report.title}</h3>${inner}</div>`;
const times = ({ entries }: Snapshot) =>
  entries.map(({ publishedAt }) => publishedAt && new Date(publishedAt).toISOString().replace('.000Z', 'Z'));
const RIGHT = OLDEST_FIRST.map(({ at }) => at);
const modified = '<meta property="article:modified_time" content="2031-03-03T12:45:00+01:00">';

describe('a label that a title begins with', () => {
  it('marks the entry like one of its own', () => {
    const labelled = (report: Report) =>
      box(report, paragraphs(report)).replace(
        '<h3>',
        `<h3>${report.n === 4 ? 'Zusammenfassung: ' : report.n === 5 ? 'Eilmeldung – ' : ''}`,
      );

    expect(read(live(labelled)).entries.map(({ flags }) => flags)).toEqual([[], [], [], ['summary'], ['breaking'], []]);
  });
});

describe('boxes of a day each', () => {
  it('are no entries: those stand in them', () => {
    const moved = REPORTS.map((report) => ({
      ...report,
      at: report.at.replace('03-03', report.n > 4 ? '03-05' : '03-04'),
    }));
    const boxes = ['05', '04', '02'].map((date) => {
      const inside = moved.filter((report) => day(report, 1) === date).map((report) => box(report, paragraphs(report)));
      return `<section class="day"><header><h2>${Number(date)}. März</h2></header><div>${inside.join('')}</div></section>`;
    });
    const html = page('de', 'Liveblog: Sturm', boxes.join('').replaceAll('class="entry"', 'class="c"'));
    const { entries } = read(html, {}, Date.parse('2031-03-05T12:00:00Z'));

    expect(entries.map(({ title, publishedAt }) => [title, publishedAt])).toEqual(
      moved.toReversed().map(({ title, at }) => [title, Date.parse(at)]),
    );
  });
});

describe('an entry pinned above the others', () => {
  it('is of their make where nothing but the name for tests tells it', () => {
    const post = (report: Report) =>
      `<article data-testid="live-post" id="p${report.n}q71"><time datetime="${report.at}"></time><h3>${report.title}</h3>${paragraphs(report)}</article>`;
    const html = page(
      'de',
      'Liveblog: Sturm',
      `<section data-testid="pinned-posts"><h2>Angepinnt</h2>${REPORTS.slice(0, 1).map(post).join('')}</section><section data-testid="posts">${REPORTS.slice(1).map(post).join('')}</section>`,
    );

    expect(read(html).entries.map(({ title, flags }) => [title, flags])).toEqual(
      OLDEST_FIRST.map(({ title, n }) => [title, n === 6 ? ['pinned'] : []]),
    );
  });
});

describe('who signs after a dash', () => {
  it('under a quotation is whom it quotes', () => {
    const quoting = (report: Report) =>
      box(report, `${paragraphs(report)}<blockquote><p>“It takes one wave.”</p></blockquote><p>— Ida Thornby</p>`);

    expect(read(live(quoting)).entries.flatMap(({ authors }) => authors)).toEqual([]);
  });
});

describe('the time of an entry', () => {
  it('is not that of a post it quotes', () => {
    const quoted = (report: Report) =>
      box(
        report,
        `${paragraphs(report)}<blockquote class="post"><p>So hoch stand es nie.</p><a href="https://social.example/1"><time datetime="2031-02-27T08:00:00Z">27.2.</time></a></blockquote>`,
      );

    expect(times(read(live(quoted)))).toEqual(RIGHT);
  });

  it('is told by unnamed lines of a date between the entries', () => {
    const lines = (report: Report) =>
      `${report.n === 6 ? '<div>Heute</div>' : ''}${report.n === 2 ? '<div><b>Sonntag, 2. März</b></div>' : ''}${box(report, paragraphs(report))}`;

    expect(times(read(live(lines)))).toEqual(RIGHT);
  });

  it('in a page that was kept for years is that of its own days', () => {
    const ages = (report: Report) =>
      `<div class="entry" id="e-${report.n}77"><span class="time">vor ${(Date.parse('2031-03-03T11:45:00Z') - Date.parse(report.at)) / 60_000} Minuten</span><h3>${report.title}</h3>${paragraphs(report)}</div>`;
    const words = (report: Report) =>
      `<div class="entry" id="e-${report.n}77"><span class="time">${report.n > 2 ? 'Heute' : 'Gestern'}, ${clock(report, 1)} Uhr</span><h3>${report.title}</h3>${paragraphs(report)}</div>`;

    expect(times(read(live(ages, modified), {}, YEARS_LATER))).toEqual(RIGHT);
    expect(times(read(live(words, modified), {}, YEARS_LATER))).toEqual(RIGHT);
    expect(times(read(live(words), { date: '2031-03-03' }, YEARS_LATER))).toEqual(RIGHT);
  });

  const article = (dates: string): string =>
    `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",${dates}}</script>`;

  it.each([
    ['JSON-LD of an article', article('"datePublished":"2031-03-02T08:00:00Z","dateModified":"2031-03-03T11:45:00Z"')],
    ['JSON-LD of an article that was never changed', article('"datePublished":"2031-03-03T08:00:00+01:00"')],
    ['a property of its own', '<meta property="og:article:modified_time" content="2031-03-03T11:45:00Z">'],
  ])('in a page that was kept for years has the day of %s', (_, head) => {
    const clocks = (report: Report) => box(report, paragraphs(report));

    expect(times(read(live(clocks, head), {}, YEARS_LATER))).toEqual(RIGHT);
  });

  it.each([
    'Published March 2, 2031 at 8:15 a.m., updated March 3, 2031',
    'Stand: 03.03.2031, 12:45 Uhr',
    'Montag, 3. März 2031',
    'Publié le 2 mars 2031 à 09h40, mis à jour le 3 mars 2031 à 12h45',
  ])('in a page that was kept for years has the day of the line under the heading: %s', (line) => {
    const clocks = (report: Report) => box(report, paragraphs(report));
    const html = live(clocks).replace('</h1>', `</h1><p class="meta">${line}</p>`);

    expect(times(read(html, {}, YEARS_LATER))).toEqual(RIGHT);
  });

  it('in a page of today is of today, whenever the blog began', () => {
    const clocks = (report: Report) => box(report, paragraphs(report));
    const began = '<meta property="article:published_time" content="2031-03-01T08:00:00+01:00">';
    const line = live(clocks).replace('</h1>', '</h1><p>Samstag, 1. März 2031, 08:00 Uhr</p>');

    expect(times(read(live(clocks, began)))).toEqual(RIGHT);
    expect(times(read(line))).toEqual(RIGHT);
  });

  it.each([
    ['a local time for machines', (report: Report) => `<time datetime="${naive(report, 1)}">x</time>`],
    ['a local time to the minute', (report: Report) => `<time datetime="${naive(report, 1).slice(0, 16)}">x</time>`],
    ['"Publié à 14h05"', (report: Report) => `<div>Publié à ${clock(report, 1, 'h')}</div>`],
    ['"Posted at 14:05 CET"', (report: Report) => `<small>Posted at ${clock(report, 1)} CET</small>`],
    ['"Publicado às 14h05"', (report: Report) => `<p class="x1">Publicado às ${clock(report, 1, 'h')}</p>`],
    [
      'numbers with strokes',
      (report: Report) => `<span class="date">${day(report, 1)}/03/2031 ${clock(report, 1)}</span>`,
    ],
    ['a title for the pointer', (report: Report) => `<abbr title="${naive(report, 1)}+01:00">gerade</abbr>`],
    [
      'a date and a clock apart',
      (report: Report) => `<span>${day(report, 1)}.03.2031</span><span>${clock(report, 1)}</span>`,
    ],
    ['CEST in brackets', (report: Report) => `<span>${clock(report, 2)} (CEST)</span>`],
  ])('may be written as %s', (_, written) => {
    const entry = (report: Report) =>
      `<div class="entry" id="e-${report.n}77">${written(report)}<h3>${report.title}</h3>${paragraphs(report)}</div>`;
    const { entries } = read(live(entry, modified));

    expect(times(read(live(entry, modified)))).toEqual(RIGHT);
    expect(entries.map(({ body }) => body.text)).toEqual(OLDEST_FIRST.map(textOf));
  });

  it('puts a pinned entry in its place among the others', () => {
    const pinned = `<div class="entry pinned" id="e-99"><time datetime="2031-03-02T20:00:00Z"></time><h3>What we know</h3><p>All that is known of the storm until now, in one place.</p></div>`;
    const entry = (report: Report) =>
      `${report.n === 6 ? pinned : ''}<div class="entry" id="e-${report.n}77"><time datetime="${report.at}"></time><h3>${report.title}</h3>${paragraphs(report)}</div>`;

    expect(times(read(live(entry)))).toEqual([RIGHT[0], '2031-03-02T20:00:00Z', ...RIGHT.slice(1)]);
  });

  it('that was changed later the same day says so by its clock', () => {
    const changed = (report: Report) =>
      box(
        report,
        `${report.n === 4 ? '<p class="updated-time">Aktualisiert um 11:50 Uhr</p>' : ''}${paragraphs(report)}`,
      );
    const entry = read(live(changed)).entries.find(({ title }) => title?.startsWith('Sea wall'));

    expect(entry?.updatedAt).toBe(Date.parse('2031-03-03T10:50:00Z'));
    expect(entry?.body.text).toBe(textOf(REPORTS[2] ?? { n: 0, title: '', paragraphs: [], at: '' }));
  });
});

describe('an entry', () => {
  it('is not lost for an advert within it, and the word for it is no text', () => {
    const withAdvert = (report: Report) => box(report, `${paragraphs(report)}<div><span>Anzeige</span></div>`);

    expect(read(live(withAdvert)).entries.map(({ body }) => body.text)).toEqual(OLDEST_FIRST.map(textOf));
  });

  it('keeps the mark in its heading as a flag and not as a word', () => {
    const marked = (report: Report) =>
      `<div class="entry" id="e-${report.n}77"><span>${clock(report, 1)} Uhr</span><h3>${report.n === 6 ? '<span class="badge">Eilmeldung</span> ' : ''}${report.title}</h3>${paragraphs(report)}</div>`;
    const newest = read(live(marked)).entries.at(-1);

    expect(newest?.title).toBe('Harbour closed to all boats');
    expect(newest?.flags).toEqual(['breaking']);
  });

  it('is written by people, not by what they are', () => {
    const signed = (report: Report) =>
      box(report, `<p class="author">By Dana Pike, Harbour correspondent</p>${paragraphs(report)}`);

    expect(read(live(signed)).entries.map(({ authors }) => authors)).toEqual(OLDEST_FIRST.map(() => ['Dana Pike']));
  });

  it('has no counters and buttons in its text', () => {
    const buttons = (report: Report) =>
      box(
        report,
        `${paragraphs(report)}<div><a href="#c">12 Kommentare</a></div><span>Teilen</span><a href="#x">Link kopieren</a>`,
      );

    expect(read(live(buttons)).entries.map(({ body }) => body.text)).toEqual(OLDEST_FIRST.map(textOf));
  });

  it.each([1, 2])('is there when a live blog has only %i', (count) => {
    const post = (report: Report) =>
      `<article class="live-blog-post" id="p-${report.n}77"><time datetime="${report.at}">${clock(report, 1)}</time><h2>${report.title}</h2>${paragraphs(report)}</article>`;
    const { entries } = read(live(post, '', REPORTS.slice(-count)));

    expect(entries.map(({ title }) => title)).toEqual(OLDEST_FIRST.slice(0, count).map(({ title }) => title));
    expect(entries[0]?.sourceId).toBe('p-177');
  });
});

describe('the id of an entry', () => {
  const posts = (id: (report: Report, place: number) => string) =>
    page(
      'en',
      'Live: storm',
      `<div class="updates">${REPORTS.map((report, place) => `<article ${id(report, place)}><time datetime="${report.at}"></time><h2>${report.title}</h2>${paragraphs(report)}</article>`).join('')}</div>`,
    );
  const ids = (html: string) => read(html).entries.map(({ sourceId }) => sourceId);

  it('is no number that counts from the top, which moves with every new entry', () => {
    expect(ids(posts((_report, place) => `id="item-${place + 1}"`))).toEqual(OLDEST_FIRST.map(() => undefined));
    expect(ids(posts((_report, place) => `id="item-${6 - place}"`))).toEqual(
      ['1', '2', '3', '4', '5', '6'].map((n) => `item-${n}`),
    );
  });

  it('is not made of the words of its heading, unless the entry links to it', () => {
    const slug = ({ title }: Report) => title.toLowerCase().replaceAll(' ', '-');
    const linked = posts((report) => `id="${slug(report)}"`).replace(
      /<article id="([^"]+)">/gu,
      '<article id="$1"><a class="anchor" href="#$1">#</a>',
    );

    expect(ids(posts((report) => `id="${slug(report)}"`))).toEqual(OLDEST_FIRST.map(() => undefined));
    expect(ids(linked)).toEqual(OLDEST_FIRST.map(slug));
  });

  it('may be a word, where all have one', () => {
    const words = ['gates', 'ferries', 'wall', 'wind', 'school', 'warning'];

    expect(ids(posts((_report, place) => `id="${words[place]}"`))).toEqual(words.toReversed());
  });
});
