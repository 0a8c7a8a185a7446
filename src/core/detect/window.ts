import type { Snapshot } from '../entry.ts';
import type { Gaps } from './gaps.ts';

/**
 * The page's run after this snapshot, as `seq`s in page order. Entries that are missing without proof yet keep their place
 * behind the neighbour they stood behind; an increment adds to the run and takes nothing from it.
 */
export function nextWindow(
  window: readonly number[],
  run: readonly number[],
  gaps: Gaps,
  coverage: Snapshot['coverage'],
): number[] {
  const gone = new Set(gaps.proven);
  if (coverage === 'increment') {
    const known = new Set(window);
    return [...window.filter((seq) => !gone.has(seq)), ...run.filter((seq) => !known.has(seq))];
  }
  const waiting = new Set(gaps.waiting);
  if (waiting.size === 0) return [...run];
  const behind = new Map<number, number[]>();
  let neighbour = -1;
  const shown = new Set(run);
  for (const seq of window) {
    if (shown.has(seq)) neighbour = seq;
    else if (waiting.has(seq)) behind.set(neighbour, [...(behind.get(neighbour) ?? []), seq]);
  }
  return [...(behind.get(-1) ?? []), ...run.flatMap((seq) => [seq, ...(behind.get(seq) ?? [])])];
}
