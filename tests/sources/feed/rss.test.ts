import { describe, expect, it } from 'vitest';
import { packBody } from '../../../src/core/packed-body.ts';
import { rssSource } from '../../../src/sources/feed/index.ts';
import { iso, read, readOne, rss } from './reading.ts';

describe('an RSS item', () => {
  it('gives id, title, link, time, author and the whole content before its description', () => {
    const entry = readOne(
      rss(`<item><guid isPermaLink="false">storm-7</guid><title>Ferry cancelled &amp; pier shut</title>
        <link>https://saltmere.example/live/7</link><pubDate>Mon, 05 Jun 2023 08:16:00 +0100</pubDate>
        <dc:creator>Ada Quay</dc:creator><description>Short</description>
        <content:encoded><![CDATA[<p>The 08:30 will not sail.</p><p><a href="/tides">Tides</a></p>]]></content:encoded></item>`),
    );

    expect(entry.sourceId).toBe('storm-7');
    expect(entry.title).toBe('Ferry cancelled & pier shut');
    expect(entry.url).toBe('https://saltmere.example/live/7');
    expect(iso(entry.publishedAt)).toBe('2023-06-05T07:16:00.000Z');
    expect(entry.authors).toEqual(['Ada Quay']);
    expect(entry.body.text).toBe('The 08:30 will not sail.\n\nTides');
    expect(entry.body.links).toEqual([{ text: 'Tides', url: 'https://feeds.saltmere.example/tides' }]);
  });

  it.each([
    ['clerk@saltmere.example (Ada Quay)', 'Ada Quay'],
    ['Ada Quay &lt;clerk@saltmere.example&gt;', 'Ada Quay'],
    ['Ada Quay (clerk@saltmere.example)', 'Ada Quay'],
    ['clerk@saltmere.example', 'clerk@saltmere.example'],
    ['Quay &amp; Daughters (Boats)', 'Quay & Daughters (Boats)'],
    ['@adaquay', '@adaquay'],
    ['Ada (Addie) Quay', 'Ada (Addie) Quay'],
  ])('with author %s is by %s', (author, name) => {
    expect(readOne(rss(`<item><title>a</title><author>${author}</author></item>`)).authors).toEqual([name]);
  });

  it('has its date and its Atom content in any spelling', () => {
    const entry = readOne(
      rss(
        '<item><pubdate>Mon, 05 Jun 2023 08:16:00 +0100</pubdate><atom:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The pier is <b>shut</b>.</p></div></atom:content></item>',
      ),
    );

    expect(iso(entry.publishedAt)).toBe('2023-06-05T07:16:00.000Z');
    expect(entry.body.text).toBe('The pier is shut.');
  });

  it('with an address for author and a name for creator is by the name', () => {
    const item =
      '<item><author>desk@saltmere.example</author><dc:creator>Ada Quay</dc:creator><dc:creator>Bo Pier</dc:creator></item>';

    expect(readOne(rss(item)).authors).toEqual(['Ada Quay', 'Bo Pier']);
  });

  it.each([
    ['a guid that is a permalink', '<guid>https://saltmere.example/7</guid>', 'https://saltmere.example/7'],
    ['a guid that is none', '<guid isPermaLink="false">https://saltmere.example/7</guid>', undefined],
    ['a guid that is no address', '<guid>storm-7</guid>', undefined],
    ['an Atom link', '<atom:link rel="alternate" href="/7"/>', 'https://feeds.saltmere.example/7'],
    ['a relative link', '<link>/live/7</link>', 'https://feeds.saltmere.example/live/7'],
    [
      'a link with a base',
      '<link xml:base="https://saltmere.example/live/">7</link>',
      'https://saltmere.example/live/7',
    ],
    ['a link that runs a script', '<link>javascript:alert(1)</link>', undefined],
    [
      'several links',
      '<link>https://saltmere.example/1</link><link>https://saltmere.example/2</link><link/>',
      'https://saltmere.example/2',
    ],
    ['a link attribute', '<link href="https://saltmere.example/3"/>', 'https://saltmere.example/3'],
  ])('with %s links there', (_, elements, url) => {
    expect(readOne(rss(`<item><title>a</title>${elements}</item>`)).url).toBe(url);
  });

  it.each([
    ['<pubDate>2023-06-05 07:16:00</pubDate>', '2023-06-05T07:16:00.000Z'],
    ['<dc:date>2023-06-05T09:16:00+02:00</dc:date>', '2023-06-05T07:16:00.000Z'],
    ['<pubDate>soon</pubDate><dcterms:issued>2023-06-05T07:16Z</dcterms:issued>', '2023-06-05T07:16:00.000Z'],
    ['<pubDate>Seg, 05 Jun 2023 04:16:00 -0300</pubDate>', '2023-06-05T07:16:00.000Z'],
    ['<atom:published>2023-06-05T07:16:00Z</atom:published>', '2023-06-05T07:16:00.000Z'],
  ])('dated by %s is of %s', (elements, instant) => {
    expect(iso(readOne(rss(`<item><title>a</title>${elements}</item>`)).publishedAt)).toBe(instant);
  });

  it('with a date nobody can read keeps its place and says so', () => {
    const { entries, warnings } = read(rss('<item><title>a</title><pubDate>at high tide</pubDate></item>'));

    expect(entries[0]?.publishedAt).toBeUndefined();
    expect(warnings).toEqual(['A date could not be read, for example "at high tide".']);
  });

  it.each([
    ['Pier &lt;b&gt;shut&lt;/b&gt;', 'Pier shut'],
    ['<![CDATA[Quay &amp; Daughters]]>', 'Quay & Daughters'],
    ['Tide &lt; 2 m', 'Tide < 2 m'],
    ['Caf&eacute; opens', 'Café opens'],
    ['Quay & Daughters', 'Quay & Daughters'],
    ['Caf&amp;eacute; &hellip;', 'Café …'],
  ])('titled %s reads %s', (title, text) => {
    expect(readOne(rss(`<item><title>${title}</title></item>`)).title).toBe(text);
  });

  it('with a summary instead of a description has that for text', () => {
    const summary =
      '<summary>Pier shut</summary><image><title>Not this</title></image><szf:description xmlns:szf="https://strangers.example/">Nor this</szf:description>';

    expect(readOne(rss(`<item>${summary}</item>`))).toMatchObject({ body: { text: 'Pier shut' } });
  });

  it('with markup in its description loses neither words nor order', () => {
    const entry = readOne(rss('<item><description>The <b>outer</b> basin <i>is</i> shut</description></item>'));

    expect(entry.body.text).toBe('The outer basin is shut');
  });

  it('shows the widest rendition of a picture with its caption and credit, and a film', () => {
    const entry = readOne(
      rss(`<item><description>Storm</description><media:group>
        <media:content url="https://img.example/wall/master/140.jpg" medium="image" width="140"/>
        <media:content url="https://img.example/wall/master/460.jpg" medium="image" width="460"><media:credit>Bo Pier</media:credit></media:content>
        <media:description>The wall at dawn</media:description></media:group>
        <enclosure url="https://img.example/wall.mp4" type="video/mp4" length="9"/></item>`),
    );

    expect(entry.body.media).toEqual([
      { type: 'image', url: 'https://img.example/wall/master/460.jpg', caption: 'The wall at dawn', credit: 'Bo Pier' },
      { type: 'video', url: 'https://img.example/wall.mp4' },
    ]);
  });

  it.each([
    ['a picture of its own', '<image><url>https://img.example/7.png</url><title>Pier</title></image>', 'image'],
    ['a player', '<media:player url="https://img.example/7.png"/>', 'embed'],
    [
      'a player in its content',
      '<media:content><media:player url="https://img.example/7.png"/></media:content>',
      'embed',
    ],
  ])('shows %s', (_, item, type) => {
    for (const title of ['Pier shut', 'Pier <b>shut</b>']) {
      const [entry] = read(rss(`<item><title>${title}</title>${item}</item>`)).entries;

      expect(entry?.body.media).toEqual([{ type, url: 'https://img.example/7.png' }]);
    }
  });

  it('whose text is what is said of its picture does not say it twice', () => {
    const item =
      '<item><title>a</title><media:group><media:content url="https://img.example/a.jpg" medium="image"/><media:description>The wall at dawn</media:description></media:group></item>';

    expect(readOne(rss(item)).body).toMatchObject({
      text: 'The wall at dawn',
      media: [{ type: 'image', url: 'https://img.example/a.jpg' }],
    });
    expect(readOne(rss(item)).body.media[0]).not.toHaveProperty('caption');
  });

  it('that is nothing but a link or an author, or nothing at all, is kept', () => {
    const { entries } = read(
      rss('<item><link>https://saltmere.example/1</link></item><item><author>Ada Quay</author></item><item/>'),
    );

    expect(entries.map(({ url, authors }) => url ?? authors[0])).toEqual([
      undefined,
      'Ada Quay',
      'https://saltmere.example/1',
    ]);
  });

  it('keeps its body object while its words stay, so that nobody compares them again', () => {
    const text = rss(
      '<item><description>Pier shut</description><enclosure url="https://img.example/a.jpg" type="image/jpeg"/></item>',
    );
    const body = (html: string) => (html === 'Pier shut' ? same : other);
    const same = packBody({ tree: { type: 'root', children: [] }, text: 'Pier shut', media: [], links: [] });
    const other = packBody({ ...same, text: '' });
    const once = () => readWith(text, body);

    expect(once()).toBe(once());
  });
});

function readWith(text: string, body: (html: string) => ReturnType<typeof read>['entries'][number]['body']) {
  const document = { url: 'https://saltmere.example/', text, contentType: '', fetchedAt: 0 };
  const snapshot = rssSource.read(document, { body });
  return 'elsewhere' in snapshot ? undefined : snapshot.entries[0]?.body;
}

describe('RSS of every version', () => {
  const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

  it.each([
    [
      '0.90',
      `<rdf:RDF xmlns:rdf="${RDF}" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Saltmere</title></channel><item><title>Pier shut</title></item></rdf:RDF>`,
    ],
    [
      '0.91',
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">\n<rss version="0.91"><channel><title>Saltmere</title><item><title>Pier shut</title></item></channel></rss>',
    ],
    [
      '1.0',
      `<rdf:RDF xmlns:rdf="${RDF}" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>Saltmere</title></channel><item rdf:about="y"><title>Pier shut</title></item></rdf:RDF>`,
    ],
    [
      '1.0 under prefixes',
      `<q:RDF xmlns:q="${RDF}" xmlns:r="http://purl.org/rss/1.0/"><r:channel><r:title>Saltmere</r:title></r:channel><r:item><r:title>Pier shut</r:title></r:item></q:RDF>`,
    ],
    [
      '2.0 without a version',
      '<rss><channel><title>Saltmere</title><item><title>Pier shut</title></item></channel></rss>',
    ],
    [
      '2.0 in a namespace',
      '<r:rss xmlns:r="http://backend.userland.com/rss2" version="2.0"><r:channel><r:title>Saltmere</r:title><r:item><r:title>Pier shut</r:title></r:item></r:channel></r:rss>',
    ],
    [
      '2.0 in capitals',
      '<RSS VERSION="2.0"><CHANNEL><TITLE>Saltmere</TITLE><ITEM><TITLE>Pier shut</TITLE></ITEM></CHANNEL></RSS>',
    ],
    [
      '2.0 after a comment and a byte order mark',
      '\ufeff \n<!-- hello --><rss version="2.0"><channel><title>Saltmere</title><item><title>Pier shut</title></item></channel></rss>',
    ],
  ])('%s is read', (_, text) => {
    const { kind, title, entries } = read(text);

    expect([kind, title, entries.map((entry) => entry.title)]).toEqual(['rss', 'Saltmere', ['Pier shut']]);
  });

  it('reads a date whose name one item alone writes in small letters', () => {
    const item = (name: string, title: string) =>
      `<item><title>${title}</title><${name}>Mon, 05 Jun 2023 07:16:00 GMT</${name}></item>`;
    const { entries } = read(rss([item('pubDate', 'a'), item('pubDate', 'b'), item('pubdate', 'c')].join('')));

    expect(entries.map(({ publishedAt }) => iso(publishedAt))).toEqual(Array(3).fill('2023-06-05T07:16:00.000Z'));
  });

  it('reads names that one item alone writes in capitals', () => {
    const { entries } = read(
      rss('<item><title>a</title></item><item><title>b</title></item><item><TITLE>c</TITLE><GUID>7</GUID></item>'),
    );

    expect(entries.map(({ title }) => title)).toEqual(['c', 'b', 'a']);
    expect(entries[0]?.sourceId).toBe('7');
  });

  it('finds Dublin Core under any prefix and leaves strangers of the same name alone', () => {
    const entry = readOne(
      `<rss version="2.0" xmlns:who="http://purl.org/dc/elements/1.1/" xmlns:dc="http://strangers.example/"><channel><item>
        <dc:creator>A stranger</dc:creator><who:creator>Ada Quay</who:creator></item></channel></rss>`,
    );

    expect(entry.authors).toEqual(['Ada Quay']);
  });

  it('takes two prefixes of one namespace for one', () => {
    const snapshot = read(
      `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:atom10="http://www.w3.org/2005/Atom" xmlns:syn="http://purl.org/rss/1.0/modules/syndication/"><channel>
        <atom:link rel="self" href="/live.xml"/><atom10:link rel="next" href="/older.xml"/><syn:updatePeriod>hourly</syn:updatePeriod><item><title>a</title></item></channel></rss>`,
    );

    expect(snapshot).toMatchObject({ older: 'https://feeds.saltmere.example/older.xml', refreshAfter: 3_600_000 });
  });

  it('gives RDF items the id that RDF gives them', () => {
    const entry = readOne(
      `<rdf:RDF xmlns:rdf="${RDF}" xmlns="http://purl.org/rss/1.0/"><channel/><item rdf:about="https://saltmere.example/7"><title>a</title></item></rdf:RDF>`,
    );

    expect([entry.sourceId, entry.url]).toEqual(['https://saltmere.example/7', 'https://saltmere.example/7']);
  });
});

describe('an RSS channel', () => {
  it.each([
    ['<ttl>5</ttl>', 300_000],
    ['<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>', 900_000],
    ['<sy:updatePeriod> hourly </sy:updatePeriod>', 3_600_000],
    ['<ttl>often</ttl>', undefined],
  ])('with %s asks for a pause of %s ms', (channel, pause) => {
    expect(read(rss('', channel)).refreshAfter).toBe(pause);
  });

  it('names the blog and its older page', () => {
    const snapshot = read(
      rss(
        '',
        '<title>Saltmere</title><link>https://saltmere.example/live</link><atom:link rel="next" href="?page=2"/>',
      ),
    );

    expect(snapshot).toMatchObject({
      url: 'https://saltmere.example/live',
      title: 'Saltmere',
      live: null,
      coverage: 'window',
      older: 'https://feeds.saltmere.example/live.xml?page=2',
    });
  });
});
