import type { Media } from '../../core/entry.ts';
import {
  attribute,
  childrenOf,
  type DomElement,
  type DomNode,
  findElement,
  hasClass,
  isElement,
  textOf,
  walk,
} from './dom.ts';
import { isPixel, isPixelAddress } from './furniture.ts';
import { mediaUrl } from './urls.ts';
import { oneLine } from './whitespace.ts';

export type Caption = { readonly caption?: string; readonly credit?: string };

/** The picture an `<img>` shows, or undefined for pixels, icons and placeholders. Lazy loading keeps the address elsewhere. */
export function imageOf(element: DomElement, base: string, caption: Caption): Media | undefined {
  const url = imageUrl(element, base);
  if (url === undefined || isPixel(element, url) || hasClass(element, 'avatar')) return undefined;
  const alt = oneLine(attribute(element, 'alt') ?? '');
  return { type: 'image', url, ...(alt === '' ? {} : { alt }), ...caption };
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

const LAZY = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-original-src',
  'data-full-src',
  'data-img-url',
  'data-url',
];
const LAZY_SETS = ['srcset', 'data-srcset', 'data-lazy-srcset'];

function imageUrl(element: DomElement, base: string): string | undefined {
  const sets = [element, ...siblingSources(element)].flatMap((from) =>
    LAZY_SETS.map((name) => largestOf(from.attribs[name])),
  );
  const largest = sets.filter((found) => found !== undefined).sort((a, b) => b.size - a.size)[0];
  const candidates = [
    largest !== undefined && largest.size > 0 ? largest.url : undefined,
    ...LAZY.map((name) => element.attribs[name]),
    element.attribs.src,
    largest?.url,
  ];
  for (const candidate of candidates) {
    if (candidate === undefined || isPlaceholder(candidate)) continue;
    const url = mediaUrl(candidate, base);
    if (url !== undefined) return url;
  }
  return undefined;
}

function isPlaceholder(url: string): boolean {
  return /^\s*$|^data:|placeholder|\/(?:blank|spacer|transparent|grey|gray|loading)\.(?:gif|png|svg|jpg)/iu.test(url);
}

function siblingSources(element: DomElement): DomElement[] {
  const parent = element.parent;
  if (parent === null || !isElement(parent) || parent.name !== 'picture') return [];
  return childrenOf(parent).filter((node): node is DomElement => isElement(node) && node.name === 'source');
}

/** The largest candidate of a `srcset`; `size` is its width, or its density, or 0 when it says neither. */
function largestOf(srcset: string | undefined): { url: string; size: number } | undefined {
  if (srcset === undefined || srcset.length > 20_000) return undefined;
  let best: { url: string; size: number } | undefined;
  // Addresses may hold commas (image services do), so the descriptor or the blank after a comma ends a candidate.
  for (const [, url = '', size = '0', unit = ''] of srcset.matchAll(/\s*,?\s*(\S*[^\s,])(?:\s+([\d.]+)([wx]))?/gu)) {
    const value = Number(size) * (unit === 'x' ? 1000 : 1);
    if (best === undefined || value > best.size) best = { url, size: value };
  }
  return best;
}

const CREDIT_LEAD = /^(?:image |photo |picture )?credit\s*(?:[.:…]+\s*)/iu;
const CREDIT = /credit|copyright|photographer|byline|agency|\bsource\b|quelle|rights/iu;
const CREDIT_TEXT =
  /(?:^|[\s(|[])((?:photograph|photo|image|picture|credit|foto|bild|crédit|crédits|foto di|fotografía|zdjęcie|fot\.|imagem|beeld)(?: credit| by)?\s*[:/]\s*(.{2,100}?)|(?:©|\(c\))\s*(.{2,100}?))[)\].]?\s*$/iu;

/** Caption and credit of a figure: the credit from an element that says so, else from the caption's own last words. */
export function captionOf(figure: DomElement): Caption {
  const caption = findElement(childrenOf(figure), isCaption);
  if (caption === undefined) return {};
  const creditElement =
    findElement(childrenOf(caption), isCredit) ?? lastPart(caption) ?? creditBeside(caption, figure);
  const credit = creditElement === undefined ? '' : oneLine(textOf(childrenOf(creditElement))).replace(CREDIT_LEAD, '');
  return saidCaption(textWithout(caption, creditElement), credit);
}

/** A caption in parts that ends with a short one without a full stop: who made the picture. */
function lastPart(caption: DomElement): DomElement | undefined {
  const parts = childrenOf(caption).filter((node) => isElement(node) || textOf([node]).trim() !== '');
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined || !parts.every(isElement) || !isElement(last)) return undefined;
  const [said, by] = [parts.slice(0, -1), [last]].map((nodes) => oneLine(textOf(nodes)));
  const isName = /^[\p{Lu}(©][^.!?]{1,58}$/u.test(by ?? '');
  return isName && /[.!?…”"»]$/u.test(said ?? '') ? last : undefined;
}

/** Some pages write the credit beside the caption and not in it. */
function creditBeside(caption: DomElement, figure: DomElement): DomElement | undefined {
  const inside = new Set<DomNode>(walk([caption]));
  return findElement(
    childrenOf(figure),
    (element) => !inside.has(element) && element.name !== 'img' && isCredit(element),
  );
}

/** The same of a caption in words; `credit` is '' where the source has none of its own. */
export function saidCaption(written: string, credit: string): Caption {
  const text = oneLine(written);
  if (credit !== '') return { ...(text === '' ? {} : { caption: text }), credit };
  const match = CREDIT_TEXT.exec(text);
  const named = match?.[2] ?? match?.[3];
  if (match === null || named === undefined) return text === '' ? {} : { caption: text };
  const rest = text.slice(0, match.index).replace(/[\s|·–—-]+$/u, '');
  return { ...(rest === '' ? {} : { caption: rest }), credit: named.trim() };
}

/** Also the caption of WordPress and of pages that write no `figcaption`. */
export function isCaption(element: DomElement): boolean {
  if (element.name === 'figcaption') return true;
  return /(?:^|\s)(?:wp-caption-text|[\w-]{0,20}?(?:image|photo|media|picture|figure)(?:-|_{1,2})?caption|caption-?text|gallery-caption)(?=\s|$)/iu.test(
    element.attribs.class ?? '',
  );
}

export function isCredit(element: DomElement): boolean {
  return element.name !== 'img' && CREDIT.test(`${element.attribs.class ?? ''} ${element.attribs.itemprop ?? ''}`);
}

function textWithout(element: DomElement, left: DomElement | undefined): string {
  const parts: string[] = [];
  const gone = left === undefined ? undefined : new Set<DomNode>(walk([left]));
  for (const node of walk(childrenOf(element))) {
    if (gone?.has(node)) continue;
    if (node.nodeType === 3 && 'data' in node) parts.push(node.data);
    else if (isElement(node) && (node.name === 'br' || node.name === 'p')) parts.push(' ');
  }
  return parts.join('');
}
