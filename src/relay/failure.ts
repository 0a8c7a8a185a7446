import type { Failure } from './records.ts';

/** A failure that goes on: the first one sets the time, a new kind or message begins anew. */
export function failed<Kind extends string>(
  last: Failure<Kind> | undefined,
  kind: Kind,
  message: string,
  now: number,
): Failure<Kind> {
  const goesOn = last !== undefined && last.endedAt === undefined && last.kind === kind;
  return { kind, message, since: goesOn ? last.since : now, count: goesOn ? last.count + 1 : 1 };
}

/** The same failure, over since `now`; what is over already stays as it is. */
export function mended<Kind extends string>(last: Failure<Kind>, now: number): Failure<Kind> {
  return last.endedAt === undefined ? { ...last, endedAt: now } : last;
}

/** A failure that still holds. */
export function isFailing(failure: Failure<string> | undefined): boolean {
  return failure !== undefined && failure.endedAt === undefined;
}
