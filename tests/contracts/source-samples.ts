import type { SourceKind } from '../../src/core/entry.ts';
import type { Document } from '../../src/ports/source.ts';

/** One small document of each kind: three updates, the newest first where the kind lists them so. */
const NOON = Date.parse('2031-03-03T12:00:00Z');
const LIVE = 'https://news.saltmere.example/live/storm';
const CLOCKS = ['11:40', '11:20', '10:05'] as const;
const TITLES = ['Pier shut', 'Ferry waits', 'First gusts'] as const;
/** What a page may hold around its words: nothing of it may run, and its links are relative, foreign or worse. */
const HTML =
  '<p>The harbour master has closed the outer basin. <a href="/live/map">The map</a>, ' +
  '<a href="javascript:alert(1)">a trap</a>, <a href="https://gazette.example/tide?utm_source=x">the tide</a>.</p>' +
  '<script>alert("boo")</script><p onclick="alert(2)">Waves broke <b>over</b> the pier.</p>' +
  '<img src="/quay.jpg" alt="The quay" onerror="alert(3)"><iframe srcdoc="<script>alert(4)</script>"></iframe>';

const each = <T>(make: (title: string, clock: string, n: number) => T): T[] =>
  TITLES.map((title, i) => make(title, CLOCKS[i] ?? '', TITLES.length - i));
const iso = (clock: string) => `2031-03-03T${clock}:00Z`;
const escaped = HTML.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const documentOf = (content: unknown, url = LIVE): Document => ({
  url,
  text: typeof content === 'string' ? content : JSON.stringify(content),
  contentType: '',
  fetchedAt: NOON,
});

const guardianId = (n: number) => String(n).repeat(24);
const GUARDIAN = 'https://www.theguardian.com/uk-news/live/2031/mar/03/saltmere-storm-live';

const bbcText = (text: string) => ({
  type: 'paragraph',
  model: { blocks: [{ type: 'fragment', model: { text, attributes: [] } }] },
});
const bbcHeadline = (text: string) => ({
  type: 'headline',
  model: { blocks: [{ type: 'text', model: { blocks: [bbcText(text)] } }] },
});

export const SOURCE_SAMPLES: Readonly<Record<SourceKind, Document>> = {
  guardian: documentOf(
    {
      webURL: GUARDIAN,
      headline: 'Storm reaches Saltmere',
      contentType: 'LiveBlog',
      pagination: { currentPage: 1, totalPages: 1 },
      config: { isLive: true },
      mostRecentBlockId: `block-${guardianId(3)}`,
      blocks: each((title, clock, n) => ({
        id: guardianId(n),
        title,
        elements: [{ _type: 'model.dotcomrendering.pageElements.TextBlockElement', html: HTML }],
        attributes: { pinned: false, keyEvent: n === 1, summary: false },
        contributors: [{ name: 'Ann Lowe' }],
        blockCreatedOn: Date.parse(iso(clock)),
        blockFirstPublished: Date.parse(iso(clock)),
        blockLastUpdated: Date.parse(iso(clock)),
      })),
    },
    GUARDIAN,
  ),
  bbc: documentOf(
    {
      data: {
        title: 'Storm reaches Saltmere',
        isLive: true,
        home: 'news',
        metadata: { atiAnalytics: { contentId: 'urn:bbc:tipo:topic:c0saltmere1t' } },
        liveTextStream: {
          content: {
            data: {
              results: each((title, clock, n) => ({
                typeCode: null,
                type: 'POST',
                urn: `asset:0000000${n}-aaaa-bbbb-cccc-000000000000`,
                header: { model: { blocks: [bbcHeadline(title)] } },
                content: { model: { blocks: [bbcText('Waves broke over the pier. <script>alert(1)</script>')] } },
                options: { isBreakingNews: n === 1 },
                dates: { firstPublished: iso(clock), lastPublished: iso(clock), curated: null },
              })),
              page: { index: 1, total: 1 },
            },
          },
        },
      },
    },
    'https://www.bbc.com/news/live/c0saltmere1t',
  ),
  wordpress: documentOf(
    {
      entries: each((_title, clock, n) => ({
        id: String(n),
        type: 'new',
        render: HTML,
        content: HTML,
        css_classes: 'liveblog',
        timestamp: Date.parse(iso(clock)) / 1000,
        entry_time: Date.parse(iso(clock)) / 1000,
        authors: [{ id: 1, name: 'Ann Lowe' }],
        share_link: `${LIVE}/#${n}`,
      })),
      page: 1,
      pages: 1,
    },
    'https://saltmere.example/wp-json/liveblog/v1/42/get-entries/1/latest',
  ),
  sourcefabric: documentOf(
    {
      _items: each((_title, clock, n) => ({
        _id: `urn:${n}`,
        _created: iso(clock),
        _updated: iso(clock),
        published_date: iso(clock),
        order: n,
        post_status: 'open',
        deleted: false,
        sticky: false,
        lb_highlight: n === 1,
        publisher: { display_name: 'Harbour desk', byline: null },
        groups: [
          { id: 'root', refs: [{ idRef: 'main' }] },
          { id: 'main', refs: [{ residRef: 'x', item: { item_type: 'text', text: HTML, meta: {} } }] },
        ],
      })),
      _meta: { page: 1, max_results: 100, total: 3 },
    },
    'https://live.saltmere.example/api/client_blogs/0123456789abcdef01234567/posts',
  ),
  rss: documentOf(
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Storm</title><link>${LIVE}</link><description>d</description>${each(
      (title, clock, n) =>
        `<item><title>${title}</title><guid isPermaLink="false">${n}</guid><link>${LIVE}/${n}</link>` +
        `<pubDate>Mon, 03 Mar 2031 ${clock}:00 GMT</pubDate><description>${escaped}</description></item>`,
    ).join('')}</channel></rss>`,
    'https://saltmere.example/feed.xml',
  ),
  atom: documentOf(
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Storm</title><id>urn:storm</id><updated>${iso('11:40')}</updated>${each(
      (title, clock, n) =>
        `<entry><title>${title}</title><id>urn:storm:${n}</id><link href="${LIVE}/${n}"/><published>${iso(clock)}</published>` +
        `<updated>${iso(clock)}</updated><author><name>Ann Lowe</name></author><content type="html">${escaped}</content></entry>`,
    ).join('')}</feed>`,
    'https://saltmere.example/atom.xml',
  ),
  'json-feed': documentOf(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Storm',
      home_page_url: LIVE,
      items: each((title, clock, n) => ({
        id: String(n),
        url: `${LIVE}/${n}`,
        title,
        content_html: HTML,
        date_published: iso(clock),
        authors: [{ name: 'Ann Lowe' }],
      })),
    },
    'https://saltmere.example/feed.json',
  ),
  'schema.org': documentOf(
    `<!doctype html><html><head><title>Storm</title><script type="application/ld+json">${JSON.stringify({
      '@context': 'https://schema.org',
      '@type': 'LiveBlogPosting',
      url: LIVE,
      headline: 'Storm over Saltmere',
      liveBlogUpdate: each((title, clock, n) => ({
        '@type': 'BlogPosting',
        '@id': `${LIVE}#post-${n}`,
        url: `${LIVE}#post-${n}`,
        headline: title,
        datePublished: iso(clock),
        articleBody: HTML,
        author: { '@type': 'Person', name: 'Ann Lowe' },
      })),
    }).replaceAll('<', '\\u003c')}</script></head><body><h1>Storm</h1></body></html>`,
  ),
  html: documentOf(
    `<!doctype html><html lang="en"><head><title>Storm: live updates</title></head><body><main><h1>Storm live</h1><div class="posts">${each(
      (title, clock, n) =>
        `<article class="post" id="post-${n}"><time datetime="${iso(clock)}">${clock}</time><h2>${title}</h2>${HTML}</article>`,
    ).join('<hr>')}</div></main></body></html>`,
  ),
  transcript: documentOf(
    `Mar 03, 2031\n\nA storm closes in on Saltmere, the harbour office said today.\n\n${each(
      (title, clock) =>
        `${clock} , Ann Lowe\n\n${title}: waves broke over the pier, and <script>alert(1)</script> was typed by somebody.\n\n`,
    ).join('')}`,
    'https://news.saltmere.example/copy.txt',
  ),
};
