import type { SourceEntry } from '../../core/entry.ts';
import type { Document, ReadContext } from '../../ports/source.ts';
import { childrenOf, type DomElement, findElement, hasClass, isElement, textOf } from '../body/dom.ts';
import { elementBody } from '../body/html-body.ts';
import { oneLine } from '../body/whitespace.ts';
import { baseOf, pageOf } from '../page.ts';
import { holds } from '../rare-mark.ts';
import { assemble } from '../wire/assemble.ts';
import { inRelayOrder } from '../wire/posts.ts';
import { instant } from '../wire/times.ts';

/** What Live Blog 1 and the first themes of 2 wrote posts under. */
export function showsFirstPosts({ text }: Document): boolean {
  return holds(text, '-gimme') && /\sdata-gimme-postid\s?=/iu.test(text);
}

const NOT_RELAYED = /(?:^|\s)(?:advertisement|infomercial|comments?)(?=\s|$)/iu;

/** The posts that a page of that age shows, oldest first. */
export function firstPagePosts(document: Document, context: ReadContext): SourceEntry[] {
  const page = pageOf(document);
  const base = baseOf(document);
  const found = page('[data-gimme-postid]').toArray().filter(isElement);
  const shown = found.filter(({ attribs }) => !NOT_RELAYED.test(attribs.class ?? ''));
  return inRelayOrder(shown.map((post) => postOf(post, base, context)).reverse());
}

function postOf(post: DomElement, base: string, context: ReadContext): SourceEntry {
  const inside = childrenOf(post);
  const called = (name: string): DomElement | undefined => findElement(inside, (element) => hasClass(element, name));
  const time = findElement(inside, ({ name, attribs }) => name === 'time' || attribs['data-date'] !== undefined);
  const author = called('post-publisher-name');
  const name = author === undefined ? '' : oneLine(textOf([author]));
  const text = called('post-content-main') ?? called('post-content');
  return assemble({
    sourceId: post.attribs['data-gimme-postid'],
    body: text === undefined ? context.body('', base) : elementBody(childrenOf(text), base, isAside),
    authors: name === '' ? [] : [name],
    publishedAt: instant(time?.attribs['data-date'] ?? time?.attribs.datetime),
    flags: /(?:^|\s)wrapup(?:\s|-|$)/u.test(post.attribs.class ?? '') ? ['summary'] : [],
  });
}

/** The network a post was taken from, and the buttons under it. */
function isAside(element: DomElement): boolean {
  return hasClass(element, 'attributes') || hasClass(element, 'twitter-controls') || hasClass(element, 'post-buttons');
}
