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

function isSecret(name: string, value: string): boolean {
  return SECRET_NAME.test(name) || /^x-(?:amz|goog)-/iu.test(name) || RANDOM_VALUE.test(value);
}

function cut(text: string): string {
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH - 1)}…`;
}
