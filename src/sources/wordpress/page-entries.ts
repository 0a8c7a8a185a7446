import type { SourceEntry } from '../../core/entry.ts';
import { parseDate } from '../../core/time/dates.ts';
import type { Document, ReadContext } from '../../ports/source.ts';
import { attribute, childrenOf, type DomElement, findElement, isElement, textOf, walk } from '../body/dom.ts';
import { elementBody } from '../body/html-body.ts';
import { cleanUrl } from '../body/urls.ts';
import { oneLine } from '../body/whitespace.ts';
import { baseOf, canonicalOf, pageOf } from '../page.ts';
import { textIn } from '../wire/json.ts';
import { inRelayOrder } from '../wire/posts.ts';
import { entryTimes, instant } from '../wire/times.ts';
import { readerMarkup } from './plugin-markup.ts';
import { settingsIn } from './settings.ts';

/** The elements of the plugin's own templates, of several ages: written by PHP, by its script, and for AMP. */
const ENTRY = '[id^="liveblog-entry-"], .liveblog-entry[id^="id_"], .liveblog-entry[id^="post"]';

/** True for pages that hold entries in the plugin's own markup, and not only the script that fetches them. */
export function showsEntries({ text }: Document): boolean {
  return text.includes('liveblog-entry') && TEXT.test(text) && META.test(text) && SHOWN.test(text);
}

/** Others call their entries so too; the plugin's have their text in a box of this name. */
const TEXT = /\bliveblog-entry-(?:text|content)\b/u;
/** Where the plugin says who wrote an entry and when. A theme that says so in boxes of its own is read as any page is. */
const META = /\bliveblog-(?:meta|timestamp|author|card)|\sdata-(?:timestamp|sort-time)=/u;
const SHOWN =
  /<(?:div|article|li)\b(?=[^<>]{0,600}\bliveblog-entry)[^<>]{0,600}?\sid=["']?(?:liveblog-entry-|id_|post)\d/iu;

/** The entries that a page shows, oldest first, with the ids that the plugin's API gives them. */
export function pageEntries(document: Document, context: ReadContext): SourceEntry[] {
  const page = pageOf(document);
  const base = canonicalOf(page) ?? baseOf(document);
  const ahead = Number(textIn(settingsIn(document.text), 'utc_offset') ?? 0);
  const known: Known = { page, base, ahead: Number.isFinite(ahead) ? ahead * 1000 : 0, context };
  const elements = page(ENTRY).toArray().filter(isElement);
  return inRelayOrder(elements.flatMap((element) => entryOf(element, known) ?? []).reverse());
}

/** `ahead`: milliseconds that the site's own clocks run before UTC. */
type Known = {
  readonly page: ReturnType<typeof pageOf>;
  readonly base: string;
  readonly ahead: number;
  readonly context: ReadContext;
};

function entryOf(element: DomElement, { page, base, ahead, context }: Known): SourceEntry | undefined {
  const text = classed(element, /(?:^|\s)liveblog-entry-(?:text|content)(?:\s|$)/u);
  const name = element.attribs.id ?? '';
  if (text === undefined || !/\d$/u.test(name)) return undefined;
  const { html, commands } = readerMarkup(page(text).html() ?? '');
  const title = classed(element, /(?:^|\s)liveblog-entry-header(?:\s|$)/u);
  const heading = title === undefined ? '' : oneLine(textOf(childrenOf(title)));
  const body = html.includes('<') ? context.body(html, base) : elementBody(childrenOf(text), base);
  const link = linkOf(element, base);
  const isKey =
    commands.includes('key') || /(?:^|\s)(?:type-key|is-key-event)(?:\s|$)/u.test(element.attribs.class ?? '');
  const number = name.replace(/^.*\D/u, '');
  const id = isStamped(name) ? linkedId(element) : number;
  return {
    ...(id === undefined ? {} : { sourceId: id }),
    ...(heading === '' ? {} : { title: heading }),
    body,
    authors: authorsOf(element),
    ...entryTimes(timeOf(element, ahead), changeOf(name)),
    ...(link === undefined ? {} : { url: link }),
    flags: [...(commands.includes('pin') ? (['pinned'] as const) : []), ...(isKey ? (['key'] as const) : [])],
  };
}

/** Of AMP's ids the number is a time, which a correction changes; its links name the entry. */
function linkedId(element: DomElement): string | undefined {
  for (const node of walk([element])) {
    const { href, 'data-param-url': shared } = isElement(node) ? node.attribs : {};
    const id = /(?:\/single\/|[?&]lbup=)(\d+)/u.exec(`${href ?? ''} ${shared ?? ''}`)?.[1];
    if (id !== undefined) return id;
  }
  return undefined;
}

function changeOf(name: string): number | undefined {
  return isStamped(name) ? instant(Number(name.slice('post'.length))) : undefined;
}

function isStamped(name: string): boolean {
  return /^post\d{10}$/u.test(name);
}

function classed(element: DomElement, name: RegExp): DomElement | undefined {
  return findElement(childrenOf(element), ({ attribs }) => name.test(attribs.class ?? ''));
}

/** Epoch seconds of the entry itself, else the machine-readable time beside its clock, else what that says. */
function timeOf(element: DomElement, ahead: number): number | undefined {
  const stamp = attribute(element, 'data-sort-time') ?? attribute(element, 'data-timestamp');
  const time = stamp === undefined ? undefined : instant(Number(stamp));
  if (time !== undefined) return time;
  const clock = findElement(
    childrenOf(element),
    ({ name, attribs }) => name === 'time' || /liveblog-timestamp/u.test(attribs.class ?? ''),
  );
  if (clock === undefined) return writtenTime(element, ahead);
  return instant(attribute(clock, 'datetime') ?? attribute(clock, 'data-entry-time') ?? attribute(clock, 'title'));
}

/** The plugin's script draws date and time in the site's own time, beside how long ago that was. */
function writtenTime(element: DomElement, ahead: number): number | undefined {
  const meta = classed(element, META_TIME);
  if (meta === undefined) return undefined;
  const parts = [...walk(childrenOf(meta))].filter(
    (node): node is DomElement => isElement(node) && node.name === 'span',
  );
  const lines = parts.map((part) => oneLine(textOf(childrenOf(part))));
  const at = [lines.at(-1) ?? '', lines.join(' ')]
    .map((line) => (DATED.test(line) ? parseDate(line) : undefined))
    .find(Boolean);
  return at === undefined ? undefined : at - ahead;
}

const META_TIME = /(?:^|\s)liveblog-meta-time(?:\s|$)/u;
/** A day and a time of day. */
const DATED = /\d{4}.*\d[:.]\d\d/u;

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
  const meta = classed(element, META_TIME);
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
