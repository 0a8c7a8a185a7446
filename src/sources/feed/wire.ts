import { z } from 'zod';

/**
 * An element as the XML reader gives it: its text alone, or text (`_`), attributes (`$`) and child elements. Elements that
 * `canonical-tree.ts` turned from inline markup into a string of HTML carry the attribute `markup`.
 */
export type Node =
  | string
  | { readonly _?: string; readonly $?: Readonly<Record<string, string>>; readonly [child: string]: unknown };

/** An element's children by their names; which of them mean something to us, the types below say. */
type Children = { readonly [name: string]: readonly Node[] };

/**
 * Checked by hand inside the schema: a feed of a thousand items has some ten thousand elements, and zod's own records and
 * unions take as long over them as reading the XML did.
 */
export const elementWire = z.custom<Children>((value) => {
  if (!isRecord(value)) return false;
  for (const name in value) {
    const nodes = value[name];
    if (!Array.isArray(nodes) || !nodes.every(isNode)) return false;
  }
  return true;
});

export function isNode(value: unknown): value is Node {
  if (typeof value === 'string') return true;
  if (!isRecord(value)) return false;
  const { _: text, $: attributes } = value;
  return (text === undefined || typeof text === 'string') && (attributes === undefined || areStrings(attributes));
}

function areStrings(value: unknown): boolean {
  if (!isRecord(value)) return false;
  for (const name in value) if (typeof value[name] !== 'string') return false;
  return true;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Elements<Name extends string> = { readonly [key in Name]?: readonly Node[] | undefined };

/** Elements of an RSS item that we read. */
export type RssItem = Elements<
  | 'title'
  | 'link'
  | 'description'
  | 'summary'
  | 'guid'
  | 'author'
  | 'pubDate'
  | 'enclosure'
  | 'comments'
  | 'fullitem'
  | 'body'
  | 'image'
  | 'dc:title'
  | 'dc:description'
  | 'dc:creator'
  | 'dc:author'
  | 'dc:date'
  | 'rdf:about'
  | 'dcterms:issued'
  | 'dcterms:created'
  | 'dcterms:modified'
  | 'dcterms:creator'
  | 'content:encoded'
  | 'xhtml:body'
  | 'xhtml:div'
  | 'atom:title'
  | 'atom:link'
  | 'atom:id'
  | 'atom:author'
  | 'atom:published'
  | 'atom:updated'
  | 'atom:content'
  | 'atom:summary'
  | 'media:content'
  | 'media:thumbnail'
  | 'media:group'
  | 'media:title'
  | 'media:description'
  | 'media:credit'
  | 'media:text'
  | 'itunes:title'
  | 'itunes:author'
  | 'itunes:summary'
  | 'itunes:subtitle'
  | 'itunes:image'
>;

/** Elements of an Atom entry that we read; Atom 0.3 has been renamed to these. */
export type AtomEntry = Elements<
  | 'title'
  | 'link'
  | 'id'
  | 'author'
  | 'published'
  | 'updated'
  | 'created'
  | 'content'
  | 'summary'
  | 'source'
  | 'dc:title'
  | 'dc:creator'
  | 'dc:date'
  | 'dcterms:issued'
  | 'dcterms:created'
  | 'dcterms:modified'
  | 'content:encoded'
  | 'media:content'
  | 'media:thumbnail'
  | 'media:group'
  | 'media:title'
  | 'media:description'
  | 'media:credit'
  | 'itunes:image'
>;

/** Elements of an RSS channel that we read. */
export type RssChannel = Elements<
  'title' | 'link' | 'ttl' | 'dc:title' | 'dc:publisher' | 'atom:link' | 'sy:updatePeriod' | 'sy:updateFrequency'
>;

/** Elements of an Atom feed that we read. */
export type AtomFeed = Elements<
  'title' | 'link' | 'author' | 'at:deleted-entry' | 'dc:publisher' | 'sy:updatePeriod' | 'sy:updateFrequency'
>;

/** A feed as it came over the wire, in its own order. */
export type WireFeed =
  | { readonly kind: 'rss'; readonly feed: RssChannel; readonly items: readonly RssItem[] }
  | { readonly kind: 'atom'; readonly feed: AtomFeed; readonly items: readonly AtomEntry[] };
