import type { SourceEntry } from '../../core/entry.ts';
import type { Document, ReadContext } from '../../ports/source.ts';
import { attribute, childrenOf, type DomElement, findElement, isElement, textOf, walk } from '../body/dom.ts';
import { elementBody } from '../body/html-body.ts';
import { cleanUrl } from '../body/urls.ts';
import { oneLine } from '../body/whitespace.ts';
import { baseOf, pageOf } from '../page.ts';
import { inRelayOrder } from '../wire/posts.ts';
import { entryTimes, instant } from '../wire/times.ts';
import { readerMarkup } from './plugin-markup.ts';

/** The elements of the plugin's own templates, of several ages: written by PHP, by its script, and for AMP. */
const ENTRY = '[id^="liveblog-entry-"], .liveblog-entry[id^="id_"], .liveblog-entry[id^="post"]';

/** True for pages that hold entries in the plugin's own markup, and not only the script that fetches them. */
export function showsEntries({ text }: Document): boolean {
  return text.includes('liveblog-entry') && TEXT.test(text) && SHOWN.test(text);
}

/** Others call their entries so too; the plugin's have their text in a box of this name. */
const TEXT = /\bliveblog-entry-(?:text|content)\b/u;
const SHOWN =
  /<(?:div|article|li)\b(?=[^<>]{0,600}\bliveblog-entry)[^<>]{0,600}?\sid=["']?(?:liveblog-entry-|id_|post)\d/iu;

/** The entries that a page shows, oldest first, with the ids that the plugin's API gives them. */
export function pageEntries(document: Document, context: ReadContext): SourceEntry[] {
  const page = pageOf(document);
  const base = canonicalOf(page) ?? baseOf(document);
  const elements = page(ENTRY).toArray().filter(isElement);
  return inRelayOrder(elements.flatMap((element) => entryOf(element, page, base, context) ?? []).reverse());
}

/** The page's own address, for pages that were saved without it. */
export function canonicalOf(page: ReturnType<typeof pageOf>): string | undefined {
  const href = page('link[rel="canonical"]').attr('href') ?? page('meta[property="og:url"]').attr('content');
  return href !== undefined && URL.canParse(href) ? href : undefined;
}

function entryOf(
  element: DomElement,
  page: ReturnType<typeof pageOf>,
  base: string,
  context: ReadContext,
): SourceEntry | undefined {
  const text = classed(element, /(?:^|\s)liveblog-entry-(?:text|content)(?:\s|$)/u);
  const name = element.attribs.id ?? '';
  if (text === undefined || !/\d$/u.test(name)) return undefined;
  const { html, commands } = readerMarkup(page(text).html() ?? '');
  const title = classed(element, /(?:^|\s)liveblog-entry-header(?:\s|$)/u);
  const heading = title === undefined ? '' : oneLine(textOf(childrenOf(title)));
  const body = html.includes('<') ? context.body(html, base) : elementBody(childrenOf(text), base);
  const link = linkOf(element, base);
  const isKey = commands.includes('key') || /(?:^|\s)type-key(?:\s|$)/u.test(element.attribs.class ?? '');
  return {
    // Of AMP's ids the number is a time, which a correction changes.
    ...(name.startsWith('post') ? {} : { sourceId: name.replace(/^.*\D/u, '') }),
    ...(heading === '' ? {} : { title: heading }),
    body,
    authors: authorsOf(element),
    ...entryTimes(timeOf(element), undefined),
    ...(link === undefined ? {} : { url: link }),
    flags: [...(commands.includes('pin') ? (['pinned'] as const) : []), ...(isKey ? (['key'] as const) : [])],
  };
}

function classed(element: DomElement, name: RegExp): DomElement | undefined {
  return findElement(childrenOf(element), ({ attribs }) => name.test(attribs.class ?? ''));
}

/** Epoch seconds of the entry itself, else the machine-readable time beside its clock. */
function timeOf(element: DomElement): number | undefined {
  const stamp = attribute(element, 'data-sort-time') ?? attribute(element, 'data-timestamp');
  const time = stamp === undefined ? undefined : instant(Number(stamp));
  if (time !== undefined) return time;
  const clock = findElement(
    childrenOf(element),
    ({ name, attribs }) => name === 'time' || /liveblog-timestamp/u.test(attribs.class ?? ''),
  );
  if (clock === undefined) return undefined;
  return instant(attribute(clock, 'datetime') ?? attribute(clock, 'data-entry-time') ?? attribute(clock, 'title'));
}

const AUTHOR = /(?:^|\s)(?:liveblog-(?:meta-)?author-name|liveblog-card-author|liveblog-meta-author)(?:\s|$)/u;

function authorsOf(element: DomElement): string[] {
  const names = [...walk(childrenOf(element))].filter(
    (node): node is DomElement => isElement(node) && AUTHOR.test(node.attribs.class ?? ''),
  );
  const inner = names.filter(
    (name) => !names.some((other) => other !== name && [...walk(childrenOf(name))].includes(other)),
  );
  return [...new Set(inner.map((name) => oneLine(textOf(childrenOf(name))).replace(/[\s,]+$/u, '')))].filter(
    (name) => name !== '',
  );
}

function linkOf(element: DomElement, base: string): string | undefined {
  const meta = classed(element, /(?:^|\s)liveblog-meta-time(?:\s|$)/u);
  const link =
    meta === undefined
      ? undefined
      : meta.name === 'a'
        ? meta
        : findElement(childrenOf(meta), ({ name }) => name === 'a');
  const named = link === undefined ? undefined : attribute(link, 'href');
  const own = /^liveblog-entry-/u.test(element.attribs.id ?? '') ? `#${element.attribs.id}` : undefined;
  const href = named === '#' ? own : (named ?? own);
  if (href === undefined) return undefined;
  return cleanUrl(href.startsWith('#') ? `${base.replace(/#.*$/u, '')}${href}` : href, base);
}
