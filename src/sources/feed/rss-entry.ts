import { withMedia } from '../../core/attached-media.ts';
import type { SourceEntry } from '../../core/entry.ts';
import { isOnWeb, relativeReference, webAddress } from '../../core/web-address.ts';
import { assemble } from '../wire/assemble.ts';
import { atomContent, contentBody, contentTitle, firstTitle } from './elements/content.ts';
import { entryText } from './elements/entry-text.ts';
import { entryTimes } from './elements/entry-times.ts';
import { baseOf, idOf, isPermaLink, linkOf, type Place, pageOf } from './elements/links.ts';
import { mediaOf } from './elements/media.ts';
import { childrenOfAll, type Node, textOf } from './elements/node.ts';
import { entryAuthors } from './elements/people.ts';
import type { FeedReading } from './feed-reading.ts';
import type { RssItem } from './wire.ts';

/** One RSS item (0.9x, 1.0, 2.0) with the Dublin Core, content, Media RSS, iTunes and Atom elements it may carry. */
export function rssEntry(item: RssItem, reading: FeedReading): SourceEntry {
  const { base, dates, body } = reading;
  const url = itemUrl(item, base);
  const found = entryText(item, false);
  const contentBase = baseOf(found?.node, base);
  const text = contentBody(found?.content, (html) => body(html, webBase(contentBase, url)));
  const media = mediaOf(item, item['atom:link'] ?? [], webBase(base, url), found?.node);
  const { publishedAt, updatedAt } = entryTimes(item, dates);
  return assemble({
    sourceId: idOf(item.guid, item.id, item['rdf:about'], item['atom:id']),
    title: itemTitle(item),
    publishedAt,
    updatedAt,
    url,
    authors: entryAuthors(item),
    body: withMedia(text, media),
    listedOnce: true,
  });
}

function itemTitle(item: RssItem): string | undefined {
  const own = firstTitle(item.title, item['dc:title']);
  if (own !== undefined) return own;
  const typed = item['atom:title']?.find((node) => textOf(node) !== '');
  if (typed !== undefined) return contentTitle(atomContent(typed, false));
  return firstTitle(item['itunes:title'], item['media:title'], childrenOfAll(item['media:group'], 'media:title'));
}

/** Files have no web address to resolve against: then the entry's own stands in. */
function webBase(base: string, url: string | undefined): string {
  return isOnWeb(base) || !isOnWeb(url) ? base : (url ?? base);
}

/** An address, whichever element has one, before a reference that a file gives no address to. */
function itemUrl(item: RssItem, base: string): string | undefined {
  return (
    itemAddress(item, base, webAddress) ?? (isOnWeb(base) ? undefined : itemAddress(item, base, relativeReference))
  );
}

function itemAddress(item: RssItem, base: string, place: Place): string | undefined {
  const own = pageOf(item.link, base, place) ?? linkOf(item['atom:link'], 'alternate', base, place);
  if (own !== undefined) return own;
  const permalink = item.guid?.find((guid) => isPermaLink(guid) !== false);
  const address = permalink === undefined ? undefined : permalinkAddress(permalink, base, place);
  return address ?? place(idOf(item.id, item['rdf:about'], item['atom:id']), undefined);
}

/** A guid that does not say that it is an address may be a number; one with a path in front is none. */
function permalinkAddress(guid: Node, base: string, place: Place): string | undefined {
  const id = idOf([guid]);
  return place(id, isPermaLink(guid) === true || id.startsWith('/') ? baseOf(guid, base) : undefined);
}
