import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Body, Entry, Snapshot, SourceKind } from '../core/entry.ts';
import { identify } from '../core/identity.ts';
import { addWord, liveBy, newestOf, type PageWord } from '../core/page-word.ts';
import { addToReposts, createRepostIndex, findRepost } from '../core/reposts/reposts.ts';
import { standInWarning } from '../core/stand-in-warning.ts';
import type { Fetcher } from '../ports/fetcher.ts';
import type { Reading, SourceReader } from '../ports/reader.ts';
import { type Document, type Elsewhere, SourceError } from '../ports/source.ts';

/** What reading one live blog needs of the rest of the program. */
export type ReadTools = {
  readonly fetcher: Fetcher;
  readonly reader: SourceReader;
  readonly body: (html: string, base: string) => Body;
  readonly decode: (bytes: Uint8Array, contentType: string) => string;
  /** Cap of a file, bytes. */
  readonly maxBytes: number;
  readonly now: () => number;
};

export type ReadOptions = {
  readonly as?: SourceKind;
  readonly timezone?: string;
  readonly date?: string;
};

/** A live blog read once. `entries` are what the bot would see: with ids, oldest first, repetitions marked. */
export type ReadBlog = { readonly snapshot: Snapshot; readonly entries: readonly Entry[]; readonly isFile: boolean };

/** Redirections from a page to where its entries are: page → API, page → feed. */
const MOST_HOPS = 3;

/** Reads a live blog from an address or a file, following the page to where its entries are. Throws `SourceError`. */
export async function readTarget(
  target: string,
  options: ReadOptions,
  tools: ReadTools,
  place: { readonly folder: string; readonly signal: AbortSignal },
): Promise<ReadBlog> {
  const isFile = !/^https?:\/\//i.test(target);
  const document = isFile
    ? await openFile(target, tools, place.folder)
    : await fetchDocument(tools, options.as, target, place.signal);
  let read = readDocument(document, options.as, options, tools);
  const moves: string[] = [];
  let title: string | undefined;
  let page: PageWord | undefined;
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    const { result, document: from } = read;
    if (!('elsewhere' in result)) {
      const named = result.title === undefined && title !== undefined ? { title } : {};
      const live = liveBy(page, result.live, newestOf(result), from.fetchedAt);
      const snapshot = { ...result, ...named, live, warnings: [...moves, ...result.warnings] };
      return { snapshot, entries: withReposts(snapshot), isFile };
    }
    title = result.title ?? title;
    page = addWord(page, result, from.fetchedAt);
    moves.push(`Read from ${result.elsewhere}: ${result.why}.`);
    read = await readNext(read, result, options, tools, place.signal);
  }
  throw new SourceError('malformed', `${target} leads from one address to the next without entries.`);
}

type Read = Reading & { readonly document: Document };

function readDocument(
  document: Document,
  kind: SourceKind | undefined,
  { timezone, date }: ReadOptions,
  tools: ReadTools,
  here: { readonly here?: true } = {},
): Read {
  const said = { ...(timezone === undefined ? {} : { timezone }), ...(date === undefined ? {} : { date }), ...here };
  return { document, ...tools.reader.read(document, kind, { ...said, body: tools.body }) };
}

/** What the address has that a page leads to; where it gives no entries, and the page shows some itself, those. */
async function readNext(
  led: Read,
  to: Elsewhere,
  options: ReadOptions,
  tools: ReadTools,
  signal: AbortSignal,
): Promise<Read> {
  const nothing = (why: string): Read | undefined => {
    const shown = readDocument(led.document, led.kind, options, tools, { here: true });
    if ('elsewhere' in shown.result || shown.result.entries.length === 0) return undefined;
    const warnings = [standInWarning(why), ...shown.result.warnings];
    return { ...shown, result: { ...shown.result, coverage: 'stand-in' as const, warnings } };
  };
  try {
    const read = readDocument(await fetchDocument(tools, to.kind, to.elsewhere, signal), to.kind, options, tools);
    const isBlank = !('elsewhere' in read.result) && read.result.entries.length === 0;
    return (isBlank ? nothing(`${to.elsewhere} answers with a list that is empty.`) : undefined) ?? read;
  } catch (error) {
    const shown = error instanceof SourceError ? nothing(error.message) : undefined;
    if (shown === undefined) throw error;
    return shown;
  }
}

async function fetchDocument(
  tools: ReadTools,
  kind: SourceKind | undefined,
  url: string,
  signal: AbortSignal,
): Promise<Document> {
  const request = tools.reader.request(kind, { url, full: true });
  // The operator typed this address: it may be private, as those of the configuration may.
  const fetched = await tools.fetcher.fetch({ ...request, validators: {}, trusted: true, signal });
  if (fetched.status === 'changed') return fetched.document;
  throw new SourceError('malformed', `${url} answers "not modified" though nothing was known of it.`);
}

async function openFile(target: string, tools: ReadTools, folder: string): Promise<Document> {
  const path = resolve(folder, target);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) {
    throw new SourceError('gone', `There is no file ${path}. An address begins with https:// or http://.`);
  }
  if (!found.isFile()) throw new SourceError('malformed', `${path} is no file. Name one page, feed or document in it.`);
  if (found.size > tools.maxBytes) {
    throw new SourceError('too-large', `${path} has ${found.size} bytes; at most ${tools.maxBytes} are read.`);
  }
  const text = tools.decode(await readFile(path), '');
  return { url: pathToFileURL(path).href, text, contentType: '', fetchedAt: tools.now() };
}

function withReposts(snapshot: Snapshot): Entry[] {
  const index = createRepostIndex();
  return identify(snapshot.entries, snapshot.url).entries.map(({ id, entry }) => {
    const repostOf = findRepost(index, { ...entry, id });
    const marked = { ...entry, id, ...(repostOf === undefined ? {} : { repostOf }) };
    addToReposts(index, marked);
    return marked;
  });
}
