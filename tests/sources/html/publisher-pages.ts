/**
 * Pages in the manner of publishers' live blogs: their structure and furniture, our own words. All tell the same four
 * reports, so that one expected reading serves them all.
 */
export type Report = { readonly n: number; readonly title: string; readonly text: string; readonly utc: string };

export const REPORTS: readonly Report[] = [
  {
    n: 4,
    title: 'Harbour closed',
    text: 'The harbour master has closed the outer basin until the morning tide turns.',
    utc: '11:44',
  },
  {
    n: 3,
    title: 'Ferries wait',
    text: 'All ferries to the island wait at the inner pier, and forty people with them.',
    utc: '11:05',
  },
  {
    n: 2,
    title: 'Wall holds',
    text: 'Engineers carry sand to the sea wall, where water stands a hand below the edge.',
    utc: '10:31',
  },
  {
    n: 1,
    title: 'Wind turns',
    text: 'The wind has turned to the north-west and takes tiles off the old customs house.',
    utc: '09:58',
  },
];
const DAY = '2031-03-03';
const local = (utc: string, east: number): string =>
  `${String(Number(utc.slice(0, 2)) + east).padStart(2, '0')}${utc.slice(2)}`;
const epoch = (utc: string): number => Date.parse(`${DAY}T${utc}:00Z`);
const advert =
  '<div class="ad-slot"><h2>Advertisement</h2><p>Buy rope and paint at the pier, every day from nine.</p></div>';
const each = (write: (report: Report) => string, between = advert): string =>
  REPORTS.map((report) => write(report) + (report.n === 3 ? between : '')).join('\n');

function page(lang: string, title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="${lang}"><head><title>${title}</title>${head}</head><body><nav><a href="/">Home</a></nav><main><h1>${title}</h1>${body}</main></body></html>`;
}

/** One long box: a line of time, a heading, paragraphs; cards that lead to other stories in between. */
export const flatTicker = page(
  'de',
  'Liveblog: Sturm über Saltmere',
  `<p class="metatextline">Stand: 03.03.2031 12:44 Uhr</p><div class="liveblog">${each(
    ({ n, title, text, utc }) =>
      `<div class="liveblog__datetime">${local(utc, 1)} Uhr</div><h2 class="meldung__subhead" id="meldung-${n}">${title}</h2><p class="textabsatz">${text}</p>`,
    '<div class="teaser-absatz"><a href="/karte-101.html"><h3>Karte: Der Hafen von Saltmere</h3></a></div>',
  )}</div>`,
  `<meta name="date" content="${DAY}T12:44:00">`,
);

/** Relative days in words, label, byline in the foot, a share button. */
export const relativeDays = page(
  'fr',
  'En direct, tempête sur Saltmere',
  `<section class="hero"><h2>Les faits essentiels</h2><ul><li>Le port est fermé.</li><li>Les ferries attendent.</li></ul></section><section id="post-container">${each(
    ({ n, title, text, utc }) =>
      `<section id="post-${n}" class="post post__live" data-post-id="65e${n}"><header><span class="post__date">Aujourd’hui à ${local(utc, 1)}</span><h3 class="post__title">${title}</h3></header><div class="post__content"><p>${text}</p></div><footer><button>Partager</button><span class="author__name">Claire Duval</span></footer></section>`,
  )}</section>`,
);

/** Times for scripts in attributes of their own, words beside them, a byline with its trimmings, a captioned picture. */
export const scriptTimes = page(
  'en',
  'Live updates: Storm hits Saltmere',
  `<div class="summary"><h3>What we're covering</h3><ul><li>The harbour is closed.</li><li>Ferries are waiting.</li></ul></div><div class="items">${each(
    ({ n, title, text, utc }) =>
      `<article id="h_${n}abc0123456789" class="live-story-post" data-page="1"><div class="meta"><span class="live-story-post__timestamp" data-last-updated-at="${DAY}T${utc}:30.000Z" data-first-published-at="${DAY}T${utc}:00.000Z">16 min ago</span></div><h2>${title}</h2><div class="live-story-post__byline">From CNN's Dana Pike in Saltmere</div><p class="paragraph">${text}</p><div class="image"><picture><source srcset="https://media.example/${n}-s.jpg 480w, https://media.example/${n}-l.jpg 1280w"><img src="data:image/gif;base64,R0lGOD" alt="The pier"></picture><div class="image__metadata"><div class="image__caption"><span>The pier on Monday.</span></div><figcaption class="image__credit">Tom Hale</figcaption></div></div><div class="social-share"><button>Link Copied!</button></div></article>`,
  )}</div>`,
);

/** Elements of the publisher's own, epoch times, an anchor, a byline in parts. */
export const ownElements = page(
  'en',
  'Live updates: Storm closes Saltmere harbour',
  `<div class="posts">${each(
    ({ n, title, text, utc }) =>
      `<div class="LiveBlogPost" id="0000019${n}-aaaa"><a name="0000019${n}"></a><bsp-timestamp data-timestamp="${epoch(utc)}" data-recent="1"><span data-date></span></bsp-timestamp><h2 class="LiveBlogPost-headline">${title}</h2><div class="LiveBlogPost-byline"><span>By</span> <span class="LiveBlogPost-authorName">Dana Pike</span></div><div class="RichTextBody"><p>${text}</p></div></div>`,
  )}</div>`,
);

/** An age and a clock beside the machine's time, a caption in parts, share links, an id that is not the anchor. */
export const manyTimes = page(
  'es',
  'Temporal en Saltmere, última hora en directo',
  `<section>${each(
    ({ n, title, text, utc }) =>
      `<article class="lb_p" id="lb-post-${n}" data-post-id="77${n}"><header><div class="lb_t"><time class="a_d" data-date="${DAY}T${local(utc, 1)}:00+01:00"><span>Hace 16 minutos</span></time><span class="lb_hour">${local(utc, 1)}</span></div><a rel="author" href="/autor/ana">Ana Vela</a><h2>${title}</h2></header><p>${text}</p><figure><img loading="lazy" src="https://img.example/${n}.jpg?w=414" srcset="https://img.example/${n}.jpg?w=414 414w, https://img.example/${n}.jpg?w=828 828w" alt="El muelle"><figcaption><span>El muelle, el lunes.</span><span>Tomás Ruiz</span></figcaption></figure><ul><li><a href="https://www.facebook.com/sharer/sharer.php?u=x">Compartir en Facebook</a></li></ul></article>`,
  )}</section>`,
);

/** A pinned entry in a box of its own, a byline with its place, a credit with a lead. */
export const pinnedBox = page(
  'en',
  'Storm live updates: Saltmere harbour is closed',
  (() => {
    const post = (id: string, title: string, text: string, utc: string) =>
      `<div class="live-blog-post css-${id}" id="${id}0f1e2d3c"><time datetime="${DAY}T${local(utc, -5)}:00-05:00"><span>March 3, 2031</span><span>16 minutes ago</span></time><h2>${title}</h2><div class="live-blog-post-byline"><p><a href="/by/x"><span itemprop="author">Dana Pike</span></a></p><span>Reporting from Saltmere</span></div><p>${text}</p><figure><img alt="The pier" src="https://img.example/${id}.jpg"><figcaption><span>The pier on Monday.</span><span class="css-credit"><span>Credit...</span><span>Tom Hale for The Gazette</span></span></figcaption></figure></div>`;
    const run = each(({ n, title, text, utc }) => post(String(n), title, text, utc));
    return `<div id="feed"><div id="pinned"><div>${post('9', 'What to know', 'Here is what to know of the storm and of the ferries this morning.', '08:10')}</div></div>${run}</div>`;
  })(),
);

/** Entries in list items whose articles have the ids; key events that repeat the headlines; readers' questions. */
export const nestedIds = page(
  'en',
  'Live updates: Saltmere harbour closed',
  `<section><h2>Key Events</h2><ul>${REPORTS.map(({ n, title, utc }) => `<li><a href="#post-10${n}"><time datetime="${DAY}T${utc}:00Z">${utc}</time> ${title}, as our reporter tells</a></li>`).join('')}</ul></section><ul class="LiveBlogPosts">${each(
    ({ n, title, text, utc }) =>
      `<li class="item"><article id="post-10${n}"><div>${n === 4 ? '<span class="Tag">Key Event</span>' : ''}<div><span>${n}m ago</span><time datetime="${DAY}T${utc}:00.000Z" class="sr-only">3 Mar at ${utc}</time></div></div><h2>${title}</h2><div class="Byline"><span>By <a href="/x">Dana Pike</a></span></div><p>${text}</p><div class="Comment_box"><p>Will the ferries sail?</p></div></article></li>`,
    '',
  )}</ul>`,
);

/** Times in boxes without a name that say the day in a word, a byline at the end. */
export const namelessTimes = page(
  'de',
  'Sturm im Liveblog',
  `<ol>${each(({ title, text, utc }) => `<li><div><p>Heute, ${local(utc, 1)} Uhr</p><h3>${title}</h3><div><p>${text}</p></div></div></li>`, '')}</ol>`,
);

/** The hour and the day apart. */
export const hourAndDay = page(
  'pl',
  'Sztorm w Saltmere. Relacja na żywo',
  `<div>${each(({ n, title, text, utc }) => `<div class="relationItem" data-id="a${n}b"><div><span class="hour">${local(utc, 1)}</span><span class="day">3 marca 2031</span></div><h3>${title}</h3><p>${text}</p><div class="share">Udostępnij</div></div>`)}</div>`,
);

/** Titles in boxes that are called so, seconds in the time. */
export const boxedTitles = page(
  'en',
  'Storm latest: harbour closed',
  `<div>${each(({ n, title, text, utc }) => `<article class="ncpost" id="ncpost-${n}1188"><div class="ncpost-time"><span>${utc}:00</span></div><div class="ncpost-title"><span>${title}</span></div><div class="ncpost-content"><p>${text}</p><p>&nbsp;</p></div></article>`)}</div>`,
);

/** Ages beside the time, paragraphs as boxes, a line that says who reports. */
export const reportingLine = page(
  'en',
  'LIVE: Storm in Saltmere',
  `<div>${each(({ n, title, text, utc }) => `<div data-testid="LiveBlogPost" id="post-${n}AB12"><div><span>${n} hr ago</span><time datetime="${DAY}T${utc}:00Z"><span>March 3, 2031</span></time></div><h2>${title}</h2><div class="text__x">${text}</div><div><span>Reporting by </span><a rel="author" href="/a">Dana Pike</a></div></div>`)}</div>`,
);

const rows = (write: (report: Report) => string): string => REPORTS.map(write).join('');
export const table = page(
  'en',
  'Storm: live ticker',
  `<table>${rows(({ text, utc }) => `<tr><td>${utc}</td><td>${text}</td></tr>`)}</table>`,
);
export const paragraphs = page(
  'en',
  'Storm: live ticker',
  `<div>${rows(({ text, utc }) => `<p>${utc} – ${text}</p><p>Nobody is hurt.</p>`)}</div>`,
);

const script = (code: string): string => `<script>${code}</script>`;
const state = (code: string, title = 'Storm live'): string =>
  page('en', title, `<div id="root"></div>${code.startsWith('<') ? code : script(code)}`);
const posts = (more: (report: Report) => object): object[] => REPORTS.map(more);

export const apollo = state(
  `window.__APOLLO_STATE__=${JSON.stringify({
    ROOT_QUERY: { __typename: 'Query' },
    'Author:7': { __typename: 'Author', name: 'Dana Pike' },
    ...Object.fromEntries(
      posts(({ n, title, text, utc }) => ({
        __typename: 'LiveBlogUpdate',
        id: String(n),
        title,
        content: `<p>${text}</p>`,
        date: `${DAY}T${utc}:00Z`,
        author: [{ __ref: 'Author:7' }],
      })).map((post, index) => [`LiveBlogUpdate:${index}`, post]),
    ),
  })};window.env={"x":undefined};`,
);

/** Nuxt 3: one list in which all values name each other by their places. */
export const flatState = state(
  `<script type="application/json" id="__NUXT_DATA__">${JSON.stringify(
    flattened({
      data: posts(({ n, title, text, utc }) => ({
        id: String(n),
        title,
        body: `<p>${text}</p>`,
        publishedAt: `${DAY}T${utc}:00Z`,
        authors: [{ name: 'Dana Pike' }],
      })),
    }),
  )}</script>`,
);

function flattened(tree: unknown): unknown[] {
  const list: unknown[] = [];
  const add = (value: unknown): number => {
    const place = list.push(undefined) - 1;
    if (Array.isArray(value)) list[place] = value.map(add);
    else if (typeof value === 'object' && value !== null) {
      list[place] = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, add(inner)]));
    } else list[place] = value;
    return place;
  };
  add(tree);
  return list;
}

export const contentElements = state(
  `window.Fusion=window.Fusion||{};Fusion.globalContent=${JSON.stringify({
    content_elements: posts(({ n, title, text, utc }) => ({
      _id: String(n),
      type: 'story',
      headlines: { basic: title },
      display_date: `${DAY}T${utc}:00Z`,
      credits: { by: [{ name: 'Dana Pike', type: 'author' }] },
      content_elements: [
        { type: 'text', content: text },
        { type: 'image', url: `https://img.example/${n}.jpg`, caption: 'The pier', credits: { name: 'Tom Hale' } },
      ],
    })),
  })};Fusion.spa=false;`,
);

export const messages = state(
  `window.__ARENA_STATE__ = ${JSON.stringify({
    posts: posts(({ n, title, text, utc }) => ({
      key: String(n),
      createdAt: epoch(utc),
      sender: { displayName: 'Dana Pike' },
      message: { title, text: `<p>${text}</p>`, media: n === 4 ? { url: 'https://img.example/4.jpg' } : null },
      status: 'published',
    })),
  })};`,
);

export const newsList = state(
  `window.__LB24_DATA__=${JSON.stringify({
    data: {
      news: posts(({ n, title, text, utc }) => ({
        nid: String(n),
        newstitle: title,
        contents: `<p>${text}</p>`,
        created: epoch(utc) / 1000,
        creator: { name: 'Dana Pike' },
      })),
    },
  })}`,
);

export const paragraphNodes = state(
  `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({
    props: {
      page: {
        updates: {
          nodes: posts(({ n, title, text, utc }) => ({
            id: String(n),
            title,
            publishedAt: `${DAY}T${utc}:00Z`,
            author: { fullName: 'Dana Pike' },
            contents: [
              { type: 'paragraph', children: [{ text: text.slice(0, 20), marks: [] }, { text: text.slice(20) }] },
            ],
          })),
        },
      },
    },
  })}</script>`,
);
