import type { Snapshot } from '../../core/entry.ts';
import { webAddress } from '../../core/web-address.ts';
import type { Document, ReadContext } from '../../ports/source.ts';
import { arrayIn, isObject, type JsonObject, objectIn, textIn } from '../wire/json.ts';
import { plainTitle } from '../wire/markup.ts';
import { outlook } from '../wire/outlook.ts';
import { inRelayOrder } from '../wire/posts.ts';
import { blogAddress, pageAddress, servesPageJson } from './addresses.ts';
import { type BlockList, keyList, readBlocks } from './blocks.ts';
import { standfirstPoints } from './key-points.ts';

/**
 * The page as JSON (`<url>.json?dcr`): one page of blocks, newest first, beside the key events and the pinned post of the
 * whole blog. The `config` in it may be another page's (so in captures), so `isLive` counts only where nothing contradicts it.
 */
export function readPageJson(page: JsonObject, document: Document, context: ReadContext): Snapshot {
  const address = (name: string) => webAddress(textIn(page, name), document.url);
  const url = blogAddress(address('webURL') ?? address('canonicalUrl') ?? document.url);
  const pinned: BlockList = { blocks: isObject(page.pinnedPost) ? [page.pinnedPost] : [], aside: true, flag: 'pinned' };
  const main: BlockList = { blocks: [...arrayIn(page, 'blocks')].reverse(), aside: false };
  const { entries, warnings } = readBlocks([main, keyList(page), pinned], url, context);
  const title = plainTitle(textIn(page, 'headline') ?? textIn(page, 'webTitle'));
  const pagination = objectIn(page, 'pagination');
  const ordered = inRelayOrder(entries);
  const older = textIn(pagination, 'older');
  const recent = textIn(page, 'mostRecentBlockId');
  return {
    kind: 'guardian',
    url,
    ...(title === undefined ? {} : { title }),
    publisher: 'The Guardian',
    ...outlook(ordered, { url, title, now: document.fetchedAt, stated: isLive(page) }),
    coverage: onePage(pagination) ? 'complete' : 'window',
    entries: ordered,
    deleted: [],
    keyPoints: standfirstPoints(textIn(page, 'standfirst')),
    warnings,
    ...(recent === undefined || !servesPageJson(url) ? {} : { cursor: recent }),
    ...(older === undefined ? {} : { older: pageAddress(url, older) }),
  };
}

function onePage(pagination: JsonObject): boolean {
  const pages = pagination.totalPages;
  return typeof pages === 'number' ? pages <= 1 : pagination.older === undefined && pagination.newer === undefined;
}

function isLive(page: JsonObject): boolean | null {
  const config = objectIn(page, 'config');
  if (typeof config.isLive === 'boolean') return config.isLive;
  return typeof page.isLive === 'boolean' ? page.isLive : null;
}

/** Bare lists of blocks, as fixtures and exports have them: `[…]` or `{name: […]}`. */
export function readBlockLists(json: unknown, document: Document, context: ReadContext): Snapshot {
  const lists = Array.isArray(json) ? [json] : Object.values(isObject(json) ? json : {}).filter(Array.isArray);
  const { entries, warnings } = readBlocks(
    lists.map((blocks) => ({ blocks, aside: false })),
    blogAddress(document.url),
    context,
  );
  return {
    kind: 'guardian',
    url: blogAddress(document.url),
    publisher: 'The Guardian',
    live: null,
    coverage: 'window',
    entries: inRelayOrder(entries),
    deleted: [],
    keyPoints: [],
    warnings,
  };
}
