import { describe, expect, it } from 'vitest';
import { oldestFirst } from '../../src/core/relay-order.ts';
import { update } from '../support/entries.ts';

const at = (id: string, minute: number) => update(id, `Report ${id}.`, { minute });
const ids = (entries: readonly { sourceId?: string }[]) => entries.map((entry) => entry.sourceId).join('');

describe('the order of a list', () => {
  it('is turned round when the newest stands first', () => {
    expect(ids(oldestFirst([at('c', 3), at('b', 2), at('a', 1)]))).toBe('abc');
  });

  it('is kept when the oldest stands first', () => {
    expect(ids(oldestFirst([at('a', 1), at('b', 2), at('c', 3)]))).toBe('abc');
  });

  it('leaves a back-dated entry where the newsroom put it (catalogue 2)', () => {
    const listed = [at('f', 6), at('e', 5), at('x', -400), at('d', 4), at('c', 3), at('b', 2), at('a', 1)];

    expect(ids(oldestFirst(listed))).toBe('abcdxef');
  });

  it('is made by time when there is none (catalogue 5)', () => {
    expect(ids(oldestFirst([at('c', 3), at('a', 1), at('e', 5), at('b', 2), at('d', 4)]))).toBe('abcde');
  });
});
