import type { Flag, SourceEntry } from '../../core/entry.ts';
import { parseDate } from '../../core/time/dates.ts';
import { htmlBody } from '../body/html-body.ts';
import { plainLine } from '../body/plain-line.ts';
import { cleanUrl } from '../body/urls.ts';
import { parseLenientJson } from '../wire/lenient-json.ts';

type JsonObject = Readonly<Record<string, unknown>>;

const SCRIPT = /<script\b([^>]{0,1000})>([\s\S]*?)<\/script/giu;
const ASSIGNED =
  /(?:window|self|globalThis)(?:\.|\[["'])?(?:__[A-Z][A-Z0-9_]*__|__\w+|initialState|preloadedState|pageData|liveblog\w*)(?:["']\])?\s*=\s*/giu;
const LIVE_NAMES =
  /^(?:posts?|updates?|entries|items|events?|blocks|stream|timeline|ticker|live\w*|messages|articles|results|edges|nodes|data|cards)$/iu;

/** Posts in the data that a page's framework left for its scripts (`__NEXT_DATA__`, `window.__STATE__ = …`). */
export function findState(text: string, base: string): SourceEntry[] {
  let best: SourceEntry[] = [];
  for (const json of stateOf(text)) {
    const lists: (readonly unknown[])[] = [];
    collectLists(json, '', lists, { left: 200_000 });
    for (const list of lists) {
      const entries = list.flatMap((item) => stateEntry(item, base) ?? []);
      if (isTeasers(entries, base)) continue;
      if (entries.length >= 2 && entries.length >= list.length * 0.5 && entries.length > best.length) best = entries;
    }
  }
  return best;
}

/** Stories with pages of their own are the front page's list, not the posts of this one. */
function isTeasers(entries: readonly SourceEntry[], base: string): boolean {
  const own = base.replace(/[#?].*$/u, '');
  return entries.filter(({ url }) => url !== undefined && !url.startsWith(own)).length > entries.length * 0.6;
}

function* stateOf(text: string): Generator<unknown> {
  for (const [, attributes = '', code = ''] of text.matchAll(SCRIPT)) {
    if (code.length < 100) continue;
    if (/application\/json|__NEXT_DATA__|__NUXT_DATA__/iu.test(attributes)) yield parseLenientJson(code);
    else if (!/ld\+json|\bsrc\s*=/iu.test(attributes)) yield* assignedIn(code);
  }
}

function* assignedIn(code: string): Generator<unknown> {
  for (const match of code.matchAll(ASSIGNED)) {
    const rest = code.slice(match.index + match[0].length);
    const quoted = /^JSON\.parse\(\s*("(?:[^"\\]|\\.)*")/u.exec(rest)?.[1];
    const inner = quoted === undefined ? undefined : parseLenientJson(quoted);
    if (typeof inner === 'string') yield parseLenientJson(inner);
    else if (/^[{[]/u.test(rest)) yield parseLenientJson(rest.slice(0, jsonEnd(rest)));
  }
}

/** Where the value ends that the text begins with. */
function jsonEnd(text: string): number {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (inString) {
      if (character === 92) index += 1;
      else if (character === 34) inString = false;
    } else if (character === 34) inString = true;
    else if (character === 123 || character === 91) depth += 1;
    else if (character === 125 || character === 93) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return text.length;
}

/** Lists of objects under a name that fits posts. `budget` bounds the work on huge states. */
function collectLists(
  json: unknown,
  name: string,
  lists: (readonly unknown[])[],
  budget: { left: number },
  depth = 0,
): void {
  if (typeof json !== 'object' || json === null || depth > 14 || budget.left <= 0) return;
  budget.left -= 1;
  if (Array.isArray(json)) {
    if (json.length >= 2 && LIVE_NAMES.test(name)) lists.push(json);
    for (const item of json) collectLists(item, name, lists, budget, depth + 1);
    return;
  }
  for (const [key, value] of Object.entries(json)) collectLists(value, key, lists, budget, depth + 1);
}

const DATES =
  'publishedAt published datePublished publishDate publicationDate published_at publication_date firstPublished firstPublishedAt createdAt created_at created date timestamp time pubDate displayDate eventTime'.split(
    ' ',
  );
const UPDATED = 'updatedAt updated dateModified modifiedAt updated_at lastModified lastPublished modified'.split(' ');
const BODIES =
  'bodyHtml body_html html body content articleBody text renderedBody rendered_body contentHtml message description'.split(
    ' ',
  );
const TITLES = 'title headline heading header name'.split(' ');
const IDS = 'id _id uuid guid postId entryId key'.split(' ');
const LINKS = 'url permalink link shareUrl canonicalUrl href'.split(' ');

/** An object as an entry: it needs a time and a text of its own, or it is something else. */
function stateEntry(item: unknown, base: string): SourceEntry | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const { node = item } = item as { node?: JsonObject };
  const post = node as JsonObject;
  const publishedAt = dateIn(post, DATES);
  const html = textIn(post, BODIES);
  if (publishedAt === undefined || html === undefined || isNotForReaders(post)) return undefined;
  const body = htmlBody(html, base);
  const title = plainLine(textIn(post, TITLES) ?? '');
  const updatedAt = dateIn(post, UPDATED);
  const id = textIn(post, IDS);
  const url = cleanUrl(textIn(post, LINKS), base);
  if (body.text === '' && body.media.length === 0 && title === '') return undefined;
  return {
    ...(id !== undefined && { sourceId: id }),
    ...(title !== '' && { title }),
    body,
    authors: authorsOf(post.authors ?? post.author ?? post.byline ?? post.contributors),
    publishedAt,
    ...(updatedAt !== undefined && updatedAt >= publishedAt && { updatedAt }),
    ...(url !== undefined && { url }),
    flags: flagsOf(post),
  };
}

function isNotForReaders(post: JsonObject): boolean {
  const said = [post.status, post.type, post.state, post.kind].filter((value) => typeof value === 'string').join(' ');
  return (
    /draft|deleted|submitted|comment|advert|^ad$|hidden|unpublished/iu.test(said) ||
    post.deleted === true ||
    post.hidden === true
  );
}

function textIn(post: JsonObject, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = post[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number') return String(value);
    const { html, rendered, text } = (typeof value === 'object' && value !== null ? value : {}) as JsonObject;
    const inner = html ?? rendered ?? text;
    if (typeof inner === 'string' && inner.trim() !== '') return inner;
  }
  return undefined;
}

function dateIn(post: JsonObject, keys: readonly string[]): number | undefined {
  const text = textIn(post, keys);
  return text === undefined ? undefined : parseDate(text);
}

function authorsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  const names = list.map((item) => {
    if (typeof item === 'string') return item;
    const { name, displayName, fullName } = (typeof item === 'object' && item !== null ? item : {}) as JsonObject;
    return [name, displayName, fullName].find((found) => typeof found === 'string');
  });
  return [
    ...new Set(names.flatMap((name) => (typeof name === 'string' && name.trim() !== '' ? [plainLine(name)] : []))),
  ];
}

const FLAG_KEYS: readonly (readonly [RegExp, Flag])[] = [
  [/^(?:is_?)?(?:pinned|sticky)$/iu, 'pinned'],
  [/^(?:is_?)?(?:key_?event|key_?moment|highlight(?:ed)?|important)$/iu, 'key'],
  [/^(?:is_?)?(?:breaking(?:_?news)?)$/iu, 'breaking'],
  [/^(?:is_?)?summary$/iu, 'summary'],
];

function flagsOf(post: JsonObject): Flag[] {
  const keys = Object.keys(post).filter((key) => post[key] === true);
  return FLAG_KEYS.filter(([pattern]) => keys.some((key) => pattern.test(key))).map(([, flag]) => flag);
}
