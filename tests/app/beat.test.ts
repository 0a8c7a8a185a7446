import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startBeat } from '../../src/app/beat.ts';

describe('a beat', () => {
  it('that the process was too busy for is told to the log, not to the console', async () => {
    const consoles = (['log', 'info', 'warn', 'error'] as const).map((level) => vi.spyOn(console, level));
    const heard = { blogs: 0, late: 0, failed: 0 };
    const beat = startBeat({
      blogs: async () => void heard.blogs++,
      channels: async () => undefined,
      late: () => void heard.late++,
      failed: () => void heard.failed++,
    });
    onTestFinished(() => beat.stop());
    await sleep(1100);

    standStill(3500);
    await sleep(1500);

    expect(heard).toMatchObject({ late: expect.toSatisfy((count: number) => count > 0), failed: 0 });
    expect(heard.blogs).toBeGreaterThan(1);
    for (const written of consoles) expect(written).not.toHaveBeenCalled();
  });
});

/** Holds up the event loop, as a machine without a free processor does. */
function standStill(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
