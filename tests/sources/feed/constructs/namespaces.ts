import type { Whole } from './row.ts';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const PIER = { title: 'Pier shut' };
const rssIn = (uri: string) =>
  `<r:rss xmlns:r="${uri}" version="2.0"><r:channel><r:title>Saltmere</r:title><r:item><r:title>Pier shut</r:title><r:link>https://saltmere.example/7</r:link></r:item></r:channel></r:rss>`;
const rssAs = (uri: string) =>
  `<rss xmlns="${uri}" version="2.0"><channel><title>Saltmere</title><item><title>Pier shut</title><link>https://saltmere.example/7</link></item></channel></rss>`;
const atomAs = (uri: string) =>
  `<feed xmlns="${uri}"><title>Saltmere</title><entry><title>Pier shut</title><link rel="alternate" href="https://saltmere.example/7"/></entry></feed>`;
const atomIn = (uri: string) =>
  `<q:feed xmlns:q="${uri}"><q:title>Saltmere</q:title><q:entry><q:title>Pier shut</q:title><q:link rel="alternate" href="https://saltmere.example/7"/></q:entry></q:feed>`;
const rdfIn = (uri: string) =>
  `<q:RDF xmlns:q="${RDF}" xmlns:r="${uri}"><r:channel><r:title>Saltmere</r:title></r:channel><r:item><r:title>Pier shut</r:title><r:link>https://saltmere.example/7</r:link></r:item></q:RDF>`;
const WHOLE = { title: 'Pier shut', url: 'https://saltmere.example/7', blogTitle: 'Saltmere' };
const RSS_NAMESPACES = [
  'http://backend.userland.com/rss',
  'http://backend.userland.com/rss2',
  'http://backend.userland.com/RSS2',
  'http://backend.userland.com/rss092',
  'http://blogs.law.harvard.edu/tech/rss',
  'http://purl.org/rss/1.0/modules/rss091#',
];
const ATOM_NAMESPACES = [
  'http://www.w3.org/2005/Atom',
  'HTTP://WWW.W3.ORG/2005/ATOM',
  'http://purl.org/atom/ns#',
  'http://purl.org/pie/',
  'http://purl.org/echo/',
  'http://example.com/newformat#',
  'http://example.com/necho',
];

/** How names of elements are told apart. */
export const NAMESPACES: readonly Whole[] = [
  ...RSS_NAMESPACES.flatMap((uri): Whole[] => [
    { construct: `RSS under a prefix of ${uri}`, document: rssIn(uri), seen: WHOLE, only: 'feedparser' },
    { construct: `RSS in ${uri}`, document: rssAs(uri), seen: WHOLE },
  ]),
  ...ATOM_NAMESPACES.flatMap((uri): Whole[] => [
    { construct: `Atom under a prefix of ${uri}`, document: atomIn(uri), seen: WHOLE, only: 'feedparser' },
    { construct: `Atom in ${uri}`, document: atomAs(uri), seen: WHOLE },
  ]),
  ...['http://purl.org/rss/1.0/', 'http://my.netscape.com/rdf/simple/0.9/'].map(
    (uri): Whole => ({
      construct: `RDF under a prefix of ${uri}`,
      document: rdfIn(uri),
      seen: WHOLE,
      only: 'feedparser',
    }),
  ),
  {
    construct: 'RDF under a prefix of http://channel.netscape.com/rdf/simple/0.9/',
    document: rdfIn('http://channel.netscape.com/rdf/simple/0.9/'),
    seen: WHOLE,
    only: 'neither',
  },
  {
    construct: 'Atom in no namespace',
    document:
      '<feed version="0.3"><title>Saltmere</title><entry><title>Pier shut</title><issued>2023-06-05T07:16:00Z</issued></entry></feed>',
    seen: { ...PIER, published: '2023-06-05T07:16:00Z' },
  },
  {
    construct: 'a prefix nobody declared',
    document:
      '<rss version="2.0"><channel><item><title>Pier shut</title><dc:creator>Ada Quay</dc:creator><content:encoded>&lt;p&gt;Shut&lt;/p&gt;</content:encoded></item></channel></rss>',
    seen: { ...PIER, authors: ['Ada Quay'], text: 'Shut' },
  },
  {
    construct: 'Dublin Core under another prefix',
    document:
      '<rss version="2.0" xmlns:who="http://purl.org/dc/elements/1.1/"><channel><item><title>Pier shut</title><who:creator>Ada Quay</who:creator><who:date>2023-06-05T07:16:00Z</who:date></item></channel></rss>',
    seen: { ...PIER, authors: ['Ada Quay'], updated: '2023-06-05T07:16:00Z' },
  },
  {
    construct: 'Dublin Core in capitals',
    document:
      '<rss version="2.0" xmlns:dc="HTTP://PURL.ORG/DC/ELEMENTS/1.1/"><channel><item><title>Pier shut</title><dc:creator>Ada Quay</dc:creator></item></channel></rss>',
    seen: { ...PIER, authors: ['Ada Quay'] },
  },
  {
    construct: 'content under another prefix',
    document:
      '<rss version="2.0" xmlns:body="http://purl.org/rss/1.0/modules/content/"><channel><item><body:encoded>&lt;p&gt;Shut&lt;/p&gt;</body:encoded></item></channel></rss>',
    seen: { text: 'Shut' },
  },
  {
    construct: 'iTunes in its own letters',
    document:
      '<rss version="2.0" xmlns:i="http://www.itunes.com/DTDs/PodCast-1.0.dtd"><channel><item><title>Pier shut</title><i:author>Ada Quay</i:author><i:summary>Shut</i:summary></item></channel></rss>',
    seen: { ...PIER, authors: ['Ada Quay'], text: 'Shut' },
  },
  {
    construct: 'an Atom author under another prefix',
    document:
      '<rss version="2.0"><channel><item><title>Pier shut</title><q:author xmlns:q="http://www.w3.org/2005/Atom"><q:name>Ada Quay</q:name></q:author></item></channel></rss>',
    seen: { ...PIER, authors: ['Ada Quay'] },
    only: 'feedparser',
  },
  {
    construct: 'an Atom link under another prefix in Atom',
    document:
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Pier shut</title><q:link xmlns:q="http://www.w3.org/2005/Atom" href="https://saltmere.example/7"/></entry></feed>',
    seen: { ...PIER, url: 'https://saltmere.example/7' },
    only: 'feedparser',
  },
  {
    construct: 'a namespace declared on the item',
    document:
      '<rss version="2.0"><channel><item xmlns:d="http://purl.org/dc/elements/1.1/"><title>Pier shut</title><d:creator>Ada Quay</d:creator></item></channel></rss>',
    seen: { ...PIER, authors: ['Ada Quay'] },
  },
  {
    construct: 'a prefix whose address is mistyped',
    document:
      '<rss version="2.0" xmlns:dc="http://purl.example/dc/elements" xmlns:content="http://purl.example/content"><channel><item><title>Pier shut</title><dc:creator>Ada Quay</dc:creator><content:encoded>&lt;p&gt;Shut&lt;/p&gt;</content:encoded></item></channel></rss>',
    seen: { ...PIER, authors: ['Ada Quay'], text: 'Shut' },
  },
  {
    construct: 'a prefix whose address is mistyped, in a document with a base',
    document:
      '<rss version="2.0" xml:base="https://saltmere.example/" xmlns:dc="http://purl.example/dc/elements"><channel><item><title>Pier shut</title><dc:creator>Ada Quay</dc:creator></item></channel></rss>',
    seen: { ...PIER, authors: ['Ada Quay'] },
  },
  {
    construct: 'Dublin Core in the default namespace of an element',
    document:
      '<rss version="2.0"><channel><item><title>Pier shut</title><creator xmlns="http://purl.org/dc/elements/1.1/">Ada Quay</creator><encoded xmlns="http://purl.org/rss/1.0/modules/content/">&lt;p&gt;Shut&lt;/p&gt;</encoded></item></channel></rss>',
    seen: { ...PIER, authors: ['Ada Quay'], text: 'Shut' },
    only: 'feedparser',
  },
  {
    construct: 'naked markup under another prefix',
    document:
      '<rss version="2.0" xmlns:body="http://purl.org/rss/1.0/modules/content/"><channel><item><title>Pier shut</title><body:encoded>The pier <b>is</b> shut.</body:encoded></item></channel></rss>',
    seen: { ...PIER, text: 'The pier is shut.' },
  },
  ...ATOM_NAMESPACES.map(
    (uri): Whole => ({
      construct: `an element of ${uri} in RSS`,
      document: `<rss version="2.0" xmlns:q="${uri}"><channel><item><title>Pier shut</title><q:author><q:name>Ada Quay</q:name></q:author></item></channel></rss>`,
      seen: { ...PIER, authors: ['Ada Quay'] },
      only: 'feedparser',
    }),
  ),
  ...[...RSS_NAMESPACES, 'http://purl.org/rss/1.0/'].flatMap((uri): Whole[] => [
    {
      construct: `elements of ${uri} in RDF`,
      document: `<rdf:RDF xmlns:rdf="${RDF}" xmlns="http://purl.org/rss/1.0/" xmlns:q="${uri}"><channel/><item><title>Pier shut</title><q:author>Ada Quay</q:author></item></rdf:RDF>`,
      seen: { ...PIER, authors: ['Ada Quay'] },
      only: 'feedparser',
    },
    {
      construct: `elements of ${uri} in Atom`,
      document: `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:q="${uri}"><entry><title>Pier shut</title><q:description>No boats.</q:description></entry></feed>`,
      seen: { ...PIER, text: 'No boats.' },
      only: 'feedparser',
    },
  ]),
  {
    construct: 'an entry in no namespace, in a document with a base',
    document:
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://saltmere.example/"><entry xmlns=""><title>Pier shut</title></entry></feed>',
    seen: PIER,
    only: 'feedparser',
  },
  {
    construct: 'a creator in parts, in a document with a base',
    document: `<rss version="2.0" xml:base="https://saltmere.example/" xmlns:rdf="${RDF}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:foaf="http://xmlns.com/foaf/0.1/"><channel><item><title>Pier shut</title><dc:creator rdf:parseType="Resource"><foaf:name>Ada Quay</foaf:name></dc:creator></item></channel></rss>`,
    seen: { ...PIER, authors: ['Ada Quay'] },
    only: 'neither',
  },
  {
    construct: 'a text in XHTML by the namespace of the element',
    document:
      '<rss version="2.0"><channel><item><title>Pier shut</title><div xmlns="http://www.w3.org/1999/xhtml">No boats.</div></item></channel></rss>',
    seen: { ...PIER, text: 'No boats.' },
    only: 'neither',
  },
  {
    construct: 'a stranger of the same name',
    document:
      '<rss version="2.0" xmlns:s="https://strangers.example/"><channel><item><s:title>Wharf</s:title><title>Pier shut</title><s:title>Wharf</s:title></item></channel></rss>',
    seen: PIER,
  },
  {
    construct: 'a picture with a title in the text',
    document:
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Pier shut</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A sign<svg xmlns="http://www.w3.org/2000/svg"><title>Sign</title><circle r="1"/></svg></div></content></entry></feed>',
    seen: PIER,
  },
];
