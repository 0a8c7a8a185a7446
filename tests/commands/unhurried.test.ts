import { describe, expect, it } from 'vitest';
import { unhurried } from '../../src/commands/unhurried.ts';
import { createFakeClock } from '../support/fake-clock.ts';

/** Long work whose steps take as long as said, ms; tells how long others waited at a time. */
function working(steps: readonly number[]) {
  const clock = createFakeClock(0);
  const waits: number[] = [];
  let since = 0;
  const sleep: typeof clock.sleep = async (ms, signal) => {
    waits.push(clock.now() - since);
    await clock.sleep(ms, signal);
    since = clock.now();
  };
  function* work(): Generator<undefined, string> {
    for (const ms of steps) {
      clock.advance(ms);
      yield;
    }
    return 'done';
  }
  return { done: () => unhurried(work(), { ...clock, sleep }), waits };
}

describe('unhurried work', () => {
  it('lets others have their turn every few milliseconds, however many steps it takes', async () => {
    const { done, waits } = working(Array.from({ length: 100 }, () => 1));

    expect(await done()).toBe('done');
    expect(Math.max(...waits)).toBeLessThanOrEqual(5);
    expect(waits.length).toBeGreaterThanOrEqual(20);
  });

  it('does not stop after each of many short steps', async () => {
    const { done, waits } = working(Array.from({ length: 100 }, () => 0));

    expect(await done()).toBe('done');
    expect(waits).toEqual([]);
  });
});
