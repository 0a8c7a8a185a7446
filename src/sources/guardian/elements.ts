import { arrayIn, isObject, type JsonObject, textIn } from '../wire/json.ts';
import { escapeHtml, frame } from '../wire/markup.ts';
import { cartoonHtml, filmHtml, imageHtml, imagesHtml, videoHtml, witnessHtml } from './element-media.ts';
import { readable } from './markup.ts';

/** Pieces of a block that are there for the page: sign-ups, call-outs, adverts, games, and what scripts fill later. */
const FURNITURE =
  /^(?:Newsletter|Callout|ReporterCallout|Ad$|AdPlaceholder|Disclaimer|Divider|SignIn|EmailSignUp|ProductSummary|Contributions|(?:Personality|Knowledge)?Quiz|Form$|Crossword|InteractiveContents|ContentAtom)/u;
/** What leads to another story or to an evening with the paper. */
const RELATED = /^(?:RichLink|Membership)$/u;
/** Deeper than any editor nests. */
const MAX_DEPTH = 20;

/**
 * The HTML of a block of page JSON: its elements one after another. The kinds are those of dotcom-rendering's `FEElement`;
 * new ones come every year, so a kind without a rule of its own counts by what it carries: title, HTML, parts, address. A
 * "Related:" link counts only when the block has nothing else.
 */
export function elementsHtml(elements: readonly unknown[], depth = 0): string {
  if (depth > MAX_DEPTH) return '';
  const pieces: string[] = [];
  let related = '';
  for (const element of elements) {
    const name = kindOf(textIn(element, '_type') ?? '');
    if (name === 'Text') pieces.push(readable(textIn(element, 'html') ?? ''));
    else if (isRelated(name)) related += linkHtml(element);
    else if (!isFurniture(name) && isObject(element)) pieces.push(elementHtml(name, element, depth));
  }
  const html = pieces.join('');
  return html === '' ? related : html;
}

const NAME = /([A-Za-z]+?)(?:Block)?(?:Element)?(?:V\d+)?$/u;

/** "Tweet" of "model.dotcomrendering.pageElements.TweetBlockElement". */
export function kindOf(type: string): string {
  return NAME.exec(type.slice(-100))?.[1] ?? '';
}

/** True for kinds of elements that are no part of the news. */
export function isFurniture(kind: string): boolean {
  return FURNITURE.test(kind);
}

/** True for kinds of elements that lead elsewhere, and count only where a block has nothing else. */
export function isRelated(kind: string): boolean {
  return RELATED.test(kind);
}

type Rule = (element: JsonObject) => string;

const RULES: Readonly<Record<string, Rule>> = {
  Image: (element) => imageHtml(element),
  MultiImage: imagesHtml,
  Cartoon: cartoonHtml,
  Youtube: videoHtml,
  GuVideo: (element) => (textIn(element, 'html') === undefined ? filmHtml(element) : heldHtml(element, 0)),
  MediaAtom: filmHtml,
  AudioAtom: (element) => playerHtml(textIn(element, 'trackUrl'), element),
  InteractiveAtom: appHtml,
  GenericAtom: appHtml,
  ChartAtom: appHtml,
  Witness: witnessHtml,
  Link: linkHtml,
  Blockquote: (element) => quoteHtml(textIn(element, 'html'), ''),
  Pullquote: (element) => quoteHtml(textIn(element, 'html'), escapeHtml(textIn(element, 'attribution') ?? '')),
  Comment: commentHtml,
  Code: (element) => codeHtml(textIn(element, 'html') ?? ''),
  StarRating: (element) => starsHtml(element.rating),
};

function elementHtml(name: string, element: JsonObject, depth: number): string {
  return Object.hasOwn(RULES, name) ? (RULES[name]?.(element) ?? '') : heldHtml(element, depth);
}

/** What an element carries, by the names that all of them use: a headline, HTML or parts with headlines of their own, a frame. */
function heldHtml(element: JsonObject, depth: number): string {
  const html = textIn(element, 'html');
  if (html !== undefined) return headed(element, readable(html));
  const parts = partsHtml(element, depth);
  if (parts !== '') return headed(element, parts);
  const url = ['embedUrl', 'url', 'originalUrl', 'sourceUrl'].map((field) => textIn(element, field)).find(Boolean);
  const player = url ?? textIn(arrayIn(element, 'assets')[0], 'url');
  if (player !== undefined) {
    return paragraph(textIn(element, 'body') ?? textIn(element, 'text')) + playerHtml(player, element);
  }
  const words = ['body', 'description', 'text', 'captionText', 'caption'].map((field) => textIn(element, field));
  return headed(element, paragraph(words.find(Boolean)));
}

/** Pieces inside an element – takeaways, events of a timeline, profiles – each with its date, headline and text. */
function partsHtml(element: JsonObject, depth: number): string {
  let html = '';
  for (const value of Object.values(element)) {
    if (isObject(value) && '_type' in value) html += elementsHtml([value], depth + 1);
    else if (Array.isArray(value)) for (const part of value) html += partHtml(part, depth + 1);
  }
  const images = arrayIn(element, 'images');
  return html === '' && images.length > 0 ? imagesHtml(element) : html;
}

/** Names of fields that only pieces of text have, as against pictures in several sizes and fields of forms. */
const TEXTUAL = ['body', 'elements', 'events', 'title'];

function partHtml(part: unknown, depth: number): string {
  if (!isObject(part) || depth > MAX_DEPTH) return '';
  if ('_type' in part) return elementsHtml([part], depth);
  if (!TEXTUAL.some((field) => field in part)) return '';
  const date = textIn(part, 'date');
  const label = date === undefined ? '' : `<p><strong>${escapeHtml(date)}</strong></p>`;
  const text = ['bio', 'body'].map((field) => paragraph(textIn(part, field))).join('');
  return `${label}${headed(part, text + partsHtml(part, depth))}${paragraph(textIn(part, 'endNote'))}`;
}

/** Text under the headline of its element; an element that is a frame keeps its title for the frame. */
function headed(element: JsonObject, html: string): string {
  const title = textIn(element, 'title') ?? textIn(element, 'productName');
  const intro = html === '' || 'body' in element ? '' : paragraph(textIn(element, 'description'));
  const showsTitle = title !== undefined && !/<(?:iframe|video|audio)\b/u.test(html);
  return `${showsTitle ? `<h3>${escapeHtml(title)}</h3>` : ''}${intro}${html}`;
}

/** Words that may be HTML or plain. */
function paragraph(words: string | undefined): string {
  if (words === undefined) return '';
  return /<(?:\/?(?:p|a|em|strong|b|i|ul|li|br|span|div)\b)[^>]*>/iu.test(words)
    ? words
    : `<p>${escapeHtml(words)}</p>`;
}

function playerHtml(url: string | undefined, element: JsonObject): string {
  const title = ['title', 'caption', 'alt'].map((field) => textIn(element, field)).find(Boolean);
  return url === undefined ? '' : frame(url, title);
}

/** An atom is a page of its own with scripts; where its address is not given, what stands in it is taken. */
function appHtml(element: JsonObject): string {
  const url = textIn(element, 'url');
  return url === undefined ? heldHtml(element, 0) : playerHtml(url, element);
}

function linkHtml(element: unknown): string {
  const url = textIn(element, 'url') ?? textIn(element, 'originalUrl');
  const text = ['text', 'linkText', 'label', 'title'].map((field) => textIn(element, field)).find(Boolean);
  return url === undefined ? '' : `<p><a href="${escapeHtml(url)}">${escapeHtml(text ?? url)}</a></p>`;
}

function quoteHtml(html: string | undefined, by: string): string {
  if (html === undefined) return '';
  const said = /^\s*<blockquote/iu.test(html) ? html.replace(/^\s*<blockquote[^>]*>|<\/blockquote>\s*$/giu, '') : html;
  return `<blockquote>${said}${by === '' ? '' : `<p>— ${by}</p>`}</blockquote>`;
}

function commentHtml(element: JsonObject): string {
  const name = escapeHtml(textIn(element, 'profileName') ?? textIn(element, 'authorName') ?? '');
  const link = textIn(element, 'permalink') ?? textIn(element, 'commentUrl');
  const by = link === undefined || name === '' ? name : `<a href="${escapeHtml(link)}">${name}</a>`;
  return quoteHtml(textIn(element, 'body') ?? textIn(element, 'html'), by);
}

function codeHtml(code: string): string {
  if (code === '' || /^\s*<(?:pre|code)\b/iu.test(code)) return code;
  return `<pre>${escapeHtml(code)}</pre>`;
}

function starsHtml(rating: unknown): string {
  if (typeof rating !== 'number' || !(rating >= 0 && rating <= 5)) return '';
  const full = Math.round(rating);
  return `<p>${'★'.repeat(full)}${'☆'.repeat(5 - full)}</p>`;
}
