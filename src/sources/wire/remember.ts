import type { ReadContext } from '../../ports/source.ts';

/** Things kept of one read at most; a blog with more has the first of them made anew. */
const MOST = 5_000;

type Shelf = { read: ReadContext; current: Map<string, object>; previous: Map<string, object> };

/** By the body reader, which is one per blog and lives as long as the blog is followed. */
const shelves = new WeakMap<ReadContext['body'], Shelf>();

/**
 * What was made of a post under the same `stamp` in this read or the last one, else what `make` makes now. The stamp must
 * hold all that `make` looks at, or what the publisher changes with it (id, time of change, lengths). An entry that did not
 * change thereby stays the very same object, which others may remember things by.
 */
export function remember<T extends object>(context: ReadContext, stamp: string, make: () => T): T {
  const shelf = shelfOf(context);
  const known = shelf.current.get(stamp) ?? shelf.previous.get(stamp);
  const thing = (known as T | undefined) ?? make();
  if (shelf.current.size < MOST) shelf.current.set(stamp, thing);
  return thing;
}

/** Each read brings a context of its own, which is how the next one is known. */
function shelfOf(context: ReadContext): Shelf {
  const known = shelves.get(context.body);
  if (known?.read === context) return known;
  const shelf = {
    read: context,
    current: new Map<string, object>(),
    previous: known?.current ?? new Map<string, object>(),
  };
  shelves.set(context.body, shelf);
  return shelf;
}
