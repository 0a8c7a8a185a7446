import type { Flag } from '../../core/entry.ts';
import { parseDate } from '../../core/time/dates.ts';
import {
  attribute,
  childrenOf,
  type DomElement,
  type DomNode,
  isElement,
  parseNodes,
  textOf,
  walk,
} from '../body/dom.ts';
import { elementBody } from '../body/html-body.ts';
import { shortText } from '../body/short-text.ts';
import { oneLine } from '../body/whitespace.ts';
import { flagsOf, isBadge, isLabel } from '../entry-marks.ts';
import { portraitName } from '../portrait.ts';
import type { PageFacts } from './page-facts.ts';

/**
 * The slice without the text that the JSON-LD has word for word, markup and all: parsing it a second time tells nothing
 * new. Anything less than an element is left where it is, for it may stand in the title or a tag as well.
 */
export function withoutTold(slice: string, told: string): string {
  const html = told.trim();
  const at = /^<[a-z][\s\S]*>$/iu.test(html) ? slice.indexOf(html) : -1;
  return at === -1 ? slice : `${slice.slice(0, at)}${TOLD}${slice.slice(at + html.length)}`;
}

/** Where it stood: what comes behind is no title. */
const TOLD = '<p></p>';

/** What an entry's own element says; `isListed` when it stands in the page's list of key events. */
export function sliceFacts(
  slice: string,
  base: string,
  isListed = false,
  authors: readonly string[] = [],
): PageFacts | undefined {
  const root = parseNodes(slice).find(isElement);
  if (root === undefined) return undefined;
  const publishedAt = timeOf(root, [
    'data-post-time',
    'data-published',
    'data-sort-time',
    'data-time',
    'data-timestamp',
  ]);
  const updatedAt = timeOf(root, ['data-last-modified-time', 'data-update-time', 'data-updated', 'data-modified']);
  const inner = [...walk(childrenOf(root))].filter(isElement);
  const labels = inner.filter(isLabel);
  const isPictured = inner.some(isPicture);
  const apart = (element: DomElement): boolean =>
    isApart(element) ||
    labels.includes(element) ||
    (isPictured && (portraitName(element) !== undefined || isAuthorBox(element, authors)));
  return {
    title: titleAbove(inner, apart),
    publishedAt: publishedAt ?? elementTime(inner),
    updatedAt,
    authors: authorsOf(inner),
    body: bareLinks(elementBody(childrenOf(root), base, apart)),
    flags: marksOf(root, labels, inner, isListed),
  };
}

const APART = new Set(['h1', 'h2', 'h3', 'h4', 'time', 'header', 'mark']);
const CALLED_APART = /(?:^|[\s_-])(?:entry-(?:info|author|head)|byline|timestamp|author)(?:$|[\s_-])/u;
const CALLED_TIME = /(?:^|[\s_-])(?:date|time|dateline|datetime|posted|published|updated)(?:$|[\s_-])/u;
const TIME_ELEMENT = /-(?:timestamp|time|date)$/u;

/** Title, time and byline are told apart from the text, as marks are. */
function isApart(element: DomElement): boolean {
  if (APART.has(element.name) || TIME_ELEMENT.test(element.name)) return true;
  const name = element.attribs.class;
  if (name === undefined) return false;
  return CALLED_APART.test(name) || (CALLED_TIME.test(name) && shortText(element, LONGEST_TIME) !== undefined);
}

const LONGEST_TIME = 60;
const HEADING = /^h[1-4]$/u;
const BEGINS_TEXT = /^(?:p|ul|ol|blockquote|table|aside|nav|footer)$/u;

/** The heading of an entry stands before its text. */
function titleAbove(inner: readonly DomElement[], isApart: (element: DomElement) => boolean): string | undefined {
  const isLine = (element: DomElement) => element.name === 'p' && (isApart(element) || isLabel(element));
  const first = inner.find(
    (element) => HEADING.test(element.name) || (BEGINS_TEXT.test(element.name) && !isLine(element)),
  );
  if (first === undefined || !HEADING.test(first.name) || isLabel(first)) return undefined;
  return oneLine(textOf(childrenOf(first))) || undefined;
}

/** A portrait and beside it one of those who wrote the entry, with what they do at the paper. */
function isAuthorBox(element: DomElement, authors: readonly string[]): boolean {
  if (authors.length === 0 || !/^(?:div|header|span|li|a|aside)$/u.test(element.name)) return false;
  const text = shortText(element, LONGEST_BOX) ?? '';
  if (!authors.some((name) => BY.test(text.slice(0, text.indexOf(name))) && text.includes(name))) return false;
  const inner = [...walk(childrenOf(element))].filter(isElement);
  return inner.some(isPicture) && !inner.some(({ name }) => name === 'figure' || name === 'figcaption');
}

function isPicture({ name }: DomElement): boolean {
  return name === 'img';
}

const LONGEST_BOX = 140;
const BY = /^(?:\s*(?:by|from|posted by|written by)\s*)?$/iu;

/** The title that stands in an entry's own element. */
export function sliceTitle(slice: string): string | undefined {
  for (const node of walk(parseNodes(slice))) {
    if (!isElement(node) || !HEADING.test(node.name)) continue;
    const title = oneLine(textOf(childrenOf(node)));
    if (title !== '') return title;
  }
  return undefined;
}

/** Names that an entry's own element marks as its authors'. */
export function sliceAuthors(slice: string): string[] {
  const names: string[] = [];
  for (const node of walk(parseNodes(slice))) {
    if (!isElement(node)) continue;
    const marked =
      node.attribs.rel === 'author' || AUTHOR.test(node.attribs.class ?? '') || node.attribs.itemprop === 'author';
    const name = marked ? oneLine(textOf(childrenOf(node))).replace(/^by\s+/iu, '') : '';
    if (name !== '' && name.length < 60) names.push(name);
  }
  return [...new Set(names)];
}

const AUTHOR = /(?:^|[\s_-])author(?:[_-]{1,2}name)?(?=$|\s)/iu;

function timeOf(element: DomElement, names: readonly string[]): number | undefined {
  for (const name of names) {
    const value = attribute(element, name);
    const time = value === undefined || /^\d{1,2}[:.]/u.test(value) ? undefined : parseDate(value);
    if (time !== undefined) return time;
  }
  return undefined;
}

/** Only times with a zone: others say less than the JSON-LD. */
function elementTime(inner: readonly DomElement[]): number | undefined {
  const time = inner.find(({ name }) => name === 'time');
  const value = (time && attribute(time, 'datetime')) ?? '';
  return /T.*(?:Z|[+-]\d\d:?\d\d)$/u.test(value) ? parseDate(value) : undefined;
}

function authorsOf(inner: readonly DomElement[]): string[] {
  const names = inner.filter(isByline).map((line) => oneLine(textOf(childrenOf(line))).replace(/^by\s+/iu, ''));
  return [...new Set(names.filter((name) => name !== '' && name.length < 60))];
}

const CALLED_BYLINE = /(?:^|[\s_-])entry-author(?:$|[\s_-])/u;

function isByline(element: DomElement): boolean {
  if (element.name === 'mark' && parentClass(element).includes('entry-info')) return true;
  const name = element.attribs.class;
  return name !== undefined && CALLED_BYLINE.test(name);
}

function parentClass(element: DomElement): string {
  const parent = element.parent as DomNode | null;
  return parent !== null && isElement(parent) ? (parent.attribs.class ?? '') : '';
}

/** How the page marks an entry. What it quotes has labels of its own. */
function marksOf(
  root: DomElement,
  labels: readonly DomElement[],
  inner: readonly DomElement[],
  isListed: boolean,
): Flag[] {
  const own = (found: DomElement): boolean => !isQuoted(found, root);
  const flags = flagsOf(root, labels.filter(own), inner.filter(isBadge).filter(own));
  return isListed || isKey(root) ? [...new Set<Flag>([...flags, 'key'])] : flags;
}

function isQuoted(element: DomElement, root: DomElement): boolean {
  for (let up: DomNode | null = element; up !== null && up !== root; up = up.parent) {
    if (isElement(up) && up.name === 'blockquote') return true;
  }
  return false;
}

function isKey(root: DomElement): boolean {
  const said = `${root.attribs.class ?? ''} ${root.attribs['data-type'] ?? ''}`;
  return (
    /(?:^|[\s_-])key-?(?:event|moment|point)?(?:$|[\s_])/iu.test(said) || root.attribs['data-key-event'] === 'true'
  );
}

/** An address that stands alone as a paragraph is an embed whose script did not run. */
function bareLinks(body: PageFacts['body']): PageFacts['body'] {
  if (!/^https?:/u.test(body.text)) return body;
  const urls = body.text.split(/\s+/u).filter((word) => word !== '');
  if (urls.length === 0 || !urls.every((word) => /^https?:\/\/\S+$/u.test(word))) return body;
  const embeds = urls.map((url) => ({ type: 'embed' as const, url }));
  return { tree: { type: 'root', children: [] }, text: '', links: [], media: [...body.media, ...embeds] };
}

const LONGEST_LIST = 60_000;

/** Ids in the page's own list of key events. */
export function keyEventIds(html: string): ReadonlySet<string> {
  const ids = new Set<string>();
  if (!/key-?(?:event|moment)/iu.test(html)) return ids;
  const list =
    /<(?:div|section|ul|ol|aside|nav)\b[^<>]{0,1000}?class\s*=\s*["'][^"']{0,500}?\bkey-?(?:event|moment)s?\b[^"']*["'][^<>]*>/iu.exec(
      html,
    );
  if (list === null) return ids;
  const root = parseNodes(html.slice(list.index, list.index + LONGEST_LIST)).find(isElement);
  for (const node of root === undefined ? [] : walk([root])) {
    if (!isElement(node)) continue;
    const id =
      attribute(node, 'data-id') ??
      attribute(node, 'data-entry-id') ??
      /#(.+)$/u.exec(attribute(node, 'href') ?? '')?.[1];
    if (id !== undefined) ids.add(id);
  }
  return ids;
}
