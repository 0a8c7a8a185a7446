import type { BlockContent, ListItem, PhrasingContent, TableCell, TableRow } from 'mdast';
import { inlineText, plainText } from '../../core/text/body-text.ts';
import { UNCAPTIONED } from './credits.ts';
import { attribute, childrenOf, type DomElement, type DomNode, findElement, isElement, textOf, walk } from './dom.ts';
import { type Draft, flush, newSink, type Sink } from './draft.ts';
import { imageOf } from './media.ts';
import { UNMARKED } from './runs.ts';
import { oneLine, visible } from './whitespace.ts';

export function addList(element: DomElement, sink: Sink, draft: Draft, depth: number): void {
  const children: ListItem[] = [];
  for (const item of childrenOf(element)) {
    const blocks = blocksOf([item], draft, depth);
    if (blocks.length > 0) children.push({ type: 'listItem', spread: false, children: blocks });
  }
  if (children.length === 0) return;
  const ordered = element.name === 'ol';
  const first = childrenOf(element).find(isElement);
  const said = attribute(element, 'start') ?? (first && attribute(first, 'value')) ?? '1';
  const start = ordered ? Number.parseInt(said, 10) : Number.NaN;
  sink.blocks.push({ type: 'list', ordered, spread: false, children, ...(Number.isNaN(start) ? {} : { start }) });
}

export function addQuote(element: DomElement, sink: Sink, draft: Draft, depth: number): void {
  const children = blocksOf(childrenOf(element), draft, depth);
  if (children.length > 0) sink.blocks.push({ type: 'blockquote', children });
}

export function addCode(element: DomElement, sink: Sink): void {
  const value = visible(textOf(childrenOf(element), '\n').replaceAll('\r\n', '\n')).replace(/^\n|\s+$/gu, '');
  if (value !== '') sink.blocks.push({ type: 'code', value });
}

function blocksOf(nodes: readonly DomNode[], draft: Draft, depth: number, table = false): BlockContent[] {
  const inner = newSink(UNCAPTIONED, table);
  draft.convert(nodes, inner, draft, UNMARKED, depth);
  flush(inner);
  return inner.blocks;
}

/** Pages also lay out with tables: one that never has words beside words, or tables inside, is layout and read as text. */
export function isDataTable(element: DomElement, base: string): boolean {
  let hasColumns = false;
  for (const node of walk(childrenOf(element))) {
    if (!isElement(node)) continue;
    if (node.name === 'table') return false;
    hasColumns ||= node.name === 'tr' && cellsOf(node).filter((cell) => saysSomething(cell, base)).length > 1;
  }
  return hasColumns;
}

function saysSomething(cell: DomElement, base: string): boolean {
  return /\S/u.test(textOf([cell])) || wordsOfPicture(cell, base) !== '';
}

/** What a picture in a cell stands for; one that is shown says itself what it is of. */
function wordsOfPicture(cell: DomElement, base: string): string {
  const picture = findElement(childrenOf(cell), ({ name }) => name === 'img');
  const isShown = picture !== undefined && imageOf(picture, base, {}) !== undefined;
  return isShown ? '' : oneLine(picture?.attribs.alt ?? '');
}

export function addTable(element: DomElement, sink: Sink, draft: Draft, depth: number): void {
  const caption = childrenOf(element).filter((node) => isElement(node) && node.name === 'caption');
  sink.blocks.push(...blocksOf(caption, draft, depth));
  const rows: TableRow[] = [];
  const lasting: Lasting[] = [];
  for (const node of walk(childrenOf(element))) {
    if (!isElement(node) || node.name !== 'tr') continue;
    const children = rowCells(node, lasting, (cell) => tableCell(cell, draft, depth));
    if (children.some((cell) => cell.children.length > 0)) rows.push({ type: 'tableRow', children });
  }
  if (rows.length > 0) sink.blocks.push({ type: 'table', children: rows });
}

/** A cell that stands in rows below its own too, by its column. */
type Lasting = { readonly cell: TableCell; rows: number } | undefined;
/** Wider or higher cells than this are mistakes. */
const MOST_SPANNED = 50;

/** Cells one below the other: a cell of several rows is said in each, one of several columns is followed by empty ones. */
function rowCells(row: DomElement, lasting: Lasting[], read: (cell: DomElement) => TableCell): TableCell[] {
  const cells: TableCell[] = [];
  const written = cellsOf(row);
  for (const element of written) {
    pushLasting(cells, lasting);
    const cell = read(element);
    const wide = written.length === 1 ? 1 : span(element, 'colspan');
    const high = span(element, 'rowspan');
    for (let column = 0; column < wide; column += 1) {
      const said: TableCell = column === 0 ? cell : { type: 'tableCell', children: [] };
      if (high > 1) lasting[cells.length] = { cell: said, rows: high - 1 };
      cells.push(said);
    }
  }
  pushLasting(cells, lasting);
  return cells;
}

function pushLasting(cells: TableCell[], lasting: readonly Lasting[]): void {
  for (let from = lasting[cells.length]; from !== undefined && from.rows > 0; from = lasting[cells.length]) {
    from.rows -= 1;
    cells.push(from.cell);
  }
}

function span(cell: DomElement, name: 'colspan' | 'rowspan'): number {
  const said = Number.parseInt(cell.attribs[name] ?? '1', 10);
  return said > 1 && said <= MOST_SPANNED ? said : 1;
}

function cellsOf(row: DomElement): DomElement[] {
  return childrenOf(row).filter((node): node is DomElement => isElement(node) && /^t[dh]$/u.test(node.name));
}

function tableCell(cell: DomElement, draft: Draft, depth: number): TableCell {
  const children: PhrasingContent[] = [];
  for (const block of blocksOf(childrenOf(cell), draft, depth, true)) {
    if (children.length > 0) children.push({ type: 'text', value: ' ' });
    if (block.type === 'paragraph' || block.type === 'heading') children.push(...block.children.map(unbroken));
    else children.push({ type: 'text', value: plainText({ type: 'root', children: [block] }).replace(/\s+/gu, ' ') });
  }
  const alt = children.length > 0 ? '' : wordsOfPicture(cell, draft.base);
  return { type: 'tableCell', children: alt === '' ? children : [{ type: 'text', value: alt }] };
}

function unbroken(node: PhrasingContent): PhrasingContent {
  if (node.type === 'break') return { type: 'text', value: ' ' };
  if ('children' in node && inlineText(node.children).includes('\n')) {
    return { ...node, children: node.children.map(unbroken) } as PhrasingContent;
  }
  return node;
}
