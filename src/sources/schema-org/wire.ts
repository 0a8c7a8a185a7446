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

/** The names in an author: a name, an object with one, or a list of either. References without a name are none. */
function namesOf(value: unknown): readonly string[] {
  return [...new Set(names(value, 0))];
}

function names(value: unknown, depth: number): string[] {
  if (depth > 4) return [];
  if (typeof value === 'string') return /^\s*(?:https?:)?\/\//u.test(value) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((item) => names(item, depth + 1));
  if (typeof value !== 'object' || value === null) return [];
  return names((value as Record<string, unknown>).name, depth + 1);
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
  headline: textOf(raw.headline ?? raw.name),
  body: textOf(raw.articleBody) ?? textOf(raw.text),
  description: textOf(raw.description),
  published: textOf(raw.datePublished) ?? textOf(raw.dateCreated),
  modified: textOf(raw.dateModified),
  authors: namesOf(raw.author ?? raw.creator),
  image: raw.image,
  video: raw.video,
}));
export type Update = z.infer<typeof Update>;

/** The fields that `Update` reads: two raw updates that agree in them are the same update. */
export const UPDATE_FIELDS =
  '@id identifier url mainEntityOfPage headline name articleBody text description datePublished dateCreated dateModified author creator image video'.split(
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
