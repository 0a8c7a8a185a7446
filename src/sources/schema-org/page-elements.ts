/** No entry of a page is longer than this; the last one has no successor to end it. */
const LONGEST = 60_000;

export type Slices = {
  /** By the ids that were wanted. */
  readonly wanted: ReadonlyMap<string, string>;
  /** By ids that nobody named, on elements written just like those of the wanted: entries that only the page has. */
  readonly others: ReadonlyMap<string, string>;
  /** The wanted id that an id of the page means; itself where it means none. */
  readonly meant: (id: string) => string;
};

/** An element with an id: `look` is how its tag is written up to there. */
export type Identified = { readonly id: string; readonly look: string; readonly start: number };

const IDENTIFIED =
  /<(?:div|article|section|li|[a-z]+-[a-z-]+)\b[^<>]{0,2000}?\s(?:id|data-id|data-[a-z]+-id)\s*=\s*["']?([^"'\s>]{1,200})/giu;

const OTHER_ID = /\s(?:id|data-id|data-[a-z]+-id)\s*=\s*["']?([^"'\s>]{1,200})/giu;

/** Elements with ids. Of several ids of one element it is the first that is `wanted`, else the first. */
export function identifiedIn(html: string, wanted?: ReadonlySet<string>): Identified[] {
  const found: Identified[] = [];
  for (const { 0: head, 1: id = '', index } of html.matchAll(IDENTIFIED)) {
    const later = wanted === undefined || wanted.has(id) ? undefined : laterId(html, index + head.length, wanted);
    found.push(
      later === undefined
        ? { id, look: head.slice(0, -id.length), start: index }
        : { id: later, look: kindOf(head), start: index },
    );
  }
  return found;
}

/** A wanted id further on in the tag. */
function laterId(html: string, from: number, wanted: ReadonlySet<string>): string | undefined {
  const end = html.indexOf('>', from);
  const rest = end === -1 || end - from > LONGEST_TAG ? '' : html.slice(from, end);
  if (!rest.includes('id')) return undefined;
  for (const [, id = ''] of rest.matchAll(OTHER_ID)) if (wanted.has(id)) return id;
  return undefined;
}

const LONGEST_TAG = 2000;

/**
 * The stretch of page text in which each entry is described: from its element to the next one's. Found by string search,
 * so that a page is not parsed as a whole for the few things it knows better than its JSON-LD.
 */
export function pageSlices(html: string, wanted: ReadonlySet<string>): Slices {
  const found = wanted.size > 0 ? identifiedIn(html, wanted) : [];
  const meant = meaning(found, wanted);
  const own = ownElements(found, wanted, meant);
  const looks = new Set([...own.values()].flatMap(({ id, look }) => [look, `${look}${kindOf(id)}`]));
  const seen = new Set<string>();
  const entries = found.filter((element) => {
    const { id, look } = element;
    if (wanted.has(meant(id))) return own.get(meant(id)) === element;
    const isNew = looks.has(look) && looks.has(`${look}${kindOf(id)}`) && !seen.has(id);
    seen.add(id);
    return isNew;
  });
  const slices = entries.map(
    ({ id, start }, place) => [meant(id), html.slice(start, end(html, start, entries[place + 1]?.start))] as const,
  );
  return {
    wanted: new Map(slices.filter(([id]) => wanted.has(id))),
    others: new Map(slices.filter(([id]) => !wanted.has(id))),
    meant,
  };
}

/**
 * Pages write the ids of their JSON-LD, or put another word in front of the same number ("post-1288914" for
 * "liveblogPost1288914"): then the number tells, if it is long enough to be nobody else's.
 */
function meaning(found: readonly Identified[], wanted: ReadonlySet<string>): (id: string) => string {
  if (found.some(({ id }) => wanted.has(id))) return (id) => id;
  const byNumber = new Map([...wanted].map((id) => [numberOf(id), id] as const));
  const renamed = renaming(found, byNumber);
  return (id) => byNumber.get(numberOf(id) ?? id) ?? renamed(id);
}

/** The word before the number as the JSON-LD writes it, also before numbers that only the page has. */
function renaming(
  found: readonly Identified[],
  byNumber: ReadonlyMap<string | undefined, string>,
): (id: string) => string {
  for (const { id } of found) {
    const number = numberOf(id);
    const theirs = number === undefined ? undefined : byNumber.get(number);
    if (number === undefined || theirs === undefined) continue;
    const before = id.slice(0, -number.length);
    const instead = theirs.slice(0, -number.length);
    return (other) =>
      other.startsWith(before) && other.slice(before.length) === numberOf(other)
        ? instead + other.slice(before.length)
        : other;
  }
  return (id) => id;
}

function numberOf(id: string): string | undefined {
  return /(?:\d{5,}|(?=[a-f]*\d)[a-f\d]{12,})$/u.exec(id)?.[0];
}

/**
 * The element of each wanted id. One id may stand on several: on the entry, in the list of key events, on its buttons. The
 * entry's is of the look that most wanted ids have, of two such the later: lists stand before what they list.
 */
function ownElements(
  found: readonly Identified[],
  wanted: ReadonlySet<string>,
  meant: (id: string) => string,
): Map<string, Identified> {
  const counts = new Map<string, Set<string>>();
  const candidates = found.filter(({ id }) => wanted.has(meant(id)));
  for (const { id, look } of candidates) counts.set(look, (counts.get(look) ?? new Set()).add(meant(id)));
  const own = new Map<string, Identified>();
  for (const element of candidates) {
    const known = own.get(meant(element.id));
    const isBetter =
      known === undefined ||
      (known.look !== element.look && (counts.get(element.look)?.size ?? 0) >= (counts.get(known.look)?.size ?? 0));
    if (isBetter) own.set(meant(element.id), element);
  }
  return own;
}

/** Ids of one kind differ in what counts: "post-17" and "post-4" are one kind, "advert-4" is another. */
function kindOf(id: string): string {
  return id.replace(/[a-z\d]*\d[a-z\d]*/giu, '0');
}

function end(html: string, start: number, next: number | undefined): number {
  return Math.min(next ?? html.length, start + LONGEST, html.length);
}

const LONGEST_ELEMENT = 20_000;

/** The element that begins here, whole; undefined when it does not end soon. */
export function elementAt(html: string, start: number): string | undefined {
  const text = html.slice(start, start + LONGEST_ELEMENT);
  const name = /^<([a-z]+)/iu.exec(text)?.[1];
  let depth = 0;
  for (const tag of text.matchAll(new RegExp(`<(/?)${name}\\b`, 'giu'))) {
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return text.slice(0, tag.index);
  }
  return undefined;
}
