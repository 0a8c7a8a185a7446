import type { Media } from '../../core/entry.ts';
import { type Caption, creditIn, isSigned, saidCaption, UNCAPTIONED } from './credits.ts';
import {
  attribute,
  childrenOf,
  type DomElement,
  type DomNode,
  findElement,
  hasClass,
  isElement,
  isText,
  textOf,
  walk,
} from './dom.ts';
import { isFurniture } from './furniture.ts';
import { isPixel, isPixelAddress, isSmall } from './pixels.ts';
import { mediaUrl } from './urls.ts';
import { oneLine } from './whitespace.ts';

/** The picture an `<img>` shows, or undefined for pixels, icons and placeholders. Lazy loading keeps the address elsewhere. */
export function imageOf(element: DomElement, base: string, caption: Caption): Media | undefined {
  const url = imageUrl(element, base);
  if (url === undefined || isPixel(element, url) || isSmall(element) || isFace(element, url)) return undefined;
  const alt = oneLine(attribute(element, 'alt') ?? '').replace(NO_WORDS, '');
  return { type: 'image', url, ...(alt === '' ? {} : { alt }), ...caption };
}

/** What a program writes where nobody described the picture. */
const NO_WORDS = /^(?:null|undefined|[\w-]+\.(?:jpe?g|png|gif|webp|avif|svg))$/iu;

/** The face of whoever wrote an entry. */
export function isFace(element: DomElement, url: string): boolean {
  const name = element.attribs.class;
  if (
    name !== undefined &&
    /(?:^|[\s_-])(?:g?r?avatar|author-?_{0,2}(?:photo|image|img|pic\w*)|byline)(?=$|[\s_-])/iu.test(name)
  )
    return true;
  return url.includes('gravatar.com/');
}

/** A picture that a source names outright; undefined for what `imageOf` would not show either. */
export function namedImage(address: string, base: string, alt: string, caption: Caption): Media | undefined {
  const url = isPlaceholder(address) ? undefined : mediaUrl(address, base);
  if (url === undefined || isPixelAddress(url)) return undefined;
  return { type: 'image', url, ...(alt === '' ? {} : { alt }), ...caption };
}

/** Emoji are written as pictures by WordPress and X; their `alt` is the character. */
export function emojiOf(element: DomElement): string | undefined {
  const alt = attribute(element, 'alt');
  if (alt === undefined || alt.length > 16) return undefined;
  const name = `${element.attribs.class ?? ''} ${element.attribs.src ?? ''}`;
  return /\b(?:wp-smiley|emoji|Emoji)\b|\/emoji\//u.test(name) ? alt : undefined;
}

/** Where lazy loaders keep the address, and WordPress that of the whole picture. */
const LAZY =
  'data-orig-file data-large-file data-src data-lazy-src data-lazy data-lazyload data-original data-original-src data-full-src data-hi-res-src data-defer-src data-echo data-img-url data-image data-url'.split(
    ' ',
  );
const LAZY_SETS = ['srcset', 'data-srcset', 'data-lazy-srcset'];

function imageUrl(element: DomElement, base: string): string | undefined {
  let largest = largestSet(element, undefined);
  for (const source of siblingSources(element)) largest = largestSet(source, largest);
  const whole = largest !== undefined && largest.size > 0 ? shownAt(largest.url, base) : undefined;
  if (whole !== undefined) return whole;
  for (const name of LAZY) {
    const url = shownAt(element.attribs[name], base);
    if (url !== undefined) return url;
  }
  return shownAt(element.attribs.src, base) ?? shownAt(largest?.url, base);
}

type Candidate = { readonly url: string; readonly size: number };

/** The largest candidate of the element's sets, if it is larger than `known`. */
function largestSet({ attribs }: DomElement, known: Candidate | undefined): Candidate | undefined {
  let largest = known;
  for (const name of LAZY_SETS) {
    const found = largestOf(attribs[name]);
    if (found !== undefined && (largest === undefined || found.size > largest.size)) largest = found;
  }
  return largest;
}

function shownAt(address: string | undefined, base: string): string | undefined {
  return address === undefined || isPlaceholder(address) ? undefined : mediaUrl(address, base);
}

function isPlaceholder(url: string): boolean {
  return /^\s*$|^data:|placeholder|\/(?:blank|spacer|transparent|grey|gray|loading|loader|spinner|lazy|t)\.(?:gif|png|svg|jpg)/iu.test(
    url,
  );
}

function siblingSources(element: DomElement): DomElement[] {
  const parent = element.parent;
  if (parent === null || !isElement(parent) || parent.name !== 'picture') return [];
  return childrenOf(parent).filter((node): node is DomElement => isElement(node) && node.name === 'source');
}

/** The largest candidate of a `srcset`; `size` is its width, or its density, or 0 when it says neither. */
function largestOf(srcset: string | undefined): Candidate | undefined {
  if (srcset === undefined || srcset.length > 20_000) return undefined;
  let best: Candidate | undefined;
  // Addresses may hold commas (image services do), so the descriptor or the blank after a comma ends a candidate.
  for (const [, url = '', size = '0', unit = ''] of srcset.matchAll(/\s*,?\s*(\S*[^\s,])(?:\s+([\d.]+)([wx]))?/gu)) {
    const value = Number(size) * (unit === 'x' ? 1000 : 1);
    if (best === undefined || value > best.size) best = { url, size: value };
  }
  return best;
}

const CREDIT = /credit|copyright|photographer|byline|agency|\bsource\b|quelle|rights|fotograf/iu;

/** Caption and credit of a figure: the credit from an element that says so, else from the caption's own last words. */
export function captionOf(figure: DomElement): Caption {
  const caption = findElement(childrenOf(figure), isCaption);
  if (caption === undefined) {
    const alone = findElement(childrenOf(figure), isCredit);
    const credit = alone === undefined ? '' : creditIn(textOf(childrenOf(alone)));
    return credit === '' || credit.length > LONGEST_CREDIT ? UNCAPTIONED : { credit };
  }
  const creditElement =
    findElement(childrenOf(caption), isCreditInside) ?? lastPart(caption) ?? creditBeside(caption, figure);
  const credit = creditElement === undefined ? '' : creditIn(textOf(childrenOf(creditElement)));
  return saidCaption(textWithout(caption, creditElement), credit);
}

const LONGEST_CREDIT = 120;

function isCreditInside(element: DomElement): boolean {
  return isCredit(element) || hasClass(element, 'author');
}

const ASIDE = new Set(['small', 'cite', 'em', 'i', 'span']);

/** A caption in parts that ends with a short one without a full stop: who made the picture. */
function lastPart(caption: DomElement): DomElement | undefined {
  const parts = childrenOf(caption).filter((node) => isElement(node) || textOf([node]).trim() !== '');
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined || !isElement(last)) return undefined;
  if (last.name === 'cite' || (ASIDE.has(last.name) && isSigned(oneLine(textOf([last]))))) return last;
  if (!parts.every(isElement)) return undefined;
  const [said, by] = [parts.slice(0, -1), [last]].map((nodes) => oneLine(textOf(nodes)));
  const isName = /^[\p{Lu}(©][^.!?]{1,58}$/u.test(by ?? '');
  return isName && /[.!?…”"»]$/u.test(said ?? '') ? last : undefined;
}

/** Some pages write the credit beside the caption and not in it. */
function creditBeside(caption: DomElement, figure: DomElement): DomElement | undefined {
  let inside: Set<DomNode> | undefined;
  return findElement(childrenOf(figure), (element) => {
    if (!isCredit(element)) return false;
    inside ??= new Set(walk([caption]));
    return !inside.has(element);
  });
}

const CAPTION =
  /(?:^|\s)(?:wp-caption-text|[\w-]{0,20}?(?:image|photo|media|picture|figure)(?:-|_{1,2})?caption|caption-?text|(?:[\w-]{1,20}(?:-|_{1,2}))?caption)(?=\s|$)/iu;

/** Also the caption of WordPress and of pages that write no `figcaption`. */
export function isCaption(element: DomElement): boolean {
  if (element.name === 'figcaption') return true;
  const name = element.attribs.class;
  return name !== undefined && /caption/iu.test(name) && CAPTION.test(name);
}

export function isCredit(element: DomElement): boolean {
  const { class: names, itemprop } = element.attribs;
  if (element.name === 'img' || (names === undefined && itemprop === undefined)) return false;
  return CREDIT.test(`${names ?? ''} ${itemprop ?? ''}`);
}

function textWithout(element: DomElement, left: DomElement | undefined): string {
  const parts: string[] = [];
  const gone = new Set<DomNode>(left === undefined ? [] : walk([left]));
  for (const node of walk(childrenOf(element))) {
    if (gone.has(node)) continue;
    if (isText(node)) parts.push(node.data);
    else if (isElement(node) && isFurniture(node)) for (const inner of walk([node])) gone.add(inner);
    else if (isElement(node) && PARTING.test(node.name)) parts.push(' ');
  }
  return parts.join('');
}

const PARTING = /^(?:br|p|div|li|h[1-6])$/u;
