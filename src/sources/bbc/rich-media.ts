import type { Media } from '../../core/entry.ts';
import { saidCaption } from '../body/credits.ts';
import { namedFrame, namedPlayer } from '../body/embeds.ts';
import { namedImage } from '../body/media.ts';
import { arrayIn, isObject, type JsonObject, objectIn, textIn } from '../wire/json.ts';
import { blocksOf, plainOf } from './rich-text.ts';

/** Something shown inside a post: as it is, or in another site's HTML. `media` is undefined for adverts and counters. */
export type Embed = { readonly media: Media | undefined } | { readonly html: string };

/** A picture as the newsroom files it, or as the site hands it to its own scripts (`image: {srcSet, …}`). */
export function imageOf(model: JsonObject, base: string): Media | undefined {
  const raw = objectIn(blocksOf(model, 'rawImage')[0], 'model');
  const ready = objectIn(model, 'image');
  const url = imageUrl(raw) ?? readyUrl(ready);
  if (url === undefined) return undefined;
  const alt = plainOf(blocksOf(model, 'altText')) || (textIn(ready, 'alt') ?? '');
  const credit = textIn(raw, 'copyrightHolder') ?? textIn(ready, 'copyright') ?? '';
  return namedImage(url, base, alt, saidCaption(captionIn(model), credit));
}

/** What is written under it, wherever the block keeps it. */
function captionIn(model: JsonObject): string {
  const written = plainOf(blocksOf(model, 'caption'));
  if (written !== '') return written;
  return isObject(model.caption) ? plainOf([model.caption]) : (textIn(model, 'caption') ?? '');
}

const WIDTH = 976;

function readyUrl(image: JsonObject): string | undefined {
  let best: { url: string; width: number } | undefined;
  for (const [, url = '', width = '0'] of (textIn(image, 'srcSet') ?? '').matchAll(/(\S+)\s+(\d+)w/gu)) {
    if (best === undefined || Number(width) > best.width) best = { url, width: Number(width) };
  }
  return best?.url ?? textIn(image, 'src') ?? textIn(image, 'originalSrc') ?? textIn(image, 'url');
}

/** Pictures are named by a path on the image service; the width is part of the address. */
function imageUrl(raw: JsonObject): string | undefined {
  const locator = textIn(raw, 'locator');
  if (locator === undefined || /^https?:\/\//u.test(locator)) return locator;
  const origin = textIn(raw, 'originCode');
  if (origin === undefined || origin === 'pips' || origin === 'mpv' || origin === 'ic') {
    return `https://ichef.bbci.co.uk/images/ic/1024xn/${locator}`;
  }
  return `https://ichef.bbci.co.uk/ace/standard/${WIDTH}/${origin}/${locator}`;
}

/**
 * A clip of the BBC's own; undefined when the block does not say where it plays. Without an address of its own, a clip is
 * its still picture.
 */
export function playerOf(type: string, model: JsonObject, base: string): Embed | undefined {
  const clip = objectIn(blocksOf(model, 'clipMedia')[0] ?? blocksOf(model, 'aresMedia')[0], 'model');
  const facts = objectIn(blocksOf(clip, 'aresMediaMetadata')[0] ?? blocksOf(model, 'aresMediaMetadata')[0], 'model');
  const item = objectIn({ item: arrayIn(objectIn(model, 'media'), 'items')[0] }, 'item');
  const sources = [facts, clip, item];
  const own = playerPath(model, clip, facts, item);
  const title = captionIn(model) || (titleIn(sources) ?? '');
  if (own === undefined || !URL.canParse(own, SITE)) return stillOf(clip, title, base);
  const isSound = type === 'audio' || sources.some((from) => /^audio$/iu.test(textIn(from, 'format') ?? typeIn(from)));
  return { media: namedPlayer(isSound ? 'embed' : 'video', new URL(own, SITE).href, title) };
}

const SITE = 'https://www.bbc.com';

function typeIn(from: JsonObject): string {
  return textIn(from, 'type') ?? '';
}

function playerPath(...[model, clip, facts, item]: readonly JsonObject[]): string | undefined {
  const link = objectIn(clip, 'link');
  const film = textIn(objectIn(clip, 'video'), 'id');
  const pid = [textIn(model, 'locator'), textIn(clip, 'id'), textIn(facts, 'id'), textIn(item, 'id'), film].find(
    Boolean,
  );
  const path = textIn(link, 'path') ?? textIn(link, 'url') ?? textIn(objectIn(model, 'media'), 'externalEmbedUrl');
  return path ?? (pid === undefined ? undefined : `/programmes/${pid.replace(/^.*:/u, '')}`);
}

function titleIn(sources: readonly JsonObject[]): string | undefined {
  for (const from of sources) {
    const title =
      textIn(objectIn(from, 'video'), 'title') ??
      textIn(objectIn(from, 'headlines'), 'primaryHeadline') ??
      textIn(from, 'title');
    if (title !== undefined) return title;
  }
  return undefined;
}

function stillOf(clip: JsonObject, title: string, base: string): Embed | undefined {
  const url = textIn(arrayIn(clip, 'images')[0], 'urlTemplate')?.replace('{width}', String(WIDTH));
  return url === undefined ? undefined : { media: namedImage(url, base, '', title === '' ? {} : { caption: title }) };
}

/** Where the site keeps graphics that it includes by their path. */
const INCLUDES = 'https://news.files.bbci.co.uk';

/** Another site's card: its own HTML where the block carries it, at whatever depth, else its address. */
export function embedOf(model: JsonObject, base: string): Embed | undefined {
  const html = cardIn(model, 0) ?? textIn(model, 'html');
  if (html !== undefined) return { html };
  const graphic = objectIn(model, 'idt2Image');
  const drawn = textIn(graphic, 'src');
  if (drawn !== undefined) return { media: namedImage(drawn, base, textIn(graphic, 'alt') ?? '', {}) };
  const caption = captionIn(model) || (textIn(model, 'title') ?? '');
  for (const name of ['source', 'url', 'href', 'locator']) {
    const url = textIn(model, name);
    if (url !== undefined && /^https?:\/\//u.test(url)) return { media: namedFrame(url, caption, base) };
  }
  const path = textIn(model, 'href');
  return path?.startsWith('/include/') === true
    ? { media: namedFrame(`${INCLUDES}${path}`, caption, base) }
    : undefined;
}

/** `embed.oembed.html`, `oembed.html`, or the same in a block inside. */
function cardIn(model: JsonObject, depth: number): string | undefined {
  const own = textIn(objectIn(objectIn(model, 'embed'), 'oembed'), 'html') ?? textIn(objectIn(model, 'oembed'), 'html');
  if (own !== undefined || depth > 3 || typeof model.source !== 'string') return own;
  return arrayIn(model, 'blocks')
    .map((block) => cardIn({ source: '', ...objectIn(block, 'model') }, depth + 1))
    .find(Boolean);
}
