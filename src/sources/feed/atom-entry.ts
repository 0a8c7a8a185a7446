import { withMedia } from '../../core/attached-media.ts';
import type { SourceEntry } from '../../core/entry.ts';
import { atomContent, type Content, contentBody, contentTitle } from './content.ts';
import type { FeedReading } from './feed-reading.ts';
import { baseOf, linkOf } from './links.ts';
import { mediaOf } from './media.ts';
import { childrenOf, firstText, textOf } from './node.ts';
import { distinctNames, personName } from './people.ts';
import { personOf } from './rss-entry.ts';
import { plainTitle } from './title.ts';
import type { AtomEntry, Node } from './wire.ts';

/** One Atom entry (1.0, and 0.3 under the names of 1.0); RFC 4287 section 4.1.2. */
export function atomEntry(entry: AtomEntry, reading: FeedReading): SourceEntry {
  const { base, dates, body } = reading;
  const title = entryTitle(entry);
  const links = entry.link ?? [];
  const sourceId = firstText(entry.id);
  const url = linkOf(links, 'alternate', base) ?? linkOf(links, 'self', base);
  const content = entryContent(entry);
  const text = contentBody(content?.content, (html) => body(html, baseOf(content?.node, base)));
  const issued = dates.first(
    entry.published,
    entry['dcterms:issued'],
    entry.created,
    entry['dcterms:created'],
    entry['dc:date'],
  );
  const updatedAt = dates.first(entry.updated, entry['dcterms:modified']);
  const publishedAt = issued ?? updatedAt;
  return {
    ...(sourceId === '' ? {} : { sourceId }),
    ...(title === undefined ? {} : { title }),
    body: withMedia(text, mediaOf(entry, links, base)),
    authors: entryAuthors(entry, reading.feedAuthors),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
    ...(url === undefined ? {} : { url }),
    flags: [],
  };
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
