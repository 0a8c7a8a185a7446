import type { Detection } from '../core/detect/detection.ts';
import { liveBy, newestOf } from '../core/page-word.ts';
import { publicUrl } from '../core/redact-url.ts';
import { nextPollAt } from '../core/schedule.ts';
import { unseen } from '../core/seen-set.ts';
import type { Validators } from '../ports/fetcher.ts';
import type { SourceError } from '../ports/source.ts';
import { failed, isFailing, mended } from './failure.ts';
import type { Got, GotRead } from './fetch-step.ts';
import type { BlogRecord, BlogSettings } from './records.ts';

/** Addresses whose validators are kept: the full reading's and the increment's. */
const ADDRESSES_KEPT = 3;

/** The blog's record after a poll that was answered, under the version it had. */
export function answeredRecord(
  blog: BlogSettings,
  last: BlogRecord | undefined,
  got: Got,
  detection: Detection,
  now: number,
): BlogRecord {
  const read = got.status === 'read' && !detection.quarantined ? got : undefined;
  const moved = detection.records.length > 0 || last === undefined;
  const record: BlogRecord = {
    ...without(last ?? firstRecord(blog, now), got, !detection.quarantined),
    facts: detection.facts,
    polledAt: now,
    changedAt: moved ? now : (last?.changedAt ?? now),
    ...newestAt(last, detection),
    validators: detection.quarantined ? (last?.validators ?? {}) : withValidators(last, got),
    ...(got.full && read !== undefined ? { fullReadAt: now } : {}),
    ...(read === undefined ? {} : fromSnapshot(blog, read, last)),
    ...(got.standIn === undefined ? {} : { standIn: got.standIn }),
  };
  return withSchedule(blog, withFailure(withPage(record, got, now), last, detection, now), got, detection, now);
}

/** Where the entries come from another address, the blog's page may say that it has ended. */
function withPage(record: BlogRecord, got: Got, now: number): BlogRecord {
  const page = got.page ?? record.page;
  if (page === undefined) return record;
  const newest = Math.max(record.newestAt ?? record.changedAt, got.status === 'read' ? newestOf(got.snapshot) : 0);
  return { ...record, page, face: { ...record.face, live: liveBy(page, record.face.live, newest, now) } };
}

/** A record that was written before this was kept says nothing until the blog is forgotten: what it has seen is not read for it. */
function newestAt(last: BlogRecord | undefined, { records }: Detection): Pick<BlogRecord, 'newestAt'> {
  const before = last === undefined || isUnread(last) ? 0 : last.newestAt;
  if (before === undefined) return {};
  const newest = records.reduce((at, record) => (record.baseline ? at : Math.max(at, record.firstSeenAt)), before);
  return { newestAt: newest };
}

/** The blog's record after a poll that failed, under the version it had. Nothing that was known is lost. */
export function failedRecord(
  blog: BlogSettings,
  last: BlogRecord | undefined,
  error: SourceError,
  now: number,
): BlogRecord {
  const base = last ?? { ...firstRecord(blog, now), facts: unseen(publicUrl(blog.url), now).facts };
  const failure = failed(base.failure, error.kind, error.message, now);
  const retryAfter = error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter };
  const outcome = { live: base.face.live, changedAt: base.changedAt, failures: failure.count, suspects: false };
  const { nextPollAt: _old, ...rest } = base;
  const next = nextPollAt(blog.name, blog, { ...outcome, ...retryAfter }, now);
  return {
    ...rest,
    polledAt: now,
    failure,
    ...(next === undefined ? {} : { nextPollAt: next }),
  };
}

/** True while no snapshot of the blog was ever believed: the next one is its first sight. */
export function isUnread(record: BlogRecord | undefined): boolean {
  return record?.readAt === undefined;
}

function firstRecord(blog: BlogSettings, now: number): Omit<BlogRecord, 'facts'> {
  return {
    name: blog.name,
    version: 0,
    face: { live: null, keyPoints: [] },
    validators: {},
    polledAt: now,
    savedAt: now,
    changedAt: now,
    warnings: [],
  };
}

/** What no longer holds once the blog was read: a page that stood in, an address that its page leads to no more. */
function without(record: Omit<BlogRecord, 'facts'>, got: Got, isBelieved: boolean): Omit<BlogRecord, 'facts'> {
  if (!isBelieved || (record.standIn === undefined && record.readFrom === undefined)) return record;
  const { standIn: _over, ...rest } = record;
  if (got.standIn !== undefined || got.status === 'same') return rest;
  const { readFrom: _again, ...others } = rest;
  return others;
}

function fromSnapshot(blog: BlogSettings, got: GotRead, record: BlogRecord | undefined): Partial<BlogRecord> {
  const read = got.snapshot;
  const last = record?.face;
  const partial = read.coverage === 'increment' || read.coverage === 'stand-in';
  const title = read.title ?? got.pageTitle ?? last?.title;
  const publisher = read.publisher ?? last?.publisher;
  const isOwn = got.from.url === blog.url || got.standIn !== undefined;
  // Asked once more for what changed since before the page stood in: it says what was withdrawn meanwhile.
  const cursor = record?.standIn === undefined ? read.cursor : (record.cursor ?? read.cursor);
  return {
    face: {
      kind: got.kind,
      ...(title === undefined ? {} : { title }),
      ...(publisher === undefined ? {} : { publisher }),
      live: read.live ?? (partial ? (last?.live ?? null) : null),
      keyPoints: partial && read.keyPoints.length === 0 ? (last?.keyPoints ?? []) : read.keyPoints,
    },
    warnings: read.warnings,
    ...(isOwn ? {} : { readFrom: { url: got.from.url, kind: got.kind } }),
    ...(cursor === undefined ? {} : { cursor }),
    ...(read.successor === undefined ? {} : { successor: read.successor }),
    readAt: got.document.fetchedAt,
  };
}

function withFailure(record: BlogRecord, last: BlogRecord | undefined, detection: Detection, now: number): BlogRecord {
  const quarantine = detection.facts.quarantine;
  if (detection.quarantined && quarantine !== undefined) {
    const message = `The page is not believed: ${quarantine.reason}. Nothing was changed; it is looked at again.`;
    return { ...record, failure: failed(last?.failure, 'quarantine' as const, message, now) };
  }
  return record.failure === undefined ? record : { ...record, failure: mended(record.failure, now) };
}

function withSchedule(blog: BlogSettings, record: BlogRecord, got: Got, detection: Detection, now: number): BlogRecord {
  const next = nextPollAt(
    blog.name,
    blog,
    {
      live: record.face.live,
      changedAt: record.changedAt,
      failures: isFailing(record.failure) ? (record.failure?.count ?? 0) : 0,
      ...(got.fetched.maxAge === undefined ? {} : { maxAge: got.fetched.maxAge }),
      ...(got.status === 'read' && got.snapshot.refreshAfter !== undefined
        ? { refreshAfter: got.snapshot.refreshAfter }
        : {}),
      suspects: Object.keys(detection.facts.missing).length > 0,
    },
    now,
  );
  if (next !== undefined) return { ...record, nextPollAt: next };
  const { nextPollAt: _old, ...ended } = record;
  return ended;
}

/**
 * Those of the last page that was believed: "not modified" then always means that one, and a page that was not believed is
 * read again until it is.
 */
function withValidators(last: BlogRecord | undefined, { asked, fetched }: Got): Readonly<Record<string, Validators>> {
  const known = last?.validators ?? {};
  if (isSame(known[asked], fetched.validators)) return known;
  return Object.fromEntries(Object.entries({ ...known, [asked]: fetched.validators }).slice(-ADDRESSES_KEPT));
}

function isSame(one: Validators | undefined, other: Validators): boolean {
  return (
    one !== undefined &&
    one.etag === other.etag &&
    one.lastModified === other.lastModified &&
    one.bodyHash === other.bodyHash &&
    one.movedTo === other.movedTo
  );
}
