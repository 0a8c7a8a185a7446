import type { Step } from '../core/diff.ts';

/** A thread that cannot be opened for longer than this is not waited for, ms. */
const PATIENCE = 20_000;

/** Since when, and until when, a platform opens no thread; epoch ms. */
type Limit = { readonly since: number; readonly until: number };

/**
 * Threads that cannot be opened now, by the post they hang on. A short wait is waited out; in a longer one the posts go
 * into the channel, and the next ones into the thread again.
 */
export type ThreadLimits = {
  opensAt(step: Step): number;
  placed(step: Step, now: number): Step;
  close(step: Step, now: number, until: number): void;
  /** The step was done: if it went into the thread, the thread is open. */
  works(step: Step, now: number): void;
};

export function createThreadLimits(): ThreadLimits {
  const limits = new Map<string, Limit>();

  const limitOf = (step: Step): Limit | undefined =>
    step.do === 'post' && step.wanted.under !== undefined ? limits.get(step.wanted.under) : undefined;
  const isLong = ({ since, until }: Limit) => until - since > PATIENCE;

  return {
    opensAt(step) {
      const limit = limitOf(step);
      return limit === undefined || isLong(limit) ? 0 : limit.until;
    },

    placed(step, now) {
      const limit = limitOf(step);
      if (step.do !== 'post' || limit === undefined || now >= limit.until || !isLong(limit)) return step;
      return { ...step, inChannel: true };
    },

    close(step, now, until) {
      const { under } = step.wanted;
      if (under !== undefined) limits.set(under, { since: limits.get(under)?.since ?? now, until });
    },

    works(step, now) {
      const { under } = step.wanted;
      const limit = limitOf(step);
      if (under !== undefined && limit !== undefined && now >= limit.until) limits.delete(under);
    },
  };
}
