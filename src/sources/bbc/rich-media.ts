import type { Media } from '../../core/entry.ts';
import { saidCaption } from '../body/credits.ts';
import { namedFrame, namedPlayer } from '../body/embeds.ts';
import { namedImage } from '../body/media.ts';
import { type JsonObject, objectIn, textIn } from '../wire/json.ts';
import { blocksOf, plainOf } from './rich-text.ts';

/** Something shown inside a post: as it is, or in another site's HTML. `media` is undefined for adverts and counters. */
export type Embed = { readonly media: Media | undefined } | { readonly html: string };

export function imageOf(model: JsonObject, base: string): Media | undefined {
  const raw = objectIn(blocksOf(model, 'rawImage')[0], 'model');
  const url = imageUrl(raw);
  if (url === undefined) return undefined;
  const alt = plainOf(blocksOf(model, 'altText'));
  const caption = saidCaption(plainOf(blocksOf(model, 'caption')), textIn(raw, 'copyrightHolder') ?? '');
  return namedImage(url, base, alt, caption);
}

/** Pictures are named by a path on the image service; the width is part of the address. */
function imageUrl(raw: JsonObject): string | undefined {
  const locator = textIn(raw, 'locator');
  if (locator === undefined || /^https?:\/\//u.test(locator)) return locator;
  const origin = textIn(raw, 'originCode');
  if (origin === undefined || origin === 'pips' || origin === 'mpv') {
    return `https://ichef.bbci.co.uk/images/ic/1024xn/${locator}`;
  }
  return `https://ichef.bbci.co.uk/ace/standard/976/${origin}/${locator}`;
}

/** A clip of the BBC's own; undefined when the block does not say where it plays. */
export function playerOf(model: JsonObject): Embed | undefined {
  const clip = objectIn(blocksOf(model, 'clipMedia')[0] ?? blocksOf(model, 'aresMedia')[0], 'model');
  const path = textIn(objectIn(clip, 'link'), 'path') ?? textIn(objectIn(clip, 'link'), 'url');
  const pid = (textIn(model, 'locator') ?? textIn(clip, 'id') ?? '').replace(/^.*:/u, '');
  const own = path ?? (pid === '' ? undefined : `/programmes/${pid}`);
  if (own === undefined || !URL.canParse(own, 'https://www.bbc.com')) return undefined;
  const caption = plainOf(blocksOf(model, 'caption'));
  const title =
    caption === ''
      ? (textIn(objectIn(clip, 'video'), 'title') ?? textIn(objectIn(clip, 'headlines'), 'primaryHeadline') ?? '')
      : caption;
  const type = textIn(clip, 'type') === 'audio' ? 'embed' : 'video';
  return { media: namedPlayer(type, new URL(own, 'https://www.bbc.com').href, title) };
}

/** Another site's card: its own HTML where the block carries it, else its address. */
export function embedOf(model: JsonObject, base: string): Embed | undefined {
  const oembed = objectIn(objectIn(model, 'embed'), 'oembed');
  const html = textIn(oembed, 'html') ?? textIn(model, 'html');
  if (html !== undefined) return { html };
  for (const name of ['source', 'url', 'href', 'locator']) {
    const url = textIn(model, name);
    if (url !== undefined && /^https?:\/\//u.test(url)) {
      return { media: namedFrame(url, plainOf(blocksOf(model, 'caption')), base) };
    }
  }
  return undefined;
}
