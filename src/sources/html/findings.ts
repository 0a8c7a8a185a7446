import type { Flag } from '../../core/entry.ts';
import type { Day } from '../../core/time/clock-times.ts';
import type { Document } from '../../ports/source.ts';
import { childrenOf, type DomElement } from '../body/dom.ts';
import { shortText } from '../body/short-text.ts';
import { namesOf } from '../entry-marks.ts';
import { pageOf } from '../page.ts';
import { type Draft, type EntryHints, elementEntry } from './entry/entry.ts';
import { boldTitles } from './headings/bold-titles.ts';
import { headedDraft } from './headings/draft.ts';
import { findHeadedEntries, isTickerLine } from './headings/headings.ts';
import { isRising } from './lists/evidence.ts';
import { idsOf } from './lists/ids.ts';
import { findFeed, findFirstEntries, findTimedList } from './lists/lists.ts';
import { pinnedBeside } from './lists/pinned.ts';
import { findMatch } from './match-ticker.ts';
import { asOf, lastDayOf } from './page/dates.ts';
import { type PageFacts, pageFacts } from './page/facts.ts';
import { peopleOf } from './page/people.ts';
import { contentElements, rootOf } from './regions.ts';
import { onlyDay } from './said-days.ts';
import { soundsLive } from './sounds-live.ts';
import { mayHoldMore, withUndrawn } from './state/drawn.ts';
import { findState } from './state/state.ts';

/**
 * What a page holds, before clock times have their days. `sure`: no doubt that it is a live blog. `declared`: the page says
 * itself that it is a feed.
 */
export type Findings = {
  readonly drafts: readonly Draft[];
  readonly facts: PageFacts;
  readonly sure: boolean;
  readonly declared: boolean;
  /** What the state that the entries are from says of whether they go on. */
  readonly runs?: boolean;
};

type Told = { readonly timezone?: string | undefined; readonly date?: string | undefined };
type Cached = Told & { readonly findings: Findings };
const cache = new WeakMap<Document, Cached>();

/** Looks a page through once, for recognising and for reading. `told`: what an operator says of it. */
export function findingsOf(document: Document, { timezone, date }: Told): Findings {
  const known = cache.get(document);
  if (known !== undefined && known.timezone === timezone && known.date === date) return known.findings;
  const findings = search(document, { timezone, date });
  cache.set(document, { timezone, date, findings });
  return findings;
}

/** Below this, what stands on the page itself is too little, and the state of its framework is asked. */
const FEW = 3;

function search(document: Document, { timezone, date }: Told): Findings {
  const fetchedAt = asOf(pageOf(document), document.fetchedAt, date);
  const facts = pageFacts(pageOf(document), document, timezone);
  const hints = {
    timezone: facts.timezone ?? 'UTC',
    fetchedAt,
    until: lastDayOf(facts, fetchedAt),
    base: facts.url,
    people: peopleOf(pageOf(document)),
  };
  const root = rootOf(pageOf(document));
  const feed = findFeed(root);
  const declared = false;
  const elements = (feed ?? findTimedList(root, hints) ?? findFirstEntries(root, hints))?.elements ?? [];
  const listed = listedDrafts(root, elements, hints);
  if (feed !== undefined) return { ...drawnAndHeld(document, facts, listed), facts, sure: true, declared: true };
  const match = findMatch(root, document.text, hints);
  if (match !== undefined && match.drafts.length > listed.length) {
    return { drafts: match.drafts, facts, sure: match.isTicker || soundsLive(document), declared };
  }
  const headed = findHeadedEntries(root, hints) ?? [];
  if (headed.length > listed.length) {
    return {
      drafts: headed.map((entry) => headedDraft(entry, facts.url, fetchedAt)),
      facts,
      sure: headed.every(isTickerLine) || soundsLive(document),
      declared,
    };
  }
  const sure = listed.length > 0 && isLiveList(elements) && (listed.length >= FEW || soundsLive(document));
  if (listed.length >= FEW) return { ...drawnAndHeld(document, facts, listed), facts, sure, declared };
  const { entries, runs } = findState(document.text, facts.url);
  if (entries.length <= listed.length) return { drafts: listed, facts, sure, declared };
  const drafts = entries.map((entry) => ({ entry }));
  return { drafts, facts, sure: soundsLive(document), declared, ...(runs !== undefined && { runs }) };
}

/** What is drawn, and what the page's scripts hold of the same list and have not drawn. */
function drawnAndHeld(
  document: Document,
  facts: PageFacts,
  listed: readonly Draft[],
): Pick<Findings, 'drafts' | 'runs'> {
  if (!mayHoldMore(document.text, listed)) return { drafts: listed };
  const { entries, runs } = findState(document.text, facts.url);
  const drafts = withUndrawn(listed, entries);
  return drafts === undefined ? { drafts: listed } : { drafts, ...(runs !== undefined && { runs }) };
}

/** The entries of a list and the one pinned beside it. */
function listedDrafts(
  root: readonly DomElement[],
  elements: readonly DomElement[],
  hints: EntryHints,
): readonly Draft[] {
  const days = dayMarks(root, elements, hints);
  const held = pinnedBeside(root, elements);
  const isOldestFirst = () => isRising(elements, hints);
  const listIds = idsOf(elements, isOldestFirst);
  const allIds = held === undefined ? listIds : idsOf([held, ...elements], isOldestFirst);
  const ids = allIds.size > listIds.size ? allIds : listIds;
  const titles = boldTitles(elements);
  const run = elements.flatMap((element) => {
    const draft = elementEntry(element, hints, ids.get(element), [], titles.get(element));
    return draft === undefined || !isReadable(draft) ? [] : withDay(draft, days.get(element));
  });
  return withPinned(held === undefined ? undefined : elementEntry(held, hints, ids.get(held)), run);
}

/** The pinned entry first; where it is one of the run that is shown twice, that one is pinned. */
function withPinned(held: Draft | undefined, run: readonly Draft[]): readonly Draft[] {
  if (held === undefined || !isReadable(held)) return run;
  const twin = run.find(({ entry }) => entry.title === held.entry.title && entry.body.text === held.entry.body.text);
  const pinned = (draft: Draft): Draft => ({
    ...draft,
    entry: { ...draft.entry, flags: [...new Set<Flag>(['pinned', ...draft.entry.flags])] },
  });
  return twin === undefined ? [pinned(held), ...run] : run.map((draft) => (draft === twin ? pinned(draft) : draft));
}

/**
 * Lines between the entries that are dates. Two at least: a single one on top is the day of the page, and what lies
 * beyond midnight under it is told by the order.
 */
function dayMarks(
  root: readonly DomElement[],
  entries: readonly DomElement[],
  hints: EntryHints,
): ReadonlyMap<DomElement, Day> {
  const wanted = new Set(entries);
  const marks = new Map<DomElement, Day>();
  const distinct = new Set<string>();
  let day: Day | undefined;
  const all = contentElements(root);
  for (let place = 0; place < all.length; place += 1) {
    const element = all[place];
    if (element === undefined) continue;
    if (wanted.has(element)) {
      if (day !== undefined) marks.set(element, day);
      if (day !== undefined) distinct.add(JSON.stringify(day));
      place += contentElements(childrenOf(element)).length; // what stands in an entry marks no day
    } else day = dayLine(element, hints) ?? day;
  }
  return distinct.size > 1 ? marks : new Map();
}

/** The day that a line between entries is: "Sonntag, 2. März 2031", "Today". */
function dayLine(element: DomElement, hints: EntryHints): Day | undefined {
  if (!/^(?:h[2-6]|div|p|span|li|time|strong|b)$/u.test(element.name)) return undefined;
  const text = shortText(element, LONGEST_DAY) ?? '';
  return text === '' ? undefined : onlyDay(text, hints);
}

const LONGEST_DAY = 50;

function withDay(draft: Draft, date: Day | undefined): Draft {
  const { clock } = draft;
  return clock === undefined || clock.date !== undefined || date === undefined
    ? draft
    : { ...draft, clock: { ...clock, date } };
}

function isLiveList(elements: readonly DomElement[]): boolean {
  return elements.some((element) =>
    /live-?(?:blog|ticker|feed|update|post|entry)|(?:^|[\s_-])(?:ticker|update|liveblog|ncpost)(?=$|[\s_-])|(?:^|\s)tgme_widget_message/iu.test(
      namesOf(element),
    ),
  );
}

function isReadable({ entry }: Draft): boolean {
  return entry.title !== undefined || entry.body.text !== '' || entry.body.media.length > 0;
}
