/** Pages in the manner of newsrooms of South Asia, the Gulf, Australia and New Zealand. */
import {
  clock,
  clock12,
  comments,
  day,
  each,
  iso,
  minutesAgo,
  moments,
  mostRead,
  newsletter,
  otherStories,
  page,
  paragraphs,
  type Report,
  type Sample,
  share,
} from './saltmere.ts';

const east = 5.5;
const indian = (report: Report): string => clock12(report, east, [' AM', ' PM']);

/** "08:17 PM (IST)Mar 03": the hour, its zone and the day run into each other. */
const mumbai: Sample = {
  manner: 'a Mumbai daily',
  url: 'https://timesofindia.indiatimes.com/india/storm-live-updates/liveblog/1.cms',
  html: page(
    'en-IN',
    'Storm live updates: Saltmere harbour closed',
    `<div class="liveblog_wrapper">${each(
      (report) =>
        `<div class="lb_item" data-msid="10123${report.n}" id="lb10123${report.n}"><div class="lb_time"><span class="hour_min">${indian(report)} (IST)</span><span class="lb_day">Mar ${day(report, east)}</span></div><h3 class="lb_title">${report.title}</h3><div class="lb_story">${paragraphs(report)}</div>${share('Share on')}</div>`,
      '<div class="lb_ad advert"><span>Ad</span></div>',
    )}</div>${otherStories('Trending Stories')}`,
    '<meta property="article:modified_time" content="2031-03-03T17:15:00+05:30">',
  ),
  id: (n) => `lb10123${n}`,
};

/** Date first, then the time and IST, all in one line. */
const delhi: Sample = {
  manner: 'a Delhi daily',
  url: 'https://www.hindustantimes.com/world/storm-live-1.html',
  html: page(
    'en-IN',
    'Storm live: harbour closed',
    `<ul class="listingPage">${each(
      (report) =>
        `<li class="liveblog_item" id="story-77${report.n}10"><span class="blogTime">Mar ${Number(day(report, east))}, 2031 ${indian(report)} IST</span><h3><a href="#story-77${report.n}10">${report.title}</a></h3><div class="blogText">${paragraphs(report)}</div></li>`,
      '',
    )}</ul>${newsletter}`,
  ),
  id: (n) => `story-77${n}10`,
};

/** Clock, zone in brackets, date right behind. */
const express: Sample = {
  manner: 'another Delhi daily',
  url: 'https://indianexpress.com/article/world/storm-live-updates-9/',
  html: page(
    'en-IN',
    'Storm Live Updates: Saltmere closes harbour',
    `<div class="ev-live-blog">${each(
      (report) =>
        `<div class="eventlist-item" data-id="lbp_${report.n}88"><p class="ev-date"><strong>${clock(report, east)} (IST)</strong><small>${day(report, east)} Mar 2031</small></p><h2>${report.title}</h2>${paragraphs(report)}</div>`,
      '<div class="ie-int-campign-ad adboxtop"><p>Advertisement</p></div>',
    )}</div>${comments('Comments', 'Reply')}`,
  ),
  id: (n) => `lbp_${n}88`,
};

/** "March 03, 2031 17:14" as a line, heading in a link to the entry. */
const chennai: Sample = {
  manner: 'a Chennai daily',
  url: 'https://www.thehindu.com/news/international/storm-live/article1.ece',
  html: page(
    'en-IN',
    'Storm updates: harbour closed',
    `<div class="liveblog-content">${each(
      (report) =>
        `<div class="element live" id="liveblog-${report.n}4"><div class="updated-time">March ${day(report, east)}, 2031 ${clock(report, east)}</div><h3 class="sub-title"><a href="#liveblog-${report.n}4">${report.title}</a></h3>${paragraphs(report)}<p class="agency">PTI</p></div>`,
    )}</div>`,
  ),
  id: (n) => `liveblog-${n}4`,
  text: ({ paragraphs: said }) => [...said, 'PTI'].join('\n\n'),
};

/** "16m ago (11:44 GMT)" in one line; list items of a timeline. */
const doha: Sample = {
  manner: 'a Gulf broadcaster',
  url: 'https://www.aljazeera.example/news/liveblog/2031/3/3/storm-live',
  html: page(
    'en',
    'Storm live: harbour of Saltmere closed',
    `<div class="container--live"><h2>List of 3 items</h2><ul class="timeline wysiwyg" aria-label="Live updates">${each(
      (report) =>
        `<li class="timeline__item" data-id="35${report.n}00"><div class="timeline__time"><span class="date-relative">${Math.floor(minutesAgo(report) / 60) === 0 ? `${minutesAgo(report)}m` : `${Math.floor(minutesAgo(report) / 60)}h`} ago</span><span class="date-simple">(${clock(report, 0)} GMT)</span></div><h2>${report.title}</h2><div class="wysiwyg">${paragraphs(report)}</div></li>`,
      '<li class="timeline__advert ads"><div class="container--ads"><p>Advertisement</p></div></li>',
    )}</ul></div>${mostRead('Most popular')}`,
    '<meta property="article:modified_time" content="2031-03-03T11:44:00Z">',
  ),
  id: (n) => `35${n}00`,
};

/** Sections with an instant of local time and offset; age and full date beside; a key event label; a box pinned above. */
const sydney: Sample = {
  manner: 'the Australian public news',
  url: 'https://www.abc.net.au/news/2031-03-03/live-updates-storm/1',
  html: page(
    'en-AU',
    'Live updates: Storm in Saltmere',
    `${moments('Key events', (n) => `#live-blog-post-25${n}`, 11)}<div data-component="LiveBlog"><h2>Live updates</h2><p>To leave a comment on the blog, please log in</p>${each(
      (report) =>
        `<section data-component="LiveBlogPost" id="live-blog-post-25${report.n}"><div>${report.n === 4 ? '<span>Key Event</span>' : ''}<span aria-hidden="true">${minutesAgo(report)}m ago</span><time datetime="${iso(report, 11)}" data-component="Timestamp"><span>Posted ${minutesAgo(report)} minutes ago</span></time></div><h2>${report.title}</h2><p>By <a href="/p" data-component="Link">Dana Pike</a></p>${paragraphs(report)}<div data-component="ShareLinks">${share('Share')}</div></section>`,
      '<section data-component="Poll"><h2>Have your say</h2><p>Are you at home?</p></section>',
    )}</div>`,
  ),
  id: (n) => `live-blog-post-25${n}`,
  authors: ['Dana Pike'],
  flags: { 4: ['key'] },
};

/** Clock times of the morning as lines, date separators between; "8.30pm"; each post with a byline. */
const herald: Sample = {
  manner: 'a Sydney paper',
  url: 'https://www.smh.com.au/national/storm-live-20310303-p5.html',
  html: page(
    'en-AU',
    'Storm as it happened: harbour closed',
    `<div data-testid="liveblog-posts">${each(
      (report) =>
        `<article data-testid="liveblog-post" id="p5a${report.n}9"><div><span>${clock12(report, 11, ['am', 'pm'], '.')}</span><span>on March ${Number(day(report, 11))}, 2031</span></div><h3>${report.title}</h3><div>By Dana Pike</div>${paragraphs(report)}</article>`,
      '<div><p>Advertisement</p></div>',
    )}</div>`,
  ),
  id: (n) => `p5a${n}9`,
  authors: ['Dana Pike'],
};

/** Headings of nothing but "12:31 pm today", text below; New Zealand. */
const wellington: Sample = {
  manner: 'the public radio of New Zealand',
  url: 'https://www.rnz.co.nz/news/live/storm-live-updates',
  html: page(
    'en-NZ',
    'Live: Storm hits Saltmere',
    `<div class="live-updates" id="updates">${each(
      (report) =>
        `<div class="live-updates__item" data-update-id="41${report.n}"><h4 class="live-updates__time">${clock12(report, 13, [' am', ' pm'])}</h4><h3>${report.title}</h3>${paragraphs(report)}</div>`,
    )}</div>`,
    '<meta property="article:modified_time" content="2031-03-04T00:45:00+13:00">',
  ),
  id: (n) => `41${n}`,
};

export const ASIA_PACIFIC: readonly Sample[] = [mumbai, delhi, express, chennai, doha, sydney, herald, wellington];
