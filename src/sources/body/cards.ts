import type { Media } from '../../core/entry.ts';
import { anyPattern, inAll } from '../../core/languages/in-all.ts';
import { attribute, childrenOf, type DomElement, findElement, isElement, textOf, walk } from './dom.ts';
import { blueskyAddress, flourishAddress, openedAt, tweetAddress } from './embed-addresses.ts';
import { shortText } from './short-text.ts';
import { cleanUrl } from './urls.ts';
import { oneLine } from './whitespace.ts';

type Reader = (element: DomElement, base: string) => string | undefined;

const named =
  (name: string): Reader =>
  (element, base) =>
    cleanUrl(attribute(element, name), base);

const STATUS = /(?:twitter|x)\.com\/.+\/status/iu;

/** Placeholders that a network's script turns into a card: the class that marks them, and where the address is. */
const CARDS: readonly (readonly [RegExp, ...Reader[]])[] = [
  [
    /twitter-(?:tweet|video)|tweet-?embed|embed-tweet|js-tweet/iu,
    (element, base) => lastLink(element, base, STATUS),
    (element) => tweetAddress(attribute(element, 'data-tweet-id')),
  ],
  [
    /instagram-media/iu,
    named('data-instgrm-permalink'),
    (element, base) => lastLink(element, base, /instagram\.com/iu),
  ],
  [/tiktok-embed/iu, named('cite')],
  [/fb-(?:post|video)/iu, named('data-href'), (element, base) => lastLink(element, base, /facebook\.com/iu)],
  [
    /bluesky-embed/iu,
    (element, base) => lastLink(element, base, /bsky\.app\/profile\/.+\/post/iu),
    (element) => blueskyAddress(attribute(element, 'data-bluesky-uri')),
  ],
  [/reddit-(?:embed|card)/iu, (element, base) => lastLink(element, base, /reddit\.com\/.+\/comments\//iu)],
  [/(?:mastodon|truthsocial)-embed/iu, named('data-embed-url'), named('src')],
  [/text-post-media/iu, named('data-text-post-permalink')],
  [/imgur-embed/iu, (element, base) => lastLink(element, base, /imgur\.com/iu)],
  [/telegram-post/iu, (element, base) => lastLink(element, base, /t\.me/iu)],
  [/flourish-embed/iu, (element) => flourishAddress(attribute(element, 'data-src'))],
  [/infogram-embed/iu, (element) => idAddress(element, 'https://infogram.com/')],
  [/youtube/iu, (element) => youtubeAddress(attribute(element, 'data-id') ?? attribute(element, 'data-videoid'))],
  [/wp-block-embed(?!_)/iu, writtenAddress],
];

/** Part of every class above; most elements have none of them. */
const ANY = /tweet|twitter|instagram-|tiktok-|fb-|-embed|reddit|text-post|telegram|youtube/iu;

/** Attributes that mark a card by themselves. */
const MARKS: readonly (readonly [string, Reader])[] = [
  ['data-tweet-id', (element) => tweetAddress(attribute(element, 'data-tweet-id'))],
  ['data-youtube-id', (element) => youtubeAddress(attribute(element, 'data-youtube-id'))],
  ['data-oembed-url', named('data-oembed-url')],
];

/** The card an element stands for; undefined when it is none. Its own text stands in the element and may be worth reading. */
export function cardOf(element: DomElement, base: string): Media | undefined {
  const url =
    element.name === 'oembed' ? named('url')(element, base) : (byClass(element, base) ?? byMark(element, base));
  if (url === undefined) return undefined;
  const opened = openedAt(url);
  const shared = sharedBy(element);
  return {
    type: opened.film ? 'video' : 'embed',
    url: opened.url,
    ...(shared !== undefined && { caption: shared }),
  };
}

function byClass(element: DomElement, base: string): string | undefined {
  const name = element.attribs.class;
  if (name === undefined || name.length > 500 || !ANY.test(name)) return undefined;
  const readers = CARDS.find(([mark]) => mark.test(name));
  if (readers === undefined) return undefined;
  for (const reader of readers.slice(1) as Reader[]) {
    const url = reader(element, base);
    if (url !== undefined) return url;
  }
  return undefined;
}

function byMark(element: DomElement, base: string): string | undefined {
  for (const [name, read] of MARKS) if (element.attribs[name] !== undefined) return read(element, base);
  return undefined;
}

function idAddress(element: DomElement, site: string): string | undefined {
  const id = attribute(element, 'data-id');
  return id !== undefined && /^[\w-]+$/u.test(id) ? `${site}${id}` : undefined;
}

function youtubeAddress(id: string | undefined): string | undefined {
  return id !== undefined && /^[\w-]{11}$/u.test(id) ? `https://www.youtube.com/watch?v=${id}` : undefined;
}

/** WordPress leaves the bare address where it could not ask the network for more. */
function writtenAddress(element: DomElement, base: string): string | undefined {
  // Its caption stands beside it.
  const box = findElement(childrenOf(element), ({ attribs }) => BOX.test(attribs.class ?? '')) ?? element;
  const text = shortText(box, 300) ?? '';
  return ADDRESS.test(text) && findElement([element], isFrame) === undefined ? cleanUrl(text, base) : undefined;
}

const BOX = /(?:^|\s)wp-block-embed__wrapper(?:\s|$)/u;

function isFrame({ name }: DomElement): boolean {
  return name === 'iframe' || name === 'blockquote';
}

/** The last link of a post is its own; a post it quotes is a quote within it. */
function lastLink(element: DomElement, base: string, mark: RegExp): string | undefined {
  let found: string | undefined;
  for (const node of walk([element])) {
    if (!isElement(node) || node.name !== 'a') continue;
    const href = attribute(node, 'href');
    if (href !== undefined && mark.test(href) && !isQuoted(node, element)) found = cleanUrl(href, base) ?? found;
  }
  return found;
}

function isQuoted(node: DomElement, post: DomElement): boolean {
  for (let at = node.parent; at !== null && at !== post; at = at.parent) {
    if (isElement(at) && at.name === 'blockquote') return true;
  }
  return false;
}

/** What stands in a placeholder for its script to replace. */
const VIEW = new RegExp(`^${anyPattern(inAll(({ cards }) => cards?.view))}$`, 'iu');
const SHARED = new RegExp(`^${anyPattern(inAll(({ cards }) => cards?.shared))}`, 'iu');

/** True for elements of a card that say nothing of the post: what its script replaces, and the card's own address. */
export function isPlaceholder(element: DomElement, card: Media, base: string): boolean {
  const text = shortText(element, 300);
  if (text === undefined || text === '') return false;
  if (ADDRESS.test(text)) return [attribute(element, 'href'), text].some((said) => leadsTo(card, said, base));
  return text.length <= 120 && (VIEW.test(text) || SHARED.test(text));
}

const ADDRESS = /^https?:\/\/\S+$/iu;

function leadsTo(card: Media, address: string | undefined, base: string): boolean {
  const url = cleanUrl(address, base);
  return url !== undefined && openedAt(url).url === card.url;
}

function sharedBy(element: DomElement): string | undefined {
  const said = findElement(childrenOf(element), (node) => {
    const text = node.name === 'a' || node.name === 'p' ? shortText(node, 120) : undefined;
    return text !== undefined && SHARED.test(text);
  });
  return said === undefined ? undefined : oneLine(textOf([said]));
}
