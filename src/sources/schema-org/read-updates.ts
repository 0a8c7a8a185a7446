import type { Flag, SourceEntry } from '../../core/entry.ts';
import { ownCopy } from '../../core/own-copy.ts';
import type { Document, ReadContext } from '../../ports/source.ts';
import { plainLine } from '../body/plain-line.ts';
import { keyPointsIn } from '../called-points.ts';
import { publisherZone } from '../publisher-zones.ts';
import { entryOf } from './entry-memo.ts';
import { findPostings, type RawPosting } from './find-posting.ts';
import type { KnownUpdates } from './known-updates.ts';
import { type MediaFacts, pictureKeys } from './media.ts';
import { onceEach } from './once-each.ts';
import { pageSlices } from './page-elements.ts';
import { pageOnlyEntries } from './page-only.ts';
import { keyEventIds, sliceFacts, withoutTold } from './page-slices.ts';
import { asideOnTop, idLikeTheirs, outsideRun, ownId, pinnedOn } from './pinned.ts';
import type { RawUpdate } from './raw-update.ts';
import { idsOfUnnamed } from './unnamed-updates.ts';
import { type BlogFacts, updateEntry } from './update-entry.ts';
import { warningsOf, zoneWarnings } from './update-warnings.ts';
import type { Posting } from './wire.ts';
import { withOthers } from './with-others.ts';

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
  const written = found.updates.filter((update) => update.isUpdate);
  const updates = onceEach(written, url);
  const title = headlineOfAll(updates) ?? headline;
  const { rest, described } = findPostings(document);
  const media = { base: url, named: (id: string) => described().named.get(id) };
  const blog: BlogFacts = {
    ...media,
    headlines: new Set([headline, title]),
    sharedPictures: sharedPictures(posting, updates, media),
    timezone: context.timezone ?? publisherZone(url, '') ?? posting.offset,
  };
  const unnamed = rest.length > LEAST_PAGE ? idsOfUnnamed(rest, updates) : new Map<RawUpdate, string>();
  const page = pageKnowledge(rest, updates, url, unnamed);
  const setting = ownCopy(`${url} ${blog.timezone} ${headline} ${title}`);
  const odd = new Map<string, SourceEntry[]>();
  const entries: SourceEntry[] = [];
  for (const update of updates) {
    const fragment = update.fragment ?? unnamed.get(update);
    const slice = fragment === undefined ? undefined : page.slices.wanted.get(fragment);
    const key = fragment !== undefined && page.keyIds.has(fragment);
    const pinned = fragment !== undefined && page.pinned?.id === fragment;
    const evidence = { setting, slice, key, pinned, dropsPicture: dropsPicture(update, blog) };
    const outcome = entryOf(update, evidence, known, () => {
      const pageFacts = (told: string, authors: readonly string[]) =>
        slice === undefined ? undefined : sliceFacts(withoutTold(slice, told), url, key, authors);
      const outcome = updateEntry(update.json(), blog, context, pageFacts);
      return outcome && { ...outcome, entry: withMarks(withId(outcome.entry, unnamed.get(update), url), pinned, key) };
    });
    if (outcome === undefined) continue;
    entries.push(outcome.entry);
    for (const what of outcome.disagrees) odd.set(what, [...(odd.get(what) ?? []), outcome.entry]);
  }
  const top = page.pinned === undefined ? undefined : outsideRun(page.pinned, page.fragments, entries, url, context);
  const sourceId = (id: string) => idLikeTheirs(id, entries, page.fragments);
  // What nobody could join may be an update that has no name.
  const areNamed = updates.every((update) => update.fragment !== undefined || unnamed.has(update));
  const slices = areNamed ? page.slices.others : NO_SLICES;
  const others = pageOnlyEntries({ slices, keyIds: page.keyIds, url, sourceId }, context);
  const left = found.updates.length - written.length + updates.length - entries.length;
  const warnings = [
    ...warningsOf(left, odd, others),
    ...zoneWarnings(odd.get('zone'), context.timezone, blog.timezone),
  ];
  const listed = asideOnTop(top === undefined ? entries : [top, ...entries]);
  return {
    entries: withOthers(
      listed,
      others.filter((each) => each.sourceId !== top?.sourceId),
    ),
    keyPoints: page.keyPoints,
    warnings,
  };
}

const NO_SLICES: ReadonlyMap<string, string> = new Map();

function withMarks(entry: SourceEntry, pinned: boolean, key: boolean): SourceEntry {
  const marks: Flag[] = [...(pinned ? (['pinned'] as const) : []), ...entry.flags, ...(key ? (['key'] as const) : [])];
  return marks.length === entry.flags.length ? entry : { ...entry, flags: [...new Set(marks)] };
}

/** The id that the page gives an entry whose update names none: the address of the blog is nobody's. */
function withId(entry: SourceEntry, id: string | undefined, blogUrl: string): SourceEntry {
  const isNamed = entry.sourceId !== undefined && bare(entry.sourceId) !== bare(blogUrl);
  return id === undefined || isNamed ? entry : { ...entry, sourceId: id };
}

function bare(address: string): string {
  return address.replace(/[?#].*$/u, '').replace(/\/$/u, '');
}

const SHARED_BY = 3;

/** The headline that all of some updates carry: the page's own, however it is worded. */
function headlineOfAll(updates: readonly RawUpdate[]): string | undefined {
  const [first] = updates;
  if (first?.headline === undefined || updates.length < SHARED_BY) return undefined;
  return updates.every(({ headline }) => headline === first.headline) ? plainLine(first.headline) : undefined;
}

/** The picture of the blog itself, and one that three updates or more carry, shows nothing of the single update. */
function sharedPictures(posting: Posting, updates: readonly RawUpdate[], facts: MediaFacts): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const update of updates) {
    for (const key of new Set(keysOf(update, facts))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const shared = [...counts].filter(([, count]) => count >= SHARED_BY).map(([key]) => key);
  return new Set([...pictureKeys(posting.image, facts), ...shared]);
}

function dropsPicture(update: RawUpdate, blog: BlogFacts): boolean {
  return keysOf(update, blog).some((key) => blog.sharedPictures.has(key));
}

/** Asked of the same updates at every read, for they are compared with all others. */
const keys = new WeakMap<RawUpdate, { readonly base: string; readonly keys: readonly string[] }>();

function keysOf(update: RawUpdate, facts: MediaFacts): readonly string[] {
  if (update.image === undefined) return [];
  const known = keys.get(update);
  if (known?.base === facts.base) return known.keys;
  const found = { base: facts.base, keys: pictureKeys(update.image, facts) };
  keys.set(update, found);
  return found.keys;
}

/** A page with less than this beside its JSON-LD shows nothing. */
const LEAST_PAGE = 500;

function pageKnowledge(
  rest: string,
  updates: readonly RawUpdate[],
  url: string,
  unnamed: ReadonlyMap<RawUpdate, string>,
) {
  const fragments = new Set<string>(unnamed.values());
  if (rest.length > LEAST_PAGE) for (const { fragment } of updates) if (fragment !== undefined) fragments.add(fragment);
  const slices = pageSlices(rest, fragments);
  const [first] = slices.wanted.values();
  return {
    fragments,
    slices,
    keyIds: new Set(fragments.size > 0 ? [...keyEventIds(rest)].map(slices.meant) : []),
    pinned: fragments.size > 0 ? pinnedOn(rest, (written) => ownId(written, fragments, url)) : undefined,
    // Lists in the entries themselves are theirs.
    keyPoints:
      rest.length > LEAST_PAGE ? keyPointsIn(first === undefined ? rest : rest.slice(0, rest.indexOf(first))) : [],
  };
}
