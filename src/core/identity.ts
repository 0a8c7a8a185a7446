import type { SourceEntry } from './entry.ts';
import { hash } from './hash.ts';
import { visible } from './revision.ts';
import { type Placed, twinNames } from './twins.ts';
import { isOnWeb } from './web-address.ts';

/**
 * The identity ladder: `source` (the source's own id) → `permalink` → `time` (published time and author, with an ordinal)
 * → `text` (fingerprint). A blog stands on the highest rung that tells its entries apart, and stays there while it does.
 */
export type Rung = 'source' | 'permalink' | 'time' | 'text';

const LADDER: readonly Rung[] = ['source', 'permalink', 'time', 'text'];

export type Identified = { readonly id: string; readonly entry: SourceEntry };
export type Identity = {
  readonly rung: Rung;
  readonly entries: readonly Identified[];
  /** Ids of entries that were told from their equals: they were not listed before under another. */
  readonly told: ReadonlySet<string>;
};

/**
 * Gives each entry of a snapshot its id, oldest first. The same entry listed twice (a pinned copy) comes out once, with
 * the flags of both. Different entries under one id are told apart; the first keeps the id, so stored records still match.
 * Those that only differ by their place in the list get ordinals from the oldest on: a new one moves none of them, and by
 * what was listed `last` the others keep theirs when the oldest slides out.
 */
export function identify(entries: readonly SourceEntry[], blogUrl: string, known?: Rung, last?: LastListed): Identity {
  const rung = chooseRung(entries, blogUrl, known);
  const from = LADDER.indexOf(rung);
  const twins = last === undefined ? NONE : namesOfTwins(entries, blogUrl, from, last);
  const taken = new Map<string, Taken>();
  const ordered: Taken[] = [];
  const ordinals = new Map<string, number>();
  for (const [place, entry] of entries.entries()) {
    const id = twins.get(place) ?? candidate(entry, blogUrl, from);
    const owner = taken.get(id);
    if (owner === undefined) {
      ordered.push(claim(taken, id, entry));
    } else if (isSameEntry(owner.entry, entry, id)) {
      owner.entry = mergeCopies(owner.entry, entry);
    } else {
      placeCollision({ taken, ordered, ordinals }, id, entry);
    }
  }
  return { rung, entries: ordered, told: new Set(twins.values()) };
}

/** What a blog listed at its last look, oldest first, and whether it ever gave an id. */
export type LastListed = { entries(): readonly Identified[]; isNamed(id: string): boolean };

const NONE: ReadonlyMap<number, string> = new Map();

function namesOfTwins(
  entries: readonly SourceEntry[],
  blogUrl: string,
  from: number,
  last: LastListed,
): ReadonlyMap<number, string> {
  if (!entries.some(isNameless)) return NONE;
  const placed = (entry: SourceEntry, id: string): Placed => ({
    id,
    twin: isNameless(entry) ? `${candidate(entry, blogUrl, from)}\n${textKey(entry)}` : undefined,
  });
  const now = entries.map((entry) => placed(entry, candidate(entry, blogUrl, from)));
  const then = last.entries().map(({ id, entry }) => placed(entry, id));
  return twinNames(now, { listed: then, isNamed: last.isNamed }, (place, ordinal) => {
    const entry = entries[place];
    const id = now[place]?.id ?? '';
    return entry === undefined || ordinal === 1 ? id : ordinalName(siblingOf(id, entry), ordinal - 1);
  });
}

function isNameless({ listedOnce, sourceId, url }: SourceEntry): boolean {
  return listedOnce === true && sourceId === undefined && !isOnWeb(url);
}

function siblingOf(id: string, entry: SourceEntry): string {
  return `${id}~${hash(addressOf(entry) ?? timeKey(entry) ?? textKey(entry)).slice(0, 8)}`;
}

function ordinalName(sibling: string, ordinal: number): string {
  return ordinal === 1 ? sibling : `${sibling}/${ordinal}`;
}

type Taken = { readonly id: string; entry: SourceEntry };

function claim(taken: Map<string, Taken>, id: string, entry: SourceEntry): Taken {
  const owner = { id, entry };
  taken.set(id, owner);
  return owner;
}

type Places = {
  readonly taken: Map<string, Taken>;
  readonly ordered: Taken[];
  /** How many of a name there are, so that thousands that say the same are not counted anew for each. */
  readonly ordinals: Map<string, number>;
};

function placeCollision({ taken, ordered, ordinals }: Places, id: string, entry: SourceEntry): void {
  const sibling = siblingOf(id, entry);
  const isCounted = entry.listedOnce === true && !isOnWeb(entry.url);
  for (let ordinal = isCounted ? (ordinals.get(sibling) ?? 1) : 1; ; ordinal++) {
    const name = ordinalName(sibling, ordinal);
    const owner = taken.get(name);
    if (owner === undefined) {
      ordered.push(claim(taken, name, entry));
      ordinals.set(sibling, ordinal + 1);
      return;
    }
    if (isSameEntry(owner.entry, entry, name)) {
      owner.entry = mergeCopies(owner.entry, entry);
      return;
    }
  }
}

function chooseRung(entries: readonly SourceEntry[], blogUrl: string, known: Rung | undefined): Rung {
  if (entries.length === 0) return known ?? 'source';
  if (known !== undefined && distinctShare(entries, known, blogUrl) >= 0.5) return known;
  return LADDER.find((rung) => distinctShare(entries, rung, blogUrl) >= 0.8) ?? 'text';
}

/**
 * How many of the entries a rung tells apart, 0 to 1; listed copies count as told apart. Those that a list gives no id are
 * asked for on lower rungs, and stand against no rung that others have.
 */
function distinctShare(entries: readonly SourceEntry[], rung: Rung, blogUrl: string): number {
  const distinct = new Map<string, SourceEntry>();
  let told = 0;
  let idless = 0;
  for (const entry of entries) {
    const key = rungKey(entry, rung, blogUrl);
    if (key === undefined) {
      if (entry.listedOnce === true) idless++;
      continue;
    }
    const owner = distinct.get(key);
    if (owner === undefined) distinct.set(key, entry);
    if (owner === undefined || rung === 'time' || isSameEntry(owner, entry, key)) told++;
  }
  return told === 0 ? 0 : (told + idless) / entries.length;
}

/** The entry's key on the rung, or on the next lower one that it has. */
function candidate(entry: SourceEntry, blogUrl: string, from: number): string {
  for (let place = from; place < LADDER.length; place += 1) {
    const key = rungKey(entry, LADDER[place] ?? 'text', blogUrl);
    if (key !== undefined) return key;
  }
  return textKey(entry);
}

/** An entry's id on a blog's rung, when it has one there; whether it is the only one with it is for the caller to see. */
export function idOn(entry: SourceEntry, rung: Rung, blogUrl: string): string | undefined {
  return rungKey(entry, rung, blogUrl);
}

function rungKey(entry: SourceEntry, rung: Rung, blogUrl: string): string | undefined {
  switch (rung) {
    case 'source':
      return entry.sourceId === undefined || entry.sourceId.trim() === '' ? undefined : entry.sourceId.trim();
    case 'permalink':
      return ownAddress(entry, blogUrl);
    case 'time':
      return timeKey(entry);
    case 'text':
      return textKey(entry);
  }
}

function ownAddress(entry: SourceEntry, blogUrl: string): string | undefined {
  const address = addressOf(entry);
  return address === undefined || sameAddress(address, blogUrl) ? undefined : address;
}

/** A relative reference, which a file gives, is no name: read from the web, the entry would have another. */
function addressOf({ url }: SourceEntry): string | undefined {
  return isOnWeb(url) ? url : undefined;
}

function timeKey(entry: SourceEntry): string | undefined {
  if (entry.publishedAt === undefined) return undefined;
  const author = visible(entry.authors.join(' ')).toLowerCase().replace(/\s+/gu, '-');
  return `${new Date(entry.publishedAt).toISOString().replace('.000Z', 'Z')}/${author}`;
}

function textKey(entry: SourceEntry): string {
  const media = entry.body.media.map((item) => item.url).join(' ');
  return `text-${hash(`${visible(entry.title ?? '')}\n${visible(entry.body.text)}\n${media}`)}`;
}

/** Two listings of one entry: the same words, the same address of its own, or the same instant with one shown aside. */
function isSameEntry(a: SourceEntry, b: SourceEntry, id: string): boolean {
  if (isAnother(a, b)) return false;
  if (textKey(a) === textKey(b)) {
    return a.publishedAt === undefined || b.publishedAt === undefined || a.publishedAt === b.publishedAt;
  }
  if (a.sourceId !== id || b.sourceId !== id) return false;
  if (a.aside === true || b.aside === true) return true;
  return isOnWeb(a.url) && a.url === b.url && a.publishedAt === b.publishedAt;
}

/** Entries that say the same under different names, or without any in a list that holds each once, repeat each other. */
function isAnother(a: SourceEntry, b: SourceEntry): boolean {
  if (a.listedOnce === true || b.listedOnce === true) {
    return !isOnWeb(a.url) || a.url !== b.url || a.sourceId !== b.sourceId;
  }
  if (a.sourceId !== undefined && b.sourceId !== undefined) return a.sourceId !== b.sourceId;
  return isOnWeb(a.url) && isOnWeb(b.url) && a.url !== b.url;
}

/** The listing in the page's own run wins; flags of both hold. */
function mergeCopies(a: SourceEntry, b: SourceEntry): SourceEntry {
  const [main, other] = a.aside === true && b.aside !== true ? [b, a] : [a, b];
  return { ...other, ...main, flags: [...new Set([...a.flags, ...b.flags])], aside: main.aside === true };
}

function sameAddress(a: string, b: string): boolean {
  return (
    a === b ||
    (a.replace(/#.*$/u, '').replace(/\/$/u, '') === b.replace(/#.*$/u, '').replace(/\/$/u, '') && !a.includes('#'))
  );
}
