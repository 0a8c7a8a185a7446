import { type Day, readDay } from '../../../core/time/clock-times.ts';
import { parseDate } from '../../../core/time/dates.ts';
import { asUtc } from '../../../core/time/local-time.ts';
import type { DomElement, Page } from '../../body/dom.ts';
import { headOf, meta } from './head.ts';

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/**
 * The moment that "today" and "16 minutes ago" on the page are counted from: when it was fetched – unless it says that it has
 * not changed for long, which is a page that somebody kept. `day`: what an operator knows.
 */
export function asOf(page: Page, fetchedAt: number, day: string | undefined): number {
  const changedAt = instant(modified(page));
  if (changedAt !== undefined && changedAt < fetchedAt - WEEK) return changedAt;
  const told = day === undefined ? undefined : parseDate(`${day}T12:00:00Z`);
  return told !== undefined && told < fetchedAt - WEEK ? told : fetchedAt;
}

/** What a page says of its last change: of its first publication when it says nothing else. `day`: a date without a time. */
export type Change = { readonly at: number; readonly day?: Day; readonly isFirst?: true };

/**
 * When the page was changed last. When it was published stands in only for a page that somebody kept: a blog that began
 * yesterday goes on today.
 */
export function changeOf(page: Page, fetchedAt: number): Change | undefined {
  const [changed, first] = [modified(page) ?? '', published(page) ?? ''];
  const [changedAt, publishedAt] = [instant(changed), instant(first)];
  if (changedAt !== undefined) return { at: changedAt, ...dayAlone(changed) };
  if (publishedAt === undefined || publishedAt >= fetchedAt - WEEK) return undefined;
  return { at: publishedAt, ...dayAlone(first), isFirst: true };
}

function dayAlone(written: string): { readonly day?: Day } {
  const day = readDay(written.trim());
  return day === undefined ? {} : { day };
}

/** No live blog runs on for a year. */
const LONGEST_RUN = 330 * DAY;

/** The last moment that days on the page may be of: of one that somebody kept, soon after the day it says. */
export function lastDayOf({ changedAt, day }: { changedAt?: number; day?: Day }, fetchedAt: number): number {
  const said = changedAt ?? (day === undefined ? undefined : asUtc(day));
  return said === undefined ? fetchedAt : Math.min(fetchedAt, said + LONGEST_RUN);
}

/** All dates that the page says of itself, as they are written. */
export function datesOf(page: Page): string[] {
  return [modified(page), published(page)].filter((written) => written !== undefined);
}

function instant(written: string | undefined): number | undefined {
  return written === undefined ? undefined : parseDate(written);
}

function modified(page: Page): string | undefined {
  return (
    meta(page, 'article:modified_time') ??
    meta(page, 'og:article:modified_time') ??
    meta(page, 'og:updated_time') ??
    meta(page, 'itemprop dateModified') ??
    linked(page).modified
  );
}

function published(page: Page): string | undefined {
  return (
    meta(page, 'article:published_time') ??
    meta(page, 'og:article:published_time') ??
    meta(page, 'itemprop datePublished') ??
    meta(page, 'date') ??
    linked(page).published
  );
}

type Linked = { readonly modified?: string | undefined; readonly published?: string | undefined };
const known = new WeakMap<Page, Linked>();

/** What the page says of itself as JSON-LD: of the first thing there that has a date. */
function linked(page: Page): Linked {
  const before = known.get(page);
  if (before !== undefined) return before;
  let found: Linked = {};
  for (const element of headOf(page).linkedData.slice(0, MOST_SCRIPTS)) {
    const text = textIn(element).slice(0, LONGEST_SCRIPT);
    found = { modified: MODIFIED.exec(text)?.[1], published: PUBLISHED.exec(text)?.[1] };
    if (found.modified !== undefined || found.published !== undefined) break;
  }
  known.set(page, found);
  return found;
}

const MODIFIED = /"dateModified"\s*:\s*"([^"]{10,40})"/u;
const PUBLISHED = /"datePublished"\s*:\s*"([^"]{10,40})"/u;
const MOST_SCRIPTS = 10;
const LONGEST_SCRIPT = 20_000;

function textIn(script: DomElement): string {
  const [first] = script.children;
  return first !== undefined && 'data' in first ? first.data : '';
}
