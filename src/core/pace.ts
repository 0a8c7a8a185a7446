/**
 * A token bucket as a value: how far the channel has used up its allowance. `ready` is the time from which the whole burst
 * is free again, epoch ms.
 */
export type Pace = { readonly ready: number };

export type Allowance = { readonly burst: number; readonly interval: number };

/** When the next message may be sent, epoch ms; not later than `now` means at once. */
export function mayAt(pace: Pace | undefined, allowance: Allowance): number {
  return pace === undefined ? 0 : pace.ready - (allowance.burst - 1) * allowance.interval;
}

/** The pace after a message at `now`. */
export function spend(pace: Pace | undefined, allowance: Allowance, now: number): Pace {
  return { ready: Math.max(pace?.ready ?? 0, now) + allowance.interval };
}
