import { ownCopy } from '../../core/own-copy.ts';
import { type Document, type ReadContext, SourceError } from '../../ports/source.ts';
import { atomEntry } from './atom-entry.ts';
import { dateReader } from './elements/dated.ts';
import type { FeedReading } from './feed-reading.ts';
import {
  carriedOver,
  type KnownItem,
  type KnownItems,
  keepItems,
  knownItems,
  type ReadItem,
  recallFrom,
} from './known-items.ts';
import { readWire } from './reader.ts';
import { rssEntry } from './rss-entry.ts';
import { itemSpan, type SplitFeed, splitFeed } from './split-feed.ts';
import type { WireFeed } from './wire.ts';

/** What the items of one document share. */
export type FeedFacts = Pick<FeedReading, 'base' | 'feedAuthors'>;
export type ReadItems = { readonly wire: WireFeed; readonly items: readonly ReadItem[] };
type Setting = {
  readonly document: Document;
  readonly context: ReadContext;
  readonly factsOf: (wire: WireFeed) => FeedFacts;
};

/**
 * The items of a feed in the order of the document. Of a blog that was read before only the new and the changed ones are
 * parsed, with the head and the tail of the document around them; the others are the very same as at the last read.
 */
export function readItems(setting: Setting): ReadItems {
  const { document, context } = setting;
  const known = knownItems(context);
  const again = known === undefined ? undefined : readNew(setting, known);
  if (again !== undefined) return again;
  const wire = readWire(document.text, shownAddress(document.url), document.url);
  const items = itemsOf(setting, wire, recallFrom(known));
  // What one broken item does to the next is seen in the whole only.
  if (wire.flaw === undefined) keepWhole(context, document.text, contentsOf(setting, wire), items);
  return { wire, items };
}

function readNew(setting: Setting, known: KnownItems): ReadItems | undefined {
  const { document, context } = setting;
  const split = splitFeed(document.text, known.listed);
  if (split === undefined) return undefined;
  // The first item always goes along: a feed without any would be read in another way.
  const parsed = split.stretches.filter((stretch, index) => index === 0 || stretch.known === undefined);
  if (parsed.length > split.stretches.length / 2) return undefined;
  const wire = tryWire(split.head + parsed.map(({ text }) => text).join('') + split.tail, document);
  if (wire?.items.length !== parsed.length || wire.flaw !== undefined) return undefined;
  const contents = contentsOf(setting, wire);
  if (settingOf(contents, split.head) !== known.setting) return undefined;
  const read = itemsOf(setting, wire, recallFrom(known));
  const items = new Map(parsed.map((stretch, index) => [stretch, read[index]]));
  const all = split.stretches.flatMap((stretch) => stretch.known ?? items.get(stretch) ?? []);
  const kept = { setting: known.setting, listed: listedIn(split, all) };
  keepItems(context, () => kept);
  return { wire, items: all };
}

/** undefined when it cannot be read: then the whole document is, and its error says the right line. */
function tryWire(xml: string, { url }: Document): WireFeed | undefined {
  try {
    return readWire(xml, shownAddress(url), url);
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}

function itemsOf(
  setting: Setting,
  wire: WireFeed,
  recall: (entry: ReadItem['entry']) => ReadItem['entry'],
): ReadItem[] {
  const { document, context, factsOf } = setting;
  const { base, feedAuthors } = factsOf(wire);
  const read = (make: (reading: FeedReading) => ReadItem['entry']): ReadItem => {
    const dates = dateReader(document.fetchedAt, context.timezone);
    const entry = recall(make({ base, feedAuthors, dates, body: context.body }));
    return { entry, unreadable: ownCopy(dates.unreadable) };
  };
  return wire.kind === 'rss'
    ? wire.items.map((item) => read((reading) => rssEntry(item, reading)))
    : wire.items.map((item) => read((reading) => atomEntry(item, reading)));
}

/** All that the meaning of items depends on beside their own texts and the declarations in the head of the document. */
type Contents = readonly [kind: WireFeed['kind'], facts: FeedFacts, timezone: string | undefined];

function contentsOf({ context, factsOf }: Setting, wire: WireFeed): Contents {
  return [wire.kind, factsOf(wire), context.timezone];
}

const DECLARATION = /\s(?:xml[\w:.-]*|base)\s*=\s*(?:"[^"]*"|'[^']*')/gi;

function settingOf(contents: Contents, head: string): string {
  return JSON.stringify([...contents, head.match(DECLARATION)]);
}

/**
 * A function of its own, so that what is kept holds nothing else of the read in memory. Most feeds are their items and
 * little else: those are kept as they stand in the document, for a copy takes a tenth of the time that parsing does.
 */
function keepWhole(context: ReadContext, text: string, contents: Contents, items: readonly ReadItem[]): void {
  const span = itemSpan(text);
  if (span === undefined) return;
  const setting = settingOf(contents, span.head);
  const written = span.items.length < text.length / 2 ? ownCopy(span.items) : span.items;
  keepItems(context, () => {
    const split = splitFeed(written, []);
    return split?.stretches.length === items.length ? { setting, listed: listedIn(split, items) } : undefined;
  });
}

function listedIn(split: SplitFeed, items: readonly ReadItem[]): KnownItem[] {
  return split.stretches.flatMap(({ text, known }, index) => {
    const item = items[index];
    if (known !== undefined && known === item) return carriedOver(known);
    return item === undefined ? [] : { ...item, text, copied: false };
  });
}

/** An address without what may be secret in it. */
function shownAddress(url: string): string {
  return URL.canParse(url) ? new URL(url).origin.replace(/^null$/, '') + new URL(url).pathname : url;
}
