import type { Body } from '../../core/entry.ts';
import { ownCopy } from '../../core/own-copy.ts';
import { packBody } from '../../core/packed-body.ts';
import { htmlBody } from './html-body.ts';

/** How many bodies a generation holds at most before the older one is let go. */
const GENERATION = 4096;

/**
 * `htmlBody` that remembers: a body asked for again costs a look-up. Calling `nextRead` before each read of a blog keeps
 * the bodies of the last two reads and no more; without it the older half goes once 4,096 bodies have come together.
 */
export type BodyMemo = ((html: string, base: string) => Body) & {
  nextRead(): void;
  /**
   * Characters of the longest read so far. Sources remember the entries of a read beside it, and need not ask again for
   * what stays as it is.
   */
  size(): number;
};

type Known = { readonly html: string; readonly base: string; readonly body: Body };

export function createBodyMemo(): BodyMemo {
  let current = new Map<string, Known>();
  let previous = new Map<string, Known>();
  let characters = 0;
  let most = 0;
  const nextRead = (): void => {
    previous = current;
    current = new Map();
    characters = 0;
  };
  const memo = (written: string, base: string): Body => {
    // Looked up by the copy that is kept: each text is hashed when it is first looked up, which takes as long as reading it.
    const html = ownCopy(written);
    let known = current.get(html);
    if (known?.base === base) return known.body;
    known = previous.get(html);
    if (known?.base !== base) known = { html, base, body: packBody(htmlBody(html, base)) };
    if (current.size >= GENERATION) nextRead();
    if (!current.has(known.html)) characters += html.length;
    most = Math.max(most, characters);
    current.set(known.html, known);
    return known.body;
  };
  return Object.assign(memo, { nextRead, size: () => most });
}
