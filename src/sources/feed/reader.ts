import { createRequire } from 'node:module';
import type Parser from 'rss-parser';
import { z } from 'zod';
import { isOnWeb } from '../../core/web-address.ts';
import { SourceError } from '../../ports/source.ts';
import { type Children, isElement, type WireFeed } from './wire.ts';
import { planReading } from './xml/canonical.ts';
import { canonicalTree } from './xml/canonical-tree.ts';
import { rssOfCdf } from './xml/cdf.ts';
import { isTooDeep } from './xml/depth.ts';
import { isWhole } from './xml/mend-nesting.ts';
import { emptyTree, isTree, listed, type Tree, trees } from './xml/tree.ts';
import { EntityBomb, prepareXml, repairSigns } from './xml/xml-text.ts';

/** For loading the parser at the first feed and not at every start; reading is synchronous, so `import()` cannot do it. */
const require = createRequire(import.meta.url);
let parser: typeof Parser | undefined;

/**
 * What of rss-parser's class its declarations leave out. Its public `parseString` is the same steps behind a promise,
 * with the kinds of RSS chosen by a version attribute that many feeds lack or have wrong.
 */
type Steps = {
  readonly xmlParser: { parseString(xml: string, done: (error: Error | null, tree: unknown) => void): void };
  buildRSS(channel: Tree, items: readonly Tree[]): unknown;
  buildAtomFeed(tree: { feed: Tree }): unknown;
};

/** The one name under which an element is given to rss-parser, and comes back from it. */
const WHOLE = 'whole';
const whole = [WHOLE, WHOLE, { keepArray: true }] as const;

/**
 * Reads a feed with rss-parser (docs/decisions/003-feed-reader.md). Items are handed to it whole, under a name it has no
 * rule for, so that it gives them back as they are: its own rules keep the first of several elements, fail on a bad date,
 * and make a snippet of every text by an expression that hostile markup can stall. `where` is shown to people; `base` is
 * the document's address.
 */
export function readWire(text: string, where: string, base: string): WireFeed {
  const customFields = { item: [whole], feed: [whole] };
  parser ??= require('rss-parser') as typeof Parser;
  const steps = new parser({ customFields } as object) as unknown as Steps;
  const { tree, xml, flaw } = readTree(steps, text, where);
  const plan = planReading(xml, tree);
  const wire =
    plan.canonical || flaw !== undefined
      ? buildWire(steps, canonical(xml, base, where, flaw !== undefined), new Map())
      : buildWire(steps, tree, plan.renames);
  if (wire === undefined) throw malformed(where, 'it has no <rss>, <rdf:RDF>, <feed>, <entry> or <channel> element');
  return flaw === undefined ? wire : { ...wire, flaw };
}

function canonical(xml: string, base: string, where: string, isFlawed: boolean): Tree {
  if (isTooDeep(xml)) throw malformed(where, 'its elements are nested thousands deep');
  try {
    const place = isOnWeb(base) ? base : (ownAddress(xml) ?? base);
    const tree = canonicalTree(xml, place, isFlawed);
    return isTree(tree.channel) ? { rss: { channel: [rssOfCdf(tree.channel, place)] } } : tree;
  } catch (error) {
    if (error instanceof RangeError) throw malformed(where, 'its elements are nested thousands deep', error);
    throw error;
  }
}

const FIRST_ITEM = /<(?:[\w.-]+:)?(?:item|entry)[\s>]/i;
const SELF =
  /<(?:[\w.-]+:)?link\b(?=[^>]{0,500}\brel\s*=\s*["']self["'])[^>]{0,500}?\bhref\s*=\s*["'](https?:[^"']{1,500})["']/i;

/** Where a feed in a file says that it is on the web: a base that is relative starts from there. */
function ownAddress(xml: string): string | undefined {
  const head = xml.search(FIRST_ITEM);
  return SELF.exec(head < 0 ? xml : xml.slice(0, head))?.[1]?.replaceAll('&amp;', '&');
}

function readTree(steps: Steps, text: string, where: string): { tree: Tree; xml: string; flaw?: string } {
  const xml = prepare(text, where);
  const first = parseStrict(steps, xml);
  if (first.tree !== undefined) return { tree: first.tree, xml };
  const repaired = repairSigns(xml);
  const second = repaired === xml ? first : parseStrict(steps, repaired);
  if (second.tree !== undefined) return { tree: second.tree, xml: repaired };
  if (isWhole(repaired)) return { tree: emptyTree(), xml: repaired, flaw: second.reason ?? 'unreadable' };
  throw malformed(where, `it is not well-formed XML: ${second.reason}`);
}

function prepare(text: string, where: string): string {
  try {
    return prepareXml(text);
  } catch (error) {
    if (error instanceof EntityBomb) throw malformed(where, error.message, error);
    throw error;
  }
}

function parseStrict(steps: Steps, xml: string): { tree?: Tree; reason?: string } {
  let result: { tree?: Tree; reason?: string } | undefined;
  const take = (error: Error | null, tree?: unknown) => {
    if (error !== null)
      result ??= { reason: reasonOf(error) }; // what it complains of later follows from the first
    else if (isTree(tree)) result ??= { tree };
  };
  try {
    steps.xmlParser.parseString(xml, take);
  } catch (error) {
    // What follows a feed that is whole is no part of it: the reader has given the tree already, and throws all the same.
    if (!(error instanceof Error)) throw error;
    take(error);
  }
  return result ?? { reason: 'it has no elements' };
}

/** sax says "Unexpected close tag\nLine: 3\nColumn: 8\nChar: >", counting lines from 0. */
function reasonOf(error: Error): string {
  const [what = 'unreadable', line = '', column = ''] = error.message.split('\n');
  const at = /\d+/.exec(line)?.[0];
  const reason = what
    .trim()
    .replace(/\.$/, '')
    .replace(/^./, (letter) => letter.toLowerCase());
  return at === undefined ? reason : `${reason} in line ${Number(at) + 1}, column ${/\d+/.exec(column)?.[0] ?? '?'}`;
}

/** The reader's elements are what the next steps take them for; anything else would be a change in the reader. */
function checked(built: unknown): z.infer<typeof builtWire> {
  const result = builtWire.safeParse(built);
  if (!result.success) throw new TypeError('The XML reader gave a tree of an unknown shape.', { cause: result.error });
  return result.data;
}

function buildWire(steps: Steps, tree: Tree, renames: ReadonlyMap<string, string>): WireFeed | undefined {
  const give = (item: Tree) => givenItem(item, renames);
  // An entry may be a document of its own (RFC 4287 section 2).
  const atom = isTree(tree.entry) ? { entry: [tree.entry] } : tree.feed;
  if (isTree(atom)) {
    const built = checked(steps.buildAtomFeed({ feed: { ...given(atom, renames), entry: itemsIn(atom).map(give) } }));
    return { kind: 'atom', feed: built.whole[0], items: built.items.map((item) => item.whole[0]) };
  }
  const root = tree.rss ?? tree['rdf:RDF'];
  if (root === undefined) return undefined;
  const around = isTree(root) ? root : emptyTree();
  const channels = trees(around.channel);
  const [channel] = channels;
  const found = [...channels.flatMap(itemsIn), ...itemsIn(around)];
  const built = checked(steps.buildRSS(given(channel ?? {}, renames), found.map(give)));
  return { kind: 'rss', feed: built.whole[0], items: built.items.map((item) => item.whole[0]) };
}

/** Some makers of feeds know the items of the other family only. */
function itemsIn({ item, entry }: Tree): Tree[] {
  return [...listed(item), ...listed(entry)];
}

type Built = { readonly [WHOLE]: readonly [Children] };
const isBuilt = (value: unknown): value is Built => {
  const [element, ...others] = isTree(value) && Array.isArray(value[WHOLE]) ? value[WHOLE] : [];
  return others.length === 0 && isElement(element);
};
/** By hand, as `isElement` is: a thousand items are a thousand objects and tuples to zod. */
const builtWire = z.custom<Built & { readonly items: readonly Built[] }>(
  (value) => isBuilt(value) && 'items' in value && Array.isArray(value.items) && value.items.every(isBuilt),
);

/** An element's children under our prefixes, without the items, which are read on their own. */
function given(tree: Tree, renames: ReadonlyMap<string, string>): Tree {
  const children = emptyTree();
  for (const name in tree) {
    if (name === '$' || name === '_' || name === 'item' || name === 'entry') continue;
    const known = renames.size === 0 ? name : renamed(name, renames);
    const others = children[known];
    const own = tree[name];
    children[known] = Array.isArray(others) && Array.isArray(own) ? [...others, ...own] : own;
  }
  return { [WHOLE]: [children] };
}

/** An item is as good as its children, and copied only where prefixes change; the address RDF gives it becomes a child. */
function givenItem(tree: Tree, renames: ReadonlyMap<string, string>): Tree {
  const about = isTree(tree.$) ? tree.$['rdf:about'] : undefined;
  if (typeof about === 'string') tree['rdf:about'] = [about];
  return renames.size === 0 ? { [WHOLE]: [tree] } : given(tree, renames);
}

function renamed(name: string, renames: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? undefined : renames.get(name.slice(0, colon));
  return prefix === undefined ? name : prefix + name.slice(colon);
}

function malformed(where: string, reason: string, cause?: unknown): SourceError {
  const message = `The feed at ${where} cannot be read: ${reason}. Open it in a browser to see what the site sends; it is tried again at the next poll.`;
  return new SourceError('malformed', message, { cause });
}
