import type { Step } from '../core/diff.ts';
import { mayAt, type Pace, spend } from '../core/pace.ts';
import type { AdapterLimits } from '../ports/adapter.ts';
import { createThreadLimits } from './thread-limits.ts';

/** New messages, and changes to old ones: each waits for itself, so that edits do not hold up the news. */
type Lane = 'post' | 'change' | 'old';

/** The pace of one channel, in memory: after a restart the platform's own answers slow us down. */
export type Lanes = {
  /** When the step may be done, epoch ms; not later than `now` = at once. */
  opensAt(step: Step, now: number): number;
  /** The step, marked to go into the channel where its thread cannot be opened for long. */
  placed(step: Step, now: number): Step;
  spend(step: Step, now: number): void;
  /** The platform asked to wait. */
  close(step: Step, until: number): void;
  /** The platform opens no thread for the step before this. */
  closeThread(step: Step, now: number, until: number): void;
};

export function createLanes(limits: AdapterLimits): Lanes {
  const closed = new Map<Lane, number>();
  const threads = createThreadLimits();
  let pace: Pace | undefined;
  let oldEditAt = Number.NEGATIVE_INFINITY;

  return {
    opensAt(step, now) {
      const lane = laneOf(step, limits, now);
      const until = Math.max(closed.get(lane) ?? 0, threads.opensAt(step));
      if (lane === 'post' && step.do === 'post') return Math.max(until, mayAt(pace, limits.pace));
      if (lane === 'old')
        return Math.max(until, closed.get('change') ?? 0, oldEditAt + (limits.oldEdits?.interval ?? 0));
      return until;
    },

    placed: threads.placed,

    spend(step, now) {
      if (step.do === 'post') {
        pace = spend(pace, limits.pace, now);
        threads.works(step, now);
      }
      if (laneOf(step, limits, now) === 'old') oldEditAt = now;
    },

    close(step, until) {
      closed.set(laneOf(step, limits, until), until);
    },

    closeThread: threads.close,
  };
}

function laneOf(step: Step, limits: AdapterLimits, now: number): Lane {
  if (step.do === 'post' || step.do === 'find') return 'post';
  const { oldEdits } = limits;
  const isOld = step.do === 'edit' && oldEdits !== undefined && now - step.delivery.postedAt > oldEdits.after;
  return isOld ? 'old' : 'change';
}
