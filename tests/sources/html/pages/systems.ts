/** Pages in the manner of the systems that many newsrooms run their live blogs on. */
import {
  advert,
  clock,
  comments,
  each,
  epoch,
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

const URL = 'https://news.example/live/storm';

/** A channel of the messenger as its web preview shows it: oldest first, the time in the foot of the bubble. */
const messenger: Sample = {
  manner: 'the web preview of a messenger',
  url: 'https://t.me/s/saltmerepost',
  html: page(
    'en',
    'Saltmere Post – Telegram',
    `<div class="tgme_container"><section class="tgme_channel_history js-message_history">${each(
      (report) =>
        `<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="saltmerepost/${200 + report.n}" data-view="eyJjIj"><div class="tgme_widget_message_user"><a href="https://t.me/saltmerepost"><i class="tgme_widget_message_user_photo bgcolor0" data-content="S"><img src="https://cdn.example/u.jpg"></i></a></div><div class="tgme_widget_message_bubble"><div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" href="https://t.me/saltmerepost"><span dir="auto">Saltmere Post</span></a></div>${report.n === 5 ? `<a class="tgme_widget_message_photo_wrap" href="https://t.me/saltmerepost/205" style="width:800px;background-image:url('https://cdn.example/pier.jpg')"><div class="tgme_widget_message_photo" style="padding-top:66%"></div></a>` : ''}<div class="tgme_widget_message_text js-message_text" dir="auto"><b>${report.title}</b><br/><br/>${report.paragraphs.join('<br/><br/>')}</div><div class="tgme_widget_message_footer compact js-message_footer"><div class="tgme_widget_message_info short js-message_info"><span class="tgme_widget_message_views">1.2K</span><span class="copyonly"> views</span><span class="tgme_widget_message_meta"><a class="tgme_widget_message_date" href="https://t.me/saltmerepost/${200 + report.n}"><time datetime="${report.at.replace('Z', '+00:00')}" class="time">${clock(report, 0)}</time></a></span></div></div></div></div></div>`,
      '<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message service_message js-widget_message" data-post="saltmerepost/199"><div class="tgme_widget_message_service_date_wrap"><span class="tgme_widget_message_service_date">March 3</span></div></div></div>',
      OLDEST_FIRST,
    )}</section></div>`,
  ),
  id: (n) => `saltmerepost/${200 + n}`,
  link: (n) => `https://t.me/saltmerepost/${200 + n}`,
  authors: ['Saltmere Post'],
  picture: { url: 'https://cdn.example/pier.jpg' },
};

/** A thread by microformats: h-entry, dt-published, e-content, u-url. http://microformats.org/wiki/h-entry */
const microformats: Sample = {
  manner: 'a thread with microformats',
  url: 'https://social.example/@saltmere/1',
  html: page(
    'en',
    'Saltmere Post: storm updates, live',
    `<div class="activity-stream h-feed">${each(
      (report) =>
        `<div class="entry h-entry"><div class="status"><a class="status__display-name u-url p-author h-card" href="https://social.example/@saltmere"><strong class="display-name p-name">Saltmere Post</strong></a><div class="status__content"><div class="e-content"><p>${report.title}.</p>${paragraphs(report)}</div></div><a class="status__relative-time u-url u-uid" rel="noopener" href="https://social.example/@saltmere/11${report.n}"><time class="dt-published" datetime="${report.at}" title="Mar 3">${minutesAgo(report)}m</time></a><div class="status__action-bar"><button>Reply</button><button>Boost</button></div></div></div>`,
      '',
      OLDEST_FIRST,
    )}</div>`,
  ),
  link: (n) => `https://social.example/@saltmere/11${n}`,
  titles: false,
  authors: ['Saltmere Post'],
  text: ({ title, paragraphs: said }) => [`${title}.`, ...said].join('\n\n'),
};

/** Items of a news widget: a number for each, time in a box of words, the pinned one marked by a class. */
const widget: Sample = {
  manner: 'a live blog widget of list items',
  url: URL,
  html: page(
    'en',
    'Live: Storm in Saltmere',
    `<div id="LB24_LIVE_CONTENT"><div class="lb24-base-new-items"><button>5 new updates</button></div><ul class="lb24-base-list-ul">${each(
      (report) =>
        `<li class="lb24-base-list-li lb24-base-news-item${report.n === 6 ? ' lb24-base-news-pinned' : ''}" data-nid="27000${report.n}"><div class="lb24-base-news-top"><span class="lb24-base-news-time" data-time="${epoch(report) / 1000}">${minutesAgo(report)} minutes ago</span><span class="lb24-base-news-author author">Dana Pike</span></div><div class="lb24-base-news-title">${report.title}</div><div class="lb24-base-news-contents">${paragraphs(report)}</div><div class="lb24-base-share-wrap">${share('Share')}</div></li>`,
      '<li class="lb24-base-ad"><p>Advertisement</p></li>',
    )}</ul></div>${newsletter}`,
  ),
  id: (n) => `27000${n}`,
  authors: ['Dana Pike'],
  flags: { 6: ['pinned'] },
};

/** Boxes with an age and a name, reactions and replies with times inside the entry. */
const chat: Sample = {
  manner: 'a live blog and chat widget',
  url: URL,
  html: page(
    'en',
    'Storm live blog',
    `<div class="arena-liveblog">${each(
      (report) =>
        `<div class="liveblog-post" data-post-id="-Mx${report.n}a7" id="post--Mx${report.n}a7"><div class="post-header"><img class="avatar" src="/p.png" alt=""><div class="post-author author">Dana Pike</div><div class="post-time"><time datetime="${report.at}">${minutesAgo(report)} min ago</time></div></div><h2 class="post-title">${report.title}</h2><div class="post-content">${paragraphs(report)}</div><div class="post-reactions"><button>👍 4</button></div><div class="post-replies comments"><div class="reply"><span>gull_7</span><time datetime="2031-03-03T11:59:00Z">1 min ago</time><p>Stay safe, all of you down there at the pier.</p></div></div></div>`,
      advert,
    )}</div>`,
  ),
  id: (n) => `-Mx${n}a7`,
  authors: ['Dana Pike'],
};

/** Editor's post boxes: epoch in a date box, byline first, the id of the post in the attribute of the box. */
const scribble: Sample = {
  manner: 'an old event system',
  url: URL,
  html: page(
    'en',
    'Event: storm live',
    `<div id="scrbbl-stream"><ul class="scrbbl-posts">${each(
      (report) =>
        `<li class="scrbbl-post" data-post-id="4488${report.n}"><div class="scrbbl-post-header"><span class="scrbbl-creator byline">Dana Pike</span><span class="scrbbl-date" data-date="${epoch(report)}">March 3</span></div><div class="scrbbl-post-content"><h3>${report.title}</h3>${paragraphs(report)}</div></li>`,
      '',
    )}</ul></div>${comments('Comments', 'Reply')}`,
  ),
  id: (n) => `4488${n}`,
  authors: ['Dana Pike'],
};

/** Views of nodes: an article a row, `about` names its own address; the submitted line. */
const rows: Sample = {
  manner: 'a Drupal site',
  url: URL,
  html: page(
    'en',
    'Storm in Saltmere: live updates',
    `<div class="view view-live-blog"><div class="view-content">${each(
      (report) =>
        `<div class="views-row"><article about="/live/storm/update-${report.n}" class="node node--type-live-update node--view-mode-default" data-history-node-id="61${report.n}"><h3 class="node__title"><span>${report.title}</span></h3><footer class="node__meta"><div class="node__submitted">By <span class="field--name-uid author">Dana Pike</span> <time datetime="${report.at}">3 March, ${clock(report, 0)}</time></div></footer><div class="node__content"><div class="field--name-body">${paragraphs(report)}</div></div></article></div>`,
      '',
    )}</div><nav class="pager"><a href="?page=1">Next</a></nav></div>${mostRead('Most read')}`,
  ),
  id: (n) => `61${n}`,
  authors: ['Dana Pike'],
};

/** A blog's post with clock headings, the title after a dash; cards of other posts between; oldest first. */
const blog: Sample = {
  manner: 'a blog by Ghost, oldest first',
  guessed: true,
  url: 'https://saltmere.example/storm-live/',
  html: page(
    'en-GB',
    'Storm live blog',
    `<section class="gh-content">${each(
      (report) => `<h3 id="h${report.n}">${clock(report, 0)} – ${report.title}</h3>${paragraphs(report)}`,
      '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://saltmere.example/tides"><div class="kg-bookmark-title">How tides work</div></a></figure>',
      OLDEST_FIRST,
    )}</section>`,
    '<meta property="article:modified_time" content="2031-03-03T11:45:00.000Z"><meta property="og:locale" content="en_GB">',
  ),
  id: (n) => `h${n}`,
};

const SLUGS = ['warning', 'school', 'wind', 'wall', 'ferries', 'gates'];
function slug({ n }: Report): string {
  return SLUGS[n - 1] ?? '';
}

/** Ids that are words: each entry is an anchor of its own by name, and its share link says so. */
const named: Sample = {
  manner: 'a site whose entries are named by words',
  url: URL,
  html: page(
    'en',
    'Storm: live updates',
    `<div class="entries">${each(
      (report) =>
        `<article class="entry" id="${slug(report)}"><time datetime="${report.at}">${minutesAgo(report)} minutes ago</time><h2>${report.title}</h2>${paragraphs(report)}<a class="share" href="${URL}#${slug(report)}">Link to this update</a></article>`,
    )}</div>`,
  ),
  id: (n) => SLUGS[n - 1] ?? '',
};

/** Groups of blocks with an anchor each, the byline beside the time. */
const blocks: Sample = {
  manner: 'WordPress blocks with an anchor each',
  url: URL,
  html: page(
    'en',
    'Live coverage: storm',
    `<div class="entry-content wp-block-post-content">${moments('Jump to', (n) => `#update-${n}`)}${each(
      (report) =>
        `<div class="wp-block-group live-update" id="update-${report.n}"><p class="has-small-font-size"><time datetime="${report.at}">${clock(report, 0)}</time> by Dana Pike</p><h3 class="wp-block-heading">${report.title}</h3>${paragraphs(report)}${report.n === 5 ? '<figure class="wp-block-image size-large"><img src="https://s.example/w/pier-1024x683.jpg" alt="Pier" class="wp-image-4" srcset="https://s.example/w/pier-1024x683.jpg 1024w, https://s.example/w/pier.jpg 2000w"><figcaption class="wp-element-caption">The pier. Photo: Tom Hale</figcaption></figure>' : ''}</div>`,
    )}</div>${otherStories('You may also like')}`,
  ),
  id: (n) => `update-${n}`,
  link: (n) => `#update-${n}`,
  authors: ['Dana Pike'],
  picture: { url: 'https://s.example/w/pier.jpg', alt: 'Pier', caption: 'The pier.', credit: 'Tom Hale' },
};

export const SYSTEMS: readonly Sample[] = [messenger, microformats, widget, chat, scribble, rows, blog, named, blocks];
