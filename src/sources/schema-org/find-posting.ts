import type { Document } from '../../ports/source.ts';
import { parseLenientJson } from '../wire/lenient-json.ts';
import { splitUpdates } from './split-updates.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * An update as written: as parsed JSON, or as text that nobody has parsed yet, to be compared with the last read first.
 */
export type RawUpdate = { readonly raw: unknown } | { readonly start: string; readonly text: string };

/** One `LiveBlogPosting` as written, and its updates in the order of the document. */
export type RawPosting = {
  readonly posting: JsonObject;
  readonly updates: readonly RawUpdate[];
  /** The block it was cut from, to be parsed as a whole should one of the cuts be wrong. */
  readonly block?: string;
};

export type Found = {
  readonly postings: readonly RawPosting[];
  /** Blocks that name a live blog and could not be read even leniently. */
  readonly broken: number;
  /** The document without its JSON-LD, for what the page itself says. */
  readonly rest: string;
};

const cache = new WeakMap<Document, Found>();

/** The live blogs that a document declares in JSON-LD. A document is searched once, however often it is asked about. */
export function findPostings(document: Document): Found {
  const known = cache.get(document);
  if (known !== undefined) return known;
  const found = search(document.text);
  cache.set(document, found);
  return found;
}

function search(text: string): Found {
  const { blocks, rest } = isJson(text) ? { blocks: [text], rest: '' } : jsonLdBlocks(text);
  const postings: RawPosting[] = [];
  let broken = 0;
  for (const block of blocks) {
    if (!/LiveBlog/u.test(block)) continue;
    const cut = cutPosting(block);
    if (cut !== undefined) postings.push(cut);
    else if (!parseBlock(block, postings)) broken += 1;
  }
  return { postings, broken, rest };
}

/** Adds all live blogs of a block; false when it cannot be read. */
function parseBlock(block: string, postings: RawPosting[]): boolean {
  const json = parseLenientJson(block);
  if (json === undefined) return false;
  collect(json, postings, 0);
  return true;
}

/** The one live blog of a block, its updates unparsed; undefined when the block has to be parsed as a whole. */
function cutPosting(block: string): RawPosting | undefined {
  const split = splitUpdates(block);
  if (split === undefined) return undefined;
  const { start } = split;
  const postings: RawPosting[] = [];
  collect(split.shell, postings, 0);
  const [only, second] = postings;
  if (only === undefined || second !== undefined || only.updates.length > 0) return undefined;
  return { posting: only.posting, updates: split.texts.map((text) => ({ start, text })), block };
}

/** The same live blog with every update parsed. */
export function parseWhole(found: RawPosting): RawPosting {
  const postings: RawPosting[] = [];
  if (found.block === undefined || !parseBlock(found.block, postings)) return { ...found, updates: [] };
  return postings.find(({ updates }) => updates.length > 0) ?? { ...found, updates: [] };
}

function isJson(text: string): boolean {
  return /^[\s\uFEFF]*[{[]/u.test(text.slice(0, 2000));
}

const OPEN = /<script\b[^>]{0,2000}?\btype\s*=\s*["']?\s*application\/(?:ld\+)?json(?:[\s;"'][^>]{0,2000})?>/giu;

/** Found by string search: a full parse of a page costs more than all the rest of reading it. */
function jsonLdBlocks(text: string): { blocks: string[]; rest: string } {
  const blocks: string[] = [];
  const rest: string[] = [];
  let from = 0;
  OPEN.lastIndex = 0;
  for (let open = OPEN.exec(text); open !== null; open = OPEN.exec(text)) {
    const start = open.index + open[0].length;
    const end = scriptEnd(text, start);
    if (/ld\+json/iu.test(open[0])) blocks.push(text.slice(start, end));
    rest.push(text.slice(from, open.index));
    from = end;
    OPEN.lastIndex = end;
  }
  rest.push(text.slice(from));
  return { blocks, rest: rest.join('') };
}

function scriptEnd(text: string, start: number): number {
  const close = text.indexOf('</script', start);
  if (close !== -1) return close;
  const upper = text.indexOf('</SCRIPT', start);
  return upper === -1 ? text.length : upper;
}

const MAX_DEPTH = 8;

/** Live blogs stand alone, in arrays, in `@graph`, or inside another type (`mainEntity`, `hasPart`). */
function collect(json: unknown, postings: RawPosting[], depth: number): void {
  if (depth > MAX_DEPTH || typeof json !== 'object' || json === null) return;
  if (Array.isArray(json)) {
    for (const item of json) collect(item, postings, depth + 1);
    return;
  }
  const object = json as JsonObject;
  if (isType(object, 'LiveBlogPosting')) {
    postings.push({ posting: object, updates: updatesOf(object).map((raw) => ({ raw })) });
    return;
  }
  for (const value of Object.values(object)) if (typeof value === 'object') collect(value, postings, depth + 1);
}

/** `@type` is a name, a list of names, or a full address; case is not always kept. */
export function isType(object: JsonObject, name: string): boolean {
  const type = object['@type'];
  const types = Array.isArray(type) ? type : [type];
  return types.some((item) => typeof item === 'string' && item.toLowerCase().endsWith(name.toLowerCase()));
}

function updatesOf(posting: JsonObject): readonly unknown[] {
  for (const key of ['liveBlogUpdate', 'liveBlogUpdates', 'blogPost', 'blogPosts', 'liveBlogPosts']) {
    const value = posting[key];
    if (value === undefined || value === null) continue;
    const list = listOf(value);
    if (list.length > 0) return list;
  }
  return [];
}

/** A list, one object, or an `ItemList` around them. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => (Array.isArray(item) ? item : [item]));
  if (typeof value !== 'object' || value === null) return [];
  const { itemListElement: elements } = value as JsonObject;
  if (elements === undefined) return [value];
  return listOf(elements).map((element) => {
    const item = (element as JsonObject | null)?.item;
    return typeof item === 'object' && item !== null ? item : element;
  });
}
