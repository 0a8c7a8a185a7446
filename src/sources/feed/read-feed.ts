import type { Snapshot, SourceEntry } from '../../core/entry.ts';
import { oldestFirst } from '../../core/relay-order.ts';
import { isOnWeb } from '../../core/web-address.ts';
import type { Document, ReadContext } from '../../ports/source.ts';
import { relativeLinks } from '../wire/links.ts';
import { distinctNames } from '../wire/person-names.ts';
import { atomContent, contentTitle, firstTitle } from './elements/content.ts';
import { linkOf, pageOf } from './elements/links.ts';
import { attribute, firstText, type Node, textOf } from './elements/node.ts';
import { peopleOf } from './elements/people.ts';
import { plainTitle } from './elements/title.ts';
import { readItems } from './read-items.ts';
import { refreshAfter } from './refresh.ts';
import type { WireFeed } from './wire.ts';

/**
 * Reads any feed in XML into a snapshot; its kind is what the document is, whatever it was taken for. What is missing from
 * one that is not well-formed may have been swallowed by what is broken: it proves nothing.
 */
export function readFeed(document: Document, context: ReadContext): Snapshot {
  const baseOf = (wire: WireFeed) => startOf(wire, document.url);
  const factsOf = (wire: WireFeed) => ({ base: baseOf(wire), feedAuthors: authorsOf(wire) });
  const { wire, items } = readItems({ document, context, factsOf });
  const entries = items.map(({ entry }) => entry);
  const url = siteOf(wire, baseOf(wire));
  const title = titleOf(wire);
  const publisher = plainTitle(firstText(wire.feed['dc:publisher']));
  const wait = refreshAfter(wire.feed);
  const older = olderOf(wire, baseOf(wire));
  return {
    kind: wire.kind,
    url: url ?? document.url,
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    live: null,
    coverage: wire.flaw === undefined ? 'window' : 'increment',
    entries: oldestFirst(entries),
    deleted: deletedOf(wire),
    keyPoints: [],
    warnings: [
      ...warningsOf(
        wire.flaw,
        entries,
        items.flatMap(({ unreadable }) => unreadable),
      ),
      ...relativeLinks(entries, document.url),
    ],
    ...(wait === undefined ? {} : { refreshAfter: wait }),
    ...(older === undefined ? {} : { older }),
  };
}

/** Where relative addresses start from: the document; of one in a file the place on the web it names, else its site. */
function startOf(wire: WireFeed, documentUrl: string): string {
  if (isOnWeb(documentUrl)) return documentUrl;
  return linkOf(linksOf(wire), 'self', documentUrl) ?? siteOf(wire, documentUrl) ?? documentUrl;
}

function linksOf(wire: WireFeed): readonly Node[] | undefined {
  return wire.kind === 'atom' ? wire.feed.link : wire.feed['atom:link'];
}

function siteOf(wire: WireFeed, documentUrl: string): string | undefined {
  if (wire.kind === 'atom') return linkOf(wire.feed.link, 'alternate', documentUrl);
  return pageOf(wire.feed.link, documentUrl) ?? linkOf(wire.feed['atom:link'], 'alternate', documentUrl);
}

function titleOf(wire: WireFeed): string | undefined {
  if (wire.kind === 'rss') return firstTitle(wire.feed.title, wire.feed['dc:title']);
  const node = wire.feed.title?.find((each) => textOf(each) !== '');
  return node === undefined ? firstTitle(wire.feed['dc:title']) : contentTitle(atomContent(node, false));
}

function authorsOf(wire: WireFeed): readonly string[] {
  return wire.kind === 'atom' ? distinctNames((wire.feed.author ?? []).flatMap(peopleOf)) : [];
}

/** Ids that the feed itself says are gone (Atom tombstones, RFC 6721). */
function deletedOf(wire: WireFeed): string[] {
  const tombstones = wire.kind === 'atom' ? (wire.feed['at:deleted-entry'] ?? []) : [];
  return tombstones.map((node) => attribute(node, 'ref') ?? '').filter((id) => id !== '');
}

/** The next older page of a paged or archived feed (RFC 5005). */
function olderOf(wire: WireFeed, base: string): string | undefined {
  return linkOf(linksOf(wire), 'prev-archive', base) ?? linkOf(linksOf(wire), 'next', base);
}

function warningsOf(
  flaw: string | undefined,
  entries: readonly SourceEntry[],
  unreadable: readonly string[],
): string[] {
  const warnings: string[] = [];
  if (flaw !== undefined)
    warnings.push(`The feed is not well-formed XML (${flaw}); it was read as far as it makes sense.`);
  const [first] = unreadable;
  if (first !== undefined) {
    const count = unreadable.length === 1 ? 'A date' : `${unreadable.length} dates`;
    warnings.push(`${count} could not be read, for example ${JSON.stringify(first.slice(0, 60))}.`);
  }
  const silent = entries.filter(
    ({ title, body }) => title === undefined && body.text === '' && body.media.length === 0,
  );
  if (silent.length > 0)
    warnings.push(`${silent.length} of ${entries.length} entries have neither title, text nor media.`);
  return warnings;
}
