import type { Document } from '../../ports/source.ts';
import { parseLenientJson } from '../wire/lenient-json.ts';
import { abridge, CUT_OUT, type KnownUpdates, NOTHING_KNOWN } from './known-updates.ts';
import { type RawUpdate, rawUpdate } from './raw-update.ts';
import { type Described, describedIn, resolvedUpdates } from './references.ts';
import { salvage } from './salvage.ts';
import { isType, type JsonObject } from './wire.ts';

/** One `LiveBlogPosting` as written, and its updates as written, in the order of the document. */
export type RawPosting = {
  readonly posting: JsonObject;
  readonly updates: readonly RawUpdate[];
  /** True when it stood in broken JSON: there may be more updates than could be read. */
  readonly salvaged?: true;
};

export type Found = {
  readonly postings: readonly RawPosting[];
  /** Blocks that name a live blog and could not be read even leniently. */
  readonly broken: number;
  /** The document without its JSON-LD, for what the page itself says. */
  readonly rest: string;
  /** All its JSON-LD describes; asked for by few. */
  readonly described: () => Described;
};

const cache = new WeakMap<Document, Found>();

/** The live blogs that a document declares in JSON-LD. A document is searched once, however often it is asked about. */
export function findPostings(document: Document, known: KnownUpdates = NOTHING_KNOWN): Found {
  const searched = cache.get(document);
  if (searched !== undefined) return searched;
  const found = search(document.text, known);
  cache.set(document, found);
  return found;
}

function search(text: string, known: KnownUpdates): Found {
  const { blocks, rest } = isJson(text) ? { blocks: [text], rest: '' } : jsonLdBlocks(text);
  const postings: RawPosting[] = [];
  const roots: unknown[] = [];
  let broken = 0;
  for (const block of blocks) {
    if (!block.includes(MARK)) continue;
    const read = readAbridged(block, known) ?? readWhole(block) ?? readSalvaged(block, known);
    if (read === undefined) broken += 1;
    else {
      collect(read.json, { postings, ...read }, 0);
      roots.push(read.json);
    }
  }
  const described = describing(
    blocks.filter((block) => !block.includes(MARK)),
    roots,
  );
  const whole = ({ updates, ...found }: RawPosting): RawPosting => ({
    ...found,
    updates: resolvedUpdates(found.posting, updates, described),
  });
  return { postings: postings.map(whole), broken, rest, described };
}

function describing(others: readonly string[], roots: readonly unknown[]): () => Described {
  let all: Described | undefined;
  return () => {
    all ??= describedIn([...others.map(parseLenientJson), ...roots]);
    return all;
  };
}

/** Stands in `LiveBlogPosting` and in `liveBlogUpdate`. */
export const MARK = 'iveBlog';

type Read = { readonly json: unknown; readonly cutOut: readonly RawUpdate[]; readonly salvaged?: true };

function readWhole(block: string): Read | undefined {
  const json = parseLenientJson(block);
  return json === undefined ? undefined : { json, cutOut: [] };
}

function readSalvaged(block: string, known: KnownUpdates): Read | undefined {
  const whole = salvage(block, known);
  const json = whole === undefined ? undefined : parseLenientJson(whole.rest);
  return whole === undefined || json === undefined ? undefined : { json, cutOut: whole.updates, salvaged: true };
}

function readAbridged(block: string, known: KnownUpdates): Read | undefined {
  const abridged = abridge(block, known);
  const json = abridged === undefined ? undefined : parseLenientJson(abridged.rest);
  return abridged === undefined || json === undefined ? undefined : { json, cutOut: abridged.updates };
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
  const before = close === -1 ? text.slice(start) : text.slice(start, close);
  const upper = before.indexOf('</SCRIPT');
  return upper === -1 ? start + before.length : start + upper;
}

const MAX_DEPTH = 8;

type Collection = Omit<Read, 'json'> & { readonly postings: RawPosting[] };

/** Live blogs stand alone, in arrays, in `@graph`, or inside another type (`mainEntity`, `hasPart`). */
function collect(json: unknown, into: Collection, depth: number): void {
  if (depth > MAX_DEPTH || typeof json !== 'object' || json === null) return;
  if (Array.isArray(json)) {
    for (const item of json) collect(item, into, depth + 1);
    return;
  }
  const object = json as JsonObject;
  if (isType(object, 'LiveBlogPosting') || Array.isArray(object.liveBlogUpdate)) {
    const updates = updatesOf(object, into.cutOut);
    into.postings.push({ posting: object, updates, ...(into.salvaged && { salvaged: true }) });
    return;
  }
  for (const value of Object.values(object)) if (typeof value === 'object') collect(value, into, depth + 1);
}

function updatesOf(posting: JsonObject, cutOut: readonly RawUpdate[]): readonly RawUpdate[] {
  for (const key of ['liveBlogUpdate', 'liveBlogUpdates', 'blogPost', 'blogPosts', 'liveBlogPosts']) {
    const value = posting[key];
    if (value === undefined || value === null) continue;
    const list = listOf(value);
    if (list[0] === CUT_OUT) return cutOut;
    if (list.length > 0) return list.map((update) => rawUpdate(named(update)));
  }
  // `hasPart` holds much else: the parts behind a paywall, other live blogs.
  const parts = listOf(posting.hasPart).filter((part) => isType(part as JsonObject, 'BlogPosting'));
  return parts.filter((part) => !isType(part as JsonObject, 'LiveBlogPosting')).map((part) => rawUpdate(part));
}

/** An update that is no more than a text is what it says, or the name of one that is described elsewhere. */
function named(update: unknown): unknown {
  if (typeof update !== 'string' || update.trim() === '') return update;
  return /^\S+$/u.test(update) ? { '@id': update } : { articleBody: update };
}

/** A list, one object, or an `ItemList` around them. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => (Array.isArray(item) ? item : [item]));
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const { itemListElement: elements } = value as JsonObject;
  if (elements === undefined) return [value];
  return listOf(elements).map((element) => {
    const item = (element as JsonObject | null)?.item;
    return typeof item === 'object' && item !== null ? item : element;
  });
}
