import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FASTEST, nextPollAt, type PollOutcome } from '../../src/core/schedule.ts';

const NOW = Date.UTC(2026, 2, 5, 18);
const MINUTE = 60_000;
const TEMPO = { every: 20_000, max: 10 * MINUTE };

/** How long the blog is left alone after a poll, ms; undefined = for good. */
function waits(outcome: Partial<PollOutcome> = {}, tempo = TEMPO): number | undefined {
  const base: PollOutcome = { live: true, changedAt: NOW, failures: 0, suspects: false };
  const at = nextPollAt('storm', tempo, { ...base, ...outcome }, NOW);
  return at === undefined ? undefined : at - NOW;
}

/** As `waits`, without the spread of five per cent. */
function about(ms: number) {
  return { from: ms * 0.95 - 1, to: ms * 1.05 + 1 };
}

function expectAbout(got: number | undefined, ms: number): void {
  const { from, to } = about(ms);
  expect(got).toBeGreaterThanOrEqual(from);
  expect(got).toBeLessThanOrEqual(to);
}

describe('the tempo of a blog', () => {
  it('is its own while entries come', () => {
    expectAbout(waits({ changedAt: NOW - MINUTE }), 20_000);
    expectAbout(waits({ changedAt: NOW - 10 * MINUTE }), 20_000);
  });

  it('falls with every quiet minute after ten, down to its slowest', () => {
    expectAbout(waits({ changedAt: NOW - 20 * MINUTE }), 40_000);
    expectAbout(waits({ changedAt: NOW - 60 * MINUTE }), 120_000);
    expectAbout(waits({ changedAt: NOW - 24 * 60 * MINUTE }), TEMPO.max);
  });

  it('is back at once when something changes after a quiet night', () => {
    expectAbout(waits({ changedAt: NOW }), 20_000);
  });

  it('is its own while an entry is suspected to be gone, however quiet it was', () => {
    expectAbout(waits({ changedAt: NOW - 5 * 60 * MINUTE, suspects: true }), 20_000);
  });

  it('is never faster than five seconds, whatever anybody says', () => {
    fc.assert(
      fc.property(
        fc.record({
          every: fc.integer({ min: 0, max: 100_000 }),
          retryAfter: fc.integer({ min: -5_000, max: 100_000 }),
          maxAge: fc.integer({ min: 0, max: 100_000 }),
          failures: fc.nat({ max: 60 }),
          quiet: fc.integer({ min: -MINUTE, max: 300 * MINUTE }),
        }),
        ({ every, quiet, ...rest }) => {
          const wait = waits({ ...rest, changedAt: NOW - quiet }, { every, max: 10 * MINUTE });
          expect(wait).toBeGreaterThanOrEqual(FASTEST);
          expect(wait).toBeLessThanOrEqual(61 * 1.05 * MINUTE);
        },
      ),
    );
  });

  it('is spread, so that blogs of one tempo do not bunch', () => {
    const times = Array.from({ length: 50 }, (_, i) =>
      nextPollAt(`blog ${i}`, TEMPO, { live: true, changedAt: NOW, failures: 0, suspects: false }, NOW),
    );

    expect(new Set(times).size).toBeGreaterThan(40);
  });
});

describe('a server', () => {
  it('that asks to wait is left alone so long, within reason', () => {
    expectAbout(waits({ failures: 1, retryAfter: 5 * MINUTE }), 5 * MINUTE);
    expectAbout(waits({ failures: 1, retryAfter: 24 * 60 * MINUTE }), 60 * MINUTE);
  });

  it('is not asked while its answer may be kept, up to the slowest tempo', () => {
    expectAbout(waits({ maxAge: 45_000 }), 45_000);
    expectAbout(waits({ maxAge: 3_600_000 }), TEMPO.max);
    expectAbout(waits({ maxAge: 1_000 }), 20_000);
  });

  it('whose source names its own pace is asked at that, and how long an answer keeps says nothing', () => {
    expectAbout(waits({ maxAge: 300_000, refreshAfter: 30_000 }), 30_000);
  });

  it('that fails is asked half as often each time, down to the slowest tempo', () => {
    expectAbout(waits({ failures: 1 }), 40_000);
    expectAbout(waits({ failures: 2 }), 80_000);
    expectAbout(waits({ failures: 5 }), TEMPO.max);
    expectAbout(waits({ failures: 5_000 }), TEMPO.max);
  });

  it('that fails is not asked faster than its own tempo where that is slower than the slowest', () => {
    expectAbout(waits({ failures: 3 }, { every: 20 * MINUTE, max: 10 * MINUTE }), 20 * MINUTE);
  });
});

describe('a blog that has ended', () => {
  it('is looked at more slowly for an hour, and then no more', () => {
    expectAbout(waits({ live: false, changedAt: NOW - MINUTE }), 80_000);
    expect(waits({ live: false, changedAt: NOW - 61 * MINUTE })).toBeUndefined();
  });

  it('is looked at again while its last looks failed: perhaps it has not', () => {
    expect(waits({ live: false, changedAt: NOW - 61 * MINUTE, failures: 2 })).toBeDefined();
  });

  it('of unknown end is followed on', () => {
    expect(waits({ live: null, changedAt: NOW - 48 * 60 * MINUTE })).toBeDefined();
  });
});
