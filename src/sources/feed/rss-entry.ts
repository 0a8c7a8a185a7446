import { withMedia } from '../../core/attached-media.ts';
import type { SourceEntry } from '../../core/entry.ts';
import { webAddress } from '../../core/web-address.ts';
import { assemble } from './assemble.ts';
import { atomContent, type Content, contentBody } from './content.ts';
import type { FeedReading } from './feed-reading.ts';
import { baseOf, linkOf, linkTarget } from './links.ts';
import { mediaOf } from './media.ts';
import { attribute, childrenOf, firstText, textOf } from './node.ts';
import { distinctNames, personName } from './people.ts';
import { plainTitle } from './title.ts';
import type { Node, RssItem } from './wire.ts';

const AUTHORS = ['author', 'dc:author', 'dc:creator', 'dcterms:creator', 'itunes:author', 'atom:author'] as const;
const FULL = ['content:encoded', 'fullitem', 'xhtml:body', 'xhtml:div', 'body', 'atom:content'] as const;
const SHORT = [
  'description',
  'summary',
  'dc:description',
  'itunes:summary',
  'media:text',
  'itunes:subtitle',
  'atom:summary',
] as const;
const CONTENTS = [...FULL, ...SHORT];

/** One RSS item (0.9x, 1.0, 2.0) with the Dublin Core, content, Media RSS, iTunes and Atom elements it may carry. */
export function rssEntry(item: RssItem, reading: FeedReading): SourceEntry {
  const { base, dates, body } = reading;
  const title = plainTitle(firstText(item.title, item['dc:title'], item['atom:title'], item['itunes:title']));
  const url = itemUrl(item, base);
  const sourceId = firstText(item.guid, item['rdf:about'], item['atom:id']);
  const content = itemContent(item);
  const contentBase = content === undefined ? base : baseOf(content.node, base);
  const text = contentBody(content?.content, (html) => body(html, webBase(contentBase, url)));
  const issued = dates.first(item.pubDate, item['dcterms:issued'], item['dcterms:created'], item['atom:published']);
  const updatedAt = dates.first(item['atom:updated'], item['dcterms:modified'], item['dc:date']);
  const media = mediaOf(item, item['atom:link'] ?? [], webBase(base, url));
  const authors = itemAuthors(item);
  return assemble({
    sourceId,
    title,
    publishedAt: issued ?? updatedAt,
    updatedAt,
    url,
    authors,
    body: withMedia(text, media),
  });
}

/** Files have no web address to resolve against: then the entry's own stands in. */
function webBase(base: string, url: string | undefined): string {
  return /^https?:/i.test(base) ? base : (url ?? base);
}

function itemUrl(item: RssItem, base: string): string | undefined {
  for (const link of item.link ?? []) {
    const target = attribute(link, 'rel') === 'enclosure' ? undefined : linkTarget(link, base);
    if (target !== undefined) return target;
  }
  const alternate = linkOf(item['atom:link'], 'alternate', base);
  if (alternate !== undefined) return alternate;
  const permalink = item.guid?.find((guid) => attribute(guid, 'isPermaLink')?.toLowerCase() !== 'false');
  const about = item['rdf:about']?.[0];
  const stated = attribute(permalink, 'isPermaLink')?.toLowerCase() === 'true';
  return (
    webAddress(textOf(permalink), stated ? baseOf(permalink, base) : undefined) ?? webAddress(textOf(about), undefined)
  );
}

/** The fullest text the item has: the whole content before a description of it. */
function itemContent(item: RssItem): { content: Content; node: Node } | undefined {
  for (const name of CONTENTS) {
    const node = item[name]?.find((each) => textOf(each) !== '');
    if (node === undefined) continue;
    const value = name.startsWith('atom:') ? atomContent(node, true) : { kind: 'html' as const, value: textOf(node) };
    return { content: value, node };
  }
  return undefined;
}

/** The author field where it names somebody, else the first element that does; an address alone only when nobody does. */
function itemAuthors(item: RssItem): readonly string[] {
  let address: readonly string[] = [];
  for (const name of AUTHORS) {
    const names = item[name] === undefined ? [] : distinctNames(item[name].map(authorName));
    if (names.some((each) => !each.includes('@') || each.startsWith('@'))) return names;
    if (address.length === 0) address = names;
  }
  return address;
}

function authorName(node: Node): string | undefined {
  return typeof node === 'string' ? personName(node) : personOf(node);
}

/** The name of an Atom person construct: its name, else its address, else what text there is. */
export function personOf(node: Node): string | undefined {
  const name = firstText(childrenOf(node, 'name'), childrenOf(node, 'atom:name'));
  const email = firstText(childrenOf(node, 'email'), childrenOf(node, 'atom:email'));
  return personName(name) ?? personName(email) ?? personName(textOf(node));
}
