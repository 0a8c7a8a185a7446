import { describe, expect, it } from 'vitest';
import { MUTATIONS } from './mutations.ts';
import { isUpToDate } from './workshop.ts';

describe('the list of mutations', () => {
  it.each(MUTATIONS.map((mutation) => [mutation.name, mutation] as const))(
    'fits the sources: %s',
    (_name, mutation) => {
      expect(isUpToDate(mutation)).toBe(true);
    },
  );

  it('names each mutation once', () => {
    expect(new Set(MUTATIONS.map(({ name }) => name)).size).toBe(MUTATIONS.length);
  });
});
