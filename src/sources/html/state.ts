import type { SourceEntry } from '../../core/entry.ts';
import { isObject, type JsonObject } from '../wire/json.ts';
import { stateEntry } from './state-entry.ts';
import { withReferences } from './state-graph.ts';
import { statesIn } from './state-scripts.ts';

/** What a list of posts is called, alone or at the end of its name ("liveblogPosts"). */
const LIST_NAMES =
  /(?:posts?|updates?|entries|items|events?|blocks|stream|timeline|ticker|live\w*|messages|articles|results|edges|nodes|data|cards|news|content_elements|commentary|children|list|byId|entities)$/iu;
/** What holds other things than posts, in all that lies under it. */
const OTHER_NAMES =
  /related|comment(?!ar)|discussion|recommend|repl(?:y|ies)|reaction|popular|trending|teaser|most-?_?(?:read|viewed|shared|recent|popular)|promo|advert|sponsor|author|navigation|menu|footer|contentCache|sidebar/iu;
const LIVE_NAMES = /live|ticker|timeline|blog|commentary|updates$/iu;

type List = { readonly items: readonly unknown[]; readonly isLive: boolean };

/**
 * Posts in the data that a page's framework left for its scripts. Of several lists the one that is called live wins, then the
 * one with titles, then the longest; comments and stories of other pages are none.
 */
export function findState(text: string, base: string): SourceEntry[] {
  const refers = text.includes('__ref');
  let best: SourceEntry[] = [];
  let most = 0;
  for (const json of statesIn(text)) {
    const lists: List[] = [];
    collectLists(json, { name: '', isLive: false, depth: 0 }, lists, { left: 200_000 });
    for (const { items, isLive } of lists) {
      if (areAnswers(items)) continue;
      const entries = items.flatMap((item) => stateEntry(refers ? withReferences(item, json) : item, base) ?? []);
      if (entries.length < 2 || entries.length < items.length * 0.5 || isTeasers(entries, base)) continue;
      const weight = entries.length * (isLive ? 4 : 1) * (1 + titledShare(entries));
      if (weight > most) [best, most] = [entries, weight];
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

type Place = { readonly name: string; readonly isLive: boolean; readonly depth: number };

/** Lists of objects under a name that fits posts. `budget` bounds the work on huge states. */
function collectLists(json: unknown, place: Place, lists: List[], budget: { left: number }): void {
  const { name, depth } = place;
  if (typeof json !== 'object' || json === null || depth > 14 || budget.left <= 0) return;
  budget.left -= 1;
  const isLive = place.isLive || LIVE_NAMES.test(name);
  if (Array.isArray(json)) {
    if (json.length >= 2 && LIST_NAMES.test(name)) lists.push({ items: json, isLive });
    for (const item of json) collectLists(item, { name, isLive, depth: depth + 1 }, lists, budget);
    return;
  }
  for (const items of keyedLists(json as JsonObject, name)) lists.push({ items, isLive });
  for (const [key, value] of Object.entries(json)) {
    if (!OTHER_NAMES.test(key)) collectLists(value, { name: key, isLive, depth: depth + 1 }, lists, budget);
  }
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
