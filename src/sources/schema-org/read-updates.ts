import type { SourceEntry } from '../../core/entry.ts';
import type { Document, ReadContext } from '../../ports/source.ts';
import { isSameSetting, type Known, recall, remember, type Setting, type UpdateFacts } from './entry-memo.ts';
import { findPostings, isType, type JsonObject, parseWhole, type RawPosting, type RawUpdate } from './find-posting.ts';
import { pictureUrls } from './media.ts';
import { keyEventIds, pageSlices, sliceFacts } from './page-slices.ts';
import { parseStretch } from './split-updates.ts';
import { type BlogFacts, updateEntry } from './update-entry.ts';
import type { Posting } from './wire.ts';

type Reading = {
  readonly document: Document;
  readonly context: ReadContext;
  readonly url: string;
  readonly headline: string;
};

/** An update with what it says by itself; `raw` is parsed only where it was not known. */
type Item = { readonly update: RawUpdate; readonly known: Known | undefined; readonly facts: UpdateFacts };

/** All updates as entries, in the order of the document, with what the page itself knows of them. */
export function readUpdates(
  found: RawPosting,
  posting: Posting,
  reading: Reading,
): { entries: SourceEntry[]; warnings: string[] } {
  const items = itemsOf(found, reading) ?? itemsOf(parseWhole(found), reading) ?? [];
  const { document, context, url, headline } = reading;
  const blog: BlogFacts = {
    base: url,
    headline: headline === '' ? undefined : headline,
    sharedPictures: sharedPictures(posting, items, url),
  };
  const page = pageKnowledge(findPostings(document).rest, items);
  const known = items.map((item) => knownOf(item, blog, page, context));
  remember(known, context);
  return report(known);
}

/** undefined when a stretch of text turns out to be no update: the block was cut at the wrong places. */
function itemsOf({ updates }: RawPosting, { context, url }: Reading): Item[] | undefined {
  const recalled = recall(updates, context);
  const items: Item[] = [];
  for (const [index, update] of updates.entries()) {
    const known = recalled[index];
    if (known !== undefined && known.setting.base === url) {
      items.push({ update, known, facts: known.facts });
      continue;
    }
    const raw = rawOf(update);
    if (raw === undefined) return undefined;
    items.push({ update, known: undefined, facts: factsOf(raw, url) });
  }
  return items;
}

function rawOf(update: RawUpdate): unknown {
  return 'text' in update ? parseStretch(update.start, update.text) : update.raw;
}

function factsOf(raw: unknown, base: string): UpdateFacts {
  if (typeof raw !== 'object' || raw === null) return { isUpdate: false, fragment: undefined, pictures: [] };
  const update = raw as JsonObject;
  return {
    isUpdate: !/Advert|Comment$|WPAdBlock/u.test(String(update['@type'] ?? '')) && !isType(update, 'ListItem'),
    fragment: fragmentOf(update),
    pictures: update.image === undefined ? [] : pictureUrls(update.image, base),
  };
}

/** What the page calls the entry: the fragment of its address, or its bare id. */
function fragmentOf({ '@id': id, url, identifier }: JsonObject): string | undefined {
  for (const written of [url, id, identifier]) {
    if (typeof written !== 'string') continue;
    const hash = written.indexOf('#');
    if (hash !== -1 && hash < written.length - 1) return written.slice(hash + 1);
    if (!written.includes('/') && written !== '') return written;
  }
  return undefined;
}

type PageKnowledge = { readonly slices: ReadonlyMap<string, string>; readonly keyIds: ReadonlySet<string> };

function pageKnowledge(rest: string, items: readonly Item[]): PageKnowledge {
  if (rest.length < 500) return { slices: new Map(), keyIds: new Set() };
  const fragments = new Set(items.flatMap(({ facts }) => facts.fragment ?? []));
  const slices = pageSlices(rest, fragments);
  return { slices, keyIds: slices.size > 0 ? keyEventIds(rest) : new Set() };
}

function knownOf(item: Item, blog: BlogFacts, page: PageKnowledge, context: ReadContext): Known {
  const { update, known, facts } = item;
  const slice = facts.fragment === undefined ? undefined : page.slices.get(facts.fragment);
  const setting: Setting = {
    base: blog.base,
    headline: blog.headline,
    timezone: context.timezone,
    slice,
    key: facts.fragment !== undefined && page.keyIds.has(facts.fragment),
    dropsPicture: facts.pictures.some((picture) => blog.sharedPictures.has(picture)),
  };
  if (known !== undefined && isSameSetting(known.setting, setting)) return known;
  if (!facts.isUpdate) return { update, facts, setting, outcome: undefined };
  const said = slice === undefined ? undefined : sliceFacts(slice, blog.base);
  const outcome = updateEntry(rawOf(update), blog, context, said && { ...said, key: said.key || setting.key });
  return { update, facts, setting, outcome };
}

const SHARED_BY = 3;

/** The picture of the blog itself, and one that three updates or more carry, shows nothing of the single update. */
function sharedPictures(posting: Posting, items: readonly Item[], base: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { facts } of items) {
    for (const picture of facts.pictures) counts.set(picture, (counts.get(picture) ?? 0) + 1);
  }
  const shared = [...counts].filter(([, count]) => count >= SHARED_BY).map(([picture]) => picture);
  return new Set([...pictureUrls(posting.image, base), ...shared]);
}

function report(known: readonly Known[]): { entries: SourceEntry[]; warnings: string[] } {
  const entries: SourceEntry[] = [];
  const odd = new Map<string, SourceEntry[]>();
  for (const { outcome } of known) {
    if (outcome === undefined) continue;
    entries.push(outcome.entry);
    for (const what of outcome.disagrees) odd.set(what, [...(odd.get(what) ?? []), outcome.entry]);
  }
  return { entries, warnings: warningsOf(known.length - entries.length, odd) };
}

function warningsOf(left: number, odd: ReadonlyMap<string, readonly SourceEntry[]>): string[] {
  const warnings: string[] = [];
  if (left > 0) {
    warnings.push(`${left} of the declared updates hold nothing to read (or are adverts) and were left out.`);
  }
  const times = odd.get('time');
  if (times !== undefined) {
    warnings.push(
      `JSON-LD and page disagree on the time of ${times.length} entries (first: ${named(times[0])}); the page's own time is used.`,
    );
  }
  const authors = odd.get('author');
  if (authors !== undefined) {
    warnings.push(
      `JSON-LD and page disagree on the author of ${authors.length} entries (first: ${named(authors[0])}); JSON-LD's is used.`,
    );
  }
  return warnings;
}

function named(entry: SourceEntry | undefined): string {
  return `“${(entry?.title ?? entry?.body.text ?? '').slice(0, 60)}”`;
}
