import { childrenOf, type DomElement, type DomNode, isElement, textOf, walk } from '../body/dom.ts';
import { shortText } from '../body/short-text.ts';
import { isTimeElement } from './times.ts';

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

/** The first paragraph with words in it, if all of them are bold and more follows. */
export function boldLine(entry: readonly DomNode[]): DomElement | undefined {
  for (const node of walk(entry)) {
    if (!isElement(node)) continue;
    if (/^h[1-6]$/u.test(node.name)) return undefined;
    if (node.name !== 'p' || isTimeElement(node) || textOf([node]).trim() === '') continue;
    const title = isBold(node) ? shortText(node, LONGEST_TITLE) : undefined;
    const hasWords = title !== undefined && /\p{L}/u.test(title) && textOf(entry).trim().length >= title.length * 1.2;
    return hasWords && !/[:.]$/u.test(title) ? node : undefined;
  }
  return undefined;
}

function isBold(line: DomElement): boolean {
  const written = childrenOf(line).filter((node) => textOf([node]).trim() !== '');
  const [only] = written;
  return written.length === 1 && only !== undefined && isStrong(only);
}

function isStrong(node: DomNode): boolean {
  return isElement(node) && /^(?:strong|b)$/u.test(node.name);
}
