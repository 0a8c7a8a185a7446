import type { Look } from '../ports/newsroom.ts';
import { SourceError } from '../ports/source.ts';
import type { GetDeps } from './fetch-step.ts';
import { getBlog } from './get-blog.ts';

/** Never polled again, so these hold nothing. */
const ONCE = { every: 0, max: 0 };

/** Reads a live blog that somebody typed in chat, once. Private addresses are refused by the fetcher. */
export function createLook(deps: GetDeps): (url: string, signal: AbortSignal) => Promise<Look> {
  return async (url, signal) => {
    const got = await getBlog(deps, { name: ' look', url, origin: 'chat', ...ONCE }, undefined, signal);
    if (got.status === 'read') return { url, snapshot: got.snapshot };
    throw new SourceError('malformed', `${url} answers "not modified" though nothing was known of it.`);
  };
}
