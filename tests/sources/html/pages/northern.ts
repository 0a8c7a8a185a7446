/** Pages in the manner of newsrooms that write Dutch, Polish and the languages of the North. */
import {
  advert,
  clock,
  comments,
  day,
  each,
  epoch,
  iso,
  minutesAgo,
  moments,
  mostRead,
  newsletter,
  otherStories,
  page,
  paragraphs,
  type Sample,
  share,
} from './saltmere.ts';

const locale = (name: string): string =>
  `<meta property="og:locale" content="${name}"><meta property="article:modified_time" content="2031-03-03T11:45:00Z">`;

/** List items with an id that names what they are; offset without a colon; a key moment marked in words. */
const hilversum: Sample = {
  manner: 'the Dutch public news',
  url: 'https://nos.nl/liveblog/2500-storm',
  html: page(
    'nl',
    'Liveblog: storm bij Saltmere',
    `${moments('Belangrijkste momenten', (n) => `#UPDATE-container-88${n}`, 1)}<ul class="sc-1d1">${each(
      (report) =>
        `<li id="UPDATE-container-88${report.n}" class="sc-f3b"><div class="sc-0"><div><time datetime="${iso(report, 1).replace(/:00$/u, '00')}" class="sc-t1">${clock(report, 1)}</time></div><h2 class="sc-h2">${report.title}</h2><div class="sc-body">${paragraphs(report)}</div><button aria-label="Deel deze update">Deel</button></div></li>`,
      '',
    )}</ul>${otherStories('Lees ook')}`,
    locale('nl_NL'),
  ),
  id: (n) => `UPDATE-container-88${n}`,
};

/** Ages ("5 min. geleden") of recent ones, "14.05 uur" of older ones: no instants at all. */
const utrecht: Sample = {
  manner: 'a Dutch news site',
  url: 'https://www.ad.nl/binnenland/liveblog-storm~a1/',
  html: page(
    'nl',
    'LIVE | Storm: haven van Saltmere dicht',
    `<section class="live-items">${each(
      (report) =>
        `<article class="live-item" id="item-3e${report.n}"><div class="live-item__time">${report.n < 3 ? `${Number(day(report, 1))} maart 2031, ` : ''}${clock(report, 1, '.')} uur</div><h3>${report.title}</h3>${paragraphs(report)}</article>`,
    )}</section>${comments('Reacties', 'Reageer')}`,
    locale('nl_NL'),
  ),
  id: (n) => `item-3e${n}`,
};

/** Flemish: buttons between entries, time as a link to the entry. */
const flemish: Sample = {
  manner: 'the Flemish public news',
  url: 'https://www.vrt.be/vrtnws/nl/2031/03/03/live-storm/',
  html: page(
    'nl-BE',
    'Live: storm over Saltmere',
    `<ol>${each(
      (report) =>
        `<li class="c-live-post"><a href="#post-${report.n}9ab"><time datetime="${report.at}">${clock(report, 1)}</time></a><h3>${report.title}</h3>${paragraphs(report)}${report.n === 4 ? '<blockquote class="twitter-tweet"><p lang="nl">Het water staat tot de rand.</p>&mdash; Havenmeester (@haven) <a href="https://twitter.com/haven/status/77">March 2, 2031</a></blockquote>' : ''}</li>`,
      '<li class="c-live-ad ad"><p>Advertentie</p></li>',
    )}</ol>${newsletter}`,
    locale('nl_BE'),
  ),
  link: (n) => `#post-${n}9ab`,
  text: ({ n, paragraphs: said }) =>
    [...said, ...(n === 4 ? ['Het water staat tot de rand.', '— Havenmeester (@haven) March 2, 2031'] : [])].join(
      '\n\n',
    ),
  embeds: true,
};

/** "godz. 14:05" in a line of its own, the title bold. */
const warsaw: Sample = {
  manner: 'a Warsaw portal',
  url: 'https://wiadomosci.gazeta.pl/relacja-sztorm',
  html: page(
    'pl',
    'Sztorm w Saltmere. Relacja na żywo',
    `<div class="relacja"><ul>${each(
      (report) =>
        `<li class="relacja_wpis" data-entry-id="33${report.n}"><div class="relacja_godzina">godz. ${clock(report, 1)}</div><div class="relacja_tresc"><h3>${report.title}</h3>${paragraphs(report)}</div></li>`,
      `<li class="relacja_reklama advert"><span>Reklama</span></li>`,
    )}</ul></div>${mostRead('Najczęściej czytane')}`,
    locale('pl_PL'),
  ),
  id: (n) => `33${n}`,
};

/** The age in words, instants in milliseconds; share lists; the author with a portrait. */
const krakow: Sample = {
  manner: 'a Kraków portal',
  url: 'https://wydarzenia.interia.pl/na-zywo-sztorm',
  html: page(
    'pl',
    'Sztorm. Relacja na żywo',
    `<div class="live-relation">${each(
      (report) =>
        `<div class="live-relation__item" data-item-id="5f${report.n}0"><span class="live-relation__date" data-time="${epoch(report)}">${minutesAgo(report)} minut temu</span><div class="live-relation__author author"><span>Dana Pike</span></div><h4>${report.title}</h4><div>${paragraphs(report)}</div>${share('Udostępnij na')}</div>`,
      advert,
    )}</div>${comments('Komentarze', 'Odpowiedz')}`,
    locale('pl_PL'),
  ),
  id: (n) => `5f${n}0`,
  authors: ['Dana Pike'],
};

/** "kl. 12.44" in a label, list items by day. */
const copenhagen: Sample = {
  manner: 'the Danish public news',
  url: 'https://www.dr.dk/nyheder/live/storm',
  html: page(
    'da',
    'LIVE Storm rammer Saltmere',
    `<div class="live-stream">${each(
      (report) =>
        `${report.n === 6 ? '<h2 class="day">Mandag 3. marts 2031</h2>' : ''}${report.n === 2 ? '<h2 class="day">Søndag 2. marts 2031</h2>' : ''}<article class="live-stream__entry" id="e-${report.n}d2c4"><span class="live-stream__label">kl. ${clock(report, 1, '.')}</span><h3>${report.title}</h3>${paragraphs(report)}</article>`,
    )}</div>`,
    locale('da_DK'),
  ),
  id: (n) => `e-${n}d2c4`,
};

/** A feed by ARIA whose entries show only ages; each with an id. */
const oslo: Sample = {
  manner: 'a Norwegian paper with an ARIA feed',
  url: 'https://www.vg.no/nyheter/i/abc/storm-direkte',
  html: page(
    'no',
    'Storm direkte: havna stengt',
    `<div role="feed" aria-busy="false">${each(
      (report) =>
        `<article class="post" id="vglive-${report.n}12" aria-posinset="${7 - report.n}"><header><span class="post-author author">Dana Pike</span><time datetime="${report.at}">${minutesAgo(report)} min siden</time></header><h2>${report.title}</h2>${paragraphs(report)}</article>`,
      '<article class="post ad" aria-label="annonse"><p>Annonse</p></article>',
    )}</div>${mostRead('Mest lest')}`,
    locale('nb_NO'),
  ),
  id: (n) => `vglive-${n}12`,
  authors: ['Dana Pike'],
};

/** Swedish: "12.44" and "i går 18.15", no other date. */
const stockholm: Sample = {
  manner: 'the Swedish public news',
  url: 'https://www.svt.se/nyheter/direkt/storm',
  html: page(
    'sv',
    'Direktrapport: stormen i Saltmere',
    `<ul class="DirectReport">${each(
      (report) =>
        `<li class="DirectReport__post" id="post-a${report.n}77"><div class="DirectReport__time">${report.n < 3 ? 'i går ' : ''}${clock(report, 1, '.')}</div><h3 class="DirectReport__title">${report.title}</h3><div>${paragraphs(report)}</div></li>`,
    )}</ul>`,
    locale('sv_SE'),
  ),
  id: (n) => `post-a${n}77`,
};

export const NORTHERN: readonly Sample[] = [hilversum, utrecht, flemish, warsaw, krakow, copenhagen, oslo, stockholm];
