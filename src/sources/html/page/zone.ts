import { anyPattern, eitherCase, inAll } from '../../../core/languages/in-all.ts';
import { isZoneAbbreviation, zonedInstant } from '../../../core/time/time-zones.ts';
import { type DomElement, type DomNode, isElement, nodesOf, type Page, pushChildren } from '../../body/dom.ts';
import { shortText } from '../../body/short-text.ts';
import { localeZone, publisherZone } from '../../publisher-zones.ts';

/** `guessedFrom`: nothing but the locale of the page speaks for it ("en-GB"). */
export type PageZone = { readonly zone: string; readonly guessedFrom?: string };

export type ZoneSigns = {
  /** The page as it was written. */
  readonly text: string;
  /** The page's own address. */
  readonly url: string;
  /** When it was last changed, or read, epoch ms: what an offset means depends on the time of the year. */
  readonly at: number;
  /** The zone beside the date under its heading. */
  readonly beside: string | undefined;
  /** Offsets in the page's machine-readable times ("+02:00"). */
  readonly offset: string | undefined;
  /** Its locales, the surest first. */
  readonly locales: readonly string[];
};

/**
 * The zone of a page's clock times: as the page says in words, else where its machine-readable times are written, else its
 * publisher's, else a guess by its locale. A zone with a summer and a winter that agrees with the offset goes before it.
 */
export function zoneOfPage(page: Page, { text, url, at, beside, offset, locales }: ZoneSigns): PageZone | undefined {
  const publisher = publisherZone(url, '');
  const [guess] = locales.flatMap((locale) => {
    const zone = localeZone(locale);
    return zone === undefined ? [] : [{ zone, guessedFrom: locale }];
  });
  const said = (MAY_SAY.some((sign) => sign.test(text)) ? zoneSaid(page) : undefined) ?? beside ?? offset;
  if (said === undefined) return publisher === undefined ? guess : { zone: publisher };
  const home = [publisher, guess?.zone].find((zone) => zone !== undefined && agree(zone, said, at));
  return { zone: home ?? said };
}

/** Noon of that day is the same moment in both. */
function agree(zone: string, other: string, at: number): boolean {
  const day = new Date(at);
  const noon = { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate(), hour: 12, minute: 0 };
  const instant = zonedInstant(noon, zone);
  return instant !== undefined && instant === zonedInstant(noon, other, zone);
}

const SAID_OF_ALL = anyPattern(inAll(({ times }) => times?.allTimes));

/** One of these stands in every page that names its zone in words; most have none, and asking their lines costs more. */
const MAY_SAY = [/\d[:.h]\d\d ?(?:[AaPp]\.?[Mm]\.?)? ?\(?[A-Z]{2,4}\b/, new RegExp(eitherCase(SAID_OF_ALL), 'u')];
/** What lines are called that say when a page was written. */
const CALLED = /updat|publish|date|time|byline|notice|note/u;
/** "All times Eastern." */
const NORTH_AMERICAN: Readonly<Record<string, string>> = {
  Eastern: 'ET',
  Central: 'CT',
  Mountain: 'MT',
  Pacific: 'PT',
  Atlantic: 'AT',
};
const MOST_LINES = 400;
const LONGEST_LINE = 160;
const ALL_TIMES = new RegExp(String.raw`(?<!\p{L})${SAID_OF_ALL}(?!\p{L})`, 'iu');
const ZONE = /(?<![\p{L}\d])([A-Z]{2,4})(?![\p{L}\d])/gu;
const CLOCK_WITH_ZONE = /(?<!\d)\d{1,2}[:.h]\d{2}\s?(?:[ap]\.?m\.?)?\s?\(?([A-Z]{2,4})(?![\p{L}\d])/iu;

/** No zone is written without such letters, or one of the names. */
const CAPITALS = /[A-Z]{2}|(?:Easter|Centra|Mountai|Pacifi|Atlanti)[nlc]/u;

/** "All times are in GMT"; "Updated 14:05 BST", where no line says another. */
function zoneSaid(page: Page): string | undefined {
  const beside = new Set<string>();
  for (const element of linesOf(page)) {
    const line = shortText(element, LONGEST_LINE) ?? '';
    if (!CAPITALS.test(line)) continue;
    if (ALL_TIMES.test(line)) {
      const named =
        [...line.matchAll(ZONE)].map(([, name = '']) => name).find(isZoneAbbreviation) ??
        NORTH_AMERICAN[/\b(?:Eastern|Central|Mountain|Pacific|Atlantic)\b/u.exec(line)?.[0] ?? ''];
      if (named !== undefined) return named;
    }
    const zone = CLOCK_WITH_ZONE.exec(line)?.[1];
    if (zone !== undefined && zone === zone.toUpperCase() && isZoneAbbreviation(zone)) beside.add(zone);
  }
  const [only] = beside;
  return beside.size === 1 ? only : undefined;
}

function linesOf(page: Page): DomElement[] {
  const lines: DomElement[] = [];
  const stack: DomNode[] = [...nodesOf(page)].reverse();
  for (let node = stack.pop(); node !== undefined && lines.length < MOST_LINES; node = stack.pop()) {
    if (isElement(node) && isLine(node)) lines.push(node);
    pushChildren(node, stack);
  }
  return lines;
}

function isLine({ name, attribs }: DomElement): boolean {
  if (name === 'p' || name === 'time' || name === 'small') return true;
  return attribs.class !== undefined && CALLED.test(attribs.class);
}

/** The offset with which the page writes a time, where it is one: "Z" is what programs write of any place. */
export function offsetOf(written: string): string | undefined {
  const offset = /T\d\d:\d\d.*?([+-]\d\d:?\d\d)$/u.exec(written.trim())?.[1];
  return offset === undefined || /^[+-]00:?00$/u.test(offset) ? undefined : offset;
}
