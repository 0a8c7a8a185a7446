import type { BlockContent, ListItem, PhrasingContent, TableCell, TableRow } from 'mdast';
import { inlineText, plainText } from '../../core/text/body-text.ts';
import { attribute, childrenOf, type DomElement, type DomNode, isElement, textOf, walk } from './dom.ts';
import { type Draft, flush, newSink, type Sink } from './draft.ts';
import { UNMARKED } from './runs.ts';
import { visible } from './whitespace.ts';

export function addList(element: DomElement, sink: Sink, draft: Draft, depth: number): void {
  const children: ListItem[] = [];
  for (const item of childrenOf(element)) {
    const blocks = blocksOf([item], draft, depth);
    if (blocks.length > 0) children.push({ type: 'listItem', spread: false, children: blocks });
  }
  if (children.length === 0) return;
  const ordered = element.name === 'ol';
  const start = ordered ? Number.parseInt(attribute(element, 'start') ?? '1', 10) : Number.NaN;
  sink.blocks.push({ type: 'list', ordered, spread: false, children, ...(Number.isNaN(start) ? {} : { start }) });
}

export function addQuote(element: DomElement, sink: Sink, draft: Draft, depth: number): void {
  const children = blocksOf(childrenOf(element), draft, depth);
  if (children.length > 0) sink.blocks.push({ type: 'blockquote', children });
}

export function addCode(element: DomElement, sink: Sink): void {
  const value = visible(textOf(childrenOf(element))).replace(/^\n|\s+$/gu, '');
  if (value !== '') sink.blocks.push({ type: 'code', value });
}

function blocksOf(nodes: readonly DomNode[], draft: Draft, depth: number): BlockContent[] {
  const inner = newSink();
  draft.convert(nodes, inner, draft, UNMARKED, depth);
  flush(inner);
  return inner.blocks;
}

/** Pages also lay out with tables: one column, or tables inside tables, is layout and read as text. */
export function isDataTable(element: DomElement): boolean {
  let columns = 0;
  let rows = 0;
  for (const node of walk(childrenOf(element))) {
    if (!isElement(node)) continue;
    if (node.name === 'table') return false;
    if (node.name !== 'tr') continue;
    rows += 1;
    columns = Math.max(columns, cellsOf(node).length);
  }
  return rows > 0 && columns > 1;
}

export function addTable(element: DomElement, sink: Sink, draft: Draft, depth: number): void {
  const rows: TableRow[] = [];
  for (const node of walk(childrenOf(element))) {
    if (!isElement(node) || node.name !== 'tr') continue;
    const cells = cellsOf(node).map((cell) => tableCell(cell, draft, depth));
    if (cells.some((cell) => cell.children.length > 0)) rows.push({ type: 'tableRow', children: cells });
  }
  if (rows.length > 0) sink.blocks.push({ type: 'table', children: rows });
}

function cellsOf(row: DomElement): DomElement[] {
  return childrenOf(row).filter((node): node is DomElement => isElement(node) && /^t[dh]$/u.test(node.name));
}

function tableCell(cell: DomElement, draft: Draft, depth: number): TableCell {
  const children: PhrasingContent[] = [];
  for (const block of blocksOf(childrenOf(cell), draft, depth)) {
    if (children.length > 0) children.push({ type: 'text', value: ' ' });
    if (block.type === 'paragraph' || block.type === 'heading') children.push(...block.children.map(unbroken));
    else children.push({ type: 'text', value: plainText({ type: 'root', children: [block] }).replace(/\s+/gu, ' ') });
  }
  return { type: 'tableCell', children };
}

function unbroken(node: PhrasingContent): PhrasingContent {
  if (node.type === 'break') return { type: 'text', value: ' ' };
  if ('children' in node && inlineText(node.children).includes('\n')) {
    return { ...node, children: node.children.map(unbroken) } as PhrasingContent;
  }
  return node;
}
