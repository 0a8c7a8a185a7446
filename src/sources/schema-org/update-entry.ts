import type { Flag, SourceEntry } from '../../core/entry.ts';
import { withOnlyMedia } from '../../core/packed-body.ts';
import { labelOf } from '../../core/text/language-words.ts';
import { parseDate } from '../../core/time/dates.ts';
import type { ReadContext } from '../../ports/source.ts';
import { plainLine } from '../body/plain-line.ts';
import { cleanUrl } from '../body/urls.ts';
import { assemble } from '../wire/assemble.ts';
import { distinctMedia, updateMedia } from './media.ts';
import { mergePage, type PageFacts } from './page-facts.ts';
import { type JsonObject, Update } from './wire.ts';

/** What every update of one blog is read with. */
export type BlogFacts = {
  readonly base: string;
  /** What the page calls itself, and updates are called where they have no title of their own. */
  readonly headlines: ReadonlySet<string>;
  /** The keys of pictures that stand for the blog and not for one update. */
  readonly sharedPictures: ReadonlySet<string>;
  /** What the document describes under an `@id`: authors and pictures that updates only name. */
  readonly named: (id: string) => JsonObject | undefined;
  /** Of dates that name none; undefined = UTC. */
  readonly timezone: string | undefined;
};

/**
 * One update as an entry, or undefined when it holds nothing that a reader could see. `pageFacts`: what the page says of
 * it, given the text that its JSON-LD has for it.
 */
export function updateEntry(
  raw: unknown,
  blog: BlogFacts,
  context: ReadContext,
  pageFacts: (told: string, authors: readonly string[]) => PageFacts | undefined,
): { entry: SourceEntry; disagrees: readonly string[] } | undefined {
  const parsed = Update.safeParse(raw);
  if (!parsed.success) return undefined;
  const update = parsed.data;
  const title = titleOf(update, blog);
  const html = update.body ?? descriptionOf(update) ?? sharedText(update.shared) ?? '';
  const body = context.body(html, blog.base);
  const authors = authorsOf(update, blog);
  const page = pageFacts(html, authors);
  const media = updateMedia(update, blog, blog.sharedPictures);
  const modified = date(update.modified, blog.timezone);
  // Where only the change is known, it stands in for publication.
  const publishedAt = date(update.published, blog.timezone) ?? modified;
  const updatedAt = update.published === undefined ? undefined : modified;
  const url = addressOf(update, blog.base);
  const entry = assemble({
    sourceId: sourceIdOf(update, blog.base),
    title,
    body: media.length === 0 ? body : withOnlyMedia(body, distinctMedia([...body.media, ...media])),
    authors,
    publishedAt,
    updatedAt: updatedAt !== undefined && updatedAt >= (publishedAt ?? 0) ? updatedAt : undefined,
    url,
    flags: flagsOf(title),
  });
  const merged = page === undefined ? { entry, disagrees: [] } : mergePage(entry, page, blog.headlines);
  if (isEmpty(merged.entry)) return undefined;
  const guessed = page?.publishedAt === undefined && namesNoZone(update.published);
  return guessed ? { ...merged, disagrees: [...merged.disagrees, 'zone'] } : merged;
}

/** Some publishers give every update the headline of the page; that is no title of the update. */
function titleOf(update: Update, blog: BlogFacts): string | undefined {
  const title = plainLine(update.headline ?? '');
  return title === '' || blog.headlines.has(title) ? undefined : title;
}

function descriptionOf(update: Update): string | undefined {
  return update.description === update.headline ? undefined : update.description;
}

/** What a shared post says, which is all that some updates hold. */
function sharedText(shared: unknown): string | undefined {
  const text = (Array.isArray(shared) ? shared[0] : shared)?.text;
  return typeof text === 'string' ? text : undefined;
}

/** An id that is the address of the whole blog tells no updates apart. */
function sourceIdOf({ id, url, identifier }: Update, blogUrl: string): string | undefined {
  return (id === blogUrl ? (url ?? identifier) : undefined) ?? id ?? url ?? identifier;
}

function authorsOf(update: Update, { named }: BlogFacts): string[] {
  const described = update.authors.length > 0 ? [] : update.authorIds.flatMap((id) => named(id)?.name ?? []);
  const names = [...update.authors, ...described].filter((name) => typeof name === 'string').map(plainLine);
  return [...new Set(names.filter((name) => name !== ''))];
}

function date(text: string | undefined, timezone: string | undefined): number | undefined {
  return text === undefined ? undefined : parseDate(text, timezone === undefined ? {} : { timezone });
}

const NAMES_ZONE = /(?:Z|[+-]\d\d:?\d\d|GMT|UTC)\s*$|^\s*\d+\s*$/iu;

/** True for a date that is another instant in another zone. */
function namesNoZone(text: string | undefined): boolean {
  if (text === undefined || NAMES_ZONE.test(text)) return false;
  return date(text, 'Pacific/Auckland') !== date(text, 'Pacific/Honolulu');
}

/** Its own address, under whatever name: that of the whole blog is one only where there is no other. */
function addressOf({ url, mainEntityOfPage, id }: Update, base: string): string | undefined {
  const first = address(url ?? mainEntityOfPage ?? id, base);
  if (id === undefined || first === undefined || first.includes('#')) return first;
  const own = address(id, base);
  return own?.startsWith(`${first}#`) === true ? own : first;
}

/** A permalink; a bare fragment belongs to the blog's own address. */
function address(url: string | undefined, base: string): string | undefined {
  if (url === undefined) return undefined;
  return cleanUrl(
    url.startsWith('#') ? `${base.replace(/#.*$/u, '')}${url}` : /^[\w-]+$/u.test(url) ? undefined : url,
    base,
  );
}

function flagsOf(title: string | undefined): Flag[] {
  if (title === undefined) return [];
  const label = labelOf(/^([^:|–—]{3,30})(?:[:|–—]|$)/u.exec(title)?.[1] ?? '');
  return label === 'breaking' || label === 'summary' || label === 'key' ? [label] : [];
}

function isEmpty(entry: SourceEntry): boolean {
  return entry.title === undefined && entry.body.text === '' && entry.body.media.length === 0;
}
