import type { TextElement } from './elements/entry-text.ts';
import type { TimeElement } from './elements/entry-times.ts';
import type { MediaElement } from './elements/media.ts';
import { isNode, isRecord, type Node } from './elements/node.ts';
import type { AuthorElement } from './elements/people.ts';

/** An element's children by their names; which of them mean something to us, the types below say. */
export type Children = { readonly [name: string]: readonly Node[] };

/**
 * An element by hand, inside the schema of `reader.ts`: a feed of a thousand items has ten thousand, and zod's records and
 * unions take as long over them as reading the XML did.
 */
export function isElement(value: unknown): value is Children {
  if (!isRecord(value)) return false;
  for (const name in value) {
    if (name === '$' || name === '_') continue; // the element's own attributes and text: nobody asks an item for those
    const nodes = value[name];
    if (!Array.isArray(nodes) || !nodes.every(isNode)) return false;
  }
  return true;
}

type Elements<Name extends string> = { readonly [key in Name]?: readonly Node[] | undefined };

/** Elements of an item or entry that mean the same in every format, for feeds mix them. */
type SharedElement = TimeElement | TextElement | AuthorElement | MediaElement | 'title' | 'link' | 'id' | 'guid';

/** Elements of an RSS item that we read. */
export type RssItem = Elements<
  SharedElement | 'dc:title' | 'rdf:about' | 'atom:title' | 'atom:link' | 'atom:id' | 'media:title' | 'itunes:title'
>;

/** Elements of an Atom entry that we read. */
export type AtomEntry = Elements<SharedElement | 'source' | 'atom:link' | 'dc:title' | 'media:title'>;

/** Elements of an RSS channel that we read. */
export type RssChannel = Elements<
  'title' | 'link' | 'ttl' | 'dc:title' | 'dc:publisher' | 'atom:link' | 'sy:updatePeriod' | 'sy:updateFrequency'
>;

/** Elements of an Atom feed that we read. */
export type AtomFeed = Elements<
  | 'title'
  | 'link'
  | 'author'
  | 'at:deleted-entry'
  | 'dc:title'
  | 'dc:publisher'
  | 'sy:updatePeriod'
  | 'sy:updateFrequency'
>;

/** A feed as it came over the wire, in its own order. `flaw`: why it is no well-formed XML, and where. */
export type WireFeed = { readonly flaw?: string } & (
  | { readonly kind: 'rss'; readonly feed: RssChannel; readonly items: readonly RssItem[] }
  | { readonly kind: 'atom'; readonly feed: AtomFeed; readonly items: readonly AtomEntry[] }
);
