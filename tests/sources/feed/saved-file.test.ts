import { describe, expect, it } from 'vitest';
import { inspected, seenIn } from './inspected.ts';
import { atom, FEED_URL, rss } from './reading.ts';

const FILE = 'file:///home/ada/live.xml';
const RELATIVE = /^2 links are relative, and a file has no address to resolve them against: .*"\/storm\/[67]"\.$/;

const item = (inner: string) => rss(`<item><title>Pier shut</title>${inner}</item>`, '');
const entry = (inner: string) => atom(`<entry><title>Pier shut</title>${inner}</entry>`);
const json = (fields: object) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Saltmere', items: [{ id: '7', ...fields }] });

describe('a feed in a file', () => {
  it.each([
    ['an RSS link', item('<link>/storm/7</link>'), '/storm/7'],
    ['an RSS link beside it', item('<link>storm/7?a=1&amp;b=2#c</link>'), 'storm/7?a=1&b=2#c'],
    ['an Atom link in RSS', item('<atom:link href="../7"/>'), '../7'],
    ['a guid that is a path', item('<guid>/storm/7</guid>'), '/storm/7'],
    ['a guid that says it is a link', item('<guid isPermaLink="true">storm/7</guid>'), 'storm/7'],
    ['an Atom link', entry('<link rel="alternate" href="/storm/7"/>'), '/storm/7'],
    ['an Atom page of its own', entry('<link rel="self" type="text/html" href="7.html"/>'), '7.html'],
    ['a link of JSON', json({ url: '/storm/7', title: 'Pier shut' }), '/storm/7'],
  ])('gives %s that is relative as it is written', (_, document, url) => {
    expect(seenIn(document, FILE).url).toBe(url);
  });

  it.each([
    ['the link of its channel', rss('<item><title>a</title><link>/storm/7</link></item>')],
    [
      'the address its feed has on the web',
      rss(
        '<item><title>a</title><link>7</link></item>',
        '<atom:link rel="self" href="https://saltmere.example/storm/feed.xml"/><link>/</link>',
      ),
    ],
    [
      'that address, rather than the link of its channel',
      atom(
        '<entry><title>a</title><link href="7"/></entry>',
        '<link href="https://saltmere.example/"/><link rel="self" href="https://saltmere.example/storm/feed.xml"/>',
      ),
    ],
    [
      'that address in JSON',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        feed_url: 'https://saltmere.example/storm/feed.json',
        home_page_url: 'https://saltmere.example/',
        items: [{ id: '7', url: '7', title: 'a' }],
      }),
    ],
    [
      'a base of its own',
      item('<link>/storm/7</link>').replace('<rss ', '<rss xml:base="https://saltmere.example/live/" '),
    ],
    [
      'a base that starts from the address it has on the web',
      atom(
        '<entry><title>a</title><link href="7"/></entry>',
        '<link rel="self" href="https://saltmere.example/feed.xml"/>',
      ).replace('<feed ', '<feed xml:base="/storm/" '),
    ],
    ['a guid with an address', item('<link>/storm/7</link><guid>https://saltmere.example/storm/7</guid>')],
    ['an id with an address', entry('<link href="/storm/7"/><id>https://saltmere.example/storm/7</id>')],
    ['an id with an address in JSON', json({ id: 'https://saltmere.example/storm/7', url: '/storm/7' })],
  ])('finds the address in %s', (_, document) => {
    expect(seenIn(document, FILE).url).toBe('https://saltmere.example/storm/7');
  });

  it('is of the site that its address on the web leads to', () => {
    const feed = '<atom:link rel="self" href="https://saltmere.example/storm/feed.xml"/><link>/live</link>';

    expect(inspected(rss('', feed), FILE).snapshot.url).toBe('https://saltmere.example/live');
  });

  it.each([
    'javascript:alert(1)',
    'java&#10;script:alert(1)',
    '&#1;javascript:alert(1)',
    'data:text/html,a',
    'mailto:ada@example.org',
    'tag:saltmere.example,2023:7',
    '\\\\saltmere.example\\7',
    'see the quay',
    '&lt;7&gt;',
  ])('takes %j for no link', (link) => {
    expect(seenIn(item(`<link>${link}</link>`), FILE).url).toBeUndefined();
    expect(seenIn(entry(`<link href="${link}"/>`), FILE).url).toBeUndefined();
  });

  it('says once that its links are relative', () => {
    const two = (link: (n: number) => string) => [6, 7].map((n) => link(n)).join('');
    const items = two((n) => `<item><guid>${n}</guid><link>/storm/${n}</link></item>`);
    const entries = two((n) => `<entry><id>${n}</id><link href="/storm/${n}"/></entry>`);
    const listed = [6, 7].map((n) => ({ id: String(n), url: `/storm/${n}`, content_text: `a ${n}` }));
    const documents = [
      rss(items, ''),
      atom(entries),
      JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: listed }),
    ];

    const said = documents.map((document) => inspected(document, FILE).snapshot.warnings);
    const saidOnline = documents.map((document) => inspected(document, FEED_URL).snapshot.warnings);

    const relative = (warnings: readonly string[]) => warnings.filter((warning) => RELATIVE.test(warning)).length;
    expect(said.map(relative)).toEqual([1, 1, 1]);
    expect(saidOnline.map(relative)).toEqual([0, 0, 0]);
  });

  it('names no entry after a relative link', () => {
    const document = (link: string) => item(`<pubDate>Mon, 05 Jun 2023 07:16:00 GMT</pubDate>${link}`);

    expect(seenIn(document('<link>/storm/7</link>'), FILE).id).toBe(seenIn(document(''), FILE).id);
    expect(seenIn(document('<link>https://saltmere.example/7</link>'), FILE).id).toBe('https://saltmere.example/7');
  });

  it('tells entries apart that have one name and relative links', () => {
    const items = [6, 7].map((n) => `<item><guid>x</guid><title>Pier ${n}</title><link>/storm/${n}</link></item>`);

    const { entries } = inspected(rss(items.join(''), ''), FILE);

    expect(entries.map(({ title, url }) => [title, url])).toEqual([
      ['Pier 7', '/storm/7'],
      ['Pier 6', '/storm/6'],
    ]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(2);
  });

  it('resolves the links in a text against the address of its entry, and against no relative one', () => {
    const text = '<description>&lt;a href="/map"&gt;Map&lt;/a&gt; of the pier</description>';
    const linksOf = (link: string) => inspected(item(`${link}${text}`), FILE).entries[0]?.body.links;

    expect(linksOf('<link>https://saltmere.example/7</link>')).toEqual([
      { text: 'Map', url: 'https://saltmere.example/map' },
    ]);
    expect(linksOf('<link>/storm/7</link>')).toEqual([]);
  });

  it.each([
    ['RSS', rss('', '<title>Saltmere</title><ttl>5</ttl>')],
    ['RSS without a version', '<rss><channel><title>Saltmere</title></channel></rss>'],
    [
      'RDF',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Saltmere</title></channel></rdf:RDF>',
    ],
    ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom"><title>Saltmere</title></feed>'],
    ['Atom 0.3', '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Saltmere</title></feed>'],
    [
      'Atom with a title of Dublin Core',
      '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Saltmere</dc:title></feed>',
    ],
    ['JSON', '{"version":"https://jsonfeed.org/version/1.1","title":"Saltmere","items":[]}'],
  ])('without entries is a blog without any, in %s', (_, document) => {
    const { snapshot, entries } = inspected(document, FILE);

    expect([snapshot.title, entries, snapshot.warnings]).toEqual(['Saltmere', [], []]);
  });
});
