import type { Day } from '../../../core/time/clock-times.ts';
import { localDay, zonedInstant } from '../../../core/time/time-zones.ts';
import type { Document } from '../../../ports/source.ts';
import { attribute, type DomElement, type Page, textOf } from '../../body/dom.ts';
import { cleanUrl } from '../../body/urls.ts';
import { oneLine } from '../../body/whitespace.ts';
import { areKeyPoints, pointsIn } from '../../called-points.ts';
import { baseOf } from '../../page.ts';
import { dateLine } from './date-line.ts';
import { type Change, changeOf, datesOf } from './dates.ts';
import { headOf, meta } from './head.ts';
import { offsetOf, zoneOfPage } from './zone.ts';

/** What the head of a page says of the whole. */
export type PageFacts = {
  readonly url: string;
  readonly title?: string;
  readonly publisher?: string;
  /** The zone of its clock times; undefined when nothing tells. */
  readonly timezone?: string;
  /** The locale that the zone was guessed from, for want of anything better. */
  readonly zoneGuessedFrom?: string;
  /** When the page was last changed, epoch ms. */
  readonly changedAt?: number;
  readonly day?: Day;
  /** Nothing on it was written before, epoch ms: it says only when it was published. */
  readonly notBefore?: number;
};

/** `timezone`: what an operator says. */
export function pageFacts(page: Page, document: Document, timezone: string | undefined): PageFacts {
  const base = baseOf(document);
  const canonical = cleanUrl(attributeOf(headOf(page).canonical, 'href') ?? meta(page, 'og:url'), base);
  const url = canonical ?? base;
  const title = meta(page, 'og:title') ?? headingOf(page);
  const publisher = meta(page, 'og:site_name');
  const said = changeOf(page, document.fetchedAt);
  const line = said === undefined ? dateLine(page, document.fetchedAt) : undefined;
  const changedAt = said?.at ?? line?.at;
  const found =
    timezone === undefined
      ? zoneOfPage(page, {
          text: document.text,
          url,
          at: changedAt ?? document.fetchedAt,
          beside: line?.zone,
          offset: zoneWritten(page),
          locales: localesOf(page),
        })
      : { zone: timezone };
  const zone = found?.zone;
  const notBefore = said?.isFirst ? beginningOf(said, zone) : undefined;
  const day = said?.day ?? (changedAt === undefined ? line?.day : localDay(changedAt, zone ?? 'UTC'));
  return {
    url,
    ...(title !== '' && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(zone !== undefined && { timezone: zone }),
    ...(found?.guessedFrom !== undefined && { zoneGuessedFrom: found.guessedFrom }),
    ...(changedAt !== undefined && { changedAt }),
    ...(day !== undefined && { day }),
    ...(notBefore !== undefined && { notBefore }),
  };
}

/** An entry this long before the publication is rather one of the day after: within six hours a page has its first. */
const BEFOREHAND = 18 * 3_600_000;

/** A date without a time is that day where the page is written. */
function beginningOf({ at, day }: Change, zone = 'UTC'): number | undefined {
  return day === undefined ? at - BEFOREHAND : zonedInstant({ ...day, hour: 0, minute: 0, second: 0 }, zone, zone);
}

function headingOf(page: Page): string {
  const { heading, title } = headOf(page);
  // Pictures within have titles of their own.
  const said = heading === undefined ? '' : oneLine(textOf([heading]));
  return said === '' && title !== undefined ? oneLine(page(title).text()) : said;
}

function attributeOf(element: DomElement | undefined, name: string): string | undefined {
  return element === undefined ? undefined : attribute(element, name);
}

/** The offset that the page writes in its own machine-readable times: where it is written is where its clocks are. */
function zoneWritten(page: Page): string | undefined {
  for (const element of headOf(page).times) {
    const offset = offsetOf(element.attribs.datetime ?? '');
    if (offset !== undefined) return offset;
  }
  return datesOf(page)
    .map((written) => offsetOf(written))
    .find((offset) => offset !== undefined);
}

/** The locales that the page is written in. */
function localesOf(page: Page): string[] {
  const locales = [
    attributeOf(headOf(page).html, 'lang'),
    meta(page, 'og:locale') ?? meta(page, 'itemprop inLanguage'),
  ];
  return locales.filter((locale) => locale !== undefined);
}

/** The publisher's own bullets: a list above the entries that is called, or introduced as, the points that matter. */
export function keyPoints(
  lists: readonly DomElement[],
  lineBefore: (list: DomElement) => string,
  names: (list: DomElement) => string,
): string[] {
  for (const list of lists) {
    const points = areKeyPoints(names(list), lineBefore(list)) ? pointsIn(list) : [];
    if (points.length > 0) return points;
  }
  return [];
}
