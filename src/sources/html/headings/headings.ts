import { parseClock } from '../../../core/time/clock-text.ts';
import type { ClockTime } from '../../../core/time/clock-times.ts';
import { withoutLabel } from '../../../core/time/date-labels.ts';
import { leadingAgo } from '../../../core/time/relative-times.ts';
import { leadingDay, leadingYearDay } from '../../../core/time/worded-days.ts';
import { type DomElement, type DomNode, findElement, isElement, textOf } from '../../body/dom.ts';
import { shortText } from '../../body/short-text.ts';
import { oneLine } from '../../body/whitespace.ts';
import { contentElements, isElsewhere, parentOf } from '../regions.ts';
import { onlyDay, type TimeHints, withoutCount } from '../said-days.ts';
import { clockTime, readTime, type SaidTime } from '../times.ts';
import { boldLine, MOST_OF_THEM } from './bold-titles.ts';
import {
  boldInLine,
  boldLead,
  clockParagraph,
  clockThenBold,
  dayAlone,
  headingItself,
  isHeading,
  LONGEST_TIME,
  timeLine,
} from './leads.ts';

/** An entry that begins with a heading such as "12.31 Uhr: Tide turns": its own nodes are all that follow it. */
export type HeadedEntry = {
  readonly heading: DomElement;
  /** What of it says the time: all of a heading, the bold beginning of a paragraph. */
  readonly lead: DomElement;
  /** undefined where it tells a minute of play. */
  readonly time?: SaidTime;
  readonly title: string;
  /** What the head says beside its time, where it tells one. */
  readonly said?: string;
  readonly nodes: readonly DomNode[];
  /** The title over the paragraph that says the time. */
  readonly above?: DomElement | undefined;
  /** The title under the line that says the time, where it is no heading. */
  readonly line?: DomElement | undefined;
};

const FEWEST = 3;

/**
 * Entries told apart by headings that begin with a clock time, or with an age when fetched ("4 minutes ago"); undefined when
 * the page has fewer than three.
 */
export function findHeadedEntries(root: readonly DomElement[], hints: TimeHints): readonly HeadedEntry[] | undefined {
  const elements = contentElements(root);
  for (const leadOf of [headingItself, clockLine, boldLead, clockThenBold, clockParagraph, boldInLine]) {
    const found = withDays(elements, leadOf, hints);
    const heads = leadOf === clockLine ? besideEachOther(found) : found;
    if (heads.length < FEWEST) continue;
    if (leadOf === boldInLine || leadOf === clockThenBold) return cutEntries(heads, true);
    if (leadOf === headingItself) return withBoldTitles(cutEntries(heads, true));
    if (leadOf === clockLine) return withBoldTitles(cutEntries(underTitles(heads), true));
    return cutEntries(underTitles(heads), false);
  }
  return undefined;
}

/** "+++ 12:31 Tide turns +++": tickers alone are written so. */
export function isTickerLine({ lead }: HeadedEntry): boolean {
  return /^\s*\+{2,}/u.test(textOf([lead]));
}

/** Under heads that say no more than the time: the bold line that nearly all entries begin with. */
function withBoldTitles(entries: HeadedEntry[]): HeadedEntry[] {
  const lines = entries.map(({ title, nodes }) => (title === '' ? boldLine(nodes) : undefined));
  if (lines.filter((line) => line !== undefined).length < entries.length * MOST_OF_THEM) return entries;
  return entries.map((entry, place) => ({ ...entry, line: lines[place] }));
}

/** Where the time stands in the first line or the first words under a heading, the heading is the title. */
function underTitles(heads: readonly Head[]): readonly Head[] {
  const above = heads.map(({ heading }) => headingAbove(heading));
  if (above.filter((found) => found !== undefined).length < heads.length * 0.7) return heads;
  return heads.map((head, place) => ({ ...head, above: above[place] }));
}

function headingAbove({ prev }: DomElement): DomElement | undefined {
  let before = prev;
  while (before !== null && !isElement(before)) before = before.prev;
  return before !== null && isHeading(before) && !isDay(before) ? before : undefined;
}

function clockLine(element: DomElement): DomElement | undefined {
  return timeLine(element);
}

export type Head = Omit<HeadedEntry, 'nodes'>;

/** Lines of time head entries only where they stand in one box with what they head; in boxes of their own those are entries. */
function besideEachOther(heads: readonly Head[]): Head[] {
  const boxes = new Map<DomElement | undefined, Head[]>();
  for (const head of heads) {
    const box = parentOf(head.heading);
    const heads = boxes.get(box) ?? [];
    heads.push(head);
    boxes.set(box, heads);
  }
  return [...boxes.values()].reduce((most, box) => (box.length > most.length ? box : most), []);
}

/** The heads of a page; a heading that is a date gives it to the ones below. */
function withDays(
  elements: readonly DomElement[],
  leadOf: (element: DomElement) => DomElement | undefined,
  hints: TimeHints,
): Head[] {
  const heads: Head[] = [];
  let day: ClockTime['date'];
  // Short headings since the last head: whether they are dates is asked when a head follows, and most pages have none.
  let between: string[] = [];
  for (const element of elements) {
    const lead = leadOf(element);
    if (lead === undefined && !isHeading(element)) continue;
    const written = oneLine(textOf([lead ?? element]));
    const text = leadOf === clockParagraph && lead !== undefined ? written.slice(0, LONGEST_TIME) : written;
    const head =
      lead === undefined
        ? undefined
        : (readHead(text, hints.fetchedAt, hints.until) ?? (leadOf === headingItself ? trailingTime(text) : undefined));
    if (lead !== undefined && head !== undefined) {
      day = latestDay(between, hints) ?? day;
      between = [];
      const time = instantIn(lead, hints) ?? onDay(head.time, day);
      heads.push({ heading: element, lead, title: head.title, said: head.title, time });
    } else if (text.length < 50 && isHeading(element)) between.push(text);
  }
  return heads;
}

function latestDay(headings: readonly string[], hints: TimeHints): ClockTime['date'] {
  for (const text of headings.toReversed()) {
    const day = leadingDay(withoutCount(text))?.day ?? onlyDay(text, hints);
    if (day !== undefined) return day;
  }
  return undefined;
}

/** What the head says for machines is exact, and has its day. */
function instantIn(lead: DomElement, hints: TimeHints): SaidTime | undefined {
  const stated = findElement([lead], ({ name, attribs }) => name === 'time' && attribs.datetime !== undefined);
  const time = stated === undefined ? undefined : readTime(stated, hints);
  return time !== undefined && 'instant' in time && time.isAge !== true ? time : undefined;
}

function onDay(time: SaidTime, day: ClockTime['date']): SaidTime {
  if (!('clock' in time) || time.clock.date !== undefined || day === undefined) return time;
  return { clock: { ...time.clock, date: day } };
}

const LONGEST_TITLE = 300;

/** The time that a head begins with, and what it says beside it. */
export function readHead(
  text: string,
  fetchedAt: number,
  until = fetchedAt,
): { time: SaidTime; title: string } | undefined {
  const ago = leadingAgo(text, fetchedAt);
  if (ago !== undefined && ago.rest.length <= LONGEST_TITLE) return { title: ago.rest, time: { instant: ago.at } };
  const said = withoutLabel(text); // "Update vom 3. März, 12.31 Uhr: …"
  const yearless = leadingYearDay(said, until);
  const isDated = said !== text || parseClock(yearless?.rest ?? '')?.rest === '';
  const dated = leadingDay(said) ?? (isDated ? yearless : undefined);
  const clock = parseClock(dated?.rest ?? said);
  if (clock === undefined || clock.rest.length > LONGEST_TITLE) return undefined;
  const trailing = dated === undefined ? dayAlone(clock.rest, until) : undefined; // "12:31, 3 March"
  const title = trailing === undefined ? clock.rest.replace(/\s*\+{2,}$/u, '') : ''; // "+++ 12:31 Tide turns +++"
  return { title, time: { clock: clockTime(clock, dated?.day ?? trailing) } };
}

const AT_END = /^(.{3,200}?)[\s–—|-]*[([]([^()[\]]{4,20})[)\]]$/u;

/** "Tide turns (12.31 Uhr)". */
function trailingTime(text: string): ReturnType<typeof readHead> {
  const [, title = '', said = ''] = AT_END.exec(text) ?? [];
  const clock = said === '' ? undefined : parseClock(said);
  return clock?.rest === '' ? { title, time: { clock: clockTime(clock, undefined) } } : undefined;
}

/** Entries from their heads: what follows each up to the next. `titled`: the head is no part of what was written. */
export function cutEntries(heads: readonly Head[], titled: boolean): HeadedEntry[] {
  const all = new Set<DomNode>(
    heads.flatMap(({ heading, above }) => (above === undefined ? [heading] : [heading, above])),
  );
  const top = commonAncestor(heads.map(({ heading }) => heading));
  const first = heads[0]?.heading;
  return heads.map((head) => ({
    ...head,
    title: head.above !== undefined ? oneLine(textOf([head.above])) : titled ? head.title : '',
    nodes: [
      ...(titled ? [] : [head.heading]),
      ...following(head.heading, { all, top, level: titled ? first : undefined, isBare: head.title === '' }),
    ],
  }));
}

function commonAncestor(elements: readonly DomElement[]): DomElement | undefined {
  const [first, ...others] = elements.map(ancestors);
  return first?.find((ancestor) => others.every((chain) => chain.includes(ancestor)));
}

function ancestors(element: DomElement): DomElement[] {
  const chain: DomElement[] = [];
  for (let up = parentOf(element); up !== undefined; up = parentOf(up)) chain.push(up);
  return chain;
}

type Bounds = {
  readonly all: ReadonlySet<DomNode>;
  readonly top: DomElement | undefined;
  readonly level: DomElement | undefined;
  /** The head says a time and no title. */
  readonly isBare: boolean;
};

/** The nodes after a heading up to the next one – its siblings, then its parent's, until the list of entries ends. */
function following(heading: DomElement, bounds: Bounds): DomNode[] {
  const nodes: DomNode[] = [];
  for (let from: DomElement | undefined = heading; from !== undefined && from !== bounds.top; from = parentOf(from)) {
    for (let node = from.next; node !== null; node = node.next) {
      if (isElement(node) && endsEntry(node, bounds, () => textOf(nodes).trim() !== '')) return nodes;
      nodes.push(node);
    }
  }
  return nodes;
}

/** A heading that is a date begins the entries of another day. */
function isDay(node: DomElement): boolean {
  if (!isHeading(node)) return false;
  const text = withoutCount(shortText(node, 50) ?? '');
  return (leadingDay(text) ?? leadingYearDay(text, 0))?.rest === '';
}

/** What an article ends with: where all of it comes from, and whose it is. */
function isFoot(node: DomElement): boolean {
  return /(?:^|[\s_-])(?:article_{0,2}-?(?:source|foot(?:er)?|end|tags)|copyright)(?=$|\s)/iu.test(
    node.attribs.class ?? '',
  );
}

/** The next head, what contains it, a heading as high (the next part of the page), or another part of it. */
function endsEntry(node: DomElement, { all, level, isBare }: Bounds, hasText: () => boolean): boolean {
  if (isDay(node) || isFoot(node)) return true;
  if (all.has(node) || isElsewhere(node))
    return all.has(node) || /related|recommend|teaser/iu.test(node.attribs.class ?? '');
  for (const inner of contentElements([node])) {
    if (all.has(inner)) return true;
    if (level !== undefined && isHeading(inner) && endsLevel(inner.name, level.name, isBare, hasText)) return true;
  }
  return false;
}

/** A heading of the same rank, or of a higher one – unless it is the title right under the time. */
function endsLevel(name: string, level: string, isBare: boolean, hasText: () => boolean): boolean {
  if (name === level) return !isBare || hasText();
  return /^h[1-6]$/u.test(name) && /^h[1-6]$/u.test(level) && name < level && hasText();
}
