import type { List, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { inlineText } from '../../src/core/text/body-text.ts';
import { safeLine, safeText } from './safe-text.ts';
import type { Paint, Palette } from './style.ts';
import { textWidth } from './width.ts';
import { type Span, wrapSpans } from './wrap.ts';

/** Where a body is laid out. `notes` collects the addresses of its links, which are written under the card. */
export type Layout = { readonly width: number; readonly paints: Palette; readonly notes: string[] };

/** An entry's text in lines of at most the layout's width, blocks separated by an empty line. */
export function bodyLines(tree: Root, layout: Layout): string[] {
  return stacked(tree.children, layout, true);
}

function stacked(nodes: readonly RootContent[], layout: Layout, apart: boolean): string[] {
  const lines: string[] = [];
  for (const node of nodes) {
    const block = blockLines(node, layout);
    if (block.every((line) => line === '')) continue;
    if (apart && lines.length > 0) lines.push('');
    lines.push(...block);
  }
  return lines;
}

function blockLines(node: RootContent, layout: Layout): string[] {
  const { paints, width } = layout;
  switch (node.type) {
    case 'heading':
      return wrapSpans(inline(node.children, layout, paints.strong), width);
    case 'paragraph':
      return wrapSpans(inline(node.children, layout), width);
    case 'blockquote':
      return indented(stacked(node.children, narrower(layout, 2), true), paints.soft('▏ '));
    case 'list':
      return listLines(node, layout);
    case 'table':
      return tableLines(node, layout);
    case 'thematicBreak':
      return [paints.soft('─'.repeat(Math.min(width, 20)))];
    case 'code':
      return wrapSpans([{ text: safeText(node.value), paint: paints.soft }], width);
    default:
      return wrapSpans(inline([node as PhrasingContent], layout), width);
  }
}

function listLines(list: List, layout: Layout): string[] {
  const start = list.start ?? 1;
  return list.children.flatMap((item, index) => {
    const bullet = list.ordered ? `${start + index}. ` : '• ';
    const lines = stacked(item.children, narrower(layout, bullet.length), false);
    return lines.map((line, at) => (at === 0 ? bullet : ' '.repeat(bullet.length)) + line);
  });
}

/** Columns as wide as their widest cell where they fit; else one line a row, cells separated by " | ". */
function tableLines(table: Table, layout: Layout): string[] {
  const rows = table.children.map((row) => row.children.map((cell) => safeLine(inlineText(cell.children))));
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, at) => Math.max(...rows.map((row) => textWidth(row[at] ?? ''))));
  const fits = widths.reduce((sum, width) => sum + width + 3, -3) <= layout.width;
  return rows.flatMap((row, at) => {
    const paint = at === 0 ? layout.paints.strong : layout.paints.plain;
    if (!fits) return wrapSpans([{ text: row.join(' | '), paint }], layout.width);
    return [
      row
        .map((cell, column) => paint(cell) + ' '.repeat((widths[column] ?? 0) - textWidth(cell)))
        .join('   ')
        .trimEnd(),
    ];
  });
}

function inline(nodes: readonly PhrasingContent[], layout: Layout, paint: Paint = layout.paints.plain): Span[] {
  return nodes.flatMap((node): Span[] => {
    const { paints } = layout;
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return [{ text: safeText(node.value), paint }];
      case 'break':
        return [{ text: '\n', paint }];
      case 'strong':
        return inline(node.children, layout, over(paints.strong, paint));
      case 'emphasis':
        return inline(node.children, layout, over(paints.emphasis, paint));
      case 'delete':
        return paints.color
          ? inline(node.children, layout, over(paints.removed, paint))
          : [{ text: '[struck: ', paint }, ...inline(node.children, layout, paint), { text: ']', paint }];
      case 'link':
        return [...inline(node.children, layout, over(paints.link, paint)), ...note(node, layout)];
      default:
        return 'children' in node ? inline(node.children as PhrasingContent[], layout, paint) : [];
    }
  });
}

/** "[1]" after a link's words; nothing where the words are the address. */
function note(link: { url: string; children: readonly PhrasingContent[] }, layout: Layout): Span[] {
  const url = safeLine(link.url);
  if (inlineText(link.children).trim() === url) return [];
  const known = layout.notes.indexOf(url);
  const at = known >= 0 ? known : layout.notes.push(url) - 1;
  return [{ text: `\u00a0[${at + 1}]`, paint: layout.paints.soft }];
}

const over =
  (outer: Paint, inner: Paint): Paint =>
  (text) =>
    outer(inner(text));

const narrower = (layout: Layout, by: number): Layout => ({ ...layout, width: Math.max(10, layout.width - by) });

const indented = (lines: readonly string[], prefix: string) => lines.map((line) => prefix + line);
