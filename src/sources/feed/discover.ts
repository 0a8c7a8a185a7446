import { webAddress } from '../../core/web-address.ts';
import { parseHtml } from '../body/dom.ts';
import { textTitle } from './elements/title.ts';

export type FoundFeed = { readonly url: string; readonly title?: string; readonly kind: 'rss' | 'atom' | 'json-feed' };

const KINDS: readonly (readonly [RegExp, FoundFeed['kind']])[] = [
  [/^application\/atom\+xml$/, 'atom'],
  [/^(?:application\/(?:rss\+xml|rdf\+xml|x-rss\+xml)|text\/rss(?:\+xml)?)$/, 'rss'],
  [/^application\/feed\+json$/, 'json-feed'],
];

/**
 * The feeds a page names in its head, in the page's order (HTML, "alternate" links; jsonfeed.org for JSON). Comment feeds
 * come last: a live blog's readers are not the blog.
 */
export function discoverFeeds(html: string, url: string): FoundFeed[] {
  const page = parseHtml(html);
  const base = webAddress(page('base[href]').first().attr('href'), url) ?? url;
  const found = new Map<string, FoundFeed>();
  for (const link of page('link[rel][href]').toArray()) {
    const { rel = '', href, type = '', title = '' } = link.attribs;
    const address = webAddress(href, base);
    const kind = kindOf(rel, type);
    const name = textTitle(title);
    if (address === undefined || kind === undefined || found.has(address)) continue;
    found.set(address, { url: address, ...(name === undefined ? {} : { title: name }), kind });
  }
  const isComments = (feed: FoundFeed) => Number(/comment/i.test(`${feed.title ?? ''} ${feed.url}`));
  return [...found.values()].sort((a, b) => isComments(a) - isComments(b));
}

function kindOf(rel: string, type: string): FoundFeed['kind'] | undefined {
  const relations = rel.toLowerCase().split(/\s+/);
  if (!relations.includes('alternate') && !relations.includes('feed')) return undefined;
  const media = type.toLowerCase().replace(/;.*$/, '').trim();
  const kind = KINDS.find(([pattern]) => pattern.test(media))?.[1];
  return kind ?? (media === '' && relations.includes('feed') ? 'rss' : undefined);
}
