import { attribute, type DomElement } from './dom.ts';
import { isHidden } from './furniture.ts';

/** Companies and programs that count readers or sell adverts; none of them hosts pictures of the news. */
const COUNTERS =
  'doubleclick|googlesyndication|googleadservices|google-analytics|googletagmanager|scorecardresearch|quantserve|quantcount|imrworldwide|chartbeat|parsely|webtrekk|ivwbox|ioam|vgwort|zaehlpixel|feedsportal|feedburner|statcounter|sitemeter|sitestat|xiti|ati-host|gemius|tns-counter|yadro|omtrdc|2o7|demdex|everesttech|krxd|rlcdn|mathtag|casalemedia|rubiconproject|pubmatic|openx|criteo|taboola|outbrain|adnxs|adsrvr|adroll|bluekai|agkn|tapad|exelator|emetriq|theadex|mediarithmics|list-manage|sailthru|republication-tracker';
const HOSTS =
  '(?:pixels?|tracking|tracker|beacon)\\.|bat\\.bing\\.com|ads\\.linkedin\\.com|analytics\\.(?:twitter|x|tiktok)\\.com|tr\\.snapchat\\.com|ct\\.pinterest\\.com|alb\\.reddit\\.com|q\\.quora\\.com|mc\\.yandex\\.\\w+|(?:pixel|stats|b|www)\\.(?:wp|wordpress)\\.com\\/[bg]\\.gif|counter\\.theconversation|facebook\\.com\\/tr\\b|t\\.co\\/i\\/adsct|google\\.\\w+\\/ads\\/';
/** What counts by its own name on any host: a file that shows nothing, a program that answers with one. */
const FILES =
  '(?:1x1|spacer|blank|transparent|trans|clear|pixel|pix|count|counter|dot|redot|tracker)\\.(?:gif|png)|(?:collect|track|tracking|pixel|beacon|hit|count|counter|impression|piwik|matomo|open)(?:\\.(?:php|xiti|cgi|aspx?))?(?=\\?|$)|track\\/(?:open|evnt)|b\\/ss\\/|piwik|matomo';
const PIXEL = new RegExp(`(?:^|[/.])(?:${COUNTERS})[./?]|\\/\\/(?:[\\w-]+\\.)*(?:${HOSTS})|\\/(?:${FILES})`, 'iu');

/** A picture that is there to count readers, not to be seen. */
export function isPixel(element: DomElement, url: string): boolean {
  return sizeOf(element, 'width') <= 2 || sizeOf(element, 'height') <= 2 || isHidden(element) || isPixelAddress(url);
}

export function isPixelAddress(url: string): boolean {
  return PIXEL.test(url);
}

/** Pixels; wider and higher than this is worth looking at. */
const ICON = 32;
const FACE = 64;

/** Icons, flags and crests; faces are square. */
export function isSmall(element: DomElement): boolean {
  const [width, height] = [sizeOf(element, 'width'), sizeOf(element, 'height')];
  return (width <= ICON && height <= ICON) || (width === height && width <= FACE);
}

const STYLED = {
  width: /(?:^|[;\s])width\s*:\s*(\d+)(?:px)?\s*(?:;|!|$)/iu,
  height: /(?:^|[;\s])height\s*:\s*(\d+)(?:px)?\s*(?:;|!|$)/iu,
};

/** As written beside the picture, in pixels; unbounded where it is not. */
function sizeOf(element: DomElement, name: 'width' | 'height'): number {
  const { style, layout } = element.attribs;
  // Of AMP: the two say no more than the shape. https://amp.dev/documentation/guides-and-tutorials/learn/amp-html-layout
  if (layout === 'responsive' || layout === 'fill') return Number.POSITIVE_INFINITY;
  const styled = style === undefined ? undefined : STYLED[name].exec(style)?.[1];
  const said = /^(\d+)(?:px|\.\d+)?$/u.exec(styled ?? attribute(element, name) ?? '')?.[1];
  return said === undefined ? Number.POSITIVE_INFINITY : Number(said);
}
