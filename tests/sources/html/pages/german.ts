/** Pages in the manner of newsrooms that write German. */
import {
  advert,
  clock,
  comments,
  day,
  each,
  iso,
  minutesAgo,
  moments,
  mostRead,
  naive,
  newsletter,
  otherStories,
  page,
  paragraphs,
  REPORTS,
  type Report,
  type Sample,
  share,
} from './saltmere.ts';

const TITLE = 'Liveblog: Sturm über Saltmere';
const changed =
  '<meta property="article:modified_time" content="2031-03-03T12:45:00+01:00"><meta property="og:locale" content="de_DE">';
const date = (report: Report): string => `${day(report, 1)}.03.2031`;

/** Local times without a zone in `datetime`, a blank for the T; the date and "Uhr" in words. */
const magazine: Sample = {
  manner: 'a Hamburg magazine',
  url: 'https://www.spiegel.de/ausland/sturm-newsblog-a-1',
  html: page(
    'de',
    'Newsblog zum Sturm',
    `<section data-area="liveblog">${each(
      (report) =>
        `<article class="relative lg:mx-auto" id="entry-${report.n}f00d" data-sara-article-id="${report.n}f00d"><div class="text-s"><time class="timeformat" datetime="${naive(report, 1, ' ')}">${date(report)}, ${clock(report, 1, '.')} Uhr</time></div><h2 class="font-brandUI">${report.title}</h2><div class="RichText RichText--iconLinks">${paragraphs(report)}</div><div class="flex"><button>Teilen</button><span>Link kopieren</span></div></article>`,
      '<div data-area="contentbox" class="adslot ad"><span>Anzeige</span></div>',
    )}</section>${mostRead('Meistgelesen')}`,
    changed,
  ),
  id: (n) => `entry-${n}f00d`,
};

/** Three pluses before and after each heading, and the clock time first. */
const pluses: Sample = {
  manner: 'a news channel with a ticker of pluses',
  url: 'https://www.n-tv.de/panorama/Sturm-Ticker-article1.html',
  html: page(
    'de',
    'Sturm-Ticker aus Saltmere',
    `<div class="article__text"><p><b>Der Sturm hat die Küste erreicht. Alle Entwicklungen im Liveticker.</b></p>${each(
      (report) => `<h2>+++ ${clock(report, 1)} ${report.title} +++</h2>${paragraphs(report)}`,
      '<div class="article__aside"><section class="teaser teaser--small"><h3>Dorf ohne Strom</h3><p>Ein Besuch.</p></section></div>',
    )}<p class="article__source">Quelle: ntv.de, dpe</p></div>`,
    changed,
  ),
};

/** Headings inside the article that begin with the time, days as headings between them. */
const channel: Sample = {
  manner: 'a public channel with days between',
  url: 'https://www.tagesschau.de/newsticker/liveblog-sturm-100.html',
  html: page(
    'de',
    TITLE,
    `<article class="container"><p class="metatextline">Stand: 03.03.2031 12:44 Uhr</p><ul class="toc">${REPORTS.map(({ n, title }) => `<li><a href="#m${n}">${title}</a></li>`).join('')}</ul>${each(
      (report) =>
        `${report.n === 6 ? '<h3>Montag, 3. März 2031</h3>' : ''}${report.n === 2 ? '<h3>Sonntag, 2. März 2031</h3>' : ''}<h2 id="m${report.n}">${clock(report, 1)} Uhr: ${report.title}</h2>${paragraphs(report, ' class="textabsatz"')}`,
      '<div class="teaser-absatz"><a href="/karte.html"><h3>Karte: Der Hafen</h3></a></div>',
    )}</article>`,
    changed,
  ),
  id: (n) => `m${n}`,
};

/** Bold beginnings of paragraphs with the agency at the end; no title, no id. */
const zurich: Sample = {
  manner: 'a Zurich paper',
  url: 'https://www.nzz.ch/international/sturm-die-neusten-entwicklungen-ld.1',
  html: page(
    'de-CH',
    'Sturm in Saltmere: die neusten Entwicklungen',
    `<div class="articlecomponent"><h2>Die wichtigsten Entwicklungen im Überblick</h2><ul><li>Der Hafen ist zu.</li><li>Die Fähren warten.</li></ul><ul class="liveticker">${each(
      (report) =>
        `<li><p class="articlecomponent text"><span class="regwalled"><strong>${clock(report, 1)} Uhr</strong></span></p>${paragraphs(report)}</li>`,
      '',
    )}</ul></div>${newsletter}`,
    changed.replace('_DE', '_CH'),
  ),
  titles: false,
  keyPoints: ['Der Hafen ist zu.', 'Die Fähren warten.'],
};

/** Ages in words only, the exact time in the title of the element. */
const vienna: Sample = {
  manner: 'a Vienna paper',
  url: 'https://www.derstandard.at/jetzt/livebericht/1/sturm',
  html: page(
    'de-AT',
    'Livebericht: Sturm in Saltmere',
    `<ul id="livereport">${each(
      (report) =>
        `<li class="entry redcontent" data-entryid="91${report.n}" id="e91${report.n}"><div class="entry-head"><span class="entry-time" title="${Number(day(report, 1))}. März 2031 ${clock(report, 1)}">vor ${minutesAgo(report)} Minuten</span><span class="entry-author">Dana Pike</span></div><h3>${report.title}</h3><div class="entry-text">${paragraphs(report)}</div></li><li class="posting user" data-postingid="55${report.n}"><div><span>gull_${report.n}</span> <span class="date" title="3. März 2031 12:50">vor 3 Minuten</span></div><p>Das habe ich so noch nie gesehen, und ich wohne seit vierzig Jahren am Hafen.</p><button>antworten</button></li>`,
      '',
    )}</ul>`,
    changed,
  ),
  id: (n) => `e91${n}`,
  authors: ['Dana Pike'],
};

/** Scripted ticker boxes: event, meta line, content, media; local time in words beside an instant; a pinned one on top. */
const tickaroo: Sample = {
  manner: 'a ticker system of sports papers',
  url: 'https://www.zeit.de/gesellschaft/sturm-liveblog',
  html: page(
    'de',
    TITLE,
    `<div class="tik4-live-blog"><div class="tik4-toolbar"><button>3 neue Beiträge</button></div><div class="tik4-event tik4-event--pinned" id="tik-6500"><div class="tik4-event-header"><span class="tik4-badge">Angepinnt</span><time class="tik4-meta__time" datetime="2031-03-02T18:00:00+01:00">2. März, 18:00</time></div><div class="tik4-title-text">Was wir wissen</div><div class="tik4-content"><p>Alles, was bis jetzt über den Sturm bekannt ist, in einer Übersicht.</p></div></div>${each(
      (report) =>
        `<div class="tik4-event" id="tik-650${report.n}"><div class="tik4-event-header"><img class="tik4-avatar avatar" src="/pike.png" alt=""><span class="tik4-author-name author-name">Dana Pike</span><time class="tik4-meta__time" datetime="${iso(report, 1)}">${clock(report, 1)}</time></div><h3 class="tik4-headline">${report.title}</h3><div class="tik4-rich-text">${paragraphs(report)}</div><div class="tik4-event-footer"><button>0 Reaktionen</button>${share('Teilen auf')}</div></div>`,
      `<div class="tik4-event tik4-event--ad"><span>Anzeige</span><p>Seile und Farbe am Pier.</p></div>`,
    )}<button>Mehr laden</button></div>`,
    changed,
  ),
  id: (n) => `tik-650${n}`,
  authors: ['Dana Pike'],
};

/** Clock times on the left, the date as a line of its own, everything else in boxes of no name. */
const columns: Sample = {
  manner: 'a Munich paper in columns',
  url: 'https://www.sueddeutsche.de/panorama/sturm-liveblog-1.1',
  html: page(
    'de',
    TITLE,
    `${moments('Wichtige Ereignisse', (n) => `#p-${n}c0de`, 1)}<div data-testid="liveblog">${each(
      (report) =>
        `${report.n === 2 ? '<div class="css-d4y date-separator">Sonntag, 2. März 2031</div>' : ''}${report.n === 6 ? '<div class="css-d4y date-separator">Heute</div>' : ''}<div class="css-17x5lw" id="p-${report.n}c0de"><div class="css-l1"><span>${clock(report, 1, '.')} Uhr</span></div><div class="css-r1"><h3>${report.title}</h3><div><span class="css-by author">Dana Pike</span></div>${paragraphs(report, ' class="css-13wylk3"')}<div><button>Teilen</button></div></div></div>`,
      advert,
    )}</div>${otherStories('Mehr zum Thema')}`,
    changed,
  ),
  id: (n) => `p-${n}c0de`,
  authors: ['Dana Pike'],
};

/** Time, dash and title in one heading, "Uhr" behind the time; comments below. */
const welt: Sample = {
  manner: 'a Berlin daily',
  url: 'https://www.welt.de/vermischtes/live1/Sturm.html',
  html: page(
    'de',
    'Sturm ++ Hafen von Saltmere gesperrt ++ Liveticker',
    `<div class="c-article-text">${each(
      (report) => `<h3 class="o-headline">${clock(report, 1)} Uhr – ${report.title}</h3>${paragraphs(report)}`,
      '<div class="c-inline-teaser-list"><h4>Lesen Sie auch</h4><a href="/x1.html">Wie ein Deich gebaut wird</a></div>',
    )}</div>${comments('Kommentare', 'Antworten')}`,
    changed,
  ),
};

export const GERMAN: readonly Sample[] = [magazine, pluses, channel, zurich, vienna, tickaroo, columns, welt];
