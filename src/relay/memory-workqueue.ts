import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Workqueue } from '../ports/workqueue.ts';

export type WorkqueueOptions = {
  readonly clock: Clock;
  readonly log: Log;
  /** Handlers that run at the same time. */
  readonly concurrency: number;
  /** First and longest wait after a handler threw, ms. */
  readonly backOff: { readonly first: number; readonly longest: number };
  /** Told how late a key was when its run began, ms. */
  readonly onStart?: (late: number) => void;
};

/** So long a run that was aborted may still take; one that does not heed it holds up no stop, ms. */
const LAST_WAIT = 1000;

type Handler = (key: string, signal: AbortSignal) => Promise<number | undefined>;

/** The workqueue of a single process. Keys wait in memory: at start everything is woken anyway. */
export function createMemoryWorkqueue(options: WorkqueueOptions): Workqueue {
  const { clock, log, concurrency, backOff } = options;
  const due = new Map<string, number>();
  const running = new Map<string, Promise<void>>();
  const failures = new Map<string, number>();
  const stopping = new AbortController();
  let handler: Handler | undefined;
  let timer: AbortController | undefined;
  let closed = false;
  let turning = false;

  function schedule(key: string, at: number): void {
    const known = due.get(key);
    if (known === undefined || at < known) due.set(key, at);
  }

  /** Many wakes in a row are one turn. */
  function turnSoon(): void {
    if (turning) return;
    turning = true;
    queueMicrotask(turn);
  }

  /** Starts what is due, earliest first, and sets the timer for what is not. */
  function turn(): void {
    turning = false;
    timer?.abort();
    timer = undefined;
    if (handler === undefined || closed) return;
    const now = clock.now();
    const ready: [string, number][] = [];
    let next: number | undefined;
    for (const [key, at] of due) {
      if (running.has(key)) continue;
      if (at <= now) ready.push([key, at]);
      else if (next === undefined || at < next) next = at;
    }
    ready.sort((a, b) => a[1] - b[1]);
    for (const [key, at] of ready.slice(0, Math.max(0, concurrency - running.size))) {
      due.delete(key);
      options.onStart?.(now - at);
      running.set(key, run(key, handler));
    }
    if (next !== undefined) waitUntil(next);
  }

  function waitUntil(at: number): void {
    const alarm = new AbortController();
    timer = alarm;
    clock.sleep(Math.max(0, at - clock.now()), alarm.signal).then(turn, () => undefined);
  }

  async function run(key: string, work: Handler): Promise<void> {
    try {
      const again = await work(key, stopping.signal);
      failures.delete(key);
      if (again !== undefined) schedule(key, again);
    } catch (error) {
      if (!stopping.signal.aborted) fail(key, error);
    } finally {
      running.delete(key);
      turnSoon();
    }
  }

  function fail(key: string, error: unknown): void {
    const count = (failures.get(key) ?? 0) + 1;
    failures.set(key, count);
    const wait = Math.min(backOff.first * 2 ** (count - 1), backOff.longest);
    log.warn('a run failed and is tried again', { key, attempt: count, wait, error });
    schedule(key, clock.now() + wait);
  }

  return {
    async wake(key, dueAt = clock.now()) {
      schedule(key, dueAt);
      turnSoon();
    },

    async start(work) {
      handler = work;
      turn();
    },

    async stop(graceMs) {
      closed = true;
      timer?.abort();
      const done = Promise.allSettled(running.values());
      const grace = new AbortController();
      await Promise.race([done, clock.sleep(graceMs, grace.signal).catch(() => undefined)]);
      grace.abort();
      stopping.abort(new Error('stopping'));
      const last = new AbortController();
      await Promise.race([done, clock.sleep(LAST_WAIT, last.signal).catch(() => undefined)]);
      last.abort();
    },

    stats() {
      const times = [...due.values()];
      return {
        waiting: due.size,
        running: running.size,
        oldestDueAt: times.length === 0 ? undefined : Math.min(...times),
      };
    },
  };
}
