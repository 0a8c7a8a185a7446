import { ATOM_1, isAtomNamespace, isKnownPrefix, isRssNamespace, prefixFor, RSS_1 } from './namespaces.ts';
import { isTree, type Tree, trees } from './tree.ts';

const DECLARATION = /xmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const FIRST_ITEM = /<(?:[\w.-]+:)?(?:item|entry)[\s>]/i;
/** Elements whose text may be written as inline markup; the reader tells their order of text and elements no longer. */
const TEXTS = ['title', 'description', 'content', 'summary', 'content:encoded', 'fullitem', 'body', 'dc:description'];
const ALWAYS_MARKUP = ['xhtml:body', 'xhtml:div', 'body', 'fullitem'];
const NAMES = new Set(['channel', 'item', 'entry', 'title', 'link', 'description', 'guid', 'pubdate', 'author', 'id']);

/**
 * Tells whether a feed has to be read the long way round (`canonicalTree`): it has names under unusual prefixes or in
 * unusual letter case, inline markup, relative addresses with a base of their own, or is no kind the tree is known of.
 * Cheap, because most feeds have none of it.
 */
export function needsCanonical(xml: string, tree: Tree): boolean {
  const root = tree.rss ?? tree['rdf:RDF'] ?? tree.feed;
  if (!isTree(root) || xml.includes('xml:base')) return true;
  const feed = tree.feed !== undefined;
  if (!hasUsualNamespaces(xml, feed ? ATOM_1 : tree.rss === undefined ? RSS_1 : undefined)) return true;
  if (feed && xml.includes('<atom:')) return true;
  const channel = feed ? root : trees(root.channel)[0];
  const items = feed ? trees(root.entry) : [...trees(channel?.item), ...trees(root.item)];
  if (items.length === 0 || channel === undefined) return true;
  return [channel, ...items].some((element, index) => isOdd(element, index < 2));
}

/** True when every declared prefix is the one we know its namespace by, and the default namespace is `usual`. */
function hasUsualNamespaces(xml: string, usual: string | undefined): boolean {
  const head = xml.search(FIRST_ITEM);
  for (const match of xml.matchAll(DECLARATION)) {
    const [, prefix, double, single] = match;
    const uri = double ?? single ?? '';
    if (prefix === undefined) {
      if ((head < 0 || match.index < head) && uri !== usual) return false;
      continue;
    }
    const known = prefixFor(uri);
    if (known === undefined ? isKnownPrefix(prefix) || isRssNamespace(uri) : known !== prefix) return false;
    if (isAtomNamespace(uri) && usual === ATOM_1 && prefix !== 'atom') return false;
  }
  return true;
}

function isOdd(element: Tree, checkNames: boolean): boolean {
  if (TEXTS.some((name) => trees(element[name]).some(hasChildren))) return true;
  if (ALWAYS_MARKUP.some((name) => element[name] !== undefined)) return true;
  return (
    checkNames &&
    Object.keys(element).some((name) => !NAMES.has(name) && NAMES.has(name.toLowerCase()) && name !== 'pubDate')
  );
}

function hasChildren(node: Tree): boolean {
  for (const name in node) if (name !== '_' && name !== '$') return true;
  return false;
}
