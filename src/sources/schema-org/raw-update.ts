import type { SourceEntry } from '../../core/entry.ts';
import { parseLenientJson } from '../wire/lenient-json.ts';
import { isType, type JsonObject } from './wire.ts';

/**
 * One update as a document writes it, with what every read asks of it. An update that is written word for word as at the
 * last read of the blog is the same object (`known-updates.ts`), so that its JSON is not parsed again.
 */
export type RawUpdate = {
  /** As written; absent where it was not cut out of a document (microdata, JSON that had to be mended as a whole). */
  readonly text: string | undefined;
  readonly json: () => unknown;
  /** False for adverts, comments and what is no object. */
  readonly isUpdate: boolean;
  /** What the page calls the entry: the fragment of its address, its id in the query, or its bare id. */
  readonly fragment: string | undefined;
  /** Tells updates of one read apart well enough to compare two wordings of one; not an identity. */
  readonly name: string;
  readonly headline: string | undefined;
  readonly image: unknown;
  /** What the last read made of it, and from what else. */
  last: Reading | undefined;
};

/** All that an entry is made of beside its update. */
export type Evidence = {
  /** What all updates of one read share, as one text. */
  readonly setting: string;
  /** What the page says of it. */
  readonly slice: string | undefined;
  readonly key: boolean;
  readonly pinned: boolean;
  readonly dropsPicture: boolean;
};
export type Outcome = { readonly entry: SourceEntry; readonly disagrees: readonly string[] } | undefined;
export type Reading = { readonly evidence: Evidence; readonly outcome: Outcome };

export function rawUpdate(json: unknown, text?: string): RawUpdate {
  const object = objectOf(json);
  return {
    text,
    json: text === undefined ? always(json) : once(json, text),
    isUpdate: object === json && isReadable(object),
    fragment: fragmentOf(object),
    name: nameOf(json),
    headline: typeof object.headline === 'string' ? object.headline : undefined,
    image: object.image,
    last: undefined,
  };
}

function objectOf(json: unknown): JsonObject {
  return typeof json === 'object' && json !== null ? (json as JsonObject) : {};
}

function isReadable(object: JsonObject): boolean {
  return !/Advert|Comment$|WPAdBlock/u.test(String(object['@type'] ?? '')) && !isType(object, 'ListItem');
}

function fragmentOf({ '@id': id, url, identifier }: JsonObject): string | undefined {
  for (const written of [url, id, identifier]) {
    if (typeof written !== 'string') continue;
    const hash = written.indexOf('#');
    const fragment = hash === -1 ? '' : written.slice(hash + 1);
    const named = written.includes('?') ? QUERY_ID.exec(written)?.[1] : undefined;
    if (named !== undefined && !/\d/u.test(fragment)) return named;
    if (fragment !== '') return fragment;
    if (!written.includes('/') && written !== '') return written;
  }
  return undefined;
}

/**
 * Sites whose script shows one update of many name it in the query of their page; a fragment beside it ("#live-body") is
 * where all of them stand.
 */
const QUERY_ID =
  /[?&](?:(?:[a-z]*(?:update|post|entry|block))?[_-]?id|update|post|entry|block)=([\w-]{3,100})(?:[&#]|$)/iu;

export function nameOf(json: unknown): string {
  const { '@id': id, url, headline, datePublished } = objectOf(json);
  if (typeof id === 'string') return id;
  return typeof url === 'string' && url.includes('#') ? url : `${headline} ${datePublished} ${url}`;
}

/** Functions of their own: made side by side in one they would both hold all that either needs. */
function always(json: unknown): () => unknown {
  return () => json;
}

/** What has a text lets go of its JSON when it is asked for: it is seldom asked again, and would be held in memory twice. */
function once(json: unknown, text: string): () => unknown {
  let held: unknown = json;
  return () => {
    const given = held ?? parseLenientJson(text);
    held = undefined;
    return given;
  };
}
