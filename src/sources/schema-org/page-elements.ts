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
type Identified = { readonly id: string; readonly look: string; readonly start: number };

const IDENTIFIED =
  /<(?:div|article|section|li|[a-z]+-[a-z-]+)\b[^<>]{0,2000}?\s(?:id|data-id|data-[a-z]+-id)\s*=\s*["']?([^"'\s>]{1,200})/giu;

/**
 * The stretch of page text in which each entry is described: from its element to the next one's. Found by string search,
 * so that a page is not parsed as a whole for the few things it knows better than its JSON-LD.
 */
export function pageSlices(html: string, wanted: ReadonlySet<string>): Slices {
  const found: Identified[] = [];
  for (const { 0: head, 1: id = '', index } of wanted.size > 0 ? html.matchAll(IDENTIFIED) : []) {
    found.push({ id, look: head.slice(0, -id.length), start: index });
  }
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
  return (id) => byNumber.get(numberOf(id) ?? id) ?? id;
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
