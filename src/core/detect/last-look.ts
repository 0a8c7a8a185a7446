import type { SourceEntry } from '../entry.ts';

/**
 * The list that a source last gave, entry by entry as it was found, so that the next one costs a comparison of places for
 * all that stands where it stood. The list is held as long as its source holds it.
 */
export type LastLook = {
  readonly entries: WeakRef<readonly SourceEntry[]>;
  /** By place in `entries`. */
  readonly seqs: readonly number[];
  /** Those that this look found different: whether their records were saved is seen only at the next one. */
  readonly unsure: ReadonlySet<number>;
};

/** The `seq` of the entry at a place of the new list; undefined when it has to be looked up. */
export type SeqAt = (place: number) => number | undefined;

/** Lays the new list on the last one, whose oldest entries may have slid out since. */
export function layOn(last: LastLook | undefined, entries: readonly SourceEntry[]): SeqAt {
  const before = last?.entries.deref();
  const shift = before === undefined || entries[0] === undefined ? -1 : before.indexOf(entries[0]);
  if (last === undefined || before === undefined || shift === -1) return () => undefined;
  const { seqs, unsure } = last;
  return (place) => {
    if (before[place + shift] !== entries[place]) return undefined;
    const seq = seqs[place + shift];
    return seq === undefined || unsure.has(seq) ? undefined : seq;
  };
}
