import type { Flag, SourceEntry } from '../../core/entry.ts';
import { labelOf } from '../../core/text/language-words.ts';
import { parseClock } from '../../core/time/clock-text.ts';
import type { ClockTime } from '../../core/time/clock-times.ts';
import { attribute, childrenOf, type DomElement, type DomNode, isElement, textOf, walk } from '../body/dom.ts';
import { elementBody } from '../body/html-body.ts';
import { shortText } from '../body/short-text.ts';
import { cleanUrl } from '../body/urls.ts';
import { oneLine } from '../body/whitespace.ts';
import { contentElements, namesOf, parentOf } from './regions.ts';
import { isTimeElement, ownTime, readTime, type SaidTime, type TimeHints } from './times.ts';

/** An entry whose clock time has not been given a day yet. */
export type Draft = { readonly entry: SourceEntry; readonly clock?: ClockTime };

export type EntryHints = TimeHints & { readonly base: string };

/** Reads an element as an entry: title, time, byline and labels apart, the rest is the body. undefined for adverts. */
export function elementEntry(element: DomElement, hints: EntryHints): Draft | undefined {
  const inner = [...contentElements(childrenOf(element))];
  const labels = inner.filter(isLabel);
  if (labels.some((label) => labelOf(ownText(label)) === 'advert')) return undefined;
  const times = inner.filter(isTimeElement).filter((time) => readTime(time, hints) !== undefined);
  const heading = inner.find((found) => isTitle(found) && !labels.includes(found));
  const bylines = inner.filter(isByline);
  const apart = new Set<DomNode>([...labels, ...times, ...bylines, ...(heading === undefined ? [] : [heading])]);
  const said = saidTimes(times, hints);
  const own = ownTime(element, hints);
  const title = heading === undefined ? undefined : titleOf(heading);
  const sourceId = idOf(element);
  const url = permalink(element, times, sourceId, hints.base);
  const entry: SourceEntry = {
    ...(sourceId !== undefined && { sourceId }),
    ...(title !== undefined && title !== '' && { title }),
    body: elementBody(childrenOf(element), hints.base, (child) => apart.has(child) || isChrome(child)),
    authors: [...new Set(bylines.flatMap(namesIn))],
    ...(own !== undefined && said.instants.publishedAt === undefined ? { publishedAt: own } : said.instants),
    ...(url !== undefined && { url }),
    flags: flagsOf(element, labels, inner),
  };
  const clock = said.clock ?? (heading === undefined ? undefined : headingClock(heading));
  return { entry, ...(entry.publishedAt === undefined && clock !== undefined && { clock }) };
}

/** The first time is when it was published; a later one beside a word like "updated" when it was changed. */
function saidTimes(times: readonly DomElement[], hints: EntryHints) {
  const said = times.map((time) => ({ time: readTime(time, hints), isUpdate: isUpdate(time) }));
  const published = said.find(({ isUpdate: update }) => !update) ?? said[0];
  const updated = said.find(({ isUpdate: update }) => update);
  const publishedAt = instantOf(published?.time);
  const updatedAt = updated === published ? undefined : instantOf(updated?.time);
  const clock = published?.time !== undefined && 'clock' in published.time ? published.time.clock : undefined;
  return {
    instants: {
      ...(publishedAt !== undefined && { publishedAt }),
      ...(updatedAt !== undefined && publishedAt !== undefined && updatedAt >= publishedAt && { updatedAt }),
    },
    clock,
  };
}

function instantOf(said: SaidTime | undefined): number | undefined {
  return said !== undefined && 'instant' in said ? said.instant : undefined;
}

function isUpdate(time: DomElement): boolean {
  const words = (shortText(parentOf(time) ?? time, 200) ?? ownText(time)).slice(0, 60);
  const lead = /^\p{L}[\p{L} ]{2,24}/u.exec(words)?.[0].trim() ?? '';
  if (/updat|modif/iu.test(`${namesOf(time)} ${time.attribs.itemprop ?? ''}`)) return true;
  const said = lead.split(' ');
  return labelOf(lead) === 'updated' || (labelOf(said.slice(0, 2).join(' ')) ?? labelOf(said[0] ?? '')) === 'updated';
}

function headingClock(heading: DomElement): ClockTime | undefined {
  const clock = parseClock(oneLine(textOf([heading])));
  return clock && { hour: clock.hour, minute: clock.minute, ...(clock.zone !== undefined && { zone: clock.zone }) };
}

function isTitle(element: DomElement): boolean {
  if (!/^h[1-6]$/u.test(element.name) && element.attribs.role !== 'heading') {
    return element.attribs.itemprop === 'headline' && element.name !== 'meta';
  }
  return /\p{L}/u.test(parseClock(ownText(element))?.rest ?? ownText(element));
}

function titleOf(heading: DomElement): string {
  const parts = [...walk(childrenOf(heading))].filter((node) => isElement(node) && isTimeElement(node));
  const text = oneLine(textOf([heading]));
  const time = parts.map((part) => oneLine(textOf([part]))).find((said) => said !== '' && text.startsWith(said));
  const rest = time === undefined ? text : text.slice(time.length).replace(/^[\s:–—|•-]+/u, '');
  return parseClock(rest)?.rest ?? rest;
}

function ownText(element: DomElement): string {
  return oneLine(textOf([element]));
}

/** A short element whose whole text is a known label. */
function isLabel(element: DomElement): boolean {
  if (!/^(?:span|div|p|strong|b|em|small|label|mark|h[2-6]|a|li|header)$/u.test(element.name)) return false;
  const text = shortText(element, 40);
  return text !== undefined && labelOf(text) !== undefined;
}

const FLAGS: readonly (readonly [RegExp, Flag])[] = [
  [/(?:^|[\s_-])(?:is-)?(?:pinned|sticky)(?=$|[\s_-])/iu, 'pinned'],
  [/(?:^|[\s_-])(?:is-)?(?:key-?event|key-?moment|key-?post|highlighted)(?=$|[\s_-])/iu, 'key'],
  [/(?:^|[\s_-])(?:is-)?breaking(?:-?news)?(?=$|[\s_-])/iu, 'breaking'],
  [/(?:^|[\s_-])is-summary(?=$|[\s_-])/iu, 'summary'],
];

function flagsOf(element: DomElement, labels: readonly DomElement[], inner: readonly DomElement[]): Flag[] {
  const flags = new Set<Flag>();
  for (const label of labels) {
    const said = labelOf(ownText(label));
    if (said === 'pinned' || said === 'key' || said === 'summary' || said === 'breaking') flags.add(said);
  }
  const marks = [element, ...inner.filter((found) => /badge|label|flag|tag|icon/iu.test(namesOf(found)))]
    .map(namesOf)
    .join(' ');
  for (const [pattern, flag] of FLAGS) if (pattern.test(marks)) flags.add(flag);
  return [...flags];
}

function isByline(element: DomElement): boolean {
  if (element.attribs.rel === 'author' || element.attribs.itemprop === 'author') return true;
  if (!/(?:^|[\s_-])(?:byline|author|author-?name|contributor)(?=$|[\s_-])/iu.test(element.attribs.class ?? ''))
    return false;
  return shortText(element, 80) !== undefined;
}

function namesIn(byline: DomElement): string[] {
  const text = ownText(byline).replace(/^(?:by|von|par|por|di|door|przez)\s+/iu, '');
  return text
    .split(/\s*(?:,|\||\band\b|\bund\b|\bet\b|\by\b)\s*/u)
    .map((name) => name.trim())
    .filter((name) => name.length > 1 && name.length < 60 && !/\d/u.test(name));
}

/** Left out of the text: bylines' pictures, permalinks, counters. */
function isChrome(element: DomElement): boolean {
  return (
    element.attribs.rel === 'bookmark' ||
    /(?:^|[\s_-])(?:permalink|entry-meta|post-meta|timestamp)(?=$|[\s_-])/iu.test(element.attribs.class ?? '')
  );
}

const ID_ATTRIBUTES =
  'data-post-id data-entry-id data-block-id data-update-id data-item-id data-event-id data-id id data-key data-uuid'.split(
    ' ',
  );

function idOf(element: DomElement): string | undefined {
  for (const name of ID_ATTRIBUTES) {
    const id = attribute(element, name);
    if (id !== undefined && /\d|[a-f]{6}/iu.test(id) && id.length <= 120) return id;
  }
  const inner = [...walk(childrenOf(element))].find(
    (node) => isElement(node) && node.name === 'a' && (attribute(node, 'name') ?? attribute(node, 'id')) !== undefined,
  );
  return inner !== undefined && isElement(inner) ? (attribute(inner, 'name') ?? attribute(inner, 'id')) : undefined;
}

/** The entry's own address: around its time, marked as such, or the page's with its id. */
function permalink(
  element: DomElement,
  times: readonly DomElement[],
  id: string | undefined,
  base: string,
): string | undefined {
  for (const time of times) {
    const link = time.name === 'a' ? time : parentOf(time);
    if (link?.name === 'a') {
      const href = attribute(link, 'href');
      const url = href?.startsWith('#') ? fragment(base, href.slice(1)) : cleanUrl(href, base);
      if (url !== undefined) return url;
    }
  }
  const marked = [...walk(childrenOf(element))].find(
    (node): node is DomElement =>
      isElement(node) && node.name === 'a' && (node.attribs.rel === 'bookmark' || /permalink/iu.test(namesOf(node))),
  );
  const href = marked === undefined ? undefined : attribute(marked, 'href');
  if (href !== undefined && !href.startsWith('#')) return cleanUrl(href, base);
  return id !== undefined && attribute(element, 'id') === id ? fragment(base, id) : undefined;
}

function fragment(base: string, id: string): string | undefined {
  return base === '' || id === '' ? undefined : `${base.replace(/#.*$/u, '')}#${id}`;
}
