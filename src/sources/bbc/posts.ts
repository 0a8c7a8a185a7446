import { z } from 'zod';
import type { SourceEntry } from '../../core/entry.ts';
import { assemble } from '../wire/assemble.ts';
import { arrayIn, isObject, objectIn, textIn } from '../wire/json.ts';
import { permalink } from '../wire/links.ts';
import { entryTimes, instant } from '../wire/times.ts';
import { bylineAuthors } from './byline.ts';
import { richBody } from './rich-body.ts';
import { blocksOf, MAX_DEPTH, plainOf } from './rich-text.ts';

/** A second headline of fewer words that is no byline is a label for the desk, not for readers. */
const SENTENCE = 8;

/** One post of a stream, as far as it is read. */
export const Post = z.object({
  urn: z.string().min(1),
  type: z.unknown().optional(),
  typeCode: z.unknown().optional(),
  header: z.unknown().optional(),
  content: z.unknown().optional(),
  options: z.unknown().optional(),
  dates: z.unknown().optional(),
});
export type Post = z.infer<typeof Post>;

/** An entry from a post; `page` is the blog's address. */
export function postEntry(post: Post, page: string): SourceEntry {
  const header = objectIn(post.header, 'model');
  const title = plainOf(blocksOf(header, 'headline'));
  const second = plainOf(blocksOf(header, 'subheadline'), ', ');
  const authors = bylineAuthors(second);
  const standfirst = authors.length === 0 && second.split(' ').length >= SENTENCE ? second : '';
  const published = timeOf(post, 'firstPublished') ?? timeOf(post, 'time') ?? timeOf(post, 'curated');
  const { publishedAt, updatedAt } = entryTimes(published, timeOf(post, 'lastPublished'));
  return assemble({
    sourceId: post.urn,
    title: title === '' ? undefined : title,
    body: richBody(standfirst, arrayIn(objectIn(post.content, 'model'), 'blocks'), page),
    authors,
    publishedAt,
    updatedAt,
    url: permalink(page, `?post=${encodeURIComponent(post.urn)}#post`).url,
    flags: flagsOf(post),
  });
}

/** A post's time of change moves with its text; its marks may change without it. */
export function stampOf(post: Post): string {
  const changed = textIn(post.dates, 'lastPublished');
  const blocks = arrayIn(objectIn(post.content, 'model'), 'blocks');
  const content = changed === undefined ? JSON.stringify(blocks) : blocks.length;
  const times = `${textIn(post.dates, 'firstPublished')} ${changed} ${textIn(post.dates, 'curated')}`;
  return `${post.urn} ${times} ${flagsOf(post).join()} ${content} ${wordsOf(post.header)}`;
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

function timeOf(post: Post, name: string): number | undefined {
  return instant(textIn(post.dates, name));
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
