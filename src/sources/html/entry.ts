import type { Flag, SourceEntry } from '../../core/entry.ts';
import { labelOf } from '../../core/text/language-words.ts';
import { parseClock } from '../../core/time/clock-text.ts';
import type { ClockTime } from '../../core/time/clock-times.ts';
import { parseAgo } from '../../core/time/relative-times.ts';
import { leadingDay } from '../../core/time/worded-days.ts';
import { childrenOf, type DomElement, type DomNode, isElement, textOf, walk } from '../body/dom.ts';
import { elementBody } from '../body/html-body.ts';
import { shortText } from '../body/short-text.ts';
import { oneLine } from '../body/whitespace.ts';
import { bylinesIn } from './bylines.ts';
import { idOf, permalink } from './entry-address.ts';
import { contentElements, isTeaser, namesOf, parentOf } from './regions.ts';
import { changedTime, isMarkedTime, isTimeElement, ownTime, readTime, type SaidTime, type TimeHints } from './times.ts';

/** An entry whose clock time has not been given a day yet. */
export type Draft = { readonly entry: SourceEntry; readonly clock?: ClockTime };

export type EntryHints = TimeHints & { readonly base: string };

/** Reads an element as an entry: title, time, byline and labels apart, the rest is the body. undefined for adverts. */
export function elementEntry(element: DomElement, hints: EntryHints): Draft | undefined {
  const inner = [...contentElements(childrenOf(element))];
  const labels = inner.filter(isLabel);
  if (labels.some((label) => labelOf(ownText(label)) === 'advert')) return undefined;
  const times = timesIn(inner, hints);
  const titles = inner.filter((found) => isTitle(found) && !labels.includes(found));
  const heading = titles.find(({ name }) => /^h[1-6]$/u.test(name)) ?? titles[0];
  const bylines = bylinesIn(element);
  const apart = new Set<DomNode>([
    ...labels,
    ...times,
    ...bylines.elements,
    ...(heading === undefined ? [] : [heading]),
  ]);
  const dayMark = inner.find((found) => isDayBeside(found, times));
  for (const found of inner) if (found === dayMark || isTimeWords(found, times)) apart.add(found);
  const said = saidTimes(times, hints);
  const own = ownTime(element, hints);
  const changed = said.instants.updatedAt ?? firstOf([element, ...times], (each) => changedTime(each, hints));
  const title = heading === undefined ? undefined : titleOf(heading);
  const sourceId = idOf(element);
  const url = permalink(element, times, hints.base);
  const entry: SourceEntry = {
    ...(sourceId !== undefined && { sourceId }),
    ...(title !== undefined && title !== '' && { title }),
    body: elementBody(
      childrenOf(element),
      hints.base,
      (child) => apart.has(child) || isChrome(child) || isTeaser(child),
    ),
    authors: bylines.names,
    ...instantsOf(said.instants.publishedAt ?? own, changed),
    ...(url !== undefined && { url }),
    flags: flagsOf(element, labels, inner),
  };
  const clock = said.clock ?? (heading === undefined ? undefined : headingClock(heading));
  if (entry.publishedAt !== undefined || clock === undefined) return { entry };
  const date = clock.date ?? (dayMark === undefined ? undefined : leadingDay(ownText(dayMark))?.day);
  return { entry, clock: date === undefined ? clock : { ...clock, date } };
}

/** "3 marca 2031" beside a clock time. */
function isDayBeside(element: DomElement, times: readonly DomElement[]): boolean {
  if (!/^(?:span|div|p|small|em|i|b|strong)$/u.test(element.name) || times.includes(element)) return false;
  if (!times.some((time) => parentOf(time) === parentOf(element))) return false;
  const text = shortText(element, 40);
  return text !== undefined && leadingDay(text)?.rest === '';
}

/** What is marked as a time; where nothing is, the first that is nothing but one: others stand in what was written. */
function timesIn(inner: readonly DomElement[], hints: EntryHints): DomElement[] {
  const marked = inner.filter((found) => isMarkedTime(found) && readTime(found, hints) !== undefined);
  if (marked.length > 0) return marked;
  const bare = inner.find((found) => isTimeElement(found) && readTime(found, hints) !== undefined);
  return bare === undefined ? [] : [bare];
}

function firstOf<T>(elements: readonly DomElement[], read: (element: DomElement) => T | undefined): T | undefined {
  for (const element of elements) {
    const found = read(element);
    if (found !== undefined) return found;
  }
  return undefined;
}

function instantsOf(publishedAt: number | undefined, updatedAt: number | undefined) {
  if (publishedAt === undefined) return {};
  return { publishedAt, ...(updatedAt !== undefined && updatedAt > publishedAt && { updatedAt }) };
}

/** "16m ago" beside a time, or the same time a second time: the clock on the wall, not what was written. */
function isTimeWords(element: DomElement, times: readonly DomElement[]): boolean {
  if (!/^(?:span|div|p|small|em|i|b|strong|time)$/u.test(element.name)) return false;
  const text = shortText(element, 30);
  if (text === undefined || text === '') return false;
  if (parseAgo(text, 0) !== undefined) return true;
  return parseClock(text)?.rest === '' && times.some((time) => parentOf(time) === parentOf(element));
}

/** The first time is when it was published; a later one beside a word like "updated" when it was changed. */
function saidTimes(times: readonly DomElement[], hints: EntryHints) {
  const said = times.map((time) => ({ time: readTime(time, hints), isUpdate: isUpdate(time) }));
  // A box around a time element is called a time as well: what is written for machines says more than the words in it.
  const first = said.filter(({ isUpdate: update }) => !update);
  const published = first.find(({ time }) => instantOf(time) !== undefined) ?? first[0] ?? said[0];
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
    return (element.attribs.itemprop === 'headline' && element.name !== 'meta') || isCalledTitle(element);
  }
  return /\p{L}/u.test(parseClock(ownText(element))?.rest ?? ownText(element));
}

/** A short box that is called a title, on pages that write no headings. */
function isCalledTitle(element: DomElement): boolean {
  if (!/^(?:div|p|span|strong)$/u.test(element.name)) return false;
  if (!/(?:^|[\s_-])(?:title|headline)(?=$|\s)/iu.test(element.attribs.class ?? '')) return false;
  return /\p{L}.*\s\p{L}/u.test(shortText(element, 200) ?? '');
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
  [/(?:^|[\s_-])(?:is-)?(?:key-?event|key-?moment|key-?post|highlight(?:ed)?)(?=$|[\s_-])/iu, 'key'],
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

/** Left out of the text: bylines' pictures, permalinks, counters. */
function isChrome(element: DomElement): boolean {
  return (
    element.attribs.rel === 'bookmark' ||
    /(?:^|[\s_-])(?:permalink|entry-meta|post-meta|timestamp)(?=$|[\s_-])/iu.test(element.attribs.class ?? '')
  );
}
