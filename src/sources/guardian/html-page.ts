import type { Flag, Snapshot, SourceEntry } from '../../core/entry.ts';
import { type Document, type ReadContext, SourceError } from '../../ports/source.ts';
import { type DomElement, type Page, parseHtml } from '../body/dom.ts';
import { pageOf } from '../page.ts';
import { outlook } from '../wire/outlook.ts';
import { inRelayOrder } from '../wire/posts.ts';
import { blogAddress, servesPageJson } from './addresses.ts';
import { blockId } from './blocks.ts';
import { blockEntry } from './html-block.ts';
import { pageFacts } from './page-facts.ts';

/** Blocks of today's pages (article), and of the app and pages before 2020 and the Content API's `fields.body` (div). */
const BLOCKS = 'article[id^="block-"],article[id^="pinned-block-"],article.block,div.block[id^="block-"]';
const PINNED = '#pinned-post, [data-gu-marker="pinned-post"]';
/** Links of the old app, which name the page they stand for. */
const APP_LINK = /^x-gu:\/\/(?:item|list)\/mobile-apps\.guardianapis\.com\/(?:items|lists\/tag)\//u;

/** A live page. Each block's own `time` decides; the page's JSON-LD gives all updates the page's own time and headline. */
export function readHtmlPage(document: Document, context: ReadContext): Snapshot {
  const page = pageOf(document);
  modernise(page, document.text);
  const facts = pageFacts(page, document);
  const url = blogAddress(facts.url);
  const entries = readBlocks(page, url, context, facts.keyBlocks);
  if (entries.length === 0) {
    const text = 'The Guardian page holds no blocks that can be read; nothing was changed, and it will be read again.';
    throw new SourceError('malformed', text);
  }
  const ordered = inRelayOrder([...entries].reverse());
  const newest = facts.newestBlock ?? entries[0]?.sourceId;
  return {
    kind: 'guardian',
    url,
    ...(facts.title === undefined ? {} : { title: facts.title }),
    publisher: 'The Guardian',
    ...outlook(ordered, { url, title: facts.title, now: document.fetchedAt, stated: facts.live }),
    coverage: facts.older === undefined && facts.onlyPage ? 'complete' : 'window',
    entries: ordered,
    deleted: [],
    keyPoints: facts.keyPoints,
    warnings: facts.disagreements(entries),
    ...(newest === undefined || !servesPageJson(url) ? {} : { cursor: `block-${newest}` }),
    ...(facts.older === undefined ? {} : { older: facts.older }),
  };
}

/** Blocks out of a piece of HTML: a poll's `html`, or `fields.body`. */
export function readBlockMarkup(html: string, url: string, context: ReadContext): SourceEntry[] {
  if (html === '') return [];
  const page = parseHtml(html);
  modernise(page, html);
  return [...readBlocks(page, url, context, new Set())].reverse();
}

function readBlocks(page: Page, url: string, context: ReadContext, keys: ReadonlySet<string>): SourceEntry[] {
  const entries = new Map<string, SourceEntry>();
  for (const element of page(BLOCKS).toArray()) {
    const id = idOf(page, element);
    if (id === undefined) continue;
    const pinned = element.attribs.id?.startsWith('pinned-') === true || page(element).closest(PINNED).length > 0;
    const known = entries.get(id);
    const flags: Flag[] = [...(pinned || known?.flags.includes('pinned') ? (['pinned'] as const) : [])];
    // The pinned copy stands first and aside; the same block in the run replaces it, and is pinned.
    if (known !== undefined && (pinned || known.aside !== true)) {
      entries.set(id, { ...known, flags: [...flags, ...known.flags.filter((flag) => flag !== 'pinned')] });
      continue;
    }
    const entry = { ...blockEntry(element, id, url, context), flags: [...flags, ...marksOf(element, keys.has(id))] };
    entries.delete(id);
    entries.set(id, pinned ? { ...entry, aside: true } : entry);
  }
  return [...entries.values()];
}

/** A pinned copy has no id of its own; the time above it links to the block. */
function idOf(page: Page, element: DomElement): string | undefined {
  const own = element.attribs.id;
  if (own !== undefined) return blockId(own);
  const link = page(element).find('header a[href*="#block-"]').first().attr('href');
  return link === undefined ? undefined : blockId(link.replace(/^.*#/u, ''));
}

/** The marks older pages put on a block's class, and newer ones into their list of key events. */
function marksOf(element: DomElement, isKey: boolean): Flag[] {
  const classes = element.attribs.class ?? '';
  const key = isKey || /\bis-key-event\b/u.test(classes);
  return [...(key ? (['key'] as const) : []), ...(/\bis-summary\b/u.test(classes) ? (['summary'] as const) : [])];
}

/** Marks of pages of several ages, put the way the body reader knows them. Done once to a page; doing it again changes nothing. */
function modernise(page: Page, text: string): void {
  if (text.includes('srcdoc=')) {
    page('iframe[srcdoc]').each((_, frame) => {
      page(frame).replaceWith(frame.attribs.srcdoc ?? '');
    });
  }
  if (text.includes('nojs-tweet')) page('.nojs-tweet').removeClass('nojs-tweet').addClass('twitter-tweet');
  if (!text.includes('x-gu://')) return;
  for (const link of page('a[href^="x-gu://"]').toArray()) {
    link.attribs.href = (link.attribs.href ?? '').replace(APP_LINK, 'https://www.theguardian.com/');
  }
}
