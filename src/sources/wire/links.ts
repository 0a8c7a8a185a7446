import type { SourceEntry } from '../../core/entry.ts';
import { isOnWeb } from '../../core/web-address.ts';

/** The link to an entry, from its blog's address; none for a blog read from a file, which has no address on the web. */
export function permalink(blog: string, rest: string): { url?: string } {
  return isOnWeb(blog) ? { url: `${blog}${rest}` } : {};
}

/**
 * An address as a page writes it, made absolute by the page's own. A page read from a file has none: then only addresses
 * that name their host can be read, and one without a scheme is taken for https.
 */
export function absoluteUrl(address: string | undefined, page: string): string | undefined {
  if (address === undefined) return undefined;
  const base = isOnWeb(page) ? page : undefined;
  if (base === undefined && !/^(?:https?:)?\/\//iu.test(address)) return undefined;
  return URL.canParse(address, base ?? 'https://localhost')
    ? new URL(address, base ?? 'https://localhost').href
    : undefined;
}

/** What to tell of entries whose address is a reference that their document, a file, has no address for. */
export function relativeLinks(entries: readonly SourceEntry[], documentUrl: string): string[] {
  if (isOnWeb(documentUrl)) return [];
  const relative = entries.flatMap(({ url }) => (url === undefined || isOnWeb(url) ? [] : [url]));
  const [first] = relative;
  if (first === undefined) return [];
  const links = relative.length === 1 ? 'A link is' : `${relative.length} links are`;
  return [
    `${links} relative, and a file has no address to resolve them against: they are given as they are written, for example ${JSON.stringify(first.slice(0, 60))}.`,
  ];
}
