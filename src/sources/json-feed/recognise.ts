import type { Document, Recognition } from '../../ports/source.ts';
import { holds } from '../rare-mark.ts';

const HEAD = 4096;
const VERSION = /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/version\\?\//;
/** What feeds still have that name the version wrongly or not at all. */
const NAMES =
  /"(?:home_page_url|feed_url|content_html|content_text|date_published|date_modified)"\s*:|"version"\s*:\s*"1(?:\.[01])?"/;
/** Smaller than this are feeds of which none of those names is in the head. */
const SMALL = 65_536;
const FEED =
  'version title home_page_url feed_url description user_comment next_url icon favicon author authors language expired hubs items';
const ITEM =
  'id url external_url title content_html content_text summary image banner_image date_published date_modified author authors tags language attachments';
const FEED_NAMES = new Set(FEED.split(' '));
const ITEM_NAMES = new Set(ITEM.split(' '));

/** How sure we are that a document is a JSON Feed (1.0 or 1.1), by its version, its names, or by having no others. */
export function recogniseJsonFeed({ text, contentType }: Document): Recognition {
  if (!/^[\s\ufeff]*\{/.test(text.slice(0, 200))) return 'no';
  if (saysVersion(text.slice(0, HEAD)) || saysVersion(text.slice(-HEAD))) return 'sure';
  if (contentType === 'application/feed+json') return 'likely';
  if (!/"items"\s*:/.test(text)) return 'no';
  return NAMES.test(text.slice(0, HEAD)) || (text.length < SMALL && hasNoOtherNames(text)) ? 'likely' : 'no';
}

function saysVersion(part: string): boolean {
  return holds(part, 'jsonfe') && VERSION.test(part);
}

/** Whether a feed and its items, of which there is at least one, have none but the names of the format and extensions. */
function hasNoOtherNames(text: string): boolean {
  const feed = parsed(text.replace(/^\ufeff/, ''));
  if (!areNames(feed, FEED_NAMES) || !Array.isArray(feed.items) || feed.items.length === 0) return false;
  return feed.items.every((item) => areNames(item, ITEM_NAMES));
}

function areNames(value: unknown, known: ReadonlySet<string>): value is Record<string, unknown> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const names = isObject ? Object.keys(value) : [];
  return names.some((name) => known.has(name)) && names.every((name) => known.has(name) || name.startsWith('_'));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not this, whatever it is
  }
}
