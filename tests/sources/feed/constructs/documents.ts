import { ENTITIES } from './entities.ts';
import { NAMESPACES } from './namespaces.ts';
import type { Whole } from './row.ts';

const PIER = { title: 'Pier shut' };
const WHOLE = { title: 'Pier shut', url: 'https://saltmere.example/7', blogTitle: 'Saltmere' };

const CASES: readonly Whole[] = [
  {
    construct: 'RSS in capitals',
    document:
      '<RSS VERSION="2.0"><CHANNEL><TITLE>Saltmere</TITLE><ITEM><TITLE>Pier shut</TITLE><LINK>https://saltmere.example/7</LINK><GUID ISPERMALINK="false">7</GUID><PUBDATE>Mon, 05 Jun 2023 07:16:00 GMT</PUBDATE></ITEM></CHANNEL></RSS>',
    seen: { ...WHOLE, id: '7', published: '2023-06-05T07:16:00Z' },
  },
  {
    construct: 'an item with names in odd letters',
    document:
      '<rss version="2.0"><channel><item><Title>Pier shut</Title><Link>https://saltmere.example/7</Link><Description>Shut</Description><PubDate>Mon, 05 Jun 2023 07:16:00 GMT</PubDate><Author>Ada Quay</Author></item></channel></rss>',
    seen: {
      ...PIER,
      url: 'https://saltmere.example/7',
      text: 'Shut',
      published: '2023-06-05T07:16:00Z',
      authors: ['Ada Quay'],
    },
  },
  {
    construct: 'Dublin Core in odd letters',
    document:
      '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item><title>Pier shut</title><dc:Creator>Ada Quay</dc:Creator></item></channel></rss>',
    seen: { ...PIER, authors: ['Ada Quay'] },
    only: 'feedparser',
  },
  {
    construct: 'Atom in odd letters',
    document:
      '<Feed xmlns="http://www.w3.org/2005/Atom"><Entry><Title>Pier shut</Title><Link HREF="https://saltmere.example/7" Rel="alternate"/></Entry></Feed>',
    seen: { ...PIER, url: 'https://saltmere.example/7' },
    only: 'feedparser',
  },
];

const NEWER: readonly Whole[] = [
  {
    construct: 'RSS 1.1',
    document:
      '<Channel xmlns="http://purl.org/net/rss1.1#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about="https://saltmere.example/feed"><title>Saltmere</title><link>https://saltmere.example/</link><items rdf:parseType="Collection"><item rdf:about="https://saltmere.example/7"><title>Pier shut</title><link>https://saltmere.example/7</link><description>Shut</description><dc:date>2023-06-05T07:16:00Z</dc:date></item></items></Channel>',
    seen: { ...WHOLE, text: 'Shut', published: '2023-06-05T07:16:00Z' },
    only: 'neither', // gofeed knows no such feed, feedparser no such time
  },
];

const based = (feed: string, entry: string, inner: string, xmlns = 'http://www.w3.org/2005/Atom') =>
  `<feed xmlns="${xmlns}"${feed}><entry${entry}>${inner}</entry></feed>`;
const BASE = ' xml:base="https://quay.example/live/"';
const BASES: readonly Whole[] = [
  {
    construct: 'a base of the feed for a link',
    document: based(BASE, '', '<title>a</title><link href="7"/>'),
    seen: { url: 'https://quay.example/live/7' },
  },
  {
    construct: 'a base of the entry for a link',
    document: based('', BASE, '<title>a</title><link href="7"/>'),
    seen: { url: 'https://quay.example/live/7' },
  },
  {
    construct: 'a base upon a base',
    document: based(BASE, ' xml:base="storm/"', '<title>a</title><link href="7"/>'),
    seen: { url: 'https://quay.example/live/storm/7' },
  },
  {
    construct: 'a base of the link itself',
    document: based('', '', '<title>a</title><link xml:base="https://quay.example/live/" href="7"/>'),
    seen: { url: 'https://quay.example/live/7' },
  },
  {
    construct: 'a base from the root',
    document: based(BASE, ' xml:base="/storm/"', '<title>a</title><link href="7"/>'),
    seen: { url: 'https://quay.example/storm/7' },
  },
  {
    construct: 'a base that is the page itself',
    document: based(BASE, '', '<title>a</title><link href=""/>'),
    seen: { url: 'https://quay.example/live/' },
  },
  {
    construct: 'a base for an id',
    document: based(BASE, '', '<title>a</title><id>7</id>'),
    seen: { id: 'https://quay.example/live/7' },
  },
  {
    construct: 'a base of the id itself',
    document: based('', '', '<title>a</title><id xml:base="https://quay.example/live/">7</id>'),
    seen: { id: 'https://quay.example/live/7' },
  },
  {
    construct: 'a base, and an id that needs none',
    document: based(BASE, '', '<title>a</title><id>tag:quay.example,2023:7</id>'),
    seen: { id: 'tag:quay.example,2023:7' },
  },
  {
    construct: 'a base that must not run',
    document: based(' xml:base="javascript:alert(1)"', '', '<title>a</title><link href="https://quay.example/7"/>'),
    seen: { url: 'https://quay.example/7' },
  },
  {
    construct: 'a base in RSS for a link',
    document:
      '<rss version="2.0" xml:base="https://quay.example/live/"><channel><item><title>a</title><link>7</link></item></channel></rss>',
    seen: { url: 'https://quay.example/live/7' },
    only: 'feedparser',
  },
  {
    construct: 'a base in RSS for a guid',
    document:
      '<rss version="2.0" xml:base="https://quay.example/live/"><channel><item><title>a</title><guid isPermaLink="true">7</guid></item></channel></rss>',
    seen: { id: 'https://quay.example/live/7', url: 'https://quay.example/live/7' },
    only: 'feedparser',
  },
  {
    construct: 'a base in RSS for a guid that may be a link',
    document:
      '<rss version="2.0" xml:base="https://quay.example/live/"><channel><item><title>a</title><guid>7</guid></item></channel></rss>',
    seen: { id: 'https://quay.example/live/7', url: 'https://quay.example/live/7' },
    only: 'feedparser',
  },
  {
    construct: 'a base in RSS, and a guid that is no link',
    document:
      '<rss version="2.0" xml:base="https://quay.example/live/"><channel><item><title>a</title><guid isPermaLink="false">7</guid></item></channel></rss>',
    seen: { id: '7' },
  },
  {
    construct: 'a base for the link of a blog',
    document:
      '<rss version="2.0" xml:base="https://quay.example/"><channel><link>live</link><item><title>a</title></item></channel></rss>',
    seen: { blogUrl: 'https://quay.example/live' },
    only: 'feedparser',
  },
  {
    construct: 'a base for the link of an Atom blog',
    document:
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://quay.example/"><link href="live"/><entry><title>a</title></entry></feed>',
    seen: { blogUrl: 'https://quay.example/live' },
  },
];

const cdf = (channel: string, item: string, attributes = '') =>
  `<?xml version="1.0"?><CHANNEL HREF="https://saltmere.example/live"${attributes}><TITLE>Saltmere</TITLE>${channel}${item}</CHANNEL>`;
const CDF: readonly Whole[] = [
  {
    construct: 'a CDF item',
    document: cdf(
      '',
      '<ITEM HREF="https://saltmere.example/7" LASTMOD="2023-06-05T07:16"><TITLE>Pier shut</TITLE><ABSTRACT>No boats.</ABSTRACT></ITEM>',
    ),
    seen: { ...WHOLE, text: 'No boats.', updated: '2023-06-05T07:16:00Z', blogUrl: 'https://saltmere.example/live' },
    only: 'feedparser',
  },
  {
    construct: 'a CDF item in small letters',
    document:
      '<channel href="https://saltmere.example/live"><title>Saltmere</title><item href="https://saltmere.example/7"><title>Pier shut</title></item></channel>',
    seen: WHOLE,
    only: 'feedparser',
  },
  {
    construct: 'a CDF item with an anchor',
    document: cdf('', '<ITEM><A HREF="https://saltmere.example/7"/><TITLE>Pier shut</TITLE></ITEM>'),
    seen: WHOLE,
    only: 'neither',
  },
  {
    construct: 'a CDF item under the base of its channel',
    document: cdf('', '<ITEM HREF="7"><TITLE>Pier shut</TITLE></ITEM>', ' BASE="https://saltmere.example/"'),
    seen: WHOLE,
    only: 'feedparser',
  },
  {
    construct: 'a CDF item under a base of its own',
    document:
      '<CHANNEL xml:base="https://saltmere.example/live/"><ITEM xml:base="../" HREF="7"><TITLE>Pier shut</TITLE></ITEM></CHANNEL>',
    seen: { ...PIER, url: 'https://saltmere.example/7' },
    only: 'feedparser',
  },
  {
    construct: 'a CDF item with values for text',
    document:
      '<Channel HREF="https://saltmere.example/live"><Title VALUE="Saltmere"/><Item HREF="https://saltmere.example/7"><Title VALUE="Pier shut"/><Abstract VALUE="No boats."/><LastMod VALUE="2023.06.05T07:16-0100"/></Item></Channel>',
    seen: { ...WHOLE, text: 'No boats.', updated: '2023-06-05T08:16:00Z' },
    only: 'neither',
  },
  {
    construct: 'a CDF item in a channel of its channel',
    document: cdf(
      '',
      '<CHANNEL HREF="https://saltmere.example/storm"><TITLE>Storm</TITLE><ITEM HREF="https://saltmere.example/7"><TITLE>Pier shut</TITLE></ITEM></CHANNEL>',
    ),
    seen: WHOLE,
    only: 'feedparser',
  },
];

const ODD: readonly Whole[] = [
  {
    construct: 'a letter in two halves by number',
    document:
      '<rss version="2.0"><channel><item><title>Pier &#xD83C;&#xDF0A; &#55356;&#57098;</title></item></channel></rss>',
    seen: { title: 'Pier 🌊 🌊' },
    only: 'neither',
  },
  {
    construct: 'an Atom entry as a document of its own',
    document:
      '<entry xmlns="http://www.w3.org/2005/Atom"><title>Pier shut</title><link href="https://saltmere.example/7"/><updated>2023-06-05T07:16:00Z</updated></entry>',
    seen: { ...PIER, url: 'https://saltmere.example/7', updated: '2023-06-05T07:16:00Z' },
    only: 'feedparser',
  },
  {
    construct: 'an item in Atom',
    document: '<feed xmlns="http://www.w3.org/2005/Atom"><item><title>Pier shut</title></item></feed>',
    seen: PIER,
    only: 'feedparser',
  },
  {
    construct: 'an entry in RSS',
    document: '<rss version="2.0"><channel><entry><title>Pier shut</title></entry></channel></rss>',
    seen: PIER,
    only: 'feedparser',
  },
  {
    construct: 'an item in the namespace of Atom',
    document:
      '<rss version="2.0"><channel><title>Saltmere</title><item xmlns="http://www.w3.org/2005/Atom"><title>Pier shut</title><link>https://saltmere.example/7</link><guid isPermaLink="false">7</guid></item></channel></rss>',
    seen: { ...WHOLE, id: '7' },
  },
  {
    construct: 'an address of an item under a prefix nobody declared, in a document with a base',
    document:
      '<rdf:RDF xmlns="http://purl.org/rss/1.0/" xml:base="https://saltmere.example/"><channel/><item rdf:about="https://saltmere.example/7"><title>Pier shut</title></item></rdf:RDF>',
    seen: { ...PIER, id: 'https://saltmere.example/7' },
    only: 'feedparser',
  },
  {
    construct: 'an item in a second channel',
    document:
      '<rss version="2.0"><channel><title>Saltmere</title></channel><channel><item><title>Pier shut</title></item></channel></rss>',
    seen: { ...PIER, blogTitle: 'Saltmere' },
    only: 'feedparser',
  },
];

export const DOCUMENTS: readonly Whole[] = [...NAMESPACES, ...ODD, ...CASES, ...NEWER, ...BASES, ...CDF, ...ENTITIES];
