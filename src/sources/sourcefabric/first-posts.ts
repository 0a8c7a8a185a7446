import { z } from 'zod';
import type { SourceEntry } from '../../core/entry.ts';
import type { ReadContext } from '../../ports/source.ts';
import { assemble } from '../wire/assemble.ts';
import { isObject, type JsonObject, objectIn, textIn } from '../wire/json.ts';
import { plainTitle } from '../wire/markup.ts';
import { entryTimes, instant } from '../wire/times.ts';
import { foreignHtml } from './first-media.ts';

/** One post of Live Blog 1 (2012 to 2015), whose API wrote everything as text, "True" and numbers too. */
export const FirstPost = z.object({
  Id: z.union([z.string().min(1), z.number()]).transform(String),
  Content: z.string().nullish(),
  Type: z.unknown().optional(),
  Meta: z.unknown().optional(),
  Author: z.unknown().optional(),
  AuthorName: z.unknown().optional(),
  AuthorPerson: z.unknown().optional(),
  Creator: z.unknown().optional(),
  Order: z.coerce.number().nullish().catch(undefined),
  CId: z.coerce.number().nullish().catch(undefined),
  CreatedOn: z.unknown().optional(),
  PublishedOn: z.unknown().optional(),
  UpdatedOn: z.unknown().optional(),
  DeletedOn: z.unknown().optional(),
  IsModified: z.unknown().optional(),
  IsPublished: z.unknown().optional(),
});
export type FirstPost = z.infer<typeof FirstPost>;

/** Posts that are not the desk's own words. */
const NOT_RELAYED = /^(?:advertisement|infomercial)$/iu;

/** What becomes of a post, as with the platform's later versions. */
export function firstFate(post: FirstPost): 'shown' | 'deleted' | 'absent' {
  if (textIn(post, 'DeletedOn') !== undefined) return 'deleted';
  if (/^false$/iu.test(String(post.IsPublished ?? ''))) return 'deleted';
  const isForeign = NOT_RELAYED.test(typeOf(post)) || sourceOf(post) === 'comments';
  return isForeign ? 'absent' : 'shown';
}

function typeOf(post: FirstPost): string {
  return textIn(objectIn(post, 'Type'), 'Key') ?? textIn(post, 'Type') ?? '';
}

/** Where its words come from: the desk ("internal"), or a network. */
function sourceOf(post: FirstPost): string {
  return (textIn(objectIn(objectIn(post, 'Author'), 'Source'), 'Name') ?? '').toLowerCase();
}

export function firstEntry(post: FirstPost, base: string, context: ReadContext): SourceEntry {
  const meta = metaOf(post);
  const { before, after } = annotationsIn(meta);
  const html = [before, foreignHtml(sourceOf(post), meta, post.Content ?? ''), after].join('\n');
  const published = instant(post.PublishedOn) ?? instant(post.CreatedOn);
  const isModified = /^true$/iu.test(String(post.IsModified ?? ''));
  return assemble({
    sourceId: post.Id,
    body: context.body(html, base),
    authors: authorsOf(post),
    ...entryTimes(published, isModified ? instant(post.UpdatedOn) : undefined),
    flags: typeOf(post).toLowerCase() === 'wrapup' ? ['summary'] : [],
  });
}

/** Written as JSON in a text. */
function metaOf({ Meta: meta }: FirstPost): JsonObject {
  if (isObject(meta)) return meta;
  if (typeof meta !== 'string' || !meta.trimStart().startsWith('{')) return {};
  try {
    const json: unknown = JSON.parse(meta);
    return isObject(json) ? json : {};
  } catch {
    return {}; // the post's own text is read without it
  }
}

/** What the desk wrote above and below another's words. */
function annotationsIn(meta: JsonObject): { before: string; after: string } {
  const { annotation } = meta;
  const [above, below] = Array.isArray(annotation)
    ? annotation
    : [objectIn(meta, 'annotation').before, objectIn(meta, 'annotation').after];
  return { before: lineOf(above ?? annotation), after: lineOf(below) };
}

function lineOf(text: unknown): string {
  if (typeof text !== 'string' || text.trim() === '') return '';
  return /^\s*<(?:p|div|ul|ol|h\d|blockquote)\b/iu.test(text) ? text : `<p>${text}</p>`;
}

/** Of the desk's own words who wrote them; another's are under the name of who chose them. */
function authorsOf(post: FirstPost): string[] {
  const person = objectIn(post, 'AuthorPerson');
  const full = [textIn(person, 'FirstName'), textIn(person, 'LastName')].filter(Boolean).join(' ');
  const names = [
    textIn(person, 'FullName') ?? full,
    textIn(objectIn(post, 'Creator'), 'FullName'),
    textIn(objectIn(post, 'Creator'), 'Name'),
    textIn(post, 'AuthorName'),
  ];
  const name = names.map((each) => plainTitle(each)).find((each) => each !== undefined && each !== '');
  return name === undefined ? [] : [name];
}
