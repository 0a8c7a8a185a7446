import { ownCopy } from '../../../core/own-copy.ts';
import { holds } from '../../rare-mark.ts';
import { isInline } from '../elements/title.ts';
import { isAtomNamespace, isKnownPrefix, isRssNamespace, prefixFor } from './namespaces.ts';
import { isTree, type Tree, trees } from './tree.ts';

const DECLARATION = /xmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const FIRST_ITEM = /<(?:[\w.-]+:)?(?:item|entry)[\s>]/i;
/** Elements whose text may be written as inline markup; the reader tells their order of text and elements no longer. */
const TEXTS = [
  ...['title', 'description', 'content', 'summary', 'content:encoded', 'fullitem', 'body', 'dc:description'],
  ...['atom:title', 'atom:summary', 'atom:content', 'dc:title', 'abstract', 'media:title', 'media:description'],
  ...['media:text', 'itunes:title', 'itunes:summary', 'itunes:subtitle'],
];
const ALWAYS_MARKUP = ['xhtml:body', 'xhtml:div', 'body', 'div', 'fullitem'];
/** Names that feeds are known to write with capitals. */
const NAMES = new Set([
  ...TEXTS,
  ...[
    'channel',
    'item',
    'entry',
    'link',
    'guid',
    'author',
    'id',
    'pubdate',
    'published',
    'updated',
    'dc:creator',
    'dc:date',
  ],
]);

/** Prefixes whose elements hold others of theirs, or whose attributes matter: these are not renamed in passing. */
const NESTED = new Set(['media', 'xhtml', 'rdf', 'xml']);

/** How to read a feed: `canonical`, the long way round, or as it is, with these prefixes standing for ours. */
export type Plan = { readonly canonical: boolean; readonly renames: ReadonlyMap<string, string> };

/**
 * Tells whether a feed has to be read the long way round (`canonicalTree`): it has core names under a prefix or in unusual
 * letter case, inline markup, relative addresses with a base of their own, or is no kind the tree is known of. Cheap,
 * because most feeds have none of it.
 */
export function planReading(xml: string, tree: Tree): Plan {
  const root = tree.rss ?? tree['rdf:RDF'] ?? tree.feed;
  const renames = isTree(root) ? renamesOf(xml, tree) : undefined;
  const canonical =
    renames === undefined || !isTree(root) || hasBase(xml) || isUnusual(tree, root, textsUnder(renames));
  return { canonical, renames: renames ?? new Map() };
}

function hasBase(xml: string): boolean {
  return holds(xml, ':base') && xml.includes('xml:base');
}

/** The names of texts as they stand in a document with these prefixes. */
function textsUnder(renames: ReadonlyMap<string, string>): readonly string[] {
  if (renames.size === 0) return TEXTS;
  const written = [...renames].flatMap(([prefix, known]) =>
    TEXTS.filter((name) => name.startsWith(`${known}:`)).map((name) => prefix + name.slice(known.length)),
  );
  return [...TEXTS, ...written];
}

function isUnusual(tree: Tree, root: Tree, texts: readonly string[]): boolean {
  const channel = tree.feed === undefined ? trees(root.channel)[0] : root;
  const items = tree.feed === undefined ? [...trees(channel?.item), ...trees(root.item)] : trees(root.entry);
  if (items.length === 0 || channel === undefined) return true;
  return [channel, ...items].some((element) => isOdd(element, texts));
}

/** The prefixes that stand for one of ours; undefined when the names cannot be told by prefixes alone. */
function renamesOf(xml: string, tree: Tree): Map<string, string> | undefined {
  const atom = tree.feed !== undefined;
  const head = xml.search(FIRST_ITEM);
  const renames = new Map<string, string>();
  const strangers = new Set<string>();
  for (const match of declarations(xml)) {
    const [, prefix, double, single] = match;
    const uri = double ?? single ?? '';
    if (prefix === undefined) {
      const usual = atom ? isAtomNamespace(uri) : isRssNamespace(uri);
      const inHead = head < 0 || match.index < head;
      if (!usual && (inHead || isForeign(uri))) return undefined;
      continue;
    }
    const known = prefixFor(uri);
    if (atom && isAtomNamespace(uri) && new RegExp(`<${prefix}:(?!link[\\s/>])`).test(xml)) return undefined;
    if (known === undefined) strangers.add(prefix);
    if (known === prefix || (known === undefined && !isRssNamespace(uri))) continue;
    if (known === undefined || isKnownPrefix(prefix) || NESTED.has(known)) return undefined;
    // Authors hold elements of their own; the names of those would stay as they are.
    if (known === 'atom' && xml.includes(`<${prefix}:author`)) return undefined;
    renames.set(prefix, known);
  }
  return [...renames.values()].some((known) => strangers.has(known)) ? undefined : renames;
}

/** One of ours, declared on an element of an item; XHTML is what texts are written in. */
function isForeign(uri: string): boolean {
  const known = prefixFor(uri);
  return known !== undefined && known !== 'xhtml';
}

/** Found by their `x`, which is rare: the expression alone takes five times as long. */
function* declarations(xml: string): Generator<RegExpExecArray> {
  for (let at = xml.indexOf('xmlns'); at !== -1; at = xml.indexOf('xmlns', at + 1)) {
    DECLARATION.lastIndex = at;
    const match = DECLARATION.exec(xml);
    if (match !== null) yield match;
  }
}

function isOdd(element: Tree, texts: readonly string[]): boolean {
  for (const name of texts) {
    const nodes = element[name];
    if (Array.isArray(nodes) && nodes.some(hasChildren)) return true;
  }
  const authors = element.author;
  if (Array.isArray(authors) && authors.some((each) => isTree(each) && Object.keys(each).some(isInline))) return true;
  if (ALWAYS_MARKUP.some((name) => element[name] !== undefined)) return true;
  for (const name in element) if (isMisspelt(name)) return true;
  return false;
}

/** Items by the thousand have the same ten names. */
const MOST_SPELT = 1000;
const spelt = new Map<string, boolean>();

function isMisspelt(name: string): boolean {
  let is = spelt.get(name);
  if (is === undefined) {
    const lower = name.toLowerCase();
    is = name !== lower && name !== usual(lower) && NAMES.has(lower);
    if (spelt.size >= MOST_SPELT) spelt.clear();
    spelt.set(ownCopy(name), is);
  }
  return is;
}

function usual(lower: string): string {
  return lower === 'pubdate' ? 'pubDate' : lower;
}

function hasChildren(node: unknown): boolean {
  if (!isTree(node)) return false;
  for (const name in node) if (name !== '_' && name !== '$') return true;
  return false;
}
