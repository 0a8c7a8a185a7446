/** `href` made absolute; undefined when it leads nowhere on the web. An address that is absolute stays as it was written. */
export function webAddress(href: string | undefined, base: string | undefined): string | undefined {
  const trimmed = href?.trim() ?? '';
  if (/^https?:\/\//i.test(trimmed)) return URL.canParse(trimmed) ? trimmed : undefined;
  if (trimmed === '' || /^(?!https?:)[a-z][a-z\d+.-]*:/i.test(trimmed) || !URL.canParse(trimmed, base))
    return undefined;
  const url = new URL(trimmed, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}
