import type { ListItem } from 'mdast';
import type { Body } from '../../core/entry.ts';
import { parseNodes } from '../body/dom.ts';
import { addMedia, type Draft, flush, flushHeading, newSink, type Sink } from '../body/draft.ts';
import { writtenBody } from '../body/html-body.ts';
import { asMarkup } from '../body/markup.ts';
import { type Marks, UNMARKED } from '../body/runs.ts';
import { cleanUrl } from '../body/urls.ts';
import { arrayIn, type JsonObject, objectIn, textIn } from '../wire/json.ts';
import { embedOf, imageOf, playerOf } from './rich-media.ts';
import { MAX_DEPTH, plainOf } from './rich-text.ts';

/** Words for screen readers that the site copies into its own text. */
const COPIED_LABELS = /(?:Article share tools|View more on (?:twitter|facebook|instagram))\s*$/iu;

const HEADINGS = new Set(['headline', 'subheadline', 'crosshead', 'subheading']);
/** What stands in lines of its own. */
const FLOW = new Set([...HEADINGS, 'paragraph', 'orderedList', 'unorderedList', 'blockquote', 'quote', 'pullOut']);

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
    sink.runs.push({ text, marks: { ...marks, ...strong, ...emphasis } });
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
  if (inner.blocks.length > 0) sink.blocks.push({ type: 'blockquote', children: inner.blocks });
}

/** Pictures, players and other sites' cards; what is none of these counts by the blocks it holds. */
function addShown(type: string, model: JsonObject, sink: Sink, draft: Draft, marks: Marks, depth: number): void {
  if (type === 'image') {
    const image = imageOf(model, draft.base);
    flush(sink);
    if (image !== undefined) addMedia(draft, image);
    return;
  }
  const isPlayer = type === 'video' || type === 'audio' || type === 'clip' || type === 'media';
  const player = isPlayer ? playerOf(model) : undefined;
  const embed = player ?? embedOf(model, draft.base);
  if (embed === undefined) {
    if (!isPlayer) addBlocks(arrayIn(model, 'blocks'), sink, draft, marks, depth + 1);
  } else if ('html' in embed) {
    draft.convert(parseNodes(asMarkup(embed.html)), sink, draft, UNMARKED, depth);
  } else if (embed.media !== undefined) {
    addMedia(draft, embed.media);
  }
}
