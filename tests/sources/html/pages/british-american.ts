/** Pages in the manner of newsrooms that write English in Europe and North America. */
import {
  clock12,
  comments,
  day,
  each,
  epoch,
  iso,
  minutesAgo,
  moments,
  mostRead,
  naive,
  newsletter,
  otherStories,
  page,
  paragraphs,
  type Report,
  type Sample,
  share,
} from './saltmere.ts';

const TITLE = 'Live updates: Storm reaches Saltmere';
const longZone = (report: Report): string =>
  `${clock12(report, -5, [' a.m.', ' p.m.'])} ET, March ${Number(day(report, -5))}, 2031`;

/** Reporter updates with a portrait and long posts with a headline, one beside the other; the state of the page in a script. */
const newYork: Sample = {
  manner: 'a New York paper',
  url: 'https://www.nytimes.example/live/2031/03/03/us/storm-saltmere',
  html: page(
    'en-US',
    TITLE,
    `<div class="css-1abc"><button type="button"><span>3 new updates</span></button></div>
<section id="story"><section id="live-feed-items" aria-label="Live feed">${each(
      (report) =>
        `<div class="live-blog-post css-1f6zf9n" id="${report.n}a5b2c3d-0000-5f11-9a1b" data-test-id="live-blog-post" data-source-id="10000000${report.n}"><div class="css-h99hf"><div class="css-1wx1auc"><time datetime="${iso(report, -5)}" class="css-16lxk39"><span class="css-x15j1o">March ${Number(day(report, -5))}, 2031, ${clock12(report, -5, [' a.m.', ' p.m.'])} ET</span><span class="css-233int">${minutesAgo(report)} minutes ago</span></time></div><div class="css-uwwqev"><div class="css-kzd6pg"><img alt="Dana Pike" src="https://static.example/pike-thumb.png" class="css-avatar avatar"></div><h2 class="css-9vfk9p" id="${report.n}-slug">${report.title}</h2><div class="css-byline live-blog-byline"><p class="css-1g7pb4h e1jsehar1"><a href="/by/dana-pike" class="e1jsehar0"><span itemprop="name">Dana Pike</span></a></p><span>Reporting from Saltmere</span></div></div>${paragraphs(report, ' class="css-at9mc1 evys1bk0"')}${report.n === 5 ? '<figure class="img-sz-large"><div><picture><source media="(max-width: 599px)" srcset="https://static.example/pier-mobile.jpg 600w"><img alt="A ferry at the pier" src="https://static.example/pier-large.jpg"></picture></div><figcaption><span aria-hidden="false">The ferry at the inner pier.</span><span class="css-credit"><span class="css-1ly73wi">Credit...</span><span>Tom Hale for The Post</span></span></figcaption></figure>' : ''}</div><div class="share-tools">${share('Share')}</div></div>`,
      '<div class="ad css-ad" id="story-ad-1-wrapper"><p>Advertisement</p><a href="#after-ad">SKIP ADVERTISEMENT</a></div>',
    )}</section></section><button>Show more</button>${otherStories('More on the storm', ' class="css-rel"')}`,
  ),
  id: (n) => `${n}a5b2c3d-0000-5f11-9a1b`,
  link: (n) => `#${n}a5b2c3d-0000-5f11-9a1b`,
  picture: {
    type: 'image',
    alt: 'A ferry at the pier',
    caption: 'The ferry at the inner pier.',
    credit: 'Tom Hale for The Post',
  },
  authors: ['Dana Pike'],
};

/** The date in words at the end of the clock time; list of posts beside it. */
const cable: Sample = {
  manner: 'a cable channel of old',
  url: 'https://edition.cnn.example/world/live-news/storm-saltmere-03-03-31/index.html',
  html: page(
    'en',
    TITLE,
    `<div class="post-list"><h3>Our live coverage</h3>${moments('Catch up', (n) => `#h_${n}0ffee123`)}</div><main-posts>${each(
      (report) =>
        `<article id="h_${report.n}0ffee123" class="sc-jqCOkK sc-fYxtnH poststyles__PostBox"><header class="sc-kkGfuU"><span class="sc-dVhcbM">${longZone(report)}</span><h2 class="sc-eNQAEJ">${report.title}</h2><p data-type="byline-area" class="byline">From CNN's Dana Pike in Saltmere</p></header><div class="sc-hMqMXs">${paragraphs(report, ' class="sc-bZQynM"')}</div>${share('Share on')}</article>`,
    )}</main-posts>${newsletter}`,
  ),
  id: (n) => `h_${n}0ffee123`,
  authors: ['Dana Pike'],
};

/** An age and a clock time in one time element, a label of the place, entries and adverts as siblings without a list. */
const network: Sample = {
  manner: 'a network of stations',
  url: 'https://www.nbcnews.example/news/us-news/live-blog/storm-saltmere-rcna100',
  html: page(
    'en',
    TITLE,
    `<div class="article-body__content">${each(
      (report) =>
        `<div class="styles_liveBlogCard__a1 live-blog-card" id="rcrd4${report.n}11"><div class="liveBlogCards__meta"><time class="relative" datetime="${report.at.replace('Z', '.000Z')}" itemprop="datePublished">${minutesAgo(report)}m ago / ${clock12(report, -5, [' AM', ' PM'])} EST</time></div><div class="social-share"><a href="mailto:?subject=x">Share this —</a></div><h2 class="styles_headline__x">${report.title}</h2><div class="article-inline-byline"><span class="byline-name">Dana Pike</span></div>${paragraphs(report)}</div>`,
      '<div class="ad dn-print" data-activity-map="in-body-ad"><p>Paid for by Quay Ropes</p></div>',
    )}</div>${otherStories('Recommended')}${mostRead('Most popular')}`,
  ),
  id: (n) => `rcrd4${n}11`,
  authors: ['Dana Pike'],
};

/** Meta boxes, o-date with a bare UTC offset, a share overlay, posts that hold a pull-quote. */
const pink: Sample = {
  manner: 'a financial paper',
  url: 'https://www.ft.example/content/7d0c9b7e',
  html: page(
    'en-GB',
    'Storm latest: Saltmere harbour closes',
    `<div class="x-live-blog-wrapper" data-live-blog-wrapper-id="7d0c9b7e">${each(
      (report) =>
        `<article class="x-live-blog-post" id="post-a1b2c3d4-000${report.n}" data-trackable="live-post" data-x-component="live-blog-post"><div class="x-live-blog-post__meta"><time class="o-date x-live-blog-post__timestamp" data-o-component="o-date" datetime="${report.at.replace('Z', '.000Z')}">${minutesAgo(report)} minutes ago</time></div><h2 class="x-live-blog-post__title">${report.title}</h2><p class="x-live-blog-post__byline">Dana Pike in Saltmere</p><div class="x-live-blog-post__body n-content-body article--body">${paragraphs(report)}</div><div class="x-live-blog-post__controls"><div class="x-live-blog-post__share-buttons o-share" data-o-component="o-share">${share('Share on')}</div></div></article>`,
      '<div class="o-ads o-ads--center" data-o-ads-name="mid1"><p>Advertisement</p></div>',
    )}</div>${comments('Comments', 'Reply')}`,
  ),
  id: (n) => `post-a1b2c3d4-000${n}`,
  authors: ['Dana Pike'],
};

/** Clock times in capitals; instants without seconds, offset without a colon; a pinned note at the top that is old. */
const broadsheet: Sample = {
  manner: 'a London broadsheet',
  url: 'https://www.telegraph.co.uk/news/2031/03/03/storm-saltmere-latest/',
  html: page(
    'en-GB',
    'Storm latest news: harbour closed',
    `${moments("Today's key moments", (n) => `#update-20310303-${n}`)}<div class="article-body-text live-post-list">${each(
      (report) =>
        `<article class="tpl-live__post live-post js-live-post${report.n === 4 ? ' live-post--key' : ''}" id="update-20310303-${report.n}" data-js="live-post"><header class="live-post__header"><time class="live-post__date" datetime="${report.at.slice(0, 16)}+0000">${clock12(report, 0, ['AM', 'PM'])}</time><h2 class="live-post__headline">${report.title}</h2></header><div class="live-post__body">${paragraphs(report)}</div></article>`,
    )}</div><div class="comments-slot">${comments('Join the conversation', 'Reply')}</div>`,
  ),
  id: (n) => `update-20310303-${n}`,
  link: (n) => `#update-20310303-${n}`,
};

/** A tabloid's WordPress: plain headings of clock time, "8.30pm", title in the same heading, oldest below. */
const tabloid: Sample = {
  manner: 'a free tabloid',
  url: 'https://metro.co.uk/2031/03/03/storm-live-9999/',
  html: page(
    'en-GB',
    'Storm LIVE: harbour closed',
    `<div class="article-body">${each(
      (report) =>
        `<h3 class="live-heading" id="h-${report.n}">${clock12(report, 0, ['am', 'pm'], '.')}: ${report.title}</h3>${paragraphs(report)}`,
      `<div class="metro-newsletter newsletter-box"><h4>Sign up to News Updates</h4></div>`,
    )}<h3>More: Trending</h3><p>Arrow</p></div>${mostRead('Must read')}`,
    '<meta property="article:modified_time" content="2031-03-03T11:45:00+00:00">',
  ),
  id: (n) => `h-${n}`,
};

/** Irish: time spans without a name, local time without zone in datetime; the update mark. */
const irish: Sample = {
  manner: 'an Irish site',
  url: 'https://www.thejournal.ie/storm-live-6000000-Mar2031/',
  html: page(
    'en-IE',
    'As it happens: Storm in Saltmere',
    `<ol class="liveblog-updates">${each(
      (report) =>
        `<li class="liveblog-update" id="liveblog_update_${770 + report.n}"><div class="lb-head"><img class="avatar" src="/img/pike.jpg" alt="Dana Pike"><a class="lb-author author" href="/author/pike">Dana Pike</a><time datetime="${naive(report, 0, ' ')}">${report.n === 6 ? `${minutesAgo(report)} mins ago` : clock12(report, 0, ['AM', 'PM'])}</time>${report.n === 4 ? '<time class="updated" datetime="2031-03-03 10:40:00">Updated 10:40AM</time>' : ''}</div><h3>${report.title}</h3>${paragraphs(report)}<a class="permalink" href="?lb=${770 + report.n}">Link</a></li>`,
      '<li class="ad-mpu advert"><p>Advertisement</p></li>',
    )}</ol>${comments('Comments', 'Reply')}`,
  ),
  id: (n) => `liveblog_update_${770 + n}`,
  authors: ['Dana Pike'],
  updated: { 4: '2031-03-03T10:40:00.000Z' },
};

/** Epoch milliseconds on the entry; a summary box pinned on top that carries a time of its own. */
const canadian: Sample = {
  manner: 'a Canadian broadcaster',
  url: 'https://www.cbc.ca/news/storm-live',
  html: page(
    'en-CA',
    'Storm live: latest updates',
    `<div class="liveStory"><div class="summary-box"><h2>The latest</h2><ul><li>The harbour is closed.</li><li>Ferries wait at the pier.</li></ul></div><section class="lb-timeline">${each(
      (report) =>
        `<div class="lbEntry" data-entry-id="650${report.n}ab" data-published-at="${epoch(report)}"><div class="lbEntryTop"><span class="lbTime">${minutesAgo(report) < 60 ? `${minutesAgo(report)} minutes ago` : `March ${Number(day(report, -5))}`}</span></div><h3 class="lbTitle">${report.title}</h3><div class="lbAuthor authorCard"><div class="author-name">Dana Pike</div></div><div class="lbText">${paragraphs(report)}</div>${share('Share')}</div>`,
    )}</section></div><button class="load-more">Load more</button>${otherStories('Related Stories')}`,
  ),
  id: (n) => `650${n}ab`,
  authors: ['Dana Pike'],
  keyPoints: ['The harbour is closed.', 'Ferries wait at the pier.'],
};

/** A rolling page of headings that are nothing but a clock time in the zone of the paper, the title in a heading below. */
const national: Sample = {
  manner: 'a national paper in Canada',
  url: 'https://www.theglobeandmail.example/canada/article-storm-live/',
  html: page(
    'en-CA',
    'Storm live updates: Saltmere closes its harbour',
    `<article class="c-article-body">${each(
      (report) =>
        `<hr><p class="c-article-body__text"><b>${clock12(report, -5, [' a.m.', ' p.m.'])} ET</b></p><h3 class="c-article-body__subheading">${report.title}</h3>${paragraphs(report, ' class="c-article-body__text"')}<p class="c-article-body__text"><i>– Dana Pike</i></p>`,
      '',
    )}</article>${mostRead('Most popular')}`,
    '<meta property="article:modified_time" content="2031-03-03T11:46:00.000Z">',
  ),
  authors: ['Dana Pike'],
};

export const BRITISH_AMERICAN: readonly Sample[] = [
  newYork,
  cable,
  network,
  pink,
  broadsheet,
  tabloid,
  irish,
  canadian,
  national,
];
