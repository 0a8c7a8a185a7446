/** Pages that are no live blog, of papers and stations that write "live" and "ticker" wherever they can. */
import type { Ordinary } from './ordinary.ts';
import { two } from './saltmere.ts';

const many = (count: number, write: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => write(n)).join('');
const at = (hour: number, minute = 0): string => `2031-03-03T${two(hour)}:${two(minute)}:00Z`;
const LONG =
  'The council has talked about the sea wall for three hours and has come to no end; it meets again next week, and the engineers are to bring their figures with them.';
const TEASER = 'Two lines of what is in it, so that one may want to read all of it on the page behind.';

const page = (title: string, body: string, lang = 'en'): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title} | Saltmere Live</title><meta name="description" content="Live updates, live ticker and live blog from Saltmere"></head><body class="live site-live"><header><a href="/">Saltmere Live</a><nav class="newsticker"><a href="/live">Live ticker</a></nav></header><main class="live-page"><h1>${title}</h1>${body}</main><footer>© Saltmere Live</footer></body></html>`;

export const LIVE_EVERYWHERE: readonly Ordinary[] = [
  {
    what: 'an index of live blogs',
    url: 'https://news.example/live',
    html: page(
      'All our live blogs',
      `<div class="live-list">${many(9, (n) => `<article class="live-post"><time datetime="${at(11 - n)}">${11 - n}:00</time><h2><a href="/live/${n}">Live: story number ${n} of the coast, minute by minute</a></h2><p>${TEASER}</p></article>`)}</div>`,
    ),
  },
  {
    what: 'an index of stories whose whole card is a link',
    url: 'https://news.example/live/latest',
    html: page(
      'Latest updates',
      `<ul class="live-feed">${many(12, (n) => `<li class="live-feed__item"><a class="card" href="/2031/03/03/story-${n}"><span class="time">${two(12 - n)}:20</span><strong>Story ${n} from the harbour and what it means</strong><span class="teaser">${TEASER}</span></a></li>`)}</ul>`,
    ),
  },
  {
    what: 'fixtures of a league',
    url: 'https://sport.example/live/fixtures',
    html: page(
      'Live scores and fixtures',
      `<div class="live-matches"><h2>Saturday 8 March</h2>${many(10, (n) => `<div class="live-match-update"><time datetime="2031-03-08T1${n % 8}:30:00Z">1${n % 8}:30</time><span class="home">Saltmere Town ${n}</span><span class="score">v</span><span class="away">Tidewick Rovers ${n}</span><span class="venue">Harbour Road, group ${n}</span></div>`)}</div>`,
    ),
  },
  {
    what: 'results of a day',
    url: 'https://sport.example/live/results',
    html: page(
      'Live results',
      `<table class="live-ticker">${many(12, (n) => `<tr class="ticker-row"><td class="time">${two(13 + (n % 6))}:00</td><td>Saltmere Town ${n}</td><td>${n % 4} – ${n % 3}</td><td>Tidewick Rovers ${n}</td><td>Full time, after extra time</td></tr>`)}</table>`,
    ),
  },
  {
    what: 'a guide to television',
    url: 'https://tv.example/live',
    html: page(
      'Live TV guide',
      `<div class="live-channel"><h2>Saltmere One</h2>${many(12, (n) => `<div class="programme live-entry"><span class="time">${two(8 + n)}:${two((n * 25) % 60)}</span><h3>Programme ${n}</h3><p>A film from the coast with music, in which somebody looks for a boat and finds it, part ${n} of twelve.</p></div>`)}</div>`,
    ),
  },
  {
    what: 'an evening of television in steps of five minutes',
    url: 'https://tv.example/live/tonight',
    html: page(
      'On television tonight, live and recorded',
      ['18:00', '18:35', '19:05', '20:00', '21:40']
        .map(
          (time, n) =>
            `<div class="programme"><time>${time}</time><h3>Programme ${n}</h3><p>A film from the coast with music, in which somebody looks for a boat and finds it.</p></div>`,
        )
        .join(''),
    ),
  },
  {
    what: 'what a cinema shows, each film at the same hours',
    url: 'https://regal.example/live/today',
    html: page(
      'Live at the Regal',
      many(
        4,
        (n) =>
          `<div class="film"><h3>Film ${n}</h3><p class="times"><span>14:10</span> <span>17:20</span> <span>20:30</span></p><p>A story of the sea and of those who live by it, in ${n + 2} parts.</p></div>`,
      ),
    ),
  },
  {
    what: 'a guide to television with moments',
    url: 'https://tv.example/jetzt-live',
    html: page(
      'TV-Programm live',
      `<ol class="live-epg">${many(12, (n) => `<li class="live-epg-item"><time datetime="${at(8 + n, (n * 25) % 60)}">${two(8 + n)}.${two((n * 25) % 60)}</time><b>Sendung ${n}</b><p>Ein Film von der Küste, in dem jemand ein Boot sucht und am Ende auch findet.</p></li>`)}</ol>`,
      'de',
    ),
  },
  {
    what: 'a list of podcasts',
    url: 'https://radio.example/live/podcasts',
    html: page(
      'Live podcasts: all episodes',
      many(
        9,
        (n) =>
          `<div class="episode live-item"><h3>Episode ${40 - n}: of walls and water</h3><time datetime="2031-02-${two(28 - n * 3)}T05:0${n}:17Z">${28 - n * 3} February</time><p>${LONG}</p><audio src="/e${n}.mp3"></audio><span>Duration 42:1${n}</span> <a href="/e/${n}">Listen</a></div>`,
      ),
    ),
  },
  {
    what: 'comments under a live blog that is elsewhere',
    url: 'https://news.example/live/storm/comments',
    html: page(
      'Live comments',
      `<div class="live-comments">${many(12, (n) => `<div class="comment live-post" id="c${n}"><span class="user">gull_${n}</span> <time datetime="${at(11, 50 - n)}">${n + 1} minutes ago</time><p>${LONG} I am number ${n} and against it.</p><a href="#">Reply</a> <a href="#">Report</a></div>`)}</div>`,
    ),
  },
  {
    what: 'a discussion whose replies are votes',
    url: 'https://forum.example/live/thread/7',
    html: page(
      'Live discussion',
      `<ul class="live-thread">${many(10, (n) => `<li class="message"><a href="/user/${n}" class="author">gull_${n}</a><time datetime="2031-03-0${1 + (n % 3)}T1${n}:00:00Z">1${n}:00</time><div class="text">${LONG} Number ${n}.</div><span class="votes">+${n}</span><button>Quote</button><button>Upvote</button></li>`)}</ul>`,
    ),
  },
  {
    what: 'a timeline of articles',
    url: 'https://news.example/live/topic/storm',
    html: page(
      'Storm: the timeline',
      `<ol class="timeline">${many(10, (n) => `<li class="timeline-item"><time datetime="2031-02-${two(27 - n * 2)}T10:00:00Z">${27 - n * 2} Feb</time><div><h3><a href="/2031/02/${n}">What the storm did to street number ${n}</a></h3><p>${TEASER}</p></div></li>`)}</ol>`,
    ),
  },
  {
    what: 'an archive of a month',
    url: 'https://news.example/live/archive/2031/02',
    html: page(
      'Live archive: February',
      many(
        14,
        (n) =>
          `<div class="row live-update"><div class="date">${two(28 - n)}.02.2031</div><div class="title"><a href="/a/${n}">Article number ${n} of the archive, with a long headline</a></div></div>`,
      ),
    ),
  },
  {
    what: 'a list of jobs',
    url: 'https://jobs.example/live',
    html: page(
      'Live jobs: updated every hour',
      `<ul class="jobs live-results">${many(10, (n) => `<li class="job-post"><h3><a href="/job/${n}">Harbour pilot, class ${n}</a></h3><p>Saltmere, full time, from £3${n},000. ${TEASER}</p><time datetime="2031-03-0${3 - (n % 3)}T0${n % 9}:00:00Z">${n + 1} hours ago</time><a href="/job/${n}#apply">Apply</a></li>`)}</ul>`,
    ),
  },
  {
    what: 'offers of a shop',
    url: 'https://shop.example/live-deals',
    html: page(
      'Live deals and live updates',
      many(
        10,
        (n) =>
          `<div class="deal live-update"><span class="time">${two(12 - n)}:15</span><h3>Rope of ${n + 5} metres</h3><p>Was £${20 + n}, now £${10 + n}. Strong rope for boats of every size, in blue or white.</p><a href="https://store.example/r${n}">See deal</a></div>`,
      ),
    ),
  },
  {
    what: 'a list of events',
    url: 'https://events.example/live',
    html: page(
      'Live music in Saltmere',
      many(
        9,
        (n) =>
          `<article class="event live-event"><time datetime="2031-04-${two(4 + n * 2)}T19:4${n}:00Z">${4 + n * 2} April, 19:4${n}</time><h2>Band number ${n}</h2><p>They play the songs of the coast in the old fish hall. Tickets at the door and in the shop.</p></article>`,
      ),
    ),
  },
  {
    what: 'departures of a station',
    url: 'https://trains.example/live-departures',
    html: page(
      'Live departures',
      `<div class="live-board">${many(12, (n) => `<div class="live-update"><span class="time">${two(10 + n)}:0${n % 10}</span><span class="to">Stonehaven by way of Tidewick and the island</span><span class="platform">Platform ${n}</span><span class="state">On time</span></div>`)}</div>`,
    ),
  },
  {
    what: 'disruptions of a railway with their hours',
    url: 'https://trains.example/live-status',
    html: page(
      'Live travel updates',
      `<dl class="live-status">${many(8, (n) => `<dt>Line ${n}</dt><dd><span class="time">06:00–2${n % 4}:30</span> Good service on the whole of the line, trains run every ten minutes.</dd>`)}</dl>`,
    ),
  },
  {
    what: 'a forecast by the hour',
    url: 'https://weather.example/live/saltmere',
    html: page(
      'Live weather',
      `<ul class="live-hours">${many(16, (n) => `<li class="hour live-entry"><span class="time">${two(6 + n)}:00</span><span>Rain from the west, ${n} degrees, wind of ${20 + n} knots with gusts</span></li>`)}</ul>`,
    ),
  },
  {
    what: 'prices of shares',
    url: 'https://money.example/live-ticker',
    html: page(
      'Live ticker: shares of Saltmere',
      `<table class="ticker">${many(14, (n) => `<tr class="ticker-item"><td>Harbour Works ${n} plc ordinary shares</td><td>${100 + n}.${two(n)}</td><td>+0.${n}%</td><td><time datetime="${at(11, 59 - n)}">11:${59 - n}</time></td></tr>`)}</table>`,
    ),
  },
  {
    what: 'videos of a station',
    url: 'https://tv.example/live/videos',
    html: page(
      'Live videos',
      many(
        9,
        (n) =>
          `<div class="video-card live-post"><a href="/v/${n}"><img src="/v/${n}.jpg" alt="Video ${n}"></a><div><span class="duration">0${n}:3${n}</span><h3><a href="/v/${n}">Video ${n}: the sea at the wall, seen from above</a></h3><time datetime="${at(11 - n)}">${n + 1} h</time></div></div>`,
      ),
    ),
  },
  {
    what: 'a page of an author',
    url: 'https://news.example/live/author/dana-pike',
    html: page(
      'Dana Pike, live reporter',
      many(
        9,
        (n) =>
          `<section class="story live-post"><span class="kicker">Live</span><h2><a href="https://news.example/s/${n}">Headline ${n} by Dana Pike</a></h2><p>${TEASER} ${TEASER}</p><p class="meta"><time datetime="2031-03-0${3 - (n % 3)}T0${9 - n}:00:00Z">0${9 - n}:00</time></p></section>`,
      ),
    ),
  },
  {
    what: 'releases of a programme',
    url: 'https://software.example/live/changelog',
    html: page(
      'Live changelog and updates',
      many(
        8,
        (n) =>
          `<section class="release update"><h2>Version 2.${8 - n}.0</h2><time datetime="2030-${two(12 - n)}-11T00:00:00Z">2030</time><ul><li>Mends what was broken, and breaks nothing that was not.</li><li>Reads more than before, and faster.</li></ul></section>`,
      ),
    ),
  },
  {
    what: 'minutes of a meeting by its points',
    url: 'https://council.example/live-agenda',
    html: page(
      'Live stream: agenda of the council',
      many(
        8,
        (n) => `<h3>${two(9 + n)}:30 Point ${n + 1} of the agenda</h3><p>To be introduced by the mayor. ${TEASER}</p>`,
      ),
    ),
  },
  {
    what: 'opening hours',
    url: 'https://pool.example/live',
    html: page(
      'Live: opening hours and updates',
      `<ul>${many(7, (n) => `<li class="update"><span>Day ${n + 1}</span> <time>0${7 + (n % 2)}:00</time> – <time>2${n % 3}:00</time> The pool and the sauna are open to everybody who brings a towel.</li>`)}</ul>`,
    ),
  },
  {
    what: 'reviews of a hotel',
    url: 'https://hotels.example/live-reviews',
    html: page(
      'Live reviews',
      many(
        9,
        (n) =>
          `<div class="review live-entry" itemprop="review"><strong>${5 - (n % 3)} of 5</strong> <span class="author">Guest ${n}</span> <time datetime="2031-0${1 + (n % 3)}-1${n}T0${n}:3${n}:21Z">1${n}</time><p>${LONG} The room had number ${n}.</p></div>`,
      ),
    ),
  },
  {
    what: 'an article with questions and answers',
    url: 'https://news.example/live/what-we-know',
    html: page(
      'Live: what we know about the storm',
      `<article class="live-article"><p>Published <time datetime="${at(8)}">08:00</time>, updated <time datetime="${at(11)}">11:00</time></p>${many(6, (n) => `<h2>Question ${n}?</h2><p>${LONG}</p>`)}<ul class="live-related">${many(6, (n) => `<li><time datetime="${at(10 - n)}">${10 - n}:00</time> <a href="/s/${n}">Another story of the day, number ${n}</a></li>`)}</ul></article>`,
    ),
  },
];
