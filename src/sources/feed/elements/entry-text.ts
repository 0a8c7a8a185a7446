import { atomContent, type Content, guessed } from './content.ts';
import { attribute, childrenOfAll, latestFirst, type Node, textOf } from './node.ts';

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
/** RSS has its own name for the whole text, and `content` is nothing in particular there. */
const RSS_NAMES = ['content:encoded' as const, ...NAMES];
/** Elements whose `type` and `mode` say what they hold (RFC 4287 4.1.3); in RSS the bare names are HTML without one. */
const TYPED = new Set<string>(['content', 'summary', 'atom:content', 'atom:summary']);
/** Elements whose formats say that they are HTML; all others are text that often is HTML all the same. */
const HTML = new Set<string>(['content', 'content:encoded', 'fullitem', 'description', 'dc:description']);

/** Of several of these the last counts, as feed readers agree; of several contents the first. */
const LATEST = new Set<string>(['description', 'summary']);

export type TextElement = (typeof NAMES)[number] | 'media:group';
type TextElements = { readonly [name in TextElement]?: readonly Node[] | undefined };
export type EntryText = { readonly content: Content; readonly node: Node };

/**
 * The fullest text an item has: the whole content before a description of it. Content that lives elsewhere (`src`) or is
 * no text leaves the next to speak. `typed`: the bare names are Atom's, and plain text unless they say otherwise.
 */
export function entryText(item: TextElements, typed: boolean): EntryText | undefined {
  for (const name of typed ? NAMES : RSS_NAMES) {
    const nodes = item[name];
    const read = LATEST.has(name) ? latestFirst(nodes) : nodes;
    const found = read === undefined ? undefined : firstContent(read, name, typed);
    if (found !== undefined) return found;
  }
  return firstContent(childrenOfAll(item['media:group'], 'media:description'), 'media:description', false);
}

function firstContent(nodes: readonly Node[], name: string, typed: boolean): EntryText | undefined {
  for (const node of nodes) {
    const content = contentOf(node, name, typed);
    if (content.value !== '') return { content, node };
  }
  return undefined;
}

function contentOf(node: Node, name: string, typed: boolean): Content {
  if (attribute(node, 'mode') === 'base64') return atomContent(node, true);
  const saysItsType = typed || name.startsWith('atom:') || attribute(node, 'type') !== undefined;
  if (TYPED.has(name) && saysItsType) return atomContent(node, true);
  const value = textOf(node);
  return HTML.has(name) || attribute(node, 'markup') !== undefined ? { kind: 'html', value } : guessed(value);
}
