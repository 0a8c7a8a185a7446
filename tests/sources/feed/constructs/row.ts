/** What a reader sees of the only entry of a feed, and of the feed around it; times are ISO 8601 without fractions. */
export type Seen = {
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly id?: string | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly text?: string | undefined;
  readonly blogTitle?: string | undefined;
  readonly blogUrl?: string | undefined;
};

export type Library = 'gofeed' | 'feedparser';
export type Format = 'rss' | 'rss091' | 'rdf' | 'rdf090' | 'atom' | 'atom03' | 'cdf';

/**
 * One construct as its library's documents describe it. `item` stands inside the item of every one of `formats`; `feed`
 * before it. `seen` is what both libraries say, but for `gofeed` and `feedparser`, where one says otherwise ('silent':
 * nothing at all). `ours` is what we decided where we differ from one of them, with the reason beside the row.
 */
export type Row = {
  readonly construct: string;
  readonly formats: readonly Format[];
  readonly item?: string;
  readonly feed?: string;
  readonly seen: Seen;
  readonly gofeed?: Seen | 'silent';
  readonly feedparser?: Seen | 'silent';
  readonly ours?: Seen;
};

const PREFIXES = [
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  'xmlns:xhtml="http://www.w3.org/1999/xhtml"',
].join(' ');
const RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
const ATOM = 'xmlns:atom="http://www.w3.org/2005/Atom"';

/** How each format wraps an item. `@` in a row's text stands for attributes of the item. */
const WRAPS: Readonly<Record<Format, (feed: string, item: string) => string>> = {
  rss: (feed, item) => `<rss version="2.0" ${PREFIXES} ${ATOM}><channel>${feed}<item>${item}</item></channel></rss>`,
  rss091: (feed, item) =>
    `<rss version="0.91" ${PREFIXES} ${ATOM}><channel>${feed}<item>${item}</item></channel></rss>`,
  rdf: (feed, item) =>
    `<rdf:RDF ${RDF} xmlns="http://purl.org/rss/1.0/" ${PREFIXES} ${ATOM}><channel>${feed}</channel><item>${item}</item></rdf:RDF>`,
  rdf090: (feed, item) =>
    `<rdf:RDF ${RDF} xmlns="http://my.netscape.com/rdf/simple/0.9/" ${PREFIXES} ${ATOM}><channel>${feed}</channel><item>${item}</item></rdf:RDF>`,
  atom: (feed, item) => `<feed xmlns="http://www.w3.org/2005/Atom" ${PREFIXES}>${feed}<entry>${item}</entry></feed>`,
  atom03: (feed, item) =>
    `<feed version="0.3" xmlns="http://purl.org/atom/ns#" ${PREFIXES}>${feed}<entry>${item}</entry></feed>`,
  cdf: (feed, item) => `<CHANNEL HREF="https://saltmere.example/">${feed}<ITEM>${item}</ITEM></CHANNEL>`,
};

export const RSS_ALL: readonly Format[] = ['rss', 'rss091', 'rdf', 'rdf090'];
export const ATOM_ALL: readonly Format[] = ['atom', 'atom03'];
export const EVERY: readonly Format[] = [...RSS_ALL, ...ATOM_ALL];

export function documentOf(row: Row, format: Format): string {
  return `<?xml version="1.0"?>${WRAPS[format](row.feed ?? '', row.item ?? '')}`;
}

/** What a library says of a row; undefined where it says nothing. */
export function said(row: Row, library: Library): Seen {
  const own = row[library];
  return own === 'silent' ? {} : { ...row.seen, ...own };
}

/** A whole document, for what stands outside the item. `only`: the one library that reads it so. */
export type Whole = {
  readonly construct: string;
  readonly document: string;
  readonly seen: Seen;
  readonly only?: Library | 'neither';
};
