/** What `/ready` is decided from, at one moment. Times are epoch milliseconds. */
export type ReadinessFacts = {
  /** Why the store does not answer; undefined when it does. */
  readonly storeFailure?: string;
  readonly platforms: readonly {
    readonly name: string;
    readonly connected: boolean;
    readonly since: number;
    readonly reason?: string;
  }[];
  /** When the oldest post that is not delivered yet became due; undefined = none waits. */
  readonly oldestUndeliveredAt: number | undefined;
};

export type Readiness = { readonly ready: boolean; readonly reasons: readonly string[] };

/** A post may be late this long before the program counts as not ready (CONTRACT 6). */
export const LATEST = 5 * 60_000;

/** Ready when the store answers, every platform is connected and no post is five minutes late; else why not. */
export function readiness(facts: ReadinessFacts, now: number): Readiness {
  const reasons = [
    ...(facts.storeFailure === undefined ? [] : [`The store does not answer: ${facts.storeFailure}`]),
    ...facts.platforms
      .filter((platform) => !platform.connected)
      .map(
        ({ name, since, reason }) => `${name} is not connected since ${clock(since)}${reason ? `: ${reason}` : '.'}`,
      ),
    ...late(facts.oldestUndeliveredAt, now),
  ];
  return { ready: reasons.length === 0, reasons };
}

function late(oldest: number | undefined, now: number): string[] {
  if (oldest === undefined || now - oldest < LATEST) return [];
  return [`A post waits for delivery since ${clock(oldest)}, ${Math.floor((now - oldest) / 60_000)} minutes.`];
}

const clock = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
