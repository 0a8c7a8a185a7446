import type { Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { cutTree, inlineText, textLength } from '../../src/core/text/body-text.ts';
import { escapeText, guardLine, quietUrl, safeUrl } from './escape.ts';

/** The tree as Discord markdown; only what the tree says is markup. */
export function toMarkdown(tree: Root): string {
  return blocks(tree.children, '\n\n');
}

export type Fitted = { readonly text: string; readonly cut: boolean };

/** The beginning of a tree whose markdown has at most `max` characters, escapes included. */
export function fitMarkdown(tree: Root, max: number): Fitted {
  if (max < 2) return { text: '', cut: textLength(tree) > 0 };
  let budget = max;
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const part = cutTree(tree, budget);
    const text = toMarkdown(part.tree);
    if (text.length <= max) return { text, cut: part.cut };
    budget = Math.min(budget - 1, Math.floor((budget * max) / text.length));
    if (budget < 2) break;
  }
  return { text: '', cut: true };
}

/** One escaped line of at most `max` characters, cut at a word. */
export function fitLine(text: string, max: number): string {
  const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }] };
  return fitMarkdown(tree, max).text;
}

function blocks(nodes: readonly RootContent[], gap: string): string {
  return nodes
    .map(block)
    .filter((text) => text !== '')
    .join(gap);
}

function block(node: RootContent): string {
  switch (node.type) {
    case 'paragraph':
      return lines(node.children);
    case 'heading': {
      const text = inline(node.children, { strong: true }).replace(/\n+/gu, ' ').trim();
      return text === '' ? '' : `**${text}**`;
    }
    case 'blockquote':
      return quote(blocks(node.children, '\n'));
    case 'list':
      return node.children
        .map((item, index) => listItem(item.children, node.ordered ? `${(node.start ?? 1) + index}. ` : '- '))
        .filter((text) => text !== '')
        .join('\n');
    case 'table':
      return table(node);
    case 'code':
      return codeBlock(node.value);
    case 'thematicBreak':
    case 'html':
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
    case 'listItem':
    case 'tableRow':
    case 'tableCell':
      return '';
    default:
      return lines([node]);
  }
}

function lines(nodes: readonly PhrasingContent[]): string {
  return inline(nodes, {})
    .split('\n')
    .map((line) => guardLine(line.trim()))
    .filter((line) => line !== '')
    .join('\n');
}

function quote(text: string): string {
  return text === '' ? '' : text.replace(/^/gmu, '> ');
}

function listItem(children: readonly RootContent[], mark: string): string {
  const text = blocks(children, '\n');
  return text === '' ? '' : mark + text.replace(/\n/gu, `\n${' '.repeat(mark.length)}`);
}

function table(node: Table): string {
  return node.children
    .map((row) => row.children.map((cell) => lines(cell.children).replace(/\n/gu, ' ')).join(' | '))
    .map((line) => line.replace(/^[\s|]+|[\s|]+$/gu, ''))
    .filter((line) => line !== '')
    .join('\n');
}

function codeBlock(value: string): string {
  const text = value.replace(/[^\P{Cc}\n\t]/gu, '').trimEnd();
  if (text === '') return '';
  if (text.includes('``') || text.startsWith('`') || text.endsWith('`')) {
    return text
      .split('\n')
      .map((line) => guardLine(escapeText(line).trim()))
      .join('\n');
  }
  return `\`\`\`\n${text}\n\`\`\``;
}

/** What surrounds the inline content: markup that is open already is not opened again. */
type Inside = {
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly struck?: boolean;
  readonly link?: boolean;
};

function inline(nodes: readonly PhrasingContent[], inside: Inside): string {
  let out = '';
  for (const node of nodes) {
    const part = inlineNode(node, inside);
    // Two marks side by side would be read as another mark.
    out += MARK_AT_END.test(out) && /^[*~]/u.test(part) ? ` ${part}` : part;
  }
  return out;
}

/** A mark that no backslash takes back. */
const MARK_AT_END = /(?<=(?:^|[^\\])(?:\\\\)*)[*~]$/u;

function inlineNode(node: Nodes, inside: Inside): string {
  switch (node.type) {
    case 'text':
      return escapeText(node.value);
    case 'break':
      return inside.link ? ' ' : '\n';
    case 'strong':
      if (inside.strong) return inline(node.children, inside);
      return marked('**', inline(node.children, { ...inside, strong: true }));
    case 'emphasis':
      if (inside.emphasis || inside.strong) return inline(node.children, inside);
      return marked('*', inline(node.children, { ...inside, emphasis: true }));
    case 'delete':
      if (inside.struck) return inline(node.children, inside);
      return marked('~~', inline(node.children, { ...inside, struck: true }));
    case 'inlineCode':
      return inlineCode(node.value);
    case 'link':
      return link(node.url, node.children, inside);
    case 'image':
    case 'html':
      return '';
    default:
      return 'children' in node ? inline(node.children as PhrasingContent[], inside) : '';
  }
}

/** Text between two marks, white space kept outside them; without marks where they would run into those inside. */
function marked(mark: string, text: string): string {
  const core = text.trim();
  if (core === '') return text;
  if (core.startsWith(mark.charAt(0)) || core.endsWith(mark.charAt(0))) return text;
  const start = text.indexOf(core);
  return `${text.slice(0, start)}${mark}${core}${mark}${text.slice(start + core.length)}`;
}

function inlineCode(value: string): string {
  const text = value.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return text === '' || text.includes('`') ? escapeText(text) : `\`${text}\``;
}

/** A masked link, but never one whose text is an address: that could name another place than it leads to. */
function link(url: string, children: readonly PhrasingContent[], inside: Inside): string {
  const text = inline(children, { ...inside, link: true }).replace(/\s+/gu, ' ');
  const href = safeUrl(url);
  if (inside.link || href === undefined || text.trim() === '') return text;
  const target = inside.strong || inside.emphasis || inside.struck ? quietUrl(href) : href;
  if (/^\s*(?:[a-z]+:\/\/|www\.)/iu.test(inlineText(children))) {
    return sameAddress(inlineText(children), url) ? `<${target}>` : `${text} (<${target}>)`;
  }
  return `[${text.trim()}](${target})${/\s$/u.test(text) ? ' ' : ''}`;
}

function sameAddress(text: string, url: string): boolean {
  return text.trim().replace(/\/$/u, '') === url.replace(/\/$/u, '');
}
