import type { Snapshot } from '../entry.ts';
import type { Quarantine, SeenFacts } from '../seen-set.ts';
import type { Listed } from './listed.ts';

/** Polls in a row that must show the same shrunken page before it is taken as the page's new size. */
const SHRUNKEN_POLLS = 4;

/**
 * Why a snapshot is not to be believed, in words for the operator; undefined when it is. A page that shows nothing, or
 * less than half of what it showed, or the same entries with their text gone, says more about the page than about the news.
 */
export function whyQuarantine(facts: SeenFacts, snapshot: Snapshot, listed: readonly Listed[]): string | undefined {
  if (snapshot.coverage === 'increment' || snapshot.coverage === 'stand-in') return undefined;
  const before = facts.window.length;
  const now = listed.filter((item) => item.entry.aside !== true).length;
  if (before > 0 && now === 0) return `the page shows no entries, where it showed ${before}`;
  const shrunken = before - now >= 3 && now < before / 2;
  if (shrunken && !hasSettled(facts.quarantine, now, listed)) {
    return `the page shows ${now} entries, where it showed ${before}`;
  }
  const emptied = listed.filter((item) => lostItsText(item)).length;
  if (emptied >= 3 && emptied > listed.length / 2)
    return `${emptied} of ${listed.length} entries lost their text at once`;
  return undefined;
}

export function quarantineAfter(
  last: Quarantine | undefined,
  snapshot: Snapshot,
  reason: string,
  now: number,
): Quarantine {
  const entries = snapshot.entries.length;
  const again = last !== undefined && Math.abs(last.entries - entries) <= 3;
  return { since: last?.since ?? now, polls: again ? last.polls + 1 : 1, entries, reason };
}

/** A page that stays at its new size, and still shows entries we know, has been redesigned rather than broken. */
function hasSettled(last: Quarantine | undefined, now: number, listed: readonly Listed[]): boolean {
  if (last === undefined || last.polls < SHRUNKEN_POLLS || Math.abs(last.entries - now) > 3) return false;
  return listed.some((item) => item.record !== undefined);
}

function lostItsText(item: Listed): boolean {
  // The page's own entry first: the record of one with a text need not be looked at.
  return item.entry.body.text === '' && item.record !== undefined && item.record.entry.body.text.length >= 40;
}
