import type { SourceEntry } from '../../../core/entry.ts';
import { isObject, type JsonObject } from '../../wire/json.ts';
import { parseLenientJson } from '../../wire/lenient-json.ts';
import { stateEntry } from './entry.ts';
import { storeIn, withReferences } from './graph.ts';
import { statesIn } from './scripts.ts';

/** What a list of posts is called, alone or at the end of its name ("liveblogPosts"). */
const LIST_NAMES =
  /(?:posts?|updates?|entries|items|events?|blocks|stream|timeline|ticker|live\w*|messages|articles|results|edges|nodes|data|cards|news|content_elements|commentary|children|list|byId|entities|logs?|notes|beitr(?:ae|ä)ge|eintr(?:ae|ä)ge|wpisy|minutos|publicaciones)$/iu;
/** What holds other things than posts, in all that lies under it. */
const OTHER_NAMES =
  /related|comment(?!ar)|discussion|recommend|repl(?:y|ies)|reaction|popular|trending|teaser|most-?_?(?:read|viewed|shared|recent|popular)|promo|advert|sponsor|author|navigation|menu|footer|contentCache|sidebar/iu;
const LIVE_NAMES = /live|ticker|timeline|blog|commentary|updates$/iu;

type List = { readonly items: readonly unknown[]; readonly isLive: boolean; readonly runs?: boolean };

/** `runs`: what is said beside the posts of whether the blog goes on. */
export type State = { readonly entries: readonly SourceEntry[]; readonly runs?: boolean };

/**
 * Posts in the data that a page's framework left for its scripts. Of several lists the one that is called live wins, then the
 * one with titles, then the longest; comments and stories of other pages are none.
 */
export function findState(text: string, base: string): State {
  return bestState(statesIn(text), base, text.includes('__ref'));
}

/** The same in data that was parsed already. */
export function bestState(states: Iterable<unknown>, base: string, refers: boolean): State {
  let best: State = { entries: [] };
  let most = 0;
  for (const json of states) {
    const lists: List[] = [];
    const store = refers ? storeIn(json) : json;
    collectLists(json, { name: '', isLive: false, depth: 0 }, lists, { left: 200_000 });
    for (const { items, isLive, runs } of lists) {
      if (areAnswers(items)) continue;
      const entries = items.flatMap((item) => stateEntry(refers ? withReferences(item, store) : item, base) ?? []);
      if (entries.length < 2 || entries.length < items.length * 0.5 || isTeasers(entries, base)) continue;
      const weight = entries.length * (isLive ? 4 : 1) * (1 + titledShare(entries));
      if (weight > most) [best, most] = [{ entries, ...(runs !== undefined && { runs }) }, weight];
    }
  }
  return best;
}

function titledShare(entries: readonly SourceEntry[]): number {
  return entries.filter(({ title }) => title !== undefined).length / entries.length;
}

/** What readers wrote: it answers something, or can be voted on, and has no title. */
function areAnswers(items: readonly unknown[]): boolean {
  const answers = items.filter((item) => isObject(item) && isAnswer(item));
  return answers.length > items.length * 0.6;
}

function isAnswer(item: JsonObject): boolean {
  if (item.title !== undefined || item.headline !== undefined) return false;
  return Object.keys(item).some((name) =>
    /^(?:replies|reply_?count|parent_?(?:id|comment)|up_?votes|down_?votes|in_?reply_?to\w*)$/iu.test(name),
  );
}

/** Stories with pages of their own are the front page's list, not the posts of this one. */
function isTeasers(entries: readonly SourceEntry[], base: string): boolean {
  const own = base.replace(/[#?].*$/u, '');
  return entries.filter(({ url }) => url !== undefined && !url.startsWith(own)).length > entries.length * 0.6;
}

const RUNNING =
  /^(?:live|active|activ[eo]|ongoing|running|open|laufend|started|in_?progress|en_?(?:cours|vivo|directo))$/iu;
const OVER =
  /^(?:closed|ended|finished|archived|complete[d]?|over|inactive|beendet|termin(?:ated|é|ado)|finalizado)$/iu;

/** Whether a blog goes on, by what its object says of itself. */
function runsIn(blog: JsonObject): boolean | undefined {
  for (const name of ['isLive', 'is_live', 'live', 'isActive', 'isLiveBlogActive']) {
    const said = blog[name];
    if (typeof said === 'boolean') return said;
  }
  for (const name of ['liveStatus', 'live_status', 'liveblogStatus', 'blog_status', 'status', 'state']) {
    const said = blog[name];
    if (typeof said === 'string' && (RUNNING.test(said) || OVER.test(said))) return RUNNING.test(said);
  }
  return undefined;
}

type Place = {
  readonly name: string;
  readonly isLive: boolean;
  readonly depth: number;
  readonly runs?: boolean | undefined;
};

/** Lists of objects under a name that fits posts. `budget` bounds the work on huge states. */
function collectLists(json: unknown, place: Place, lists: List[], budget: { left: number }): void {
  const { name, depth } = place;
  if (typeof json !== 'object' || json === null || depth > 14 || budget.left <= 0) return;
  budget.left -= 1;
  const isLive = place.isLive || LIVE_NAMES.test(name);
  if (Array.isArray(json)) {
    if (json.length >= 2 && (LIST_NAMES.test(name) || tellsPlay(json)))
      lists.push({ items: json, isLive, ...said(place.runs) });
    for (const item of json) collectLists(item, { name, isLive, depth: depth + 1 }, lists, budget);
    return;
  }
  for (const items of keyedLists(json as JsonObject, name)) lists.push({ items, isLive, ...said(place.runs) });
  const runs = runsIn(json as JsonObject);
  for (const [key, written] of Object.entries(json)) {
    const value = typeof written === 'string' && JSON_TEXT.test(written) ? parseLenientJson(written) : written;
    if (!OTHER_NAMES.test(key) || tellsPlay(value))
      collectLists(value, { name: key, isLive, depth: depth + 1, runs }, lists, budget);
  }
}

const PLAY = /^(?:overs?(?:_?(?:number|actual|unique|id))?|balls?(?:_?number)?|innings(?:_?(?:number|id))?)$/iu;

/** Comments on a match: most of them name the over, ball or innings they are about. */
function tellsPlay(value: unknown): value is readonly unknown[] {
  if (!Array.isArray(value) || value.length < 2) return false;
  const placed = value.filter((item) => isObject(item) && Object.keys(item).some((name) => PLAY.test(name)));
  return placed.length > value.length * 0.6;
}

/** An answer that was fetched while the page was drawn is kept as a text. https://svelte.dev/docs/kit/load */
const JSON_TEXT = /^\s*(?:\{\s*"|\[\s*\{\s*")/u;

function said(runs: boolean | undefined): { runs?: boolean } {
  return runs === undefined ? {} : { runs };
}

const KEYED = /^([A-Z]\w+):[\w:-]+$/u;

/** Stores keep things by key: `{"Update:1": {…}, "Update:2": {…}}`, or `{posts: {"a1": {…}, "a2": {…}}}`. */
function keyedLists(map: JsonObject, name: string): (readonly unknown[])[] {
  const kinds = new Map<string, unknown[]>();
  for (const [key, value] of Object.entries(map)) {
    const kind = KEYED.exec(key)?.[1] ?? (LIST_NAMES.test(name) ? '' : undefined);
    if (kind === undefined || OTHER_NAMES.test(kind) || !isObject(value)) continue;
    const list = kinds.get(kind);
    if (list === undefined) kinds.set(kind, [value]);
    else list.push(value);
  }
  return [...kinds.values()].filter((list) => list.length >= 2);
}
