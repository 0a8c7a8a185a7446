import type { Media } from '../../core/entry.ts';
import { watchUrl } from '../body/embeds.ts';
import { mediaUrl } from '../body/urls.ts';
import { oneLine } from '../body/whitespace.ts';

/** Pictures and videos of an update. `shared` holds the addresses that stand for the blog and not for the update. */
export function updateMedia(image: unknown, video: unknown, base: string, shared: ReadonlySet<string>): Media[] {
  const pictures = items(image).flatMap((item) => pictureOf(item, base));
  const videos = items(video).flatMap((item) => videoOf(item, base));
  return [...pictures.filter((picture) => !shared.has(picture.url)), ...videos];
}

/** The addresses of the pictures in an `image` property. */
export function pictureUrls(image: unknown, base: string): string[] {
  return items(image).flatMap((item) => pictureOf(item, base).map((picture) => picture.url));
}

type Item = string | Readonly<Record<string, unknown>>;

function items(value: unknown): Item[] {
  if (Array.isArray(value)) return value.slice(0, 50).flatMap(items);
  if (typeof value === 'string' && value.trim() !== '') return [value];
  return typeof value === 'object' && value !== null ? [value as Record<string, unknown>] : [];
}

function pictureOf(item: Item, base: string): Media[] {
  const url = mediaUrl(typeof item === 'string' ? item : address(item, ['url', 'contentUrl', '@id']), base);
  if (url === undefined) return [];
  if (typeof item === 'string') return [{ type: 'image', url }];
  const caption = word(item.caption ?? item.description);
  const credit = word(item.creditText ?? item.copyrightNotice ?? item.author ?? item.creator);
  return [{ type: 'image', url, ...(caption && { caption }), ...(credit && { credit }) }];
}

/** A video that names neither player nor file is known by its still picture. */
function videoOf(item: Item, base: string): Media[] {
  const written =
    typeof item === 'string'
      ? item
      : address(item, ['url', 'embedUrl', 'embedURL', 'contentUrl', '@id', 'thumbnailUrl', 'thumbnail']);
  const url = mediaUrl(written, base);
  if (url === undefined) return [];
  const caption = typeof item === 'string' ? undefined : word(item.name ?? item.description);
  return [{ type: 'video', url: watchUrl(url) ?? url, ...(caption && { caption }) }];
}

function address(item: Readonly<Record<string, unknown>>, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = item[key];
    const first = Array.isArray(value) ? value[0] : value;
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
  const line = typeof text === 'string' ? oneLine(text) : '';
  return line === '' ? undefined : line;
}
