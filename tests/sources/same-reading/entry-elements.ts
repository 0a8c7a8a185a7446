import type { Document } from '../../../src/ports/source.ts';
import { childrenOf, type DomElement, type DomNode, isElement, textOf } from '../../../src/sources/body/dom.ts';
import { nodesOf } from './change.ts';
import { type ReadEntry, readingOf } from './readings.ts';

/** The entries of a page that stand side by side in one box, and their elements, in the order of the page. */
export type EntryElements = {
  readonly box: DomElement;
  readonly elements: readonly DomElement[];
  readonly entries: readonly ReadEntry[];
};

const dense = (text: string) => text.replace(/\s+/gu, '');
const markOf = ({ title, text }: ReadEntry) =>
  [title ?? '', text.slice(0, 60)].map(dense).filter((part) => part !== '');

const known = new WeakMap<Document, EntryElements | undefined>();

/** undefined where entries have no elements of their own, or not in one box. */
export function entryElements(document: Document): EntryElements | undefined {
  if (!known.has(document)) known.set(document, find(document));
  return known.get(document);
}

function find(document: Document): EntryElements | undefined {
  const { entries } = readingOf(document);
  if (entries.length < 3) return undefined;
  const marks = entries.map(markOf);
  if (marks.some((mark) => mark.length === 0)) return undefined;
  const roots = nodesOf(document).filter(isElement);
  const box = roots.map((root) => boxOf(root, marks)).find((found) => found !== undefined);
  if (box === undefined) return undefined;
  const elements = childrenOf(box).filter(isElement);
  const own = marks.map((mark) => elements.filter((element) => holds(element, mark)));
  if (own.some((found) => found.length !== 1)) return undefined;
  const places = own.flat();
  if (new Set(places).size !== places.length) return undefined;
  const inOrder = elements.filter((element) => places.includes(element));
  return {
    box,
    elements: inOrder,
    entries: inOrder.map((element) => entries[places.indexOf(element)]).filter((entry) => entry !== undefined),
  };
}

const texts = new WeakMap<DomNode, string>();
function textIn(node: DomElement): string {
  const text = texts.get(node) ?? dense(textOf([node]));
  texts.set(node, text);
  return text;
}

const holds = (element: DomElement, mark: readonly string[]) => mark.every((part) => textIn(element).includes(part));

/** The innermost element that holds every entry. */
function boxOf(element: DomElement, marks: readonly (readonly string[])[]): DomElement | undefined {
  if (!marks.every((mark) => holds(element, mark))) return undefined;
  for (const child of childrenOf(element).filter(isElement)) {
    const inner = boxOf(child, marks);
    if (inner !== undefined) return inner;
  }
  return element;
}
