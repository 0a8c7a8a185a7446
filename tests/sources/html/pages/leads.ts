/** Pages whose entries begin with words like "Update vom 3. März, 12.44 Uhr:", with a link, or with an age. */
import {
  advert,
  clock,
  clock12,
  day,
  each,
  iso,
  minutesAgo,
  page,
  paragraphs,
  REPORTS,
  type Report,
  type Sample,
  wall,
} from './saltmere.ts';

const changed = '<meta property="article:modified_time" content="2031-03-03T11:45:00Z">';
const after = ({ paragraphs: [, ...others] }: Report): string => others.map((text) => `<p>${text}</p>`).join('');

/** All in one article; the oldest says what it was the first of. */
const chain: Sample = {
  manner: 'a chain of German regional papers',
  url: 'https://www.saltmere.example.de/welt/sturm-ticker-1.html',
  html: page(
    'de',
    'Sturm: Alle Meldungen im Ticker',
    `<article><p>Saltmere – Ein Sturm hat die Küste erreicht.</p>${each(
      (report) =>
        `<p><strong>${report.n === 1 ? 'Erstmeldung' : 'Update'} vom ${Number(day(report, 1))}. März, ${clock(report, 1, '.')} Uhr:</strong> ${report.paragraphs[0]}</p>${after(report)}`,
      '<figure><img src="https://p.example/pier.jpg" alt="Pier"><figcaption>Die Mole am Mittag.</figcaption></figure>',
    )}</article>`,
    changed,
  ),
  titles: false,
  picture: { url: 'https://p.example/pier.jpg', caption: 'Die Mole am Mittag.' },
};

/** The time in bold, with its colon in it or behind it, the oldest first. */
const bold: Sample = {
  manner: 'a Dublin paper',
  url: 'https://www.saltmere.example.ie/storm',
  html: page(
    'en-IE',
    'Storm: live',
    `<article>${each(
      (report) => {
        const time = clock12(report, 0, undefined, '.');
        return `<p>${report.n % 2 === 0 ? `<b>${time}:</b> ` : `<strong>${time}</strong> – `}${report.paragraphs[0]}</p>${after(report)}`;
      },
      advert,
      REPORTS.toReversed(),
    )}</article>`,
    changed,
  ),
  titles: false,
};

/** The time is a link to the entry. */
const linked: Sample = {
  manner: 'a Milan paper',
  url: 'https://www.saltmere.example.it/live',
  html: page(
    'it',
    'La tempesta in diretta',
    each(
      (report) =>
        `<div class="live-post" id="post-${report.n}03"><a class="anchor" href="#post-${report.n}03">${clock(report, 1)}</a><h4>${report.title}</h4>${paragraphs(report)}<hr></div>`,
      '',
    ),
    changed,
  ),
  id: (n) => `post-${n}03`,
  link: (n) => `#post-${n}03`,
};

/** Days with slashes beside the hour. */
const slashes: Sample = {
  manner: 'a Lisbon site',
  url: 'https://www.saltmere.example.pt/direto',
  html: page(
    'pt-PT',
    'Tempestade em direto',
    each(
      (report) =>
        `<article class="liveblog-post" id="entry-62${report.n}1"><div class="post-info"><span class="hour">${clock(report, 0)}</span><span class="date">${day(report, 0)}/03/${wall(report, 0).getUTCFullYear()}</span></div><h2>${report.title}</h2><div class="author">Rui Matos</div>${paragraphs(report)}</article>`,
      '',
    ),
  ),
  id: (n) => `entry-62${n}1`,
  authors: ['Rui Matos'],
};

/** Ages to read, the exact time for scripts; the title is a link that is called a headline. */
const ages: Sample = {
  manner: 'a Barcelona paper',
  url: 'https://www.saltmere.example.es/ultima-hora',
  html: page(
    'es',
    'Temporal: última hora, en directo',
    each(
      (report) =>
        `<div class="live-element" id="live-60${report.n}1" data-publishdate="${iso(report, 1)}"><span class="live-element__ago">hace ${Math.ceil(minutesAgo(report) / 60)} horas</span><a class="headline" href="#live-60${report.n}1">${report.title}</a>${paragraphs(report)}</div>`,
      '',
    ),
  ),
  id: (n) => `live-60${n}1`,
};

/** A feed whose bylines say what the author does; some entries were changed. */
const feed: Sample = {
  manner: 'a feed in one box',
  url: 'https://saltmere.example.ch/feed',
  html: page(
    'de-CH',
    'Storm feed',
    `<div role="feed">${each(
      (report) =>
        `<article data-article-id="a8f${report.n}c1"><p class="when"><time datetime="${iso(report, 1)}">${clock(report, 1)}</time>${report.n === 4 ? ' · Updated <time datetime="2031-03-03T10:55:00Z">11:55</time>' : ''}</p><h2>${report.title}</h2><p class="by">Mina Holt, harbour reporter</p>${paragraphs(report)}<p><strong>MORE: <a href="/2031/wall">The wall that saved a town</a></strong></p></article>`,
      '',
    )}</div>`,
  ),
  id: (n) => `a8f${n}c1`,
  authors: ['Mina Holt'],
  updated: { 4: '2031-03-03T10:55:00.000Z' },
};

/** No boxes: the exact time in a line, a heading, the text, and the next. */
const row: Sample = {
  manner: 'a broadcaster with all in one row',
  url: 'https://saltmere-world.example/live',
  html: page(
    'en',
    'Storm live',
    `<article>${each(
      (report) =>
        `<p class="time-stamp"><time datetime="${iso(report, 1)}">${clock(report, 1)}</time></p><h3>${report.title}</h3>${paragraphs(report)}`,
    )}</article>`,
    '<meta property="article:modified_time" content="2031-03-05T11:45:00Z">',
  ),
};

/** A box for each day, and in it a list of its entries. */
const days: Sample = {
  manner: 'a Bremen broadcaster with boxes of days',
  url: 'https://www.saltmere.example.de/sturm',
  html: page(
    'de',
    'Sturm-Liveblog',
    ['03', '02']
      .map(
        (date) =>
          `<section class="day"><header><h2>${Number(date)}. März</h2></header><ul>${REPORTS.filter(
            (report) => day(report, 1) === date,
          )
            .map(
              (report) =>
                `<li id="p71${report.n}0"><div class="c-time">${clock(report, 1)} Uhr</div><div class="c"><h3>${report.title}</h3>${paragraphs(report)}</div></li>`,
            )
            .join('')}</ul></section>`,
      )
      .join(''),
    changed,
  ),
  id: (n) => `p71${n}0`,
};

/** The author signs below, after a dash. */
const signed: Sample = {
  manner: 'a business channel',
  url: 'https://www.saltmere.example.uk/markets/live',
  html: page(
    'en',
    'Live updates: storm',
    each(
      (report) =>
        `<div class="LiveBlogBody-post" id="LiveBlogBody-108${report.n}"><div class="LiveBlogBody-postDate"><time datetime="${iso(report, 0)}">x</time></div><h2>${report.title}</h2>${paragraphs(report)}<p>— <em>Hana Lee</em></p></div>`,
      '',
    ),
  ),
  id: (n) => `LiveBlogBody-108${n}`,
  authors: ['Hana Lee'],
};

export const LEADS: readonly Sample[] = [chain, bold, linked, slashes, ages, feed, row, days, signed];
