import { childrenOf, type DomElement, type DomNode, isElement, textOf, walk } from '../../body/dom.ts';
import { shortText } from '../../body/short-text.ts';
import { isTimeElement } from '../times.ts';

const LONGEST_TITLE = 200;
/** In a list of fewer entries a bold line may be one by chance. */
const FEWEST = 3;
export const MOST_OF_THEM = 0.8;

/** For a list without headings, the bold line that each entry begins with, where nearly all begin so. */
export function boldTitles(entries: readonly DomElement[]): ReadonlyMap<DomElement, DomElement> {
  const titles = new Map<DomElement, DomElement>();
  for (const entry of entries) {
    const title = boldLine(childrenOf(entry));
    if (title !== undefined) titles.set(entry, title);
  }
  const areTitles = entries.length >= FEWEST && titles.size >= entries.length * MOST_OF_THEM;
  return areTitles ? titles : new Map();
}

/** The first paragraph with words in it, if all of them are bold and more follows; or bold words that a line break ends. */
export function boldLine(entry: readonly DomNode[]): DomElement | undefined {
  for (const node of walk(entry)) {
    if (!isElement(node)) continue;
    if (/^h[1-6]$/u.test(node.name)) return undefined;
    if (isTimeElement(node) || textOf([node]).trim() === '') continue;
    const line = isStrong(node) ? (isLine(node) ? node : undefined) : node.name === 'p' ? lineIn(node) : undefined;
    if (line === undefined && node.name !== 'p' && !isStrong(node)) continue;
    return line !== undefined && isTitle(line, entry) ? line : undefined;
  }
  return undefined;
}

function isTitle(line: DomElement, entry: readonly DomNode[]): boolean {
  const title = shortText(line, LONGEST_TITLE);
  const hasWords = title !== undefined && /\p{L}/u.test(title) && textOf(entry).trim().length >= title.length * 1.2;
  return hasWords && !/[:.]$/u.test(title);
}

/** A paragraph that is all bold, or its bold beginning before a line break. */
function lineIn(paragraph: DomElement): DomElement | undefined {
  const [first, ...others] = childrenOf(paragraph).filter((node) => isBreak(node) || textOf([node]).trim() !== '');
  if (first === undefined || !isElement(first) || !isStrong(first)) return undefined;
  return others.length === 0 ? paragraph : isLine(first) ? first : undefined;
}

/** Nothing is said right before it but a time, and a line break or a box follows. */
function isLine({ prev, next }: DomElement): boolean {
  return endsLine(written(next, (node) => node.next)) && beginsLine(written(prev, (node) => node.prev));
}

/** The next thing said, or the next line break, in one direction. */
export function written(from: DomNode | null, on: (node: DomNode) => DomNode | null): DomNode | undefined {
  let node = from;
  while (node !== null && !isBreak(node) && textOf([node]).trim() === '') node = on(node);
  return node ?? undefined;
}

/** True for what begins a line of its own: a line break or a box. */
export function endsLine(node: DomNode | undefined): boolean {
  return (
    node !== undefined && (isBreak(node) || (isElement(node) && /^(?:p|div|ul|ol|blockquote|figure)$/u.test(node.name)))
  );
}

function beginsLine(node: DomNode | undefined): boolean {
  return (
    node === undefined ||
    isBreak(node) ||
    (isElement(node) && (isTimeElement(node) || /^(?:div|header)$/u.test(node.name)))
  );
}

/** True for a line break. */
export function isBreak(node: DomNode): boolean {
  return isElement(node) && node.name === 'br';
}

function isStrong(node: DomNode): boolean {
  return isElement(node) && /^(?:strong|b)$/u.test(node.name);
}
