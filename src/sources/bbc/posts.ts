import { z } from 'zod';
import type { SourceEntry } from '../../core/entry.ts';
import { addressPart } from '../../core/web-address.ts';
import { assemble } from '../wire/assemble.ts';
import { arrayIn, isObject, type JsonObject, objectIn, textIn } from '../wire/json.ts';
import { permalink } from '../wire/links.ts';
import { entryTimes, instant } from '../wire/times.ts';
import { bylineAuthors } from './byline.ts';
import { richBody } from './rich-body.ts';
import { blocksOf, MAX_DEPTH, plainOf } from './rich-text.ts';

/** A second headline of fewer words that is no byline is a label for the desk, not for readers. */
const SENTENCE = 8;

/** One post of a stream, as far as it is read. */
export const Post = z.object({
  urn: z.string().min(1).nullish(),
  typeCode: z.unknown().optional(),
  header: z.unknown().optional(),
  content: z.unknown().optional(),
  options: z.unknown().optional(),
  dates: z.unknown().optional(),
  titles: z.unknown().optional(),
  descriptions: z.unknown().optional(),
  images: z.unknown().optional(),
});
export type Post = z.infer<typeof Post>;

/** An entry from a post; `page` is the blog's address. */
export function postEntry(post: Post, page: string): SourceEntry {
  const header = objectIn(post.header, 'model');
  const blocks = arrayIn(objectIn(post.content, 'model'), 'blocks');
  const second = plainOf(blocksOf(header, 'subheadline'), ', ');
  const people = bylineAuthors(second);
  const named = [...contributorsIn(arrayIn(header, 'blocks')), ...contributorsIn(blocks)];
  const standfirst = people.length === 0 && second.split(' ').length >= SENTENCE ? second : '';
  const published = timeOf(post, 'firstPublished') ?? timeOf(post, 'time') ?? timeOf(post, 'curated');
  const { publishedAt, updatedAt } = entryTimes(published, timeOf(post, 'lastPublished'));
  const { urn } = post;
  return assemble({
    sourceId: urn ?? undefined,
    title: titleOf(post, header),
    body: blocks.length === 0 ? promotedBody(post, standfirst, page) : richBody(standfirst, blocks, page),
    authors: named.length === 0 ? people : [...new Set([...named, ...people])],
    publishedAt,
    updatedAt,
    ...(urn ? permalink(page, `?post=${addressPart(urn)}#post`) : {}),
    flags: flagsOf(post),
  });
}

/** The headline; without one what promotions of the post say, or the minute of the match it tells of ("45'+2"). */
function titleOf(post: Post, header: JsonObject): string | undefined {
  const title = plainOf(blocksOf(header, 'headline'));
  if (title !== '') return title;
  for (const promoted of arrayIn(post, 'titles')) {
    const said = textIn(promoted, 'title');
    if (said !== undefined) return said;
  }
  const minute = textIn(post.dates, 'time');
  return minute === undefined || DATE.test(minute) ? undefined : minute;
}

/** A post whose text is not given is at least known by what promotes it elsewhere. */
function promotedBody(post: Post, standfirst: string, page: string): SourceEntry['body'] {
  const words = arrayIn(post, 'descriptions').map((description) => textIn(description, 'text'));
  const image = arrayIn(post, 'images').find((picture) => textIn(picture, 'url') !== undefined);
  const model = {
    image: { url: textIn(image, 'url'), alt: textIn(image, 'altText'), copyright: textIn(image, 'copyright') },
  };
  const intro = standfirst === '' ? (words.find(Boolean) ?? '') : standfirst;
  return richBody(intro, image === undefined ? [] : [{ type: 'image', model }], page);
}

/** People in blocks of their own: `{name, subtitle}`, or a byline of contributors with names and roles. */
function contributorsIn(blocks: readonly unknown[], depth = 0): string[] {
  const names: string[] = [];
  for (const block of blocks) {
    const type = isObject(block) ? block.type : undefined;
    if (type !== 'contributor' && type !== 'byline') continue;
    const model = objectIn(block, 'model');
    const name = textIn(model, 'name') ?? plainOf(blocksOf(model, 'name'));
    if (name !== '') names.push(name);
    if (depth < MAX_DEPTH) names.push(...contributorsIn(arrayIn(model, 'blocks'), depth + 1));
  }
  return names;
}

/** A post's time of change moves with its text; its marks may change without it. */
export function stampOf(post: Post): string {
  const changed = textIn(post.dates, 'lastPublished');
  const blocks = arrayIn(objectIn(post.content, 'model'), 'blocks');
  const content = changed === undefined ? JSON.stringify(blocks) : blocks.length;
  const times = `${textIn(post.dates, 'firstPublished')} ${changed} ${textIn(post.dates, 'curated')}`;
  return `${post.urn ?? JSON.stringify(blocks)} ${times} ${flagsOf(post).join()} ${content} ${wordsOf(post.header)}`;
}

/** Which words stand where in a block, without making a line of them. */
function wordsOf(block: unknown, depth = 0): string {
  const { model } = isObject(block) ? block : {};
  if (!isObject(model) || depth > MAX_DEPTH) return '';
  let words = typeof model.text === 'string' ? model.text : '';
  for (const inner of Array.isArray(model.blocks) ? model.blocks : []) {
    words += `/${isObject(inner) ? inner.type : ''}:${wordsOf(inner, depth + 1)}`;
  }
  return words;
}

/** Posts of a match have its minute where others have a time. */
const DATE = /^\d{4}-\d\d-\d\d/u;

function timeOf(post: Post, name: string): number | undefined {
  const written = textIn(post.dates, name);
  return name === 'time' && (written === undefined || !DATE.test(written)) ? undefined : instant(written);
}

function flagsOf(post: Post): SourceEntry['flags'] {
  const options = isObject(post.options) ? post.options : {};
  const code = typeof post.typeCode === 'string' ? post.typeCode.toUpperCase() : '';
  return [
    ...(options.isPinned === true ? (['pinned'] as const) : []),
    ...(code === 'KEY_EVENT' || code === 'KEY_POINT' || options.isKeyEvent === true ? (['key'] as const) : []),
    ...(code === 'SUMMARY' ? (['summary'] as const) : []),
    ...(options.isBreakingNews === true || code === 'BREAKING' ? (['breaking'] as const) : []),
  ];
}
