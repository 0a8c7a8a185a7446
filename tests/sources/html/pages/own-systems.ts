/** Pages of newsrooms and widgets that call the parts of an entry by names of their own. */
import {
  clock,
  clock12,
  comments,
  day,
  each,
  epoch,
  iso,
  minutesAgo,
  mostRead,
  newsletter,
  otherStories,
  page,
  paragraphs,
  type Sample,
  share,
} from './saltmere.ts';

const TITLE = 'Live updates: Storm reaches Saltmere';

/** The zone stands in the line under the heading alone; what the author does is drawn under the name. */
const capital: Sample = {
  manner: 'a paper that names its zone once',
  url: 'https://www.saltmere-capital.example/nation/storm',
  html: page(
    'en',
    TITLE,
    `<div class="published">March 2, 2031 at 8:15 a.m. EDT</div><div class="timeline">${each(
      (report) =>
        `<div class="update" id="link-ABCDEF${report.n}GH"><div><span class="font-xxs">${clock12(report, -4, [' a.m.', ' p.m.'])}</span></div>${report.n === 4 ? '<div class="label">Key update</div>' : ''}<h3>${report.title}</h3><div class="byline">By <a href="/people/dana">Dana Pike</a><span class="pipe">Reporter covering weather and climate</span></div>${paragraphs(report)}<button>Copy link</button></div>`,
      newsletter,
    )}</div>${comments('Comments', 'Reply')}`,
  ),
  id: (n) => `link-ABCDEF${n}GH`,
  authors: ['Dana Pike'],
  flags: { 4: ['key'] },
};

/** Name and role are two boxes without a space; the page writes the date behind the clock time. */
const broadsheet: Sample = {
  manner: 'a Sydney broadsheet',
  url: 'https://www.saltmere-herald.example.au/live/storm',
  html: page(
    'en-AU',
    TITLE,
    each(
      (report) =>
        `<article data-testid="live-article-post" id="p5${report.n}abc"><div><span class="time">${clock12(report, 11, undefined, '.')}</span> <span>on Mar ${Number(day(report, 11))}, 2031</span></div><h2>${report.title}</h2><div class="post__author"><img src="/a.jpg" alt=""><span class="name">Dana Pike</span><span class="role">Weather Reporter</span></div>${paragraphs(report)}</article>`,
    ) + mostRead('Most viewed in national'),
    '<meta property="article:modified_time" content="2031-03-03T22:45:00+11:00">',
  ),
  id: (n) => `p5${n}abc`,
  authors: ['Dana Pike'],
};

/** Ages on the page, the time for machines; a number in the name of the id. */
const ticker: Sample = {
  manner: 'a ticker system with a number in its name',
  url: 'https://www.saltmere.example.de/panorama/sturm-liveblog',
  html: page(
    'de',
    'Sturm im Liveblog',
    `<ol class="tik4-liveblog">${each(
      (report) =>
        `<li class="tik4-event" data-tik4-event-id="65f2a${report.n}b3c4"><div class="tik4-meta"><time datetime="${iso(report, 1)}">vor ${minutesAgo(report)} Minuten</time><div class="tik4-author"><img src="/l.jpg" alt=""><span class="tik4-author__name">Lea Brandt</span><span class="tik4-author__role">Redakteurin im Ressort Gesellschaft</span></div></div>${report.n === 6 ? '<div class="tik4-sticky">Angeheftet</div>' : ''}<h2>${report.title}</h2><div class="tik4-rte">${paragraphs(report)}</div></li>`,
      '',
    )}</ol>`,
  ),
  id: (n) => `65f2a${n}b3c4`,
  authors: ['Lea Brandt'],
  flags: { 6: ['pinned'] },
};

/** No headings: a bold line on top that is called the head. */
const bold: Sample = {
  manner: 'a paper with bold heads',
  url: 'https://www.saltmere.example.nz/storm',
  html: page(
    'en-NZ',
    TITLE,
    each(
      (report) =>
        `<div class="lb-item" data-id="77${report.n}0"><div class="lb-time" title="${iso(report, 13)}">${clock12(report, 13)}</div><strong class="lb-head">${report.title}</strong>${paragraphs(report)}</div>`,
      otherStories('Related'),
    ),
  ),
  id: (n) => `77${n}0`,
};

/** The same as a paragraph, the hour with an "h." behind it. */
const sports: Sample = {
  manner: 'a Madrid sports daily',
  url: 'https://www.saltmere.example.es/temporal',
  html: page(
    'es',
    'Temporal en Saltmere, en directo',
    `<ul class="ue-live">${each(
      (report) =>
        `<li class="ue-live__item" id="m77${report.n}1"><time>${clock(report, 1)}h.</time><div><p class="ue-head"><strong>${report.title}</strong></p>${paragraphs(report)}</div></li>`,
      '',
    )}</ul>`,
    '<meta property="og:article:modified_time" content="2031-03-03T11:45:00Z">',
  ),
  id: (n) => `m77${n}1`,
};

/** Each entry has a page of its own, and the title leads there. */
const wire: Sample = {
  manner: 'a Kyiv news wire',
  url: 'https://www.saltmere.example.ua/live/storm',
  html: page(
    'uk',
    'Шторм: онлайн',
    `<div class="section_news">${each(
      (report) =>
        `<div class="article_news_list"><div class="article_time">${clock(report, 2)}</div><div class="article_content"><div class="article_header"><a href="/news/2031/03/${7400 + report.n}/">${report.title}</a></div>${paragraphs(report)}</div></div>`,
      '',
    )}</div>`,
  ),
  link: (n) => `/news/2031/03/${7400 + n}/`,
};

/** The same with headings, so that the list looks like one of teasers. */
const permalinks: Sample = {
  manner: 'a Jerusalem paper',
  url: 'https://www.saltmere.example.il/liveblog-march-3',
  html: page(
    'en',
    'Live blog of Monday, March 3',
    `<div class="liveblog">${each(
      (report) =>
        `<div id="liveblog_entry-36${report.n}01" class="liveblog-paragraph"><div class="liveblog-date"><time data-timestamp="${epoch(report) / 1000}">${clock12(report, 2, [' am', ' pm'])}</time></div><h4><a href="/liveblog_entry/storm-${report.n}/">${report.title}</a></h4><div class="post-meta">By <a class="author" href="/writers/dov">Dov Lerner</a></div>${paragraphs(report)}${share('Share')}</div>`,
      '',
    )}</div>`,
  ),
  id: (n) => `liveblog_entry-36${n}01`,
  authors: ['Dov Lerner'],
};

/** Faces, hearts and how often they were pressed; the portrait beside the name of the editor. */
const widget: Sample = {
  manner: 'a widget with reactions',
  url: 'https://saltmere.example/live',
  html: page(
    'en',
    TITLE,
    each(
      (report) =>
        `<div class="wdg-post" data-nid="3245${report.n}"><div class="wdg-time"><span data-time="${epoch(report) / 1000}">${clock(report, 0)}</span></div><div class="wdg-editor"><img src="/e.png"><span class="wdg-editor-name">Storm Desk</span></div><div class="wdg-title">${report.title}</div><div class="wdg-content">${paragraphs(report)}</div><div class="wdg-reactions"><span>👍 12</span><span>❤️ 3</span></div><div class="wdg-like"><span>0</span></div></div>`,
      '',
    ),
  ),
  id: (n) => `3245${n}`,
  authors: ['Storm Desk'],
};

/** Pictures in boxes of many names, the caption a paragraph beside them. */
const tabloid: Sample = {
  manner: 'a London tabloid',
  url: 'https://www.saltmere-mail.example.uk/storm',
  html: page(
    'en-GB',
    TITLE,
    each(
      (report) =>
        `<div class="mol-live-post" id="post-88${report.n}1" data-timestamp="${epoch(report)}"><div class="post-time"><span class="hhmm">${clock(report, 0)}</span></div><h3>${report.title}</h3>${paragraphs(report)}${report.n === 5 ? '<div class="mol-img-group"><div class="mol-img"><div class="image-wrap"><img data-src="https://i.example/ferry-634.jpg" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" alt="Ferries" class="lazy"></div><noscript><img src="https://i.example/ferry-634.jpg" alt="Ferries"></noscript></div><p class="imageCaption">Ferries wait at the inner pier</p></div>' : ''}</div>`,
      '',
    ),
  ),
  id: (n) => `post-88${n}1`,
  picture: {
    type: 'image',
    url: 'https://i.example/ferry-634.jpg',
    alt: 'Ferries',
    caption: 'Ferries wait at the inner pier',
  },
};

export const OWN_SYSTEMS: readonly Sample[] = [
  capital,
  broadsheet,
  ticker,
  bold,
  sports,
  wire,
  permalinks,
  widget,
  tabloid,
];
