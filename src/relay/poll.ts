import { detect, detectSame } from '../core/detect/detect.ts';
import type { Detection } from '../core/detect/detection.ts';
import { publicUrl } from '../core/redact-url.ts';
import { type EntryRecord, type SeenSet, unseen } from '../core/seen-set.ts';
import type { Log } from '../ports/log.ts';
import type { Metrics } from '../ports/metrics.ts';
import { SourceError } from '../ports/source.ts';
import { answeredRecord, failedRecord, isUnread } from './blog-record.ts';
import { isFailing } from './failure.ts';
import type { GetDeps, Got, GotRead } from './fetch-step.ts';
import { getBlog } from './get-blog.ts';
import type { BlogRecord, BlogSettings, Records } from './records.ts';
import type { RepostFinder } from './reposts.ts';
import type { SeenSets } from './seen-sets.ts';

export type PollDeps = GetDeps & {
  readonly records: Records;
  readonly seenSets: SeenSets;
  readonly reposts: RepostFinder;
  readonly log: Log;
  readonly metrics: Metrics;
};

/** What a poll came to. `changed`: the channels routed to the blog have to be looked at. `entries` are those that changed. */
export type Polled = {
  readonly record: BlogRecord;
  readonly changed: boolean;
  readonly entries: readonly EntryRecord[];
};

/** So much of a page that was not believed is kept, in characters. */
const QUARANTINED_TEXT = 2_000_000;
/** The record of a blog where nothing happens is saved this often. */
const SAVE_TIMES_EVERY = 5 * 60_000;

/** One fetch, detect, save. Throws only what the store throws; a source that fails is an outcome, kept in the record. */
export function createPoll(deps: PollDeps): (blog: BlogSettings, signal: AbortSignal) => Promise<Polled> {
  const { seenSets, clock, metrics } = deps;

  return async (blog, signal) => {
    const last = await seenSets.record(blog.name);
    const started = clock.now();
    const got = await getBlog(deps, blog, last, signal).catch(onlySourceErrors);
    const now = clock.now();
    const failed = got instanceof SourceError;
    metrics.count('fetches', { outcome: failed ? got.kind : fetchOutcome(got) });
    metrics.observe('fetch', now - started, { outcome: failed ? 'failed' : fetchOutcome(got) });
    return failed ? saveFailed(deps, blog, last, got, now) : save(deps, blog, last, got, now);
  };
}

function fetchOutcome(got: Got): 'changed' | 'same' {
  return got.status === 'same' ? 'same' : 'changed';
}

function onlySourceErrors(error: unknown): SourceError {
  if (error instanceof SourceError) return error;
  throw error;
}

async function save(
  deps: PollDeps,
  blog: BlogSettings,
  last: BlogRecord | undefined,
  got: Got,
  now: number,
): Promise<Polled> {
  const seen = await seenFor(deps, blog, last, got, now);
  const detection =
    got.status === 'same'
      ? detectSame(seen, now)
      : detect(seen, got.snapshot, now, {
          firstSight: isUnread(last),
          isElsewhere: isElsewhere(last, got),
          repostOf: (entry, id) => deps.reposts.find(blog.name, seen.records, entry, id),
        });
  const record = answeredRecord(blog, last, got, detection, now);
  tell(deps, blog.name, detection, last, record);
  deps.metrics.count('polls', { outcome: detection.quarantined ? 'odd' : fetchOutcome(got) });
  if (got.status === 'read') await keepPage(deps, blog.name, got, detection, now);
  const changed = detection.records.length > 0 || looksDifferent(last, record);
  if (changed || hasNews(last, record)) await deps.seenSets.save(nextVersion(record), detection.records);
  else deps.seenSets.touch(record);
  return { record, changed, entries: detection.records };
}

function isElsewhere(last: BlogRecord | undefined, { from, standIn }: Got): boolean {
  return last?.readFrom !== undefined && standIn === undefined && last.readFrom.url !== from.url;
}

/** The entries are looked at only when the page changed, or some are missing from it. */
async function seenFor(
  { seenSets }: PollDeps,
  blog: BlogSettings,
  last: BlogRecord | undefined,
  got: Got,
  now: number,
): Promise<SeenSet> {
  if (last === undefined) return unseen(publicUrl(blog.url), now);
  if (got.status === 'same' && Object.keys(last.facts.missing).length === 0) return { facts: last.facts, records: [] };
  return (await seenSets.load(blog.name))?.seen ?? unseen(publicUrl(blog.url), now);
}

/** The body of a page that is not believed any more, for whoever finds out why. */
async function keepPage(deps: PollDeps, blog: string, got: GotRead, detection: Detection, now: number): Promise<void> {
  const { quarantine } = detection.facts;
  if (!detection.quarantined || quarantine === undefined || quarantine.polls > 1) return;
  const { url, text } = got.document;
  await deps.records.saveQuarantined(blog, {
    at: now,
    reason: quarantine.reason,
    url,
    text: text.slice(0, QUARANTINED_TEXT),
  });
}

async function saveFailed(
  deps: PollDeps,
  blog: BlogSettings,
  last: BlogRecord | undefined,
  error: SourceError,
  now: number,
): Promise<Polled> {
  const record = failedRecord(blog, last, error, now);
  const first = record.failure?.count === 1;
  deps.metrics.count('polls', { outcome: 'failed' });
  if (first) deps.log.warn('a blog cannot be read', { blog: blog.name, kind: error.kind, reason: error.message });
  if (first || last === undefined) await deps.seenSets.save(nextVersion(record), []);
  else deps.seenSets.touch(record);
  return { record, changed: first, entries: [] };
}

/** Only what is saved counts as a version. */
function nextVersion(record: BlogRecord): BlogRecord {
  return { ...record, version: record.version + 1 };
}

/** What a card or a notice shows has changed. */
function looksDifferent(last: BlogRecord | undefined, record: BlogRecord): boolean {
  if (last === undefined) return true;
  return !isAlike(last.face, record.face) || isFailing(last.failure) !== isFailing(record.failure);
}

/** Anything worth a write: all but the times of a poll that found nothing. */
function hasNews(last: BlogRecord | undefined, record: BlogRecord): boolean {
  if (last === undefined || record.polledAt - last.savedAt >= SAVE_TIMES_EVERY) return true;
  const [before, after] = [last.failure, record.failure];
  if (before?.since !== after?.since || before?.endedAt !== after?.endedAt || last.cursor !== record.cursor)
    return true;
  if (last.standIn !== record.standIn || last.readFrom?.url !== record.readFrom?.url) return true;
  return !(
    isAlike(last.facts, record.facts) &&
    isAlike(last.validators, record.validators) &&
    isAlike(last.warnings, record.warnings)
  );
}

/** At a glance where nothing was touched, which is so at most polls. */
function isAlike(one: object, other: object): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function tell(
  deps: PollDeps,
  blog: string,
  detection: Detection,
  last: BlogRecord | undefined,
  record: BlogRecord,
): void {
  const { added, edited, removed, restored } = detection;
  const counts = [
    ['new', added],
    ['corrected', edited],
    ['withdrawn', removed],
    ['returned', restored],
  ] as const;
  for (const [change, count] of counts) {
    if (count > 0) deps.metrics.count('entries', { change }, count);
  }
  if (added + edited + removed + restored > 0) {
    deps.log.info('the blog changed', { blog, added, edited, removed, restored });
  }
  if (detection.quarantined && record.failure?.count === 1) {
    deps.log.warn('a page was not believed', { blog, reason: detection.facts.quarantine?.reason });
  }
  if (last?.standIn === undefined && record.standIn !== undefined) {
    deps.log.warn('the page is read in place of its entries’ address', { blog, reason: record.standIn.why });
  }
  if (isFailing(last?.failure) && !isFailing(record.failure)) {
    deps.log.info('the blog can be read again', { blog, since: last?.failure?.since });
  }
}
