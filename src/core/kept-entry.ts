import type { SourceEntry } from './entry.ts';
import { ownCopy } from './own-copy.ts';
import { packBody } from './packed-body.ts';

/**
 * The entry for keeping: packed, and without any text that would keep its page in memory. A packed body stays the same, and
 * so do the flags, which are words of our own.
 */
export function keptEntry<T extends SourceEntry>({ body, flags, ...said }: T): T {
  return { ...ownCopy(said), flags, body: packBody(body) } as T;
}
