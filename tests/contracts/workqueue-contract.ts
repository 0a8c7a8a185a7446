import { afterEach, describe, expect, it } from 'vitest';
import type { Workqueue } from '../../src/ports/workqueue.ts';

/** A workqueue on a clock that the test moves. */
export type QueueStage = {
  readonly queue: Workqueue;
  now(): number;
  /** Lets time pass, and what is due begin. */
  pass(ms: number): Promise<void>;
};

export type QueueFacts = {
  readonly name: string;
  /** Handlers that run at the same time, and the first and longest back-off, ms. */
  open(options: {
    readonly concurrency: number;
    readonly backOff: { readonly first: number; readonly longest: number };
  }): Promise<QueueStage>;
};

/** A handler whose runs a test lets end one by one. */
type Run = {
  readonly key: string;
  readonly at: number;
  readonly signal: AbortSignal;
  end(again?: number): void;
  fail(): void;
};

/** What every workqueue promises (src/ports/workqueue.ts). */
export function workqueueContract({ name, open }: QueueFacts): void {
  describe(`the ${name} workqueue`, () => {
    const stages: QueueStage[] = [];
    afterEach(async () => {
      for (const { queue } of stages.splice(0)) await queue.stop(0);
    });

    /** `hold`: runs last until the test ends them; otherwise they end at once. */
    async function started(options: { readonly hold?: boolean; readonly concurrency?: number } = {}) {
      const { hold = false, concurrency = 4 } = options;
      const stage = await open({ concurrency, backOff: { first: 100, longest: 1_000 } });
      stages.push(stage);
      const runs: Run[] = [];
      let most = 0;
      let atOnce = 0;
      const handler = (key: string, signal: AbortSignal) => {
        most = Math.max(most, ++atOnce);
        return new Promise<number | undefined>((resolve, reject) => {
          const end = (again?: number) => {
            atOnce--;
            signal.removeEventListener('abort', fail);
            resolve(again);
          };
          const fail = () => {
            atOnce--;
            reject(new Error('the handler failed'));
          };
          signal.addEventListener('abort', fail, { once: true });
          runs.push({ key, at: stage.now(), signal, end, fail });
          if (!hold) end();
        });
      };
      await stage.queue.start(handler);
      return { ...stage, runs, keys: () => runs.map(({ key }) => key), most: () => most };
    }

    const last = (runs: readonly Run[]): Run => {
      const run = runs.at(-1);
      if (run === undefined) throw new Error('nothing ran');
      return run;
    };

    it('runs a key once, however often it was woken before it ran', async () => {
      const { queue, runs, pass } = await started({ hold: true, concurrency: 1 });
      await queue.wake('busy');
      await pass(0);
      for (let i = 0; i < 5; i++) await queue.wake('a');
      last(runs).end();
      await pass(0);
      last(runs).end();
      await pass(5_000);

      expect(runs.map(({ key }) => key)).toEqual(['busy', 'a']);
    });

    it('keeps what was woken before it was started', async () => {
      const stage = await open({ concurrency: 2, backOff: { first: 100, longest: 1_000 } });
      stages.push(stage);
      await stage.queue.wake('a');
      await stage.pass(10);
      const ran: string[] = [];
      await stage.queue.start(async (key) => {
        ran.push(key);
        return undefined;
      });
      await stage.pass(0);

      expect(ran).toEqual(['a']);
    });

    it('never runs a key twice at the same time; woken while it runs, it runs once more afterwards', async () => {
      const { queue, runs, keys, pass, most } = await started({ hold: true });
      await queue.wake('a');
      await pass(0);
      for (let i = 0; i < 3; i++) await queue.wake('a');
      await pass(500);
      expect(keys()).toEqual(['a']);

      last(runs).end();
      await pass(0);
      expect(keys()).toEqual(['a', 'a']);
      last(runs).end();
      await pass(5_000);
      expect(keys()).toEqual(['a', 'a']);
      expect(most()).toBe(1);
    });

    it('waits until a key is due', async () => {
      const { queue, keys, now, pass } = await started();
      await queue.wake('a', now() + 1_000);
      await pass(999);
      expect(keys()).toEqual([]);

      await pass(1);
      expect(keys()).toEqual(['a']);
    });

    it('takes the earliest due time, in whichever order they come', async () => {
      const { queue, runs, now, pass } = await started();
      const start = now();
      await queue.wake('a', start + 5_000);
      await queue.wake('a', start + 2_000);
      await queue.wake('b', start + 1_000);
      await queue.wake('b', start + 8_000);
      for (let i = 0; i < 10; i++) await pass(1_000);

      expect(runs.map(({ key, at }) => [key, at - start])).toEqual([
        ['b', 1_000],
        ['a', 2_000],
      ]);
    });

    it('an immediate wake beats a pending later one, and leaves nothing behind', async () => {
      const { queue, runs, now, pass } = await started();
      const start = now();
      await queue.wake('a', start + 60_000);
      await pass(10);
      await queue.wake('a');
      await pass(0);
      expect(runs.map(({ at }) => at - start)).toEqual([10]);

      await pass(120_000);
      expect(runs).toHaveLength(1);
    });

    it('looks again when the handler says so, or earlier when it is woken', async () => {
      const { queue, runs, now, pass } = await started({ hold: true });
      const start = now();
      await queue.wake('a');
      await pass(0);
      last(runs).end(start + 3_000);
      await pass(0);
      await pass(2_999);
      expect(runs).toHaveLength(1);
      await pass(1);
      expect(runs).toHaveLength(2);

      last(runs).end(now() + 60_000);
      await pass(0);
      await queue.wake('a');
      await pass(0);
      expect(runs).toHaveLength(3);
    });

    it('a wake during a run comes before the time that the run asks for', async () => {
      const { queue, runs, now, pass } = await started({ hold: true });
      await queue.wake('a');
      await pass(0);
      await queue.wake('a');
      last(runs).end(now() + 60_000);
      await pass(0);

      expect(runs).toHaveLength(2);
    });

    it('tries a key again after its handler threw, later each time, up to the longest wait', async () => {
      const { queue, runs, now, pass } = await started({ hold: true });
      await queue.wake('a');
      await pass(0);
      const waits: number[] = [];
      for (let i = 0; i < 6; i++) {
        const failedAt = now();
        const before = runs.length;
        last(runs).fail();
        await pass(0);
        while (runs.length === before && now() - failedAt < 5_000) await pass(50);
        waits.push(now() - failedAt);
      }

      expect(waits).toEqual([100, 200, 400, 800, 1_000, 1_000]);

      last(runs).end();
      await pass(0);
      await queue.wake('a');
      await pass(0);
      const failedAt = now();
      last(runs).fail();
      await pass(0);
      const before = runs.length;
      while (runs.length === before && now() - failedAt < 5_000) await pass(50);
      expect(now() - failedAt).toBe(100);
    });

    it('a key that throws holds up no other', async () => {
      const { queue, runs, keys, pass } = await started({ hold: true, concurrency: 1 });
      await queue.wake('a');
      await pass(0);
      await queue.wake('b');
      last(runs).fail();
      await pass(0);

      expect(keys()).toEqual(['a', 'b']);
    });

    it('runs as many keys at once as it may, and never more', async () => {
      const { queue, runs, keys, pass, most } = await started({ hold: true, concurrency: 3 });
      for (const key of ['a', 'b', 'c', 'd', 'e']) await queue.wake(key);
      await pass(0);
      expect(keys()).toHaveLength(3);
      expect(queue.stats()).toMatchObject({ running: 3, waiting: 2 });

      for (let i = 0; i < 5; i++) {
        runs[i]?.end();
        await pass(0);
      }
      expect(keys().toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
      expect(most()).toBe(3);
    });

    it('runs 10,000 keys, each once, with the earliest first', async () => {
      const { queue, runs, keys, now, pass } = await started({ concurrency: 64 });
      const start = now();
      const due = (i: number) => start + 1_000 + ((i * 7_919) % 10_000);
      await Promise.all(Array.from({ length: 10_000 }, (_, i) => queue.wake(`k${i}`, due(i))));
      expect(queue.stats()).toMatchObject({ waiting: 10_000, running: 0, oldestDueAt: start + 1_000 });
      const began = performance.now();
      while (runs.length < 10_000 && performance.now() - began < 15_000) await pass(20_000);

      expect(new Set(keys()).size).toBe(10_000);
      expect(runs).toHaveLength(10_000);
      const times = runs.map(({ key }) => due(Number(key.slice(1))));
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }, 30_000);

    it('says what waits and what runs', async () => {
      const { queue, runs, now, pass } = await started({ hold: true });
      expect(queue.stats()).toEqual({ waiting: 0, running: 0, oldestDueAt: undefined });
      await queue.wake('a');
      await pass(0);
      await queue.wake('b', now() + 500);

      expect(queue.stats()).toEqual({ waiting: 1, running: 1, oldestDueAt: now() + 500 });
      last(runs).end();
    });

    it('at its stop lets a run end in its own time, and begins nothing more', async () => {
      const { queue, runs, keys, pass } = await started({ hold: true, concurrency: 1 });
      await queue.wake('a');
      await pass(0);
      await queue.wake('b');
      let stopped = false;
      const stop = queue.stop(1_000).then(() => {
        stopped = true;
      });
      await pass(500);
      expect([stopped, last(runs).signal.aborted]).toEqual([false, false]);
      last(runs).end();
      await stop;
      await pass(5_000);

      expect(keys()).toEqual(['a']);
    });

    it('at its stop aborts a run that does not end in time', async () => {
      const { queue, runs, pass } = await started({ hold: true });
      await queue.wake('a');
      await pass(0);
      const run = last(runs);
      const stop = queue.stop(1_000);
      await pass(999);
      expect(run.signal.aborted).toBe(false);
      await pass(1);
      await stop;

      expect(run.signal.aborted).toBe(true);
      await pass(5_000);
      expect(runs).toHaveLength(1);
    });

    it('at its stop is not held up by a run that does not heed being aborted', async () => {
      const stage = await open({ concurrency: 2, backOff: { first: 100, longest: 1_000 } });
      await stage.queue.start(() => new Promise<undefined>(() => {}));
      await stage.queue.wake('a');
      await stage.pass(0);
      let stopped = false;
      const stop = stage.queue.stop(1_000).then(() => {
        stopped = true;
      });
      await stage.pass(1_000);
      await stage.pass(2_000);

      expect(stopped).toBe(true);
      await stop;
    });
  });
}
