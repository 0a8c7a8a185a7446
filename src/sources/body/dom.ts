import { type CheerioAPI, load } from 'cheerio/slim';

/** A parsed page, for selectors. */
export type Page = CheerioAPI;
export type DomNode = ReturnType<CheerioAPI['root']>[number]['children'][number];
export type DomElement = Extract<DomNode, { attribs: unknown }>;

// The parser keeps its open elements in an array that it shifts and searches: half a million unclosed tags would take
// minutes. A short text cannot hold enough of them to matter.
const UNCHECKED_LENGTH = 200_000;
const MAX_DEPTH = 2000;

/**
 * Parses HTML once, by the tolerant parser behind cheerio. Long text with more than 2,000 elements open inside each
 * other is no page but an attack or an accident: its tags are taken out first.
 */
export function parseHtml(html: string): Page {
  const page = load(shallow(seamless(html)));
  if (nodesOf(page).length > MOST_OUTERMOST) gatherIn(page);
  return page;
}

/** Every selector begins by comparing the outermost nodes with each other. A page has few: all of it stands in one element. */
const MOST_OUTERMOST = 500;

/** Puts all that a page holds outermost into one element, as if its markup had begun with `<html>`. */
function gatherIn(page: Page): void {
  const root = page.root().get(0);
  const around = nodesOf(load('<html></html>'))[0];
  if (root === undefined || around === undefined || !isElement(around)) return;
  around.children = root.children;
  for (const node of around.children) node.parent = around;
  around.parent = root;
  root.children = [around];
}

/** What a page holds outermost. */
export function nodesOf(page: Page): readonly DomNode[] {
  return page.root().get(0)?.children ?? [];
}

const pieces = load('');
/** Tells cheerio that what follows is no selector. Becomes a node of its own, which is left out. */
const MARK = '<!---->';

/** The nodes of a piece of HTML, parsed like a page but without the means to query it, which cost more than a short parse. */
export function parseNodes(html: string): readonly DomNode[] {
  return pieces(`${MARK}${shallow(seamless(html))}`)
    .toArray()
    .slice(1);
}

/**
 * Frameworks mark by comments where one of their texts ends and the next begins (`11<!-- -->:<!-- -->44`); to a reader it
 * is one text.
 */
function seamless(html: string): string {
  return html.includes('<!--') ? html.replace(SEAM, '') : html;
}

/** React, Preact and Solid; Vue and Svelte; Lit. */
const SEAM = /<!--(?: |\/?\$[?!]?|\/|\[!?|\]|#|\?lit\$\d{1,20}\$)?-->/gu;

function shallow(html: string): string {
  return html.length > UNCHECKED_LENGTH && isTooDeep(html) ? html.replace(/<[^<>]{0,10000}>?/gu, ' ') : html;
}

/** Elements that hold nothing, and those that the next of their kind closes. */
const UNCOUNTED = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option tbody thead'.split(
    ' ',
  ),
);
const TAG = /<(\/?)([a-z][a-z0-9-]*)([^<>]{0,4000}\/>)?/gi;

function isTooDeep(html: string): boolean {
  const open = new Map<string, number>();
  let depth = 0;
  for (const [, close, tag = '', selfClosed] of html.matchAll(TAG)) {
    const name = tag.toLowerCase();
    if (selfClosed !== undefined || UNCOUNTED.has(name)) continue;
    const count = open.get(name) ?? 0;
    if (close === '/' && count === 0) continue;
    const step = close === '/' ? -1 : 1;
    open.set(name, count + step);
    depth += step;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

export function isElement(node: DomNode): node is DomElement {
  return 'attribs' in node;
}

export function childrenOf(node: DomNode): readonly DomNode[] {
  return 'children' in node ? node.children : [];
}

/** Puts nodes in the place of an element; gives those nodes. */
export function replaceNode(element: DomElement, nodes: readonly DomNode[]): readonly DomNode[] {
  const { parent } = element;
  if (parent === null) return nodes;
  for (const node of nodes) node.parent = parent;
  parent.children.splice(parent.children.indexOf(element), 1, ...nodes);
  return nodes;
}

/** The text below a node, as written; `lineBreak` stands for `<br>`. Walks without recursion: pages can be nested deeper than the stack. */
export function textOf(nodes: readonly DomNode[], lineBreak = ''): string {
  let text = '';
  const stack = [...nodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) text += node.data;
    else if (!isElement(node)) pushChildren(node, stack);
    else if (node.name === 'br') text += lineBreak;
    else if (!isSilent(node)) pushChildren(node, stack);
  }
  return text;
}

/** Last first, so that the first is popped next. */
export function pushChildren(node: DomNode, stack: DomNode[]): void {
  const children = childrenOf(node);
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const child = children[index];
    if (child !== undefined) stack.push(child);
  }
}

/** A text node; comments and processing instructions carry `data` too. */
export function isText(node: DomNode): node is Extract<DomNode, { data: string }> {
  return node.nodeType === 3;
}

const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'iframe', 'head']);

/** What a reader never sees the text of. */
export function isSilent(element: DomElement): boolean {
  return SILENT.has(element.name) && !isShadow(element);
}

/** A template that is drawn where it stands, in the place of what its element holds. https://html.spec.whatwg.org/#attr-template-shadowrootmode */
export function isShadow({ name, attribs }: DomElement): boolean {
  return name === 'template' && attribs.shadowrootmode !== undefined;
}

/** Every node below `nodes` in document order, without what a reader never sees (scripts, styles, templates). */
export function* walk(nodes: readonly DomNode[]): Generator<DomNode> {
  const stack = [...nodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    if (isElement(node) && isSilent(node)) continue;
    pushChildren(node, stack);
  }
}

/** The first element below `nodes` that the test accepts. */
export function findElement(nodes: readonly DomNode[], test: (element: DomElement) => boolean): DomElement | undefined {
  const stack = [...nodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isElement(node)) {
      if (test(node)) return node;
      if (isSilent(node)) continue;
    }
    pushChildren(node, stack);
  }
  return undefined;
}

export function hasAttributes({ attribs }: DomElement): boolean {
  for (const _ in attribs) return true;
  return false;
}

/** An attribute, trimmed; undefined when it is absent or empty. */
export function attribute(element: DomElement, name: string): string | undefined {
  const value = element.attribs[name]?.trim();
  return value === '' ? undefined : value;
}

export function hasClass(element: DomElement, name: string): boolean {
  const names = element.attribs.class;
  return names?.includes(name) === true && (names === name || names.split(/\s+/u).includes(name));
}
