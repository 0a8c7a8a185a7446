import { describe, expect, it } from 'vitest';
import type { SourceKind } from '../../src/core/entry.ts';
import { SOURCES } from '../../src/sources/sources.ts';
import { sourceContract } from '../contracts/source-contract.ts';
import { SOURCE_SAMPLES } from '../contracts/source-samples.ts';

/** Kinds whose entries are made anew at each read; their bodies are remembered, where they are HTML. */
const MADE_ANEW: readonly SourceKind[] = ['wordpress', 'json-feed', 'transcript'];

describe('the sources', () => {
  it('have a kind each, and a sample of it', () => {
    expect(SOURCES.map(({ kind }) => kind).toSorted()).toEqual(Object.keys(SOURCE_SAMPLES).toSorted());
  });

  for (const source of SOURCES) {
    const sample = SOURCE_SAMPLES[source.kind];
    if (sample === undefined) continue; // told above
    const others = Object.entries(SOURCE_SAMPLES).flatMap(([kind, other]) => (kind === source.kind ? [] : [other]));
    sourceContract({ source, sample, others, sameEntries: !MADE_ANEW.includes(source.kind) });
  }
});
