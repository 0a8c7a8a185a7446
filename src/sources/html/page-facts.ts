import type { Day } from '../../core/time/clock-times.ts';
import { localDay } from '../../core/time/time-zones.ts';
import { attribute, type DomElement, type Page, textOf } from '../body/dom.ts';
import { cleanUrl } from '../body/urls.ts';
import { oneLine } from '../body/whitespace.ts';
import { areKeyPoints, pointsIn } from '../called-points.ts';
import { localeZone, publisherZone } from '../publisher-zones.ts';
import { dateLine } from './date-line.ts';
import { changeOf, datesOf } from './page-dates.ts';
import { headOf, meta } from './page-head.ts';

/** What the head of a page says of the whole. */
export type PageFacts = {
  readonly url: string;
  readonly title?: string;
  readonly publisher?: string;
  /** The zone of its clock times; undefined when nothing tells. */
  readonly timezone?: string;
  /** When the page was last changed, epoch ms. */
  readonly changedAt?: number;
  readonly day?: Day;
};

export function pageFacts(page: Page, base: string, timezone: string | undefined, fetchedAt: number): PageFacts {
  const canonical = cleanUrl(attributeOf(headOf(page).canonical, 'href') ?? meta(page, 'og:url'), base);
  const url = canonical ?? base;
  const title = meta(page, 'og:title') ?? headingOf(page);
  const publisher = meta(page, 'og:site_name');
  const changedAt = changeOf(page, fetchedAt);
  const sure = timezone ?? publisherZone(url, '') ?? zoneWritten(page);
  const line = changedAt === undefined || sure === undefined ? dateLine(page, fetchedAt) : undefined;
  const zone = sure ?? line?.zone ?? zoneOfLocale(page);
  const day = changedAt === undefined ? line?.day : localDay(changedAt, zone ?? 'UTC');
  return {
    url,
    ...(title !== '' && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(zone !== undefined && { timezone: zone }),
    ...(changedAt !== undefined && { changedAt }),
    ...(day !== undefined && { day }),
  };
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

function offsetOf(written: string): string | undefined {
  const offset = /T\d\d:\d\d.*?([+-]\d\d:?\d\d)$/u.exec(written.trim())?.[1];
  return offset === undefined || /^[+-]00:?00$/u.test(offset) ? undefined : offset;
}

/** Only where nothing better is known: the locale that the page is written in. */
function zoneOfLocale(page: Page): string | undefined {
  return (
    localeZone(attributeOf(headOf(page).html, 'lang') ?? '') ??
    localeZone(meta(page, 'og:locale') ?? meta(page, 'itemprop inLanguage') ?? '')
  );
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
