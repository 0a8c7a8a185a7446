import type { Nodes, Root, RootContent, Table } from 'mdast';
import { escaped } from './markup.ts';

/** HTML of a body tree, escaped by construction; raw HTML nodes are shown as nothing. */
export function treeHtml(tree: Root): string {
  return inner(tree);
}

function inner(node: { readonly children: readonly Nodes[] }): string {
  return node.children.map((child) => html(child as RootContent)).join('');
}

function html(node: RootContent): string {
  switch (node.type) {
    case 'text':
      return escaped(node.value);
    case 'inlineCode':
      return `<code>${escaped(node.value)}</code>`;
    case 'code':
      return `<pre>${escaped(node.value)}</pre>`;
    case 'break':
      return '<br>';
    case 'thematicBreak':
      return '<hr>';
    case 'paragraph':
      return `<p>${inner(node)}</p>`;
    case 'heading':
      return `<h${node.depth}>${inner(node)}</h${node.depth}>`;
    case 'blockquote':
      return `<blockquote>${inner(node)}</blockquote>`;
    case 'list':
      return node.ordered ? `<ol start="${node.start ?? 1}">${inner(node)}</ol>` : `<ul>${inner(node)}</ul>`;
    case 'listItem':
      return `<li>${inner(node)}</li>`;
    case 'table':
      return tableHtml(node);
    case 'link':
      return `<a href="${escaped(node.url)}">${inner(node)}</a>`;
    case 'strong':
      return `<strong>${inner(node)}</strong>`;
    case 'emphasis':
      return `<em>${inner(node)}</em>`;
    case 'delete':
      return `<del>${inner(node)}</del>`;
    default:
      return 'children' in node ? inner(node as { children: Nodes[] }) : '';
  }
}

function tableHtml(table: Table): string {
  const rows = table.children.map((row, at) => {
    const tag = at === 0 ? 'th' : 'td';
    return `<tr>${row.children.map((cell) => `<${tag}>${inner(cell)}</${tag}>`).join('')}</tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}
