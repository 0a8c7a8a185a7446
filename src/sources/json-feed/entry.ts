import { withMedia } from '../../core/attached-media.ts';
import type { Body, Media, SourceEntry } from '../../core/entry.ts';
import { textAsHtml } from '../../core/text/text-as-html.ts';
import { parseDate } from '../../core/time/dates.ts';
import { relativeReference, webAddress } from '../../core/web-address.ts';
import { assemble } from '../wire/assemble.ts';
import { distinctNames, personName } from '../wire/person-names.ts';
import type { JsonAuthors, JsonItem } from './wire.ts';

/** What reading an item needs of the document around it. */
export type JsonReading = {
  /** The address that relative ones start from: the document's own. */
  readonly base: string;
  readonly fetchedAt: number;
  readonly timezone?: string;
  readonly body: (html: string, base: string) => Body;
  readonly feedAuthors: readonly string[];
};

/** One item of a JSON Feed. HTML is preferred to text, as the format advises where there are both. */
export function jsonEntry(item: JsonItem, reading: JsonReading): SourceEntry {
  const { base, feedAuthors, body } = reading;
  const ownUrl = webAddress(item.url, base) ?? webAddress(item.id, undefined) ?? relativeReference(item.url, base);
  const url = ownUrl ?? webAddress(item.external_url, base);
  const title = blank(item.title)?.replace(/\s+/g, ' ');
  const own = authorNames(item);
  const publishedAt = instant(item.date_published, reading) ?? instant(item.date_modified, reading);
  const updatedAt = instant(item.date_modified, reading);
  const sourceId = blank(item.id);
  return assemble({
    sourceId,
    title,
    body: withMedia(body(itemHtml(item), base), mediaOf(item, base)),
    authors: own.length > 0 ? own : feedAuthors,
    publishedAt,
    updatedAt,
    url,
    listedOnce: true,
  });
}

/** Names of a feed's or an item's authors; one without a name goes by the address of their page. */
export function authorNames({ author = [], authors = [] }: JsonAuthors): string[] {
  const listed = authors.length > 0 ? authors : author;
  return distinctNames(listed.map((each) => personName(each.name ?? '') ?? blank(each.url)));
}

export function blank(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : trimmed;
}

function instant(text: string | undefined, { fetchedAt, timezone }: JsonReading): number | undefined {
  if (text === undefined) return undefined;
  return parseDate(text, timezone === undefined ? { fetchedAt } : { fetchedAt, timezone });
}

function itemHtml(item: JsonItem): string {
  const html = blank(item.content_html);
  if (html !== undefined) return html;
  return textAsHtml(blank(item.content_text) ?? blank(item.summary) ?? '', '<br>');
}

function mediaOf(item: JsonItem, base: string): Media[] {
  const picture = webAddress(item.image, base) ?? webAddress(item.banner_image, base);
  const attached = (item.attachments ?? []).flatMap((attachment): Media[] => {
    const url = webAddress(attachment.url, base);
    const type = mediaType(attachment.mime_type ?? '', url ?? '');
    const caption = blank(attachment.title);
    return url === undefined || type === undefined
      ? []
      : [{ type, url, ...(caption === undefined ? {} : { caption }) }];
  });
  return [...(picture === undefined ? [] : [{ type: 'image' as const, url: picture }]), ...attached];
}

function mediaType(mime: string, url: string): Media['type'] | undefined {
  if (/^image\//i.test(mime) || (mime === '' && /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i.test(url))) return 'image';
  if (/^video\//i.test(mime) || (mime === '' && /\.(?:mp4|m4v|mov|webm)(?:[?#]|$)/i.test(url))) return 'video';
  return /^audio\//i.test(mime) ? 'embed' : undefined;
}
