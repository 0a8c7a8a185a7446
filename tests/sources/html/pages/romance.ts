/** Pages in the manner of newsrooms that write French, Spanish, Italian and Portuguese. */
import {
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
  OLDEST_FIRST,
  otherStories,
  page,
  paragraphs,
  type Report,
  type Sample,
  share,
} from './saltmere.ts';

const locale = (name: string): string =>
  `<meta property="og:locale" content="${name}"><meta property="article:modified_time" content="2031-03-03T11:45:00Z">`;
const spaced = (report: Report, east: number): string => clock(report, east, ' h ');

/** "14 h 05" alone, a heading, the text; questions of readers with the hour they were asked. */
const evening: Sample = {
  manner: 'a Paris evening paper, hours written apart',
  url: 'https://www.lemonde.fr/planete/live/2031/03/03/tempete-en-direct_1.html',
  html: page(
    'fr',
    'EN DIRECT, tempête : le port de Saltmere fermé',
    `<section id="post-container">${each(
      (report) =>
        `${report.n === 2 ? '<h2 class="post__day date">Dimanche 2 mars 2031</h2>' : ''}<section id="${4400 + report.n}" class="post post__live-container"><div class="post__live"><span class="post__live-container--hour date">${spaced(report, 1)}</span><h2 class="post__live-container--title">${report.title}</h2><div class="post__live-container--answer-content">${paragraphs(report)}</div><div class="post__share"><button>Partager</button></div></div></section>`,
      '<section class="inread ad"><p>Publicité</p></section>',
    )}</section><section class="catcher"><h4>Voir plus</h4></section>`,
    locale('fr_FR'),
  ),
  id: (n) => String(4400 + n),
};

/** An age that a script wrote, the hour with an h in the title of the element; "mis à jour". */
const continuous: Sample = {
  manner: 'a French radio and television site',
  url: 'https://www.francetvinfo.fr/meteo/tempete/direct-saltmere_1.html',
  html: page(
    'fr',
    'DIRECT. Tempête à Saltmere',
    `<div class="p-live__messages"><button>4 nouveaux messages</button><ul>${each(
      (report) =>
        `<li class="live-message" data-id="msg-7${report.n}"><div class="live-message__time"><time datetime="${iso(report, 1)}">il y a ${minutesAgo(report)} min</time></div><article><p class="live-message__title"><strong>${report.title}</strong></p>${paragraphs(report)}</article><div class="live-message__share">${share('Partager sur')}</div></li>`,
      `<li class="live-message live-message--question" data-id="q-1"><article><blockquote><p>@pierwatch : les ferries partent quand ?</p></blockquote></article></li>`,
    )}</ul></div>${otherStories('À lire aussi')}`,
    locale('fr_FR'),
  ),
  id: (n) => `msg-7${n}`,
};

/** Bold "14h05." at the head of a paragraph, a title in bold after it. */
const free: Sample = {
  manner: 'a free French daily',
  url: 'https://www.20minutes.fr/meteo/1-20310303-direct-tempete',
  html: page(
    'fr',
    'Tempête EN DIRECT : le port fermé',
    `<div class="content">${each(
      (report) =>
        `<h2>${clock(report, 1, 'h')} : ${report.title}</h2>${paragraphs(report)}<p><a href="/tweet">Partager ce message</a></p>`,
      '<div class="teads-inread advert"><p>Publicité</p></div>',
    )}</div>${mostRead('Les plus lus')}`,
    locale('fr_FR'),
  ),
};

/** Live messages with the hour in a box, figure with caption and credit in one line. */
const figaro: Sample = {
  manner: 'a Paris morning paper',
  url: 'https://www.lefigaro.fr/actualite/en-direct-tempete-20310303',
  html: page(
    'fr',
    'EN DIRECT - Tempête à Saltmere',
    `${moments('Les temps forts', (n) => `#live-message-0${n}`, 1)}<div class="live-messages">${each(
      (report) =>
        `<article class="live-message" id="live-message-0${report.n}"><div class="live-time">${clock(report, 1, 'h')}</div><h2 class="live-title">${report.title}</h2><div class="live-article">${paragraphs(report)}${report.n === 5 ? '<figure class="fig-media"><img src="https://i.example/quai.jpg" alt="Le quai" width="616"><figcaption>Le quai lundi matin. Tom Hale / Saltmere Post</figcaption></figure>' : ''}</div></article>`,
      '<div class="fig-pub advert"></div>',
    )}</div>${comments('Commentaires', 'Répondre')}`,
    locale('fr_FR'),
  ),
  id: (n) => `live-message-0${n}`,
  picture: { type: 'image', url: 'https://i.example/quai.jpg', alt: 'Le quai' },
};

/** The paper's own live list with relative times ("hace 3 horas") and a time for scripts in seconds. */
const barcelona: Sample = {
  manner: 'a Barcelona paper',
  url: 'https://www.lavanguardia.com/vida/20310303/temporal-saltmere-directo.html',
  html: page(
    'es',
    'Temporal en Saltmere, última hora en directo',
    `<div class="live-container"><p class="updates-bar"><button>2 actualizaciones nuevas</button></p>${each(
      (report) =>
        `<div class="live-post" data-post="88${report.n}" id="live-post-88${report.n}"><div class="live-post-head"><span class="live-post-date" data-timestamp="${epoch(report) / 1000}">Hace ${minutesAgo(report) < 60 ? `${minutesAgo(report)} minutos` : `${Math.floor(minutesAgo(report) / 60)} horas`}</span></div><h2 class="live-post-title">${report.title}</h2><p class="live-post-author">Dana Pike</p><div class="live-post-body">${paragraphs(report)}</div></div>`,
    )}</div>${mostRead('Lo más visto')}${comments('Comentarios', 'Responder')}`,
    locale('es_ES'),
  ),
  id: (n) => `live-post-88${n}`,
  authors: ['Dana Pike'],
};

/** Hours in time elements whose datetime is a clock time alone; the day as a heading. */
const madrid: Sample = {
  manner: 'a Madrid paper',
  url: 'https://www.elmundo.es/espana/directo/2031/03/03/temporal.html',
  html: page(
    'es',
    'Temporal, directo: el puerto cerrado',
    `<div class="ue-c-article__live">${each(
      (report) =>
        `${report.n === 6 ? '<h3 class="ue-c-live__date">Lunes, 3 de marzo de 2031</h3>' : ''}${report.n === 2 ? '<h3 class="ue-c-live__date">Domingo, 2 de marzo de 2031</h3>' : ''}<div class="ue-c-live__entry" id="entrada-90${report.n}"><time class="ue-c-live__time" datetime="${clock(report, 1)}">${clock(report, 1)}</time><div class="ue-c-live__content"><h4 class="ue-c-live__title">${report.title}</h4>${paragraphs(report)}</div></div>`,
    )}</div>${newsletter}`,
    locale('es_ES'),
  ),
  id: (n) => `entrada-90${n}`,
};

/** "Ore 14:05" before the title in one heading. */
const agency: Sample = {
  manner: 'an Italian agency',
  url: 'https://www.ansa.it/sito/notizie/2031/03/03/tempesta-la-diretta.html',
  html: page(
    'it',
    'Tempesta a Saltmere, la diretta',
    `<div class="news-txt">${each(
      (report) => `<h3>ORE ${clock(report, 1)} - ${report.title}</h3>${paragraphs(report)}`,
      '<div class="box-adv advert"></div>',
    )}<p class="copyright">Riproduzione riservata © Copyright Saltmere Post</p></div>${mostRead('I più letti')}`,
    locale('it_IT'),
  ),
};

/** Time and the words "ore" in a span, date in words, entries oldest first. */
const milan: Sample = {
  manner: 'a Milan paper, oldest first',
  url: 'https://www.corriere.it/cronache/diretta-live/31_marzo_03/tempesta.shtml',
  html: page(
    'it',
    'Tempesta, le notizie in diretta',
    `<section class="live-wrapper">${each(
      (report) =>
        `<article class="live-item" id="live-5${report.n}d"><p class="live-item__date"><span>${Number(day(report, 1))} marzo 2031</span> <span>ore ${clock(report, 1)}</span></p><h4 class="live-item__title">${report.title}</h4><div class="live-item__text">${paragraphs(report)}</div></article>`,
      '',
      OLDEST_FIRST,
    )}</section>${comments('Commenti', 'Rispondi')}`,
    locale('it_IT'),
  ),
  id: (n) => `live-5${n}d`,
};

/** "Às 14h05" as a line, then a heading: one long column. */
const brazil: Sample = {
  manner: 'a Brazilian portal',
  url: 'https://noticias.uol.com.br/ao-vivo/2031/03/03/tempestade.htm',
  html: page(
    'pt-BR',
    'Ao vivo: tempestade fecha o porto de Saltmere',
    `<div class="live-feed">${each(
      (report) =>
        `<div class="live-feed__item" data-key="k${report.n}77"><p class="live-feed__hour">Às ${clock(report, -3, 'h')}</p><h3>${report.title}</h3>${paragraphs(report)}</div>`,
    )}</div>${otherStories('Leia também')}`,
    locale('pt_BR'),
  ),
  id: (n) => `k${n}77`,
};

/** "Há 16 minutos" for the reader, the instant for scripts without a zone, in UTC by its Z. */
const globe: Sample = {
  manner: 'a Rio portal',
  url: 'https://g1.globo.com/ao-vivo/tempestade.ghtml',
  html: page(
    'pt-BR',
    'AO VIVO: tempestade em Saltmere',
    `<div id="bastian-feed">${each(
      (report) =>
        `<div class="bastian-feed-item post-live" data-post-id="9c${report.n}"><div class="feed-post-metadata"><span class="feed-post-datetime">Há ${minutesAgo(report) < 60 ? `${minutesAgo(report)} minutos` : `${Math.floor(minutesAgo(report) / 60)} horas`}</span><time itemprop="datePublished" datetime="${report.at}"></time></div><div class="post-live__title"><h2>${report.title}</h2></div><div class="post-live__body">${paragraphs(report)}</div><div class="post-live__share">${share('Compartilhar no')}</div></div>`,
    )}</div>${mostRead('Mais lidas')}`,
    locale('pt_BR'),
  ),
  id: (n) => `9c${n}`,
};

/** Clock times with a dash of the page's day, anchors by id, in Lisbon. */
const lisbon: Sample = {
  manner: 'a Lisbon site',
  url: 'https://observador.pt/liveblogs/tempestade-saltmere/',
  html: page(
    'pt',
    'Tempestade em Saltmere. Ao minuto',
    `<div class="liveblog-entries">${each(
      (report) =>
        `<article class="liveblog-entry" id="liveblog-entry-70${report.n}"><header class="meta"><div class="time"><span class="hour">${clock(report, 0)}</span> <span class="day">${report.n < 3 ? '2 mar' : 'Hoje'}</span></div><div class="author"><img class="avatar" src="/p.jpg" alt="Dana Pike"><a href="/p" rel="author">Dana Pike</a></div></header><h1 class="entry-title">${report.title}</h1><div class="entry-content">${paragraphs(report)}</div></article>`,
    )}</div>`,
    locale('pt_PT'),
  ),
  id: (n) => `liveblog-entry-70${n}`,
  authors: ['Dana Pike'],
};

export const ROMANCE: readonly Sample[] = [
  evening,
  continuous,
  free,
  figaro,
  barcelona,
  madrid,
  agency,
  milan,
  brazil,
  globe,
  lisbon,
];
