import type { Snapshot } from '../entry.ts';
import type { SeenFacts } from '../seen-set.ts';

/** Good looks that have to find an entry gone before it is taken as withdrawn. */
const LOOKS = 2;
/** The same when many go at once: then a broken page is likelier than an editor. */
const LOOKS_WHEN_MANY = 5;

export type Gaps = {
  /** How many good looks found each of these `seq`s gone. */
  readonly missing: Readonly<Record<number, number>>;
  /** Gone for good. */
  readonly proven: readonly number[];
  /** Absent without proof, but still inside or above the window: they keep their place in it. */
  readonly waiting: readonly number[];
};

/**
 * Finds where the page's run has a gap. An entry is missing when the run shows both an older and a newer neighbour of it
 * (a new entry above counts as newer), or when the source showed everything it has. What slid off the old end is not missing.
 */
export function findGaps(
  facts: SeenFacts,
  coverage: Snapshot['coverage'],
  run: readonly number[],
  present: ReadonlySet<number>,
): Gaps {
  if (coverage === 'increment') {
    return { missing: withoutPresent(facts.missing, present), proven: [], waiting: absent(facts.window, present) };
  }
  if (coverage === 'stand-in') return { missing: {}, proven: [], waiting: [] };
  const survivors = facts.window.flatMap((seq, place) => (present.has(seq) ? [place] : []));
  const first = survivors[0];
  const last = survivors.at(-1);
  const shows = coverage === 'complete' && run.length > 0;
  const newestIsNew =
    last !== undefined && run.at(-1) !== facts.window[last] && !facts.window.includes(run.at(-1) ?? -1);
  const inside: number[] = [];
  const above: number[] = [];
  for (const [place, seq] of facts.window.entries()) {
    if (present.has(seq)) continue;
    if (shows) inside.push(seq);
    else if (first === undefined || last === undefined || place < first) continue;
    else if (place < last || newestIsNew) inside.push(seq);
    else above.push(seq);
  }
  return judge(facts, inside, above);
}

/** Another look at the same page. */
export function gapsAgain(facts: SeenFacts): Gaps {
  return judge(facts, Object.keys(facts.missing).map(Number), []);
}

function judge(facts: SeenFacts, inside: readonly number[], above: readonly number[]): Gaps {
  const many = inside.length > Math.max(5, facts.window.length / 4);
  const needed = many ? LOOKS_WHEN_MANY : LOOKS;
  const missing: Record<number, number> = {};
  const proven: number[] = [];
  for (const seq of inside) {
    const looks = (facts.missing[seq] ?? 0) + 1;
    if (looks >= needed) proven.push(seq);
    else missing[seq] = looks;
  }
  return { missing, proven, waiting: [...Object.keys(missing).map(Number), ...above] };
}

function absent(window: readonly number[], present: ReadonlySet<number>): number[] {
  return window.filter((seq) => !present.has(seq));
}

function withoutPresent(
  missing: Readonly<Record<number, number>>,
  present: ReadonlySet<number>,
): Record<number, number> {
  return Object.fromEntries(Object.entries(missing).filter(([seq]) => !present.has(Number(seq))));
}
