import type { SourceEntry } from './entry.ts';
import { ownCopy } from './own-copy.ts';
import { packBody } from './packed-body.ts';

/** The entry for keeping: packed, and without any text that would keep its page in memory. A packed body stays the same. */
export function keptEntry<T extends SourceEntry>({ body, ...said }: T): T {
  return { ...ownCopy(said), body: packBody(body) } as T;
}
