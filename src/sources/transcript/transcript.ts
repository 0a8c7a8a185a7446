import type { Snapshot, SourceEntry } from '../../core/entry.ts';
import { type ClockHints, type Day, placeClockTimes, readDay } from '../../core/time/clock-times.ts';
import { leadingDay } from '../../core/time/worded-days.ts';
import { type Document, type ReadContext, type Recognition, type Source, SourceError } from '../../ports/source.ts';
import { isLive } from '../ending.ts';
import { baseOf } from '../page.ts';
import { publisherZone } from '../publisher-zones.ts';
import { sectionBody, withoutFoot } from './section-body.ts';
import { type Section, type Split, splitTranscript } from './split.ts';

/** Live pages copied as plain text: paragraphs, and before each entry a line with its time and author. */
export const transcript: Source = { kind: 'transcript', recognise, request: ({ url }) => ({ url }), read };

const ENOUGH = 3;

function recognise(document: Document): Recognition {
  const { text } = document;
  if (/^[\s\uFEFF]*[<{[]/u.test(text) || /<\/?(?:html|body|div|p|rss|feed)[\s>]/iu.test(text.slice(0, 20_000)))
    return 'no';
  const { sections } = splitTranscript(document);
  if (sections.length < ENOUGH) return 'no';
  return sections.some(({ head }) => head.authors.length > 0) ? 'sure' : 'likely';
}

function read(document: Document, context: ReadContext): Snapshot {
  const split = splitTranscript(document);
  if (split.sections.length === 0) throw noHeads();
  const url = baseOf(document);
  const warnings: string[] = [];
  const hints = clockHints(split, document, context, warnings);
  const listed = entriesOf(split, hints, url);
  return {
    kind: 'transcript',
    url: url === '' ? document.url : url,
    live: isLive({ now: document.fetchedAt, entries: listed }),
    coverage: 'window',
    entries: listed,
    deleted: [],
    keyPoints: keyPointsOf(split.top),
    warnings,
  };
}

function clockHints(split: Split, document: Document, context: ReadContext, warnings: string[]): ClockHints {
  const timezone = context.timezone ?? publisherZone(document.url, document.text);
  if (timezone === undefined && split.sections.some(({ head }) => head.time.zone === undefined)) {
    warnings.push(
      'The times name no zone and the publisher is not known: read as UTC. Set the blog’s timezone to correct them.',
    );
  }
  const day = context.date === undefined ? undefined : readDay(context.date);
  const pageDay = pageDayOf(split.top);
  return {
    timezone: timezone ?? 'UTC',
    fetchedAt: document.fetchedAt,
    ...(day !== undefined && { day }),
    ...(pageDay !== undefined && { pageDay }),
  };
}

/** A date standing alone above the entries. */
function pageDayOf(top: readonly string[]): Day | undefined {
  for (const line of top) {
    const found = line.length < 60 ? leadingDay(line) : undefined;
    if (found !== undefined) return found.day;
  }
  return undefined;
}

/** Oldest first, the pinned one at its own time. */
function entriesOf({ sections }: Split, hints: ClockHints, url: string): SourceEntry[] {
  const placed = placeClockTimes(
    sections.map(({ head }) => head.time),
    hints,
  );
  const entries = sections.map((section, index) => {
    const isLast = index === sections.length - 1;
    return entryOf(section, placed.times[index], { url, isLast, isPinned: index === placed.pinned });
  });
  const ordered = placed.order === 'newest-first' ? entries.toReversed() : entries;
  return ordered.sort((a, b) => (a.publishedAt ?? 0) - (b.publishedAt ?? 0));
}

function entryOf(
  { head, paragraphs }: Section,
  publishedAt: number | undefined,
  { url, isLast, isPinned }: { url: string; isLast: boolean; isPinned: boolean },
): SourceEntry {
  return {
    body: sectionBody(isLast ? withoutFoot(paragraphs) : paragraphs, url),
    authors: head.authors,
    ...(publishedAt !== undefined && { publishedAt }),
    flags: isPinned ? ['pinned'] : [],
    ...(isPinned && { aside: true }),
  };
}

/** The publisher's bullets: the run of short lines without a full stop right above the first entry. */
function keyPointsOf(top: readonly string[]): string[] {
  const points: string[] = [];
  for (const line of top.toReversed()) {
    const point = line.replace(/^[-–•*]\s+/u, '');
    if (point.length < 12 || point.length > 180 || /[.:]$/u.test(point) || leadingDay(point) !== undefined) break;
    points.unshift(point);
  }
  return points.length >= 2 ? points : [];
}

function noHeads(): SourceError {
  return new SourceError(
    'malformed',
    'No entries were found in this text: none of its lines is a time, alone or with an author. Check that the live part was copied.',
  );
}
