import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';

/** The tree's plain text: blocks separated by a blank line, list items on lines of their own, table cells by " | ". */
export function plainText(tree: Root): string {
  return blocksText(tree.children, '\n\n');
}

function blocksText(nodes: readonly RootContent[], separator: string): string {
  let all = '';
  for (const node of nodes) {
    const text = blockText(node);
    if (text !== '') all += all === '' ? text : `${separator}${text}`;
  }
  return all;
}

function blockText(node: RootContent): string {
  switch (node.type) {
    case 'list':
    case 'table':
      return blocksText(node.children, '\n');
    case 'listItem':
      return blocksText(node.children, '\n');
    case 'blockquote':
      return blocksText(node.children, '\n\n');
    case 'tableRow':
      return node.children
        .map((cell) => inlineText(cell.children))
        .join(' | ')
        .trim();
    default:
      return nodeText(node).trim();
  }
}

/** Plain text of inline content. */
export function inlineText(nodes: readonly PhrasingContent[]): string {
  let text = '';
  for (const node of nodes) text += nodeText(node);
  return text;
}

function nodeText(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'image') return '';
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  let text = '';
  if ('children' in node) for (const child of node.children) text += nodeText(child);
  return text;
}

/** The number of characters `plainText` would give, without building it. */
export function textLength(tree: Root): number {
  return plainText(tree).length;
}

export type Cut = { readonly tree: Root; readonly cut: boolean };

/**
 * The beginning of a tree with at most `max` characters of plain text, ending at a word with "…". Never splits a
 * surrogate pair or a grapheme; keeps the structure around the text it keeps.
 */
export function cutTree(tree: Root, max: number): Cut {
  if (textLength(tree) <= max) return { tree, cut: false };
  const budget = { left: Math.max(0, max - 1), done: false };
  const children = cutChildren(tree.children, budget, 2);
  return { tree: { type: 'root', children: endWithEllipsis(children) }, cut: true };
}

/** A string cut at a word to at most `max` characters, "…" included. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${wordPrefix(text, Math.max(0, max - 1)).trimEnd()}…`;
}

type Budget = { left: number; done: boolean };

function cutChildren<T extends Nodes>(nodes: readonly T[], budget: Budget, gap: number): T[] {
  const kept: T[] = [];
  for (const node of nodes) {
    if (budget.done) break;
    if (kept.length > 0) budget.left -= gap;
    const part = cutNode(node, budget);
    if (part !== undefined) kept.push(part);
  }
  return kept;
}

function cutNode<T extends Nodes>(node: T, budget: Budget): T | undefined {
  if (budget.left <= 0) {
    budget.done = true;
    return undefined;
  }
  if ('value' in node && typeof node.value === 'string') {
    if (node.value.length <= budget.left) {
      budget.left -= node.value.length;
      return node;
    }
    const value = wordPrefix(node.value, budget.left);
    budget.left = 0;
    budget.done = true;
    return value === '' ? undefined : { ...node, value };
  }
  if ('children' in node) {
    const children = cutChildren(node.children as Nodes[], budget, gapInside(node));
    return children.length === 0 ? undefined : ({ ...node, children } as T);
  }
  if (node.type === 'break') budget.left -= 1;
  return node;
}

function gapInside(node: Nodes): number {
  if (node.type === 'blockquote') return 2;
  if (node.type === 'list' || node.type === 'table' || node.type === 'listItem') return 1;
  if (node.type === 'tableRow') return 3;
  return 0;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The longest beginning of at most `max` UTF-16 units that ends before a space, else at a grapheme. */
function wordPrefix(text: string, max: number): string {
  if (text.length <= max) return text;
  const space = text.slice(0, max + 1).search(/\s\S*$/u);
  if (space > max / 2) return text.slice(0, space);
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, max + 32))) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

function endWithEllipsis(nodes: readonly RootContent[]): RootContent[] {
  const last = nodes.at(-1);
  if (last === undefined) return [{ type: 'paragraph', children: [{ type: 'text', value: '…' }] }];
  return [...nodes.slice(0, -1), withEllipsis(last)];
}

function withEllipsis<T extends RootContent>(node: T): T {
  if (node.type === 'text') return { ...node, value: `${node.value.trimEnd()}…` };
  if ('children' in node && node.children.length > 0) {
    const children = node.children as RootContent[];
    const last = children.at(-1) as RootContent;
    return { ...node, children: [...children.slice(0, -1), withEllipsis(last)] } as T;
  }
  return 'children' in node ? ({ ...node, children: [{ type: 'text', value: '…' }] } as T) : node;
}

/** A tree of plain paragraphs, one for each blank-line separated part of `text`. */
export function paragraphs(text: string): Root {
  const children: Paragraph[] = text
    .split(/\n{2,}/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
  return { type: 'root', children };
}
