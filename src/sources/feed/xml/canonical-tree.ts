import { load } from 'cheerio/slim';
import { isInline, isMarkup } from '../elements/title.ts';
import { type Dom, isElement, localName, mendNesting } from './mend-nesting.ts';
import { isAtomNamespace, isKnownPrefix, isRssNamespace, prefixFor } from './namespaces.ts';
import { emptyTree, isTree, type Tree } from './tree.ts';

type Scope = { readonly namespaces: ReadonlyMap<string, string>; readonly base: string };
/** `atom`: plain names are Atom's; `core`: the namespace that plain names of this document are in. */
type Dialect = { readonly atom: boolean; readonly core: string };

/** Elements that hold elements; all others hold text, and elements in those are inline markup. */
const CONTAINERS = new Set([
  ...['rss', 'rdf:RDF', 'feed', 'channel', 'items', 'item', 'entry', 'author', 'contributor', 'source', 'image'],
  ...['atom:author', 'media:group', 'media:content', 'atom:entry'],
]);
const CAMEL = [
  'pubDate',
  'isPermaLink',
  'updatePeriod',
  'updateFrequency',
  'lastBuildDate',
  'managingEditor',
  'webMaster',
];
const SPELLING = new Map(CAMEL.map((name) => [name.toLowerCase(), name]));
/** Stands for the namespace of a prefix nobody declared: such names are taken at their word. */
const UNDECLARED = 'undeclared:';

/**
 * The document as the XML reader would have given it, had it been written in the usual way: names in our spelling under
 * our prefixes whatever theirs were, inline markup serialised to a string of HTML (attribute
 * `markup`), and the base of relative addresses made absolute (`xml:base`) on every element that has one. Of a document
 * that is not well-formed (`isFlawed`) the elements are put where they belong.
 */
export function canonicalTree(xml: string, documentUrl: string, isFlawed: boolean): Tree {
  const document = load(withoutNamedEntities(xml), { xml: true }).root()[0] as Dom | undefined;
  const found = document?.children?.find(isElement);
  if (found === undefined) return {};
  const root = isFlawed ? mendNesting(found) : found;
  const scope = innerScope(root, { namespaces: new Map(), base: documentUrl });
  const local = localName(root).toLowerCase();
  const dialect: Dialect = { atom: local === 'feed' || local === 'entry', core: coreNamespace(root, scope) };
  const name = local === 'rdf' ? 'rdf:RDF' : local;
  return { [name]: element(root, name, scope, dialect, documentUrl) };
}

const NAMED = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&(?!(?:amp|lt|gt|quot|apos);)[a-zA-Z][a-zA-Z\d]{1,30};/g;

/** The strict reader knows HTML's named entities, this one only XML's: here they become the characters they stand for. */
function withoutNamedEntities(xml: string): string {
  const characters = new Map<string, string>();
  return xml.replace(NAMED, (match) => {
    if (match.startsWith('<')) return match;
    const character = characters.get(match) ?? load(match, null, false).root().text();
    characters.set(match, character);
    return character;
  });
}

function coreNamespace(root: Dom, scope: Scope): string {
  const channel = root.children?.find((child) => localName(child).toLowerCase() === 'channel');
  const core = channel ?? root;
  return namespaceOf(core, channel === undefined ? scope : innerScope(core, scope));
}

function element(dom: Dom, name: string, scope: Scope, dialect: Dialect, documentUrl: string): Tree {
  const tree = emptyTree();
  tree.$ = attributes(dom, scope, documentUrl);
  if (!CONTAINERS.has(name) || isNameInMarkup(dom, name)) return leaf(dom, tree, scope);
  tree._ = '';
  for (const child of dom.children ?? []) {
    if (!isElement(child)) {
      tree._ += textContent(child);
      continue;
    }
    const inner = innerScope(child, scope);
    const childName = canonicalName(child, inner, dialect);
    if (childName === undefined) continue;
    const siblings = tree[childName];
    const canonical = element(child, childName, inner, dialectIn(child, childName, inner, dialect), documentUrl);
    if (Array.isArray(siblings)) siblings.push(canonical);
    else tree[childName] = [canonical];
  }
  return tree;
}

/** An item of RSS that is in the namespace of Atom has its plain names from there. */
function dialectIn(item: Dom, name: string, scope: Scope, dialect: Dialect): Dialect {
  const uri = isItem(name) ? namespaceOf(item, scope) : dialect.core;
  return uri === dialect.core ? dialect : { ...dialect, core: uri };
}

function isItem(name: string): boolean {
  return name === 'item' || name === 'entry';
}

/** A person is a name with an address in elements of their own, or a name as it is written. */
function isNameInMarkup(dom: Dom, name: string): boolean {
  return name.endsWith('author') && dom.children?.some((child) => isElement(child) && isInline(child.name)) === true;
}

function leaf(dom: Dom, tree: Tree, scope: Scope): Tree {
  const children = dom.children ?? [];
  const first = children.find(isElement);
  if (first === undefined) {
    tree._ = children.map(textContent).join('');
    return tree;
  }
  const { base } = scope;
  tree._ = innerHtml(children, { outer: base, inner: base, isXhtml: isXhtml(dom, first, scope) });
  if (isTree(tree.$)) tree.$.markup = 'html';
  return tree;
}

/** Whether text beside inline markup is text for certain; otherwise it is written to be HTML with the rest, as in CDATA. */
function isXhtml({ attribs }: Dom, first: Dom, scope: Scope): boolean {
  const said = /xml/i.test(`${attribs?.type} ${attribs?.mode}`);
  return said || prefixFor(namespaceOf(first, innerScope(first, scope))) === 'xhtml';
}

/** The content as HTML; the <div> that Atom wraps XHTML in is not part of it (RFC 4287 3.1.1.3). */
function innerHtml(children: readonly Dom[], around: Around): string {
  const elements = children.filter(isElement);
  const [first] = elements;
  const wrapped = elements.length === 1 && first !== undefined && /^(?:div|body)$/i.test(localName(first));
  const alone = wrapped && children.every((child) => child === first || textContent(child).trim() === '');
  const inner = alone ? (first.children ?? []) : children;
  const within = alone ? inside(first, around) : around;
  return inner
    .map((child) => html(child, 0, within))
    .join('')
    .trim();
}

/** Markup nested deeper is no text anybody wrote. */
const DEEPEST = 200;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);

/** The base of the element as a whole, which its reader knows, and the one that markup inside it sets for itself. */
type Around = { readonly outer: string; readonly inner: string; readonly isXhtml: boolean };

function inside(dom: Dom, around: Around): Around {
  const base = dom.attribs?.['xml:base'];
  return base === undefined ? around : { ...around, inner: joined(base.trim(), around.inner) };
}

function textHtml(text: string, { isXhtml }: Around): string {
  return !isXhtml && text.includes('<') && isMarkup(text) ? text : escapeHtml(text);
}

function html(dom: Dom, depth: number, around: Around): string {
  if (!isElement(dom)) return textHtml(textContent(dom), around);
  if (depth > DEEPEST) return '';
  const name = localName(dom).toLowerCase();
  const bases = inside(dom, around);
  const attributes = Object.entries(dom.attribs ?? {})
    .filter(([key]) => !key.startsWith('xmlns') && !key.startsWith('xml:'))
    .map(([key, value]) => ` ${key}="${escapeHtml(ADDRESS.test(key) ? placed(value, bases) : value)}"`)
    .join('');
  const inner = (dom.children ?? []).map((child) => html(child, depth + 1, bases)).join('');
  // What a line break has in it stands behind one that nobody closed.
  return VOID.test(name) ? `<${name}${attributes}>${inner}` : `<${name}${attributes}>${inner}</${name}>`;
}

const ADDRESS = /^(?:href|src|cite|poster|data)$/;

function placed(address: string, { outer, inner }: Around): string {
  return inner === outer ? address : joined(address, inner);
}

function canonicalName(dom: Dom, scope: Scope, { atom, core }: Dialect): string | undefined {
  const local = localName(dom);
  const lower = local.toLowerCase();
  const spelled = SPELLING.get(lower) ?? lower;
  const uri = namespaceOf(dom, scope);
  const isPlain = uri === core || uri === '' || isRssNamespace(uri) || (atom && isAtomNamespace(uri));
  if (isPlain || (isItem(dom.name ?? '') && isAtomNamespace(uri))) return spelled;
  const prefix = prefixFor(uri);
  if (prefix !== undefined) return `${prefix}:${spelled}`;
  if (uri.startsWith(UNDECLARED)) return dom.name;
  const given = dom.name?.includes(':') === true ? (dom.name.split(':', 1)[0] ?? '') : '';
  return isMistyped(given, scope) ? `${given}:${spelled}` : undefined;
}

/** A prefix that everybody knows stands for its own namespace, however that was written, unless another one does. */
function isMistyped(prefix: string, { namespaces }: Scope): boolean {
  return isKnownPrefix(prefix) && ![...namespaces.values()].some((uri) => prefixFor(uri) === prefix);
}

function attributes(dom: Dom, scope: Scope, documentUrl: string): Record<string, string> {
  const found: Record<string, string> = scope.base === documentUrl ? {} : { 'xml:base': scope.base };
  const attribs = dom.attribs ?? {};
  for (const name in attribs) {
    if (name === 'xml:base' || name.startsWith('xmlns')) continue;
    const [prefix = '', local] = name.split(':', 2);
    const lower = (local ?? name).toLowerCase();
    const uri = scope.namespaces.get(prefix);
    const known = local === undefined ? undefined : uri === undefined ? prefix : prefixFor(uri);
    found[known === 'rdf' ? `rdf:${lower}` : (SPELLING.get(lower) ?? lower)] = attribs[name] ?? '';
  }
  return found;
}

function innerScope(dom: Dom, outer: Scope): Scope {
  const attribs = dom.attribs ?? {};
  let namespaces: Map<string, string> | undefined;
  for (const name in attribs) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    namespaces ??= new Map(outer.namespaces);
    namespaces.set(name.slice(6), (attribs[name] ?? '').trim());
  }
  const base = attribs['xml:base'];
  if (base === undefined && namespaces === undefined) return outer;
  return {
    namespaces: namespaces ?? outer.namespaces,
    base: base === undefined ? outer.base : joined(base.trim(), outer.base),
  };
}

function joined(base: string, outer: string): string {
  return URL.canParse(base, outer) ? new URL(base, outer).href : URL.canParse(base) ? base : outer;
}

function namespaceOf(dom: Dom, scope: Scope): string {
  const [prefix = '', local] = (dom.name ?? '').split(':', 2);
  if (local === undefined) return scope.namespaces.get('') ?? '';
  return scope.namespaces.get(prefix) ?? UNDECLARED + prefix;
}

function textContent(dom: Dom): string {
  if (dom.type === 'comment' || dom.type === 'directive') return '';
  return dom.data ?? (dom.children ?? []).map(textContent).join('');
}
