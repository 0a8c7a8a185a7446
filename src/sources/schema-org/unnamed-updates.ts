import { parseDate } from '../../core/time/dates.ts';
import { plainLine } from '../body/plain-line.ts';
import { elementAt, type Identified, identifiedIn } from './page-elements.ts';
import type { RawUpdate } from './raw-update.ts';
import type { JsonObject } from './wire.ts';

/** Of a text, how much tells it from others. */
const TELLING = 40;
/** A headline of fewer letters may be a word that stands anywhere. */
const SHORTEST = 8;
const MINUTE = 60_000;

/**
 * The ids that a page gives updates whose JSON-LD names none: an element with an id that holds the update's headline, or
 * where it has none the beginning of its text, and no other does. Of several kinds of elements (entries, boxes in them) it
 * is the one that holds most. An update that two elements could be is left alone, unless their times tell.
 */
export function idsOfUnnamed(html: string, updates: readonly RawUpdate[]): ReadonlyMap<RawUpdate, string> {
  const unnamed = updates.filter(({ fragment }) => fragment === undefined);
  if (unnamed.length === 0) return new Map();
  const wanted = new Map<string, RawUpdate[]>();
  for (const [update, key] of keysOf(unnamed)) wanted.set(key, [...(wanted.get(key) ?? []), update]);
  const places = placesIn(html, wanted);
  if (places.length === 0) return new Map();
  let best: ReadonlyMap<RawUpdate, string> = new Map();
  for (const kind of kindsOf(html)) {
    const found = joined(html, kind, places, wanted);
    if (found.size > 0 && found.size >= best.size) best = found;
  }
  // Stories with pages of their own may have the headlines of a few entries.
  return best.size * 2 >= new Set(places.map(({ key }) => key)).size ? best : new Map();
}

/** What tells each update on the page: its headline, where it has one of its own. */
function keysOf(updates: readonly RawUpdate[]): [RawUpdate, string][] {
  const headlines = new Set(updates.map(({ headline }) => headline));
  const own = headlines.size > 1 || updates.length === 1;
  return updates.flatMap((update) => {
    const title = own && update.headline !== undefined ? letters(update.headline) : '';
    const key = title.length >= SHORTEST ? title : letters(textOf(update)).slice(0, TELLING);
    return key.length >= SHORTEST ? [[update, key] as [RawUpdate, string]] : [];
  });
}

function textOf(update: RawUpdate): string {
  const { articleBody, description } = update.json() as JsonObject;
  const text = articleBody ?? description;
  return typeof text === 'string' ? text.slice(0, 600) : '';
}

function letters(text: string): string {
  return plainLine(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

type Place = { readonly at: number; readonly key: string };

const LINE = /<(h[1-6]|p)\b[^<>]*>([\s\S]{0,2000}?)<\/\1\s*>/giu;

/** Where on the page the headlines and texts stand that are looked for. */
function placesIn(html: string, wanted: ReadonlyMap<string, unknown>): Place[] {
  const places: Place[] = [];
  for (const { 1: name = '', 2: inner = '', index } of html.matchAll(LINE)) {
    const said = letters(inner);
    const key = wanted.has(said) || /^h/iu.test(name) ? said : said.slice(0, TELLING);
    if (wanted.has(key)) places.push({ at: index, key });
  }
  return places;
}

/** Elements with ids, by their name and first class, in the order of the page. */
function kindsOf(html: string): Identified[][] {
  const kinds = new Map<string, Identified[]>();
  for (const element of identifiedIn(html)) {
    const tag = html.slice(element.start, element.start + 400);
    const [, name = '', more = ''] = /^<([\w-]+)([^<>]*)/u.exec(tag) ?? [];
    const first = /\sclass\s*=\s*["']?\s*([^\s"'>]+)/u.exec(more)?.[1] ?? '';
    const kind = kinds.get(`${name}.${first}`);
    if (kind === undefined) kinds.set(`${name}.${first}`, [element]);
    else kind.push(element);
  }
  return [...kinds.values()];
}

/** The updates that elements of one kind hold, each with the id of its only element. */
function joined(
  html: string,
  kind: readonly Identified[],
  places: readonly Place[],
  wanted: ReadonlyMap<string, readonly RawUpdate[]>,
): ReadonlyMap<RawUpdate, string> {
  const holders = new Map<string, Set<Identified>>();
  let place = 0;
  for (const [index, element] of kind.entries()) {
    const next = kind[index + 1]?.start ?? html.length;
    while ((places[place]?.at ?? Infinity) < element.start) place += 1;
    for (; (places[place]?.at ?? Infinity) < next; place += 1) {
      const { key = '' } = places[place] ?? {};
      holders.set(key, (holders.get(key) ?? new Set()).add(element));
    }
  }
  const found = new Map<RawUpdate, string>();
  for (const [key, elements] of holders) {
    const updates = wanted.get(key) ?? [];
    for (const update of updates) {
      const own = onlyOne(html, update, [...elements], updates.length);
      if (own !== undefined && holds(html, own, key, places)) found.set(update, own.id);
    }
  }
  const ids = [...found.values()];
  return new Map([...found].filter(([, id]) => ids.indexOf(id) === ids.lastIndexOf(id)));
}

/** The only element that says it; of several, or for several updates, the only one with its time. */
function onlyOne(html: string, update: RawUpdate, elements: readonly Identified[], namesakes: number) {
  if (elements.length === 1 && namesakes === 1) return elements[0];
  const { datePublished } = update.json() as JsonObject;
  const at = typeof datePublished === 'string' ? parseDate(datePublished) : undefined;
  if (at === undefined) return undefined;
  const timed = elements.filter((element) =>
    timesIn(elementAt(html, element.start) ?? '').some((time) => isSame(time, at)),
  );
  return timed.length === 1 ? timed[0] : undefined;
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) < MINUTE;
}

const TIME = /\s(?:datetime|data-[a-z-]*(?:time|published|created|date)[a-z-]*)\s*=\s*["']?([^"'<>]{10,40})/giu;

function timesIn(element: string): number[] {
  return [...element.matchAll(TIME)].flatMap(([, written = '']) => parseDate(written) ?? []);
}

/** The words stand in the element, not only before the next one of its kind. */
function holds(html: string, element: Identified, key: string, places: readonly Place[]): boolean {
  const length = elementAt(html, element.start)?.length ?? 0;
  return places.some(({ at, key: said }) => said === key && at > element.start && at < element.start + length);
}
