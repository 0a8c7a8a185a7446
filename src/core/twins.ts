/*
 * Entries without a name of their own that say the same, in a list that holds each once: which of those known they are can
 * only be told by what stands beside them. When the oldest slides out, the others must not move up to its name.
 */

/** A listed entry. `twin`: what it shares with its equals; undefined for entries that have a name. */
export type Placed = { readonly id: string; readonly twin: string | undefined };

/** What was listed before, in its order, and every name ever given. */
export type Before = { readonly listed: readonly Placed[]; isNamed(id: string): boolean };

/** The names of those that have equals, by place. `nameAt` makes the names of one kind, from the first on. */
export function twinNames(
  listed: readonly Placed[],
  before: Before,
  nameAt: (place: number, ordinal: number) => string,
): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const now = byTwin(listed);
  if (now.size === 0) return names;
  const then = byTwin(before.listed);
  const anchor = firstThatStayed(listed, before.listed, now, then);
  const hasSlid = anchor !== undefined && slidOut(listed, before.listed, anchor) > 1;
  for (const [twin, places] of now) {
    const known = then.get(twin) ?? [];
    if (known.length === 0) continue;
    // One that is alone stays itself wherever it moved, unless others slid out with it: then the same was said again.
    const isAlone = known.length === 1 && places.length === 1 && !hasSlid;
    const stood = isAlone ? known : paired(places, known, anchor);
    nameAll(places, stood, before, names, nameAt);
  }
  return names;
}

function byTwin(listed: readonly Placed[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, { twin }] of listed.entries()) {
    if (twin === undefined) continue;
    const known = places.get(twin);
    if (known === undefined) places.set(twin, [place]);
    else known.push(place);
  }
  return places;
}

type Anchor = { readonly now: number; readonly before: number };

/**
 * The oldest entry that was listed before, by the move that most made: one that slid out, and came again in the same words,
 * has made another.
 */
function firstThatStayed(
  listed: readonly Placed[],
  before: readonly Placed[],
  now: ReadonlyMap<string, readonly number[]>,
  then: ReadonlyMap<string, readonly number[]>,
): Anchor | undefined {
  const places = new Map(before.map(({ id }, place) => [id, place]));
  const stayed = listed.flatMap(({ id, twin }, place): Anchor[] => {
    const stood = places.get(id);
    const isAlone = twin === undefined || (now.get(twin)?.length === 1 && then.get(twin)?.length === 1);
    return stood === undefined || !isAlone ? [] : [{ now: place, before: stood }];
  });
  const moves = new Map<number, number>();
  for (const anchor of stayed) moves.set(moveOf(anchor), (moves.get(moveOf(anchor)) ?? 0) + 1);
  const most = Math.max(...moves.values());
  return stayed.find((anchor) => moves.get(moveOf(anchor)) === most);
}

/** How many that were older than the anchor are gone, or stand above it now. */
function slidOut(listed: readonly Placed[], before: readonly Placed[], anchor: Anchor): number {
  const kept = new Set(listed.slice(0, anchor.now).map(({ id, twin }) => twin ?? id));
  return before.slice(0, anchor.before).filter(({ id, twin }) => !kept.has(twin ?? id)).length;
}

function moveOf({ now, before }: Anchor): number {
  return before - now;
}

/** For each place, the place where the same one stood; counted from the anchor both ways, without one from the newest. */
function paired(
  places: readonly number[],
  known: readonly number[],
  anchor: Anchor | undefined,
): readonly (number | undefined)[] {
  const shift =
    anchor === undefined
      ? Math.max(0, known.length - places.length)
      : known.filter((place) => place < anchor.before).length - places.filter((place) => place < anchor.now).length;
  return places.map((_, index) => known[index + shift]);
}

function nameAll(
  places: readonly number[],
  stood: readonly (number | undefined)[],
  before: Before,
  names: Map<number, string>,
  nameAt: (place: number, ordinal: number) => string,
): void {
  let ordinal = 1;
  for (const [index, place] of places.entries()) {
    const known = stood[index] === undefined ? undefined : before.listed[stood[index]]?.id;
    let name = known ?? nameAt(place, ordinal);
    while (known === undefined && before.isNamed(name)) name = nameAt(place, ++ordinal);
    if (known === undefined) ordinal += 1;
    names.set(place, name);
  }
}
