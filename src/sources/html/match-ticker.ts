import { parseClock } from '../../core/time/clock-text.ts';
import { ballOf, leadingMinute, orderOfMinutes } from '../../core/time/match-minutes.ts';
import { childrenOf, type DomElement, isElement, textOf } from '../body/dom.ts';
import { shortText } from '../body/short-text.ts';
import { oneLine } from '../body/whitespace.ts';
import { namesOf } from '../entry-marks.ts';
import { type Draft, type EntryHints, elementEntry } from './entry/entry.ts';
import { headedDraft } from './headings/draft.ts';
import { cutEntries, type Head } from './headings/headings.ts';
import { boldLead, headingItself, timeLine } from './headings/leads.ts';
import { idsOf } from './lists/ids.ts';
import { kindName, markedChildren } from './lists/lists.ts';
import { contentElements, textLength } from './regions.ts';

/** Moments of a match, newest first; `isTicker`: the page calls them so. */
export type Match = { readonly drafts: readonly Draft[]; readonly isTicker: boolean };

/** Any place of a page that begins with a minute of play: looked for in the text, so that other pages cost a glance. */
const GLANCE =
  />\s*(?:(?:\d{1,3}\s?(?:\+\s?\d{1,2}\s?)?(?:['’′´]|&#(?:0?39|x27|8217|8242);|&(?:rsquo|prime|apos);))|\d{1,3}\s?(?:\.|e|ème|ª|º)?\s?(?:\+\s?\d{1,2}\.?)?\s?(?:spiel)?min|\d{1,3}e(?:\s?\+|\s*<)|min(?:uut|uto|ute)?\.?\s?\d|\d{1,3}(?:\.[0-6])?\s?ov(?:er)?s?\b|ov(?:er)?\.?\s\d|\d{1,3}\.[1-6]\s*<)/giu;
/** Fewer moments are no match; three minutes for headings make an essay. */
const FEWEST = 4;
const LONGEST_SLOT = 20;
/** A list of scorers says a name to a minute, a ticker a sentence. */
const SHORTEST_MOMENT = 25;

/**
 * A match told by minutes of play ("45'+2", "90. Minute"): at least four moments in a list, or under headings, whose minutes
 * run one way. Such entries have no time of day; the page's order is theirs, and the minute stays part of what they say.
 */
export function findMatch(root: readonly DomElement[], text: string, hints: EntryHints): Match | undefined {
  const glances = text.matchAll(GLANCE);
  for (let count = 0; count < FEWEST; count += 1) if (glances.next().done === true) return undefined;
  return listOfMoments(root, hints) ?? headedMoments(root, hints.base);
}

function listOfMoments(root: readonly DomElement[], hints: EntryHints): Match | undefined {
  let best: readonly DomElement[] = [];
  for (const [container, marked] of markedChildren(root, (element) => minuteOf(element) !== undefined)) {
    const [first] = marked;
    if (marked.size < FEWEST || first === undefined || /^(?:p|h[1-6]|dt|br)$/u.test(first.name)) continue;
    const list = childrenOf(container).filter(
      (child): child is DomElement => isElement(child) && isOfKind(child, first),
    );
    if (list.length > best.length && areMoments(list)) best = list;
  }
  if (best.length === 0) return undefined;
  const slots = best.map(minuteSlot);
  const order = orderOfMinutes(placesOf(slots));
  const known = slots.find((slot) => slot !== undefined);
  const ids = idsOf(best, () => order === 'oldest-first');
  const drafts = best.flatMap((element, place) => {
    const slot = slots[place] ?? slotLike(element, known);
    const draft = elementEntry(element, hints, ids.get(element), slot === undefined ? [] : [slot]);
    return draft === undefined ? [] : withMinute(draft, slot);
  });
  return { drafts: newestFirst(drafts, order), isTicker: best.some(isTickerItem) };
}

function isOfKind(element: DomElement, other: DomElement): boolean {
  return element.name === other.name && kindName(element) === kindName(other);
}

function areMoments(list: readonly DomElement[]): boolean {
  const slots = list.map(minuteSlot);
  if (slots.filter((slot) => slot !== undefined).length < Math.max(FEWEST, list.length / 2)) return false;
  const lengths = list.map(textLength).sort((a, b) => a - b);
  return (
    (lengths[Math.floor(lengths.length / 2)] ?? 0) >= SHORTEST_MOMENT && orderOfMinutes(placesOf(slots)) !== undefined
  );
}

/** The element in an entry that says its minute and nothing else. */
function minuteSlot(element: DomElement): DomElement | undefined {
  for (const inner of contentElements(childrenOf(element))) if (minuteOf(inner) !== undefined) return inner;
  return undefined;
}

function minuteOf(element: DomElement): number | undefined {
  const text = shortText(element, LONGEST_SLOT);
  if (text === undefined) return undefined;
  const minute = leadingMinute(text);
  if (minute?.rest === '') return minute.place;
  return OVERS.test(element.attribs.class ?? '') ? ballOf(text) : undefined;
}

/** What a cricket ticker calls the place of its overs. */
const OVERS = /(?:^|[\s_-])(?:over|overs|ovs|ball)(?=$|[\s_-])|(?:over|ball)-?(?:num(?:ber)?|no|id)/iu;

/** "HT", "Abpfiff", "18:45": what stands in the place of the minute. */
function slotLike(element: DomElement, slot: DomElement | undefined): DomElement | undefined {
  if (slot === undefined || kindName(slot) === '') return undefined;
  for (const inner of contentElements(childrenOf(element))) {
    if (isOfKind(inner, slot) && (shortText(inner, LONGEST_SLOT) ?? '') !== '') return inner;
  }
  return undefined;
}

function placesOf(slots: readonly (DomElement | undefined)[]): number[] {
  return slots.flatMap((slot) => (slot === undefined ? [] : (minuteOf(slot) ?? [])));
}

function withMinute(draft: Draft, slot: DomElement | undefined): Draft {
  const said = slot === undefined ? '' : oneLine(textOf([slot]));
  if (said === '' || parseClock(said)?.rest === '') return draft;
  const { title } = draft.entry;
  return { ...draft, entry: { ...draft.entry, title: title === undefined ? said : `${said} ${title}` } };
}

function newestFirst(drafts: readonly Draft[], order: ReturnType<typeof orderOfMinutes>): readonly Draft[] {
  return order === 'oldest-first' ? drafts.toReversed() : drafts;
}

function isTickerItem(element: DomElement): boolean {
  return /ticker|commentary|live|minute|narraci|play-?by-?play|timeline/iu.test(
    `${namesOf(element)} ${element.parent !== null && isElement(element.parent) ? namesOf(element.parent) : ''}`,
  );
}

/** Headings that begin with a minute, lines that are one, paragraphs that begin with one in bold. */
function headedMoments(root: readonly DomElement[], base: string): Match | undefined {
  const elements = contentElements(root);
  for (const leadOf of [headingItself, minuteLine, boldLead]) {
    const heads: Head[] = [];
    const places: number[] = [];
    for (const element of elements) {
      const lead = leadOf(element);
      const title = lead === undefined ? '' : oneLine(textOf([lead]));
      const minute = leadingMinute(title);
      if (lead === undefined || minute === undefined) continue;
      heads.push({ heading: element, lead, title });
      places.push(minute.place);
    }
    const order = orderOfMinutes(places);
    if (heads.length <= FEWEST || order === undefined) continue;
    const drafts = cutEntries(heads, leadOf !== boldLead).map((entry) => headedDraft(entry, base, 0));
    return { drafts: newestFirst(drafts, order), isTicker: false };
  }
  return undefined;
}

function minuteLine(element: DomElement): DomElement | undefined {
  return timeLine(element, (text) => leadingMinute(text)?.rest === '');
}
