import { z } from 'zod';

export type JsonObject = Readonly<Record<string, unknown>>;

/** `@type` is a name, a list of names, or a full address; case is not always kept. */
export function isType(object: JsonObject, name: string): boolean {
  const type = object['@type'];
  const types = Array.isArray(type) ? type : [type];
  return types.some((item) => typeof item === 'string' && item.toLowerCase().endsWith(name.toLowerCase()));
}

/** One text of schema.org: written as a string, a number, a list of them, or an object that holds it. */
function textOf(value: unknown): string | undefined {
  const text = firstText(value);
  return text === undefined || text.trim() === '' ? undefined : text;
}

function firstText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(firstText).find((text) => text !== undefined);
  if (typeof value !== 'object' || value === null) return undefined;
  const held = value as Record<string, unknown>;
  return firstText(held['@value'] ?? held['@id'] ?? held.url ?? held.name);
}

/** A text that may be written in parts, each of them a paragraph or more, or as an object that has it (a TextObject). */
function longTextOf(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null && 'text' in value) return textOf(value.text);
  if (!Array.isArray(value) || value.length < 2) return textOf(value);
  const parts = value.map(textOf).filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('\n\n');
}

/** The names in an author: a name, an object with one, or a list of either. References without a name are none. */
function namesOf(value: unknown): readonly string[] {
  return [...new Set(names(value, 0))];
}

const BY = /^\s*by\s+(?=\p{Lu})/iu;

function names(value: unknown, depth: number): string[] {
  if (depth > 4) return [];
  if (typeof value === 'string') return /^\s*(?:https?:)?\/\//u.test(value) ? [] : [value.replace(BY, '')];
  if (Array.isArray(value)) return value.flatMap((item) => names(item, depth + 1));
  if (typeof value !== 'object' || value === null) return [];
  const { name, givenName, familyName } = value as JsonObject;
  if (name !== undefined && name !== '') return names(name, depth + 1);
  const parts = [givenName, familyName].filter((part) => typeof part === 'string' && part !== '');
  return parts.length === 0 ? [] : [parts.join(' ')];
}

/** The ids of authors that are described elsewhere in the document. */
function idsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((item) => {
    const id = typeof item === 'object' && item !== null ? (item as JsonObject)['@id'] : undefined;
    return typeof id === 'string' && (item as JsonObject).name === undefined ? [id] : [];
  });
}

function firstOf(...lists: readonly (readonly string[])[]): readonly string[] {
  return lists.find((list) => list.length > 0) ?? [];
}

function offsetOf(dates: readonly unknown[]): string | undefined {
  for (const date of dates) {
    const offset = typeof date === 'string' ? /T\d\d:\d\d.*?([+-]\d\d:\d\d)$/u.exec(date.slice(0, 40))?.[1] : undefined;
    if (offset !== undefined) return offset;
  }
  return undefined;
}

const Fields = z.custom<JsonObject>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));

/** The parts of an update that a reader sees; what is wrong with one of them costs that part only. */
export const Update = Fields.transform((raw) => ({
  id: textOf(raw['@id']),
  identifier: textOf(raw.identifier),
  url: textOf(raw.url),
  mainEntityOfPage: textOf(raw.mainEntityOfPage),
  headline: textOf(raw.headline) ?? textOf(raw.name) ?? textOf(raw.alternativeHeadline),
  body: longTextOf(raw.articleBody) ?? longTextOf(raw.text),
  description: longTextOf(raw.description) ?? longTextOf(raw.abstract),
  published: textOf(raw.datePublished) ?? textOf(raw.dateCreated),
  modified: textOf(raw.dateModified),
  authors: firstOf(namesOf(raw.author), namesOf(raw.creator)),
  authorIds: firstOf(idsOf(raw.author), idsOf(raw.creator)),
  image: raw.image,
  video: raw.video,
  media: raw.associatedMedia,
  shared: raw.sharedContent,
}));
export type Update = z.infer<typeof Update>;

/** The fields that `Update` reads: two raw updates that agree in them are the same update. */
export const UPDATE_FIELDS =
  '@id identifier url mainEntityOfPage headline name alternativeHeadline articleBody text description abstract datePublished dateCreated dateModified author creator image video associatedMedia sharedContent'.split(
    ' ',
  );

export const Posting = Fields.transform((raw) => ({
  id: textOf(raw['@id']),
  url: textOf(raw.url),
  mainEntityOfPage: textOf(raw.mainEntityOfPage),
  headline: textOf(raw.headline ?? raw.name),
  coverageStart: textOf(raw.coverageStartTime),
  coverageEnd: textOf(raw.coverageEndTime),
  publisher: namesOf(raw.publisher),
  image: raw.image,
  /** The offset that the blog's own dates are written with. */
  offset: offsetOf([raw.coverageStartTime, raw.datePublished, raw.dateModified]),
}));
export type Posting = z.infer<typeof Posting>;
