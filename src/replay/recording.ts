import type { Snapshot, SourceEntry } from '../core/entry.ts';
import { bodyHtml } from './body-html.ts';
import type { LiveEntry, LivePage } from './live-page.ts';

/** One entry of a finished live blog, with how long after the first it came, ms of recorded time. */
export type Release = { readonly after: number; readonly entry: LiveEntry; readonly updatedAfter: number | undefined };

/** A finished live blog as it can be told again, oldest entry first. */
export type Recording = Pick<LivePage, 'title' | 'publisher' | 'keyPoints'> & {
  readonly releases: readonly Release[];
  /** True when the capture says that the blog has ended. */
  readonly ended: boolean;
};

/** Between entries when the capture knows no times at all, ms. */
const EVEN_PACE = 30_000;

/** Stands for an entry of which the capture has neither words nor media, so that it is not lost on the way. */
const NOTHING = '<p>(A picture or video that the recording does not hold.)</p>';

/**
 * What one finished page tells, in the order it was published. An entry without a time comes with the one before it;
 * when there are no times at all, they come one every 30 seconds. Only the last wording of an entry is known, so a
 * correction shows as its later date alone.
 */
export function recordingOf(snapshot: Snapshot): Recording {
  const times = timesOf(snapshot.entries);
  const first = Math.min(...times);
  const names = new Map<string, number>();
  const releases = snapshot.entries
    .map((entry, at) => ({ entry, time: times[at] ?? first }))
    .toSorted((a, b) => a.time - b.time)
    .map(({ entry, time }, at) => release(entry, fragment(entry, at, names), time, first));
  return {
    title: snapshot.title ?? 'A recorded live blog',
    keyPoints: snapshot.keyPoints,
    releases,
    ended: snapshot.live === false,
    ...(snapshot.publisher === undefined ? {} : { publisher: snapshot.publisher }),
  };
}

/** The page `recorded` ms after its beginning. `shift` turns that into the moment of now it stands for, epoch ms. */
export function recordedPage(recording: Recording, recorded: number, shift: (after: number) => number): LivePage {
  const done = recording.releases.filter((release) => release.after <= recorded);
  const over = done.length === recording.releases.length;
  const entries = done.map((release) => shifted(release, recorded, shift));
  const pinned = entries.findLast((entry) => entry.flags.includes('pinned'));
  const last = recording.releases.at(-1)?.after ?? 0;
  return {
    title: recording.title,
    live: !(over && recording.ended),
    keyPoints: over ? recording.keyPoints : [],
    entries: entries.toReversed(),
    startedAt: shift(0),
    ...(over && recording.ended ? { endedAt: shift(last) } : {}),
    ...(pinned === undefined ? {} : { pinned }),
    ...(recording.publisher === undefined ? {} : { publisher: recording.publisher }),
  };
}

function timesOf(entries: readonly SourceEntry[]): number[] {
  if (entries.every((entry) => entry.publishedAt === undefined)) return entries.map((_, at) => at * EVEN_PACE);
  let before = Math.min(...entries.flatMap((entry) => entry.publishedAt ?? []));
  return entries.map((entry) => {
    before = entry.publishedAt ?? before;
    return before;
  });
}

function release(entry: SourceEntry, id: string, time: number, first: number): Release {
  const { updatedAt, publishedAt } = entry;
  const edited = updatedAt !== undefined && publishedAt !== undefined && updatedAt > publishedAt;
  return {
    after: time - first,
    updatedAfter: edited ? updatedAt - first : undefined,
    entry: {
      id,
      html: bodyHtml(entry.body) || (entry.title === undefined ? NOTHING : ''),
      authors: entry.authors,
      flags: entry.flags,
      ...(entry.title === undefined ? {} : { title: entry.title }),
    },
  };
}

/** The capture's own id made fit for a fragment; numbered where a capture repeats one or has none. */
function fragment(entry: SourceEntry, at: number, names: Map<string, number>): string {
  const own = (entry.sourceId ?? '').replace(/^.*[#/]/u, '').replace(/[^\w.:-]+/gu, '-');
  const name = own === '' || own === '-' ? `entry-${at + 1}` : own;
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return count === 1 ? name : `${name}-${count}`;
}

function shifted(
  { entry, after, updatedAfter }: Release,
  recorded: number,
  shift: (after: number) => number,
): LiveEntry {
  const updated = updatedAfter !== undefined && updatedAfter <= recorded ? { updatedAt: shift(updatedAfter) } : {};
  return { ...entry, publishedAt: shift(after), ...updated };
}
