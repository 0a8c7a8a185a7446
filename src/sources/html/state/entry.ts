import type { Flag, SourceEntry } from '../../../core/entry.ts';
import { parseDate } from '../../../core/time/dates.ts';
import { htmlBody } from '../../body/html-body.ts';
import { plainLine } from '../../body/plain-line.ts';
import { cleanUrl } from '../../body/urls.ts';
import { isObject, type JsonObject } from '../../wire/json.ts';
import { richHtml } from './text.ts';

const DATES =
  'first_publish_date firstPublished firstPublishedAt firstPublishDate display_date displayDate publishedAt published datePublished publishDate publicationDate published_at publication_date publish_date postedAt posted_at createdAt created_at createdOn created dateCreated date datetime timestamp time pubDate publishTime eventTime'.split(
    ' ',
  );
const UPDATED =
  'updatedAt updated updated_at dateModified modifiedAt modified_at lastModified last_updated_date lastUpdated lastPublished modified'.split(
    ' ',
  );
const BODIES =
  'bodyHtml body_html html body content contents content_elements articleBody text richText renderedBody rendered_body contentHtml htmlContent bodyText body_text bodyContent message copy description paragraphs components blocks elements items commentText commentTextItems'.split(
    ' ',
  );
const TITLES = 'title headline headlines heading header newstitle newsTitle name'.split(' ');
const IDS =
  'id _id uuid guid nid postId post_id entryId entry_id contentId content_id updateId update_id blockId itemId key slug'.split(
    ' ',
  );
const LINKS = 'url permalink link shareUrl share_url canonicalUrl canonical_url href'.split(' ');
const MEDIA = 'media image images photo photos picture leadImage featuredImage'.split(' ');
const PEOPLE = 'authors author byline author_name authorName contributors sender creator createdBy user credits'.split(
  ' ',
);
/** Where interfaces keep the fields of a thing apart from its id. */
const WRAPPED = 'node attributes fields message payload entry post item'.split(' ');

/** An object of a page's state as an entry: it needs a time and a text of its own, or it is something else. */
export function stateEntry(item: unknown, base: string): SourceEntry | undefined {
  if (!isObject(item)) return undefined;
  const post = unwrapped(item);
  const publishedAt = dateIn(post, DATES) ?? calledDate(post);
  const html = bodyIn(post);
  if (publishedAt === undefined || html === undefined || isNotForReaders(post)) return undefined;
  const written = htmlBody(html, base);
  const body = written.media.length > 0 ? written : htmlBody(`${html}${mediaIn(post)}`, base);
  const title = plainLine(textIn(post, TITLES) ?? '');
  const updatedAt = dateIn(post, UPDATED) ?? dateIn(post, namesLike(post, CALLED_UPDATED));
  const id = textIn(post, IDS);
  const url = cleanUrl(textIn(post, LINKS), base);
  if (body.text === '' && body.media.length === 0 && title === '') return undefined;
  return {
    ...(id !== undefined && { sourceId: id }),
    ...(title !== '' && { title }),
    body,
    authors: authorsIn(post),
    publishedAt,
    ...(updatedAt !== undefined && updatedAt > publishedAt && { updatedAt }),
    ...(url !== undefined && { url }),
    flags: flagsOf(post),
  };
}

function unwrapped(item: JsonObject): JsonObject {
  const inner = WRAPPED.map((name) => item[name]).filter(isObject);
  return inner.length === 0 ? item : Object.assign({}, ...inner, withoutWraps(item));
}

function withoutWraps(item: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(item).filter(([name, value]) => !WRAPPED.includes(name) || !isObject(value)),
  );
}

/** The first field with a text in it; text that is a tree of pieces is put together. */
function bodyIn(post: JsonObject): string | undefined {
  for (const name of BODIES) {
    const html = richHtml(post[name]);
    if (html !== '') return html;
  }
  return undefined;
}

function mediaIn(post: JsonObject): string {
  return MEDIA.map((name) => (typeof post[name] === 'string' ? '' : richHtml(asImages(post[name])))).join('');
}

function asImages(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asImages);
  return isObject(value) ? { type: 'image', ...value } : undefined;
}

function isNotForReaders(post: JsonObject): boolean {
  const said = [post.status, post.type, post.state, post.kind, post.__typename]
    .filter((value) => typeof value === 'string')
    .join(' ');
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
    const { html, rendered, text, basic } = isObject(value) ? value : {};
    const inner = html ?? rendered ?? text ?? basic;
    if (typeof inner === 'string' && inner.trim() !== '') return inner;
  }
  return undefined;
}

function dateIn(post: JsonObject, keys: readonly string[]): number | undefined {
  for (const key of keys) {
    const text = textIn(post, [key]);
    const at = text === undefined ? undefined : parseDate(text);
    if (at !== undefined) return at;
  }
  return undefined;
}

/** "publicationDateTime", "firstPostedOn", "entry_timestamp": a date whatever the system calls it. */
const CALLED_DATE = /date|time|stamp|(?:publi|post|creat)\w*$/iu;
const OTHER_DATE = /updat|modif|edit|chang|expir|delet|until|valid|end|zone|read|duration|event/iu;

function calledDate(post: JsonObject): number | undefined {
  return dateIn(
    post,
    Object.keys(post).filter((key) => CALLED_DATE.test(key) && !OTHER_DATE.test(key)),
  );
}

const CALLED_UPDATED =
  /^(?:last_?|latest_?)?(?:updated?|modified|modification|edited|changed)_?(?:date|time|at|on|utc|ts)/iu;

function namesLike(post: JsonObject, pattern: RegExp): string[] {
  return Object.keys(post).filter((name) => pattern.test(name));
}

function authorsIn(post: JsonObject): string[] {
  for (const name of PEOPLE) {
    const names = namesOf(post[name]);
    if (names.length > 0) return names;
  }
  return [];
}

function namesOf(value: unknown): string[] {
  const list = isObject(value) && Array.isArray(value.by) ? value.by : [value].flat();
  const names = list.map((item) => {
    if (typeof item === 'string') return item;
    const { name, displayName, display_name, fullName, full_name } = isObject(item) ? item : {};
    return [name, displayName, display_name, fullName, full_name].find((found) => typeof found === 'string');
  });
  const written = names.flatMap((name) => (typeof name === 'string' ? [plainLine(name).replace(/^by\s+/iu, '')] : []));
  return [...new Set(written.filter((name) => name !== '' && name.length <= 100))];
}

const FLAG_KEYS: readonly (readonly [RegExp, Flag])[] = [
  [/^(?:is_?)?(?:pinned|sticky)$/iu, 'pinned'],
  [/^(?:is_?)?(?:key_?event|key_?moment|highlight(?:ed)?|important)$/iu, 'key'],
  [/^(?:is_?)?(?:breaking(?:_?news)?)$/iu, 'breaking'],
  [/^(?:is_?)?summary$/iu, 'summary'],
];

function flagsOf(post: JsonObject): Flag[] {
  const keys = Object.keys(post).filter((key) => post[key] === true || post[key] === 1);
  return FLAG_KEYS.filter(([pattern]) => keys.some((key) => pattern.test(key))).map(([, flag]) => flag);
}
