/** What replaces a secret. */
const DOTS = '••••';

/**
 * Shapes of secrets that must never reach a log line, whoever put them there: Slack tokens and webhooks, Discord tokens
 * and webhooks, passwords in addresses, authorization headers, values of query parameters that carry keys.
 */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\bx(?:ox[a-z]|app)-[\w-]{4,}/g, DOTS],
  [/\b[\w-]{20,30}\.[\w-]{6}\.[\w-]{25,}/g, DOTS],
  [/(hooks\.slack\.com\/(?:services|workflows|triggers)\/)[\w/-]+/g, `$1${DOTS}`],
  [/(\/api(?:\/v\d+)?\/webhooks\/\d+\/)[\w-]+/g, `$1${DOTS}`],
  [/(\/interactions\/\d+\/)[\w-]+/g, `$1${DOTS}`],
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@"\\?#]*:[^\s/@"\\?#]*@/gi, `$1${DOTS}@`],
  [/\b(Bearer|Bot|Basic)\s+[\w.~+/=-]{8,}/g, `$1 ${DOTS}`],
  [/([?&](?:\w*[_-])?(?:token|key|secret|sig|signature|password|passwd|auth|code)=)[^&\s"\\#]+/gi, `$1${DOTS}`],
];
/** Shorter ones would blank out ordinary words. */
const SHORTEST = 6;

/** A function that takes every secret out of a line: those of known shape, and the given ones wherever they stand. */
export function createScrubber(secrets: readonly string[]): (line: string) => string {
  const exact = secrets
    .filter((secret) => secret.length >= SHORTEST)
    .flatMap((secret) => [...new Set([secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])])
    .sort((a, b) => b.length - a.length);
  return (line) => {
    let clean = line;
    for (const secret of exact) clean = clean.replaceAll(secret, DOTS);
    for (const [shape, instead] of SHAPES) clean = clean.replace(shape, instead);
    return clean;
  };
}
