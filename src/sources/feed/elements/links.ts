import { webAddress } from '../../../core/web-address.ts';
import { attribute, latestFirst, type Node, textOf } from './node.ts';

/** The base that relative addresses in an element have: its own, as `canonical-tree.ts` made it absolute, or the feed's. */
export function baseOf(node: Node | undefined, feedBase: string): string {
  return attribute(node, 'xml:base') ?? feedBase;
}

const ADDRESSES = ['href', 'url', 'uri', 'rdf:resource'];

/** What to make of an address and the base it starts from: `webAddress`, or where nothing is one `relativeReference`. */
export type Place = (address: string | undefined, base: string | undefined) => string | undefined;

/** Where a link element leads: its `href`, or its text as RSS and some Atom feeds have it. */
function linkTarget(node: Node, feedBase: string, place: Place): string | undefined {
  if (typeof node === 'string') return place(meantAddress(node, feedBase), feedBase);
  const name = ADDRESSES.find((each) => node.$?.[each] !== undefined);
  const base = baseOf(node, feedBase);
  const address = meantAddress(name === undefined ? textOf(node) : (attribute(node, name) ?? ''), base);
  // An empty reference is the base itself (RFC 3986 5.2); without one that was set on purpose it is a slip.
  return place(name !== undefined && address === '' ? node.$?.['xml:base'] : address, base);
}

/** An address without the slips of feeds: escaped twice (none that is meant has "&amp;" in it), or begun with its host. */
function meantAddress(written: string, base: string): string {
  const address = (written.includes('&amp;') ? written.replaceAll('&amp;', '&') : written).trim();
  if (/^www\./i.test(address)) return `http://${address}`;
  return address.startsWith('//') && !/^https?:/i.test(base) ? `https:${address}` : address;
}

/** The page that RSS links lead to. Where there are several the last counts, as feed readers agree. */
export function pageOf(
  links: readonly Node[] | undefined,
  feedBase: string,
  place: Place = webAddress,
): string | undefined {
  for (const link of latestFirst(links)) {
    const target = relationOf(link) === 'alternate' ? linkTarget(link, feedBase, place) : undefined;
    if (target !== undefined) return target;
  }
  return undefined;
}

/** The target of the first link of a relation that is a page, else of the first; links without one are alternates (RFC 4287 4.2.7.2). */
export function linkOf(
  links: readonly Node[] | undefined,
  relation: string,
  feedBase: string,
  place: Place = webAddress,
): string | undefined {
  if (links === undefined) return undefined;
  let other: string | undefined;
  for (const link of links) {
    if (relationOf(link) !== relation) continue;
    const isPage = /html/.test(attribute(link, 'type') ?? 'html');
    const target = isPage || other === undefined ? linkTarget(link, feedBase, place) : undefined;
    if (target !== undefined && isPage) return target;
    other ??= target;
  }
  return other;
}

const REGISTRY = 'http://www.iana.org/assignments/relation/';

export function relationOf(link: Node): string {
  const relation = attribute(link, 'rel')?.toLowerCase() ?? '';
  if (relation === '') return 'alternate';
  return relation.startsWith(REGISTRY) ? relation.slice(REGISTRY.length) : relation;
}

/**
 * The first id there is, '' for none; of several by one name the last. One that is a relative address is made absolute where the feed sets a base for it
 * (`xml:base`), and only there: an id must not change with the address that the feed was fetched from.
 */
export function idOf(...lists: readonly (readonly Node[] | undefined)[]): string {
  for (const list of lists) {
    for (const node of latestFirst(list)) {
      const id = textOf(node);
      if (id !== '') return isPermaLink(node) === false ? id : placed(id, attribute(node, 'xml:base'));
    }
  }
  return '';
}

function placed(id: string, base: string | undefined): string {
  if (base === undefined || /^[a-z][a-z\d+.-]*:/i.test(id)) return id;
  return webAddress(id, base) ?? id;
}

/** Whether a guid says that it is the item's address; undefined when it does not say (RSS 2.0 takes that for yes). */
export function isPermaLink(node: Node | undefined): boolean | undefined {
  if (node === undefined || typeof node === 'string') return undefined;
  for (const name in node.$) {
    if (name.toLowerCase() === 'ispermalink') return !/^\s*(?:false|no|0)\s*$/i.test(node.$[name] ?? '');
  }
  return undefined;
}
