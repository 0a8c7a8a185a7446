import { describe, expect, it } from 'vitest';
import type { Change } from './change.ts';
import { differences, type Reading, readingOf } from './readings.ts';
import { haveCaptures, type Specimen } from './specimens.ts';

/** `SAME_READING=all` tries every change on every document; else our many own pages and large captures take turns. */
const ALL = process.env.SAME_READING === 'all';
const LARGE = 100_000;
/** Nothing is said of speed: a busy machine reads a hundred documents slowly. */
const LONGEST = 120_000;

const readings = new WeakMap<Specimen, Reading>();

function unchanged(specimen: Specimen): Reading {
  const known = readings.get(specimen) ?? readingOf(specimen.document);
  readings.set(specimen, known);
  return known;
}

/** What a change makes of a reading, in words: nothing, or one line. */
function outcome({ specimen, document }: Tried, change: Change): string[] {
  const { name } = specimen;
  const before = unchanged(specimen);
  const why = change.except?.[name];
  const said = changed(document, change, before);
  if (why !== undefined) return said.length > 0 ? [] : [`${name} reads the same now, though ${why}`];
  return said.length === 0 ? [] : [`${name}: ${said.length} differ, ${said.slice(0, 3).join(' | ')}`];
}

function changed(document: Specimen['document'], change: Change, before: Reading): string[] {
  const expected = change.expected === undefined ? before : change.expected(before);
  try {
    const after = readingOf(document, change.named === true ? before.kind : undefined);
    return differences(after, expected, new Set(change.costs ?? []));
  } catch (error) {
    return [`not read: ${error instanceof Error ? error.message : String(error)}`];
  }
}

type Tried = { readonly specimen: Specimen; readonly document: Specimen['document'] };

function tried(specimens: readonly Specimen[], change: Change): Tried[] {
  return specimens.flatMap((specimen) => {
    const document = change.apply(specimen.document);
    return document === undefined ? [] : [{ specimen, document }];
  });
}

/** The documents of this turn that a change fits; where there is none, all it fits. */
function inTurn(specimens: readonly Specimen[], change: Change, turn: number): Tried[] {
  if (ALL) return tried(specimens, change);
  const chosen = specimens.filter(({ name, captured, document }, place) => {
    if (change.except?.[name] !== undefined) return true;
    const turns = captured ? (document.text.length > LARGE ? 2 : 1) : 4;
    return place % turns === turn % turns;
  });
  const found = tried(chosen, change);
  return found.length > 0 ? found : tried(specimens, change);
}

/** Declares that documents read the same whatever is changed of what says nothing. */
export function readTheSame(what: string, specimens: readonly Specimen[], changes: readonly Change[]): void {
  describe(what, () => {
    it.for(changes.map((change, turn) => [change.what, change, turn] as const))(
      'read the same with %s',
      { timeout: LONGEST },
      ([, change, turn], { skip }) => {
        const all = inTurn(specimens, change, turn);
        if (!haveCaptures) skip(all.length === 0, 'of the documents it fits only captures');

        expect(all.length).toBeGreaterThan(0);
        expect(all.flatMap((each) => outcome(each, change))).toEqual([]);
      },
    );
  });
}
