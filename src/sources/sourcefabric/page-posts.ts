import type { SourceEntry } from '../../core/entry.ts';
import type { Document } from '../../ports/source.ts';
import {
  attribute,
  childrenOf,
  type DomElement,
  type DomNode,
  findElement,
  isElement,
  parseNodes,
  textOf,
} from '../body/dom.ts';
import { elementBody } from '../body/html-body.ts';
import { oneLine } from '../body/whitespace.ts';
import { baseOf, pageOf } from '../page.ts';
import { endOfValue } from '../wire/embedded.ts';
import { isObject } from '../wire/json.ts';
import { entryTimes, instant } from '../wire/times.ts';

const LIST = /"_items"\s*:\s*(?=\[)/gu;
/** The run of posts and the sticky ones; a page holds no more lists of them. */
const MOST_LISTS = 10;

/** The posts that a page of the platform was written with, as the API gives them; each once. */
export function inlinedPosts({ text }: Document): readonly unknown[] {
  const posts = new Map<unknown, unknown>();
  let lists = 0;
  for (const mention of text.matchAll(LIST)) {
    lists += 1;
    if (lists > MOST_LISTS) break;
    const start = mention.index + mention[0].length;
    for (const item of parsedList(text.slice(start, endOfValue(text, start)))) {
      if (isObject(item) && Array.isArray(item.groups) && !posts.has(item._id)) posts.set(item._id, item);
    }
  }
  return [...posts.values()];
}

function parsedList(text: string): readonly unknown[] {
  try {
    const json: unknown = JSON.parse(text);
    return Array.isArray(json) ? json : [];
  } catch {
    return []; // a script that only resembles JSON; what the page shows is read instead
  }
}

/** Posts as the themes write them for search engines and readers without scripts. */
const POST =
  'article.lb-post[data-post-id], article.lb-sticky-top-post[data-post-id], article.lb-post[data-js-post-id], article.lb-post[id][data-sort-time]';

export function showsPosts({ text }: Document): boolean {
  return /data-(?:js-timestamp|sort-time)/iu.test(text) && SHOWN.test(text);
}

const SHOWN =
  /<article\b(?=[^<>]{0,600}["'\s=]lb-(?:sticky-top-)?post["'\s])[^<>]{0,600}\sdata-(?:(?:js-)?post-id|sort-time)\s?=/iu;

/** The posts that a page shows, oldest first in the order of the desk, sticky ones aside. */
export function pagePosts(document: Document): SourceEntry[] {
  const page = pageOf(document);
  const base = baseOf(document);
  const posts = new Map<string, SourceEntry>();
  for (const element of page(POST).toArray().filter(isElement)) {
    const id = attribute(element, 'data-post-id') ?? attribute(element, 'data-js-post-id') ?? ampId(element);
    if (id === '' || posts.has(id) || isAdvert(element) || element.attribs['data-tombstone'] === 'true') continue;
    const post = postOf(id, element, page(element).html() ?? '', base);
    if (post !== undefined) posts.set(id, post);
  }
  return [...posts.values()].reverse();
}

const PACKED =
  /^urnnewsmllocalhost(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{6})([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/u;

/** For AMP a post's id is written without its colons, dashes and dots, which stand at the same places in all of them. */
function ampId({ attribs }: DomElement): string {
  return (attribs.id ?? '').replace(PACKED, 'urn:newsml:localhost:$1-$2-$3T$4:$5:$6.$7:$8-$9-$10-$11-$12');
}

function isAdvert({ attribs }: DomElement): boolean {
  return /(?:^|\s)advertisement(?:\s|$)/iu.test(attribs.class ?? '');
}

/** undefined for a post of readers' comments alone, which the API does not count among those of the desk either. */
function postOf(id: string, element: DomElement, inner: string, base: string): SourceEntry | undefined {
  // Embeds wait in templates for the reader's consent.
  const nodes = parseNodes(inner.replace(/<(\/?)template\b[^<>]*>/giu, '<$1div>'));
  const items = findElement(nodes, ({ attribs }) => /(?:^|\s)items-container(?:\s|$)/u.test(attribs.class ?? ''));
  const parts = (items === undefined ? nodes.filter(isItem) : childrenOf(items)).filter(isElement);
  if (parts.length > 0 && parts.every(isComment)) return undefined;
  const author = findElement(nodes, ({ attribs }) => /(?:^|\s)lb-author__name(?:\s|$)/u.test(attribs.class ?? ''));
  const name = author === undefined ? '' : oneLine(textOf(childrenOf(author)));
  const isSticky = /^true$/iu.test(element.attribs['data-post-sticky'] ?? '');
  const isHighlight = /(?:^|\s)lb-post--highlighted(?:\s|$)/u.test(element.attribs.class ?? '');
  return {
    sourceId: id,
    body: elementBody(items === undefined ? parts : childrenOf(items), base, isComment),
    authors: name === '' ? [] : [name],
    ...entryTimes(
      timeOf(nodes, 'lb-post-date') ?? instant(Number(element.attribs['data-sort-time'])),
      timeOf(nodes, 'lb-post-updated-time'),
    ),
    flags: [...(isSticky ? (['pinned'] as const) : []), ...(isHighlight ? (['key'] as const) : [])],
    ...(isSticky && { aside: true }),
  };
}

/** Themes of 2016 have their items beside date and author. */
function isItem(node: DomNode): boolean {
  return isElement(node) && /(?:^|\s)lb-item(?:\s|$)/u.test(node.attribs.class ?? '');
}

function isComment({ attribs }: DomElement): boolean {
  return /(?:^|\s)lb-item\s(?:.*\s)?comment(?:\s|$)/u.test(attribs.class ?? '');
}

function timeOf(nodes: Parameters<typeof findElement>[0], name: string): number | undefined {
  const element = findElement(nodes, ({ attribs }) => (attribs.class ?? '').split(/\s+/u).includes(name));
  return element === undefined ? undefined : instant(attribute(element, 'data-js-timestamp'));
}
