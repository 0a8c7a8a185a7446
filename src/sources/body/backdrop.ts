import type { Media } from '../../core/entry.ts';
import { attribute, type DomElement } from './dom.ts';
import { isFace, namedImage } from './media.ts';
import { isPixel, isSmall } from './pixels.ts';
import { oneLine } from './whitespace.ts';

/** Where lazy loaders keep the address of a picture that is drawn behind an element. */
const LAZY = ['data-bg', 'data-background', 'data-background-image'] as const;
const DRAWN = /\bbackground(?:-image)?\s*:[^;]{0,200}?url\(\s*(?:"([^"]+)"|'([^']+)'|([^"')\s]+))\s*\)/iu;
const ADDRESS = /^(?:url\(\s*["']?)?([^\s"')]+\.(?:jpe?g|png|webp|avif)(?:\?[^\s"')]*)?)["']?\s*\)?$/iu;
/** What decorates a page and shows nothing. */
const DECORATION = /\.svg(?:[?#]|$)|sprite|icon|logo|pattern|texture|gradient|(?:^|[/_-])(?:bg|background)(?=[._-])/iu;

/** The picture that is drawn behind an element; undefined where it only decorates. Shown where an entry has no other. */
export function backdropOf(element: DomElement, base: string): Media | undefined {
  const address = drawnIn(element.attribs.style) ?? lazyIn(element);
  if (address === undefined || DECORATION.test(address) || isFace(element, address)) return undefined;
  if (isPixel(element, address) || isSmall(element)) return undefined;
  const alt = attribute(element, 'aria-label') ?? attribute(element, 'title') ?? '';
  return namedImage(address, base, oneLine(alt), {});
}

function drawnIn(style: string | undefined): string | undefined {
  if (style === undefined || !style.includes('url(')) return undefined;
  const found = DRAWN.exec(style);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

function lazyIn({ attribs }: DomElement): string | undefined {
  for (const name of LAZY) {
    const written = attribs[name];
    if (written !== undefined && written.length < 2000) return ADDRESS.exec(written.trim())?.[1];
  }
  return undefined;
}
