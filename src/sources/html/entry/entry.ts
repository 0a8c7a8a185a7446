import type { SourceEntry } from '../../../core/entry.ts';
import { labelOf } from '../../../core/text/language-words.ts';
import { parseClock } from '../../../core/time/clock-text.ts';
import type { ClockTime } from '../../../core/time/clock-times.ts';
import { childrenOf, type DomElement, type DomNode, isElement, textOf, walk } from '../../body/dom.ts';
import { elementBody } from '../../body/html-body.ts';
import { shortText } from '../../body/short-text.ts';
import { oneLine } from '../../body/whitespace.ts';
import { flagsInTitle, flagsOf, isBadge, isLabel } from '../../entry-marks.ts';
import { contentElements, isTeaser, parentOf } from '../regions.ts';
import type { TimeHints } from '../said-days.ts';
import { clockTime, isOnlyTime, isTimeElement } from '../times.ts';
import { permalink } from './address.ts';
import { bylinesIn } from './bylines.ts';
import { isChrome } from './chrome.ts';
import { type EntryTimes, entryTimes } from './entry-times.ts';

/** An entry whose clock times have not been given a day yet; `changed`: when it was updated. */
export type Draft = { readonly entry: SourceEntry; readonly clock?: ClockTime; readonly changed?: ClockTime };

export type EntryHints = TimeHints & {
  readonly base: string;
  /** Whom the page names as its authors. */
  readonly people?: ReadonlySet<string>;
};

/**
 * Reads an element as an entry: title, time, byline and labels apart, the rest is the body. undefined for adverts. `sourceId`
 * is what the list tells of its id; `aside` what is read by somebody else; `headLine` its title where it has no heading.
 */
export function elementEntry(
  element: DomElement,
  hints: EntryHints,
  sourceId: string | undefined,
  aside: readonly DomElement[] = [],
  headLine?: DomElement,
): Draft | undefined {
  const inner = contentElements(childrenOf(element));
  const labels = inner.filter(isLabel);
  if (isAdvert(inner, labels)) return undefined;
  const times = entryTimes(element, inner, hints);
  const titles = inner.filter((found) => isTitle(found) && !labels.includes(found) && !aside.includes(found));
  const heading =
    titles.find((found) => isHeadingElement(found) && !isTimeAlone(found)) ??
    titles[0] ??
    labels.find(isSummaryHeading) ??
    headLine ??
    summaryOf(element);
  const bylines = bylinesIn(element, times.elements, hints.people);
  const apart = new Set<DomNode>([...aside, ...labels, ...times.elements, ...times.apart, ...bylines.elements]);
  for (const found of inner) if (isHeadingElement(found) && isTimeAlone(found)) apart.add(found);
  if (heading !== undefined) apart.add(heading);
  const title = heading === undefined ? undefined : titleOf(heading, labels);
  const url = permalink(element, { times: times.elements, base: hints.base, sourceId, title: heading });
  const entry: SourceEntry = {
    ...(sourceId !== undefined && { sourceId }),
    ...(title !== undefined && title !== '' && { title }),
    body: elementBody(
      childrenOf(element),
      hints.base,
      (child) => apart.has(child) || isChrome(child) || isTeaser(child) || isOwnLink(child, element, sourceId),
    ),
    authors: bylines.names,
    ...instantsOf(times.publishedAt, times.updatedAt),
    ...(url !== undefined && { url }),
    flags: [...new Set([...flagsOf(element, labels, inner.filter(isBadge)), ...flagsInTitle(title ?? '')])],
  };
  return draftOf(entry, times, heading === undefined ? undefined : headingClock(heading));
}

/** A short line that is nothing but a link to the entry it stands in, whatever it says. */
function isOwnLink(link: DomElement, entry: DomElement, id: string | undefined): boolean {
  const [, fragment] = link.name === 'a' ? (link.attribs.href ?? '').split('#', 2) : [];
  if (fragment === undefined || fragment === '' || (fragment !== id && fragment !== entry.attribs.id)) return false;
  const line = parentOf(link);
  return (
    line !== undefined &&
    (line === entry || ownText(line).length === ownText(link).length || !/^(?:p|li|h[1-6])$/u.test(line.name))
  );
}

/** What an entry that unfolds shows before it does: https://html.spec.whatwg.org/multipage/interactive-elements.html#the-summary-element */
function summaryOf(element: DomElement): DomElement | undefined {
  const [only, ...others] = childrenOf(element).filter(isElement);
  const details = element.name === 'details' ? element : others.length === 0 ? only : undefined;
  if (details?.name !== 'details') return undefined;
  const summary = childrenOf(details)
    .filter(isElement)
    .find(({ name }) => name === 'summary');
  return summary !== undefined && LETTER.test(titleOf(summary, [])) ? summary : undefined;
}

function isHeadingElement({ name }: DomElement): boolean {
  return /^h[1-6]$/u.test(name);
}

/** "11:00" over the entries of an hour, "3 March, 11:44" over the title. */
function isTimeAlone(heading: DomElement): boolean {
  const text = shortText(heading, LONGEST_TIME);
  return text !== undefined && isOnlyTime(text);
}

const LONGEST_TIME = 40;

/** "What we know so far", "Summary": a mark of the entry, and all the title it has. */
function isSummaryHeading(label: DomElement): boolean {
  return isHeadingElement(label) && labelOf(ownText(label)) === 'summary';
}

/** The word for an advert on top of an element; further down it is of one that stands between the paragraphs. */
function isAdvert(inner: readonly DomElement[], labels: readonly DomElement[]): boolean {
  const label = labels.find((each) => labelOf(ownText(each)) === 'advert');
  const first = inner.findIndex(({ name }) => /^(?:p|h[1-6])$/u.test(name));
  return label !== undefined && (first === -1 || inner.indexOf(label) <= first);
}

function draftOf(entry: SourceEntry, times: EntryTimes, inHeading: ClockTime | undefined): Draft {
  const clock = entry.publishedAt === undefined ? (times.clock ?? inHeading) : undefined;
  const changed = entry.updatedAt === undefined ? times.updatedClock : undefined;
  return { entry, ...(clock !== undefined && { clock }), ...(changed !== undefined && { changed }) };
}

function instantsOf(publishedAt: number | undefined, updatedAt: number | undefined) {
  if (publishedAt === undefined) return {};
  return { publishedAt, ...(updatedAt !== undefined && updatedAt > publishedAt && { updatedAt }) };
}

function headingClock(heading: DomElement): ClockTime | undefined {
  const clock = parseClock(oneLine(textOf([heading])));
  return clock && clockTime(clock, undefined);
}

function isTitle(element: DomElement): boolean {
  if (!/^h[1-6]$/u.test(element.name) && element.attribs.role !== 'heading') {
    return (element.attribs.itemprop === 'headline' && element.name !== 'meta') || isCalledTitle(element);
  }
  const text = ownText(element);
  return LETTER.test(parseClock(text)?.rest ?? text);
}

/** A short box that is called a title, on pages that write no headings. */
function isCalledTitle(element: DomElement): boolean {
  if (!/^(?:div|p|span|strong|a)$/u.test(element.name)) return false;
  const name = element.attribs.class ?? '';
  const isCalled = TITLE.test(name) || (HEAD.test(name) && isOneLine(element));
  return isCalled && WORDS.test(shortText(element, 200) ?? '');
}

const TITLE =
  /(?:^|[\s_-])(?:title|headline|heading|titre|titel|titulo|titolo|tytul|tittel|rubrik|otsikko|nadpis|baslik|subject|tit|ttl)(?:-?text)?(?=$|\s)/iu;
const LETTER = /\p{L}/u;
/** Two words at least, where words are parted by spaces. */
const WORDS = /\p{L}.*\s\p{L}|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{4}/u;
const HEAD = /(?:^|[\s_-])head(?:er)?(?=$|\s)/iu;

/** All of it is one text, in one link or set in bold: a head that holds time and byline as well is none. */
function isOneLine(element: DomElement): boolean {
  const inner = childrenOf(element).filter((node) => isElement(node) || textOf([node]).trim() !== '');
  const [only] = inner;
  if (inner.length !== 1 || only === undefined) return false;
  return isElement(only)
    ? /^(?:a|b|strong|span)$/u.test(only.name) && isOneLine(only)
    : parseClock(oneLine(textOf([only]))) === undefined;
}

/** The words of a heading without its time and without the marks in it ("Breaking"). */
function titleOf(heading: DomElement, labels: readonly DomElement[]): string {
  const parts = [...walk(childrenOf(heading))].filter((node) => isElement(node) && isTimeElement(node));
  const inside = labels.includes(heading) ? [] : labels;
  const marks = inside.filter((label) => label !== heading && parentOf(label) === heading).map(ownText);
  const text = marks.reduce((said, mark) => oneLine(said.replace(mark, '')), oneLine(textOf([heading])));
  const time = parts.map((part) => oneLine(textOf([part]))).find((said) => said !== '' && text.startsWith(said));
  const rest = time === undefined ? text : text.slice(time.length).replace(/^[\s:–—|•-]+/u, '');
  return (parseClock(rest)?.rest ?? rest).replace(/^[–—-]\s+/u, '');
}

function ownText(element: DomElement): string {
  return oneLine(textOf([element]));
}
