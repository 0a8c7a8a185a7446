import { withMedia } from '../../core/attached-media.ts';
import type { SourceEntry } from '../../core/entry.ts';
import { isOnWeb, relativeReference, webAddress } from '../../core/web-address.ts';
import { assemble } from '../wire/assemble.ts';
import { distinctNames } from '../wire/person-names.ts';
import { atomContent, contentBody, contentTitle, firstTitle } from './elements/content.ts';
import { entryText } from './elements/entry-text.ts';
import { entryTimes } from './elements/entry-times.ts';
import { baseOf, idOf, linkOf, type Place } from './elements/links.ts';
import { mediaOf } from './elements/media.ts';
import { attribute, childrenOfAll, type Node, textOf } from './elements/node.ts';
import { entryAuthors, peopleOf } from './elements/people.ts';
import type { FeedReading } from './feed-reading.ts';
import type { AtomEntry } from './wire.ts';

/** One Atom entry (1.0, RFC 4287 section 4.1.2, and 0.3). */
export function atomEntry(entry: AtomEntry, reading: FeedReading): SourceEntry {
  const { base, dates } = reading;
  const links = entry['atom:link'] === undefined ? (entry.link ?? []) : [...(entry.link ?? []), ...entry['atom:link']];
  const sourceId = idOf(entry.id, entry.guid);
  const found = entryText(entry, true);
  const text = contentBody(found?.content, (html) => reading.body(html, baseOf(found?.node, base)));
  const { publishedAt, updatedAt } = entryTimes(entry, dates);
  return assemble({
    sourceId,
    title: entryTitle(entry),
    publishedAt,
    updatedAt,
    url: entryUrl(links, sourceId, base),
    authors: authorsOf(entry, reading.feedAuthors),
    body: withMedia(text, mediaOf(entry, links, base, found?.node)),
    listedOnce: true,
  });
}

/** The page; else an id that is an address, as weblogs write it; else a reference that a file gives no address to. */
function entryUrl(links: readonly Node[], id: string, base: string): string | undefined {
  const page = pageAmong(links, base, webAddress) ?? webAddress(id, undefined);
  return page ?? (isOnWeb(base) ? undefined : pageAmong(links, base, relativeReference));
}

/** The page; else the entry's own document where that is one. */
function pageAmong(links: readonly Node[], base: string, place: Place): string | undefined {
  return linkOf(links, 'alternate', base, place) ?? linkOf(links.filter(isPage), 'self', base, place);
}

/** An entry's own address is often a document of its own in Atom; one said to be HTML is a page. */
function isPage(link: Node): boolean {
  return /html/i.test(attribute(link, 'type') ?? '');
}

function entryTitle(entry: AtomEntry): string | undefined {
  const node = entry.title?.find((each) => textOf(each) !== '');
  if (node !== undefined) return contentTitle(atomContent(node, false));
  return firstTitle(entry['dc:title'], entry['media:title'], childrenOfAll(entry['media:group'], 'media:title'));
}

/** The entry's own authors, else those of the feed it was taken from, else this feed's. */
function authorsOf(entry: AtomEntry, feedAuthors: readonly string[]): readonly string[] {
  const own = entryAuthors(entry);
  if (own.length > 0) return own;
  const source = distinctNames(childrenOfAll(entry.source, 'author').flatMap(peopleOf));
  return source.length > 0 ? source : feedAuthors;
}
