import { type ClockHints, placeClockTimes, readDay } from '../../core/clock-times.ts';
import type { Snapshot, SourceEntry } from '../../core/entry.ts';
import { oldestFirst } from '../../core/relay-order.ts';
import { type Document, type ReadContext, type Recognition, type Source, SourceError } from '../../ports/source.ts';
import { childrenOf, type DomElement, isElement, textOf } from '../body/dom.ts';
import { elementBody } from '../body/html-body.ts';
import { oneLine } from '../body/whitespace.ts';
import { isLive } from '../ending.ts';
import { baseOf, isHtml, pageOf } from '../page.ts';
import { successorOf } from '../successor.ts';
import { type Draft, elementEntry } from './entry.ts';
import { findHeadedEntries, type HeadedEntry } from './headings.ts';
import { findFeed, findTimedList } from './lists.ts';
import { keyPoints, type PageFacts, pageFacts } from './page-facts.ts';
import { contentElements, namesOf } from './regions.ts';
import { findState } from './state.ts';

/** Every other page: entries told by how they stand on it – feeds, lists with times, clock headings, embedded state. */
export const html: Source = { kind: 'html', recognise, request: ({ url }) => ({ url }), read };

type Findings = { readonly drafts: readonly Draft[]; readonly facts: PageFacts; readonly strong: boolean };

function recognise(document: Document): Recognition {
  if (!isHtml(document)) return 'no';
  const { drafts, strong } = findings(document, undefined);
  if (drafts.length === 0) return 'no';
  if (strong) return 'sure';
  return drafts.length >= 3 && soundsLive(document) ? 'likely' : 'no';
}

/** A page of dated articles is no live blog; one that calls itself live, a ticker or updates is. */
function soundsLive(document: Document): boolean {
  const page = pageOf(document);
  const said = `${document.url} ${page('title').first().text()} ${page('h1').first().text()} ${page('link[rel=canonical]').attr('href') ?? ''} ${page('body').attr('class') ?? ''} ${page('meta[name=description]').attr('content') ?? ''}`;
  if (
    /\blive\b|live-?(?:blog|ticker|updates?|text|feed)|ticker|newsblog|\bblog\b|minute by minute|as it happened|updates?\b|en direct|direct\b|en vivo|directo|minuto a minuto|diretta|na żywo|relacja|ao vivo|ao minuto|liveverslag/iu.test(
      said,
    )
  )
    return true;
  return /class\s*=\s*["'][^"']*(?:live-?(?:blog|ticker|feed|update|post)|newsticker|timeline)/iu.test(document.text);
}

function findings(document: Document, context: ReadContext | undefined): Findings {
  const page = pageOf(document);
  const facts = pageFacts(page, baseOf(document), context?.timezone);
  const hints = { timezone: facts.timezone ?? 'UTC', fetchedAt: document.fetchedAt, base: facts.url };
  const root = page
    .root()
    .toArray()
    .flatMap((node) => [...childrenOf(node)])
    .filter(isElement);
  const feed = findFeed(root);
  const found = feed ?? findTimedList(root, hints);
  const listed = (found?.elements ?? []).flatMap((element) => elementEntry(element, hints) ?? []).filter(isReadable);
  const headed = feed === undefined ? (findHeadedEntries(root) ?? []) : [];
  const state = context === undefined && listed.length >= 3 ? [] : findState(document.text, facts.url);
  if (headed.length > listed.length)
    return { drafts: headed.map((entry) => headedDraft(entry, facts.url)), facts, strong: true };
  if (state.length > listed.length) return { drafts: state.map((entry) => ({ entry })), facts, strong: true };
  return {
    drafts: listed,
    facts,
    strong: feed !== undefined || (listed.length >= 3 && isLiveList(found?.elements ?? [])),
  };
}

function isLiveList(elements: readonly DomElement[]): boolean {
  return elements.some((element) =>
    /live-?(?:blog|ticker|feed|update|post|entry)|(?:^|[\s_-])(?:ticker|update|liveblog)(?=$|[\s_-])/iu.test(
      namesOf(element),
    ),
  );
}

function headedDraft({ clock, title, nodes, heading }: HeadedEntry, base: string): Draft {
  const id = heading.attribs.id;
  return {
    entry: {
      ...(id !== undefined && id !== '' && { sourceId: id }),
      ...(title !== '' && { title }),
      body: elementBody(nodes, base),
      authors: [],
      ...(id !== undefined && id !== '' && base !== '' && { url: `${base}#${id}` }),
      flags: [],
    },
    clock,
  };
}

function isReadable({ entry }: Draft): boolean {
  return entry.title !== undefined || entry.body.text !== '' || entry.body.media.length > 0;
}

function read(document: Document, context: ReadContext): Snapshot {
  const { drafts, facts } = findings(document, context);
  if (drafts.length === 0) throw noEntries();
  const warnings: string[] = [];
  const entries = placed(drafts, clockHints(drafts, facts, document, context, warnings));
  const url = facts.url === '' ? document.url : facts.url;
  const live = isLive({ now: document.fetchedAt, entries, texts: [facts.title ?? '', ...noticesOf(document)] });
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
  if (timezone === undefined && drafts.some(({ clock }) => clock !== undefined && clock.zone === undefined)) {
    warnings.push(
      'The page shows clock times without a zone, and its publisher is not known: read as UTC. Set the blog’s timezone to correct them.',
    );
  }
  const day = context.date === undefined ? undefined : readDay(context.date);
  return {
    timezone: timezone ?? 'UTC',
    fetchedAt: document.fetchedAt,
    ...(day !== undefined && { day }),
    ...(facts.day !== undefined && { pageDay: facts.day }),
  };
}

/** Oldest first, with a day for every clock time. */
function placed(drafts: readonly Draft[], hints: ClockHints): SourceEntry[] {
  const clocks = drafts.flatMap(({ clock }) => clock ?? []);
  const times = placeClockTimes(clocks, hints);
  let index = 0;
  const entries = drafts.map(({ entry, clock }) => {
    if (clock === undefined) return entry;
    const publishedAt = times.times[index];
    const pinned = times.pinned === index && !entry.flags.includes('pinned');
    index += 1;
    return {
      ...entry,
      ...(publishedAt !== undefined && { publishedAt }),
      ...(pinned && { flags: [...entry.flags, 'pinned' as const] }),
    };
  });
  const aside = entries.map((entry, place) =>
    entry.flags.includes('pinned') && place === 0 ? { ...entry, aside: true } : entry,
  );
  return oldestFirst(aside);
}

/** Short lines that page makers set apart to say that coverage has ended. */
function noticesOf(document: Document): string[] {
  return pageOf(document)(
    '[class*="closed"], [class*="ended"], [class*="notice"], [class*="status"], [class*="standfirst"], header p',
  )
    .toArray()
    .slice(0, 40)
    .map((element) => oneLine(textOf([element])))
    .filter((text) => text.length > 0 && text.length < 300);
}

function pointsOf(document: Document): string[] {
  const page = pageOf(document);
  const root = page
    .root()
    .toArray()
    .flatMap((node) => [...childrenOf(node)])
    .filter(isElement);
  const elements = [...contentElements(root)];
  const before = new Map<DomElement, string>();
  let line = '';
  for (const element of elements) {
    if (element.name === 'ul' || element.name === 'ol') before.set(element, line);
    if (/^(?:h[1-6]|p|strong)$/u.test(element.name)) line = oneLine(textOf([element]));
  }
  return keyPoints(
    [...before.keys()],
    (list) => before.get(list) ?? '',
    (list) => `${namesOf(list)} ${list.parent !== null && isElement(list.parent) ? namesOf(list.parent) : ''}`,
  );
}

function noEntries(): SourceError {
  return new SourceError(
    'malformed',
    'No live entries were found on this page: no list with times, no headings with clock times. Check that the address is the live page itself.',
  );
}
