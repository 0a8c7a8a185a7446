import type { Media } from '../../core/entry.ts';
import { attribute, childrenOf, type DomElement, findElement, isElement, textOf, walk } from './dom.ts';
import { isHidden } from './furniture.ts';
import { mediaUrl } from './urls.ts';
import { oneLine } from './whitespace.ts';

/** Something another site shows inside the page. `quotes`: its own text stands in the element and is worth reading. */
export type Embed = { readonly media: Media; readonly quotes: boolean };

type Reader = (element: DomElement, base: string) => string | undefined;

/** Placeholders that a network's script turns into a card: the class that marks them, and where the address is. */
const CARDS: readonly (readonly [RegExp, Reader])[] = [
  [
    /twitter-(?:tweet|video)|tweet-?embed/iu,
    (element, base) => lastLink(element, base, /(?:twitter|x)\.com\/.+\/status/iu),
  ],
  [
    /instagram-media/iu,
    (element, base) => at(element, base, 'data-instgrm-permalink') ?? lastLink(element, base, /instagram\.com/iu),
  ],
  [/tiktok-embed/iu, (element, base) => at(element, base, 'cite')],
  [
    /fb-(?:post|video)/iu,
    (element, base) => at(element, base, 'data-href') ?? lastLink(element, base, /facebook\.com/iu),
  ],
  [/bluesky-embed/iu, (element, base) => lastLink(element, base, /bsky\.app\/profile\/.+\/post/iu)],
  [/reddit-(?:embed|card)/iu, (element, base) => lastLink(element, base, /reddit\.com/iu)],
  [/mastodon-embed/iu, (element, base) => at(element, base, 'data-embed-url') ?? at(element, base, 'src')],
  [/imgur-embed/iu, (element, base) => lastLink(element, base, /imgur\.com/iu)],
  [/telegram-post/iu, (element, base) => lastLink(element, base, /t\.me/iu)],
];

/** The card an element stands for; undefined when it is none. */
export function cardOf(element: DomElement, base: string): Embed | undefined {
  const name = element.attribs.class;
  if (name === undefined || name.length > 500) return undefined;
  const card = CARDS.find(([mark]) => mark.test(name));
  if (card === undefined) return undefined;
  const url = card[1](element, base);
  return url === undefined ? undefined : { media: { type: 'embed', url }, quotes: true };
}

/** A player or frame: `iframe`, `video`, `audio`, `embed`, `object`, `amp-…`, and Telegram's script. */
export function frameOf(element: DomElement, base: string): Media | undefined {
  if (element.name === 'script') return telegramOf(element);
  if (isHidden(element)) return undefined;
  if (element.name === 'video' || element.name === 'audio') return playerOf(element, base);
  const amp = ampUrl(element);
  if (amp !== undefined) return framed(amp, titleOf(element), base);
  if (!['iframe', 'embed', 'object'].includes(element.name)) return undefined;
  const url = ['src', 'data-src', 'data-lazy-src', 'data-url', 'data']
    .map((name) => at(element, base, name))
    .find(Boolean);
  return url === undefined || isCounter(element, url) ? undefined : framed(url, titleOf(element), base);
}

/** What stands in a frame that a source names by its address; undefined for adverts and counters. */
export function namedFrame(url: string, title: string, base: string): Media | undefined {
  return FRAMES_OF_NOBODY.test(url) ? undefined : framed(url, title, base);
}

/** A file to play that a source names by its address. */
export function namedPlayer(type: 'video' | 'embed', url: string, title: string): Media {
  return { type, url, ...titled(title) };
}

function telegramOf(element: DomElement): Media | undefined {
  const post = attribute(element, 'data-telegram-post');
  return post !== undefined && /^\w+\/\d+$/u.test(post) ? { type: 'embed', url: `https://t.me/${post}` } : undefined;
}

function playerOf(element: DomElement, base: string): Media | undefined {
  const source = findElement(childrenOf(element), (child) => child.name === 'source');
  const url = at(element, base, 'src') ?? at(element, base, 'data-src') ?? (source && at(source, base, 'src'));
  if (url === undefined) return undefined;
  return namedPlayer(element.name === 'video' ? 'video' : 'embed', url, titleOf(element));
}

function ampUrl(element: DomElement): string | undefined {
  if (!/^(?:amp|lite)-/u.test(element.name)) return undefined;
  const id = (name: string) => attribute(element, name);
  if (element.name === 'amp-youtube' || element.name === 'lite-youtube') {
    const video = id('data-videoid') ?? id('videoid');
    return video === undefined ? undefined : `https://www.youtube.com/watch?v=${encodeURIComponent(video)}`;
  }
  if (element.name === 'amp-twitter' && id('data-tweetid')) return `https://x.com/i/status/${id('data-tweetid')}`;
  if (element.name === 'amp-instagram' && id('data-shortcode'))
    return `https://www.instagram.com/p/${id('data-shortcode')}/`;
  return element.name === 'amp-iframe' ? id('src') : undefined;
}

function framed(address: string, title: string, base: string): Media | undefined {
  const url = mediaUrl(address, base);
  if (url === undefined) return undefined;
  const watch = watchUrl(url);
  return { type: watch === undefined ? 'embed' : 'video', url: watch ?? url, ...titled(title) };
}

const VIDEO =
  /(?:vimeo\.com|dailymotion\.com|brightcove|jwplatform|jwplayer|twitch\.tv|wistia|streamable\.com|facebook\.com\/plugins\/video|\/video\/embed|kaltura|ooyala)/iu;

/** Where a person watches what a player frame plays; undefined when the frame is no video player. */
export function watchUrl(url: string): string | undefined {
  const youtube = /(?:youtube(?:-nocookie)?\.com\/(?:embed|v|live)\/|youtu\.be\/)([\w-]{6,})/iu.exec(url)?.[1];
  if (youtube !== undefined && youtube !== 'videoseries') return `https://www.youtube.com/watch?v=${youtube}`;
  const vimeo = /player\.vimeo\.com\/video\/(\d+)/iu.exec(url)?.[1];
  if (vimeo !== undefined) return `https://vimeo.com/${vimeo}`;
  const dailymotion = /dailymotion\.com\/embed\/video\/(\w+)/iu.exec(url)?.[1];
  if (dailymotion !== undefined) return `https://www.dailymotion.com/video/${dailymotion}`;
  return VIDEO.test(url) || /youtube\.com\/watch/iu.test(url) ? url : undefined;
}

const FRAMES_OF_NOBODY =
  /doubleclick|googlesyndication|googletagmanager|adservice|adsystem|taboola|outbrain|\/ads?\/|recaptcha|about:blank|disqus\.com|facebook\.com\/plugins\/(?:like|share)|platform\.twitter\.com\/widgets\/(?:tweet_button|follow)/iu;

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

function lastLink(element: DomElement, base: string, mark: RegExp): string | undefined {
  let found: string | undefined;
  for (const node of walk([element])) {
    if (!isElement(node) || node.name !== 'a') continue;
    const href = attribute(node, 'href');
    if (href !== undefined && mark.test(href)) found = mediaUrl(href, base) ?? found;
  }
  return found?.replace(/\?(?:ref_src|ref_url|s|t)=[^#]*$/u, '');
}

/** Words that stand in an embed's placeholder for its script to replace, in no language worth keeping. */
export function isPlaceholderText(text: string): boolean {
  return (
    text === '' ||
    /^(?:view this post on instagram|a post shared by .*|loading|view on (?:x|twitter))$/iu.test(oneLine(text))
  );
}

/** Length of the text in an element, for deciding whether an embed says anything. */
export function hasOwnText(element: DomElement): boolean {
  return !isPlaceholderText(textOf(childrenOf(element)).trim());
}
