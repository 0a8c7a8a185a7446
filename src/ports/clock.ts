/** Time comes in as a value everywhere; only the composition root and tests hold a real clock. Epoch milliseconds. */
export interface Clock {
  now(): number;
  /** Resolves after `ms`, or rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
