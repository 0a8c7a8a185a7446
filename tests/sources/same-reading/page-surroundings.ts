import { type Change, withText } from './change.ts';

const TITLES = [
  'Council budget goes to a second reading this week',
  'Old lighthouse lamp comes back from the workshop',
  'Rowing club finds its stolen boat on the far shore',
  'School choir sings at the opening of the new pier',
  'Fish market moves to Thursday for the whole spring',
  'Two new buses for the hill above the harbour',
  'Museum buys a painting of the storm of 1953',
];
const at = (n: number): string => `2026-06-30T${String(20 - n * 2).padStart(2, '0')}:1${n}:00Z`;
const clock = (n: number): string => at(n).slice(11, 16);
const each = (write: (title: string, n: number) => string) => TITLES.map(write).join('\n');

const named = {
  'a cookie banner':
    '<div id="cookie-banner" class="cookie-banner" role="dialog"><h2>Your privacy</h2><p>We and our 812 partners keep cookies until 08:00 tomorrow.</p><button>Accept</button></div>',
  'a newsletter box':
    '<div class="newsletter-signup"><h3>The Harbour Letter</h3><p>Every morning at 06:30 in your mailbox.</p><form><input type="email" name="email"><button>Sign up</button></form></div>',
  'related stories with their times': `<section class="related-articles"><h2>Related stories</h2><ul>${each((title, n) => `<li><a href="/2026/06/30/story-${n}"><h3>${title}</h3></a><time datetime="${at(n)}">${clock(n)}</time></li>`)}</ul></section>`,
  'comments of readers': `<section class="comments" id="comments"><h2>Comments (7)</h2><ol>${each((title, n) => `<li class="comment" id="comment-${700 - n}"><b>gull_${n}</b> <time datetime="${at(n)}">${clock(n)}</time><p>I was down there this morning and have to say that ${title.toLowerCase()}, whatever they tell you.</p><button>Reply</button></li>`)}</ol></section>`,
  'a list of videos': `<div class="video-playlist"><h2>Watch</h2><ul>${each((title, n) => `<li class="video-playlist__item" data-video-id="v${n}"><a href="/videos/${n}"><span class="title">${title}</span><span class="duration">0${n}:4${n}</span></a></li>`)}</ul></div>`,
  'the most read': `<aside><h2>Most read</h2><ol>${each((title, n) => `<li><a href="/s/${n}">${title}</a> <time datetime="${at((n * 3) % 7)}">${clock((n * 3) % 7)}</time></li>`)}</ol></aside>`,
  'other live blogs': `<nav class="live-nav"><h2>Live now</h2><ul>${each((title, n) => `<li><a href="/live/${n}"><span class="live-label">LIVE</span> ${title}</a> <time datetime="${at(n)}">${n} min ago</time></li>`)}</ul></nav>`,
};

/** The same where makers name nothing, or by letters of a build. */
const headed = {
  'stories under names of a build': `<section class="css-91kq"><h2 class="css-1t">More on this story</h2><div class="css-7w">${each((title, n) => `<div class="css-w${n}2"><a class="css-a1" href="/2026/06/30/story-${n}"><h3 class="css-8u">${title}</h3></a><p class="css-3e">What it means for the town.</p><time class="css-4r" datetime="${at(n)}">${clock(n)}</time></div>`)}</div></section>`,
  'a front page of stories': `<div><h2>Today’s top stories</h2><div>${each((title, n) => `<article><a href="https://gazette.example/2026/06/30/${n}"><h3>${title}</h3><p>${title}, and what the council thinks of it.</p></a><time datetime="${at(n)}">${n + 1} hours ago</time></article>`)}</div></div>`,
};

/** Without a heading either: in one box with the words of the last entry they would be its words. */
const headless = {
  'a programme': `<table><tbody>${each((title, n) => `<tr><td>1${n}:00</td><td>${title.split(' ').slice(0, 3).join(' ')}</td></tr>`)}</tbody></table>`,
  'the weather by the hour': `<div class="css-wx"><h3>Weather</h3><ul>${each((_title, n) => `<li><span>1${n}:00</span><span>${14 + n}°</span></li>`)}</ul></div>`,
  scores: `<div class="scoreboard"><ul>${each((title, n) => `<li><span>${title.split(' ')[0]} ${n} : ${n + 1} Tidewick</span><time>4${n}'</time></li>`)}</ul></div>`,
  'a clock': '<div class="css-ck"><span>Saltmere</span> <time>21:34</time> <span>14°</span></div>',
};

const within = (text: string, open: RegExp, close: string, before: string, after: string) => {
  const tag = open.exec(text);
  const from = tag === null ? 0 : tag.index + tag[0].length;
  const end = text.toLowerCase().lastIndexOf(close);
  const to = end < from ? text.length : end;
  return `${text.slice(0, from)}${before}${text.slice(from, to)}${after}${text.slice(to)}`;
};
const inBody = (text: string, before: string, after: string) =>
  within(text, /<body\b[^>]*>/iu, '</body>', before, after);
const inMain = (text: string, before: string, after: string) =>
  /<main\b/iu.test(text) ? within(text, /<main\b[^>]*>/iu, '</main>', before, after) : text;

const around = ([what, html]: [string, string]): Change[] => [
  { what: `${what} above it`, apply: (document) => withText(document, inBody(document.text, html, '')) },
  { what: `${what} below it`, apply: (document) => withText(document, inBody(document.text, '', html)) },
];
const inside = ([what, html]: [string, string]): Change => ({
  what: `${what} at the end of its main part`,
  apply: (document) => withText(document, inMain(document.text, '', html)),
});

const boxes = (n: number) => ['<div>'.repeat(n), '</div>'.repeat(n)] as const;

/** What stands around a live blog, which is no part of it. */
export const PAGE_SURROUNDINGS: readonly Change[] = [
  ...[...Object.entries(named), ...Object.entries(headed), ...Object.entries(headless)].flatMap(around),
  ...[...Object.entries(named), ...Object.entries(headed)].map(inside),
  {
    what: 'everything at once around it',
    apply: (document) => {
      const all = Object.values({ ...named, ...headed, ...headless }).join('\n');
      return withText(document, inBody(document.text, all, all));
    },
  },
  { what: 'its body in boxes', apply: (document) => withText(document, inBody(document.text, ...boxes(12))) },
  { what: 'its main part in boxes', apply: (document) => withText(document, inMain(document.text, ...boxes(3))) },
  {
    what: 'no main part named',
    apply: (document) => withText(document, document.text.replace(/<(\/?)main\b/giu, '<$1div')),
  },
];
