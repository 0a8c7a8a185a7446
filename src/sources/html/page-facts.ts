import type { Day } from '../../core/time/clock-times.ts';
import { parseDate } from '../../core/time/dates.ts';
import { localDay } from '../../core/time/time-zones.ts';
import { attribute, type DomElement, isElement, type Page } from '../body/dom.ts';
import { cleanUrl } from '../body/urls.ts';
import { oneLine } from '../body/whitespace.ts';
import { areKeyPoints, pointsIn } from '../called-points.ts';
import { localeZone, publisherZone } from '../publisher-zones.ts';

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

export function pageFacts(page: Page, base: string, timezone: string | undefined): PageFacts {
  const canonical = cleanUrl(attributeOf(page, 'link[rel=canonical]', 'href') ?? meta(page, 'og:url'), base);
  const url = canonical ?? base;
  const title = meta(page, 'og:title') ?? headingOf(page);
  const publisher = meta(page, 'og:site_name');
  const written = changed(page);
  const changedAt = written === undefined ? undefined : parseDate(written);
  const zone = timezone ?? publisherZone(url, '') ?? zoneWritten(page) ?? zoneOfLocale(page);
  const day = changedAt === undefined ? undefined : localDay(changedAt, zone ?? 'UTC');
  return {
    url,
    ...(title !== '' && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(zone !== undefined && { timezone: zone }),
    ...(changedAt !== undefined && { changedAt }),
    ...(day !== undefined && { day }),
  };
}

const WEEK = 7 * 86_400_000;

/**
 * The moment that "today" and "16 minutes ago" on the page are counted from: when it was fetched – unless it says that it has
 * not changed for long, which is a page that somebody kept. `day`: what an operator knows.
 */
export function asOf(page: Page, fetchedAt: number, day: string | undefined): number {
  const written = modified(page);
  const changedAt = written === undefined ? undefined : parseDate(written);
  if (changedAt !== undefined && changedAt < fetchedAt - WEEK) return changedAt;
  const told = day === undefined ? undefined : parseDate(`${day}T12:00:00Z`);
  return told !== undefined && told < fetchedAt - WEEK ? told : fetchedAt;
}

function modified(page: Page): string | undefined {
  return meta(page, 'article:modified_time') ?? meta(page, 'og:updated_time') ?? meta(page, 'itemprop dateModified');
}

function headingOf(page: Page): string {
  const heading = oneLine(page('h1').first().text());
  return heading === '' ? oneLine(page('title').first().text()) : heading;
}

function changed(page: Page): string | undefined {
  return (
    modified(page) ?? meta(page, 'article:published_time') ?? meta(page, 'itemprop datePublished') ?? meta(page, 'date')
  );
}

function meta(page: Page, name: string): string | undefined {
  return metasOf(page).get(name);
}

const metas = new WeakMap<Page, ReadonlyMap<string, string>>();

/** What the page says of itself, gathered in one walk: a page has some fifty such elements, and we ask for ten. */
function metasOf(page: Page): ReadonlyMap<string, string> {
  const known = metas.get(page);
  if (known !== undefined) return known;
  const said = new Map<string, string>();
  for (const element of page('meta').toArray()) {
    const value = isElement(element) ? oneLine(attribute(element, 'content') ?? '') : '';
    if (value === '' || !isElement(element)) continue;
    const { property, name, itemprop } = element.attribs;
    for (const key of [property, name, itemprop === undefined ? undefined : `itemprop ${itemprop}`]) {
      if (key !== undefined && !said.has(key)) said.set(key, value);
    }
  }
  metas.set(page, said);
  return said;
}

function attributeOf(page: Page, selector: string, name: string): string | undefined {
  const element = page(selector).toArray().find(isElement);
  return element === undefined ? undefined : attribute(element, name);
}

/** The offset that the page writes in its own machine-readable times: where it is written is where its clocks are. */
function zoneWritten(page: Page): string | undefined {
  for (const element of page('time[datetime]').toArray()) {
    const offset = offsetOf(element.attribs.datetime ?? '');
    if (offset !== undefined) return offset;
  }
  return offsetOf(changed(page) ?? '') ?? linkedOffset(page);
}

function offsetOf(written: string): string | undefined {
  const offset = /T\d\d:\d\d.*?([+-]\d\d:?\d\d)$/u.exec(written.trim())?.[1];
  return offset === undefined || /^[+-]00:?00$/u.test(offset) ? undefined : offset;
}

/** The same of what the page says of itself as JSON-LD. */
function linkedOffset(page: Page): string | undefined {
  for (const element of page('script[type="application/ld+json"]').toArray().slice(0, MOST_SCRIPTS)) {
    const text = textIn(element).slice(0, LONGEST_SCRIPT);
    const written = /"date(?:Modified|Published)"\s*:\s*"([^"]{16,40})"/u.exec(text)?.[1];
    const offset = offsetOf(written ?? '');
    if (offset !== undefined) return offset;
  }
  return undefined;
}

const MOST_SCRIPTS = 10;
const LONGEST_SCRIPT = 20_000;

function textIn(script: DomElement): string {
  const [first] = script.children;
  return first !== undefined && 'data' in first ? first.data : '';
}

/** Only where nothing better is known: the locale that the page is written in. */
function zoneOfLocale(page: Page): string | undefined {
  return (
    localeZone(attributeOf(page, 'html', 'lang') ?? '') ??
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
