import { redactUrl } from '../../core/redact-url.ts';
import { SourceError } from '../../ports/source.ts';

/** Redirects followed in one fetch; more is taken for a loop. */
const MAX_REDIRECTS = 5;

export type Hop = { readonly url: URL; readonly permanent: boolean };

/** An address without what is not part of the page's identity: credentials and fragment. */
export function pageOf(url: URL): string {
  const plain = new URL(url);
  plain.username = '';
  plain.password = '';
  plain.hash = '';
  return plain.href;
}

export function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

/**
 * Where a redirect leads. A step down from https to http is followed – old sites do that – but never counts as permanent, so
 * that nobody on the way can move a blog for good. Credentials go along only within the same origin. `visited` are the
 * addresses of this fetch so far, as `pageOf` writes them.
 */
export function nextHop(from: URL, status: number, location: string | undefined, visited: ReadonlySet<string>): Hop {
  if (location === undefined || !URL.canParse(location, from.href)) {
    throw redirectError(from, 'points to nowhere');
  }
  const url = new URL(location, from);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw redirectError(from, 'leaves the web', 'refused');
  url.hash = '';
  if (url.origin === from.origin) {
    url.username = from.username;
    url.password = from.password;
  } else if (url.username !== '' || url.password !== '') {
    url.username = '';
    url.password = '';
  }
  if (visited.has(pageOf(url))) throw redirectError(from, 'goes in a circle (it may want cookies or a login)');
  if (visited.size > MAX_REDIRECTS) throw redirectError(from, `goes on for more than ${MAX_REDIRECTS} steps`);
  const downgrade = from.protocol === 'https:' && url.protocol === 'http:';
  return { url, permanent: (status === 301 || status === 308) && !downgrade };
}

function redirectError(from: URL, what: string, kind: 'unreachable' | 'refused' = 'unreachable'): SourceError {
  return new SourceError(
    kind,
    `The redirect at ${redactUrl(from.href)} ${what}; open the address in a browser and use the one it ends at.`,
  );
}
