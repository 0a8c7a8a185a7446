import { describe, expect, it } from 'vitest';
import { SourceError } from '../../../src/ports/source.ts';
import { inspected } from './inspected.ts';
import { atom, rss } from './reading.ts';

const GOOD = '<item><guid>8</guid><title>Ferry late</title><link>https://saltmere.example/8</link></item>';
const GOOD_ATOM = '<entry><id>8</id><title>Ferry late</title><link href="https://saltmere.example/8"/></entry>';
const around = (item: string) => rss(`${item}${GOOD}`);
const aroundAtom = (entry: string) => atom(`${entry}${GOOD_ATOM}`);

type Shown = readonly [title: string | undefined, id: string | undefined, url: string | undefined, text: string];
const shown = (text: string): Shown[] =>
  inspected(text).entries.map((entry) => [entry.title, entry.sourceId, entry.url, entry.body.text]);
const PIER: Shown = ['Pier shut', '7', 'https://saltmere.example/7', 'No boats.'];
const FERRY: Shown = ['Ferry late', '8', 'https://saltmere.example/8', ''];
const REST = '<guid>7</guid><link>https://saltmere.example/7</link><description>No boats.</description>';
const ATOM_REST = '<id>7</id><link href="https://saltmere.example/7"/><summary>No boats.</summary>';

describe('a feed that is complete but not well-formed', () => {
  it.each([
    ['an unclosed title', around(`<item><title>Pier shut${REST}</item>`)],
    [
      'an unclosed link',
      around(
        `<item><title>Pier shut</title><link>https://saltmere.example/7<guid>7</guid><description>No boats.</description></item>`,
      ),
    ],
    [
      'an unclosed guid',
      around(
        `<item><guid>7<title>Pier shut</title><link>https://saltmere.example/7</link><description>No boats.</description></item>`,
      ),
    ],
    [
      'an unclosed text',
      around(
        '<item><title>Pier shut</title><description>No boats.<guid>7</guid><link>https://saltmere.example/7</link></item>',
      ),
    ],
    ['an unclosed item', around(`<item><title>Pier shut</title>${REST}`)],
    ['elements closed crosswise', around(`<item><title>Pier <b>shut</title></b>${REST}</item>`)],
    ['an end without a beginning', around(`<item></i><title>Pier shut</title>${REST}</item>`)],
    [
      'a line break of HTML in a text',
      around(
        '<item><title>Pier shut</title><guid>7</guid><link>https://saltmere.example/7</link><description><p>No<br>boats.</p></description></item>',
      ),
    ],
    [
      'an attribute without quotes',
      around(
        `<item><title>Pier shut</title><guid isPermaLink=false>7</guid><link>https://saltmere.example/7</link><description>No boats.</description></item>`,
      ),
    ],
    ['an attribute without a value', around(`<item hidden><title>Pier shut</title>${REST}</item>`)],
    [
      'a sign that begins no tag',
      around(
        `<item><title>Pier shut</title><guid>7</guid><link>https://saltmere.example/7</link><description>No boats.</description><x:tide>< 2 m</x:tide></item>`,
      ),
    ],
    ['an unclosed Atom title', aroundAtom(`<entry><title>Pier shut${ATOM_REST}</entry>`)],
    [
      'an unclosed Atom summary',
      aroundAtom(
        '<entry><title>Pier shut</title><summary>No boats.<id>7</id><link href="https://saltmere.example/7"/></entry>',
      ),
    ],
    ['an unclosed Atom entry', aroundAtom(`<entry><title>Pier shut</title>${ATOM_REST}`)],
    [
      'an Atom link that is not closed',
      aroundAtom(
        '<entry><link href="https://saltmere.example/7"><title>Pier shut</title><id>7</id><summary>No boats.</summary></entry>',
      ),
    ],
  ])('because of %s is read', (_, text) => {
    const texts = shown(text).map(([title, id, url, body]) => [title, id, url, body.replace(/\s+/g, ' ')]);

    expect(texts).toEqual([FERRY, PIER]);
  });

  it('says so, with the reason and the place', () => {
    const text = `<rss version="2.0"><channel>\n<title>Saltmere</title>\n<item><title>Pier shut</item></channel></rss>`;

    expect(inspected(text).snapshot.warnings).toEqual([
      'The feed is not well-formed XML (unexpected close tag in line 3, column 29); it was read as far as it makes sense.',
    ]);
  });

  it('says what is wrong first, not what follows from it', () => {
    const text = '<rss version="2.0"><channel>\n<item><title>Pier shut</item></channel></rss>\nserved by harbour 7';

    expect(inspected(text).snapshot.warnings[0]).toContain('(unexpected close tag in line 2, ');
  });

  it('is read the same way when the same document comes again', () => {
    const text = around(`<item><title>Pier shut${REST}</item>`);

    expect(shown(text)).toEqual(shown(text));
  });

  const wave = (n: number) =>
    `<item><guid>${n}</guid><title>Wave ${n}</title><link>https://saltmere.example/${n}</link><dc:creator>Ada Quay</dc:creator><description>Height <b>${n}</b> m</description><pubDate>Mon, 05 Jun 2023 0${n}:00:00 GMT</pubDate></item>`;
  const swell = (n: number) =>
    `<entry><id>${n}</id><title>Wave ${n}</title><link href="https://saltmere.example/${n}"></link><author><name>Ada Quay</name></author><content type="xhtml"><div>Height <b>${n}</b> m</div></content><updated>2023-06-05T0${n}:00:00Z</updated></entry>`;

  it.each([
    ['RSS', rss([1, 2, 3, 4].map(wave).join('')), /<(?!\/?(?:rss|channel)|\?)[^<>]+>/g],
    [
      'Atom',
      atom([1, 2, 3, 4].map(swell).join(''), '<link href="https://saltmere.example/live"/>'),
      /<(?!\/?feed|\?)[^<>]+>/g,
    ],
  ])('of %s because one tag is missing, whichever, differs in one entry at most', (_, text, tags) => {
    const told = (feed: string) => inspected(feed).entries.map((entry) => JSON.stringify({ ...entry, id: '' }));
    const whole = told(text);
    const { url } = inspected(text).snapshot;

    for (const { 0: tag, index } of text.matchAll(tags)) {
      const feed = text.slice(0, index) + text.slice(index + tag.length);
      const broken = told(feed);

      if (index > text.search(/<item|<entry/)) expect(inspected(feed).snapshot.url).toBe(url);
      const lost = whole.filter((entry) => !broken.includes(entry));

      expect(lost.length, `without ${tag} at ${index}`).toBeLessThan(2);
    }
  });

  it('keeps a sign that begins no tag', () => {
    expect(shown(rss('<item><title>Tide <3 m & falling</title></item>'))[0]?.[0]).toBe('Tide <3 m & falling');
  });

  it('with namespaces under prefixes of its own is read', () => {
    const text =
      '<r:rss xmlns:r="http://backend.userland.com/rss2" xmlns:d="http://purl.org/dc/elements/1.1/"><r:channel><r:item><r:title>Pier shut<d:creator>Ada Quay</d:creator></r:item></r:channel></r:rss>';

    expect(inspected(text).entries.map(({ title, authors }) => [title, authors])).toEqual([
      ['Pier shut', ['Ada Quay']],
    ]);
  });

  it.each([
    ['words', `Notice: the harbour is new\n${around('')}`],
    [
      'a message of its server',
      `<br />\n<b>Warning</b>: storm in <b>/srv/harbour.php</b> on line <b>7</b><br />\n<?xml version="1.0"?>${around('')}`,
    ],
    [
      'a message of its server between its declaration and its root',
      `<?xml version="1.0"?>\n<br />\n<b>Warning</b>: storm in <b>/srv/harbour.php</b> on line <b>7</b><br />\n${around('')}`,
    ],
    ['words between its declaration and its root', `<?xml version="1.0"?>\nThe harbour is new ${around('')}`],
    ['empty lines', `\n\n<?xml version="1.0"?>${around('')}`],
    ['a comment', `<!-- harbour -->\n<?xml version="1.0"?>${around('')}`],
  ])('is read when %s stand before it', (_, text) => {
    expect(shown(text)).toEqual([FERRY]);
  });

  it.each([
    ['words', `${around('')}\nserved by harbour 7`],
    ['a comment', `${around('')}<!-- 12 ms -->`],
    ['a script', `${around('')}<script>count("</rss>")</script>`],
    ['another root', `${around('')}<rss><channel/></rss>`],
    ['the end of a page', `${around('')}</body></html>`],
  ])('is read when %s stand behind it', (_, text) => {
    expect(shown(text)).toEqual([FERRY]);
  });
});

describe('a feed that is cut short', () => {
  const failure = (text: string) => {
    try {
      return inspected(text).entries.length;
    } catch (error) {
      return error instanceof SourceError ? error.kind : error;
    }
  };

  it.each([
    ['in its list', `<rss version="2.0"><channel>${GOOD}`],
    ['in an item', `<rss version="2.0"><channel>${GOOD}<item><title>Pier`],
    ['in an item that is not well-formed', `<rss version="2.0"><channel>${GOOD}<item><title>Pier <b></title>`],
    ['in CDATA that speaks of the end', `<rss version="2.0"><channel>${GOOD}<item><title><![CDATA[</rss>`],
    ['in a comment that speaks of the end', `<rss version="2.0"><channel>${GOOD}<!-- </rss>`],
    ['in the list of an Atom feed', `<feed xmlns="http://www.w3.org/2005/Atom">${GOOD_ATOM}`],
    ['behind the end of its channel', `<rss version="2.0"><channel>${GOOD}</channel>`],
  ])('%s is refused: it must not look as if entries were withdrawn', (_, text) => {
    expect(failure(text)).toBe('malformed');
  });
});
