import { arrayIn, type JsonObject, objectIn, textIn } from '../wire/json.ts';
import { escapeHtml, figure, frame } from '../wire/markup.ts';

/** Deeper than any editor nests; below it nothing is read. */
const MAX_DEPTH = 40;
/** Words for screen readers that the site copies into its own text. */
const COPIED_LABELS = /\s*(?:Article share tools|View more on (?:twitter|facebook|instagram))\s*$/iu;

/** The HTML of a tree of `{type, model: {text?, blocks?}}` blocks, the BBC's way to write rich text. */
export function richHtml(blocks: readonly unknown[], depth = 0): string {
  return depth > MAX_DEPTH ? '' : blocks.map((block) => blockHtml(block, depth)).join('');
}

function blockHtml(block: unknown, depth: number): string {
  const model = objectIn(block, 'model');
  const type = textIn(block, 'type') ?? '';
  const inner = (): string => richHtml(arrayIn(model, 'blocks'), depth + 1);
  switch (type) {
    case 'fragment':
      return fragmentHtml(model);
    case 'paragraph':
      return `<p>${innerOrText(model, inner)}</p>`;
    case 'urlLink':
      return linkHtml(model, innerOrText(model, inner));
    case 'orderedList':
      return `<ol>${inner()}</ol>`;
    case 'unorderedList':
      return `<ul>${inner()}</ul>`;
    case 'listItem':
      return `<li>${innerOrText(model, inner)}</li>`;
    case 'headline':
    case 'subheadline':
    case 'crosshead':
    case 'subheading':
      return `<h3>${plainOf([block])}</h3>`;
    case 'blockquote':
    case 'quote':
    case 'pullOut':
      return `<blockquote>${innerOrText(model, inner)}</blockquote>`;
    case 'image':
      return imageHtml(model);
    case 'video':
    case 'audio':
    case 'clip':
    case 'media':
      return videoHtml(model);
    default:
      return embedHtml(model) ?? inner();
  }
}

function innerOrText(model: JsonObject, inner: () => string): string {
  const html = inner();
  return html === '' ? escapeHtml(textIn(model, 'text') ?? '') : html;
}

function fragmentHtml(model: JsonObject): string {
  const written = typeof model.text === 'string' ? model.text.replace(COPIED_LABELS, '') : '';
  if (written.trim() === '') return written === '' ? '' : ' ';
  const attributes = arrayIn(model, 'attributes');
  let html = escapeHtml(written);
  if (attributes.includes('italic')) html = `<em>${html}</em>`;
  if (attributes.includes('bold')) html = `<strong>${html}</strong>`;
  return html;
}

function linkHtml(model: JsonObject, html: string): string {
  const url = textIn(model, 'locator') ?? textIn(model, 'url');
  return url === undefined ? html : `<a href="${escapeHtml(url)}">${html}</a>`;
}

/** The text of blocks on one line each, joined by `separator`. */
export function plainOf(blocks: readonly unknown[], separator = ' ', depth = 0): string {
  if (depth > MAX_DEPTH) return '';
  const parts = blocks.map((block) => {
    const model = objectIn(block, 'model');
    const inner = arrayIn(model, 'blocks');
    const isLine = textIn(block, 'type') === 'paragraph';
    const joined = inner.length > 0 ? plainOf(inner, isLine ? '' : separator, depth + 1) : '';
    return joined.trim() === '' ? rawText(model) : joined;
  });
  const text = parts.filter((part) => part !== '').join(separator);
  return separator === '' ? text : text.replace(/\s+/gu, ' ').trim();
}

function rawText(model: JsonObject): string {
  return typeof model.text === 'string' ? model.text : '';
}

/** The blocks of one type directly below a model. */
export function blocksOf(model: unknown, type: string): readonly unknown[] {
  return arrayIn(model, 'blocks').filter((block) => textIn(block, 'type') === type);
}

function captionOf(model: JsonObject): string | undefined {
  const caption = plainOf(blocksOf(model, 'caption'));
  return caption === '' ? undefined : caption;
}

function imageHtml(model: JsonObject): string {
  const raw = objectIn(blocksOf(model, 'rawImage')[0], 'model');
  const url = imageUrl(raw);
  if (url === undefined) return '';
  const alt = plainOf(blocksOf(model, 'altText'));
  const caption = captionOf(model);
  const credit = textIn(raw, 'copyrightHolder');
  return figure({ url, alt: alt === '' ? undefined : alt, caption: caption && escapeHtml(caption), credit });
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

function videoHtml(model: JsonObject): string {
  const clip = objectIn(blocksOf(model, 'clipMedia')[0] ?? blocksOf(model, 'aresMedia')[0], 'model');
  const path = textIn(objectIn(clip, 'link'), 'path') ?? textIn(objectIn(clip, 'link'), 'url');
  const pid = (textIn(model, 'locator') ?? textIn(clip, 'id') ?? '').replace(/^.*:/u, '');
  const own = path ?? (pid === '' ? undefined : `/programmes/${pid}`);
  if (own === undefined || !URL.canParse(own, 'https://www.bbc.com')) return embedHtml(model) ?? '';
  const title =
    captionOf(model) ??
    textIn(objectIn(clip, 'video'), 'title') ??
    textIn(objectIn(clip, 'headlines'), 'primaryHeadline');
  const type = textIn(clip, 'type') === 'audio' ? 'audio' : 'video';
  const label = title === undefined ? '' : ` title="${escapeHtml(title)}"`;
  return `<${type} src="${escapeHtml(new URL(own, 'https://www.bbc.com').href)}"${label}></${type}>`;
}

/** Another site's card: its own HTML where the block carries it, else its address. */
function embedHtml(model: JsonObject): string | undefined {
  const oembed = objectIn(objectIn(model, 'embed'), 'oembed');
  const html = textIn(oembed, 'html') ?? textIn(model, 'html');
  if (html !== undefined) return html;
  const url = [textIn(model, 'source'), textIn(model, 'url'), textIn(model, 'href'), textIn(model, 'locator')].find(
    (value) => value !== undefined && /^https?:\/\//u.test(value),
  );
  return url === undefined ? undefined : frame(url, captionOf(model));
}
