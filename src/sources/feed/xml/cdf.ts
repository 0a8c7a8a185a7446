import { isTree, type Tree, trees } from './tree.ts';

/**
 * A channel that is the root: of RSS 1.1 (http://inamidst.com/rss1.1/), which lists its items in an element of their own, or
 * of the Channel Definition Format (https://www.w3.org/TR/NOTE-CDFsubmit), in the names of RSS: addresses and
 * times stand in attributes there, texts may, and channels may hold channels, whose items are read like its own. `tree` is
 * what `canonicalTree` made of it.
 */
export function rssOfCdf(tree: Tree, documentUrl: string): Tree {
  const base = baseIn(tree, documentUrl);
  return { ...withPage(tree, base), item: itemsOf(tree, base) };
}

function itemsOf(channel: Tree, base: string): Tree[] {
  const inner = trees(channel.channel).flatMap((each) => itemsOf(each, baseIn(each, base)));
  const own = [...trees(channel.item), ...trees(channel.items).flatMap(({ item }) => trees(item))];
  return [...own.map((item) => withPage(item, baseIn(item, base))), ...inner];
}

/** A channel's `BASE` holds for all in it, and so does the base that XML has. */
function baseIn(tree: Tree, outer: string): string {
  const base = attributeOf(tree, 'base') ?? attributeOf(tree, 'xml:base');
  return base !== undefined && URL.canParse(base, outer) ? new URL(base, outer).href : outer;
}

function withPage(tree: Tree, base: string): Tree {
  const anchors = trees(tree.a).map((anchor) => attributeOf(anchor, 'href'));
  const page = attributeOf(tree, 'href') ?? anchors.find((each) => each !== undefined);
  const changed = attributeOf(tree, 'lastmod') ?? writtenIn(tree.lastmod) ?? writtenIn(tree.publicationdate);
  return {
    ...tree,
    title: written(tree.title),
    abstract: written(tree.abstract),
    author: written(tree.author),
    ...(page === undefined ? {} : { link: [{ _: page, $: { 'xml:base': base } }] }),
    ...(changed === undefined ? {} : { modified: [greenwich(changed)] }),
  };
}

/** Elements whose text may stand in the attribute `VALUE` instead. */
function written(elements: unknown): Tree[] {
  return trees(elements).map((element) => ({ ...element, _: writtenIn([element]) }));
}

function writtenIn(elements: unknown): string | undefined {
  const [element] = trees(elements);
  if (element === undefined) return undefined;
  return attributeOf(element, 'value') ?? (typeof element._ === 'string' ? element._ : '');
}

function attributeOf(tree: Tree, name: string): string | undefined {
  const value = isTree(tree.$) ? tree.$[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Times are GMT where they name no zone; the format's own document separates the numbers of a day by full stops. */
function greenwich(time: string): string {
  const dashed = time.trim().replace(/^(\d{4})\.(\d\d)\.(\d\d)/, '$1-$2-$3');
  return /T\d\d:\d\d(?::\d\d)?$/.test(dashed) ? `${dashed}Z` : dashed;
}
