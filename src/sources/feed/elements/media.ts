import type { Media } from '../../../core/entry.ts';
import { webAddress } from '../../../core/web-address.ts';
import { baseOf, relationOf } from './links.ts';
import { attribute, childrenOf, childrenOfAll, firstText, type Node, textOf } from './node.ts';
import { plainTitle } from './title.ts';

const NAMES = [
  ...(['enclosure', 'image', 'media:content', 'media:thumbnail'] as const),
  ...(['media:group', 'media:player', 'itunes:image'] as const),
] as const;

/** The elements of an item that carry pictures and films, and what is said of them. */
export type MediaElement = (typeof NAMES)[number] | 'media:description' | 'media:credit';
export type MediaElements = { readonly [name in MediaElement]?: readonly Node[] | undefined };

type Found = { readonly media: Media; readonly width: number };

/**
 * What an item shows beside its text: Media RSS (https://www.rssboard.org/media-rss), enclosures, iTunes pictures and Atom
 * enclosure links. Of the renditions of one picture the widest is kept; thumbnails only stand in for missing pictures.
 * `told` is the element that the item's text was taken from: no caption says the same again.
 */
export function mediaOf(
  item: MediaElements,
  links: readonly Node[],
  feedBase: string,
  told: Node | undefined = undefined,
): Media[] {
  if (links.length === 0 && !NAMES.some((name) => item[name] !== undefined)) return [];
  const groups = item['media:group'] ?? [];
  const contents = [...(item['media:content'] ?? []), ...childrenOfAll(groups, 'media:content')];
  const descriptions = [...(item['media:description'] ?? []), ...childrenOfAll(groups, 'media:description')];
  const caption = plainTitle(firstText(descriptions.filter((node) => node !== told)));
  const credit = plainTitle(firstText(item['media:credit'], childrenOfAll(groups, 'media:credit')));
  const details = { ...(caption === undefined ? {} : { caption }), ...(credit === undefined ? {} : { credit }) };
  const attached = [...(item.enclosure ?? []), ...links.filter((link) => relationOf(link) === 'enclosure')];
  const found = [
    ...contents.map((node) => mediaContent(node, feedBase, details)),
    ...attached.map((node) => attachment(node, feedBase)),
  ].filter((each) => each !== undefined);
  const media = widest(found);
  if (media.length > 0) return media;
  const around = [...groups, ...contents];
  return [...players(item, around, feedBase), ...pictures(item, around, feedBase, details)];
}

/** Pages that play what has no file of its own. */
function players(item: MediaElements, around: readonly Node[], feedBase: string): Media[] {
  const nodes = [...(item['media:player'] ?? []), ...childrenOfAll(around, 'media:player')];
  const urls = nodes.map((node) => webAddress(attribute(node, 'url') ?? textOf(node), baseOf(node, feedBase)));
  return [...new Set(urls)].flatMap((url) => (url === undefined ? [] : [{ type: 'embed', url }]));
}

/** Pictures that only stand for the item: thumbnails and the iTunes image. */
function pictures(item: MediaElements, around: readonly Node[], feedBase: string, details: Partial<Media>): Media[] {
  const thumbnails = [...(item['media:thumbnail'] ?? []), ...childrenOfAll(around, 'media:thumbnail')];
  const nodes = [...thumbnails, ...(item['itunes:image'] ?? []), ...(item.image ?? [])];
  const urls = nodes.map((node) => ({
    url: webAddress(pictureIn(node), baseOf(node, feedBase)),
    width: Number(attribute(node, 'width') ?? 0),
  }));
  const found = urls.flatMap(({ url, width }) =>
    url === undefined ? [] : [{ media: { type: 'image' as const, url, ...details }, width }],
  );
  return widest(found).slice(0, 1);
}

/** Written as an attribute, as text, or in the `url` of RSS images. */
function pictureIn(node: Node): string {
  return attribute(node, 'url') ?? attribute(node, 'href') ?? firstText(childrenOf(node, 'url'), [node]);
}

function mediaContent(node: Node, feedBase: string, details: Partial<Media>): Found | undefined {
  const url = webAddress(attribute(node, 'url') ?? attribute(node, 'href'), baseOf(node, feedBase));
  if (url === undefined) return undefined;
  const caption = plainTitle(firstText(childrenOf(node, 'media:description')));
  const credit = plainTitle(firstText(childrenOf(node, 'media:credit')));
  const type = mediaType(attribute(node, 'medium') ?? attribute(node, 'type') ?? '', url);
  if (type === undefined) return undefined;
  const own = { ...(caption === undefined ? {} : { caption }), ...(credit === undefined ? {} : { credit }) };
  return { media: { type, url, ...details, ...own }, width: Number(attribute(node, 'width') ?? 0) };
}

function attachment(node: Node, feedBase: string): Found | undefined {
  const url = webAddress(attribute(node, 'url') ?? attribute(node, 'href'), baseOf(node, feedBase));
  const type = url === undefined ? undefined : mediaType(attribute(node, 'type') ?? '', url);
  return url === undefined || type === undefined ? undefined : { media: { type, url }, width: 0 };
}

function mediaType(said: string, url: string): Media['type'] | undefined {
  if (/^image/i.test(said) || (said === '' && /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i.test(url))) return 'image';
  if (/^video/i.test(said) || (said === '' && /\.(?:mp4|m4v|mov|webm)(?:[?#]|$)/i.test(url))) return 'video';
  return /^(?:text|application\/(?:x-)?(?:html|xhtml|xml|json))/i.test(said) ? undefined : 'embed';
}

function widest(found: readonly Found[]): Media[] {
  const byPicture = new Map<string, Found>();
  for (const each of found) {
    const key = each.width === 0 ? each.media.url : each.media.url.replace(/[?#].*$/, '').replace(/\d+/g, '');
    const known = byPicture.get(key);
    const same = known !== undefined && known.width !== each.width;
    if (known === undefined || (same && known.width < each.width)) byPicture.set(key, each);
    else if (!same && known.media.url !== each.media.url) byPicture.set(each.media.url, each);
  }
  return [...byPicture.values()].map(({ media }) => media);
}
