import type { Media } from '../../core/entry.ts';
import { watchUrl } from '../body/embed-addresses.ts';
import { plainLine } from '../body/plain-line.ts';
import { mediaUrl } from '../body/urls.ts';
import { isType, type JsonObject } from './wire.ts';

/** What an update shows, as its properties have it. */
export type Shown = {
  readonly image: unknown;
  readonly video: unknown;
  /** Pictures, videos and sounds alike, told apart by their types. */
  readonly media: unknown;
  /** What of another page or network it shares. */
  readonly shared: unknown;
};

export type MediaFacts = {
  readonly base: string;
  /** What a document describes under an `@id`. */
  readonly named: (id: string) => JsonObject | undefined;
};

/** Pictures, videos and embeds of an update. `pictures` holds the keys of those that stand for the blog and not for it. */
export function updateMedia(shown: Shown, facts: MediaFacts, pictures: ReadonlySet<string>): Media[] {
  const attached = items(shown.media, facts);
  const isVideo = (item: Item) => typeof item !== 'string' && isType(item, 'VideoObject');
  const isPicture = (item: Item) => typeof item !== 'string' && isType(item, 'ImageObject');
  const own = [...items(shown.image, facts), ...attached.filter(isPicture)];
  return [
    ...own.flatMap((item) => pictureOf(item, facts)).filter(({ url }) => !pictures.has(pictureKey(url))),
    ...[...items(shown.video, facts), ...attached.filter(isVideo)].flatMap((item) => videoOf(item, facts)),
    ...items(shown.shared, facts).flatMap((item) => sharedOf(item, facts)),
  ];
}

/** The keys of the pictures in an `image` property. */
export function pictureKeys(image: unknown, facts: MediaFacts): string[] {
  return items(image, facts).flatMap((item) => pictureOf(item, facts).map(({ url }) => pictureKey(url)));
}

const FILE = /\.(?:jpe?g|png|webp|avif|gif)$/iu;
const SIZE = /(?<=[/_.-])(?:\d{1,4}[x:]\d{1,4}|[wh]\d{2,4}|s\d{3,4}b?|scaled|large|medium|small)(?=[/_.-]|$)/giu;

/** The same for all sizes, crops and formats of a picture, which publishers list as if they were several. */
export function pictureKey(url: string): string {
  const [path = ''] = url.split(/[?#]/u, 1);
  return FILE.test(path)
    ? path
        .replace(FILE, '')
        .replace(SIZE, '')
        .replace(/[/_.-]+$/u, '')
    : url;
}

/** Each picture once, where it is first shown. */
export function distinctMedia(media: readonly Media[]): Media[] {
  const known = new Map<string, Media>();
  for (const item of media) {
    const key = item.type === 'image' ? pictureKey(item.url) : item.url;
    if (!known.has(key)) known.set(key, item);
  }
  return [...known.values()];
}

type Item = string | JsonObject;

function items(value: unknown, facts: MediaFacts): Item[] {
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((item) => items(item, facts));
  if (typeof value === 'string' && value.trim() !== '') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const item = value as JsonObject;
  const list = item['@list'] ?? item['@set'] ?? item.itemListElement;
  if (Array.isArray(list)) return items(list, facts);
  const id = item['@id'];
  return [(typeof id === 'string' && item.url === undefined ? facts.named(id) : undefined) ?? item];
}

function pictureOf(item: Item, { base }: MediaFacts): Media[] {
  const url = mediaUrl(typeof item === 'string' ? item : address(item, ['url', 'contentUrl', '@id']), base);
  if (url === undefined) return [];
  if (typeof item === 'string') return [{ type: 'image', url }];
  const caption = word(item.caption ?? item.description);
  const credit = word(item.creditText ?? item.copyrightNotice ?? item.author ?? item.creator ?? item.copyrightHolder);
  return [{ type: 'image', url, ...(caption && { caption }), ...(credit && { credit }) }];
}

const PLACES = ['url', 'embedUrl', 'embedURL', 'contentUrl', '@id', 'thumbnailUrl', 'thumbnail'];

/** A video that names neither player nor file is known by its still picture; the blog's own page is no video. */
function videoOf(item: Item, { base }: MediaFacts): Media[] {
  const places = typeof item === 'string' ? [item] : PLACES.map((place) => address(item, [place]));
  const url = places.map((place) => mediaUrl(place, base)).find((each) => each !== undefined && !isHere(each, base));
  if (url === undefined) return [];
  const caption = typeof item === 'string' ? undefined : word(item.name ?? item.description);
  return [{ type: 'video', url: watchUrl(url) ?? url, ...(caption && { caption }) }];
}

function isHere(url: string, base: string): boolean {
  return url.replace(/[#?].*$/u, '') === base.replace(/[#?].*$/u, '');
}

/** A picture or video that is shared is shown as such; a post or page as a link to it. */
function sharedOf(item: Item, facts: MediaFacts): Media[] {
  if (typeof item !== 'string' && isType(item, 'ImageObject')) return pictureOf(item, facts);
  if (typeof item !== 'string' && isType(item, 'VideoObject')) return videoOf(item, facts);
  const url = mediaUrl(typeof item === 'string' ? item : address(item, ['url', '@id']), facts.base);
  if (url === undefined || isHere(url, facts.base)) return [];
  const caption = typeof item === 'string' ? undefined : word(item.headline ?? item.name ?? item.text);
  return [{ type: 'embed', url, ...(caption && { caption }) }];
}

function address(item: Readonly<Record<string, unknown>>, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = item[key];
    const first = Array.isArray(value) ? value[0] : value;
    // The id of a thing in the document is the address of nothing.
    if (key === '@id' && typeof first === 'string' && first.includes('#')) continue;
    if (typeof first === 'string' && first.trim() !== '') return first;
    if (typeof first !== 'object' || first === null) continue;
    const inner = address(first as Record<string, unknown>, ['url', 'contentUrl', '@id']);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function word(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  const text = typeof first === 'object' && first !== null ? (first as Record<string, unknown>).name : first;
  const line = typeof text === 'string' ? plainLine(text) : '';
  return line === '' ? undefined : line;
}
