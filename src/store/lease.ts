import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Clock } from '../ports/clock.ts';
import { StoreError } from '../ports/store.ts';
import { withDeadline } from './deadline.ts';

/** What a database server does for the lease, each in one step that no other process can come between. */
export type LeaseTable = {
  /** Makes `holder` the holder for `ms` more, unless another one is; answers with who holds the state now. */
  take(holder: string, ms: number): Promise<string>;
  /** Lets go, if `holder` is the holder. */
  drop(holder: string): Promise<void>;
};

export type Lease = {
  /** Throws a `StoreError` (`locked`) while this process is not sure to be the only one. */
  check(): void;
  release(): Promise<void>;
};

/** A process that was killed blocks its state for so long, ms. */
const LASTS = 20_000;
const RENEW_EVERY = 5_000;

/** As it stands in the database: for the eyes of an operator too. */
type Holder = { readonly process: number; readonly host: string; readonly since: string; readonly run: string };

/**
 * One process per state, on a server that many can reach: the holder says every few seconds that it is there. Two
 * processes would post everything twice. Throws a `StoreError` (`locked`) that names the holder.
 */
export async function takeLease(table: LeaseTable, name: string, clock: Clock): Promise<Lease> {
  const mine = JSON.stringify(thisProcess(clock.now()));
  const ended = new AbortController();
  let other: string | undefined;
  let holdsUntil = 0;

  const take = async (): Promise<void> => {
    // Counted from before the question: the answer may have been long on its way.
    const asked = clock.now();
    const found = await withDeadline(table.take(mine, LASTS), RENEW_EVERY, name);
    other = found === mine ? undefined : found;
    holdsUntil = other === undefined ? asked + LASTS : 0;
  };
  const check = (): void => {
    if (clock.now() >= holdsUntil) throw heldBy(other, name);
  };
  const renew = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      await clock.sleep(RENEW_EVERY, ended.signal);
      // A server that cannot be reached says so to every call; the lease is asked for until it answers.
      await take().catch(() => undefined);
    }
  };

  await take();
  check();
  // It ends by the abort alone.
  renew().catch(() => undefined);
  return {
    check,
    async release() {
      ended.abort();
      await table.drop(mine);
    },
  };
}

function thisProcess(now: number): Holder {
  return { process: process.pid, host: hostname(), since: new Date(now).toISOString(), run: randomUUID() };
}

function heldBy(other: string | undefined, name: string): StoreError {
  const advice = 'One process per state: stop that one, or give this one a state of its own.';
  const free = `If it was killed, its hold ends after ${LASTS / 1000} s.`;
  if (other !== undefined) return new StoreError('locked', `${name} is in use by ${words(other)}. ${advice} ${free}`);
  return new StoreError('unavailable', `${name} could not be asked for too long whether another process uses it.`);
}

function words(holder: string): string {
  try {
    const { process: pid, host, since } = JSON.parse(holder) as Holder;
    return `process ${pid} on ${host} since ${since}`;
  } catch {
    return 'another process';
  }
}
