import { backdropOf } from './backdrop.ts';
import { addCode, addList, addQuote, addTable, isDataTable } from './blocks.ts';
import { cardOf, isPlaceholder } from './cards.ts';
import { UNCAPTIONED } from './credits.ts';
import {
  childrenOf,
  type DomElement,
  type DomNode,
  findElement,
  isElement,
  isText,
  parseNodes,
  textOf,
} from './dom.ts';
import { addMedia, type Draft, flush, flushHeading, newSink, type Sink } from './draft.ts';
import { askedFor, frameOf } from './embeds.ts';
import { isFurniture } from './furniture.ts';
import { formula, raised, withoutWindow } from './inline-text.ts';
import { captionOf, emojiOf, imageOf, isCaption, isCredit } from './media.ts';
import { type Marks, UNMARKED } from './runs.ts';
import { cleanUrl } from './urls.ts';

/** How deep elements are followed one by one; below, only their text is kept. Real bodies stay under 30. */
const MAX_DEPTH = 300;

const WRITTEN = /\S/u;

/** The `Convert` of every draft; blocks that hold blocks call it through the draft. */
export function convert(nodes: readonly DomNode[], sink: Sink, draft: Draft, marks: Marks, depth: number): void {
  for (const node of nodes) {
    if (isText(node)) {
      // White space between blocks, of which indented markup is full, begins nothing.
      if (sink.runs.length > 0 || WRITTEN.test(node.data)) sink.runs.push({ text: node.data, marks });
    } else if (isElement(node)) convertElement(node, sink, draft, marks, depth + 1);
  }
}

function convertElement(element: DomElement, sink: Sink, draft: Draft, marks: Marks, depth: number): void {
  if (draft.skip(element)) return;
  if (depth > MAX_DEPTH) {
    sink.runs.push({ text: ` ${textOf([element])} `, marks });
    return;
  }
  if (convertMedia(element, sink, draft, depth)) return;
  if (isFurniture(element)) {
    const asked = askedFor(element, draft.base);
    if (asked !== undefined) addMedia(draft, asked);
    return;
  }
  const backdrop = backdropOf(element, draft.base);
  if (backdrop !== undefined) draft.backdrops.push(backdrop);
  const inline = inlineMarks(element, marks, draft);
  if (inline !== undefined) convertInline(element, sink, draft, inline, depth);
  else convertBlock(element, sink, draft, marks, depth);
}

/** Pictures, players and cards; true when the element is done with. */
function convertMedia(element: DomElement, sink: Sink, draft: Draft, depth: number): boolean {
  if (element.name === 'img' || element.name === 'amp-img' || element.name === 'amp-anim') {
    const emoji = emojiOf(element);
    if (emoji !== undefined) sink.runs.push({ text: emoji, marks: UNMARKED });
    const image = emoji === undefined ? imageOf(element, draft.base, sink.caption) : undefined;
    if (image !== undefined) addMedia(draft, image);
    return true;
  }
  if (element.name === 'noscript') {
    if (!isTwin(element, draft.base) && !asksForScripts(element))
      convert(withoutScripts(element), sink, draft, UNMARKED, depth);
    return true;
  }
  const frame = frameOf(element, draft.base);
  if (frame !== undefined) {
    addMedia(draft, sink.caption === UNCAPTIONED ? frame : { ...frame, ...sink.caption });
    return true;
  }
  const card = cardOf(element, draft.base);
  if (card === undefined) return UNREAD.has(element.name);
  addMedia(draft, card);
  flush(sink);
  addQuote(
    element,
    sink,
    { ...draft, skip: (child) => isPlaceholder(child, card, draft.base) || draft.skip(child) },
    depth,
  );
  return true;
}

/** What stands in them is for programs that cannot show them. */
const UNREAD = new Set(['iframe', 'video', 'audio', 'embed', 'amp-video', 'amp-audio', 'video-js']);

/** A lazy picture stands beside the same one for readers without scripts, which is read where the lazy one names no address. */
function isTwin(element: DomElement, base: string): boolean {
  return [besides(element, 'prev'), besides(element, 'next')].some((sibling) => {
    if (sibling === undefined || !PICTURES.has(sibling.name)) return false;
    const shown = findElement([sibling], ({ name }) => name === 'img' || name === 'amp-img');
    return shown !== undefined && imageOf(shown, base, {}) !== undefined;
  });
}

const PICTURES = new Set(['img', 'picture', 'amp-img']);

function besides(element: DomElement, side: 'prev' | 'next'): DomElement | undefined {
  let node = element[side];
  while (node !== null && !isElement(node)) {
    if (isText(node) && node.data.trim() !== '') return undefined;
    node = node[side];
  }
  return node ?? undefined;
}

/** What a browser with scripts holds for text, and writes down as such, is markup to one without. */
function withoutScripts(noscript: DomElement): readonly DomNode[] {
  const nodes = childrenOf(noscript);
  const [first] = nodes;
  return nodes.length === 1 && first !== undefined && isText(first) && /<(?:img|picture|iframe|p)\b/iu.test(first.data)
    ? parseNodes(first.data)
    : nodes;
}

function asksForScripts(element: DomElement): boolean {
  return /javascript/iu.test(textOf(childrenOf(element)));
}

const INLINE = new Set(
  'a abbr acronym applet b bdi bdo big blink cite code data del dfn em font i ins kbd label mark math nobr object picture q rb ruby s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);

function inlineMarks(element: DomElement, marks: Marks, draft: Draft): Marks | undefined {
  // Office programs' tags (`o:p`) stand within sentences.
  if (!INLINE.has(element.name) && !element.name.includes(':')) return undefined;
  switch (element.name) {
    case 'a': {
      const link = cleanUrl(element.attribs.href, draft.base);
      if (link === undefined) return marks;
      draft.linked.add(link);
      return { ...marks, link };
    }
    case 'b':
    case 'strong':
      return { ...marks, strong: true };
    case 'i':
    case 'em':
    case 'cite':
    case 'dfn':
    case 'var':
      return { ...marks, emphasis: true };
    case 's':
    case 'del':
    case 'strike':
      return { ...marks, delete: true };
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
      return { ...marks, code: true };
    default:
      return marks;
  }
}

function convertInline(element: DomElement, sink: Sink, draft: Draft, marks: Marks, depth: number): void {
  const { name } = element;
  const written = name === 'sup' ? raised(element) : name === 'math' ? formula(element) : undefined;
  if (written !== undefined) {
    sink.runs.push({ text: written, marks });
    return;
  }
  if (name === 'q') sink.runs.push({ text: '“', marks });
  convert(childrenOf(element), sink, draft, marks, depth);
  if (name === 'q') sink.runs.push({ text: '”', marks });
  if (name === 'a') withoutWindow(sink.runs);
}

function convertBlock(element: DomElement, sink: Sink, draft: Draft, marks: Marks, depth: number): void {
  if (element.name === 'br') {
    sink.runs.push({ break: true, marks });
    return;
  }
  if (element.name === 'wbr' || element.name === 'rp' || element.name === 'rt') return;
  flush(sink);
  convertFlow(element, sink, draft, marks, depth);
}

const HEADINGS = new Map(([1, 2, 3, 4, 5, 6] as const).map((level) => [`h${level}`, level]));

function convertFlow(element: DomElement, sink: Sink, draft: Draft, marks: Marks, depth: number): void {
  const heading = HEADINGS.get(element.name);
  if (heading !== undefined) {
    convert(childrenOf(element), sink, draft, withoutStrong(marks), depth);
    flushHeading(sink, heading);
  } else if (element.name === 'ul' || element.name === 'ol') addList(element, sink, draft, depth);
  else if (element.name === 'blockquote') addQuote(element, sink, draft, depth);
  else if (element.name === 'pre') addCode(element, sink);
  else if (element.name === 'table' && isDataTable(element, draft.base)) addTable(element, sink, draft, depth);
  else if (element.name === 'figure' || isCaptioned(element)) convertFigure(element, sink, draft, depth);
  else if (element.name !== 'hr') {
    convert(childrenOf(element), sink, draft, element.name === 'dt' ? { ...marks, strong: true } : marks, depth);
    flush(sink);
  }
}

function withoutStrong(marks: Marks): Marks {
  const { strong: _strong, ...rest } = marks;
  return rest;
}

const CAPTIONED = /(?:^|\s)wp-caption(?=\s|$)/u;
const PICTURED = /(?:^|\s)(?:\w{1,10}-)?(?:image|photo|picture|media|figure)(?=\s|$)/u;

function isCaptioned(element: DomElement): boolean {
  const name = element.attribs.class;
  if (name === undefined) return false;
  if (CAPTIONED.test(name)) return true;
  // A box that is called a picture and has both picture and caption in it is a figure by another name.
  const inner = childrenOf(element);
  const isCalled = PICTURED.test(name);
  if (!isCalled && !inner.some((child) => isElement(child) && isCaption(child))) return false;
  const caption = findElement(inner, isCaption);
  if (caption === undefined || findElement(inner, ({ name: tag }) => tag === 'img') === undefined) return false;
  return isCalled || !inner.some((child) => child !== caption && saysMore(child));
}

/** Text that is no credit, beside a caption: the box is more than a figure. */
function saysMore(node: DomNode): boolean {
  if (isElement(node) && (isCredit(node) || node.name === 'noscript')) return false;
  return /\S/u.test(textOf([node]));
}

/** A box around a picture may be called its source. */
function isBareCredit(element: DomElement): boolean {
  return isCredit(element) && findElement([element], ({ name }) => name === 'img' || name === 'picture') === undefined;
}

function convertFigure(element: DomElement, sink: Sink, draft: Draft, depth: number): void {
  const before = draft.media.size;
  const inner = newSink(captionOf(element));
  const skip = (child: DomElement): boolean => isCaption(child) || isBareCredit(child) || draft.skip(child);
  convert(childrenOf(element), inner, { ...draft, skip }, {}, depth);
  flush(inner);
  sink.blocks.push(...inner.blocks);
  // A caption belongs to its picture; with no picture (a table, a quote) it is text.
  if (draft.media.size > before || inner.caption.caption === undefined) return;
  sink.runs.push({ text: inner.caption.caption, marks: UNMARKED });
  flush(sink);
}
