import { parseClock } from '../../core/time/clock-text.ts';
import type { ClockTime } from '../../core/time/clock-times.ts';
import { leadingDay } from '../../core/time/worded-days.ts';
import type { Document } from '../../ports/source.ts';
import { oneLine } from '../body/whitespace.ts';

/** The line an entry begins with: when, and by whom. */
export type Head = { readonly time: ClockTime; readonly authors: readonly string[] };
export type Section = { readonly head: Head; readonly paragraphs: readonly string[] };
export type Split = { readonly top: readonly string[]; readonly sections: readonly Section[] };

const cache = new WeakMap<Document, Split>();

/** A copied page as its parts, split once for recognising and for reading. */
export function splitTranscript(document: Document): Split {
  const known = cache.get(document);
  if (known !== undefined) return known;
  const split = splitText(document.text);
  cache.set(document, split);
  return split;
}

/** What stands above the first entry, and each entry with its paragraphs. */
function splitText(text: string): Split {
  const top: string[] = [];
  const sections: { head: Head; paragraphs: string[] }[] = [];
  for (const line of text.split(/\r\n?|\n/u)) {
    const paragraph = oneLine(line);
    if (paragraph === '' || RULE.test(paragraph)) continue;
    const head = headOf(paragraph);
    const last = sections.at(-1);
    if (head !== undefined) sections.push({ head, paragraphs: [] });
    else if (last === undefined) top.push(paragraph);
    else last.paragraphs.push(paragraph);
  }
  return { top, sections };
}

/** A line that was drawn between entries. */
const RULE = /^[-–—_=*~•·\s]{3,}$/u;

const LONGEST_HEAD = 100;

/** "04:02 , Ana Voss", "Sunday 4 June 2023 22:18 , Ana Voss", "8.30pm BST": a line that holds nothing else. */
export function headOf(line: string): Head | undefined {
  if (line.length > LONGEST_HEAD || !/^[\d\p{L}]/u.test(line)) return undefined;
  const dated = leadingDay(line);
  const clock = parseClock(dated?.rest ?? line);
  if (clock === undefined) return undefined;
  const authors = authorsOf(clock.rest);
  if (authors === undefined) return undefined;
  const { hour, minute, second, zone } = clock;
  const time: ClockTime = {
    hour,
    minute,
    ...(second !== undefined && { second }),
    ...(zone !== undefined && { zone }),
    ...(dated !== undefined && { date: dated.day }),
  };
  return { time, authors };
}

const NAME =
  /^\p{Lu}[\p{L}'’.-]*(?: (?:de|del|della|van|von|der|den|da|di|du|la|le|bin|al|el|of|y|[\p{Lu}][\p{L}'’.-]*)){0,5}$/u;

/** The names in a byline; undefined when the words are something else, so that "10:30 a train left" is no head. */
function authorsOf(rest: string): readonly string[] | undefined {
  if (rest === '') return [];
  const names = rest
    .replace(/^(?:by|von|par|por|di|door|autor:?)\s+/iu, '')
    .split(/\s*(?:,|&|\band\b|\bund\b|\bet\b|\by\b)\s*/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.length <= 4 && names.every((name) => name.length <= 40 && NAME.test(name)) ? names : undefined;
}
