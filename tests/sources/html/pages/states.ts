/** Pages that keep their posts in the state of a framework, beside stories and comments that look the same. */
import { clock, each, epoch, page, paragraphs, REPORTS, type Report, type Sample } from './saltmere.ts';

const html = (report: Report): string => paragraphs(report);
const stories = Array.from({ length: 9 }, (_, n) => ({
  id: `s${n}`,
  title: `Story ${n} of the rest of the paper`,
  publishedAt: `2031-03-03T0${n}:10:00Z`,
  body: `<p>What the council said of matter ${n}, and what it did about it.</p>`,
  url: `https://news.example/2031/story-${n}`,
}));
const remarks = Array.from({ length: 12 }, (_, n) => ({
  id: `c${n}`,
  createdAt: `2031-03-03T11:${10 + n}:00Z`,
  text: `I have not seen the water so high since I was a child, number ${n}.`,
  user: { name: `gull_${n}` },
}));
const shell = (script: string, more = ''): string =>
  page('en', 'Storm live updates', `<div id="__next"><p>Loading…</p>${more}</div>${script}`);
const next = (props: object): string =>
  `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: props }, page: '/live', buildId: 'x' })}</script>`;

/** Posts, stories and comments side by side; more comments and more stories than posts. */
const severalLists: Sample = {
  manner: 'a state of posts, stories and comments',
  url: 'https://news.example/live/a',
  html: shell(
    next({
      related: { articles: stories },
      comments: { items: remarks },
      discussion: { messages: remarks.map(({ user, ...remark }) => ({ ...remark, username: user.name, replies: [] })) },
      mostRead: stories,
      liveblog: {
        posts: REPORTS.map((report) => ({
          id: `p${report.n}`,
          headline: report.title,
          publishedAt: report.at,
          bodyHtml: html(report),
          authors: [{ name: 'Dana Pike' }],
          isKeyEvent: report.n === 4,
        })),
      },
    }),
  ),
  id: (n) => `p${n}`,
  authors: ['Dana Pike'],
  flags: { 4: ['key'] },
};

/** The server draws the newest three; the state holds all. */
const bothDrawn: Sample = {
  manner: 'a state that the server draws a part of',
  url: 'https://news.example/live/b',
  html: shell(
    next({
      blog: {
        updates: REPORTS.map((report) => ({
          id: `p${report.n}`,
          title: report.title,
          datePublished: report.at,
          html: html(report),
        })),
      },
    }),
    each(
      (report) =>
        report.n > 3
          ? `<article class="live-post" id="p${report.n}"><time datetime="${report.at}">${clock(report, 0)}</time><h2>${report.title}</h2>${html(report)}</article>`
          : '',
      '',
    ),
  ),
  id: (n) => `p${n}`,
};

/** Numbers of seconds, fields of a local name, held in an object by key. */
const byKey: Sample = {
  manner: 'a preloaded state by key',
  url: 'https://news.example/live/c',
  html: shell(
    `<script>window.__PRELOADED_STATE__ = ${JSON.stringify({ config: { lang: 'en' }, live: { byId: Object.fromEntries(REPORTS.map((report) => [`e${report.n}`, { id: `e${report.n}`, title: report.title, timestamp: epoch(report) / 1000, text: report.paragraphs.join('\n\n') }])), ids: REPORTS.map(({ n }) => `e${n}`) }, comments: { byId: Object.fromEntries(remarks.map((remark) => [remark.id, remark])) } })};</script>`,
  ),
  id: (n) => `e${n}`,
};

/** Nuxt 2: a function that is called with the values of its letters. */
const called: Sample = {
  manner: 'a state that is a function call',
  url: 'https://news.example/live/d',
  html: shell(
    `<script>window.__NUXT__=(function(a,b,c){return {layout:"default",data:[{liveblog:{id:b,posts:[${REPORTS.map((report) => `{id:"n${report.n}",title:${JSON.stringify(report.title)},created_at:"${report.at}",body:${JSON.stringify(html(report))},author:a,pinned:c}`).join(',')}]}}],error:null,serverRendered:true}}("Dana Pike","blog-1",false));</script>`,
  ),
  id: (n) => `n${n}`,
  authors: ['Dana Pike'],
};

/** Pieces pushed to a list of the framework, each a string of JSON rows. */
const pushed: Sample = {
  manner: 'a state in pushed pieces',
  url: 'https://news.example/live/e',
  html: shell(
    pieces(
      `1:["$","div",null,{}]\n2:${JSON.stringify([
        '$',
        '$L9',
        null,
        {
          liveblog: {
            posts: REPORTS.map((report) => ({
              id: `f${report.n}`,
              title: report.title,
              publishedAt: report.at,
              body: html(report),
            })),
          },
        },
      ])}\n`,
    ),
  ),
  id: (n) => `f${n}`,
};

function pieces(rows: string): string {
  const cut = Math.floor(rows.length / 2);
  return [rows.slice(0, cut), rows.slice(cut)]
    .map((piece) => `<script>self.__next_f.push([1,${JSON.stringify(piece).replaceAll('<', '\\u003c')}])</script>`)
    .join('');
}

/** An Arc page: stories of the promo feeds stand in the content cache, the posts in the global content. */
const arc: Sample = {
  manner: 'an Arc page with its content cache',
  url: 'https://news.example/live/f',
  html: shell(
    `<script>window.Fusion=window.Fusion||{};Fusion.globalContent=${JSON.stringify({ _id: 'X', type: 'story', subtype: 'live-blog', content_elements: REPORTS.map((report) => ({ _id: `A${report.n}`, type: 'story', headlines: { basic: report.title }, display_date: report.at, last_updated_date: report.n === 4 ? '2031-03-03T10:40:00Z' : report.at, credits: { by: [{ name: 'Dana Pike' }] }, content_elements: report.paragraphs.map((content) => ({ type: 'text', content })) })) })};Fusion.contentCache=${JSON.stringify({ 'story-feed': { 'q=1': { data: { content_elements: stories.map((story) => ({ _id: story.id, type: 'story', headlines: { basic: story.title }, display_date: story.publishedAt, canonical_url: `/2031/${story.id}/`, content_elements: [{ type: 'text', content: 'More.' }] })) } } } })};</script>`,
  ),
  id: (n) => `A${n}`,
  authors: ['Dana Pike'],
  updated: { 4: '2031-03-03T10:40:00.000Z' },
};

/** SvelteKit keeps the answers it fetched while it drew: JSON as a text in JSON. https://svelte.dev/docs/kit/load */
const answers: Sample = {
  manner: 'a page that keeps the answers of its interface',
  url: 'https://news.example/live/k',
  html: shell(
    `<script type="application/json" data-sveltekit-fetched data-url="https://api.news.example/live/1">${JSON.stringify(
      {
        status: 200,
        statusText: 'OK',
        headers: {},
        body: JSON.stringify({
          updates: REPORTS.map((report) => ({
            id: `k${report.n}`,
            title: report.title,
            publishedAt: report.at,
            body: html(report),
          })),
        }),
      },
    ).replaceAll('<', '\\u003C')}</script>`,
  ),
  id: (n) => `k${n}`,
};

export const STATES: readonly Sample[] = [severalLists, bothDrawn, byKey, called, pushed, arc, answers];
