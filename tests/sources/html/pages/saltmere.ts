import type { Flag } from '../../../../src/core/entry.ts';

/** What the newsroom of Saltmere reported in two days of storm; all pages in this folder tell it, each in its own manner. */
export type Report = {
  readonly n: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** When it was published, in UTC. */
  readonly at: string;
};

export const REPORTS: readonly Report[] = [
  {
    n: 6,
    title: 'Harbour closed to all boats',
    paragraphs: ['The harbour master has closed the outer basin until the morning tide turns.'],
    at: '2031-03-03T11:44:00Z',
  },
  {
    n: 5,
    title: 'Ferries wait at the pier',
    paragraphs: [
      'All ferries to the island wait at the inner pier, and forty people with them.',
      'The canteen stays open for them, the company says.',
    ],
    at: '2031-03-03T11:05:00Z',
  },
  {
    n: 4,
    title: 'Sea wall holds for now',
    paragraphs: ['Engineers carry sand to the sea wall, where water stands a hand below the edge.'],
    at: '2031-03-03T10:31:00Z',
  },
  {
    n: 3,
    title: 'Wind turns to the north-west',
    paragraphs: ['The wind has turned and takes tiles off the old customs house in Quay Street.'],
    at: '2031-03-03T09:58:00Z',
  },
  {
    n: 2,
    title: 'Council opens the school hall',
    paragraphs: ['Beds for eighty people stand in the school hall, the council said in a short note.'],
    at: '2031-03-02T21:40:00Z',
  },
  {
    n: 1,
    title: 'Storm warning for the coast',
    paragraphs: ['The weather office warns of gusts of hurricane force on the whole coast after midnight.'],
    at: '2031-03-02T17:15:00Z',
  },
];

export const textOf = (report: Report): string => report.paragraphs.join('\n\n');
export const OLDEST_FIRST: readonly Report[] = REPORTS.toReversed();

/** A page and what a reader of it would say it reports. */
export type Sample = {
  /** In whose manner it is marked up. */
  readonly manner: string;
  readonly url: string;
  readonly html: string;
  /** The id that the page gives a report; undefined where it gives none. */
  readonly id?: (n: number) => string;
  readonly link?: (n: number) => string;
  readonly authors?: readonly string[];
  readonly flags?: Readonly<Record<number, readonly Flag[]>>;
  readonly updated?: Readonly<Record<number, string>>;
  /** The reports it shows, if not all. */
  readonly shows?: readonly number[];
  readonly titles?: false | ((report: Report) => string);
  readonly keyPoints?: readonly string[];
  /** The picture of report 5. */
  readonly picture?: object;
  readonly text?: (report: Report) => string;
  /** Posts of others are shown in it. */
  readonly embeds?: true;
  readonly live?: boolean | null;
  /** Its locale alone tells the zone, which is said. */
  readonly guessed?: true;
};

export const epoch = ({ at }: Report): number => Date.parse(at);
/** The report's time on the wall, `east` hours of UTC. */
export const wall = ({ at }: Report, east: number): Date => new Date(Date.parse(at) + east * 3_600_000);
export const two = (n: number): string => String(n).padStart(2, '0');
export const clock = (report: Report, east: number, between = ':'): string => {
  const at = wall(report, east);
  return `${two(at.getUTCHours())}${between}${two(at.getUTCMinutes())}`;
};
export const clock12 = (report: Report, east: number, [am, pm] = ['am', 'pm'], between = ':'): string => {
  const at = wall(report, east);
  return `${at.getUTCHours() % 12 || 12}${between}${two(at.getUTCMinutes())}${at.getUTCHours() < 12 ? am : pm}`;
};
export const iso = (report: Report, east: number): string =>
  `${wall(report, east).toISOString().slice(0, 19)}${east < 0 ? '-' : '+'}${two(Math.abs(east))}:00`;
export const naive = (report: Report, east: number, between = 'T'): string =>
  wall(report, east).toISOString().slice(0, 19).replace('T', between);
export const minutesAgo = (report: Report): number => (Date.parse('2031-03-03T12:00:00Z') - epoch(report)) / 60_000;
export const day = (report: Report, east: number): string => two(wall(report, east).getUTCDate());

export const paragraphs = (report: Report, attributes = ''): string =>
  report.paragraphs.map((text) => `<p${attributes}>${text}</p>`).join('\n');

const OTHER = [
  'Council budget goes to a second reading this week',
  'Old lighthouse lamp comes back from the workshop',
  'Rowing club finds its stolen boat on the far shore',
  'School choir sings at the opening of the new pier',
  'Fish market moves to Thursday for the whole spring',
];
const utc = (hour: number, minute: number): string => `2031-03-03T${two(hour)}:${two(minute)}:00Z`;

/** Stories of the rest of the paper, each with its time: the newest first, as most pages list them. */
export const otherStories = (heading: string, attributes = ''): string =>
  `<section${attributes}><h2>${heading}</h2><ul>${OTHER.map((title, n) => `<li class="css-1k2j${n}"><a href="/2031/03/03/story-${n}.html"><h3>${title}</h3></a><p>What it means for the town, and what comes next.</p><time datetime="${utc(9 - n, 7 * n)}">${two(9 - n)}:${two(7 * n)}</time></li>`).join('')}</ul></section>`;

export const mostRead = (heading: string): string =>
  `<div class="css-9qwe1"><h2>${heading}</h2><ol>${OTHER.map((title, n) => `<li><span>${n + 1}</span><a href="/s/${n}">${title}</a><time datetime="${utc((n * 5) % 11, 12)}">${(n * 5) % 11}:12</time></li>`).join('')}</ol></div>`;

export const comments = (heading: string, reply: string): string =>
  `<section id="discussion"><h2>${heading} (5)</h2><ol>${['tideglass', 'old_salt', 'pierwatch', 'gull_7', 'ropewalk'].map((who, n) => `<li class="c-item" id="c${4400 + n}"><b>${who}</b> <time datetime="${utc(11, 50 - n * 3)}">${n * 3 + 10} min</time><p>I was down at the harbour this morning and I have not seen it like this since I was a child, number ${n}.</p><button>${reply}</button></li>`).join('')}</ol></section>`;

export const moments = (heading: string, link: (n: number) => string, east = 0): string =>
  `<div class="toc"><h2>${heading}</h2><ul>${REPORTS.map((report) => `<li><a href="${link(report.n)}"><time>${clock(report, east)}</time> ${report.title}</a></li>`).join('')}</ul></div>`;

export const share = (words: string): string =>
  `<ul class="soc"><li><a href="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fx.example">${words} Facebook</a></li><li><a href="https://twitter.com/intent/tweet?url=x">${words} X</a></li><li><button type="button">${words}</button></li></ul>`;

export const advert =
  '<div class="ad-slot" id="ad-7"><span>Advertisement</span><p>Rope and paint at the pier, every day from 09:00.</p></div>';
export const newsletter =
  '<div class="newsletter-box"><h3>The Harbour Letter</h3><p>Every morning at 06:30 in your mailbox.</p><form><input type="email"><button>Sign up</button></form></div>';

/** What stands around every page of a newsroom: banner, bar, navigation, foot. */
export function page(lang: string, title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title} | Saltmere Post</title><meta property="og:title" content="${title}"><meta property="og:type" content="article">${head}</head><body class="article-page">
<a class="skip-link" href="#main">Skip to content</a><div id="cookie-consent" role="dialog"><p>We and our 812 partners keep cookies until 08:00 tomorrow.</p><button>Accept</button></div>
<div class="breaking-bar"><a href="/news/9"><b>Breaking</b> <time datetime="2031-03-03T11:58:00Z">11:58</time> Council meets tonight</a></div>
<header role="banner"><nav><ul><li><a href="/">Home</a></li><li><a href="/live">Live</a></li><li><a href="/sport">Sport</a></li></ul></nav><time datetime="2031-03-03">Monday 3 March 2031</time></header>
<main id="main"><h1>${title}</h1>${body}</main>
<footer><ul><li><a href="/about">About</a></li><li><a href="/terms">Terms</a></li></ul><p>© 2031 Saltmere Post. Open 09:00 to 17:00.</p></footer><script>window.dataLayer=[{"page":"live","time":"2031-03-03T11:59:00Z"}];</script></body></html>`;
}

/** All reports, with something between the second and the third. */
export const each = (write: (report: Report) => string, between = advert, list = REPORTS): string =>
  list.map((report, place) => (place === 2 ? between : '') + write(report)).join('\n');
