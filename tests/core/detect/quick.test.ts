import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect } from '../../../src/core/detect/detect.ts';
import type { Detection } from '../../../src/core/detect/detection.ts';
import type { SourceEntry } from '../../../src/core/entry.ts';
import { type SeenSet, unseen } from '../../../src/core/seen-set.ts';
import { collectGarbage } from '../../support/collect-garbage.ts';
import { EVENING, snapshotOf, update } from '../../support/entries.ts';

/*
 * Most polls of a long page are decided by comparing objects with those of the last look. Whatever happens to a page, that
 * has to come to the same as the thorough way, which copied facts enforce.
 */
type Change = {
  readonly do: 'publish' | 'edit' | 'undo' | 'withdraw' | 'restore' | 'slide' | 'insert' | 'rename';
  readonly at: number;
};

const change: fc.Arbitrary<Change> = fc.record({
  do: fc.constantFrom('publish', 'publish', 'edit', 'edit', 'undo', 'slide', 'withdraw', 'restore', 'insert', 'rename'),
  at: fc.nat({ max: 60 }),
});

/** What the store made of a look. */
const outcome = fc.constantFrom('saved', 'saved', 'saved', 'lost');

describe('the quick way to detect', () => {
  it('comes to the same as the thorough way, whatever happens to the page', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.array(change, { maxLength: 3 }), outcome), { minLength: 2, maxLength: 14 }),
        (polls) => {
          const page = newsroom();
          let quick = unseen('https://saltmere.example/live', 0);
          let thorough = quick;
          for (const [poll, [changes, outcome]] of polls.entries()) {
            for (const one of changes) page.apply(one);
            const snapshot = snapshotOf(page.shown());
            const now = EVENING + poll * 60_000;
            const a = detect(quick, snapshot, now, { firstSight: poll === 0 });
            const b = detect(copied(thorough), snapshot, now, { firstSight: poll === 0 });
            expect(comparable(a)).toEqual(comparable(b));
            if (poll > 0 && outcome === 'lost') continue;
            quick = saved(quick, a);
            thorough = saved(thorough, b);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is taken when one entry is new and one slid out', () => {
    const page = newsroom();
    const first = detect(unseen('https://saltmere.example/live', 0), snapshotOf(page.shown()), EVENING, {
      firstSight: true,
    });
    const seen = saved(unseen('https://saltmere.example/live', 0), first);
    page.apply({ do: 'publish', at: 0 });
    page.apply({ do: 'slide', at: 0 });

    const second = detect(seen, snapshotOf(page.shown()), EVENING + 1, { firstSight: false });

    expect(second).toMatchObject({ added: 1, edited: 0, removed: 0 });
    expect(second.facts.aliases).toBe(seen.facts.aliases);
  });

  it('holds no entry in memory that the source has let go', async () => {
    const { facts, entries } = lookedAt();

    const alive = () => entries.filter((entry) => entry.deref() !== undefined);
    // A busy machine may be compiling on the side with one of them in its hands; what is held for good stays held.
    for (let round = 0; round < 10 && alive().length > 0; round += 1) await collectGarbage();

    expect(alive()).toEqual([]);
    expect(facts.count).toBe(12);
  });
});

/** A look whose facts are kept and whose page is not, after a second look that went the quick way. */
function lookedAt() {
  const page = newsroom();
  const empty = unseen('https://saltmere.example/live', 0);
  const seen = saved(empty, detect(empty, snapshotOf(page.shown()), EVENING, { firstSight: true }));
  const { facts } = detect(seen, snapshotOf(page.shown()), EVENING + 1, { firstSight: false });
  return { facts, entries: page.shown().map((entry) => new WeakRef(entry)) };
}

function newsroom() {
  const entries: { entry: SourceEntry; gone: boolean }[] = [];
  let from = 0;
  let editions = 0;
  const make = (n: number, text: string) =>
    update(`e${n}`, `Report ${n} ${text}, from the quay of Saltmere.`, { minute: n });
  for (let n = 0; n < 12; n++) entries.push({ entry: make(n, 'as first written'), gone: false });
  /** The very objects that were shown first: a correction may be taken back. */
  const first = new Map(entries.map(({ entry }) => [entry.sourceId, entry]));
  return {
    shown: () =>
      entries
        .slice(from)
        .filter(({ gone }) => !gone)
        .map(({ entry }) => entry),
    apply({ do: what, at }: Change) {
      const item = entries[from + (at % Math.max(1, entries.length - from))];
      if (what === 'publish') entries.push({ entry: make(entries.length, 'as first written'), gone: false });
      else if (what === 'slide') from = Math.min(from + 1 + (at % 2), entries.length - 5);
      else if (what === 'insert')
        entries.splice(from + (at % 6), 0, { entry: make(1000 + entries.length, 'late'), gone: false });
      else if (item !== undefined && what === 'withdraw') item.gone = true;
      else if (item !== undefined && what === 'restore') item.gone = false;
      else if (item !== undefined && what === 'undo') item.entry = first.get(item.entry.sourceId) ?? item.entry;
      else if (item !== undefined && what === 'edit')
        item.entry = { ...item.entry, body: make(at, `corrected ${++editions} times`).body };
      else if (item !== undefined && what === 'rename') item.entry = { ...item.entry, sourceId: `fresh-${++editions}` };
    },
  };
}

/** Facts that no look produced: nothing is remembered of them. */
function copied(seen: SeenSet): SeenSet {
  return { ...seen, facts: { ...seen.facts } };
}

function comparable({ records, facts, ...rest }: Detection) {
  return { ...rest, facts, records: [...records].sort((a, b) => a.seq - b.seq) };
}

function saved(seen: SeenSet, detection: Detection): SeenSet {
  const records = [...seen.records];
  for (const record of detection.records) records[record.seq] = record;
  return { facts: detection.facts, records };
}
