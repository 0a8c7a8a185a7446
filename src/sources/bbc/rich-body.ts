import type { ListItem } from 'mdast';
import type { Body } from '../../core/entry.ts';
import { parseNodes } from '../body/dom.ts';
import { addMedia, type Draft, flush, flushHeading, newSink, type Sink } from '../body/draft.ts';
import { writtenBody } from '../body/html-body.ts';
import { asMarkup } from '../body/markup.ts';
import { type Marks, UNMARKED } from '../body/runs.ts';
import { cleanUrl } from '../body/urls.ts';
import { arrayIn, type JsonObject, objectIn, textIn } from '../wire/json.ts';
import { type Embed, embedOf, imageOf, playerOf } from './rich-media.ts';
import { MAX_DEPTH, plainOf } from './rich-text.ts';

/** Words for screen readers that the site copies into its own text. */
const COPIED_LABELS = /(?:Article share tools|View more on (?:twitter|facebook|instagram))\s*$/iu;

const HEADINGS = new Set(['headline', 'subheadline', 'crosshead', 'subheading', 'heading']);
/** What stands in lines of its own. */
const FLOW = new Set([...HEADINGS, 'paragraph', 'orderedList', 'unorderedList', 'blockquote', 'quote', 'pullOut']);
/** Adverts, lists of other stories, and what the page shows elsewhere. */
const FURNITURE = new Set(
  'mpu mpuAd ad advert advertisement wsoj related relatedContent links linkBlock linksBlock topicList recommendations recommended podcastPromo promo newsletter emailNewsletter newsletterSignup uploader uploaderLink disclaimer metadata timestamp byline subByline contributor jumpTo mostRead electionBanner'.split(
    ' ',
  ),
);

/**
 * The body of a tree of `{type, model: {text?, blocks?}}` blocks, the BBC's way to write rich text, after an introduction
 * in plain words. `page` is where relative addresses start from.
 */
export function richBody(intro: string, blocks: readonly unknown[], page: string): Body {
  return writtenBody(page, (sink, draft) => {
    if (intro !== '') sink.runs.push({ text: intro, marks: UNMARKED });
    flush(sink);
    addBlocks(blocks, sink, draft, UNMARKED, 0);
  });
}

function addBlocks(blocks: readonly unknown[], sink: Sink, draft: Draft, marks: Marks, depth: number): void {
  if (depth > MAX_DEPTH) return;
  for (const block of blocks) addBlock(block, sink, draft, marks, depth);
}

function addBlock(block: unknown, sink: Sink, draft: Draft, marks: Marks, depth: number): void {
  const model = objectIn(block, 'model');
  const type = textIn(block, 'type') ?? '';
  if (type === 'fragment') addFragment(model, sink, marks);
  else if (type === 'urlLink') addText(model, sink, draft, linked(model, draft, marks), depth);
  else if (type === 'listItem') addText(model, sink, draft, marks, depth);
  else if (FLOW.has(type)) {
    flush(sink);
    if (type === 'paragraph') addText(model, sink, draft, marks, depth);
    else if (type === 'orderedList' || type === 'unorderedList') {
      addList(type === 'orderedList', model, sink, draft, depth);
    } else if (HEADINGS.has(type)) {
      sink.runs.push({ text: plainOf([block]), marks: UNMARKED });
      flushHeading(sink, 3);
    } else addQuote(model, sink, draft, depth);
    flush(sink);
  } else addShown(type, model, sink, draft, marks, depth);
}

/** What a block holds, or the text that stands in it. */
function addText(model: JsonObject, sink: Sink, draft: Draft, marks: Marks, depth: number): void {
  const { blocks, runs } = sink;
  const before = [blocks.length, runs.length, draft.media.size];
  addBlocks(arrayIn(model, 'blocks'), sink, draft, marks, depth + 1);
  const isEmpty = blocks.length === before[0] && sink.runs.length === before[1] && draft.media.size === before[2];
  const text = isEmpty ? textIn(model, 'text') : undefined;
  if (text !== undefined) sink.runs.push({ text, marks });
}

function addFragment(model: JsonObject, sink: Sink, marks: Marks): void {
  const text = typeof model.text === 'string' ? model.text.replace(COPIED_LABELS, '') : '';
  if (text === '') return;
  const attributes = arrayIn(model, 'attributes');
  if (attributes.length === 0 || text.trim() === '') sink.runs.push({ text, marks });
  else {
    const strong = attributes.includes('bold') ? ({ strong: true } as const) : {};
    const emphasis = attributes.includes('italic') ? ({ emphasis: true } as const) : {};
    const gone = attributes.includes('strikethrough') ? ({ delete: true } as const) : {};
    sink.runs.push({ text, marks: { ...marks, ...strong, ...emphasis, ...gone } });
  }
}

function linked(model: JsonObject, draft: Draft, marks: Marks): Marks {
  const link = cleanUrl(textIn(model, 'locator') ?? textIn(model, 'url'), draft.base);
  if (link === undefined) return marks;
  draft.linked.add(link);
  return { ...marks, link };
}

function addList(ordered: boolean, model: JsonObject, sink: Sink, draft: Draft, depth: number): void {
  const children: ListItem[] = [];
  for (const item of arrayIn(model, 'blocks')) {
    const inner = newSink();
    addBlock(item, inner, draft, UNMARKED, depth + 1);
    flush(inner);
    if (inner.blocks.length > 0) children.push({ type: 'listItem', spread: false, children: inner.blocks });
  }
  if (children.length === 0) return;
  sink.blocks.push({ type: 'list', ordered, spread: false, children, ...(ordered ? { start: 1 } : {}) });
}

function addQuote(model: JsonObject, sink: Sink, draft: Draft, depth: number): void {
  const inner = newSink();
  addText(model, inner, draft, UNMARKED, depth);
  flush(inner);
  const by = textIn(model, 'quoteSource') ?? textIn(model, 'attribution');
  if (by !== undefined && inner.blocks.length > 0) inner.runs.push({ text: `— ${by}`, marks: UNMARKED });
  flush(inner);
  if (inner.blocks.length > 0) sink.blocks.push({ type: 'blockquote', children: inner.blocks });
}

/** Pictures, players and other sites' cards; what is none of these counts by the blocks or the text it holds. */
function addShown(type: string, model: JsonObject, sink: Sink, draft: Draft, marks: Marks, depth: number): void {
  if (FURNITURE.has(type)) return;
  const shown = shownIn(type, model, draft.base);
  if (shown === undefined) {
    addHeld(type, model, sink, draft, marks, depth);
    return;
  }
  flush(sink);
  if ('html' in shown) draft.convert(parseNodes(asMarkup(shown.html)), sink, draft, UNMARKED, depth);
  else if (shown.media !== undefined) addMedia(draft, shown.media);
}

const PLAYERS = new Set(['video', 'audio', 'clip', 'media', 'aresMedia', 'clipMedia']);

function shownIn(type: string, model: JsonObject, base: string): Embed | undefined {
  if (type === 'image') return { media: imageOf(model, base) };
  if (PLAYERS.has(type)) return playerOf(type, model, base) ?? embedOf(model, base) ?? { media: undefined };
  return type === 'text' ? undefined : embedOf(model, base);
}

/** A block that is none of its own: its headline, then what it holds. */
function addHeld(type: string, model: JsonObject, sink: Sink, draft: Draft, marks: Marks, depth: number): void {
  const title = type === 'callout' ? textIn(model, 'title') : undefined;
  if (title !== undefined) {
    flush(sink);
    sink.runs.push({ text: title, marks: UNMARKED });
    flushHeading(sink, 3);
  }
  const isAlone = sink.runs.length === 0;
  addText(model, sink, draft, marks, depth);
  if (isAlone && depth === 0) flush(sink);
}
