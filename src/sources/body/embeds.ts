import type { Media } from '../../core/entry.ts';
import { addressPart } from '../../core/web-address.ts';
import { attribute, childrenOf, type DomElement, isElement, isText, walk } from './dom.ts';
import { openedAt, watchUrl } from './embed-addresses.ts';
import { isHidden } from './furniture.ts';
import { cleanUrl, mediaUrl } from './urls.ts';
import { oneLine } from './whitespace.ts';

const MAYBE_FRAME = /^(?:iframe|embed|object|video|audio)$|-/u;
const FRAMES = new Set(['iframe', 'embed', 'object']);
/** Where a frame, or a script that loads it late, keeps its address. */
const ADDRESSES = ['src', 'data-src', 'data-lazy-src', 'data-url', 'data'];
const PLAYERS = new Set(['video', 'audio', 'amp-video', 'amp-audio']);

/** A player or frame: `iframe`, `video`, `audio`, `embed`, `object`, `amp-…`, and Telegram's script. */
export function frameOf(element: DomElement, base: string): Media | undefined {
  if (element.name === 'script') return telegramOf(element);
  if (element.name === 'a') return filmBehind(element);
  if (!MAYBE_FRAME.test(element.name) || isHidden(element)) return undefined;
  if (PLAYERS.has(element.name)) return playerOf(element, base);
  const amp = Object.hasOwn(IDS, element.name) ? IDS[element.name]?.(element) : undefined;
  if (amp !== undefined) return framed(amp, titleOf(element), base);
  if (!FRAMES.has(element.name)) return undefined;
  const url = firstAddress(element, base);
  return url === undefined || isCounter(element, url) ? undefined : framed(url, titleOf(element), base);
}

/** What stands in a frame that a source names by its address; undefined for adverts and counters. */
export function namedFrame(url: string, title: string, base: string): Media | undefined {
  return FRAMES_OF_NOBODY.test(url) ? undefined : framed(url, title, base);
}

function firstAddress(element: DomElement, base: string): string | undefined {
  for (const name of ADDRESSES) {
    const url = at(element, base, name);
    if (url !== undefined) return url;
  }
  return undefined;
}

/** A file to play that a source names by its address. */
export function namedPlayer(type: 'video' | 'embed', url: string, title: string): Media {
  return { type, url, ...titled(title) };
}

function telegramOf(element: DomElement): Media | undefined {
  const post = attribute(element, 'data-telegram-post');
  return post !== undefined && /^\w+\/\d+$/u.test(post) ? { type: 'embed', url: `https://t.me/${post}` } : undefined;
}

/** A still that leads to where the film is watched. */
function filmBehind(element: DomElement): Media | undefined {
  const still = childrenOf(element).find((node) => isElement(node) || (isText(node) && node.data.trim() !== ''));
  if (still === undefined || !isElement(still) || !/^(?:img|picture)$/u.test(still.name)) return undefined;
  const url = watchUrl(element.attribs.href ?? '');
  return url === undefined ? undefined : { type: 'video', url };
}

function playerOf(element: DomElement, base: string): Media | undefined {
  const sources = childrenOf(element).filter((node): node is DomElement => isElement(node) && node.name === 'source');
  // A list of pieces (m3u8) plays in few programs.
  const source = sources.find(({ attribs }) => !/mpegurl|dash/iu.test(attribs.type ?? '')) ?? sources[0];
  const url = at(element, base, 'src') ?? at(element, base, 'data-src') ?? (source && at(source, base, 'src'));
  if (url !== undefined) return namedPlayer(element.name.endsWith('video') ? 'video' : 'embed', url, titleOf(element));
  const still = at(element, base, 'poster');
  return still === undefined ? undefined : { type: 'image', url: still };
}

/** Players that are elements of their own: where their film is told from. */
const IDS: Readonly<Record<string, (element: DomElement) => string | undefined>> = {
  'amp-youtube': (element) => of('https://www.youtube.com/watch?v=', element, 'data-videoid'),
  'lite-youtube': (element) => of('https://www.youtube.com/watch?v=', element, 'videoid'),
  'amp-vimeo': (element) => of('https://vimeo.com/', element, 'data-videoid'),
  'lite-vimeo': (element) => of('https://vimeo.com/', element, 'videoid'),
  'amp-dailymotion': (element) => of('https://www.dailymotion.com/embed/video/', element, 'data-videoid'),
  'amp-twitter': (element) => of('https://x.com/i/status/', element, 'data-tweetid'),
  'twitter-widget': (element) => of('https://x.com/i/status/', element, 'data-tweet-id'),
  'amp-instagram': (element) => of('https://www.instagram.com/p/', element, 'data-shortcode', '/'),
  'amp-facebook': (element) => attribute(element, 'data-href'),
  'amp-tiktok': (element) => attribute(element, 'data-src'),
  'amp-reddit': (element) => attribute(element, 'data-src'),
  'amp-iframe': (element) => attribute(element, 'src'),
  'amp-brightcove': brightcove,
  'video-js': brightcove,
  'amp-jwplayer': (element) =>
    of('https://cdn.jwplayer.com/players/', element, 'data-media-id', `-${attribute(element, 'data-player-id')}.html`),
};

function of(site: string, element: DomElement, name: string, end = ''): string | undefined {
  const id = attribute(element, name);
  return id === undefined ? undefined : `${site}${addressPart(id)}${end}`;
}

function brightcove(element: DomElement): string | undefined {
  const account = attribute(element, 'data-account');
  const player = `${attribute(element, 'data-player') ?? 'default'}_default`;
  return account === undefined
    ? undefined
    : of(`https://players.brightcove.net/${account}/${player}/index.html?videoId=`, element, 'data-video-id');
}

function framed(address: string, title: string, base: string): Media | undefined {
  const url = mediaUrl(address, base);
  if (url === undefined) return undefined;
  const opened = openedAt(url);
  return { type: opened.film ? 'video' : 'embed', url: opened.url, ...titled(title) };
}

const FRAMES_OF_NOBODY =
  /doubleclick|googlesyndication|googletagmanager|adservice|adsystem|taboola|outbrain|\/ads?\/|recaptcha|about:blank|disqus\.com|newsletter|\/(?:sign-?up|subscribe)\b|facebook\.com\/plugins\/(?:like|share)|platform\.twitter\.com\/widgets\/(?:tweet_button|follow)/iu;

function isCounter(element: DomElement, url: string): boolean {
  const width = attribute(element, 'width');
  const height = attribute(element, 'height');
  if (width === '0' || width === '1' || height === '0' || height === '1') return true;
  return FRAMES_OF_NOBODY.test(url);
}

const TITLES_OF_NOTHING =
  /^(?:youtube video player|video player|embedded? (?:content|video|tweet)|iframe|player|tweet|embed)$/iu;

function titleOf(element: DomElement): string {
  return attribute(element, 'title') ?? attribute(element, 'aria-label') ?? '';
}

function titled(written: string): { caption?: string } {
  const title = oneLine(written);
  return title === '' || title.length > 300 || TITLES_OF_NOTHING.test(title) ? {} : { caption: title };
}

function at(element: DomElement, base: string, name: string): string | undefined {
  return mediaUrl(attribute(element, name), base);
}

/** Attributes in which boxes that ask first keep the address of what they would show. */
const ASKED = ['data-url', 'data-src', 'data-href', 'data-embed-url', 'data-iframe-src', 'data-content-url', 'src'];
const ASKS = /consent|opt-?in|placeholder/iu;
const NETWORKS =
  /\/\/(?:[\w-]+\.)*(?:twitter\.com|x\.com|instagram\.com|facebook\.com|youtube(?:-nocookie)?\.com|youtu\.be|tiktok\.com|t\.me|bsky\.app|threads\.(?:net|com)|vimeo\.com|dailymotion\.com|reddit\.com|linkedin\.com|spotify\.com|soundcloud\.com|datawrapper\.de|dwcdn\.net|flourish\.studio|infogram\.com)\/\S/iu;

/** What a box shows that asks for leave first ("Allow content of X?"); undefined when it is none or leads nowhere. */
export function askedFor(element: DomElement, base: string): Media | undefined {
  if (!ASKS.test(element.attribs.class ?? '')) return undefined;
  for (const node of walk([element])) {
    if (!isElement(node)) continue;
    const written = node.name === 'a' ? [node.attribs.href] : ASKED.map((name) => node.attribs[name]);
    const url = written.map((address) => cleanUrl(address, base)).find((address) => NETWORKS.test(address ?? ''));
    if (url !== undefined) return framed(url, titleOf(node), base);
  }
  return undefined;
}
