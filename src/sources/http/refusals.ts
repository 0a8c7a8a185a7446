import type { IncomingHttpHeaders } from 'node:http';
import { SourceError } from '../../ports/source.ts';
import { header } from './caching.ts';

/** How much of an answer that is no page is read to tell a block from a fault. */
export const REFUSAL_REACH = 64 * 1024;

/** Text that only pages of bot protection hold (Cloudflare, DataDome, PerimeterX, Imperva, Akamai, Vercel). */
const CHALLENGE =
  /<title>\s*(?:Just a moment\.\.\.|Attention Required! \| Cloudflare|Access Denied|Vercel Security Checkpoint|Pardon Our Interruption)|_cf_chl_opt|cf-browser-verification|geo\.captcha-delivery\.com|id="px-captcha"|_Incapsula_Resource\?[^"]*incident/iu;

/** True for a page put up by bot protection in place of the one asked for. `start` is the beginning of the body. */
export function isChallenge(headers: IncomingHttpHeaders, start: string): boolean {
  return (
    header(headers, 'cf-mitigated') === 'challenge' ||
    header(headers, 'x-amzn-waf-action') !== undefined ||
    CHALLENGE.test(start)
  );
}

/** The error for an answer that is a bot-protection page, whatever its status. */
export function challengeFailure(where: string): SourceError {
  return new SourceError(
    'refused',
    `${where} is blocked by the site: it answers programs with a challenge page; ask the publisher for a feed or an API address.`,
  );
}

/** The error for a status that is no success; `wait` is the server's Retry-After in milliseconds. */
export function statusFailure(status: number, where: string, wait: number | undefined): SourceError {
  const options = wait === undefined ? {} : { retryAfter: wait };
  const later =
    wait === undefined ? 'it will be tried again, more slowly' : `it will be tried again in ${inWords(wait)}`;
  if (status === 404 || status === 410) {
    return new SourceError('gone', `${where} does not exist (${status}); check the address, or unfollow it.`, options);
  }
  if (status === 429 || (status === 503 && wait !== undefined)) {
    return new SourceError('rate-limited', `${where} asks us to slow down (${status}); ${later}.`, options);
  }
  if (status >= 500 || status === 408 || status === 425) {
    return new SourceError('unreachable', `${where} has a fault of its own (${status}); ${later}.`, options);
  }
  if (status === 401 || status === 407) {
    return new SourceError(
      'refused',
      `${where} wants a login (${status}); give an address that works without one.`,
      options,
    );
  }
  return new SourceError(
    'refused',
    `${where} refuses the request (${status}); open it in a browser to see whether it is public.`,
    options,
  );
}

function inWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
