import type { Document } from '../../../src/ports/source.ts';
import { childrenOf, type DomNode, parseHtml } from '../../../src/sources/body/dom.ts';
import type { Field, Reading } from './readings.ts';
import { type Style, writeHtml } from './write-html.ts';

/** A way in which a document could as well have been made. */
export type Change = {
  /** Completes "reads the same with …". */
  readonly what: string;
  /** The document as it could have been; undefined where this does not fit it. */
  readonly apply: (document: Document) => Document | undefined;
  /** What the change takes from the reading, and cannot but take. */
  readonly costs?: readonly Field[];
  /** True where the page loses what it is recognised by, and an operator has to name its kind. */
  readonly named?: true;
  /** Documents that read otherwise, and have to: by name, why. */
  readonly except?: Readonly<Record<string, string>>;
  /** The reading that is expected, where it is foreseeably another. */
  readonly expected?: (reading: Reading) => Reading;
};

const trees = new WeakMap<Document, readonly DomNode[]>();

/** The parsed document; parsed once, and not to be changed. */
export function nodesOf(document: Document): readonly DomNode[] {
  const known = trees.get(document);
  if (known !== undefined) return known;
  const nodes = parseHtml(document.text).root().toArray().flatMap(childrenOf);
  trees.set(document, nodes);
  return nodes;
}

export const rewritten =
  (style: Style) =>
  (document: Document): Document => ({
    ...document,
    text: writeHtml(nodesOf(document), style),
  });

export const withText = (document: Document, text: string): Document | undefined =>
  text === document.text ? undefined : { ...document, text };
