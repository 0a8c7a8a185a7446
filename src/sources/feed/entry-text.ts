import { atomContent, type Content } from './content.ts';
import { attribute, childrenOf, type Node, textOf } from './node.ts';

/** Elements that hold the whole text, the best first, and those that hold a short one. */
const FULL = ['content', 'content:encoded', 'fullitem', 'xhtml:body', 'xhtml:div', 'body', 'atom:content'] as const;
const SHORT = [
  'description',
  'summary',
  'dc:description',
  'itunes:summary',
  'abstract',
  'media:text',
  'itunes:subtitle',
  'atom:summary',
  'media:description',
] as const;
const NAMES = [...FULL, ...SHORT];
/** Elements whose `type` and `mode` say what they hold (RFC 4287 4.1.3); in RSS the bare names are HTML without one. */
const TYPED = new Set<string>(['content', 'summary', 'atom:content', 'atom:summary']);

export type TextElement = (typeof NAMES)[number] | 'media:group';
type TextElements = { readonly [name in TextElement]?: readonly Node[] | undefined };
export type EntryText = { readonly content: Content; readonly node: Node };

/**
 * The fullest text an item has: the whole content before a description of it. Content that lives elsewhere (`src`) or is
 * no text leaves the next to speak. `typed`: the bare names are Atom's, and plain text unless they say otherwise.
 */
export function entryText(item: TextElements, typed: boolean): EntryText | undefined {
  for (const name of NAMES) {
    const nodes = item[name];
    const found = nodes === undefined ? undefined : firstContent(nodes, isTyped(name, typed));
    if (found !== undefined) return found;
  }
  const described = (item['media:group'] ?? []).flatMap((group) => childrenOf(group, 'media:description'));
  return firstContent(described, () => false);
}

function isTyped(name: string, typed: boolean): (node: Node) => boolean {
  if (!TYPED.has(name)) return () => false;
  return (node) => typed || name.startsWith('atom:') || attribute(node, 'type') !== undefined;
}

function firstContent(nodes: readonly Node[], isTypedNode: (node: Node) => boolean): EntryText | undefined {
  for (const node of nodes) {
    const content: Content = isTypedNode(node) ? atomContent(node, true) : { kind: 'html', value: textOf(node) };
    if (content.value !== '') return { content, node };
  }
  return undefined;
}
