import { clock, epoch, page, paragraphs, REPORTS, type Report } from '../html/pages/saltmere.ts';

/** Pages of the systems that have readers of their own, written as those write them. */
export type OwnPage = { readonly name: string; readonly url: string; readonly html: string };

const TITLE = 'Storm reaches Saltmere: live';
const each = (write: (report: Report) => string) => REPORTS.map(write).join('\n');
const hex = ({ n }: Report) => String(n).repeat(24);

const NEWS = 'https://news.saltmere.example/live/storm';
const declared = (report: Report) => ({
  '@type': 'BlogPosting',
  '@id': `${NEWS}#post-70${report.n}`,
  headline: report.title,
  datePublished: report.at,
  articleBody: paragraphs(report),
  author: { '@type': 'Person', name: 'Dana Pike' },
});
const drawn = (report: Report) =>
  `<article class="live-entry" id="post-70${report.n}"><time datetime="${report.at}">${clock(report, 0)}</time><h2>${report.title}</h2><p class="byline">Dana Pike</p><div class="text">${paragraphs(report)}</div></article>`;
const linked = `<script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'LiveBlogPosting',
  url: NEWS,
  headline: TITLE,
  coverageStartTime: '2031-03-02T17:00:00Z',
  liveBlogUpdate: REPORTS.map(declared),
}).replaceAll('</', '<\\/')}</script>`;

const item = (report: Report) =>
  `<div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting" id="u-80${report.n}"><meta itemprop="datePublished" content="${report.at}"><h3 itemprop="headline">${report.title}</h3><div itemprop="articleBody">${paragraphs(report)}</div></div>`;

const GUARDIAN = 'https://www.theguardian.com/uk-news/live/2031/mar/03/saltmere-storm-live';
const block = (report: Report) =>
  `<article id="block-${hex(report)}" class="block dcr-1a"><header class="dcr-2b"><div><a href="${GUARDIAN}?page=with:block-${hex(report)}#block-${hex(report)}"><time datetime="${report.at}">4m ago</time><span>${clock(report, 0, '.')} GMT</span></a></div><h2>${report.title}</h2></header>${paragraphs(report, ' class="dcr-7p"')}<footer><div><gu-island name="ShareButton" priority="feature" props="{}"><button>Share</button></gu-island></div></footer></article>`;

const BBC = 'https://www.bbc.co.uk/news/live/uk-31234567';
const lx = (report: Report) =>
  `<li class="lx-stream__post-container"><article id="post_${hex(report)}" class="lx-stream-post"><div class="lx-stream-post__meta"><time class="lx-stream-post__meta-time"><span class="gs-u-vh">Posted at </span><span class="qa-post-auto-meta">${clock(report, 0)}${report.n < 3 ? ' 2 Mar' : ''}</span></time></div><header class="lx-stream-post__header"><h3 class="lx-stream-post__header-title"><span class="lx-stream-post__header-text">${report.title}</span></h3></header><div class="lx-stream-post-body">${paragraphs(report)}</div></article></li>`;

const asset = (report: Report) =>
  `<article><h3 id="asset:0000000${report.n}-aaaa-bbbb-cccc-000000000000"><span><span><time datetime="${report.at}">${clock(report, 0)}</time></span><span>${report.title}</span></span></h3><div>${paragraphs(report)}</div></article>`;

const PLUGIN = 'https://saltmere.example/storm/';
const byScript = (report: Report) =>
  `<article id="id_90${report.n}" class="liveblog-entry"><header class="liveblog-meta"><div class="liveblog-meta-author"><span class="liveblog-meta-author-name">Dana Pike</span></div><a class="liveblog-meta-time" href="${PLUGIN}#90${report.n}"><abbr title="${report.at}" class="liveblog-timestamp">${clock(report, 0)}</abbr></a></header><div class="liveblog-entry-content">${paragraphs(report)}</div></article>`;

const POSTS = 'https://live.saltmere.example/storm';
const themed = (report: Report) =>
  `<article class="lb-post list-group-item" data-post-id="urn:newsml:${report.n}" data-post-sticky="false"><span class="lb-post-date" data-js-timestamp="${report.at}">${epoch(report)}</span><p class="lb-author__name">Dana Pike</p><div class="items-container"><div class="lb-item">${paragraphs(report)}</div></div></article>`;

const GUARDIAN_2016 = 'https://www.theguardian.com/uk-news/live/2016/mar/03/saltmere-storm-live';
const oldBlock = (report: Report) =>
  `<div id="block-${hex(report)}" class="block${report.n === 4 ? ' is-key-event' : ''}" itemprop="liveBlogUpdate" itemscope itemtype="http://schema.org/BlogPosting"><p class="block-time published-time"><a href="${GUARDIAN_2016}?page=with:block-${hex(report)}#block-${hex(report)}" itemprop="url" class="block-time__link"><time datetime="${report.at}" data-relativeformat="med" class="js-timestamp">${clock(report, 0, '.')} GMT</time></a></p><h2 class="block-title" itemprop="name">${report.title}</h2><div class="block-elements" itemprop="articleBody">${paragraphs(report)}</div></div>`;

const BBC_2012 = 'http://www.bbc.co.uk/news/uk-17000000';
const eventItem = (report: Report) =>
  `<li class="class-EDITORIAL" id="entry_${report.n}"><p class="timestamp">${clock(report, 0, '')}: </p><h3>${report.title}</h3>${paragraphs(report)}</li>`;

const serverDrawn = (report: Report) =>
  `<div id="liveblog-entry-90${report.n}" class="comment byuser liveblog-entry" data-timestamp="${epoch(report) / 1000}"><header class="liveblog-meta"><span class="liveblog-author-name">Dana Pike</span><span class="liveblog-meta-time"><a href="#liveblog-entry-90${report.n}"><span class="date">March ${report.at.slice(9, 10)}, 2031</span><span class="time">${clock(report, 0)}</span></a></span></header><div class="liveblog-entry-text" data-original-content="">${paragraphs(report)}</div></div>`;

const desk = (report: Report) =>
  `<li class="normal" data-gimme-postid="${report.n}"><div class="post-header"><span class="post-datetime"><time data-date="${report.at}">${clock(report, 0)}</time></span><span class="post-publisher-name">Dana Pike</span></div><div class="post-content"><div class="post-core-content">${paragraphs(report, ' class="post-text"')}</div></div></li>`;

const canonical = (url: string) => `<link rel="canonical" href="${url}">`;

export const OWN_PAGES: readonly OwnPage[] = [
  { name: 'declared and drawn', url: NEWS, html: page('en', TITLE, each(drawn), canonical(NEWS) + linked) },
  {
    name: 'declared in microdata',
    url: NEWS,
    html: page(
      'en',
      TITLE,
      `<div itemscope itemtype="https://schema.org/LiveBlogPosting"><meta itemprop="headline" content="${TITLE}">${each(item)}</div>`,
    ),
  },
  { name: 'a page of the Guardian', url: GUARDIAN, html: page('en', TITLE, each(block), canonical(GUARDIAN)) },
  {
    name: 'an older page of the BBC',
    url: BBC,
    html: page('en', TITLE, `<ol class="lx-stream__feed qa-stream">${each(lx)}</ol>`, canonical(BBC)),
  },
  { name: 'a page of the BBC without its data', url: BBC, html: page('en', TITLE, each(asset), canonical(BBC)) },
  {
    name: 'a page of the plugin for WordPress',
    url: PLUGIN,
    html: page('en', TITLE, `<div id="liveblog-entries">${each(byScript)}</div>`, canonical(PLUGIN)),
  },
  { name: 'a page of Sourcefabric', url: POSTS, html: page('en', TITLE, each(themed), canonical(POSTS)) },
  {
    name: 'a page of the Guardian of 2016',
    url: GUARDIAN_2016,
    html: page(
      'en',
      TITLE,
      `<div class="js-liveblog-body js-blog-blocks">${each(oldBlock)}</div>`,
      canonical(GUARDIAN_2016),
    ),
  },
  {
    name: 'a page of the BBC of 2012',
    url: BBC_2012,
    html: page(
      'en',
      TITLE,
      `<div class="live_event" id="live-event"><ol class="live_event_stream">${each(eventItem)}</ol></div>`,
      canonical(BBC_2012),
    ),
  },
  {
    name: 'a page that the plugin for WordPress drew on the server',
    url: PLUGIN,
    html: page(
      'en',
      TITLE,
      `<div id="liveblog-container"><div id="liveblog-entries">${each(serverDrawn)}</div></div>`,
      canonical(PLUGIN),
    ),
  },
  {
    name: 'a page of Live Blog 1',
    url: POSTS,
    html: page(
      'en',
      TITLE,
      `<div id="livedesk-root"><ul id="liveblog-posts" data-gimme="posts.list">${each(desk)}</ul></div>`,
      canonical(POSTS),
    ),
  },
];
