import type { Snapshot, SourceEntry } from '../../core/entry.ts';
import { oldestFirst } from '../../core/relay-order.ts';
import { type ClockHints, placeClockTimes, readDay } from '../../core/time/clock-times.ts';
import { nextInstant } from '../../core/time/undated-clock.ts';
import { type Document, type ReadContext, type Recognition, type Source, SourceError } from '../../ports/source.ts';
import { type DomElement, type DomNode, isElement, pushChildren, textOf } from '../body/dom.ts';
import { oneLine } from '../body/whitespace.ts';
import { isLive } from '../ending.ts';
import { namesOf } from '../entry-marks.ts';
import { foreignWidget } from '../foreign-widgets.ts';
import { isHtml, pageOf } from '../page.ts';
import { coverageEndIn } from '../page-end.ts';
import { successorOf } from '../successor.ts';
import { looksLikeJson } from '../wire/json.ts';
import type { Draft } from './entry/entry.ts';
import { findingsOf } from './findings.ts';
import { isJsonAnswer, readJsonAnswer } from './json-answer.ts';
import { areSentences, isNoBlog } from './no-blog.ts';
import { asOf } from './page/dates.ts';
import { keyPoints, type PageFacts } from './page/facts.ts';
import { contentElements, parentOf, rootOf } from './regions.ts';
import { isDeclaredLive, soundsLive } from './sounds-live.ts';

/** Every other page: entries told by how they stand on it – feeds, lists with times, clock headings, embedded state. */
export const html: Source = { kind: 'html', recognise, request: ({ url }) => ({ url }), read };

function recognise(document: Document): Recognition {
  if (!isHtml(document)) return isJsonAnswer(document) ? 'likely' : 'no';
  const { drafts, facts, sure, declared } = findingsOf(document, {});
  if (drafts.length === 0) return 'no';
  if (!declared && isNoBlog(drafts, facts, asOf(pageOf(document), document.fetchedAt, undefined))) return 'no';
  if (sure) return 'sure';
  if (drafts.length < 3 || !areSentences(drafts) || !soundsLive(document)) return 'no';
  // Where JSON-LD says what it is and tells no entries, they are the ones of the page.
  return isDeclaredLive(document) ? 'sure' : 'likely';
}

function read(document: Document, context: ReadContext): Snapshot {
  if (!isHtml(document) && looksLikeJson(document)) return readJsonAnswer(document);
  const { drafts, facts, runs } = findingsOf(document, context);
  if (drafts.length === 0) throw noEntries(document);
  const warnings: string[] = [];
  const entries = placed(drafts, clockHints(drafts, facts, document, context, warnings));
  const url = facts.url === '' ? document.url : facts.url;
  const coverageEnd = isDeclaredLive(document) ? coverageEndIn(document.text) : undefined;
  const live = isLive({
    now: document.fetchedAt,
    entries,
    texts: [facts.title ?? '', ...noticesOf(document)],
    ...(runs !== undefined && { stated: runs }),
    ...(coverageEnd !== undefined && { coverageEnd }),
  });
  const successor = successorOf(entries, url);
  return {
    kind: 'html',
    url,
    ...(facts.title !== undefined && { title: facts.title }),
    ...(facts.publisher !== undefined && { publisher: facts.publisher }),
    live,
    coverage: 'window',
    entries,
    deleted: [],
    keyPoints: pointsOf(document),
    warnings,
    ...(successor !== undefined && { successor }),
  };
}

function clockHints(
  drafts: readonly Draft[],
  facts: PageFacts,
  document: Document,
  context: ReadContext,
  warnings: string[],
): ClockHints {
  const timezone = context.timezone ?? facts.timezone;
  const isZoneless = drafts.some(({ clock }) => clock !== undefined && clock.zone === undefined);
  if (isZoneless && timezone === undefined) {
    warnings.push(
      'The page shows clock times without a zone, and its publisher is not known: read as UTC. Set the blog’s timezone to correct them.',
    );
  } else if (isZoneless && facts.zoneGuessedFrom !== undefined) {
    warnings.push(
      `The page shows clock times without a zone; they are read as ${timezone}, a guess by its language (${facts.zoneGuessedFrom}). Set the blog’s timezone if it is written elsewhere.`,
    );
  }
  const day = context.date === undefined ? undefined : readDay(context.date);
  return {
    timezone: timezone ?? 'UTC',
    fetchedAt: asOf(pageOf(document), document.fetchedAt, context.date),
    ...(day !== undefined && { day }),
    ...(facts.day !== undefined && { pageDay: facts.day }),
    ...(facts.notBefore !== undefined && { notBefore: facts.notBefore }),
  };
}

/** Oldest first, with a day for every clock time. */
function placed(drafts: readonly Draft[], hints: ClockHints): SourceEntry[] {
  const clocks = drafts.flatMap(({ clock }) => clock ?? []);
  const [first] = drafts;
  const isHeld = first?.clock !== undefined && first.entry.flags.includes('pinned') && clocks.length > 1;
  const times = placeClockTimes(clocks, isHeld ? { ...hints, pinned: 0 } : hints);
  let index = 0;
  const entries = drafts.map(({ entry, clock, changed }) => {
    if (clock === undefined) return withChange(entry, changed, hints);
    const publishedAt = times.times[index];
    const pinned = times.pinned === index && !entry.flags.includes('pinned');
    index += 1;
    const dated: SourceEntry = {
      ...entry,
      ...(publishedAt !== undefined && { publishedAt }),
      ...(pinned && { flags: [...entry.flags, 'pinned' as const] }),
    };
    return withChange(dated, changed, hints);
  });
  const [top, ...others] = entries;
  if (top === undefined || !top.flags.includes('pinned')) return oldestFirst(entries);
  return inItsPlace({ ...top, aside: true }, oldestFirst(others));
}

/** What is held at the top of the page stands among the others by its time; without one it is the newest. */
function inItsPlace(held: SourceEntry, entries: readonly SourceEntry[]): SourceEntry[] {
  const { publishedAt } = held;
  const later = publishedAt === undefined ? -1 : entries.findIndex((entry) => (entry.publishedAt ?? 0) > publishedAt);
  return later === -1 ? [...entries, held] : entries.toSpliced(later, 0, held);
}

/** "Updated at 14:20": on the day it was published, or the next. */
function withChange(entry: SourceEntry, changed: Draft['changed'], { timezone }: ClockHints): SourceEntry {
  const { publishedAt } = entry;
  if (changed === undefined || publishedAt === undefined) return entry;
  const updatedAt = nextInstant(changed, publishedAt, timezone);
  return updatedAt === undefined || updatedAt <= publishedAt ? entry : { ...entry, updatedAt };
}

const MOST_NOTICES = 300;
const CALLED_NOTICE = /closed|ended|notice|status|standfirst/u;

/** Short lines that page makers set apart to say that coverage has ended. */
function noticesOf(document: Document): string[] {
  const found: string[] = [];
  let seen = 0;
  const stack: DomNode[] = [...rootOf(pageOf(document))].reverse();
  for (let node = stack.pop(); node !== undefined && seen < MOST_NOTICES; node = stack.pop()) {
    pushChildren(node, stack);
    if (!isElement(node) || !isNotice(node)) continue;
    seen += 1;
    const text = oneLine(textOf([node]));
    if (text.length > 0 && text.length < 300) found.push(text);
  }
  return found;
}

/** By what it is called; a paragraph of the page's head or right in its main part; a paragraph's emphasis. */
function isNotice(element: DomElement): boolean {
  const { name } = element;
  if (CALLED_NOTICE.test(element.attribs.class ?? '')) return true;
  if (/^h[23]$/u.test(name) && /live|ticker/iu.test(element.attribs.class ?? '')) return true;
  if (name === 'strong' || name === 'b' || name === 'em') return parentOf(element)?.name === 'p';
  if (name !== 'p') return false;
  if (parentOf(element)?.name === 'main') return true;
  for (let up = parentOf(element); up !== undefined; up = parentOf(up)) if (up.name === 'header') return true;
  return false;
}

function pointsOf(document: Document): string[] {
  const before = new Map<DomElement, DomElement | undefined>();
  let line: DomElement | undefined;
  for (const element of contentElements(rootOf(pageOf(document)))) {
    if (element.name === 'ul' || element.name === 'ol') before.set(element, line);
    else if (/^(?:h[1-6]|p|strong)$/u.test(element.name)) line = element;
  }
  return keyPoints(
    [...before.keys()],
    (list) => {
      const said = before.get(list);
      return said === undefined ? '' : oneLine(textOf([said]));
    },
    (list) => `${namesOf(list)} ${list.parent !== null && isElement(list.parent) ? namesOf(list.parent) : ''}`,
  );
}

function noEntries({ text, url }: Document): SourceError {
  return new SourceError(
    'malformed',
    foreignWidget(text, url) ??
      'No live entries were found on this page: no list with times, no headings with clock times. Check that the address is the live page itself.',
  );
}
