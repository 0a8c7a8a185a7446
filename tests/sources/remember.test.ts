import { describe, expect, it } from 'vitest';
import { createBodyMemo } from '../../src/sources/body/body-memo.ts';
import { remember } from '../../src/sources/wire/remember.ts';

describe('what was made of a post', () => {
  it('is kept for the next read of the same blog, and let go after a read that does not ask for it', () => {
    const body = createBodyMemo();
    const read = (...stamps: string[]): object[] => {
      const context = { body };
      return stamps.map((stamp) => remember(context, stamp, () => ({ stamp })));
    };
    const [a, b] = read('a', 'b');

    expect(read('a')[0]).toBe(a);
    expect(read('a', 'b')[0]).toBe(a);
    expect(read('a', 'b')[1]).not.toBe(b);
  });

  it('is not shared between blogs', () => {
    const made = [createBodyMemo(), createBodyMemo()].map((body) => remember({ body }, 'a', () => ({})));

    expect(made[0]).not.toBe(made[1]);
  });
});
