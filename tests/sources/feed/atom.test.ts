import { describe, expect, it } from 'vitest';
import { atom, iso, read, readOne } from './reading.ts';

describe('an Atom entry', () => {
  it('gives id, title, link, times, author and content', () => {
    const entry = readOne(
      atom(`<entry><id>tag:saltmere.example,2023:7</id><title type="html">Pier &lt;b&gt;shut&lt;/b&gt;</title>
        <link rel="self" href="/7.atom"/><link href="/7"/><published>2023-06-05T07:16:00Z</published><updated>2023-06-05T07:20:00Z</updated>
        <author><name>Ada Quay</name><email>ada@saltmere.example</email></author><author><email>bo@saltmere.example</email></author>
        <summary>Short</summary><content type="html">&lt;p&gt;The pier is shut.&lt;/p&gt;</content></entry>`),
    );

    expect(entry).toMatchObject({
      sourceId: 'tag:saltmere.example,2023:7',
      title: 'Pier shut',
      url: 'https://feeds.saltmere.example/7',
    });
    expect([iso(entry.publishedAt), iso(entry.updatedAt)]).toEqual([
      '2023-06-05T07:16:00.000Z',
      '2023-06-05T07:20:00.000Z',
    ]);
    expect(entry.authors).toEqual(['Ada Quay', 'bo@saltmere.example']);
    expect(entry.body.text).toBe('The pier is shut.');
  });

  it('resolves addresses against the base that the markup inside sets', () => {
    const { body } = readOne(
      atom(
        '<entry><content type="xhtml" xml:base="https://saltmere.example/a/"><div xmlns="http://www.w3.org/1999/xhtml"><p xml:base="https://quay.example/"><a href="q">Quay</a></p><p><a href="w">Wharf</a></p></div></content></entry>',
      ),
    );

    expect(body.links.map(({ url }) => url)).toEqual(['https://quay.example/q', 'https://saltmere.example/a/w']);
  });

  it('without an author is by the author of the feed it was taken from, else of this feed', () => {
    const { entries } = read(
      atom(
        '<entry><title>own</title></entry><entry><title>taken</title><source><author><name>Bo Pier</name></author></source></entry>',
        '<author><name>Ada Quay</name></author>',
      ),
    );

    expect(Object.fromEntries(entries.map(({ title, authors }) => [title, authors]))).toEqual({
      own: ['Ada Quay'],
      taken: ['Bo Pier'],
    });
  });

  it.each([
    ['plain text with signs', '<content>Tide &lt; 2 m &amp; falling</content>', 'Tide < 2 m & falling'],
    ['text in paragraphs', '<content type="text">One.\n\nTwo.</content>', 'One.\n\nTwo.'],
    [
      'XHTML',
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The <b>outer</b> basin</div></content>',
      'The outer basin',
    ],
    [
      'XHTML under a prefix',
      '<content type="xhtml" xmlns:x="http://www.w3.org/1999/xhtml"><x:div><x:p>One &amp; two</x:p><x:p>Three</x:p></x:div></content>',
      'One & two\n\nThree',
    ],
    [
      'base64',
      `<content type="application/octet-stream">${btoa('The <b>outer</b> basin')}</content>`,
      'The outer basin',
    ],
    ['CDATA', '<content type="html"><![CDATA[<p>The outer basin</p>]]></content>', 'The outer basin'],
    ['content that is elsewhere', '<content type="image/png" src="/a.png"/><summary>A chart</summary>', 'A chart'],
    ['a summary alone', '<summary type="html">&lt;i&gt;Short&lt;/i&gt;</summary>', 'Short'],
  ])('with %s reads as such', (_, content, text) => {
    expect(readOne(atom(`<entry>${content}</entry>`)).body.text).toBe(text);
  });

  it('whose title is text keeps the signs in it', () => {
    const titles = [
      '<title type="text">The &lt;blink&gt; tag</title>',
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Less <em>&lt;</em></div></title>',
    ];

    expect(titles.map((title) => readOne(atom(`<entry>${title}</entry>`)).title)).toEqual([
      'The <blink> tag',
      'Less <',
    ]);
  });

  it('names no entry after the place of a saved file', () => {
    const saved = '<feed xmlns="http://www.w3.org/2005/Atom"><entry xml:base="storm/"><id>7</id></entry></feed>';

    expect(readOne(saved, 'file:///home/ada/live.xml').sourceId).toBe('7');
  });

  it('resolves addresses against every base around them', () => {
    const entry = readOne(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://saltmere.example/live/"><entry xml:base="storm/"><link href="7"/>
        <content type="xhtml" xml:base="7/"><div xmlns="http://www.w3.org/1999/xhtml"><a href="map">Map</a></div></content></entry></feed>`,
    );

    expect(entry.url).toBe('https://saltmere.example/live/storm/7');
    expect(entry.body.links[0]?.url).toBe('https://saltmere.example/live/storm/7/map');
  });

  it('links to itself only where that is a page', () => {
    const self = (type: string) => atom(`<entry><title>a</title><link rel="self" type="${type}" href="/7"/></entry>`);

    expect(readOne(self('application/atom+xml')).url).toBeUndefined();
    expect(readOne(self('text/html')).url).toBe('https://feeds.saltmere.example/7');
  });

  it('shows what is enclosed with it', () => {
    const entry = readOne(
      atom('<entry><title>a</title><link rel="enclosure" type="image/png" href="/a.png"/></entry>'),
    );

    expect(entry.body.media).toEqual([{ type: 'image', url: 'https://feeds.saltmere.example/a.png' }]);
    expect(entry.url).toBeUndefined();
  });
});

describe('an Atom 0.3 entry', () => {
  const old = (entry: string) => `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>${entry}</entry></feed>`;

  it('has its times under their old names', () => {
    const entry = readOne(old('<issued>2004-06-05T07:16:00Z</issued><modified>2004-06-05T07:20:00Z</modified>'));

    expect([iso(entry.publishedAt), iso(entry.updatedAt)]).toEqual([
      '2004-06-05T07:16:00.000Z',
      '2004-06-05T07:20:00.000Z',
    ]);
  });

  it.each([
    ['escaped', '<content type="text/html" mode="escaped">The &lt;b&gt;outer&lt;/b&gt; basin</content>'],
    ['base64', `<content type="text/html" mode="base64">${btoa('The <b>outer</b> basin')}</content>`],
    [
      'xml',
      '<content type="application/xhtml+xml"><div xmlns="http://www.w3.org/1999/xhtml">The <b>outer</b> basin</div></content>',
    ],
    ['plain', '<content type="text/plain" mode="escaped">The outer basin</content>'],
  ])('in mode %s is read', (_, content) => {
    expect(readOne(old(content)).body.text).toBe('The outer basin');
  });

  it('that writes its link as text is linked', () => {
    expect(readOne(old('<link rel="alternate" type="text/html">https://saltmere.example/7</link>')).url).toBe(
      'https://saltmere.example/7',
    );
  });
});

describe('an Atom feed', () => {
  it('under a prefix is read', () => {
    const text =
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Saltmere</a:title><a:entry><a:id>7</a:id></a:entry></a:feed>';

    expect(read(text)).toMatchObject({ kind: 'atom', title: 'Saltmere', entries: [{ sourceId: '7' }] });
  });

  it('says which entries it has withdrawn', () => {
    const tombstone =
      '<at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="tag:7" when="2023-06-05T07:16:00Z"/>';

    expect(read(atom('<entry><id>tag:8</id></entry>', tombstone)).deleted).toEqual(['tag:7']);
  });

  it('may name letters as HTML does, whichever way it is read', () => {
    const title = '<title>Caf&eacute; &amp;eacute; <![CDATA[&eacute;]]></title>';
    const titles = ['', ' xml:base="/"'].map((base) => readOne(atom(`<entry${base}>${title}</entry>`)).title);

    expect(titles).toEqual(['Café &eacute; &eacute;', 'Café &eacute; &eacute;']);
  });

  it('names the blog, not itself', () => {
    const head =
      '<link rel="self" href="/live.xml"/><link rel="alternate" type="text/html" href="https://saltmere.example/live"/>';

    expect(read(atom('', head)).url).toBe('https://saltmere.example/live');
  });
});
