import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../src/core/text/nearest.ts';

describe('the nearest of some words', () => {
  it.each([
    ['folow', 'follow'],
    ['sumary', 'summary'],
    ['settigns', 'settings'],
    ['STATUS', 'status'],
    ['hlep', 'help'],
    ['unfolow', 'unfollow'],
  ])('of %s is %s', (typed, meant) => {
    const words = ['help', 'preview', 'follow', 'unfollow', 'settings', 'summary', 'status'];

    expect(nearest(typed, words)).toBe(meant);
  });

  it.each(['', 'x', 'banana', '🌊🌊🌊🌊'])('of %j is none', (typed) => {
    expect(nearest(typed, ['help', 'follow', 'settings'])).toBeUndefined();
  });

  it('of two equally near ones is the first', () => {
    expect(nearest('cat', ['bat', 'hat'])).toBe('bat');
  });
});

describe('the distance between two words', () => {
  it('is symmetrical, nought only for the same, and at most the longer length', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const distance = editDistance(a, b) ?? -1;
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it('counts a swap of neighbours as one', () => {
    expect(editDistance('hlep', 'help')).toBe(1);
  });

  it('is not counted further than asked', () => {
    expect(editDistance('harbour', 'lighthouse', 2)).toBeUndefined();
  });
});
