import { childrenOf, type DomElement, type DomNode, isElement, isText } from '../../../src/sources/body/dom.ts';

/** How a page is written; whatever is not named is written as it was. */
export type Style = {
  readonly quote?: '"' | "'" | '';
  readonly upperCase?: boolean;
  readonly attributes?: (attributes: [string, string][], element: DomElement) => [string, string][];
  readonly text?: (text: string, node: DomNode) => string;
  /** Puts something in the place of an element as it would be written. */
  readonly element?: (written: string, element: DomElement) => string;
};

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** Nodes as HTML. */
export function writeHtml(nodes: readonly DomNode[], style: Style = {}): string {
  let html = '';
  for (const node of nodes) html += writeNode(node, style);
  return html;
}

function writeNode(node: DomNode, style: Style): string {
  if (isText(node)) {
    const parent = node.parent as DomNode | null;
    if (parent !== null && isElement(parent) && (parent.name === 'script' || parent.name === 'style')) return node.data;
    const text = escapeText(node.data);
    return style.text === undefined ? text : style.text(text, node);
  }
  if (!isElement(node)) {
    if (String(node.type) === 'comment') return `<!--${'data' in node ? node.data : ''}-->`;
    if ('data' in node) return `<${String(node.data)}>`;
    return writeHtml(childrenOf(node), style);
  }
  const name = style.upperCase === true ? node.name.toUpperCase() : node.name;
  const entries = Object.entries(node.attribs);
  const attributes = style.attributes === undefined ? entries : style.attributes(entries, node);
  const open = `<${name}${attributes.map(([key, value]) => writeAttribute(key, value, style)).join('')}>`;
  const written = VOID.has(node.name) ? open : `${open}${writeHtml(childrenOf(node), style)}</${name}>`;
  return style.element === undefined ? written : style.element(written, node);
}

function writeAttribute(name: string, value: string, { quote = '"', upperCase }: Style): string {
  const key = upperCase === true ? name.toUpperCase() : name;
  const escaped = value.replaceAll('&', '&amp;');
  if (quote === "'") return ` ${key}='${escaped.replaceAll("'", '&#39;')}'`;
  if (quote === '' && value !== '' && /^[^\s"'=<>`]+$/u.test(value) && !value.endsWith('/'))
    return ` ${key}=${escaped}`;
  return ` ${key}="${escaped.replaceAll('"', '&quot;')}"`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
