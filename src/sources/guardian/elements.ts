import { arrayIn, isObject, objectIn, textIn } from '../wire/json.ts';
import { escapeHtml, figure, frame } from '../wire/markup.ts';

/** Pieces of a block that are there for the page: sign-ups, call-outs, adverts. */
const FURNITURE = /^(?:Newsletter|Callout|Ad|Disclaimer|Divider|SignIn|EmailSignUp|Product|Contributions|Witness)/u;
/** Pictures wider than this are the master file, several megabytes large. */
const WIDEST = 1400;

/**
 * The HTML of a block of page JSON: its elements one after another. Elements are many and new ones come every year, so only
 * pictures and videos are known by name; any other counts by the `html` or address it carries. A "Related:" link counts only
 * when the block has nothing else.
 */
export function elementsHtml(elements: readonly unknown[]): string {
  const pieces: string[] = [];
  let related = '';
  for (const element of elements) {
    const name =
      /([A-Za-z]+?)(?:BlockElement|Element)?$/u.exec((textIn(element, '_type') ?? '').slice(-100))?.[1] ?? '';
    if (FURNITURE.test(name)) continue;
    if (name === 'RichLink') related += relatedHtml(element);
    else pieces.push(elementHtml(name, element));
  }
  const html = pieces.join('');
  return html === '' ? related : html;
}

function elementHtml(name: string, element: unknown): string {
  if (name === 'Image') return imageHtml(element);
  const video = name === 'Youtube' ? (textIn(element, 'assetId') ?? textIn(element, 'id')) : undefined;
  if (video !== undefined) return frame(`https://www.youtube.com/embed/${video}`, textIn(element, 'mediaTitle'));
  const html = textIn(element, 'html');
  if (html !== undefined) return readable(html);
  const images = arrayIn(element, 'images');
  if (images.length > 0) return images.map(imageHtml).join('');
  const url = ['embedUrl', 'url', 'originalUrl', 'sourceUrl'].map((field) => textIn(element, field)).find(Boolean);
  const player = url ?? textIn(arrayIn(element, 'assets')[0], 'url');
  const title = textIn(element, 'title') ?? textIn(element, 'caption') ?? textIn(element, 'alt');
  if (player !== undefined) return frame(player, title);
  return readable(textIn(element, 'body') ?? '');
}

/** Marks that Guardian pages rename for readers without scripts, under the names the body reader knows. */
function readable(html: string): string {
  return html.includes('nojs-tweet') ? html.replaceAll('nojs-tweet', 'twitter-tweet') : html;
}

function relatedHtml(element: unknown): string {
  const url = textIn(element, 'url');
  const text = textIn(element, 'text') ?? textIn(element, 'linkText') ?? url;
  return url === undefined ? '' : `<p><a href="${escapeHtml(url)}">${escapeHtml(text ?? url)}</a></p>`;
}

function imageHtml(element: unknown): string {
  const url = imageUrl(element);
  if (url === undefined) return '';
  const data = objectIn(element, 'data');
  return figure({ url, alt: textIn(data, 'alt'), caption: textIn(data, 'caption'), credit: textIn(data, 'credit') });
}

/** The largest rendering that is made for reading; the master only where there is no other. */
function imageUrl(element: unknown): string | undefined {
  const sources = arrayIn(element, 'imageSources').filter(isObject);
  const inline = sources.find((source) => source.weighting === 'inline') ?? sources[0];
  const rendering = widest(arrayIn(inline, 'srcSet').map((item) => [textIn(item, 'src'), textIn(item, 'width')]));
  if (rendering !== undefined) return rendering;
  const all = arrayIn(objectIn(element, 'media'), 'allImages');
  return widest(all.map((item) => [textIn(item, 'url'), textIn(objectIn(item, 'fields'), 'width')]));
}

function widest(candidates: readonly (readonly [string | undefined, string | undefined])[]): string | undefined {
  let best: { url: string; width: number } | undefined;
  for (const [url, written] of candidates) {
    if (url === undefined) continue;
    const width = Number(written ?? 0) || 0;
    const fits = width <= WIDEST;
    const bestFits = best !== undefined && best.width <= WIDEST;
    if (best === undefined || (fits && (!bestFits || width > best.width)) || (!bestFits && width < best.width)) {
      best = { url, width };
    }
  }
  return best?.url;
}
