/** Namespaces that feeds use, each with the prefix our wire format knows it by; several spellings of one are in use. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/dc/elements/1.0/': 'dc',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://purl.org/rss/1.0/modules/dcterms/': 'dcterms',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/rss/1.0/modules/syndication/': 'sy',
  'http://search.yahoo.com/mrss': 'media',
  'http://search.yahoo.com/mrss/': 'media',
  'http://video.search.yahoo.com/mrss': 'media',
  'http://video.search.yahoo.com/mrss/': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://example.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://purl.org/atompub/tombstones/1.0': 'at',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://www.w3.org/xml/1998/namespace': 'xml',
};

/** Atom, and what it was called while it was being made. */
const ATOM = new Set([
  'http://www.w3.org/2005/atom',
  'http://purl.org/atom/ns#',
  'http://purl.org/atom/app#',
  'http://purl.org/pie/',
  'http://purl.org/echo/',
  'uri/of/echo/namespace#',
  'http://example.com/necho',
  'http://example.com/newformat#',
]);

const RSS = new Set([
  'http://purl.org/rss/1.0/',
  'http://purl.org/rss/1.0/modules/rss091#',
  'http://purl.org/net/rss1.1#',
  'http://purl.org/rss/2.0/',
  'http://purl.org/rss/2.0',
  'http://my.netscape.com/rdf/simple/0.9/',
  'http://channel.netscape.com/rdf/simple/0.9/',
  'http://my.netscape.com/publish/formats/rss-0.91.dtd',
  'http://blogs.law.harvard.edu/tech/rss',
  'http://cyber.law.harvard.edu/rss/rss.html',
]);

export function isAtomNamespace(uri: string): boolean {
  return ATOM.has(uri.toLowerCase()) || /^http:\/\/purl\.org\/atom\/ns#/i.test(uri);
}

export function isRssNamespace(uri: string): boolean {
  return RSS.has(uri.toLowerCase()) || /^http:\/\/backend\.userland\.com\/rss/i.test(uri);
}

/** The prefix our wire format has for a namespace, letter case ignored as feeds do; undefined for one we do not read. */
export function prefixFor(uri: string): string | undefined {
  const lower = uri.trim().toLowerCase();
  return PREFIXES[lower] ?? PREFIXES[`${lower}/`] ?? (isAtomNamespace(lower) ? 'atom' : undefined);
}

/** True for a prefix that has a meaning in our wire format. */
export function isKnownPrefix(prefix: string): boolean {
  return prefix === 'atom' || Object.values(PREFIXES).includes(prefix);
}
