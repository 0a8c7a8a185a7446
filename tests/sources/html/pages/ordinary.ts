/** Pages that are no live blog, though they are full of times. */
import { advert, comments, mostRead, newsletter, otherStories, page, two } from './saltmere.ts';

export type Ordinary = { readonly what: string; readonly url: string; readonly html: string };

const many = (count: number, write: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => write(n)).join('');
const LONG =
  'The council has talked about the sea wall for three hours and has come to no end; it meets again next week, and the engineers are to bring their figures with them.';
const at = (hour: number, minute = 0): string => `2031-03-03T${two(hour)}:${two(minute)}:00Z`;

export const ORDINARY: readonly Ordinary[] = [
  {
    what: 'an article with related stories, what is read most and comments',
    url: 'https://news.example/2031/03/03/sea-wall',
    html: page(
      'en',
      'Council argues about the sea wall',
      `<article><time datetime="${at(9)}">09:00</time><p class="byline">By Dana Pike</p>${many(6, (n) => `<p>${LONG} Part ${n}.</p>`)}${newsletter}${advert}</article>${otherStories('Related')}${mostRead('Most read')}${comments('Comments', 'Reply')}`,
    ),
  },
  {
    what: 'an article that is updated and says when',
    url: 'https://news.example/2031/03/03/harbour-closed',
    html: page(
      'en',
      'Harbour closed: what we know so far',
      `<article class="post"><div class="meta"><time datetime="${at(8)}">8 am</time> <span>Updated <time datetime="${at(11)}">11 am</time></span></div><h2>What has happened?</h2><p>${LONG}</p><h2>What comes next?</h2><p>At 14:00 the council meets. At 16:30 the tide turns.</p><h2>Who is affected?</h2><p>${LONG}</p></article><section><h2>Latest updates</h2><ul>${many(5, (n) => `<li><a href="/n/${n}"><time datetime="${at(10 - n)}">${10 - n}:00</time> Another story of the day, number ${n}</a></li>`)}</ul></section>`,
    ),
  },
  {
    what: 'a home page of cards',
    url: 'https://news.example/',
    html: page(
      'en',
      'Saltmere Post: news from the coast',
      `${many(3, (part) => `<section class="front"><h2>Part ${part}</h2>${many(4, (n) => `<div class="card"><a href="/s/${part}-${n}"><img src="/i/${n}.jpg" alt=""><h3>Headline ${part}.${n} of the front page</h3></a><p>Two lines of what is in it, so that one may want to read it.</p><time datetime="${at(11 - n - part)}">${n + 1}h ago</time></div>`)}</section>`)}`,
    ),
  },
  {
    what: 'a home page with a ticker of headlines',
    url: 'https://www.blatt.example.de/',
    html: page(
      'de',
      'Nachrichten aus Saltmere',
      `<div class="newsticker"><h2>Ticker</h2><ul>${many(10, (n) => `<li><span class="time">${two(12 - n)}:${two(7 * (n % 8))}</span> <a href="/artikel-${n}.html">Schlagzeile Nummer ${n} aus der Stadt am Hafen</a></li>`)}</ul></div>`,
    ),
  },
  {
    what: 'a home page that announces a live blog',
    url: 'https://news.example/home',
    html: page(
      'en',
      'Saltmere Post, live from the coast',
      `<div class="live-blog-item"><span class="badge">Live</span><h3><a href="/live/storm">Storm over Saltmere: all that happens at the harbour</a></h3><time datetime="${at(11, 44)}">11:44</time><p>The harbour is closed.</p></div><p>${LONG}</p>`,
    ),
  },
  {
    what: 'an archive of articles by date',
    url: 'https://news.example/archive/2031/03',
    html: page(
      'en',
      'Archive: March 2031',
      many(
        12,
        (n) =>
          `<article class="hentry"><h2 class="entry-title"><a href="/2031/03/${two(28 - n)}/story">Story of the ${28 - n}th</a></h2><time class="published" datetime="2031-02-${two(28 - n)}T10:00:00Z">${28 - n} February 2031</time><div class="excerpt"><p>${LONG} <a href="/2031/03/${n}">Continue reading</a></p></div></article>`,
      ),
    ),
  },
  {
    what: 'a weblog with whole posts',
    url: 'https://pier.example/notes',
    html: page(
      'en',
      'Notes from the pier',
      many(
        6,
        (n) =>
          `<article class="post h-entry"><h2><a href="/notes/${n}">Note ${n}</a></h2><time datetime="2031-0${2 - (n > 2 ? 1 : 0)}-${two(20 - n)}T08:00:00Z">${20 - n}</time><p>${LONG}</p><p>${LONG}</p><p>${LONG}</p></article>`,
      ),
    ),
  },
  {
    what: 'a comment thread on a page of its own',
    url: 'https://news.example/2031/03/03/sea-wall/comments',
    html: page(
      'en',
      'Comments: Council argues about the sea wall',
      `<ol class="thread">${many(14, (n) => `<li class="c" id="comment-${900 + n}"><a class="author" href="/u/${n}">gull_${n}</a> <time datetime="${at(11 - (n % 10), n)}">${n} min ago</time><p>${LONG} I for one, number ${n}, am against it.</p><a href="#r">Reply</a> <button>Like</button></li>`)}</ol>`,
    ),
  },
  {
    what: 'a timetable of ferries',
    url: 'https://ferries.example/timetable',
    html: page(
      'en',
      'Ferry timetable: Saltmere to the island',
      `<table><tr><th>Departs</th><th>Arrives</th><th>Notes</th></tr>${many(16, (n) => `<tr><td>${two(6 + n)}:15</td><td>${two(6 + n)}:55</td><td>Runs on weekdays and on Saturdays from May to September</td></tr>`)}</table>`,
    ),
  },
  {
    what: 'a list of departures with a clock for each',
    url: 'https://trains.example/departures',
    html: page(
      'en',
      'Live departures from Saltmere',
      `<ul>${many(10, (n) => `<li class="dep"><span class="time">${two(10 + n)}:05</span> <span>Stonehaven</span> <span>Platform ${n}</span> <span>On time</span></li>`)}</ul>`,
    ),
  },
  {
    what: 'a recipe',
    url: 'https://kitchen.example/fish-soup',
    html: page(
      'en',
      'Fish soup of the harbour',
      `<article><time datetime="2031-01-03">3 January 2031</time><p>Prep 0:20, cook 1:10.</p><h2>Ingredients</h2><ul>${many(8, (n) => `<li>${n + 1} cups of something from the sea</li>`)}</ul><h2>Method</h2>${many(6, (n) => `<h3>Step ${n + 1}: stir for 10 minutes</h3><p>${LONG}</p>`)}</article>`,
    ),
  },
  {
    what: 'the programme of a conference',
    url: 'https://conference.example/programme',
    html: page(
      'en',
      'Programme of the coast conference',
      `<section class="day"><h2>Monday 3 March 2031</h2>${many(8, (n) => `<div class="session"><span class="time">${two(9 + n)}:00</span><h3>Session ${n}: of walls and water</h3><p>${LONG}</p></div>`)}</section>`,
    ),
  },
  {
    what: 'a programme with headings of clock times',
    url: 'https://fest.example/programm',
    html: page(
      'de',
      'Programm des Hafenfests',
      many(9, (n) => `<h3>${10 + n}.00 Uhr: Punkt ${n} des Programms</h3><p>${LONG}</p>`),
    ),
  },
  {
    what: 'the programme of a radio station',
    url: 'https://radio.example/schedule',
    html: page(
      'en',
      'On air today',
      `<ol>${many(14, (n) => `<li><time datetime="${at(6 + n)}">${two(6 + n)}:00</time><h3>Show ${n}</h3><p>Music and talk from the coast, with guests from the town and its harbour.</p></li>`)}</ol>`,
    ),
  },
  {
    what: 'results of a search',
    url: 'https://news.example/search?q=storm',
    html: page(
      'en',
      'Search: storm',
      `<p>Results 1 to 10 of 212</p><ol>${many(10, (n) => `<li class="result"><h3><a href="/r/${n}">Result ${n}: storm in Saltmere</a></h3><time datetime="2031-0${1 + (n % 3)}-11T0${n}:00:00Z">11</time><p>… of the <b>storm</b> that came over the town, and of what it left behind …</p></li>`)}</ol>`,
    ),
  },
  {
    what: 'a thread of a forum',
    url: 'https://forum.example/t/which-rope/77',
    html: page(
      'en',
      'Which rope for a small boat?',
      `<div class="posts">${many(9, (n) => `<article class="post" id="post_${n + 1}" data-post-id="44${n}"><div class="names"><span class="username">gull_${n}</span></div><time datetime="2031-02-0${n + 1}T10:0${n}:00Z">Feb ${n + 1}</time><div class="cooked"><p>${LONG} Opinion ${n}.</p></div><div class="controls"><button>Like</button><button>Reply</button></div></article>`)}</div>`,
    ),
  },
  {
    what: 'an essay in parts with minutes for headings',
    url: 'https://news.example/longread/ninety-minutes',
    html: page(
      'en',
      'Ninety minutes that made the club',
      `<article><p>${LONG}</p>${["1'", "45'", "90'"].map((minute) => `<h2>${minute}</h2><p>${LONG}</p><p>${LONG}</p>`).join('')}</article>`,
    ),
  },
  {
    what: 'a chronicle of years',
    url: 'https://museum.example/history',
    html: page(
      'en',
      'The harbour since 1801',
      `<ul class="timeline">${many(9, (n) => `<li><time datetime="${1801 + n * 20}">${1801 + n * 20}</time><h3>Something was built</h3><p>${LONG}</p></li>`)}</ul>`,
    ),
  },
  {
    what: 'a page of dated releases',
    url: 'https://software.example/changelog',
    html: page(
      'en',
      'Release notes',
      many(
        8,
        (n) =>
          `<section id="v2-${n}"><h2>2.${8 - n}.0</h2><time datetime="2030-1${n % 3}-0${n + 1}T00:00:00Z">2030</time><ul><li>Mends what was broken, and breaks nothing that was not.</li><li>Reads more than before, and faster.</li></ul></section>`,
      ),
    ),
  },
];
