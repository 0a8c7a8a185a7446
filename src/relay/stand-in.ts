import type { Snapshot } from '../core/entry.ts';
import { retryWait } from '../core/schedule.ts';
import { standInWarning } from '../core/stand-in-warning.ts';
import { type Document, SourceError } from '../ports/source.ts';
import { isFailing } from './failure.ts';
import { type Asking, fetchStep, type Got, type GotRead, type Led, readContext } from './fetch-step.ts';
import type { Address, BlogRecord, StandingIn } from './records.ts';

/*
 * A page leads to the address of its entries, and that does not answer. Where the page shows entries itself they are read
 * there, under the same ids, until the other answers again; it is asked at growing distances. What the page may change
 * meanwhile is decided in `core/detect/stand-in.ts`.
 */

/** An address of entries that gave none, and why. */
export type Failing = { readonly address: Address; readonly error: SourceError };

/** The page that led to the failing address, read for what it shows itself; undefined where that is nothing. */
export function standInFor(asking: Asking, led: Led, { address, error }: Failing): GotRead | undefined {
  const { blog, record, deps } = asking;
  const now = deps.clock.now();
  const tries = (record?.standIn?.tries ?? 0) + 1;
  const standIn = {
    page: { url: led.from.url, kind: led.kind },
    entries: address,
    why: error.message,
    since: record?.standIn?.since ?? now,
    tries,
    nextTryAt: now + retryWait(blog, tries, error.retryAfter),
  };
  return shownBy(asking, led, standIn);
}

/** The page that stands in already, while its entries' own address need not be asked yet; undefined when it has to be. */
export async function readStandIn(asking: Asking): Promise<Got | undefined> {
  const { record, deps } = asking;
  const standIn = record?.standIn;
  if (standIn === undefined || deps.clock.now() >= standIn.nextTryAt) return undefined;
  const step = await fetchStep(asking, standIn.page, record?.validators);
  if (step.status === 'same') return { ...step, full: false, standIn };
  return step.status === 'led' ? shownBy(asking, step, standIn) : undefined;
}

function shownBy(asking: Asking, led: Led, standIn: StandingIn): GotRead | undefined {
  const { from, asked, fetched, document, kind } = led;
  const snapshot = shownIn(asking, document, kind, standIn.why);
  if (snapshot === undefined) return undefined;
  return { from, asked, full: false, fetched, status: 'read', kind, snapshot, document, standIn };
}

/** What is asked for next stays as the entries' own address left it; and only that says that an entry is gone. */
function shownIn(asking: Asking, document: Document, kind: Led['kind'], why: string): Snapshot | undefined {
  try {
    const { result } = asking.deps.reader.read(document, kind, { ...readContext(asking), here: true });
    if ('elsewhere' in result || result.entries.length === 0) return undefined;
    const { cursor: _next, refreshAfter: _pace, older: _older, ...shown } = result;
    const warnings = [standInWarning(why), ...shown.warnings];
    return { ...shown, coverage: 'stand-in', deleted: [], warnings };
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}

/** The first failure of a blog that was read before mends itself more often than not. */
export function isHiccup(record: BlogRecord | undefined): boolean {
  return record?.readAt !== undefined && record.standIn === undefined && !isFailing(record.failure);
}
