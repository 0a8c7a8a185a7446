import type { IncomingHttpHeaders } from 'node:http';

const DAY = 24 * 60 * 60 * 1000;

/** One header as text; of a repeated header the first. */
export function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/**
 * How long, in milliseconds, the server lets an answer live: Cache-Control max-age less its Age, else Expires (RFC 9111).
 * undefined when it does not say or says "do not keep"; at most a day, so that a slip of theirs does not silence a blog.
 */
export function maxAge(headers: IncomingHttpHeaders, now: number): number | undefined {
  const control = header(headers, 'cache-control') ?? '';
  if (/\bno-(?:store|cache)\b/iu.test(control)) return undefined;
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/iu.exec(control)?.[1];
  if (seconds !== undefined) {
    const age = Number(/^\s*(\d{1,10})\s*$/u.exec(header(headers, 'age') ?? '')?.[1] ?? 0);
    return clamp((Number(seconds) - age) * 1000);
  }
  const expires = httpDate(header(headers, 'expires'));
  if (expires === undefined) return undefined;
  return clamp(expires - (httpDate(header(headers, 'date')) ?? now));
}

/** Retry-After in milliseconds from `now`: seconds or a date (RFC 9110, 10.2.3), at most a day. */
export function retryAfter(headers: IncomingHttpHeaders, now: number): number | undefined {
  const value = header(headers, 'retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d{1,10}(?:\.\d+)?$/u.test(value)) return Math.min(DAY, Math.ceil(Number(value) * 1000));
  const date = httpDate(value);
  return date === undefined ? undefined : Math.min(DAY, Math.max(0, date - now));
}

function clamp(ms: number): number | undefined {
  return ms <= 0 ? undefined : Math.min(DAY, ms);
}

/** An HTTP date; a bare number ("0", "-1" in Expires) is none, though Date.parse would take it for a year. */
function httpDate(value: string | undefined): number | undefined {
  if (value === undefined || /^\s*[-+]?\d*\s*$/u.test(value)) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}
