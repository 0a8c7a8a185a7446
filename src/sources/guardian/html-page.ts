import type { Flag, Snapshot, SourceEntry } from '../../core/entry.ts';
import { type Document, type ReadContext, SourceError } from '../../ports/source.ts';
import { type DomElement, type Page, parseHtml } from '../body/dom.ts';
import { pageOf } from '../page.ts';
import { plainTitle } from '../wire/markup.ts';
import { inRelayOrder } from '../wire/posts.ts';
import { entryTimes, instant } from '../wire/times.ts';
import { blogAddress, permalink, servesPageJson } from './addresses.ts';
import { blockId } from './blocks.ts';
import { pageFacts } from './page-facts.ts';

/** Blocks of today's pages (article), and of the app and pages before 2020 and the Content API's `fields.body` (div). */
const BLOCKS = 'article[id^="block-"],article[id^="pinned-block-"],div.block[id^="block-"]';
const TITLE = 'h2.block-title, header h2, .block-elements > h2:first-child';

/** A live page. Each block's own `time` decides; the page's JSON-LD gives all updates the page's own time and headline. */
export function readHtmlPage(document: Document, context: ReadContext): Snapshot {
  const page = pageOf(document);
  const facts = pageFacts(page, document);
  const url = blogAddress(facts.url);
  const entries = readBlocks(page, url, context, facts.keyBlocks);
  if (entries.length === 0) {
    const text = 'The Guardian page holds no blocks that can be read; nothing was changed, and it will be read again.';
    throw new SourceError('malformed', text);
  }
  const newest = facts.newestBlock ?? entries[0]?.sourceId;
  return {
    kind: 'guardian',
    url,
    ...(facts.title === undefined ? {} : { title: facts.title }),
    publisher: 'The Guardian',
    live: facts.live,
    coverage: facts.older === undefined && facts.onlyPage ? 'complete' : 'window',
    entries: inRelayOrder([...entries].reverse()),
    deleted: [],
    keyPoints: facts.keyPoints,
    warnings: facts.disagreements(entries),
    ...(newest === undefined || !servesPageJson(url) ? {} : { cursor: `block-${newest}` }),
    ...(facts.older === undefined ? {} : { older: facts.older }),
  };
}

/** Blocks out of a piece of HTML: a poll's `html`, or `fields.body`. */
export function readBlockMarkup(html: string, url: string, context: ReadContext): SourceEntry[] {
  return html === '' ? [] : [...readBlocks(parseHtml(html), url, context, new Set())].reverse();
}

function readBlocks(page: Page, url: string, context: ReadContext, keys: ReadonlySet<string>): SourceEntry[] {
  const entries = new Map<string, SourceEntry>();
  for (const element of page(BLOCKS).toArray()) {
    const id = blockId(element.attribs.id ?? '');
    const pinned =
      element.attribs.id?.startsWith('pinned-') === true || page(element).closest('#pinned-post').length > 0;
    const known = entries.get(id);
    const flags: Flag[] = [...(pinned || known?.flags.includes('pinned') ? (['pinned'] as const) : [])];
    // The pinned copy stands first and aside; the same block in the run replaces it, and is pinned.
    if (known !== undefined && (pinned || known.aside !== true)) {
      entries.set(id, { ...known, flags: [...flags, ...known.flags.filter((flag) => flag !== 'pinned')] });
      continue;
    }
    const entry = blockEntry(page, element, { id, url, flags, key: keys.has(id) }, context);
    entries.delete(id);
    entries.set(id, pinned ? { ...entry, aside: true } : entry);
  }
  return [...entries.values()];
}

/** A copy of a block, which may be taken apart: the page may be read again. */
type Block = ReturnType<Page>;

type Known = { readonly id: string; readonly url: string; readonly flags: readonly Flag[]; readonly key: boolean };

function blockEntry(page: Page, element: DomElement, known: Known, context: ReadContext): SourceEntry {
  const block = page(element).clone();
  const heading = block.find(TITLE).first();
  const title = plainTitle(heading.text());
  const authors = block
    .find('header img[alt]')
    .toArray()
    .map((image) => (image.attribs.alt ?? '').trim());
  const times = blockTimes(page, block);
  const classes = element.attribs.class ?? '';
  const key = known.key || /\bis-key-event\b/u.test(classes) ? (['key'] as const) : [];
  const summary = /\bis-summary\b/u.test(classes) ? (['summary'] as const) : [];
  heading.remove();
  return {
    sourceId: known.id,
    ...(title === undefined ? {} : { title }),
    body: context.body(bodyHtml(page, block), known.url),
    authors: [...new Set(authors)].filter((name) => name !== ''),
    ...times,
    url: permalink(known.url, known.id),
    flags: [...known.flags, ...key, ...summary],
  };
}

function blockTimes(page: Page, block: Block) {
  let published: number | undefined;
  let updated: number | undefined;
  for (const time of block.find('time[datetime], .block-time[title], .block-updated').toArray()) {
    const label = page(time);
    if (time.name === 'time' && label.closest('figure, blockquote').length > 0) continue;
    const written = time.attribs.datetime ?? time.attribs.title ?? label.text().replace(/^[^:]*:\s*/u, '');
    const isUpdate =
      label.closest('.updated-time, .block-updated').length > 0 || /updat/iu.test(label.parent().text().slice(0, 60));
    const at = instant(written);
    if (isUpdate && label.closest('header').length === 0) updated ??= at;
    else published ??= at;
  }
  return entryTimes(published, updated);
}

/** What is written in a block, without its head, foot and times; addresses of the old app as those of the site. */
function bodyHtml(page: Page, block: Block): string {
  const inner = block.find('.block-elements').first();
  const body = inner.length > 0 ? inner : block;
  body.find('header, footer, .block-time, .block-updated, .block-share, .updated-time').remove();
  body.find('iframe[srcdoc]').each((_, frame) => {
    page(frame).replaceWith(frame.attribs.srcdoc ?? '');
  });
  return (body.html() ?? '')
    .trim()
    .replaceAll('nojs-tweet', 'twitter-tweet')
    .replace(
      /x-gu:\/\/(?:item|list)\/mobile-apps\.guardianapis\.com\/(?:items|lists\/tag)\//gu,
      'https://www.theguardian.com/',
    );
}
