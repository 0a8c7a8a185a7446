import { ATOM_ALL, EVERY, type Row, RSS_ALL } from './row.ts';

const A = '<title>a</title>';
const EIGHT = '2023-06-05T07:16:00Z';
const NINE = '2023-06-05T08:20:00Z';
const RFC = 'Mon, 05 Jun 2023 08:16:00 +0100';

/** Which element says when an entry was published, and when it was changed. */
export const TIMES: readonly Row[] = [
  { construct: 'pubDate', formats: RSS_ALL, item: `${A}<pubDate>${RFC}</pubDate>`, seen: { published: EIGHT } },
  {
    construct: 'pubDate in small letters',
    formats: RSS_ALL,
    item: `${A}<pubdate>${RFC}</pubdate>`,
    seen: { published: EIGHT },
  },
  {
    construct: 'pubDate in capitals',
    formats: RSS_ALL,
    item: `${A}<PUBDATE>${RFC}</PUBDATE>`,
    seen: { published: EIGHT },
  },
  {
    construct: 'dc:date',
    formats: RSS_ALL,
    item: `${A}<dc:date>${EIGHT}</dc:date>`,
    seen: { published: EIGHT, updated: EIGHT },
    feedparser: { published: undefined },
  },
  {
    construct: 'dcterms:issued',
    formats: RSS_ALL,
    item: `${A}<dcterms:issued>${EIGHT}</dcterms:issued>`,
    seen: { published: EIGHT },
    gofeed: 'silent',
  },
  {
    construct: 'dcterms:modified',
    formats: RSS_ALL,
    item: `${A}<dcterms:modified>${NINE}</dcterms:modified>`,
    seen: { updated: NINE },
    gofeed: 'silent',
  },
  {
    construct: 'dcterms:created',
    formats: RSS_ALL,
    item: `${A}<dcterms:created>${EIGHT}</dcterms:created>`,
    seen: { published: EIGHT },
    gofeed: 'silent',
  },
  {
    construct: 'pubDate and dc:date',
    formats: RSS_ALL,
    item: `${A}<pubDate>${RFC}</pubDate><dc:date>${NINE}</dc:date>`,
    seen: { published: EIGHT, updated: NINE },
  },
  {
    construct: 'pubDate and dcterms:modified',
    formats: RSS_ALL,
    item: `${A}<pubDate>${RFC}</pubDate><dcterms:modified>${NINE}</dcterms:modified>`,
    seen: { published: EIGHT, updated: NINE },
    gofeed: { updated: undefined },
  },
  {
    construct: 'Atom times in RSS',
    formats: RSS_ALL,
    item: `${A}<atom:published>${EIGHT}</atom:published><atom:updated>${NINE}</atom:updated>`,
    seen: { published: EIGHT, updated: NINE },
  },
  {
    construct: 'times of Atom without a prefix in RSS',
    formats: RSS_ALL,
    item: `${A}<published>${EIGHT}</published><updated>${NINE}</updated>`,
    seen: { published: EIGHT, updated: NINE },
    gofeed: 'silent',
  },
  {
    construct: 'issued and modified in RSS',
    formats: RSS_ALL,
    item: `${A}<issued>${EIGHT}</issued><modified>${NINE}</modified>`,
    seen: { published: EIGHT, updated: NINE },
    gofeed: 'silent',
  },
  {
    construct: 'several dates of one name',
    formats: RSS_ALL,
    item: `${A}<pubDate>Mon, 05 Jun 2023 05:00:00 GMT</pubDate><pubDate>${RFC}</pubDate>`,
    seen: { published: EIGHT },
  },
  {
    construct: 'several dates of one name',
    formats: ATOM_ALL,
    item: `${A}<published>2023-06-05T05:00:00Z</published><published>${EIGHT}</published><updated>${EIGHT}</updated><updated>${NINE}</updated>`,
    seen: { published: EIGHT, updated: NINE },
  },
  {
    construct: 'published',
    formats: ATOM_ALL,
    item: `${A}<published>${EIGHT}</published>`,
    seen: { published: EIGHT },
  },
  { construct: 'issued', formats: ATOM_ALL, item: `${A}<issued>${EIGHT}</issued>`, seen: { published: EIGHT } },
  {
    construct: 'updated',
    formats: ATOM_ALL,
    item: `${A}<updated>${NINE}</updated>`,
    seen: { updated: NINE, published: NINE },
    feedparser: { published: undefined },
  },
  {
    construct: 'modified',
    formats: ATOM_ALL,
    item: `${A}<modified>${NINE}</modified>`,
    seen: { updated: NINE, published: NINE },
    feedparser: { published: undefined },
  },
  {
    construct: 'created',
    formats: ATOM_ALL,
    item: `${A}<created>${EIGHT}</created>`,
    seen: { published: EIGHT },
    gofeed: 'silent',
  },
  {
    construct: 'published and updated',
    formats: ATOM_ALL,
    item: `${A}<updated>${NINE}</updated><published>${EIGHT}</published>`,
    seen: { published: EIGHT, updated: NINE },
  },
  {
    construct: 'issued, created and modified',
    formats: ATOM_ALL,
    item: `${A}<issued>${EIGHT}</issued><modified>${NINE}</modified><created>2023-06-05T06:00:00Z</created>`,
    seen: { published: EIGHT, updated: NINE },
  },
  {
    construct: 'dc:date in Atom',
    formats: ATOM_ALL,
    item: `${A}<dc:date>${NINE}</dc:date>`,
    seen: { updated: NINE },
    gofeed: 'silent',
  },
  {
    construct: 'dcterms in Atom',
    formats: ATOM_ALL,
    item: `${A}<dcterms:issued>${EIGHT}</dcterms:issued><dcterms:modified>${NINE}</dcterms:modified>`,
    seen: { published: EIGHT, updated: NINE },
    gofeed: 'silent',
  },
  {
    construct: 'pubDate in Atom',
    formats: ATOM_ALL,
    item: `${A}<pubDate>${RFC}</pubDate>`,
    seen: { published: EIGHT },
    gofeed: 'silent',
  },
  {
    construct: 'dates of the feed and none of the entry',
    formats: RSS_ALL,
    feed: `<pubDate>${RFC}</pubDate><lastBuildDate>${RFC}</lastBuildDate>`,
    item: A,
    seen: { published: undefined, updated: undefined },
  },
  {
    construct: 'the date of the feed and none of the entry',
    formats: ATOM_ALL,
    feed: `<updated>${NINE}</updated>`,
    item: A,
    seen: { published: undefined, updated: undefined },
  },
  {
    construct: 'the dates of the source and none of its own',
    formats: ATOM_ALL,
    item: `${A}<source><updated>${NINE}</updated></source>`,
    seen: { published: undefined, updated: undefined },
  },
  {
    construct: 'a date that is none',
    formats: EVERY,
    item: `${A}<pubDate>at high tide</pubDate>`,
    seen: { published: undefined },
  },
];
