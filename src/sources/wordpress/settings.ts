import type { Document, Elsewhere } from '../../ports/source.ts';
import { holds } from '../rare-mark.ts';
import { endOfValue } from '../wire/embedded.ts';
import { isObject, textIn } from '../wire/json.ts';
import { absoluteUrl } from '../wire/links.ts';
import { pageAddress } from './addresses.ts';

const NAME = 'liveblog_settings';
/** A page names its settings a few times at most. */
const MENTIONS = 20;
const LONGEST = 100_000;
const REST_MARK = 'https://api.w.org/';

/** What settings name a blog by; those of the plugin's other scripts have none of it. */
const NAMING = ['endpoint_url', 'entriesurl', 'post_id'];

/** What the plugin leaves in a page for its own script. */
export function settingsIn(text: string): unknown {
  if (!holds(text, '_setti')) return undefined;
  let at = text.indexOf(NAME);
  for (let mention = 0; at !== -1 && mention < MENTIONS; mention += 1) {
    const assignment = /^\s*=\s*(?=\{)/u.exec(text.slice(at + NAME.length, at + NAME.length + 20));
    const start = at + NAME.length + (assignment?.[0].length ?? 0);
    const settings = assignment === null ? undefined : objectAt(text.slice(start, start + LONGEST));
    if (settings !== undefined && NAMING.some((name) => textIn(settings, name) !== undefined)) return settings;
    at = text.indexOf(NAME, start);
  }
  return undefined;
}

/**
 * Where the entries of a page are: from the settings the plugin leaves for its own script, or its empty container; undefined
 * when the page names nothing.
 */
export function entriesOf(document: Document): Elsewhere | undefined {
  const easy = easyLiveblogOf(document);
  if (easy !== undefined) return easy;
  const settings = settingsIn(document.text) ?? containerIn(document.text);
  if (settings === undefined) return undefined;
  const root = rootOf(settings, document);
  if (root === undefined) return undefined;
  const rest = /\/liveblog\/v1\/\d+\/?$/u.test(root);
  const url = root.endsWith('/') ? root : `${root}/`;
  return {
    elsewhere: rest ? pageAddress(url, 1) : `${url}0/${Math.floor(document.fetchedAt / 1000)}/`,
    kind: 'wordpress',
    why: 'the page is a WordPress live blog, whose entries the plugin gives out by its own API',
    ...(isArchived(document, settings) && { ended: true }),
  };
}

/** The empty element that the plugin's script fills, with the post's number for its class. */
function containerIn(text: string): unknown {
  const at = text.indexOf('"wpcom-liveblog-container"');
  const tag = at === -1 ? '' : text.slice(Math.max(0, at - 200), at + 200);
  const post =
    /id="wpcom-liveblog-container"[^<>]*\sclass="(\d+)"/u.exec(tag)?.[1] ??
    /class="(\d+)"[^<>]*\sid="wpcom-liveblog-container"/u.exec(tag)?.[1];
  return post === undefined ? undefined : { post_id: post };
}

/** The plugin Easy Liveblogs names its API in the element that its script fills. */
function easyLiveblogOf({ text, url }: Document): Elsewhere | undefined {
  const at = text.indexOf('/easy-liveblogs/v1/liveblog/');
  if (at === -1) return undefined;
  const tag = /<div\b[^<>]*\bdata-endpoint="([^"]+)"[^<>]*>/u.exec(
    text.slice(Math.max(0, text.lastIndexOf('<', at)), at + 2000),
  );
  const elsewhere = absoluteUrl(tag?.[1]?.replaceAll('&amp;', '&'), url);
  if (tag === null || elsewhere === undefined) return undefined;
  const ended = tag[0].includes('data-status="closed"') ? ({ ended: true } as const) : {};
  return {
    elsewhere,
    kind: 'wordpress',
    why: 'the page is a live blog of the WordPress plugin Easy Liveblogs, which gives its updates out by an API',
    ...ended,
  };
}

/** The plugin's own word for a blog that takes no more entries, in its settings or on its elements. */
export function isArchived({ text }: Document, settings: unknown = settingsIn(text)): boolean {
  return (
    textIn(settings, 'state') === 'archive' ||
    text.includes('data-is-archived="true"') ||
    /class="[^"]{0,200}\bliveblog-archived/u.test(text)
  );
}

function rootOf(settings: unknown, document: Document): string | undefined {
  const written = absoluteUrl(textIn(settings, 'endpoint_url') ?? textIn(settings, 'entriesurl'), document.url);
  if (written !== undefined) return written;
  const post = textIn(settings, 'post_id');
  const mark = document.text.indexOf(REST_MARK);
  const around = mark === -1 ? '' : document.text.slice(Math.max(0, mark - 300), mark + 300);
  const link = /<link\s[^<>]*https:\/\/api\.w\.org\/[^<>]*>/u.exec(around)?.[0];
  const api = absoluteUrl(/href=["']([^"']+)["']/u.exec(link ?? '')?.[1], document.url);
  if (post === undefined || !/^\d+$/u.test(post) || api === undefined) return undefined;
  return `${api.replace(/\/?$/u, '/')}liveblog/v1/${post}/`;
}

function objectAt(text: string): unknown {
  return parsed(text.slice(0, endOfValue(text, 0)));
}

function parsed(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined; // settings that are cut off name no endpoint; the caller says so
  }
}
