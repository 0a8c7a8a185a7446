/** The link to an entry, from its blog's address; none for a blog read from a file, which has no address on the web. */
export function permalink(blog: string, rest: string): { url?: string } {
  return /^https?:/iu.test(blog) ? { url: `${blog}${rest}` } : {};
}

/**
 * An address as a page writes it, made absolute by the page's own. A page read from a file has none: then only addresses
 * that name their host can be read, and one without a scheme is taken for https.
 */
export function absoluteUrl(address: string | undefined, page: string): string | undefined {
  if (address === undefined) return undefined;
  const base = /^https?:/iu.test(page) ? page : undefined;
  if (base === undefined && !/^(?:https?:)?\/\//iu.test(address)) return undefined;
  return URL.canParse(address, base ?? 'https://localhost')
    ? new URL(address, base ?? 'https://localhost').href
    : undefined;
}
