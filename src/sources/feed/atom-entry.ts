import { withMedia } from '../../core/attached-media.ts';
import type { SourceEntry } from '../../core/entry.ts';
import { assemble } from './assemble.ts';
import { atomContent, type Content, contentBody, contentTitle } from './content.ts';
import type { FeedReading } from './feed-reading.ts';
import { baseOf, linkOf } from './links.ts';
import { mediaOf } from './media.ts';
import { attribute, childrenOf, firstText, textOf } from './node.ts';
import { distinctNames, personName } from './people.ts';
import { personOf } from './rss-entry.ts';
import { plainTitle } from './title.ts';
import type { AtomEntry, Node } from './wire.ts';

/** One Atom entry (1.0, and 0.3 under the names of 1.0); RFC 4287 section 4.1.2. */
export function atomEntry(entry: AtomEntry, reading: FeedReading): SourceEntry {
  const { base, dates } = reading;
  const title = entryTitle(entry);
  const links = entry.link ?? [];
  const sourceId = firstText(entry.id);
  const url = linkOf(links, 'alternate', base) ?? linkOf(links.filter(isPage), 'self', base);
  const content = entryContent(entry);
  const text = contentBody(content?.content, (html) => reading.body(html, baseOf(content?.node, base)));
  const issued = dates.first(
    entry.published,
    entry['dcterms:issued'],
    entry.created,
    entry['dcterms:created'],
    entry['dc:date'],
  );
  const updatedAt = dates.first(entry.updated, entry['dcterms:modified']);
  const body = withMedia(text, mediaOf(entry, links, base));
  const authors = entryAuthors(entry, reading.feedAuthors);
  return assemble({ sourceId, title, publishedAt: issued ?? updatedAt, updatedAt, url, authors, body });
}

/** An entry's own address is often a document of its own in Atom; one said to be HTML is a page. */
function isPage(link: Node): boolean {
  return /html/i.test(attribute(link, 'type') ?? '');
}

function entryTitle(entry: AtomEntry): string | undefined {
  const node = entry.title?.find((each) => textOf(each) !== '');
  if (node !== undefined) return contentTitle(atomContent(node, false));
  return plainTitle(firstText(entry['dc:title'], entry['media:title']));
}

/** The content, else the summary; content that lives elsewhere (`src`) or is no text leaves the summary to speak. */
function entryContent(entry: AtomEntry): { content: Content; node: Node } | undefined {
  const description = (entry['media:group'] ?? []).flatMap((group) => childrenOf(group, 'media:description'));
  const nodes = [...(entry.content ?? []), ...(entry['content:encoded'] ?? []), ...(entry.summary ?? [])];
  for (const node of [...nodes, ...(entry['media:description'] ?? []), ...description]) {
    const content = atomContent(node, true);
    if (content.value !== '') return { content, node };
  }
  return undefined;
}

/** The entry's own authors, else those of the feed it was taken from, else this feed's. */
function entryAuthors(entry: AtomEntry, feedAuthors: readonly string[]): readonly string[] {
  const own = distinctNames([
    ...(entry.author ?? []).map(personOf),
    ...(entry['dc:creator'] ?? []).map((node) => personName(textOf(node))),
  ]);
  if (own.length > 0) return own;
  const source = distinctNames((entry.source ?? []).flatMap((node) => childrenOf(node, 'author')).map(personOf));
  return source.length > 0 ? source : feedAuthors;
}
