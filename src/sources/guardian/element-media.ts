import { arrayIn, isObject, type JsonObject, objectIn, textIn } from '../wire/json.ts';
import { escapeHtml, figure, frame } from '../wire/markup.ts';

/** Pictures wider than this are the master file, several megabytes large. */
const WIDEST = 1400;

/** A picture; `caption` where it has none of its own. */
export function imageHtml(element: unknown, caption?: string): string {
  const url = imageUrl(element);
  if (url === undefined) return '';
  const data = objectIn(element, 'data');
  const own = textIn(data, 'caption') ?? caption;
  return figure({ url, alt: textIn(data, 'alt'), caption: own, credit: textIn(data, 'credit') });
}

/** Pictures side by side. */
export function imagesHtml(element: JsonObject): string {
  const caption = textIn(element, 'caption');
  return arrayIn(element, 'images')
    .map((image) => imageHtml(image, caption))
    .join('');
}

/** The largest rendering that is made for reading; the master only where there is no other. */
function imageUrl(element: unknown): string | undefined {
  const sources = arrayIn(element, 'imageSources').filter(isObject);
  const inline = sources.find((source) => source.weighting === 'inline') ?? sources[0];
  const rendering = widest(arrayIn(inline, 'srcSet').map((item) => [textIn(item, 'src'), textIn(item, 'width')]));
  return rendering ?? widest(arrayIn(objectIn(element, 'media'), 'allImages').map(sized));
}

function sized(image: unknown): readonly [string | undefined, string | undefined] {
  return [textIn(image, 'url'), textIn(objectIn(image, 'fields'), 'width')];
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

/** Drawn once for telephones and once for desks: the large one is shown. */
export function cartoonHtml(element: JsonObject): string {
  const variants = arrayIn(element, 'variants');
  const large = variants.find((variant) => textIn(variant, 'viewportSize') === 'large') ?? variants[0];
  const url = widest(arrayIn(large, 'images').map(sized));
  if (url === undefined) return '';
  const [alt, caption, credit] = ['alt', 'caption', 'credit'].map((field) => textIn(element, field));
  return figure({ url, alt, caption, credit });
}

/** A video that the paper has on YouTube. */
export function videoHtml(element: JsonObject): string {
  const id = textIn(element, 'assetId') ?? textIn(element, 'id');
  const title = textIn(element, 'caption') ?? textIn(element, 'mediaTitle');
  return id === undefined ? '' : frame(`https://www.youtube.com/embed/${id}`, title);
}

/** A film in several encodings, of which every player knows MP4; the asset of a film on YouTube is its id there. */
export function filmHtml(element: JsonObject): string {
  const assets = arrayIn(element, 'assets');
  const asset = assets.find((item) => textIn(item, 'mimeType') === 'video/mp4') ?? assets[0];
  const url = textIn(asset, 'url') ?? textIn(element, 'url') ?? textIn(element, 'originalUrl');
  if (url === undefined) return '';
  const title = textIn(element, 'caption') ?? textIn(element, 'title');
  if (/^[\w-]{11}$/u.test(url)) return frame(`https://www.youtube.com/embed/${url}`, title);
  if (!/\.(?:mp4|m3u8|webm|mov)(?:\?|$)/iu.test(url)) return frame(url, title);
  const named = title === undefined ? '' : ` title="${escapeHtml(title)}"`;
  return `<figure><video src="${escapeHtml(url)}"${named}></video></figure>`;
}

/** What a reader sent in: words, a picture or a film. */
export function witnessHtml(element: JsonObject): string {
  const data = isObject(element.witnessTypeData) ? element.witnessTypeData : element;
  const [title, author] = [textIn(data, 'title'), textIn(data, 'authorName')];
  const video = textIn(data, 'youtubeUrl');
  if (video !== undefined) return frame(video, title);
  const file = arrayIn(element, 'assets')
    .map((asset) => textIn(asset, 'file'))
    .findLast(Boolean);
  if (file !== undefined) {
    return figure({ url: file, alt: textIn(data, 'alt'), caption: textIn(data, 'caption') ?? title, credit: author });
  }
  const words = textIn(data, 'description') ?? '';
  if (words === '' && title === undefined) return '';
  const head = title === undefined ? '' : `<p><strong>${escapeHtml(title)}</strong></p>`;
  return `<blockquote>${head}${words}${author === undefined ? '' : `<p>— ${escapeHtml(author)}</p>`}</blockquote>`;
}
