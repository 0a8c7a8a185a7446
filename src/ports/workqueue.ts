/**
 * Runs a handler for keys. Each key waits at most once and is never run twice at the same time; waking it while it runs
 * runs it once more afterwards; the earliest due time wins. Keys carry no data, so losing the queue loses nothing.
 */
export interface Workqueue {
  /** Marks `key` to be looked at at `dueAt` (epoch ms; default: at once). */
  wake(key: string, dueAt?: number): Promise<void>;
  /** The handler returns when to look again (epoch ms) or undefined; a throw means back-off and another run. */
  start(handler: (key: string, signal: AbortSignal) => Promise<number | undefined>): Promise<void>;
  /** Waits for running handlers, at most `graceMs`, then aborts them. */
  stop(graceMs: number): Promise<void>;
  stats(): { readonly waiting: number; readonly running: number; readonly oldestDueAt: number | undefined };
}
