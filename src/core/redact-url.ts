const SECRET_NAME =
  /(?:^|[-_.])(?:auth|authorization|code|credential|jwt|key|apikey|pass|passwd|password|pwd|secret|session|sid|sig|signature|token|accesstoken)$/iu;
const RANDOM_VALUE = /^(?=.*\d)(?=.*[a-z])[\w~.+/=-]{20,}$/iu;
const MAX_LENGTH = 200;

/**
 * An address as it may stand in a message or a log: without credentials, without the values of query parameters that look
 * like secrets, without fragment, and cut when very long. Text that is no address loses anything shaped like credentials.
 */
export function redactUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) return cut(text.replace(/\/\/[^/@\s]*@/gu, '//').replace(/\?.*$/su, '?…'));
  url.username = '';
  url.password = '';
  url.hash = '';
  const query = [...url.searchParams]
    .map(([name, value]) => `${name}=${isSecret(name, value) ? '…' : value}`)
    .join('&');
  url.search = '';
  return cut(query === '' ? url.href : `${url.href}?${query}`);
}

/**
 * An address that may be linked to in a channel: without credentials and without query parameters that are named like
 * secrets. Whoever may read the page has them.
 */
export function publicUrl(text: string): string {
  if (!/[@?]/u.test(text) || !URL.canParse(text)) return text;
  const url = new URL(text);
  const secrets = [...url.searchParams.keys()].filter(isSecretName);
  // Only touched when needed: deleting re-encodes the rest of the query.
  if (url.username === '' && url.password === '' && secrets.length === 0) return text;
  url.username = '';
  url.password = '';
  for (const name of secrets) url.searchParams.delete(name);
  return url.href;
}

function isSecret(name: string, value: string): boolean {
  return isSecretName(name) || RANDOM_VALUE.test(value);
}

function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) || /^x-(?:amz|goog)-/iu.test(name);
}

function cut(text: string): string {
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH - 1)}…`;
}
