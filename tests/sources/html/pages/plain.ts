/** Pages whose makers name nothing: entries told by how they stand, and what stands beside their times. */
import { clock, each, epoch, minutesAgo, mostRead, page, paragraphs, type Sample } from './saltmere.ts';

const URL = 'https://www.saltmere.example.de/live';

export const PLAIN: readonly Sample[] = [
  {
    manner: 'boxes of no meaning, an age and a clock with a dot between',
    url: URL,
    html: page(
      'en',
      'Storm live',
      `<div class="a1b2"><button>Sort by latest</button>${each((report) => `<div class="k3J9x" role="listitem"><div class="q8"><span class="u1">${minutesAgo(report)}m</span><span class="u2">·</span><span class="u3">${clock(report, 0)} GMT</span></div><div class="w"><h3 class="h7">${report.title}</h3></div><div class="b0">${paragraphs(report)}</div><div class="s2"><button>Share</button></div></div>`)}</div>${mostRead('Most read')}`,
    ),
  },
  {
    manner: 'a list of terms, each a time, and what was said then',
    url: URL,
    html: page(
      'de',
      'Ticker zum Sturm',
      `<dl>${each((report) => `<dt>${clock(report, 1)} Uhr</dt><dd><h4>${report.title}</h4>${paragraphs(report)}</dd>`, '')}</dl>`,
    ),
  },
  {
    manner: 'headings of time, headings of words and rules between',
    url: URL,
    html: page(
      'pl',
      'Relacja na żywo',
      each((report) => `<h2>${clock(report, 1)}</h2><h3>${report.title}</h3>${paragraphs(report)}<hr>`, ''),
    ),
  },
  {
    manner: 'anchors before headings that hold time and title',
    url: URL,
    html: page(
      'de',
      'Liveblog zum Sturm',
      each(
        (report) =>
          `<a id="entry-${report.n}55"></a><h3><span class="time">${clock(report, 1)} Uhr</span> | ${report.title}</h3>${paragraphs(report)}`,
        '',
      ),
    ),
    id: (n) => `entry-${n}55`,
    link: (n) => `#entry-${n}55`,
  },
  {
    manner: 'a name and the time at the end',
    url: URL,
    html: page(
      'en',
      'Live: storm',
      `<div>${each((report) => `<section class="update" id="u${report.n}01"><h2>${report.title}</h2>${paragraphs(report)}<p class="m">Dana Pike · <time datetime="${report.at}">${clock(report, 0)}</time></p></section>`)}</div>`,
    ),
    id: (n) => `u${n}01`,
    authors: ['Dana Pike'],
  },
  {
    manner: 'cards of key moments that look like the entries',
    url: URL,
    html: page(
      'en',
      'Live: storm',
      `<div class="swiper">${each((report) => `<div class="card"><a href="#p${report.n}0"><time datetime="${report.at}">${clock(report, 0)}</time> ${report.title}, as our reporters tell</a></div>`)}</div><div>${each((report) => `<div class="card" id="p${report.n}0"><time datetime="${report.at}">${clock(report, 0)}</time><h3>${report.title}</h3>${paragraphs(report)}</div>`)}</div>`,
    ),
    id: (n) => `p${n}0`,
  },
  {
    manner: 'a live list of AMP',
    url: URL,
    html: page(
      'en',
      'Live: storm',
      `<amp-live-list id="l"><button update>New</button><div items>${each((report) => `<article id="post${report.n}9" data-sort-time="${epoch(report)}" class="amp-wp"><h2>${report.title}</h2><amp-timeago datetime="${report.at}">${minutesAgo(report)} min ago</amp-timeago>${paragraphs(report)}</article>`)}</div></amp-live-list>`,
    ),
    id: (n) => `post${n}9`,
  },
  {
    manner: 'when it was posted and when it was changed in one line',
    url: URL,
    html: page(
      'en-GB',
      'Live: storm',
      each(
        (report) =>
          `<article class="post" id="b-${report.n}f1"><header><p>Posted <time datetime="${report.at}">x</time> • Last updated <time datetime="${report.at}">y</time></p></header><h2>${report.title}</h2>${paragraphs(report)}</article>`,
      ),
    ),
    id: (n) => `b-${n}f1`,
  },
];
