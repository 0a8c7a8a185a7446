import type { Workqueue } from '../../src/ports/workqueue.ts';

/** A workqueue that runs when the test says so, in order of due time, so that a kill can happen between any two calls. */
export type ManualQueue = Workqueue & {
  /** Runs every key that is due at `now` once; keys whose run throws are due again. Resolves to the number of runs. */
  runDue(now: number): Promise<number>;
  /** The earliest time anything is due. */
  nextDueAt(): number | undefined;
};

export function createManualQueue(): ManualQueue {
  const due = new Map<string, number>();
  let handler: Parameters<Workqueue['start']>[0] | undefined;
  const signal = new AbortController().signal;

  const put = (key: string, at: number) => due.set(key, Math.min(due.get(key) ?? Number.POSITIVE_INFINITY, at));

  return {
    async wake(key, dueAt = 0) {
      put(key, dueAt);
    },
    async start(work) {
      handler = work;
    },
    async stop() {
      due.clear();
    },
    stats: () => ({ waiting: due.size, running: 0, oldestDueAt: undefined }),
    nextDueAt: () => (due.size === 0 ? undefined : Math.min(...due.values())),
    async runDue(now) {
      const ready = [...due].filter(([, at]) => at <= now).toSorted((a, b) => a[1] - b[1]);
      for (const [key] of ready) {
        due.delete(key);
        try {
          const again = await handler?.(key, signal);
          if (again !== undefined) put(key, again);
        } catch (error) {
          put(key, now + 1000);
          if (!isStoreFailure(error)) throw error;
        }
      }
      return ready.length;
    },
  };
}

function isStoreFailure(error: unknown): boolean {
  return error instanceof Error && error.name === 'StoreError';
}
