import type { Snapshot } from '../../core/entry.ts';
import { oldestFirst } from '../../core/relay-order.ts';
import { isOnWeb, webAddress } from '../../core/web-address.ts';
import { type Document, type ReadContext, type Source, SourceError } from '../../ports/source.ts';
import { relativeLinks } from '../wire/links.ts';
import { authorNames, blank, type JsonReading, jsonEntry } from './entry.ts';
import { recogniseJsonFeed } from './recognise.ts';
import { type JsonFeed, jsonFeedWire } from './wire.ts';

/** JSON Feed 1.0 and 1.1. */
export const jsonFeedSource: Source = {
  kind: 'json-feed',
  recognise: recogniseJsonFeed,
  request: ({ url }) => ({ url, accept: 'application/feed+json, application/json;q=0.9, */*;q=0.1' }),
  read: readJsonFeed,
};

function readJsonFeed(document: Document, context: ReadContext): Snapshot {
  const feed = parseFeed(document);
  const base = startOf(feed, document.url);
  const site = webAddress(feed.home_page_url, base);
  const reading: JsonReading = {
    base,
    fetchedAt: document.fetchedAt,
    ...(context.timezone === undefined ? {} : { timezone: context.timezone }),
    body: context.body,
    feedAuthors: authorNames(feed),
  };
  const items = (feed.items ?? []).filter((item) => item !== undefined);
  const entries = oldestFirst(items.map((item) => jsonEntry(item, reading)));
  const title = blank(feed.title);
  const older = webAddress(feed.next_url, base);
  return {
    kind: 'json-feed',
    url: site ?? document.url,
    ...(title === undefined ? {} : { title }),
    live: feed.expired === true ? false : null,
    coverage: 'window',
    entries,
    deleted: [],
    keyPoints: [],
    warnings: [...warningsOf(feed, items.length), ...relativeLinks(entries, document.url)],
    ...(older === undefined ? {} : { older }),
  };
}

/** Where relative addresses start from: the document; of one in a file the place on the web it names, else its site. */
function startOf({ feed_url: own, home_page_url: site }: JsonFeed, documentUrl: string): string {
  if (isOnWeb(documentUrl)) return documentUrl;
  return webAddress(own, documentUrl) ?? webAddress(site, documentUrl) ?? documentUrl;
}

/** A feed that lost its list is not taken for one that says there is nothing. */
function warningsOf({ items }: JsonFeed, read: number): string[] {
  if (items === undefined || items === null) return ['The feed has no list of items.'];
  const lost = items.length - read;
  return lost === 0 ? [] : [`${lost} of ${items.length} items are not objects and were left out.`];
}

function parseFeed(document: Document): JsonFeed {
  const where = URL.canParse(document.url) ? new URL(document.url).host || document.url : document.url;
  let json: unknown;
  try {
    json = JSON.parse(document.text.replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    throw malformed(where, `it is not well-formed JSON (${reason.slice(0, 120)})`, error);
  }
  const feed = jsonFeedWire.safeParse(json);
  if (!feed.success) throw malformed(where, 'it has no list of items', feed.error);
  return feed.data;
}

function malformed(where: string, reason: string, cause: unknown): SourceError {
  const message = `The JSON feed from ${where} cannot be read: ${reason}. Open it in a browser to see what the site sends; it is tried again at the next poll.`;
  return new SourceError('malformed', message, { cause });
}
