import type { Snapshot, SourceEntry } from '../../../src/core/entry.ts';
import type { Source } from '../../../src/ports/source.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { rssSource } from '../../../src/sources/feed/index.ts';

export const FEED_URL = 'https://feeds.saltmere.example/live.xml';

/** Reads a document as the program would, with real bodies. */
export function read(text: string, url = FEED_URL, source: Source = rssSource): Snapshot {
  const document = { url, text, contentType: '', fetchedAt: Date.UTC(2023, 5, 5, 8) };
  const snapshot = source.read(document, { body: createBodyMemo() });
  if ('elsewhere' in snapshot) throw new Error('a feed is read where it is');
  return snapshot;
}

/** The only entry of a feed. */
export function readOne(text: string, url = FEED_URL): SourceEntry {
  const { entries } = read(text, url);
  const [entry] = entries;
  if (entry === undefined || entries.length > 1) throw new Error(`${entries.length} entries instead of one`);
  return entry;
}

const PREFIXES =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"';

export const rss = (
  items: string,
  channel = '<title>Saltmere harbour</title><link>https://saltmere.example/live</link>',
) => `<?xml version="1.0"?><rss version="2.0" ${PREFIXES}><channel>${channel}${items}</channel></rss>`;

export const atom = (entries: string, head = '') =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Saltmere harbour</title>${head}${entries}</feed>`;

export const iso = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant).toISOString();
