import type { SourceEntry } from '../entry.ts';
import type { Identified, Identity } from '../identity.ts';
import { fingerprint, visible } from '../revision.ts';
import type { EntryRecord, SeenSet } from '../seen-set.ts';

/** Aliases kept beside those in use. */
const OLD_ALIASES_KEPT = 500;

type Aliases = Record<string, string>;

/**
 * Recognises known entries under new ids: guids made anew, an identity rung that stopped working, and – where ids are made
 * of time or text – an entry whose time or text was corrected. Only entries that are gone from the page under their old id
 * are looked for, so a new entry with the words of an old one that is still there stays new.
 */
export function findAliases(seen: SeenSet, identity: Identity, known: ReadonlyMap<string, EntryRecord>): Aliases {
  const strangers = identity.entries.filter(
    ({ id }) => !known.has(id) && !known.has(seen.facts.aliases[id] ?? id) && !identity.told.has(id),
  );
  if (strangers.length === 0 || seen.facts.window.length === 0) return {};
  const present = new Set(identity.entries.map(({ id }) => seen.facts.aliases[id] ?? id));
  const gone = seen.facts.window
    .map((seq) => seen.records[seq])
    .filter((record): record is EntryRecord => record !== undefined && !present.has(record.entry.id));
  if (gone.length === 0) return {};
  const aliases: Aliases = {};
  const free = new Set(gone);
  const claim = (stranger: Identified, record: EntryRecord | undefined): void => {
    if (record === undefined || !free.has(record)) return;
    free.delete(record);
    aliases[stranger.id] = record.entry.id;
  };
  byAddress(strangers, gone, claim);
  byWords(
    strangers.filter(({ id }) => aliases[id] === undefined),
    [...free],
    identity,
    claim,
  );
  byTime(
    seen,
    identity,
    strangers.filter(({ id }) => aliases[id] === undefined),
    claim,
  );
  if (identity.rung === 'time' || identity.rung === 'text') byPlace(seen, identity, known, aliases, free, claim);
  return aliases;
}

/** Aliases in use now, and the most recent of the others. */
export function keepAliases(
  old: Readonly<Aliases>,
  found: Readonly<Aliases>,
  entries: readonly Identified[],
): Readonly<Aliases> {
  const all = { ...old, ...found };
  const ids = Object.keys(all);
  if (ids.length <= OLD_ALIASES_KEPT) return Object.keys(found).length === 0 ? old : all;
  const used = new Set(entries.map(({ id }) => id));
  const kept = ids.filter((id, i) => used.has(id) || i >= ids.length - OLD_ALIASES_KEPT);
  return Object.fromEntries(kept.map((id) => [id, all[id] ?? id]));
}

type Claim = (stranger: Identified, record: EntryRecord | undefined) => void;

/**
 * The same address of its own, and either the same time or most of the words: items that all link to the page they stand
 * on share an address without being the same.
 */
function byAddress(strangers: readonly Identified[], gone: readonly EntryRecord[], claim: Claim): void {
  const owners = uniqueBy(gone, (record) => record.entry.url);
  const asking = uniqueBy(strangers, ({ entry }) => entry.url);
  for (const [url, stranger] of asking) {
    const record = owners.get(url);
    if (stranger === undefined || record === undefined) continue;
    const sameTime = record.entry.publishedAt !== undefined && record.entry.publishedAt === stranger.entry.publishedAt;
    if (sameTime || wordsInCommon(record.entry, stranger.entry) >= 0.5) claim(stranger, record);
  }
}

/** The same words at the same time; or, when half of the page has new ids at once, the same words at any time. */
function byWords(
  strangers: readonly Identified[],
  gone: readonly EntryRecord[],
  identity: Identity,
  claim: Claim,
): void {
  const owners = uniqueBy(gone, (record) => fingerprint(record.entry));
  const twins = strangers.flatMap((stranger) => {
    const record = owners.get(fingerprint(stranger.entry) ?? '');
    return record === undefined ? [] : [{ stranger, record }];
  });
  const everything = twins.length >= 2 && twins.length > identity.entries.length / 2;
  const idsAreOurs = identity.rung === 'time' || identity.rung === 'text';
  for (const { stranger, record } of twins) {
    const sameTime = stranger.entry.publishedAt === record.entry.publishedAt;
    if (everything || idsAreOurs || sameTime) claim(stranger, record);
  }
}

/**
 * One entry gone and one stranger of the same instant, with most of their words in common: corrected as its id was lost.
 * Only an instant that no other entry has tells them; a feed that gives days alone has many of one.
 */
function byTime(seen: SeenSet, identity: Identity, strangers: readonly Identified[], claim: Claim): void {
  if (strangers.length === 0) return;
  const listed = seen.facts.window.flatMap((seq) => seen.records[seq] ?? []);
  const owners = uniqueBy(listed, (record) => instantOf(record.entry));
  const now = uniqueBy(identity.entries, ({ entry }) => instantOf(entry));
  for (const stranger of strangers) {
    const at = instantOf(stranger.entry) ?? '';
    const record = owners.get(at);
    if (record === undefined || now.get(at) !== stranger) continue;
    if (wordsInCommon(record.entry, stranger.entry) >= 0.5) claim(stranger, record);
  }
}

function instantOf({ publishedAt }: SourceEntry): string | undefined {
  return publishedAt === undefined ? undefined : String(publishedAt);
}

/** One entry gone and one stranger between the same two neighbours, with most of their words in common. */
function byPlace(
  seen: SeenSet,
  identity: Identity,
  known: ReadonlyMap<string, EntryRecord>,
  aliases: Readonly<Aliases>,
  free: ReadonlySet<EntryRecord>,
  claim: Claim,
): void {
  const ids = identity.entries.map(({ id }) => aliases[id] ?? seen.facts.aliases[id] ?? id);
  const window = seen.facts.window.map((seq) => seen.records[seq]);
  for (const [place, stranger] of identity.entries.entries()) {
    if (known.has(ids[place] ?? '')) continue;
    const before = ids[place - 1];
    const after = ids[place + 1];
    const spot = window.findIndex(
      (record, i) =>
        record !== undefined &&
        free.has(record) &&
        window[i - 1]?.entry.id === before &&
        window[i + 1]?.entry.id === after &&
        (before !== undefined || after !== undefined),
    );
    const record = window[spot];
    if (record !== undefined && wordsInCommon(record.entry, stranger.entry) >= 0.5) claim(stranger, record);
  }
}

/** Items by a key that only they have; a key that several share is left out. */
function uniqueBy<T>(items: readonly T[], key: (item: T) => string | undefined): Map<string, T | undefined> {
  const found = new Map<string, T | undefined>();
  for (const item of items) {
    const name = key(item);
    if (name !== undefined) found.set(name, found.has(name) ? undefined : item);
  }
  return found;
}

function wordsInCommon(a: SourceEntry, b: SourceEntry): number {
  const first = new Set(wordsOf(a));
  const second = new Set(wordsOf(b));
  if (first.size === 0 || second.size === 0) return 0;
  let shared = 0;
  for (const word of first) if (second.has(word)) shared++;
  return shared / Math.max(first.size, second.size);
}

function wordsOf(entry: SourceEntry): string[] {
  return visible(`${entry.title ?? ''} ${entry.body.text}`)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
