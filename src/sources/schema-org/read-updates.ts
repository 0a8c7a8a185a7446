import type { SourceEntry } from '../../core/entry.ts';
import { ownCopy } from '../../core/own-copy.ts';
import type { Document, ReadContext } from '../../ports/source.ts';
import { keyPointsIn } from '../called-points.ts';
import { publisherZone } from '../publisher-zones.ts';
import { entryOf } from './entry-memo.ts';
import { findPostings, type RawPosting } from './find-posting.ts';
import type { KnownUpdates } from './known-updates.ts';
import { pictureUrls } from './media.ts';
import { keyEventIds, pageSlices, sliceFacts, withoutTold } from './page-slices.ts';
import { asideOnTop, outsideRun, ownId, pinnedOn } from './pinned.ts';
import type { RawUpdate } from './raw-update.ts';
import { type BlogFacts, updateEntry } from './update-entry.ts';
import { warningsOf, zoneWarnings } from './update-warnings.ts';
import type { Posting } from './wire.ts';

type Setting = {
  readonly document: Document;
  readonly context: ReadContext;
  readonly known: KnownUpdates;
  readonly url: string;
  readonly headline: string;
};

/** All updates as entries, in the order of the document, with what the page itself knows of them. */
export function readUpdates(
  found: RawPosting,
  posting: Posting,
  { document, context, known, url, headline }: Setting,
): { entries: SourceEntry[]; keyPoints: string[]; warnings: string[] } {
  const updates = found.updates.filter((update) => update.isUpdate);
  const blog: BlogFacts = {
    base: url,
    headline: headline === '' ? undefined : headline,
    sharedPictures: sharedPictures(posting, updates, url),
    timezone: context.timezone ?? publisherZone(url, '') ?? posting.offset,
  };
  const page = pageKnowledge(findPostings(document).rest, updates, url);
  const setting = ownCopy(`${url} ${blog.timezone} ${headline}`);
  const odd = new Map<string, SourceEntry[]>();
  const entries: SourceEntry[] = [];
  for (const update of updates) {
    const { fragment } = update;
    const slice = fragment === undefined ? undefined : page.slices.get(fragment);
    const key = fragment !== undefined && page.keyIds.has(fragment);
    const pinned = fragment !== undefined && page.pinned?.id === fragment;
    const evidence = { setting, slice, key, pinned, dropsPicture: dropsPicture(update, blog) };
    const outcome = entryOf(update, evidence, known, () => {
      const pageFacts = (told: string) =>
        slice === undefined ? undefined : sliceFacts(withoutTold(slice, told), url, key);
      const outcome = updateEntry(update.json(), blog, context, pageFacts);
      return pinned && outcome !== undefined ? { ...outcome, entry: withPin(outcome.entry) } : outcome;
    });
    if (outcome === undefined) continue;
    entries.push(outcome.entry);
    for (const what of outcome.disagrees) odd.set(what, [...(odd.get(what) ?? []), outcome.entry]);
  }
  const top = page.pinned === undefined ? undefined : outsideRun(page.pinned, page.fragments, entries, url, context);
  const left = found.updates.length - entries.length;
  const warnings = [...warningsOf(left, odd), ...zoneWarnings(odd.get('zone'), context.timezone, blog.timezone)];
  return { entries: asideOnTop(top === undefined ? entries : [top, ...entries]), keyPoints: page.keyPoints, warnings };
}

function withPin(entry: SourceEntry): SourceEntry {
  return entry.flags.includes('pinned') ? entry : { ...entry, flags: ['pinned', ...entry.flags] };
}

const SHARED_BY = 3;

/** The picture of the blog itself, and one that three updates or more carry, shows nothing of the single update. */
function sharedPictures(posting: Posting, updates: readonly RawUpdate[], base: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { image } of updates) {
    if (image === undefined) continue;
    for (const url of new Set(pictureUrls(image, base))) counts.set(url, (counts.get(url) ?? 0) + 1);
  }
  const shared = [...counts].filter(([, count]) => count >= SHARED_BY).map(([url]) => url);
  return new Set([...pictureUrls(posting.image, base), ...shared]);
}

function dropsPicture({ image }: RawUpdate, blog: BlogFacts): boolean {
  return image !== undefined && pictureUrls(image, blog.base).some((url) => blog.sharedPictures.has(url));
}

/** A page with less than this beside its JSON-LD shows nothing. */
const LEAST_PAGE = 500;

function pageKnowledge(rest: string, updates: readonly RawUpdate[], url: string) {
  const fragments = new Set<string>();
  if (rest.length > LEAST_PAGE) for (const { fragment } of updates) if (fragment !== undefined) fragments.add(fragment);
  const slices = fragments.size > 0 ? pageSlices(rest, fragments) : new Map<string, string>();
  const [first] = slices.values();
  return {
    fragments,
    slices,
    keyIds: slices.size > 0 ? keyEventIds(rest) : new Set<string>(),
    pinned: fragments.size > 0 ? pinnedOn(rest, (written) => ownId(written, fragments, url)) : undefined,
    // Lists in the entries themselves are theirs.
    keyPoints:
      rest.length > LEAST_PAGE ? keyPointsIn(first === undefined ? rest : rest.slice(0, rest.indexOf(first))) : [],
  };
}
