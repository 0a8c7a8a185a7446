import { anyWord, inAll } from '../core/languages/in-all.ts';
import { childrenOf, type DomElement, findElement, isElement, walk } from './body/dom.ts';
import { shortText } from './body/short-text.ts';

const NAME = /^(?:\p{Lu}[\p{L}'’.-]+ ){1,3}\p{Lu}[\p{L}'’.-]+$/u;
const BY = new RegExp(String.raw`^${anyWord(inAll(({ by }) => by))}\s+`, 'iu');
const LONGEST_NAME = 50;
const PICTURE = /caption|legend|credit|copyright|image|photo|picture|gallery|media/iu;

/**
 * The name in a line that is a small picture and a name, and nothing else: the portrait of whoever wrote what follows.
 * Pictures of the entry have a caption, or stand in a figure.
 */
export function portraitName(line: DomElement): string | undefined {
  if (!/^(?:div|span|p|a|li|header)$/u.test(line.name)) return undefined;
  // The name first: a picture is looked for in all that a line holds.
  const text = shortText(line, LONGEST_NAME)?.replace(BY, '') ?? '';
  return NAME.test(text) && hasOnePicture(line) ? text : undefined;
}

function hasOnePicture(line: DomElement): boolean {
  const inner = [...walk(childrenOf(line))].filter(isElement);
  const isOfEntry = (element: DomElement) =>
    /^(?:figure|figcaption|h[1-6]|picture)$/u.test(element.name) || PICTURE.test(element.attribs.class ?? '');
  return (
    inner.filter(({ name }) => name === 'img').length === 1 &&
    !inner.some(isOfEntry) &&
    !isOfEntry(line) &&
    findElement([line], ({ name }) => name === 'figure') === undefined
  );
}
