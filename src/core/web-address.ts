/** `href` made absolute; undefined when it leads nowhere on the web. An address that is absolute stays as it was written. */
export function webAddress(href: string | undefined, base: string | undefined): string | undefined {
  const trimmed = href?.trim() ?? '';
  if (/^https?:\/\//i.test(trimmed)) return URL.canParse(trimmed) ? trimmed : undefined;
  if (trimmed === '' || /^(?!https?:)[a-z][a-z\d+.-]*:/i.test(trimmed) || !URL.canParse(trimmed, base))
    return undefined;
  const url = new URL(trimmed, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

/** A value for a query or a path: half of a surrogate pair, which no address can hold, becomes a replacement character. */
export function addressPart(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}

/** Whether an address leads to the web: that of a file does not. */
export function isOnWeb(address: string | undefined): boolean {
  return address !== undefined && /^https?:/i.test(address);
}

/** What a reference has not: blanks, brackets, quotes, and a colon before its path (RFC 3986 4.2). */
const NO_REFERENCE = /[\s<>"\p{Cc}]|^[^/?#]*:/u;
const NO_HOST = 'http://relative.invalid/';

/**
 * A reference without a scheme and a host, as it is written, where `base` is no place on the web to start it from; undefined
 * for everything else, whatever hides in it ("java\nscript:").
 */
export function relativeReference(href: string | undefined, base: string | undefined): string | undefined {
  const written = href?.trim() ?? '';
  if (base === undefined || isOnWeb(base) || written === '' || NO_REFERENCE.test(written)) return undefined;
  return URL.canParse(written, NO_HOST) && new URL(written, NO_HOST).href.startsWith(NO_HOST) ? written : undefined;
}
