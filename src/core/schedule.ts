import { hash } from './hash.ts';

export type Tempo = {
  /** Cadence while the blog is live, and the slowest one, ms. */
  readonly every: number;
  readonly max: number;
};

export type PollOutcome = {
  readonly live: boolean | null;
  /** Last change we saw, epoch ms; first sight counts. */
  readonly changedAt: number;
  /** Polls in a row that failed. */
  readonly failures: number;
  /** What the server asked for, ms. */
  readonly retryAfter?: number;
  readonly maxAge?: number;
  readonly refreshAfter?: number;
  /** An entry is suspected to be gone: a second look decides. */
  readonly suspects: boolean;
};

/** Never faster than this, whatever anybody says. */
export const FASTEST = 5000;
/** So long after its last change an ended blog is left alone. */
const AFTER_THE_END = 60 * 60_000;
/** The longest wait a server can ask for. */
const LONGEST_WISH = 60 * 60_000;

/**
 * When to look at a blog again, epoch ms; undefined when it has ended for good. Fast while entries come, slower with every
 * quiet minute, slower with every failure, never faster than the server wishes; spread a little so that blogs do not bunch.
 */
export function nextPollAt(blog: string, tempo: Tempo, outcome: PollOutcome, now: number): number | undefined {
  const quiet = Math.max(0, now - outcome.changedAt);
  if (outcome.live === false && quiet > AFTER_THE_END && outcome.failures === 0) return undefined;
  const wait = Math.max(own(tempo, outcome, quiet), wish(tempo, outcome), FASTEST);
  return now + Math.round(Math.max(FASTEST, wait * spread(blog, now)));
}

function own(tempo: Tempo, outcome: PollOutcome, quiet: number): number {
  if (outcome.failures > 0) return retryWait(tempo, outcome.failures);
  if (outcome.suspects) return tempo.every;
  const calm = Math.max(0, quiet - 10 * 60_000) / (10 * 60_000);
  const ended = outcome.live === false ? 4 : 1;
  return Math.min(tempo.every * (1 + calm) * ended, Math.max(tempo.max, tempo.every));
}

/** How long to leave alone what failed so many times in a row, ms; no shorter than the server asked for. */
export function retryWait(tempo: Tempo, failures: number, asked = 0): number {
  const wait = Math.min(tempo.every * 2 ** Math.min(failures, 20), Math.max(tempo.max, tempo.every));
  return Math.max(wait, Math.min(asked, LONGEST_WISH));
}

function wish(tempo: Tempo, outcome: PollOutcome): number {
  // A source that names its own pace asks a new address each time: how long the last answer may be kept says nothing.
  const cached = outcome.refreshAfter === undefined ? Math.min(outcome.maxAge ?? 0, tempo.max) : 0;
  return Math.max(
    Math.min(outcome.retryAfter ?? 0, LONGEST_WISH),
    cached,
    Math.min(outcome.refreshAfter ?? 0, tempo.max),
  );
}

/** Between 0.95 and 1.05, different for each blog and each time. */
function spread(blog: string, now: number): number {
  return 0.95 + (Number.parseInt(hash(`${blog} ${now}`).slice(0, 5), 36) % 1000) / 10_000;
}
